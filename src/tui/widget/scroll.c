/* Scrolling what is longer than its area.
 * Not here: lists with a selected row (list.c). */
#include "tui/widget/scroll.h"

#define FAR_DOWN (1 << 24) /* the next draw clamps it */

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

/* Keys may come before the first draw, when it is not known yet how long the whole is. */
static void move_undrawn(struct scroll *scroll, enum move move)
{
	if (move == MOVE_LAST)
		scroll->first = FAR_DOWN;
	else if (move == MOVE_FIRST)
		scroll->first = 0;
	else if (move == MOVE_DOWN)
		scroll->first++;
	else if (move == MOVE_UP && scroll->first)
		scroll->first--;
}

void scroll_move(struct scroll *scroll, enum move move)
{
	if (!scroll->rows) {
		move_undrawn(scroll, move);
		return;
	}
	int page = scroll->rows > 1 ? scroll->rows - 1 : 1;
	int places = scroll->count > scroll->rows ? scroll->count - scroll->rows + 1 : 1;

	scroll_clamp(scroll);
	scroll->first = (int)move_from((size_t)scroll->first, (size_t)places, (size_t)page, move);
}
