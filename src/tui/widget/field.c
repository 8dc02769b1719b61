/* Editing a line or several: readline's keys, grapheme by grapheme.
 * Not here: labels, completion, saving (form.c), drawing (field_draw.c). */
#include "tui/widget/field.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "tui/terminal/input.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* What Ctrl-w, Ctrl-u, Ctrl-k took last, for Ctrl-y: one for all fields, as in a shell. */
static struct strbuf killed = STRBUF_INIT;

void field_init(struct field *field, const char *text, bool is_multiline)
{
	*field = (struct field){ .is_multiline = is_multiline };
	strbuf_init(&field->text);
	field_set(field, text);
}

void field_fini(struct field *field)
{
	strbuf_fini(&field->text);
}

void field_set(struct field *field, const char *text)
{
	char *repaired = text_repair(text ? text : "", text ? strlen(text) : 0);

	strbuf_clear(&field->text);
	field->cursor = field->scroll = 0;
	field_insert(field, repaired, strlen(repaired));
	free(repaired);
}

void field_insert(struct field *field, const char *text, size_t len_bytes)
{
	struct strbuf clean = STRBUF_INIT;

	for (size_t i = 0; i < len_bytes; i++) {
		unsigned char c = (unsigned char)text[i];
		bool is_line_end = c == '\n' || c == '\r';
		if (c == '\r' && i + 1 < len_bytes && text[i + 1] == '\n')
			continue;
		if (is_line_end)
			strbuf_add_char(&clean, field->is_multiline ? '\n' : ' ');
		else if (c == '\t')
			strbuf_add_char(&clean, ' ');
		else if (c >= ' ' && c != 0x7F)
			strbuf_add_char(&clean, text[i]);
	}
	strbuf_splice(&field->text, field->cursor, 0, clean.data, clean.len);
	field->cursor += clean.len;
	strbuf_fini(&clean);
}

static bool is_word_at(const struct field *field, size_t at)
{
	utf8proc_int32_t code;

	if (utf8proc_iterate((const utf8proc_uint8_t *)field->text.data + at, -1, &code) <= 0)
		return false;
	utf8proc_category_t category = utf8proc_category(code);
	return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_NO;
}

static size_t word_start(const struct field *field)
{
	const char *text = field->text.data;
	size_t at = field->cursor, before;

	while (at && !is_word_at(field, text_previous(text, at)))
		at = text_previous(text, at);
	while (at && is_word_at(field, before = text_previous(text, at)))
		at = before;
	return at;
}

static size_t word_end(const struct field *field)
{
	const char *text = field->text.data;
	size_t at = field->cursor;

	while (text[at] && !is_word_at(field, at))
		at = text_next(text, at);
	while (text[at] && is_word_at(field, at))
		at = text_next(text, at);
	return at;
}

/* Back to the blank before the word, as Ctrl-w in a shell does. */
static size_t blank_start(const struct field *field)
{
	const char *text = field->text.data;
	size_t at = field->cursor;

	while (at && (text[at - 1] == ' ' || text[at - 1] == '\n'))
		at--;
	while (at && text[at - 1] != ' ' && text[at - 1] != '\n')
		at = text_previous(text, at);
	return at;
}

static size_t line_start(const struct field *field)
{
	size_t at = field->cursor;

	while (at && field->text.data[at - 1] != '\n')
		at--;
	return at;
}

static size_t line_end(const struct field *field)
{
	return field->cursor + strcspn(field->text.data + field->cursor, "\n");
}

static size_t character_before(const struct field *field)
{
	return field->cursor ? text_previous(field->text.data, field->cursor) : 0;
}

static size_t character_after(const struct field *field)
{
	return text_next(field->text.data, field->cursor);
}

/* To the end of the line, or when there already, over the newline. */
static size_t rest_of_line(const struct field *field)
{
	size_t end = line_end(field);

	return end == field->cursor ? character_after(field) : end;
}

static size_t all_before(const struct field *field)
{
	size_t start = line_start(field);

	return start == field->cursor ? character_before(field) : start;
}

static void erase_to(struct field *field, size_t to, bool keep)
{
	size_t from = field->cursor < to ? field->cursor : to;
	size_t len = field->cursor < to ? to - field->cursor : field->cursor - to;

	if (!len)
		return;
	if (keep) {
		strbuf_clear(&killed);
		strbuf_add_bytes(&killed, field->text.data + from, len);
	}
	strbuf_splice(&field->text, from, len, "", 0);
	field->cursor = from;
}

enum motion { MOVE, ERASE, KILL };

static const struct {
	int key;
	enum motion motion;
	size_t (*to)(const struct field *field);
} motions[] = {
	{ KEY_CTRL('a'), MOVE, line_start },
	{ KEYS_HOME, MOVE, line_start },
	{ KEY_CTRL('e'), MOVE, line_end },
	{ KEYS_END, MOVE, line_end },
	{ KEY_CTRL('b'), MOVE, character_before },
	{ KEYS_LEFT, MOVE, character_before },
	{ KEY_CTRL('f'), MOVE, character_after },
	{ KEYS_RIGHT, MOVE, character_after },
	{ KEY_ALT + 'b', MOVE, word_start },
	{ KEY_ALT + KEYS_LEFT, MOVE, word_start },
	{ KEY_ALT + 'f', MOVE, word_end },
	{ KEY_ALT + KEYS_RIGHT, MOVE, word_end },
	{ KEYS_BACKSPACE, ERASE, character_before },
	{ KEYS_DELETE, ERASE, character_after },
	{ KEY_CTRL('d'), ERASE, character_after },
	{ KEY_CTRL('k'), KILL, rest_of_line },
	{ KEY_CTRL('u'), KILL, all_before },
	{ KEY_CTRL('w'), KILL, blank_start },
	{ KEY_ALT + 'd', KILL, word_end },
	{ KEY_ALT + KEYS_BACKSPACE, KILL, word_start },
};

const struct field_keys field_keys[] = {
	{ "Ctrl-a Home Ctrl-e End", N_("beginning and end of the line") },
	{ "Left Ctrl-b Right Ctrl-f", N_("a character back, a character on") },
	{ "Alt-b Alt-Left Alt-f Alt-Right", N_("a word back, a word on") },
	{ "Backspace Delete Ctrl-d", N_("erase the character before, or the one here") },
	{ "Ctrl-w Alt-Backspace Alt-d", N_("erase the word before, or the one after") },
	{ "Ctrl-u Ctrl-k", N_("erase the line before, the line after") },
	{ "Ctrl-y", N_("put back what was erased") },
	{ "Enter", N_("in a note: a new line") },
	{ NULL, NULL },
};

/* A line that was copied with its end is that line. */
static void field_paste(struct field *field, const char *text)
{
	size_t len = strlen(text);

	while (!field->is_multiline && len && text[len - 1] == '\n')
		len--;
	field_insert(field, text, len);
}

bool field_key(struct field *field, int key)
{
	for (size_t i = 0; i < sizeof motions / sizeof *motions; i++) {
		if (motions[i].key != key)
			continue;
		size_t to = motions[i].to(field);
		if (motions[i].motion == MOVE)
			field->cursor = to;
		else
			erase_to(field, to, motions[i].motion == KILL);
		return true;
	}
	if (key == KEY_CTRL('y')) {
		field_insert(field, killed.data, killed.len);
		return true;
	}
	if (key == KEYS_PASTE) {
		field_paste(field, terminal_paste());
		return true;
	}
	if (key == KEYS_ENTER && field->is_multiline) {
		field_insert(field, "\n", 1);
		return true;
	}
	if (!KEY_IS_TEXT(key))
		return false;
	char utf8[4] = "";
	field_insert(field, utf8, (size_t)utf8proc_encode_char(key, (utf8proc_uint8_t *)utf8));
	return true;
}
