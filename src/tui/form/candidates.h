/* What the beginning of a word, a name, a date or a file may become.
 * Not here: offering them in a form (form_complete.h), in the palette (find/palette_complete.h). */
#ifndef FILO_TUI_FORM_CANDIDATES_H
#define FILO_TUI_FORM_CANDIDATES_H

#include "tui/command.h"

/* Appends a copy of `word` to `out` (of char *) where it begins as typed, case and accents ignored.
 */
void candidates_add(struct vector *out, const char *word, const char *typed);
/* Of what a command takes; people as a field names them (form_person_text), of whom no more are
 * read than are shown behind the first `behind`. Appends to `out`; returns how many there are. */
size_t candidates_find(struct app *app, const struct command_argument *takes, const char *typed,
	size_t behind, struct vector *out);
/* The longest beginning that all have. Adds to `out`. */
void candidates_common(const struct vector *words, struct strbuf *out);

#endif
