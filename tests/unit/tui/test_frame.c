/* What a frame may say in fewer bytes, and what it may not. Not here: what is drawn. */
#include "tui/terminal/frame.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COLS 20

static void check(const char *said, const char *shorter)
{
	struct strbuf frame = STRBUF_INIT;

	strbuf_add(&frame, said);
	frame_shorten(&frame, COLS, true);
	assert_string_equal(frame.data, shorter);
	strbuf_fini(&frame);
}

static void unchanged(const char *said)
{
	check(said, said);
}

static void a_look_after_none_ends_none(void **state)
{
	(void)state;
	check("\033[ma\033[0;1mb\033[mc\033[0;7md", "\033[ma\033[1mb\033[mc\033[7md");
	check("\033[m\033[2;1Ha\033[0;1;38;5;4mb", "\033[m\033[2;1Ha\033[1;38;5;4mb");
}

static void a_look_after_another_ends_it(void **state)
{
	(void)state;
	unchanged("\033[0;1ma");
	unchanged("\033[m\033[1ma\033[0;7mb");
	check("\033[m\033[0;1ma\033[0;7mb", "\033[m\033[1ma\033[0;7mb");
	unchanged("\033[39;49m\033[0;1ma");
	unchanged("\033[m\033(0\033[0;1ma");
}

static void a_move_within_a_row_does_not_name_it(void **state)
{
	(void)state;
	check("\033[12;3Habc\033[12;10Hd", "\033[12;3Habc\033[10Gd");
	check("\033[H\033[2J\033[1;5Ha", "\033[H\033[2J\033[5Ga");
	check("\033[7dab\033[7;9Hc", "\033[7dab\033[9Gc");
	check("\033[3;1H─│é\033[3;9Hc", "\033[3;1H─│é\033[9Gc");
	check("\033[3;1Ha\033[5Cb\r\033[3;9Hc", "\033[3;1Ha\033[5Cb\r\033[9Gc");
	check("\033[3;1Ha\033[K\033[1mb\033[3;9Hc", "\033[3;1Ha\033[K\033[1mb\033[9Gc");
}

/* A row that is full may have been left, and who knows where other sequences lead. */
static void a_move_names_a_row_that_may_be_another(void **state)
{
	(void)state;
	unchanged("\033[12;3Habc\033[13;10Hd");
	unchanged("abc\033[12;10Hd");
	unchanged("\033[12;18Habc\033[12;10Hd");
	unchanged("\033[12;1Habc\n\033[12;10Hd");
	unchanged("\033[12;1Habc\033[A\033[12;10Hd");
	unchanged("\033[12;1Habc\033M\033[12;10Hd");
	unchanged("\033[12;1Habc\033[2L\033[12;10Hd");
	unchanged("\033[12;1H李李李李李李李李李李\033[12;10Hd");
}

static void a_terminal_without_such_a_move_gets_none(void **state)
{
	struct strbuf frame = STRBUF_INIT;

	(void)state;
	strbuf_add(&frame, "\033[m\033[12;3H\033[0;1mabc\033[12;10Hd");
	frame_shorten(&frame, COLS, false);
	assert_string_equal(frame.data, "\033[m\033[12;3H\033[1mabc\033[12;10Hd");
	strbuf_fini(&frame);
}

static void what_is_no_sequence_stays(void **state)
{
	(void)state;
	unchanged("");
	unchanged("\033");
	unchanged("\033[");
	unchanged("\033[12;");
	unchanged("\033[1;2;3Ha\033[1;2;3Hb");
	unchanged("\033]2;filo \033[0;1m\007\033[?25l\033[?2026h");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_look_after_none_ends_none),
		cmocka_unit_test(a_look_after_another_ends_it),
		cmocka_unit_test(a_move_within_a_row_does_not_name_it),
		cmocka_unit_test(a_move_names_a_row_that_may_be_another),
		cmocka_unit_test(a_terminal_without_such_a_move_gets_none),
		cmocka_unit_test(what_is_no_sequence_stays),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
