/* Scrolling what is longer than its area.
 * Not here: what is scrolled. */
#ifndef FILO_TUI_WIDGET_SCROLL_H
#define FILO_TUI_WIDGET_SCROLL_H

#include "tui/terminal/draw.h"
#include "tui/widget/move.h"

#include <stdbool.h>
#include <stddef.h>

struct strbuf;

struct scroll {
	int first; /* row of the whole that stands at the top */
	int rows;  /* that there is room for, as drawn last */
	int count; /* of the whole */
	int at;    /* row of the whole that is being read, where that is one (scroll_read) */
};

/* Keeps the last rows at the bottom, when the screen has grown or the whole shrunk. True when
 * that moved it. */
bool scroll_clamp(struct scroll *scroll);
void scroll_move(struct scroll *scroll, enum move move);

/* For a text that is read: the same, but on the plain screen, where the row of the cursor is what
 * is heard, the cursor goes from row to row. */
void scroll_read(struct scroll *scroll, enum move move);
/* Keeps that row in sight. True when that moved the text. */
bool scroll_show_read(struct scroll *scroll);
/* Back to where it begins. */
void scroll_begin(struct scroll *scroll);

/* Lines of the whole below what is shown, once it is drawn. */
size_t scroll_below(const struct scroll *scroll);

/* "12 more"; 0: adds nothing. */
void scroll_add_below(struct strbuf *out, size_t below);

#endif
