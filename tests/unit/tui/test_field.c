/* Editing a line: readline's keys, graphemes, pastes. Not here: drawing it. */
#include "../unit.h"
#include "tui/form/form.h"
#include "tui/terminal/terminal.h"
#include "tui/widget/field_draw.h"

#include <stdio.h>
#include <string.h>

/* A field holding `text`, where `|` stands for the cursor. */
static struct field field_of(const char *text, bool is_multiline)
{
	struct field field;
	const char *bar = strchr(text, '|');

	field_init(&field, "", is_multiline);
	field_insert(&field, text, (size_t)(bar - text));
	field_insert(&field, bar + 1, strlen(bar + 1));
	field.cursor = (size_t)(bar - text);
	return field;
}

static void check_key(bool is_multiline, const char *before, int key, const char *after)
{
	struct field field = field_of(before, is_multiline);
	char shown[256];

	assert_true(field_key(&field, key));
	snprintf(shown, sizeof shown, "%.*s|%s", (int)field.cursor, field.text.data,
		field.text.data + field.cursor);
	assert_string_equal(shown, after);
	field_fini(&field);
}

static void letters_go_in_at_the_cursor(void **state)
{
	check_key(false, "An|a", 'n', "Ann|a");
	check_key(false, "P|rez", 0xE9, "Pé|rez");
	check_key(false, "|", 0x1F600, "😀|");
}

static void moving_goes_by_what_is_seen_as_one_character(void **state)
{
	check_key(false, "e\xCC\x81|x", KEYS_LEFT, "|e\xCC\x81x");
	check_key(false, "|👩‍👩‍👧b", KEYS_RIGHT, "👩‍👩‍👧|b");
	check_key(false, "🇮🇹🇮🇪|", KEYS_BACKSPACE, "🇮🇹|");
	check_key(false, "|e\xCC\x81x", KEYS_DELETE, "|x");
}

static void moving_stops_at_both_ends(void **state)
{
	check_key(false, "|a", KEYS_LEFT, "|a");
	check_key(false, "a|", KEYS_RIGHT, "a|");
	check_key(false, "|a", KEYS_BACKSPACE, "|a");
	check_key(false, "a|", KEY_CTRL('d'), "a|");
}

static void lines_have_a_beginning_and_an_end(void **state)
{
	check_key(false, "one tw|o", KEY_CTRL('a'), "|one two");
	check_key(false, "o|ne two", KEY_CTRL('e'), "one two|");
	check_key(true, "one\ntw|o\nthree", KEYS_HOME, "one\n|two\nthree");
	check_key(true, "one\nt|wo\nthree", KEYS_END, "one\ntwo|\nthree");
}

static void words_are_moved_over_and_erased_whole(void **state)
{
	check_key(false, "see Ana Pérez|", KEY_ALT + 'b', "see Ana |Pérez");
	check_key(false, "|Pérez, Ana", KEY_ALT + 'f', "Pérez|, Ana");
	check_key(false, "see Ana, |", KEY_ALT + 'b', "see |Ana, ");
	check_key(false, "see a/b |", KEY_CTRL('w'), "see |");
	check_key(false, "see |Ana Pérez", KEY_ALT + 'd', "see | Pérez");
	check_key(false, "see a/b|", KEY_ALT + KEYS_BACKSPACE, "see a/|");
}

static void a_line_is_erased_before_and_behind_the_cursor(void **state)
{
	check_key(false, "one| two", KEY_CTRL('k'), "one|");
	check_key(false, "one| two", KEY_CTRL('u'), "| two");
	check_key(true, "one|\ntwo", KEY_CTRL('k'), "one|two");
	check_key(true, "one\n|two", KEY_CTRL('u'), "one|two");
}

static void what_was_erased_comes_back(void **state)
{
	struct field field = field_of("one two|", false);

	field_key(&field, KEY_CTRL('w'));
	field_key(&field, KEYS_HOME);
	field_key(&field, KEY_CTRL('y'));
	assert_string_equal(field.text.data, "twoone ");
	field_fini(&field);
}

static void line_breaks_become_blanks_in_one_line(void **state)
{
	struct field line, note;

	field_init(&line, "", false);
	field_insert(&line, "a\r\nb\nc\td\033\a", 11);
	assert_string_equal(line.text.data, "a b c d");
	field_init(&note, "", true);
	field_insert(&note, "a\r\nb", 4);
	assert_string_equal(note.text.data, "a\nb");
	field_fini(&line);
	field_fini(&note);
}

static void enter_is_a_line_only_in_a_note(void **state)
{
	struct field line = field_of("a|b", false);

	assert_false(field_key(&line, KEYS_ENTER));
	check_key(true, "a|b", KEYS_ENTER, "a\n|b");
	field_fini(&line);
}

static void broken_bytes_are_repaired(void **state)
{
	struct field field;

	field_init(&field, "Caf\xE9", false);
	assert_string_equal(field.text.data, "Café");
	field_fini(&field);
}

static void a_note_wraps_and_the_cursor_moves_by_lines(void **state)
{
	struct field field = field_of("one two| three\nfour", true);

	assert_int_equal(field_lines(&field, 8), 3);
	assert_true(field_move_line(&field, 8, 1));
	assert_int_equal(field.cursor, strlen("one two three"));
	assert_true(field_move_line(&field, 8, 1));
	assert_false(field_move_line(&field, 8, 1));
	assert_int_equal(field.cursor, strlen("one two three\nfour"));
	field_fini(&field);
}

/* Without UTF-8, as here, an ß is two letters. */
static void lines_and_the_cursor_go_by_what_is_shown(void **state)
{
	struct field field = field_of("abcdef ßßß| two\nßßßß", true);

	assert_int_equal(field_lines(&field, 6), 5);
	assert_true(field_move_line(&field, 6, 1));
	assert_int_equal(field.cursor, strlen("abcdef ßßß two"));
	assert_true(field_move_line(&field, 6, 1));
	assert_int_equal(field.cursor, strlen("abcdef ßßß two\nß"));
	field_fini(&field);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(letters_go_in_at_the_cursor),
		cmocka_unit_test(moving_goes_by_what_is_seen_as_one_character),
		cmocka_unit_test(moving_stops_at_both_ends),
		cmocka_unit_test(lines_have_a_beginning_and_an_end),
		cmocka_unit_test(words_are_moved_over_and_erased_whole),
		cmocka_unit_test(a_line_is_erased_before_and_behind_the_cursor),
		cmocka_unit_test(what_was_erased_comes_back),
		cmocka_unit_test(line_breaks_become_blanks_in_one_line),
		cmocka_unit_test(enter_is_a_line_only_in_a_note),
		cmocka_unit_test(broken_bytes_are_repaired),
		cmocka_unit_test(a_note_wraps_and_the_cursor_moves_by_lines),
		cmocka_unit_test(lines_and_the_cursor_go_by_what_is_shown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
