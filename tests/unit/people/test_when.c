/* Dates as people type them: by the clock, in other ways than one by one, refused.
 * Not here: what each phrase is (test_when_table.c), how dates are shown (test_date.c). */
#include "../unit.h"
#include "clock.h"
#include "filo/people/words/when.h"

#include <string.h>

/* Monday 23 November 2026. */
static day_number today(void)
{
	return date_to_day((struct civil_date){ 2026, 11, 23 });
}

/* The minute of Tuesday, which was set, that is meant. */
static int minute_of(const struct when *when)
{
	const day_number tuesday = date_to_day((struct civil_date){ 2026, 11, 24 });

	return (when->day - tuesday) * 24 * 60 + when->minute;
}

static void assert_away(const char *text, int now, int minutes)
{
	day_number today = clock_set(now);
	struct when when;
	struct error err;

	assert_int_equal(when_parse(text, WHEN_PAST, today, "it", true, &when, &err), STATUS_OK);
	assert_int_equal(when.precision, PRECISION_TIME);
	if (minute_of(&when) != now + minutes)
		fail_msg("\"%s\" at %d is %d", text, now, minute_of(&when));
	assert_int_equal(when_is_to_come(&when, today), minutes > 0);
}

static void hours_ago_are_a_time(void **state)
{
	static const struct {
		const char *text;
		int minutes;
	} phrases[] = { { "2 ore fa", -120 }, { "2h ago", -120 }, { "an hour ago", -60 },
		{ "un'ora e mezza fa", -90 }, { "un'ora e venti fa", -80 }, { "mezz'ora fa", -30 },
		{ "tre quarti d'ora fa", -45 }, { "1 hour 20 minutes ago", -80 }, { "just now", 0 },
		{ "tra 2 ore", 120 }, { "in half an hour", 30 } };
	/* Also where midnight, or the end of filo's day, lies between. */
	static const int nows[] = { AT(15, 10), AT(0, 20), AT(3, 50), AT(4, 0), AT(23, 50) };

	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		for (size_t j = 0; j < sizeof nows / sizeof *nows; j++)
			assert_away(phrases[i].text, nows[j], phrases[i].minutes);
}

static void a_time_to_come_is_yesterdays(void **state)
{
	static const struct {
		int now;
		const char *typed, *day;
	} samples[] = {
		{ AT(15, 0), "14:00", "2026-11-24" },
		{ AT(15, 0), "0:00", "2026-11-24" },
		{ AT(15, 0), "15:00", "2026-11-24" },
		{ AT(15, 0), "15:01", "2026-11-23" },
		{ AT(23, 59), "23:59", "2026-11-24" },
		{ AT(4, 0), "3:59", "2026-11-24" },
		{ AT(4, 0), "4:01", "2026-11-23" },
		/* The evening before goes on, but what was said is of this night. */
		{ AT(2, 0), "1:00", "2026-11-24" },
		{ AT(2, 0), "0:00", "2026-11-24" },
		{ AT(2, 0), "3:00", "2026-11-23" },
		{ AT(2, 0), "23:30", "2026-11-23" },
		{ AT(0, 0), "0:00", "2026-11-24" },
		{ AT(0, 0), "23:59", "2026-11-23" },
	};

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		char iso[DATE_ISO_SIZE];
		struct when when;
		struct error err;
		day_number today = clock_set(samples[i].now);
		assert_int_equal(
			when_parse(samples[i].typed, WHEN_PAST, today, NULL, true, &when, &err),
			STATUS_OK);
		if (strcmp(date_format_iso(when.day, iso), samples[i].day) != 0)
			fail_msg("\"%s\" at minute %d is of %s, not %s", samples[i].typed,
				samples[i].now, iso, samples[i].day);
		assert_false(when_is_to_come(&when, today));
	}
}

/* The afternoon's, but where only the night's has come. */
static void an_hour_of_either_half_is_one_that_has_come(void **state)
{
	static const struct {
		int now;
		const char *typed;
		int is; /* minutes of Tuesday, which was set */
	} samples[] = { { AT(16, 50), "today at 2", AT(14, 0) },
		{ AT(16, 50), "half past two", AT(14, 30) }, { AT(16, 50), "alle 5", AT(5, 0) },
		{ AT(16, 50), "24 nov at 3", AT(15, 0) }, { AT(10, 0), "oggi alle 2", AT(2, 0) },
		{ AT(10, 0), "24 nov at 3", AT(3, 0) }, { AT(10, 0), "ieri alle 3", -AT(9, 0) },
		{ AT(2, 0), "alle 1", AT(1, 0) }, { AT(2, 0), "today at 1", AT(1, 0) },
		{ AT(2, 0), "alle 3", -AT(9, 0) } };

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct when when;
		struct error err;
		day_number today = clock_set(samples[i].now);
		assert_int_equal(
			when_parse(samples[i].typed, WHEN_PAST, today, "it", true, &when, &err),
			STATUS_OK);
		if (minute_of(&when) != samples[i].is)
			fail_msg("\"%s\" at %d is %d", samples[i].typed, samples[i].now,
				minute_of(&when));
	}
}

static void what_has_passed_of_a_day_goes_by_the_clock(void **state)
{
	day_number today = clock_set(AT(2, 0));
	struct when when = { .day = today + 1, .precision = PRECISION_TIME, .minute = AT(2, 0) };

	assert_int_equal(date_minutes_into(today), AT(26, 0));
	assert_int_equal(date_minutes_into(today - 1), -1);
	assert_int_equal(date_minutes_into(today + 1), -1);
	assert_false(when_is_to_come(&when, today));
	when.minute++;
	assert_true(when_is_to_come(&when, today));
	today = clock_set(AT(4, 0));
	assert_int_equal(date_minutes_into(today), AT(4, 0));
}

/* What is no one day has a first and a last one, for what begins or ends with it. */
static void days_that_are_meant_have_ends(void **state)
{
	static const struct {
		const char *text, *first, *last;
		enum when_sense sense;
	} samples[] = { { "next week", "2026-11-30", "2026-12-06", WHEN_FUTURE },
		{ "this week", "2026-11-23", "2026-11-29", WHEN_FUTURE },
		{ "last week", "2026-11-16", "2026-11-22", WHEN_FUTURE },
		{ "this month", "2026-11-01", "2026-11-30", WHEN_FUTURE },
		{ "next month", "2026-12-01", "2026-12-31", WHEN_FUTURE },
		{ "next year", "2027-01-01", "2027-12-31", WHEN_FUTURE },
		{ "weekend", "2026-11-28", "2026-11-29", WHEN_FUTURE },
		{ "week 50", "2026-12-07", "2026-12-13", WHEN_FUTURE },
		{ "the week of the 9th", "2026-12-07", "2026-12-13", WHEN_FUTURE },
		{ "mid december", "2026-12-11", "2026-12-20", WHEN_FUTURE },
		{ "end of next week", "2026-12-04", "2026-12-06", WHEN_FUTURE },
		{ "in a few days", "2026-11-25", "2026-11-30", WHEN_FUTURE },
		{ "from the 11th to the 15th", "2026-12-11", "2026-12-15", WHEN_FUTURE },
		{ "13-15 dec 09", "2009-12-13", "2009-12-15", WHEN_FUTURE },
		{ "28 to 3 dec", "2026-11-28", "2026-12-03", WHEN_FUTURE },
		{ "from 20 dec to 10 jan", "2026-12-20", "2027-01-10", WHEN_FUTURE },
		{ "jan-mar", "2027-01-01", "2027-03-31", WHEN_FUTURE },
		{ "for 2 weeks", "2026-11-24", "2026-12-07", WHEN_FUTURE },
		{ "20/12-6/1", "2026-12-20", "2027-01-06", WHEN_FUTURE },
		{ "all december", "2026-12-01", "2026-12-31", WHEN_FUTURE },
		{ "wed 23 to 25", "2026-12-23", "2026-12-25", WHEN_FUTURE },
		{ "20261224 to 6 jan", "2026-12-24", "2027-01-06", WHEN_FUTURE },
		{ "friday to 6 jan", "2026-11-27", "2027-01-06", WHEN_FUTURE },
		{ "thu 19 nov", "2026-11-19", "2026-11-19", WHEN_FUTURE },
		{ "20261224", "2026-12-24", "2026-12-24", WHEN_FUTURE },
		{ "first week of december", "2026-12-01", "2026-12-07", WHEN_FUTURE },
		{ "the next 3 days", "2026-11-24", "2026-11-26", WHEN_FUTURE },
		{ "the weekend after christmas", "2026-12-26", "2026-12-27", WHEN_FUTURE },
		{ "2 dec for a week", "2026-12-02", "2026-12-08", WHEN_FUTURE },
		{ "from 2 dec for a week", "2026-12-02", "2026-12-08", WHEN_FUTURE },
		{ "for a whole week from 2 dec", "2026-12-02", "2026-12-08", WHEN_FUTURE },
		{ "a week from 2 dec", "2026-12-02", "2026-12-08", WHEN_FUTURE },
		{ "a week from friday", "2026-12-04", "2026-12-04", WHEN_FUTURE },
		{ "from tomorrow for 10 days", "2026-11-24", "2026-12-03", WHEN_FUTURE },
		{ "next week for a couple of days", "2026-11-30", "2026-12-01", WHEN_FUTURE },
		{ "christmas for a month", "2026-12-25", "2027-01-24", WHEN_FUTURE },
		{ "15 nov for a week", "2026-11-15", "2026-11-21", WHEN_FUTURE },
		{ "after the weekend", "2026-11-30", "2026-11-30", WHEN_FUTURE },
		{ "last week", "2026-11-16", "2026-11-22" },
		{ "the weekend", "2026-11-21", "2026-11-22" },
		{ "end of october", "2026-10-26", "2026-10-31" },
		{ "end of the year", "2025-12-01", "2025-12-31" },
		{ "a few days ago", "2026-11-16", "2026-11-21" },
		{ "october", "2026-10-01", "2026-10-31" },
		{ "last year", "2025-01-01", "2025-12-31" },
		{ "yesterday at 9", "2026-11-22", "2026-11-22" },
		{ "wed 23 to 25", "2026-09-23", "2026-09-25" },
		{ "2026-W47", "2026-11-16", "2026-11-22" } };

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		char iso[DATE_ISO_SIZE];
		day_number first, last;
		assert_int_equal(when_parse_days(samples[i].text, samples[i].sense, today(), &first,
					 &last, NULL),
			STATUS_OK);
		assert_string_equal(date_format_iso(first, iso), samples[i].first);
		assert_string_equal(date_format_iso(last, iso), samples[i].last);
	}
}

/* Days ahead without a year may be noted afterwards: those that are just over, or go on. */
static void days_that_have_just_passed_are_no_year_away(void **state)
{
	static const struct {
		const char *text, *first, *last;
	} samples[] = { { "17-18 nov", "2026-11-17", "2026-11-18" },
		{ "17/11", "2026-11-17", "2026-11-17" },
		{ "tue 17 nov", "2026-11-17", "2026-11-17" },
		{ "20-26 nov", "2026-11-20", "2026-11-26" },
		{ "20 sep - 20 oct", "2026-09-20", "2026-10-20" },
		{ "november", "2026-11-01", "2026-11-30" },
		{ "october", "2026-10-01", "2026-10-31" },
		{ "mid november", "2026-11-11", "2026-11-20" },
		{ "the week of 9 nov", "2026-11-09", "2026-11-15" },
		{ "halloween", "2026-10-31", "2026-10-31" },
		{ "23 sep", "2026-09-23", "2026-09-23" },
		/* long over */
		{ "22 sep", "2027-09-22", "2027-09-22" },
		{ "1-20 aug", "2027-08-01", "2027-08-20" },
		{ "15 jan to 30 nov", "2027-01-15", "2027-11-30" },
		/* as it is said */
		{ "17 nov 2027", "2027-11-17", "2027-11-17" },
		{ "next october", "2027-10-01", "2027-10-31" },
		{ "in 11 months", "2027-10-23", "2027-10-23" },
		{ "11m", "2027-10-23", "2027-10-23" }, { "the 17th", "2026-12-17", "2026-12-17" } };
	static const struct {
		const char *text, *begin, *last;
	} ends[] = { { "18 nov", "2026-11-17", "2026-11-18" },
		{ "the 18th", "2026-11-17", "2026-11-18" }, { "2 dec", "2026-11-20", "2026-12-02" },
		{ "20 aug", "2025-08-01", "2025-08-20" },
		{ "18 nov 2027", "2026-11-17", "2027-11-18" },
		{ "fri", "2026-11-16", "2026-11-27" }, { "2w", "2026-11-20", "2026-12-07" },
		/* how long, from the first day on, whatever today is */
		{ "for a week", "2026-12-02", "2026-12-08" },
		{ "for a week", "2026-11-17", "2026-11-23" },
		{ "a week", "2026-12-02", "2026-12-08" }, { "7 days", "2026-12-02", "2026-12-08" },
		{ "for 3 days", "2026-11-30", "2026-12-02" },
		{ "for a month", "2026-12-02", "2027-01-01" }, { "2w", "2026-12-02", "2026-12-15" },
		{ "in 2 weeks", "2026-11-20", "2026-12-07" },
		{ "the first of the month", "2026-11-20", "2026-12-01" } };
	day_number first, last, begin;
	char iso[DATE_ISO_SIZE];

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		assert_int_equal(
			when_parse_days(samples[i].text, WHEN_FUTURE, today(), &first, &last, NULL),
			STATUS_OK);
		assert_string_equal(date_format_iso(first, iso), samples[i].first);
		assert_string_equal(date_format_iso(last, iso), samples[i].last);
	}
	for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
		assert_true(date_parse_iso(ends[i].begin, &begin));
		assert_int_equal(
			when_parse_last(ends[i].text, begin, today(), &last, NULL), STATUS_OK);
		assert_string_equal(date_format_iso(last, iso), ends[i].last);
	}
}

/* What is said to begin so ends on another day, which is said elsewhere. */
static void an_open_beginning_has_no_last_day(void **state)
{
	static const struct {
		const char *text;
		int days;
	} samples[] = { { "from friday", 4 }, { "from friday on", 4 }, { "as of 27 nov", 4 },
		{ "starting from friday", 4 }, { "from next week", 7 }, { "from 20261224", 31 } };

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		day_number first, last;
		assert_int_equal(
			when_parse_days(samples[i].text, WHEN_FUTURE, today(), &first, &last, NULL),
			STATUS_OK);
		assert_int_equal(first, today() + samples[i].days);
		assert_int_equal(last, DAY_NONE);
		assert_int_equal(
			when_parse_last(samples[i].text, today(), today(), &last, NULL), STATUS_OK);
		assert_true(last >= first);
	}
}

static void what_was_after_midnight_was_today(void **state)
{
	day_number today = clock_set(AT(2, 0));
	struct when when = { .day = today + 1, .precision = PRECISION_TIME, .minute = AT(1, 0) };
	char said[80];

	when_describe(&when, today, said, sizeof said);
	assert_string_equal(said, "Tue 24 Nov 2026 01:00, today");
	when.minute = AT(9, 0);
	when_describe(&when, today, said, sizeof said);
	assert_string_equal(said, "Tue 24 Nov 2026 09:00, tomorrow");
	/* In the daytime that is the night to come, and the last one was yesterday's. */
	today = clock_set(AT(12, 0));
	when.minute = AT(2, 0);
	when.day = today;
	when_describe(&when, today, said, sizeof said);
	assert_non_null(strstr(said, " 02:00, yesterday"));
	when.day++;
	when_describe(&when, today, said, sizeof said);
	assert_non_null(strstr(said, " 02:00, tomorrow"));
}

static void month_first_where_the_locale_says_so(void **state)
{
	struct when when;
	char iso[DATE_ISO_SIZE];

	when_parse("10/12", WHEN_PAST, today(), NULL, false, &when, NULL);
	assert_string_equal(date_format_iso(when.day, iso), "2026-10-12");
}

static void nonsense_is_refused_with_a_reason(void **state)
{
	static const char *const samples[] = { "", "   ", "soon", "31/2", "31 feb", "29 feb 2025",
		"12/13", "0 jan", "40 oct", "2026-02-30", "2026-13-01", "999999999d",
		"99999 years ago", "at", "at 25:00", "ieri", "fri fri", "end fri",
		"tue 24 oct 2026", "sat 31 feb", "mon 99", "end of tuesday", "the 32nd", "3",
		"25.70", "start", "5-3 nov", "nov 5-3", "15-11 dec", "1 2 3 4 5 6 7 8 9 10",
		"oct 2025 at 6pm", "2nd week week", "1st week w" };

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct when when;
		struct error err = { .message = "" };
		if (when_parse(samples[i], WHEN_PAST, today(), NULL, true, &when, &err) ==
			STATUS_OK)
			fail_msg("\"%s\" was taken", samples[i]);
		assert_true(strlen(err.message) > 0);
	}
}

/* Not in the letters it was compared by. */
static void a_refusal_shows_what_was_typed(void **state)
{
	struct when when;
	struct error err;

	when_parse("Sab\u00e0to 1\u00ba Mai", WHEN_PAST, today(), "it", true, &when, &err);
	assert_non_null(strstr(err.message, "\"Sab\u00e0to 1\u00ba Mai\""));
}

static void days_are_completed_in_the_persons_language(void **state)
{
	static const struct {
		const char *typed, *language, *expected;
	} samples[] = { { "Ju", NULL, "june july" }, { "tom", NULL, "tomorrow" },
		{ "yest", NULL, "" }, { "ven", "it", "venerdi" }, { "ott", "it_IT", "ottobre" },
		{ "", "it", NULL } };

	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		struct vector words = VECTOR_INIT(char *);
		struct strbuf all = STRBUF_INIT;
		char **word;
		when_complete(samples[i].typed, samples[i].language, &words);
		VECTOR_EACH (word, &words)
			strbuf_add_item(&all, " ", *word);
		if (samples[i].expected)
			assert_string_equal(all.data, samples[i].expected);
		else
			assert_true(words.count > 20); /* all */
		vector_fini_strings(&words);
		strbuf_fini(&all);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(hours_ago_are_a_time),
		cmocka_unit_test(a_time_to_come_is_yesterdays),
		cmocka_unit_test(an_hour_of_either_half_is_one_that_has_come),
		cmocka_unit_test(what_has_passed_of_a_day_goes_by_the_clock),
		cmocka_unit_test(days_that_are_meant_have_ends),
		cmocka_unit_test(days_that_have_just_passed_are_no_year_away),
		cmocka_unit_test(an_open_beginning_has_no_last_day),
		cmocka_unit_test(what_was_after_midnight_was_today),
		cmocka_unit_test(month_first_where_the_locale_says_so),
		cmocka_unit_test(a_refusal_shows_what_was_typed),
		cmocka_unit_test(days_are_completed_in_the_persons_language),
		cmocka_unit_test(nonsense_is_refused_with_a_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
