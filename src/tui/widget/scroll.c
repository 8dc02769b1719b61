/* Scrolling what is longer than its area.
 * Not here: lists with a selected row (list.c). */
#include "tui/widget/scroll.h"

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

void scroll_move(struct scroll *scroll, enum move move)
{
	int page = scroll->rows > 1 ? scroll->rows - 1 : 1;
	int places = scroll->count > scroll->rows ? scroll->count - scroll->rows + 1 : 1;

	scroll_clamp(scroll);
	scroll->first = (int)move_from((size_t)scroll->first, (size_t)places, (size_t)page, move);
}
