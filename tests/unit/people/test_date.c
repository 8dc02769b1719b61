/* The calendar, and who is in which state on a day.
 * Not here: dates as people type them (test_when.c). */
#include "../unit.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"

static day_number day(int year, int month, int day_of_month)
{
	return date_to_day((struct civil_date){ year, month, day_of_month });
}

static void days_and_dates_go_there_and_back(void **state)
{
	assert_int_equal(day(1970, 1, 1), 0);
	assert_int_equal(day(2026, 11, 23), 20780);
	assert_int_equal(day(1, 1, 1), -719162);
	for (day_number d = day(1, 1, 1); d < day(9999, 12, 31); d += 97) {
		struct civil_date date = date_from_day(d);
		assert_true(date_is_valid(date));
		assert_int_equal(date_to_day(date), d);
	}
}

static void the_calendar_has_its_leap_years(void **state)
{
	assert_int_equal(date_days_in_month(1900, 2), 28);
	assert_int_equal(date_days_in_month(2000, 2), 29);
	assert_int_equal(date_days_in_month(2024, 2), 29);
	assert_int_equal(date_days_in_month(2026, 2), 28);
	assert_false(date_is_valid((struct civil_date){ 2026, 2, 29 }));
	assert_false(date_is_valid((struct civil_date){ 2026, 13, 1 }));
	assert_false(date_is_valid((struct civil_date){ 0, 1, 1 }));
}

static void weekdays_begin_on_monday(void **state)
{
	assert_int_equal(date_weekday(day(2026, 11, 23)), 0);
	assert_int_equal(date_weekday(day(1969, 12, 31)), 2);
	assert_int_equal(date_weekday(day(1700, 1, 1)), 4);
}

static void months_are_clipped_to_their_last_day(void **state)
{
	assert_int_equal(date_add_months(day(2026, 1, 31), 1), day(2026, 2, 28));
	assert_int_equal(date_add_months(day(2026, 3, 31), -1), day(2026, 2, 28));
	assert_int_equal(date_add_months(day(2026, 11, 30), 14), day(2028, 1, 30));
}

static void a_month_has_a_first_and_a_last_day(void **state)
{
	assert_int_equal(date_month_first(day(2026, 1, 31)), day(2026, 1, 1));
	assert_int_equal(date_month_first(day(1969, 2, 1)), day(1969, 2, 1));
	assert_int_equal(date_month_last(day(2028, 2, 1)), day(2028, 2, 29));
	assert_int_equal(date_month_last(day(9999, 12, 31)), day(9999, 12, 31));
}

static void iso_dates_are_read_strictly(void **state)
{
	static const char *const bad[] = { "", "2026-2-1", "2026-02-30", "2026-02-31", "26-01-01",
		"2026-01-01x", " 2026-01-01", "0000-01-01", "10000-01-01", "2026/01/01" };
	char iso[DATE_ISO_SIZE];
	day_number read = 7;

	assert_true(date_parse_iso("2026-11-23", &read));
	assert_string_equal(date_format_iso(read, iso), "2026-11-23");
	assert_string_equal(date_format_iso(DAY_NONE, iso), "");
	read = 7;
	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		assert_false(date_parse_iso(bad[i], &read));
		assert_int_equal(read, 7);
	}
}

static void a_yearly_date_comes_again(void **state)
{
	struct civil_date leap = { 1988, 2, 29 }, only_month = { 0, 5, 0 }, no_year = { 0, 12, 24 };

	assert_int_equal(date_next_yearly(leap, day(2026, 1, 1)), day(2026, 2, 28));
	assert_int_equal(date_next_yearly(leap, day(2028, 1, 1)), day(2028, 2, 29));
	assert_int_equal(date_next_yearly(leap, day(2028, 2, 29)), day(2028, 2, 29));
	assert_int_equal(date_next_yearly(no_year, day(2026, 12, 25)), day(2027, 12, 24));
	assert_int_equal(date_next_yearly(only_month, day(2026, 1, 1)), DAY_NONE);
}

static void a_yearly_date_does_not_come_before_it_was(void **state)
{
	const struct civil_date born = { 2030, 3, 4 };
	assert_int_equal(date_next_yearly(born, date_to_day((struct civil_date){ 2026, 1, 1 })),
		date_to_day(born));
}

static void a_late_night_belongs_to_the_evening_before(void **state)
{
	assert_int_equal(conversation_contact_day(100, PRECISION_TIME, 3 * 60 + 59), 99);
	assert_int_equal(conversation_contact_day(100, PRECISION_TIME, 4 * 60), 100);
	assert_int_equal(conversation_contact_day(100, PRECISION_DAY, -1), 100);
	assert_int_equal(conversation_contact_day(100, PRECISION_MONTH, -1), DAY_NONE);
}

static enum contact_state on(day_number today, const struct event *events, size_t count,
	day_number last_contact, day_number *until)
{
	day_number skipped;

	return contact_state_on(today, events, count, last_contact, until, &skipped);
}

static void a_snooze_ends_on_its_day(void **state)
{
	const struct event snooze[] = { { .kind = EVENT_SNOOZE, .day = 10, .until = 20 } };
	day_number until;

	assert_int_equal(on(9, snooze, 1, 5, &until), STATE_ACTIVE);
	assert_int_equal(on(19, snooze, 1, 5, &until), STATE_SNOOZED);
	assert_int_equal(until, 20);
	assert_int_equal(on(20, snooze, 1, 5, &until), STATE_ACTIVE);
}

static void a_resting_contact_wakes_when_they_resurface(void **state)
{
	const struct event rest[] = { { .kind = EVENT_REST, .day = 10, .until = DAY_NONE } };
	day_number until;

	assert_int_equal(on(500, rest, 1, 5, &until), STATE_RESTING);
	assert_int_equal(until, DAY_NONE);
	assert_int_equal(on(500, rest, 1, 400, &until), STATE_ACTIVE);
}

static void who_is_let_go_stays_so_until_they_return(void **state)
{
	const struct event events[] = { { .kind = EVENT_LET_GO, .day = 10, .until = DAY_NONE },
		{ .kind = EVENT_RETURN, .day = 90, .until = DAY_NONE } };
	day_number until;

	assert_int_equal(on(50, events, 2, 40, &until), STATE_ARCHIVED);
	assert_int_equal(on(90, events, 2, 40, &until), STATE_ACTIVE);
}

static void who_returns_rests_no_longer(void **state)
{
	const struct event events[] = { { .kind = EVENT_REST, .day = 5, .until = DAY_NONE },
		{ .kind = EVENT_LET_GO, .day = 10, .until = DAY_NONE },
		{ .kind = EVENT_RETURN, .day = 90, .until = DAY_NONE } };
	day_number until;

	assert_int_equal(on(50, events, 3, 2, &until), STATE_ARCHIVED);
	assert_int_equal(on(90, events, 3, 2, &until), STATE_ACTIVE);
}

static void a_date_known_in_part_says_no_more_than_is_known(void **state)
{
	static const struct {
		struct civil_date date;
		const char *words;
	} dates[] = { { { 1990, 4, 12 }, "12 Apr 1990" }, { { 0, 2, 29 }, "29 Feb" },
		{ { 1990, 5, 0 }, "May 1990" }, { { 0, 5, 0 }, "May" }, { { 1990, 0, 0 }, "1990" },
		{ { 0, 0, 15 }, "day 15" }, { { 0, 0, 0 }, "" } };
	char words[64];

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++)
		assert_string_equal(
			date_format_partial(dates[i].date, words, sizeof words), dates[i].words);
}

static day_number day_of(int hour, int minute)
{
	struct tm first_of_march = { .tm_year = 126,
		.tm_mon = 2,
		.tm_mday = 1,
		.tm_hour = hour,
		.tm_min = minute,
		.tm_isdst = -1 };

	return date_day_of_moment(mktime(&first_of_march));
}

static void a_day_ends_at_four_in_the_morning(void **state)
{
	char text[DATE_ISO_SIZE];

	assert_string_equal(date_format_iso(day_of(3, 59), text), "2026-02-28");
	assert_string_equal(date_format_iso(day_of(4, 0), text), "2026-03-01");
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_ends_at_four_in_the_morning),
		cmocka_unit_test(a_date_known_in_part_says_no_more_than_is_known),
		cmocka_unit_test(days_and_dates_go_there_and_back),
		cmocka_unit_test(the_calendar_has_its_leap_years),
		cmocka_unit_test(weekdays_begin_on_monday),
		cmocka_unit_test(months_are_clipped_to_their_last_day),
		cmocka_unit_test(a_month_has_a_first_and_a_last_day),
		cmocka_unit_test(iso_dates_are_read_strictly),
		cmocka_unit_test(a_yearly_date_comes_again),
		cmocka_unit_test(a_yearly_date_does_not_come_before_it_was),
		cmocka_unit_test(a_late_night_belongs_to_the_evening_before),
		cmocka_unit_test(a_snooze_ends_on_its_day),
		cmocka_unit_test(a_resting_contact_wakes_when_they_resurface),
		cmocka_unit_test(who_is_let_go_stays_so_until_they_return),
		cmocka_unit_test(who_returns_rests_no_longer),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
