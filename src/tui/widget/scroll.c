/* Scrolling what is longer than its area.
 * Not here: lists with a selected row (list.c). */
#include "tui/widget/scroll.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

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

void scroll_read(struct scroll *scroll, enum move move)
{
	bool is_page = move == MOVE_PAGE_UP || move == MOVE_PAGE_DOWN;
	size_t count = scroll->rows ? (size_t)scroll->count : FAR_DOWN;

	if (is_page || !draw_is_plain())
		scroll_move(scroll, move); /* by a page the cursor keeps its place on the screen */
	if (draw_is_plain())
		scroll->at = (int)move_from((size_t)scroll->at, count,
			scroll->rows > 1 ? (size_t)scroll->rows - 1 : 1, move);
}

bool scroll_show_read(struct scroll *scroll)
{
	int before = scroll->first;

	if (!draw_is_plain())
		return false;
	if (scroll->at >= scroll->count)
		scroll->at = scroll->count > 0 ? scroll->count - 1 : 0;
	if (scroll->first > scroll->at)
		scroll->first = scroll->at;
	if (scroll->rows > 0 && scroll->first + scroll->rows <= scroll->at)
		scroll->first = scroll->at - scroll->rows + 1;
	return scroll->first != before;
}

void scroll_begin(struct scroll *scroll)
{
	scroll->first = scroll->at = 0;
}

size_t scroll_below(const struct scroll *scroll)
{
	int below = scroll->count - scroll->first - scroll->rows;

	return below > 0 ? (size_t)below : 0;
}

void scroll_add_below(struct strbuf *out, size_t below)
{
	if (below)
		strbuf_add_format(out, NP_("%zu more", "%zu more", below), below);
}
