/* Moving among rows: the keys, and the arithmetic.
 * Not here: keeping in sight what was moved to (list.c, scroll.c). */
#include "tui/widget/move.h"

#include "tui/terminal/terminal.h"

static const struct {
	int key;
	enum move move;
} moves[] = {
	{ KEYS_UP, MOVE_UP },
	{ KEYS_DOWN, MOVE_DOWN },
	{ KEYS_PAGE_UP, MOVE_PAGE_UP },
	{ KEYS_PAGE_DOWN, MOVE_PAGE_DOWN },
	/* From here on a field takes them as its own. */
	{ 'k', MOVE_UP },
	{ 'j', MOVE_DOWN },
	{ KEY_CTRL('u'), MOVE_PAGE_UP },
	{ KEY_CTRL('d'), MOVE_PAGE_DOWN },
	{ 'g', MOVE_FIRST },
	{ KEYS_HOME, MOVE_FIRST },
	{ 'G', MOVE_LAST },
	{ KEYS_END, MOVE_LAST },
};
#define MOVES        (sizeof moves / sizeof *moves)
#define TYPING_MOVES 4

static enum move find_move(int key, size_t among)
{
	for (size_t i = 0; i < among; i++)
		if (moves[i].key == key)
			return moves[i].move;
	return MOVE_NONE;
}

enum move move_of_key(int key)
{
	return find_move(key, MOVES);
}

enum move move_of_key_typing(int key)
{
	return find_move(key, TYPING_MOVES);
}

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
