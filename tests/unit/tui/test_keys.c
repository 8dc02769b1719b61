/* Names of keys and the commands they run. Not here: the real table. */
#include "../unit.h"
#include "tui/command.h"
#include "tui/terminal/keys.h"
#include "tui/terminal/terminal.h"

#include <string.h>

static const struct command some[] = {
	{ "log-conversation", "l", IN_PEOPLE, "log", "log", NULL },
	{ "down", "j Down PgDn", IN_PANES, "down", NULL, NULL },
	{ "delete-entry", "d", IN_LOG, "delete", NULL, NULL },
	{ "delete-contact", "d", IN_PEOPLE, "delete", NULL, NULL },
	{ "redo", "Ctrl-r", ANYWHERE, "redo", NULL, NULL },
	{ NULL, NULL, 0, NULL, NULL, NULL },
};

static const struct command *const tables[] = { some, NULL };

static void names_and_keys_go_both_ways(void **state)
{
	static const char *const names[] = { "l", "L", ".", "/", "é", "Ctrl-r", "Ctrl-\\", "Alt-b",
		"Alt-Left", "PgDn", "Shift-Tab", "Esc", "Space", "Enter", "Backspace" };
	char out[16];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		int key = key_from_name(names[i], strlen(names[i]));
		assert_int_not_equal(key, 0);
		assert_string_equal(key_to_name(key, out), names[i]);
	}
}

static void keys_are_known_as_others_write_them(void **state)
{
	static const struct {
		const char *name, *own;
	} names[] = { { "C-f", "Ctrl-f" }, { "M-x", "Alt-x" }, { "M-Left", "Alt-Left" },
		{ "S-Tab", "Shift-Tab" }, { "f5", "F5" }, { "F12", "F12" }, { "space", "Space" },
		{ "pgdn", "PgDn" }, { "C-m", "Enter" }, { "hash", "#" }, { "ESC", "Esc" } };
	char out[16];

	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_string_equal(
			key_to_name(key_from_name(names[i].name, strlen(names[i].name)), out),
			names[i].own);
	assert_int_equal(key_from_name("C", 1), 'C');
	assert_int_equal(key_from_name("C-1", 3), 0);
	assert_int_equal(key_from_name("F13", 3), 0);
}

static void the_kind_of_a_key_does_not_tell_what_is_typed(void **state)
{
	static const struct {
		const char *name, *kind;
	} keys[] = { { "l", "character" }, { "é", "character" }, { "Space", "character" },
		{ "Alt-b", "Alt-character" }, { "Ctrl-r", "Ctrl-r" }, { "PgDn", "PgDn" },
		{ "Alt-Left", "Alt-Left" }, { "Backspace", "Backspace" } };
	char out[16];

	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
		int key = key_from_name(keys[i].name, strlen(keys[i].name));
		assert_string_equal(key_kind(key, out), keys[i].kind);
	}
	assert_string_equal(key_kind(KEYS_PASTE, out), "paste");
}

static void what_is_no_key_has_no_code(void **state)
{
	assert_int_equal(key_from_name("Meta", 4), 0);
	assert_int_equal(key_from_name("", 0), 0);
	assert_int_equal(key_from_name("Ctrl-", 5), 0);
}

static void a_key_runs_what_fits_the_context(void **state)
{
	assert_string_equal(command_for_key(tables, 'd', IN_LOG)->name, "delete-entry");
	assert_string_equal(command_for_key(tables, 'd', IN_DUE)->name, "delete-contact");
	assert_string_equal(command_for_key(tables, KEYS_PAGE_DOWN, IN_LOG)->name, "down");
	assert_null(command_for_key(tables, 'l', IN_LOG));
	assert_null(command_for_key(tables, KEY_CTRL('r'), IN_FORM));
}

static void commands_are_found_by_name(void **state)
{
	assert_string_equal(command_by_name(tables, "redo")->keys, "Ctrl-r");
	assert_null(command_by_name(tables, "red"));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_and_keys_go_both_ways),
		cmocka_unit_test(keys_are_known_as_others_write_them),
		cmocka_unit_test(the_kind_of_a_key_does_not_tell_what_is_typed),
		cmocka_unit_test(what_is_no_key_has_no_code),
		cmocka_unit_test(a_key_runs_what_fits_the_context),
		cmocka_unit_test(commands_are_found_by_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
