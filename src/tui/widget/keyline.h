/* The bottom line: keys, and a word for each.
 * Not here: which keys (tui/command.h). */
#ifndef FILO_TUI_WIDGET_KEYLINE_H
#define FILO_TUI_WIDGET_KEYLINE_H

#include "filo/base/vector.h"
#include "tui/terminal/draw.h"

/* Where there is no room, the first of these leave first: the longest stay the way out and where
 * all the others stand, at last without their words. */
enum hint_need {
	HINT_BY_KEYS, /* not said: see command.h */
	HINT_BESIDES,
	HINT_DOING, /* what one is here for */
	HINT_HELP,  /* what else there is */
	HINT_OUT,   /* the way out */
	HINT_NEEDS
};

struct hint {
	char key[32];
	char word[96];  /* translated */
	char brief[32]; /* in its place where not all have room, but to be heard; "": none */
	enum hint_need need;
};

/* Removes what has no room in a line of `cols`; help and the way out lose but their word. */
void keyline_fit(struct vector *hints, int cols);
/* As many as fit. */
void keyline_draw(struct rect area, struct vector *hints);
/* Adds those of "Enter open  r rest": two blanks stand between them. */
void keyline_add(struct vector *hints, const char *words);

#endif
