/* Keys out of bytes, whole, split and unknown. Not here: reading and waiting. */
#include "../unit.h"
#include "tui/terminal/input_decode.h"

#include <string.h>

static void check(const char *bytes, int wanted)
{
	int key = 0;

	assert_int_equal(input_decode(bytes, strlen(bytes), true, &key), strlen(bytes));
	assert_int_equal(key, wanted);
}

static void arrows_come_in_both_modes(void **state)
{
	check("\033[A", KEYS_UP);
	check("\033OA", KEYS_UP);
	check("\033[B", KEYS_DOWN);
	check("\033OD", KEYS_LEFT);
	check("\033[a", KEYS_UP);
}

static void home_end_and_pages_come_in_every_terminal_s_shape(void **state)
{
	static const struct {
		const char *bytes;
		int key;
	} shapes[] = { { "\033[H", KEYS_HOME }, { "\033OH", KEYS_HOME }, { "\033[1~", KEYS_HOME },
		{ "\033[7~", KEYS_HOME }, { "\033[F", KEYS_END }, { "\033OF", KEYS_END },
		{ "\033[4~", KEYS_END }, { "\033[8~", KEYS_END }, { "\033[5~", KEYS_PAGE_UP },
		{ "\033[6~", KEYS_PAGE_DOWN }, { "\033[3~", KEYS_DELETE },
		{ "\033[3;5~", KEYS_DELETE }, { "\033[3$", KEYS_DELETE },
		{ "\033[2~", KEYS_INSERT }, { "\033[Z", KEYS_BACK_TAB }, { "\033OM", KEYS_ENTER } };

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		check(shapes[i].bytes, shapes[i].key);
}

static void function_keys_come_in_every_terminal_s_shape(void **state)
{
	static const struct {
		const char *bytes;
		int number;
	} shapes[] = { { "\033OP", 1 }, { "\033[11~", 1 }, { "\033[[A", 1 }, { "\033OQ", 2 },
		{ "\033OS", 4 }, { "\033[[E", 5 }, { "\033[15~", 5 }, { "\033[17~", 6 },
		{ "\033[21~", 10 }, { "\033[23~", 11 }, { "\033[24~", 12 } };

	for (size_t i = 0; i < sizeof shapes / sizeof *shapes; i++)
		check(shapes[i].bytes, KEYS_F1 + shapes[i].number - 1);
}

static void plain_keys_are_what_they_are(void **state)
{
	check("a", 'a');
	check("\r", KEYS_ENTER);
	check("\x7F", KEYS_BACKSPACE);
	check("\x12", KEY_CTRL('r'));
	check("é", 0xE9);
	check("李", 0x674E);
	check("\xE9", 0xE9); /* a terminal that sends Latin-1 */
}

static void a_mouse_says_where(void **state)
{
	check("\033[<0;12;5M", KEYS_MOUSE);
	assert_int_equal(input_mouse()->act, MOUSE_CLICK);
	assert_int_equal(input_mouse()->row, 4);
	assert_int_equal(input_mouse()->col, 11);
	check("\033[<65;1;1M", KEYS_MOUSE);
	assert_int_equal(input_mouse()->act, MOUSE_WHEEL_DOWN);
	check("\033[<80;1;1M", KEYS_MOUSE); /* with Ctrl held */
	assert_int_equal(input_mouse()->act, MOUSE_WHEEL_UP);
	check("\033\033[<0;1;1M", KEYS_MOUSE);
	check("\033[<0;12;5m", KEYS_IGNORED); /* let go */
	check("\033[<32;12;5M", KEYS_IGNORED);
	check("\033[<2;12;5M", KEYS_IGNORED);
	check("\033[<0;0;5M", KEYS_IGNORED);
}

static void the_rest_of_a_report_is_known(void **state)
{
	static const struct {
		const char *bytes;
		size_t used;
		bool is_cut;
	} rests[] = { { "[<0;12;5Mx", 9, false }, { "<0;12;5m", 8, false }, { ";5M", 3, false },
		{ "[<0;12", 6, true }, { "5", 1, true }, { "x", 0, false }, { "5x", 0, false } };

	for (size_t i = 0; i < sizeof rests / sizeof *rests; i++) {
		bool is_cut;
		assert_int_equal(input_mouse_rest(rests[i].bytes, strlen(rests[i].bytes), &is_cut),
			rests[i].used);
		assert_int_equal(is_cut, rests[i].is_cut);
	}
}

static void alt_is_a_key_behind_esc(void **state)
{
	check("\033b", KEY_ALT + 'b');
	check("\033\x7F", KEY_ALT + KEYS_BACKSPACE);
	check("\033é", KEY_ALT + 0xE9);
	check("\033[1;5C", KEY_ALT + KEYS_RIGHT);
	check("\033[1;3D", KEY_ALT + KEYS_LEFT);
	check("\033\033[D", KEY_ALT + KEYS_LEFT);
}

static void keys_of_the_newer_protocols_are_read(void **state)
{
	check("\033[27u", KEYS_ESCAPE);
	check("\033[114;5u", KEY_CTRL('r'));
	check("\033[27;5;114~", KEY_CTRL('r'));
	check("\033[98;3u", KEY_ALT + 'b');
	check("\033[9;2u", KEYS_BACK_TAB);
}

static void a_modifier_without_keys_makes_no_key_of_a_letter(void **state)
{
	check("\033[100;9u", KEYS_IGNORED);     /* Super */
	check("\033[100;33u", KEYS_IGNORED);    /* Meta */
	check("\033[27;17;100~", KEYS_IGNORED); /* Hyper */
	check("\033[13;9u", KEYS_IGNORED);
	check("\033[49;5u", KEYS_IGNORED); /* Ctrl-1 */
	check("\033[1076;5u", KEYS_IGNORED);
	check("\033[49;7u", KEYS_IGNORED);
	check("\033[100;65u", 'd'); /* with the light of a lock on */
}

static void shift_makes_another_letter(void **state)
{
	check("\033[100;2u", 'D');
	check("\033[100:68;2u", 'D');
	check("\033[49:33;2u", '!');
	check("\033[27;2;33~", '!'); /* as Xterm tells it, shifted already */
	check("\033[100;6u", KEY_CTRL('d'));
	check("\033[13;2u", KEYS_ENTER);
}

static void a_key_let_go_is_no_key(void **state)
{
	check("\033[97;1:1u", 'a');
	check("\033[97;1:2u", 'a'); /* repeated */
	check("\033[97;1:3u", KEYS_IGNORED);
	check("\033[97:65;2:3u", KEYS_IGNORED);
	check("\033[1;1:3A", KEYS_IGNORED);
	check("\033[3;1:3~", KEYS_IGNORED);
}

static void eight_bit_controls_begin_sequences_too(void **state)
{
	check("\x9B"
	      "A",
		KEYS_UP);
	check("\xC2\x9B"
	      "A",
		KEYS_UP);
	check("\x8F"
	      "B",
		KEYS_DOWN);
	check("\x9D"
	      "11;rgb:0/0/0\x9C",
		KEYS_IGNORED);
	check("\xC2\x90"
	      "1+r4d73\xC2\x9C",
		KEYS_IGNORED);
	check("\x98"
	      "two words\x9C",
		KEYS_IGNORED);
	check("\xC2\x9E"
	      "two words\xC2\x9C",
		KEYS_IGNORED);
	check("\x85", KEYS_IGNORED);
	check("\xC2\x85", KEYS_IGNORED);
}

static void alt_with_a_letter_is_told_from_a_reply(void **state)
{
	int key;

	assert_int_equal(input_decode("\033]x", 3, false, &key), 2);
	assert_int_equal(key, KEY_ALT + ']');
	assert_int_equal(input_decode("\033Px", 3, false, &key), 2);
	assert_int_equal(key, KEY_ALT + 'P');
}

static void a_reply_behind_a_late_esc_is_told_from_what_a_hand_types(void **state)
{
	static const struct {
		const char *bytes;
		enum reply reply;
	} beginnings[] = { { "P", REPLY_UNTOLD }, { "_", REPLY_UNTOLD }, { "P>", REPLY_UNTOLD },
		{ "P1", REPLY_UNTOLD }, { "P12$", REPLY_UNTOLD }, { "_G", REPLY_UNTOLD },
		{ "P>|", REPLY_WHOLE }, { "P>|foot(1)", REPLY_WHOLE }, { "P!|0", REPLY_WHOLE },
		{ "P1+r544e", REPLY_WHOLE }, { "P0+r", REPLY_WHOLE }, { "P1$r0m", REPLY_WHOLE },
		{ "_Gi=1;OK", REPLY_WHOLE }, { "_GI=7", REPLY_WHOLE }, { "Pj", REPLY_NONE },
		{ "P1j", REPLY_NONE }, { "P>>", REPLY_NONE }, { "P$r", REPLY_NONE },
		{ "_Gg", REPLY_NONE }, { "_\033", REPLY_NONE }, { "OA", REPLY_NONE },
		{ "X", REPLY_UNTOLD }, { "^", REPLY_UNTOLD }, { "Xd", REPLY_UNTOLD },
		{ "^two words\033", REPLY_UNTOLD }, { "X\033\\", REPLY_WHOLE },
		{ "^two\r\nwords\033\\l", REPLY_WHOLE }, { "Xd\a", REPLY_WHOLE },
		{ "^d\xC2\x9C", REPLY_WHOLE }, { "Xavier\r", REPLY_NONE },
		{ "X\033[A", REPLY_NONE }, { "^\x7F", REPLY_NONE } };

	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		assert_int_equal(input_reply_of(beginnings[i].bytes, strlen(beginnings[i].bytes)),
			beginnings[i].reply);
}

static void unknown_sequences_are_swallowed_whole(void **state)
{
	check("\033[38;5;1y", KEYS_IGNORED);
	check("\033[?62;c", KEYS_IGNORED);
	check("\033[<3;10;20M", KEYS_IGNORED);
	check("\033[M !!", KEYS_IGNORED);
	check("\033[I", KEYS_IGNORED);
	check("\033[[F", KEYS_IGNORED);
	check("\033OT", KEYS_IGNORED);
	check("\033]11;rgb:0000/0000/0000\a", KEYS_IGNORED);
	check("\033P1+r4d73\033\\", KEYS_IGNORED);
	check("\x9B"
	      "99y",
		KEYS_IGNORED);
}

static void a_reply_on_a_mode_is_no_key(void **state)
{
	check("\033[?12;1$y", KEYS_IGNORED);
	check("\033[?7$y", KEYS_IGNORED);
	check("\033[4;2$y", KEYS_IGNORED);
	check("\033[1;2$d", KEYS_IGNORED);
	check("\033[24;80R", KEYS_IGNORED); /* where the cursor is */
	check("\033[24;2R", KEYS_IGNORED);
	check("\033[1;80R", KEYS_IGNORED);
	check("\033[R", KEYS_F1 + 2);
	check("\033[1;2R", KEYS_F1 + 2);
	check("\033[1;16R", KEYS_F1 + 2);
	check("\033[1 d", KEYS_IGNORED);
	check("\033[=1;1u", KEYS_IGNORED);
}

static void the_beginning_of_a_sequence_waits_for_the_rest(void **state)
{
	static const char *const beginnings[] = { "\033", "\033[", "\033[1", "\033[1;5", "\033O",
		"\xE6", "\xE6\x9D", "\033]11;", "\033\033[", "\033[?12;1$" };
	int key;

	for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++)
		assert_int_equal(
			input_decode(beginnings[i], strlen(beginnings[i]), false, &key), 0);
}

static void what_never_goes_on_is_taken_for_what_it_is(void **state)
{
	check("\033", KEYS_ESCAPE);
	check("\033[", KEY_ALT + '[');
	check("\033O", KEY_ALT + 'O');
	check("\033]", KEY_ALT + ']');
	check("\033[1;", KEYS_IGNORED);
}

static void only_the_first_key_is_taken(void **state)
{
	int key;

	assert_int_equal(input_decode("\033[Aj", 4, false, &key), 3);
	assert_int_equal(input_decode("jj", 2, false, &key), 1);
	assert_int_equal(input_decode("\033\033", 2, true, &key), 1);
	assert_int_equal(key, KEYS_ESCAPE);
}

static void a_paste_begins_and_its_end_is_found(void **state)
{
	static const char pasted[] = "one\033[201\033[201~j";

	check("\033[200~", KEYS_PASTE);
	assert_int_equal(input_paste_end(pasted, strlen(pasted)), 8);
	assert_int_equal(input_paste_end("none", 4), 4);
}

/* Every string of two and three bytes behind Esc: always an answer, never more than there is. */
static void no_bytes_can_hang_the_reading(void **state)
{
	char bytes[4] = { '\033' };
	int key;

	for (int a = 0; a < 256; a++) {
		for (int b = 0; b < 256; b++) {
			bytes[1] = (char)a;
			bytes[2] = (char)b;
			for (size_t len = 1; len <= 3; len++) {
				size_t used = input_decode(bytes, len, true, &key);
				assert_in_range(used, 1, len);
				assert_int_not_equal(key, 0);
			}
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(arrows_come_in_both_modes),
		cmocka_unit_test(home_end_and_pages_come_in_every_terminal_s_shape),
		cmocka_unit_test(function_keys_come_in_every_terminal_s_shape),
		cmocka_unit_test(plain_keys_are_what_they_are),
		cmocka_unit_test(a_mouse_says_where),
		cmocka_unit_test(the_rest_of_a_report_is_known),
		cmocka_unit_test(alt_is_a_key_behind_esc),
		cmocka_unit_test(keys_of_the_newer_protocols_are_read),
		cmocka_unit_test(a_modifier_without_keys_makes_no_key_of_a_letter),
		cmocka_unit_test(shift_makes_another_letter),
		cmocka_unit_test(a_key_let_go_is_no_key),
		cmocka_unit_test(eight_bit_controls_begin_sequences_too),
		cmocka_unit_test(alt_with_a_letter_is_told_from_a_reply),
		cmocka_unit_test(a_reply_behind_a_late_esc_is_told_from_what_a_hand_types),
		cmocka_unit_test(unknown_sequences_are_swallowed_whole),
		cmocka_unit_test(a_reply_on_a_mode_is_no_key),
		cmocka_unit_test(the_beginning_of_a_sequence_waits_for_the_rest),
		cmocka_unit_test(what_never_goes_on_is_taken_for_what_it_is),
		cmocka_unit_test(only_the_first_key_is_taken),
		cmocka_unit_test(a_paste_begins_and_its_end_is_found),
		cmocka_unit_test(no_bytes_can_hang_the_reading),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
