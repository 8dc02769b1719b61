/* The bottom line: the keys that work here and now, as many as fit.
 * Not here: which there are (tui/command.c). */
#include "tui/widget/keyline.h"

#include <stdio.h>
#include <string.h>

#define GAP_COLS 2

static int hint_cols(const struct hint *hint)
{
	return draw_width(hint->key) + 1 + draw_width(hint->word);
}

/* The columns of those that are kept, from `at` on. */
static int kept_cols(const struct vector *hints, size_t at)
{
	int cols = 0;

	for (; at < hints->count; at++)
		if (((const struct hint *)vector_at(hints, at))->is_kept)
			cols += hint_cols(vector_at(hints, at)) + GAP_COLS;
	return cols;
}

void keyline_draw(struct rect area, const struct vector *hints)
{
	int col = 1;

	for (size_t i = 0; i < hints->count; i++) {
		const struct hint *hint = vector_at(hints, i);
		int room = area.cols - (hint->is_kept ? 0 : kept_cols(hints, i + 1));
		if (col + hint_cols(hint) > room)
			continue;
		draw_text(area, 0, col, ROLE_KEY, hint->key);
		col += draw_width(hint->key) + 1;
		draw_text(area, 0, col, ROLE_TEXT, hint->word);
		col += draw_width(hint->word) + GAP_COLS;
	}
}

void keyline_add(struct vector *hints, const char *words)
{
	while (*words) {
		const char *end = strstr(words, "  ");
		size_t len = end ? (size_t)(end - words) : strlen(words);
		size_t key_len = strcspn(words, " ");
		size_t word_at = key_len < len ? key_len + 1 : len;
		struct hint hint = { .is_kept = false };

		if (key_len > len)
			key_len = len;
		snprintf(hint.key, sizeof hint.key, "%.*s", (int)key_len, words);
		snprintf(
			hint.word, sizeof hint.word, "%.*s", (int)(len - word_at), words + word_at);
		vector_push(hints, &hint);
		words += len;
		words += strspn(words, " ");
	}
}
