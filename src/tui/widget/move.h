/* Moving among rows: the moves, the keys for them, where each leads.
 * Not here: what is moved among (list.h, window.h, scroll.h). */
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

/* j k g G, arrows, pages, Ctrl-d and Ctrl-u, Home and End; MOVE_NONE for any other key. */
enum move move_of_key(int key);
/* The same where letters are typed: only keys that mean nothing to a field. */
enum move move_of_key_typing(int key);
/* From `at` among `count` places, a page being so many of them; stays among them. */
size_t move_from(size_t at, size_t count, size_t page, enum move move);

#endif
