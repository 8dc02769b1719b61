/* Moving among rows: the arithmetic.
 * Not here: keeping in sight what was moved to (list.c, scroll.c). */
#include "tui/widget/move.h"

size_t move_from(size_t at, size_t count, size_t page, enum move move)
{
	size_t last = count ? count - 1 : 0;
	size_t by = move == MOVE_PAGE_UP || move == MOVE_PAGE_DOWN ? page : 1;

	if (at > last)
		at = last;
	switch (move) {
	case MOVE_UP:
	case MOVE_PAGE_UP:
		return at > by ? at - by : 0;
	case MOVE_DOWN:
	case MOVE_PAGE_DOWN:
		return last - at > by ? at + by : last;
	case MOVE_FIRST:
		return 0;
	case MOVE_LAST:
		return last;
	case MOVE_NONE:
		break;
	}
	return at;
}
