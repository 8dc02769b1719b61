/* The keys that scroll.
 * Not here: lists with a selected row (list.c). */
#include "tui/widget/scroll.h"

#include "tui/widget/move.h"

bool scroll_clamp(struct scroll *scroll)
{
	int last = scroll->count > scroll->rows ? scroll->count - scroll->rows : 0;
	int before = scroll->first;

	if (scroll->first > last)
		scroll->first = last;
	if (scroll->first < 0)
		scroll->first = 0;
	return scroll->first != before;
}

bool scroll_key(struct scroll *scroll, int key)
{
	int page = scroll->rows > 1 ? scroll->rows - 1 : 1;
	int places = scroll->count > scroll->rows ? scroll->count - scroll->rows + 1 : 1;
	enum move move = key == ' ' ? MOVE_PAGE_DOWN : move_of_key(key);

	scroll_clamp(scroll);
	scroll->first = (int)move_from((size_t)scroll->first, (size_t)places, (size_t)page, move);
	return move != MOVE_NONE;
}
