/* Dates as people type them.
 * Not here: times, parts of the day (test_when_phrases.c), how dates are shown (test_date.c). */
#include "clock.h"
#include "filo/people/words/when.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* Monday 23 November 2026. */
static day_number today(void)
{
	return date_to_day((struct civil_date){ 2026, 11, 23 });
}

struct sample {
	const char *text;
	enum when_sense sense;
	const char *iso;
	enum precision precision;
};

static void assert_reads(const struct sample *sample, const char *language)
{
	struct when when;
	struct error err = { .message = "" };
	char iso[DATE_ISO_SIZE];

	if (when_parse(sample->text, sample->sense, today(), language, true, &when, &err) !=
		STATUS_OK)
		fail_msg("\"%s\": %s", sample->text, err.message);
	if (strcmp(date_format_iso(when.day, iso), sample->iso) != 0)
		fail_msg("\"%s\" is %s, not %s", sample->text, iso, sample->iso);
	assert_int_equal(when.precision, sample->precision);
}

static void english_is_read(void **state)
{
	static const struct sample samples[] = {
		{ "today", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "Yesterday", WHEN_PAST, "2026-11-22", PRECISION_DAY },
		{ "tomorrow", WHEN_FUTURE, "2026-11-24", PRECISION_DAY },
		{ "day before yesterday", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "fri", WHEN_PAST, "2026-11-20", PRECISION_DAY },
		{ "this morning", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "last night", WHEN_PAST, "2026-11-22", PRECISION_DAY },
		{ "yesterday evening", WHEN_PAST, "2026-11-22", PRECISION_DAY },
		{ "fri night", WHEN_PAST, "2026-11-20", PRECISION_DAY },
		{ "2 hours ago", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "oct 12th", WHEN_PAST, "2026-10-12", PRECISION_DAY },
		{ "last month", WHEN_PAST, "2026-10-01", PRECISION_MONTH },
		{ "next month", WHEN_FUTURE, "2026-12-23", PRECISION_DAY },
		{ "last year", WHEN_PAST, "2025-01-01", PRECISION_YEAR },
		{ "last summer", WHEN_PAST, "2026-06-01", PRECISION_SEASON },
		{ "last autumn", WHEN_PAST, "2025-09-01", PRECISION_SEASON },
		{ "fri", WHEN_FUTURE, "2026-11-27", PRECISION_DAY },
		{ "mon", WHEN_PAST, "2026-11-16", PRECISION_DAY },
		{ "last friday", WHEN_PAST, "2026-11-20", PRECISION_DAY },
		{ "next mon", WHEN_FUTURE, "2026-11-30", PRECISION_DAY },
		{ "3d", WHEN_PAST, "2026-11-20", PRECISION_DAY },
		{ "3d", WHEN_FUTURE, "2026-11-26", PRECISION_DAY },
		{ "2w", WHEN_PAST, "2026-11-09", PRECISION_DAY },
		{ "1m", WHEN_PAST, "2026-10-23", PRECISION_DAY },
		{ "1y", WHEN_FUTURE, "2027-11-23", PRECISION_DAY },
		{ "2 weeks ago", WHEN_FUTURE, "2026-11-09", PRECISION_DAY },
		{ "a week ago", WHEN_PAST, "2026-11-16", PRECISION_DAY },
		{ "in 3 days", WHEN_PAST, "2026-11-26", PRECISION_DAY },
		{ "last week", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "12/10", WHEN_PAST, "2026-10-12", PRECISION_DAY },
		{ "12/10", WHEN_FUTURE, "2027-10-12", PRECISION_DAY },
		{ "12.10.", WHEN_PAST, "2026-10-12", PRECISION_DAY },
		{ "12/10/2025", WHEN_PAST, "2025-10-12", PRECISION_DAY },
		{ "12/10/25", WHEN_PAST, "2025-10-12", PRECISION_DAY },
		{ "24 dec", WHEN_PAST, "2025-12-24", PRECISION_DAY },
		{ "12 oct", WHEN_PAST, "2026-10-12", PRECISION_DAY },
		{ "Oct 12, 2025", WHEN_PAST, "2025-10-12", PRECISION_DAY },
		{ "12 of October 2025", WHEN_PAST, "2025-10-12", PRECISION_DAY },
		{ "2026-10-12", WHEN_PAST, "2026-10-12", PRECISION_DAY },
		{ "29 feb", WHEN_PAST, "2024-02-29", PRECISION_DAY },
		{ "29 feb", WHEN_FUTURE, "2028-02-29", PRECISION_DAY },
		{ "oct 2025", WHEN_PAST, "2025-10-01", PRECISION_MONTH },
		{ "summer 2019", WHEN_PAST, "2019-06-01", PRECISION_SEASON },
		{ "1998", WHEN_PAST, "1998-01-01", PRECISION_YEAR },
		{ "4 jul 1700", WHEN_PAST, "1700-07-04", PRECISION_DAY },
		{ "1 jan 2200", WHEN_FUTURE, "2200-01-01", PRECISION_DAY },
		{ "fri 18:30", WHEN_PAST, "2026-11-20", PRECISION_TIME },
		{ "yesterday at 6pm", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "summer", WHEN_PAST, "2026-06-01", PRECISION_SEASON },
		{ "the 3rd", WHEN_PAST, "2026-11-03", PRECISION_DAY },
		{ "the 31st", WHEN_PAST, "2026-10-31", PRECISION_DAY },
		{ "the 3rd", WHEN_FUTURE, "2026-12-03", PRECISION_DAY },
		{ "in a fortnight", WHEN_FUTURE, "2026-12-07", PRECISION_DAY },
		{ "a fortnight ago", WHEN_PAST, "2026-11-09", PRECISION_DAY },
		{ "2 days back", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "winter", WHEN_PAST, "2025-12-01", PRECISION_SEASON },
		{ "summer", WHEN_FUTURE, "2027-06-01", PRECISION_SEASON },
		{ "in october", WHEN_PAST, "2026-10-01", PRECISION_MONTH },
		{ "november", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "november", WHEN_FUTURE, "2027-11-01", PRECISION_MONTH },
		{ "december", WHEN_PAST, "2025-12-01", PRECISION_MONTH },
		{ "ten days ago", WHEN_PAST, "2026-11-13", PRECISION_DAY },
		{ "a couple of weeks ago", WHEN_PAST, "2026-11-09", PRECISION_DAY },
		{ "weekend", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "this weekend", WHEN_FUTURE, "2026-11-28", PRECISION_DAY },
		{ "end of the month", WHEN_FUTURE, "2026-11-30", PRECISION_DAY },
		{ "end of february 2024", WHEN_PAST, "2024-02-01", PRECISION_MONTH },
		{ "mid march", WHEN_FUTURE, "2027-03-15", PRECISION_DAY },
		{ "25 nov. 2025", WHEN_PAST, "2025-11-25", PRECISION_DAY },
		{ "tue 24", WHEN_FUTURE, "2026-11-24", PRECISION_DAY },
		{ "sat 24 oct", WHEN_PAST, "2026-10-24", PRECISION_DAY },
		{ "+3d", WHEN_PAST, "2026-11-26", PRECISION_DAY },
		{ "-3d", WHEN_FUTURE, "2026-11-20", PRECISION_DAY },
		{ "Christmas", WHEN_PAST, "2025-12-25", PRECISION_DAY },
		{ "by christmas", WHEN_FUTURE, "2026-12-25", PRECISION_DAY },
		{ "easter", WHEN_FUTURE, "2027-03-28", PRECISION_DAY },
		{ "easter 2025", WHEN_PAST, "2025-04-20", PRECISION_DAY },
		{ "half an hour ago", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "in half an hour", WHEN_FUTURE, "2026-11-23", PRECISION_DAY },
		{ "twenty-one days ago", WHEN_PAST, "2026-11-02", PRECISION_DAY },
		{ "twenty one days ago", WHEN_PAST, "2026-11-02", PRECISION_DAY },
		{ "sixteen days ago", WHEN_PAST, "2026-11-07", PRECISION_DAY },
		{ "in thirty-one days", WHEN_FUTURE, "2026-12-24", PRECISION_DAY },
		{ "just now", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "week-end", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "last week end", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "yesterday 9 pm", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "yesterday at 9 p.m.", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "yesterday at nine", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "christmas eve", WHEN_PAST, "2025-12-24", PRECISION_DAY },
		{ "on new year's eve", WHEN_FUTURE, "2026-12-31", PRECISION_DAY },
		{ "boxing day", WHEN_FUTURE, "2026-12-26", PRECISION_DAY },
		{ "20 minutes ago", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "at the weekend", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "at Christmas", WHEN_FUTURE, "2026-12-25", PRECISION_DAY },
		{ "yesterday at lunch", WHEN_PAST, "2026-11-22", PRECISION_DAY },
		{ "first of the month", WHEN_PAST, "2026-11-01", PRECISION_DAY },
		{ "the 15th of the month", WHEN_FUTURE, "2026-12-15", PRECISION_DAY },
		{ "the 3rd of last month", WHEN_PAST, "2026-10-03", PRECISION_DAY },
		{ "12th", WHEN_PAST, "2026-11-12", PRECISION_DAY },
		{ "in 2 months", WHEN_FUTURE, "2027-01-23", PRECISION_DAY },
		{ "2026\u201110\u201112", WHEN_PAST, "2026-10-12", PRECISION_DAY },
	};

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		assert_reads(&samples[i], NULL);
}

static void italian_is_read(void **state)
{
	static const struct sample samples[] = {
		{ "ieri", WHEN_PAST, "2026-11-22", PRECISION_DAY },
		{ "l'altro ieri", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "oggi", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "domani", WHEN_FUTURE, "2026-11-24", PRECISION_DAY },
		{ "dopodomani", WHEN_FUTURE, "2026-11-25", PRECISION_DAY },
		{ "venerdì", WHEN_PAST, "2026-11-20", PRECISION_DAY },
		{ "ieri sera", WHEN_PAST, "2026-11-22", PRECISION_DAY },
		{ "questa mattina", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "un'ora fa", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "l'anno scorso", WHEN_PAST, "2025-01-01", PRECISION_YEAR },
		{ "l'altro ieri", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "lunedì scorso", WHEN_PAST, "2026-11-16", PRECISION_DAY },
		{ "tra 2 settimane", WHEN_FUTURE, "2026-12-07", PRECISION_DAY },
		{ "fra un mese", WHEN_FUTURE, "2026-12-23", PRECISION_DAY },
		{ "3 giorni fa", WHEN_PAST, "2026-11-20", PRECISION_DAY },
		{ "settimana scorsa", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "12 mar", WHEN_PAST, "2026-03-12", PRECISION_DAY },
		{ "mar", WHEN_PAST, "2026-11-17", PRECISION_DAY },
		{ "12 ottobre", WHEN_PAST, "2026-10-12", PRECISION_DAY },
		{ "il 12 ott 2025", WHEN_PAST, "2025-10-12", PRECISION_DAY },
		{ "estate 2019", WHEN_PAST, "2019-06-01", PRECISION_SEASON },
		{ "ieri alle 18:30", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "yesterday", WHEN_PAST, "2026-11-22", PRECISION_DAY },
		{ "ottobre", WHEN_PAST, "2026-10-01", PRECISION_MONTH },
		{ "il 12", WHEN_PAST, "2026-11-12", PRECISION_DAY },
		{ "il 3", WHEN_FUTURE, "2026-12-03", PRECISION_DAY },
		{ "18.30", WHEN_PAST, "2026-11-23", PRECISION_TIME },
		{ "ieri 9.15", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "12.10", WHEN_PAST, "2026-10-12", PRECISION_DAY },
		{ "ieri l'altro", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "a gennaio", WHEN_FUTURE, "2027-01-01", PRECISION_MONTH },
		{ "ad aprile", WHEN_PAST, "2026-04-01", PRECISION_MONTH },
		{ "2a", WHEN_PAST, "2024-11-23", PRECISION_DAY },
		{ "d'estate", WHEN_PAST, "2026-06-01", PRECISION_SEASON },
		{ "dieci giorni fa", WHEN_PAST, "2026-11-13", PRECISION_DAY },
		{ "un paio di settimane fa", WHEN_PAST, "2026-11-09", PRECISION_DAY },
		{ "2 ore fa", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "weekend", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "fine settimana", WHEN_FUTURE, "2026-11-28", PRECISION_DAY },
		{ "il weekend scorso", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "fine mese", WHEN_FUTURE, "2026-11-30", PRECISION_DAY },
		{ "fine mese", WHEN_PAST, "2026-10-01", PRECISION_MONTH },
		{ "metà dicembre", WHEN_FUTURE, "2026-12-15", PRECISION_DAY },
		{ "primo novembre", WHEN_PAST, "2026-11-01", PRECISION_DAY },
		{ "1° novembre", WHEN_PAST, "2026-11-01", PRECISION_DAY },
		{ "il 1º novembre 2025", WHEN_PAST, "2025-11-01", PRECISION_DAY },
		{ "25 nov. 2025", WHEN_PAST, "2025-11-25", PRECISION_DAY },
		{ "martedì 24", WHEN_FUTURE, "2026-11-24", PRECISION_DAY },
		{ "martedì 24", WHEN_PAST, "2026-03-24", PRECISION_DAY },
		{ "sab 24 ottobre", WHEN_PAST, "2026-10-24", PRECISION_DAY },
		{ "all'8 dicembre", WHEN_FUTURE, "2026-12-08", PRECISION_DAY },
		{ "avantieri", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "stamani", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "Natale", WHEN_PAST, "2025-12-25", PRECISION_DAY },
		{ "a Natale", WHEN_FUTURE, "2026-12-25", PRECISION_DAY },
		{ "a Pasqua", WHEN_FUTURE, "2027-03-28", PRECISION_DAY },
		{ "+3g", WHEN_PAST, "2026-11-26", PRECISION_DAY },
		{ "ieri alle 21 e 30", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "ieri ore 21", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "il primo del mese", WHEN_PAST, "2026-11-01", PRECISION_DAY },
		{ "il 3 del mese prossimo", WHEN_FUTURE, "2026-12-03", PRECISION_DAY },
		{ "1\u00b0", WHEN_FUTURE, "2026-12-01", PRECISION_DAY },
		{ "all'8", WHEN_FUTURE, "2026-12-08", PRECISION_DAY },
		{ "dall\u201911", WHEN_PAST, "2026-11-11", PRECISION_DAY },
		{ "l'8", WHEN_PAST, "2026-11-08", PRECISION_DAY },
		{ "dal 3", WHEN_PAST, "2026-11-03", PRECISION_DAY },
		{ "avant'ieri", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "avant\u2019ieri", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "l'altr'ieri", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "ier l'altro", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "20 minuti fa", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "mezz'ora fa", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "2 weeks ago", WHEN_PAST, "2026-11-09", PRECISION_DAY },
		{ "2 ago", WHEN_PAST, "2026-08-02", PRECISION_DAY },
		{ "venti minuti fa", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "fra un'ora", WHEN_FUTURE, "2026-11-23", PRECISION_DAY },
		{ "un quarto d'ora fa", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "ventun giorni fa", WHEN_PAST, "2026-11-02", PRECISION_DAY },
		{ "ventitré giorni fa", WHEN_PAST, "2026-10-31", PRECISION_DAY },
		{ "fra trentuno giorni", WHEN_FUTURE, "2026-12-24", PRECISION_DAY },
		{ "il ventuno", WHEN_PAST, "2026-11-21", PRECISION_DAY },
		{ "adesso", WHEN_PAST, "2026-11-23", PRECISION_DAY },
		{ "domattina", WHEN_FUTURE, "2026-11-24", PRECISION_DAY },
		{ "week-end", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "il week end", WHEN_PAST, "2026-11-01", PRECISION_MONTH },
		{ "Santo Stefano", WHEN_PAST, "2025-12-26", PRECISION_DAY },
		{ "vigilia di Natale", WHEN_FUTURE, "2026-12-24", PRECISION_DAY },
		{ "per Natale", WHEN_FUTURE, "2026-12-25", PRECISION_DAY },
		{ "alla fine del mese", WHEN_FUTURE, "2026-11-30", PRECISION_DAY },
		{ "alla metà di dicembre", WHEN_FUTURE, "2026-12-15", PRECISION_DAY },
		{ "meta' dicembre", WHEN_FUTURE, "2026-12-15", PRECISION_DAY },
		{ "lunedi'", WHEN_PAST, "2026-11-16", PRECISION_DAY },
		{ "ieri alle nove", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "alle otto e un quarto", WHEN_PAST, "2026-11-23", PRECISION_TIME },
		{ "alle 21,30", WHEN_PAST, "2026-11-23", PRECISION_TIME },
		{ "ieri all'una", WHEN_PAST, "2026-11-22", PRECISION_TIME },
		{ "oggi a mezzogiorno", WHEN_PAST, "2026-11-23", PRECISION_TIME },
		{ "dal 10", WHEN_PAST, "2026-11-10", PRECISION_DAY },
		{ "al 10", WHEN_FUTURE, "2026-12-10", PRECISION_DAY },
	};

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
		assert_reads(&samples[i], "it");
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

	(void)state;
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

static void what_has_passed_of_a_day_goes_by_the_clock(void **state)
{
	day_number today = clock_set(AT(2, 0));
	struct when when = { .day = today + 1, .precision = PRECISION_TIME, .minute = AT(2, 0) };

	(void)state;
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
	} samples[] = { { "last week", "2026-11-16", "2026-11-22" },
		{ "the weekend", "2026-11-21", "2026-11-22" },
		{ "end of october", "2026-10-26", "2026-10-31" },
		{ "end of the year", "2025-12-01", "2025-12-31" },
		{ "a few days ago", "2026-11-16", "2026-11-21" },
		{ "october", "2026-10-01", "2026-10-31" },
		{ "last year", "2025-01-01", "2025-12-31" },
		{ "yesterday at 9", "2026-11-22", "2026-11-22" },
		{ "2026-W47", "2026-11-16", "2026-11-22" } };

	(void)state;
	for (size_t i = 0; i < sizeof samples / sizeof *samples; i++) {
		char iso[DATE_ISO_SIZE];
		day_number first, last;
		assert_int_equal(
			when_parse_days(samples[i].text, WHEN_PAST, today(), &first, &last, NULL),
			STATUS_OK);
		assert_string_equal(date_format_iso(first, iso), samples[i].first);
		assert_string_equal(date_format_iso(last, iso), samples[i].last);
	}
}

static void what_was_after_midnight_was_today(void **state)
{
	day_number today = clock_set(AT(2, 0));
	struct when when = { .day = today + 1, .precision = PRECISION_TIME, .minute = AT(1, 0) };
	char said[80];

	(void)state;
	when_describe(&when, today, said, sizeof said);
	assert_string_equal(said, "Tue 24 Nov 2026 01:00, today");
	when.minute = AT(9, 0);
	when_describe(&when, today, said, sizeof said);
	assert_string_equal(said, "Tue 24 Nov 2026 09:00, tomorrow");
}

static void month_first_where_the_locale_says_so(void **state)
{
	struct when when;
	char iso[DATE_ISO_SIZE];

	(void)state;
	when_parse("10/12", WHEN_PAST, today(), NULL, false, &when, NULL);
	assert_string_equal(date_format_iso(when.day, iso), "2026-10-12");
}

static void nonsense_is_refused_with_a_reason(void **state)
{
	static const char *const samples[] = { "", "   ", "soon", "31/2", "31 feb", "29 feb 2025",
		"12/13", "0 jan", "40 oct", "2026-02-30", "2026-13-01", "999999999d",
		"99999 years ago", "at", "at 25:00", "ieri", "fri fri", "end fri",
		"tue 24 oct 2026", "sat 31 feb", "mon 99", "end of tuesday", "the 32nd", "3",
		"25.70", "start", "1 2 3 4 5 6 7 8 9 10", "oct 2025 at 6pm" };

	(void)state;
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

	(void)state;
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

	(void)state;
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
		cmocka_unit_test(english_is_read),
		cmocka_unit_test(italian_is_read),
		cmocka_unit_test(a_time_to_come_is_yesterdays),
		cmocka_unit_test(what_has_passed_of_a_day_goes_by_the_clock),
		cmocka_unit_test(days_that_are_meant_have_ends),
		cmocka_unit_test(what_was_after_midnight_was_today),
		cmocka_unit_test(month_first_where_the_locale_says_so),
		cmocka_unit_test(a_refusal_shows_what_was_typed),
		cmocka_unit_test(days_are_completed_in_the_persons_language),
		cmocka_unit_test(nonsense_is_refused_with_a_reason),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
