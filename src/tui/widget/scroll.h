/* Scrolling what is longer than its area.
 * Not here: what is scrolled. */
#ifndef FILO_TUI_WIDGET_SCROLL_H
#define FILO_TUI_WIDGET_SCROLL_H

#include "tui/widget/move.h"

#include <stdbool.h>

struct scroll {
	int first; /* row of the whole that stands at the top */
	int rows;  /* that there is room for, as drawn last */
	int count; /* of the whole */
};

/* Keeps the last rows at the bottom, when the screen has grown or the whole shrunk. True when
 * that moved it. */
bool scroll_clamp(struct scroll *scroll);
void scroll_move(struct scroll *scroll, enum move move);

#endif
