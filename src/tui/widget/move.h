/* Moving among rows: the moves, where each leads.
 * Not here: the keys for them (tui/moving.c), what is moved among (list.h, window.h, scroll.h). */
#ifndef FILO_TUI_WIDGET_MOVE_H
#define FILO_TUI_WIDGET_MOVE_H

#include <stddef.h>

enum move {
	MOVE_NONE,
	MOVE_UP,
	MOVE_DOWN,
	MOVE_PAGE_UP,
	MOVE_PAGE_DOWN,
	MOVE_FIRST,
	MOVE_LAST,
};

/* From `at` among `count` places, a page being so many of them; stays among them. */
size_t move_from(size_t at, size_t count, size_t page, enum move move);

#endif
