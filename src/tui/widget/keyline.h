/* The bottom line: keys, and a word for each.
 * Not here: which keys (tui/command.h). */
#ifndef FILO_TUI_WIDGET_KEYLINE_H
#define FILO_TUI_WIDGET_KEYLINE_H

#include "filo/base/vector.h"
#include "tui/terminal/draw.h"

struct hint {
	char key[32];
	char word[96]; /* translated */
	bool is_kept;  /* the way out, or to help: the last to leave where there is no room */
};

/* As many as fit; those that are kept always have their place. */
void keyline_draw(struct rect area, const struct vector *hints);
/* Adds those of "Enter open  r rest": two blanks stand between them. */
void keyline_add(struct vector *hints, const char *words);

#endif
