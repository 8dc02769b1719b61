/* A rhythm as a picture. Not here: the card it stands on. */
#include "../unit.h"
#include "tui/person/rhythm_strip.h"

#include "filo/base/text.h"
#include "filo/people/score.h"

#include <string.h>

#define TODAY 20000

static void assert_weeks(
	const day_number *days, size_t count, int cols, bool is_utf8, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	strip_add_weeks(&out, days, count, TODAY, cols, is_utf8);
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void the_week_that_ends_today_is_at_the_right(void **state)
{
	const day_number this_week[] = { TODAY - 6, TODAY };
	const day_number last_week[] = { TODAY - 7 };

	assert_weeks(this_week, 2, 2, true, "⠀⢠");
	assert_weeks(last_week, 1, 2, true, "⠀⡀");
}

static void a_week_is_as_high_as_its_days_up_to_four(void **state)
{
	const day_number days[] = { TODAY - 5, TODAY - 4, TODAY - 3, TODAY - 2, TODAY - 1, TODAY };

	assert_weeks(days + 5, 1, 1, true, "⢀");
	assert_weeks(days + 3, 3, 1, true, "⢰");
	assert_weeks(days, 6, 1, true, "⢸");
}

static void without_utf8_two_weeks_are_a_digit(void **state)
{
	const day_number days[] = { TODAY - 27, TODAY - 13, TODAY - 7, TODAY };

	assert_weeks(days, 4, 3, false, ".13");
}

static void days_too_long_ago_or_to_come_are_not_drawn(void **state)
{
	const day_number days[] = { TODAY - 14, TODAY + 1 };

	assert_weeks(days, 2, 1, false, ".");
}

static void two_years_fit_the_whole_strip(void **state)
{
	const day_number days[] = { TODAY - 2 * 7 * STRIP_COLS + 1 };
	struct strbuf out = STRBUF_INIT;

	strip_add_weeks(&out, days, 1, TODAY, STRIP_COLS, true);
	assert_int_equal(text_width(out.data), STRIP_COLS);
	assert_memory_equal(out.data, "⡀", strlen("⡀"));
	strbuf_fini(&out);
}

/* Scale such that 80 % of pauses end by 4^sg times the usual, 95 % by 19^sg times. */
static const struct score score = { .m = 2.302585, .sg = 0.5, .own = 10 };

static size_t place_of(const char *scale, char mark)
{
	const char *found = strchr(scale, mark);

	assert_non_null(found);
	return (size_t)(found - scale);
}

static void the_marks_stand_in_their_order(void **state)
{
	struct strbuf out = STRBUF_INIT;

	strip_add_scale(&out, &score, 30, STRIP_COLS, false);
	assert_int_equal(out.len, STRIP_COLS);
	assert_true(place_of(out.data, 'u') < place_of(out.data, 'm'));
	assert_true(place_of(out.data, 'm') < place_of(out.data, '*'));
	assert_true(place_of(out.data, '*') < place_of(out.data, 'n'));
	strbuf_fini(&out);
}

static void a_very_long_silence_stands_behind_them_all(void **state)
{
	struct strbuf out = STRBUF_INIT;

	strip_add_scale(&out, &score, 3000, 20, true);
	assert_int_equal(text_width(out.data), 20);
	assert_true(place_of(out.data, '*') > place_of(out.data, 'n'));
	strbuf_fini(&out);
}

static void in_one_column_the_present_is_what_shows(void **state)
{
	struct strbuf out = STRBUF_INIT;

	strip_add_scale(&out, &score, 0, 1, false);
	assert_string_equal(out.data, "*");
	strbuf_fini(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_week_that_ends_today_is_at_the_right),
		cmocka_unit_test(a_week_is_as_high_as_its_days_up_to_four),
		cmocka_unit_test(without_utf8_two_weeks_are_a_digit),
		cmocka_unit_test(days_too_long_ago_or_to_come_are_not_drawn),
		cmocka_unit_test(two_years_fit_the_whole_strip),
		cmocka_unit_test(the_marks_stand_in_their_order),
		cmocka_unit_test(a_very_long_silence_stands_behind_them_all),
		cmocka_unit_test(in_one_column_the_present_is_what_shows),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
