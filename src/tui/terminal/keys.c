/* Names of keys, as help and the manual write them.
 * Not here: what a key does (command.h), bytes of a terminal (input_decode.c). */
#include "tui/terminal/keys.h"

#include "filo/base/ascii.h"
#include "tui/terminal/terminal.h"

#include <stdio.h>
#include <string.h>
#include <utf8proc.h>

static const struct named {
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
	{ "F2", KEYS_F1 + 1 },
	{ "F3", KEYS_F1 + 2 },
	{ "F4", KEYS_F1 + 3 },
	{ "F5", KEYS_F1 + 4 },
	{ "F6", KEYS_F1 + 5 },
	{ "F7", KEYS_F1 + 6 },
	{ "F8", KEYS_F1 + 7 },
	{ "F9", KEYS_F1 + 8 },
	{ "F10", KEYS_F1 + 9 },
	{ "F11", KEYS_F1 + 10 },
	{ "F12", KEYS_F12 },
	{ "Space", ' ' },
};

/* As others write them, and "#", which begins a comment. */
static const struct named other_names[] = {
	{ "S-Tab", KEYS_BACK_TAB },
	{ "Escape", KEYS_ESCAPE },
	{ "Return", KEYS_ENTER },
	{ "PageUp", KEYS_PAGE_UP },
	{ "PageDown", KEYS_PAGE_DOWN },
	{ "Del", KEYS_DELETE },
	{ "Hash", '#' },
};

static bool is_named(const char *name, size_t len, const char *wanted)
{
	return strlen(wanted) == len && ascii_equal_bytes(name, wanted, len);
}

/* What stands behind "Ctrl-" or "C-" in the name; NULL: neither does. */
static const char *behind_modifier(const char *name, size_t len, const char *modifier)
{
	size_t long_len = strlen(modifier);

	if (len > long_len && !memcmp(name, modifier, long_len))
		return name + long_len;
	return len > 2 && name[0] == (*modifier == 'A' ? 'M' : *modifier) && name[1] == '-'
		       ? name + 2
		       : NULL;
}

/* Some are keys of their own on every terminal. */
static int key_of_control(int control)
{
	static const int keys[' '] = { ['\b'] = KEYS_BACKSPACE,
		['\t'] = KEYS_TAB,
		['\n'] = KEYS_ENTER,
		['\r'] = KEYS_ENTER,
		['\033'] = KEYS_ESCAPE };

	return keys[control] ? keys[control] : control;
}

int key_from_name(const char *name, size_t len_bytes)
{
	utf8proc_int32_t code;

	const char *end = name + len_bytes, *rest;

	if (len_bytes == 1 && *name >= ' ' && *name < 0x7F) /* most are */
		return *name;
	if ((rest = behind_modifier(name, len_bytes, "Alt-")) != NULL) {
		int key = key_from_name(rest, (size_t)(end - rest));
		return key ? KEY_ALT + key : 0;
	}
	rest = behind_modifier(name, len_bytes, "Ctrl-");
	if (rest && rest + 1 == end && (unsigned char)*rest > '?' && *rest != 0x7F)
		return key_of_control(KEY_CTRL(*rest));
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		if (is_named(name, len_bytes, names[i].name))
			return names[i].key;
	for (size_t i = 0; i < sizeof other_names / sizeof *other_names; i++)
		if (is_named(name, len_bytes, other_names[i].name))
			return other_names[i].key;
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
