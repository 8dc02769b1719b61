/* The keys that scroll.
 * Not here: lists with a selected row (list_rows.c). */
#include "tui/widget/scroll.h"

#include "tui/terminal/terminal.h"

#include <stddef.h>

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
	const struct {
		int key, by;
	} steps[] = { { 'j', 1 }, { KEYS_DOWN, 1 }, { 'k', -1 }, { KEYS_UP, -1 }, { ' ', page },
		{ KEYS_PAGE_DOWN, page }, { KEY_CTRL('d'), page }, { KEYS_PAGE_UP, -page },
		{ KEY_CTRL('u'), -page }, { 'g', -scroll->count }, { KEYS_HOME, -scroll->count },
		{ 'G', scroll->count }, { KEYS_END, scroll->count } };

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		if (steps[i].key != key)
			continue;
		scroll->first += steps[i].by;
		scroll_clamp(scroll);
		return true;
	}
	return false;
}
