/* Names of keys, as help and the manual write them.
 * Not here: what a key does (command.h), bytes of a terminal (input_decode.c). */
#include "tui/terminal/keys.h"

#include "tui/terminal/terminal.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

static const struct {
	const char *name;
	int key;
} names[] = {
	{ "Up", KEYS_UP },
	{ "Down", KEYS_DOWN },
	{ "Left", KEYS_LEFT },
	{ "Right", KEYS_RIGHT },
	{ "Home", KEYS_HOME },
	{ "End", KEYS_END },
	{ "PgUp", KEYS_PAGE_UP },
	{ "PgDn", KEYS_PAGE_DOWN },
	{ "Delete", KEYS_DELETE },
	{ "Insert", KEYS_INSERT },
	{ "Backspace", KEYS_BACKSPACE },
	{ "Enter", KEYS_ENTER },
	{ "Tab", KEYS_TAB },
	{ "Shift-Tab", KEYS_BACK_TAB },
	{ "Esc", KEYS_ESCAPE },
	{ "F1", KEYS_F1 },
	{ "F5", KEYS_F5 },
	{ "Space", ' ' },
};

static bool is_named(const char *name, size_t len, const char *wanted)
{
	return strlen(wanted) == len && !memcmp(name, wanted, len);
}

int key_from_name(const char *name, size_t len_bytes)
{
	utf8proc_int32_t code;

	if (len_bytes > 4 && !memcmp(name, "Alt-", 4)) {
		int key = key_from_name(name + 4, len_bytes - 4);
		return key ? KEY_ALT + key : 0;
	}
	if (len_bytes == 6 && !memcmp(name, "Ctrl-", 5))
		return KEY_CTRL(name[5]);
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_named(name, len_bytes, names[i].name))
			return names[i].key;
	if (!len_bytes ||
		utf8proc_iterate((const utf8proc_uint8_t *)name, (utf8proc_ssize_t)len_bytes,
			&code) != (utf8proc_ssize_t)len_bytes)
		return 0;
	return code;
}

const char *key_to_name(int key, char out[16])
{
	int used = 0;

	if (key >= KEY_ALT) {
		used = snprintf(out, 16, "Alt-");
		key -= KEY_ALT;
	}
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		if (names[i].key == key) {
			snprintf(out + used, (size_t)(16 - used), "%s", names[i].name);
			return out;
		}
	}
	if (key > 0 && key < ' ')
		snprintf(out + used, (size_t)(16 - used), "Ctrl-%c",
			key <= 26 ? key | 0x60 : key | 0x40);
	else if (KEY_IS_TEXT(key))
		out[used + utf8proc_encode_char(key, (utf8proc_uint8_t *)out + used)] = '\0';
	else
		out[used] = '\0';
	return out;
}

const char *key_kind(int key, char out[16])
{
	if (key == KEYS_PASTE)
		return "paste";
	if (KEY_IS_TEXT(key))
		return "character";
	return key >= KEY_ALT && KEY_IS_TEXT(key - KEY_ALT) ? "Alt-character"
							    : key_to_name(key, out);
}

bool keys_have(const char *keys, int key)
{
	while (*keys) {
		size_t len = strcspn(keys, " ");
		if (len && key_from_name(keys, len) == key)
			return true;
		keys += len;
		keys += strspn(keys, " ");
	}
	return false;
}
