/* The bottom line: the keys that work here and now, as many as fit.
 * Not here: which there are (commands.c). */
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "tui/command.h"

#include <stdio.h>
#include <string.h>

#define GAP_COLS 2

static int hint_cols(const char *key, const char *word)
{
	return text_width(key) + 1 + text_width(word);
}

/* One "key word" pair when it fits; the column behind it and its gap, or -1. */
static int draw_hint(struct rect area, int col, const char *key, const char *word)
{
	int cols = hint_cols(key, word);

	if (col + cols > area.cols)
		return -1;
	draw_text(area, 0, col, ROLE_KEY, key);
	draw_text(area, 0, col + text_width(key) + 1, ROLE_TEXT, word);
	return col + cols + GAP_COLS;
}

static bool is_shown(const struct command *command, unsigned context)
{
	return command->hint && (command->contexts & context);
}

/* The last one, which leads to all the others, always has its place. */
void keyline_draw(struct rect area, unsigned context)
{
	const struct command *last = NULL;
	struct rect room = area;
	int col = 1;

	for (const struct command *command = commands; command->name; command++)
		if (is_shown(command, context))
			last = command;
	for (const struct command *command = commands; command->name; command++) {
		char key[16];
		if (!is_shown(command, context))
			continue;
		snprintf(key, sizeof key, "%.*s", (int)strcspn(command->keys, " "), command->keys);
		room.cols = area.cols;
		if (command != last)
			room.cols -= hint_cols(last->keys, _(last->hint)) + GAP_COLS;
		int behind = draw_hint(room, col, key, _(command->hint));
		if (behind > 0)
			col = behind;
	}
}

void keyline_draw_hints(struct rect area, const char *hints)
{
	int col = 1;

	while (*hints && col > 0) {
		const char *end = strstr(hints, "  ");
		size_t len = end ? (size_t)(end - hints) : strlen(hints);
		size_t key_len = strcspn(hints, " ");
		char key[32], word[96];
		if (key_len > len)
			key_len = len;
		snprintf(key, sizeof key, "%.*s", (int)key_len, hints);
		snprintf(word, sizeof word, "%.*s", len > key_len ? (int)(len - key_len - 1) : 0,
			hints + key_len + (len > key_len));
		col = draw_hint(area, col, key, word);
		hints += len;
		hints += strspn(hints, " ");
	}
}
