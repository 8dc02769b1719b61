/* Completing what stands behind the name of a command in the palette.
 * Not here: completing the name (palette.c), what there is (form/candidates.h). */
#ifndef FILO_TUI_FIND_PALETTE_COMPLETE_H
#define FILO_TUI_FIND_PALETTE_COMPLETE_H

#include "filo/base/strbuf.h"
#include "tui/command.h"
#include "tui/widget/field.h"

/* As far as all that fits is the same, `line` goes on, whose argument begins at `start`. Where
 * several fit they are listed in `several`, on from *listed while they are still listed there; else
 * that becomes empty, and that nothing fits is said. */
void palette_complete_argument(struct app *app, const struct command_argument *takes,
	struct field *line, size_t start, struct strbuf *several, size_t *listed);

#endif
