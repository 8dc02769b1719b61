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

static void keyline_shorten(struct vector *hints, int cols)
{
	struct hint *hint;
	int used = 1 - GAP_COLS;

	VECTOR_EACH (hint, hints)
		used += hint_cols(hint) + GAP_COLS;
	if (used <= cols || draw_is_plain())
		return;
	VECTOR_EACH (hint, hints)
		if (*hint->brief)
			snprintf(hint->word, sizeof hint->word, "%s", hint->brief);
}

void keyline_fit(struct vector *hints, int cols)
{
	struct vector kept = VECTOR_INIT(bool);
	const bool no = false;
	int used = 1;

	keyline_shorten(hints, cols);
	for (size_t i = 0; i < hints->count; i++)
		vector_push(&kept, &no);
	for (int need = HINT_NEEDS; need-- > 0;)
		for (size_t i = 0; i < hints->count; i++) {
			struct hint *hint = vector_at(hints, i);
			if ((int)hint->need != need)
				continue;
			if (used + hint_cols(hint) > cols && need >= HINT_HELP)
				*hint->word = '\0';
			if (used + hint_cols(hint) > cols)
				continue;
			*(bool *)vector_at(&kept, i) = true;
			used += hint_cols(hint) + GAP_COLS;
		}
	for (size_t i = hints->count; i-- > 0;)
		if (!*(bool *)vector_at(&kept, i))
			vector_remove(hints, i);
	vector_fini(&kept);
}

void keyline_draw(struct rect area, struct vector *hints)
{
	const struct hint *hint;
	int col = 1;

	keyline_fit(hints, area.cols);
	VECTOR_EACH (hint, hints) {
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
		struct hint hint = { .need = HINT_DOING };

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
