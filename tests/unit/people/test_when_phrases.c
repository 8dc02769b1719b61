/* Phrases with a time, parts of the day, and days that are not well known.
 * Not here: the shapes of dates (test_when.c). */
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

struct phrase {
	const char *text;
	const char *written; /* as when_write says it, or a piece of the refusal */
};

static const char *written(
	const char *text, enum when_sense sense, const char *language, struct strbuf *out)
{
	struct when when;
	struct error err = { .message = "" };

	strbuf_clear(out);
	if (when_parse(text, sense, today(), language, true, &when, &err) == STATUS_OK)
		when_write(out, &when);
	else
		strbuf_add(out, err.message);
	return out->data;
}

static void assert_written(
	const struct phrase *phrases, size_t count, enum when_sense sense, const char *language)
{
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < count; i++) {
		const char *is = written(phrases[i].text, sense, language, &out);
		if (strcmp(is, phrases[i].written) != 0)
			fail_msg("\"%s\" is %s, not %s", phrases[i].text, is, phrases[i].written);
	}
	strbuf_fini(&out);
}

#define ASSERT_WRITTEN(phrases, sense, language)                                                   \
	assert_written(phrases, sizeof(phrases) / sizeof *(phrases), sense, language)

static void the_time_is_kept(void **state)
{
	static const struct phrase english[] = {
		{ "yesterday at 6pm", "2026-11-22 18:00" },
		{ "fri 18:30", "2026-11-20 18:30" },
		{ "yesterday 9 pm", "2026-11-22 21:00" },
		{ "fri 9.30pm", "2026-11-20 21:30" },
		{ "8pm yesterday", "2026-11-22 20:00" },
		{ "yesterday @ 6pm", "2026-11-22 18:00" },
		{ "yesterday at nine thirty", "2026-11-22 09:30" },
		{ "yesterday at half past nine", "2026-11-22 09:30" },
		{ "yesterday at a quarter to ten", "2026-11-22 09:45" },
		{ "ten past nine yesterday", "2026-11-22 09:10" },
		{ "yesterday half nine", "2026-11-22 09:30" },
		{ "yesterday 9 o'clock", "2026-11-22 09:00" },
		{ "yesterday around 9", "2026-11-22 09:00" },
		{ "yesterday at 9ish", "2026-11-22 09:00" },
		{ "yesterday at noon", "2026-11-22 12:00" },
		{ "yesterday at midnight", "2026-11-23 00:00" },
		{ "yesterday at half past midnight", "2026-11-23 00:30" },
		{ "day before yesterday at 9pm", "2026-11-21 21:00" },
	};
	static const struct phrase italian[] = {
		{ "ieri alle 21 e 30", "2026-11-22 21:30" },
		{ "ieri alle 9 e mezza", "2026-11-22 09:30" },
		{ "ieri alle 9 e un quarto", "2026-11-22 09:15" },
		{ "ieri alle otto e tre quarti", "2026-11-22 08:45" },
		{ "ieri alle nove meno dieci", "2026-11-22 08:50" },
		{ "ieri alle 9 e 20 minuti", "2026-11-22 09:20" },
		{ "ieri alle 21,30", "2026-11-22 21:30" },
		{ "ieri alle ore 21", "2026-11-22 21:00" },
		{ "ieri h 21", "2026-11-22 21:00" },
		{ "ieri h21", "2026-11-22 21:00" },
		{ "ieri alle 21h30", "2026-11-22 21:30" },
		{ "ieri alle 24", "2026-11-23 00:00" },
		{ "ieri verso le 21", "2026-11-22 21:00" },
		{ "ieri verso l'una", "2026-11-22 01:00" },
		{ "ieri verso mezzogiorno", "2026-11-22 12:00" },
		{ "ieri a mezzogiorno e mezza", "2026-11-22 12:30" },
		{ "ieri a mezzanotte", "2026-11-23 00:00" },
		{ "ieri alle 9 in punto", "2026-11-22 09:00" },
	};

	(void)state;
	ASSERT_WRITTEN(english, WHEN_PAST, NULL);
	ASSERT_WRITTEN(italian, WHEN_PAST, "it");
}

/* The day that is said is the day it counts for: it ends at four. */
static void a_part_of_the_day_says_which_nine_it_is(void **state)
{
	static const struct phrase english[] = {
		{ "yesterday at 9 in the evening", "2026-11-22 21:00" },
		{ "yesterday 9 in the evening", "2026-11-22 21:00" },
		{ "yesterday evening at 9", "2026-11-22 21:00" },
		{ "yesterday at 9 o'clock in the evening", "2026-11-22 21:00" },
		{ "tonight at 8", "2026-11-23 20:00" },
		{ "at 8 tonight", "2026-11-23 20:00" },
		{ "last night at 11", "2026-11-22 23:00" },
		{ "around 9 last night", "2026-11-22 21:00" },
		{ "last night at 12", "2026-11-23 00:00" },
		{ "last night at 2", "2026-11-23 02:00" },
		{ "two nights ago at 11", "2026-11-21 23:00" },
		{ "saturday night at half past nine", "2026-11-21 21:30" },
		{ "saturday at 2 in the morning", "2026-11-21 02:00" },
		{ "sat 21 nov at 1 at night", "2026-11-22 01:00" },
		{ "this afternoon at 3", "2026-11-23 15:00" },
		{ "yesterday at ten to one in the afternoon", "2026-11-22 12:50" },
		{ "yesterday at lunch at 1", "2026-11-22 13:00" },
		{ "yesterday evening at 18:30", "2026-11-22 18:30" },
		{ "on the 20th at 9 in the evening", "2026-11-20 21:00" },
		{ "the 9th in the evening", "2026-11-09" },
		{ "yesterday evening 9", "2026-11-22 21:00" },
		{ "yesterday seven pm", "2026-11-22 19:00" },
		{ "the night before last at 11", "2026-11-21 23:00" },
		{ "the morning after christmas at 9", "2025-12-26 09:00" },
		{ "yesterday afternoon after lunch at 3", "2026-11-22 15:00" },
	};
	static const struct phrase italian[] = {
		{ "ieri sera alle 9", "2026-11-22 21:00" },
		{ "ieri alle 9 di sera", "2026-11-22 21:00" },
		{ "ieri alle 8 della sera", "2026-11-22 20:00" },
		{ "alle 9 di ieri sera", "2026-11-22 21:00" },
		{ "stasera alle 8", "2026-11-23 20:00" },
		{ "ieri pomeriggio alle 3", "2026-11-22 15:00" },
		{ "ieri alle 3 del pomeriggio", "2026-11-22 15:00" },
		{ "ieri alle 7 di mattina", "2026-11-22 07:00" },
		{ "stamattina alle nove e mezza", "2026-11-23 09:30" },
		{ "ieri alle nove meno un quarto di sera", "2026-11-22 20:45" },
		{ "ieri sera alle 12", "2026-11-23 00:00" },
		{ "ieri notte alle 2", "2026-11-23 02:00" },
		{ "ieri alle 2 di notte", "2026-11-23 02:00" },
		{ "ieri alle 5 di notte", "2026-11-22 05:00" },
		{ "stanotte alle 2", "2026-11-23 02:00" },
		{ "sabato notte alle 2", "2026-11-22 02:00" },
		{ "sabato 9 di sera", "2026-11-21 21:00" },
		{ "il 9 di sera", "2026-11-09" },
		{ "il 9 alle 10 di sera", "2026-11-09 22:00" },
		{ "l'altro ieri sera alle 9", "2026-11-21 21:00" },
		{ "due sere fa alle 9", "2026-11-21 21:00" },
		{ "ieri dopo cena alle 10", "2026-11-22 22:00" },
		{ "la sera prima di Natale", "2025-12-24" },
		{ "ieri nel primo pomeriggio alle 2", "2026-11-22 14:00" },
		{ "ieri in prima serata", "2026-11-22" },
		{ "ieri a pranzo all'una", "2026-11-22 13:00" },
	};
	static const struct phrase ahead[] = {
		{ "domani alle 8 di sera", "2026-11-24 20:00" },
		{ "domani sera alle 8", "2026-11-24 20:00" },
		{ "stasera a mezzanotte", "2026-11-23" },
		{ "tomorrow night at 1", "2026-11-24" },
	};

	(void)state;
	ASSERT_WRITTEN(english, WHEN_PAST, NULL);
	ASSERT_WRITTEN(italian, WHEN_PAST, "it");
	ASSERT_WRITTEN(ahead, WHEN_FUTURE, "it");
}

static void a_time_that_is_not_in_its_part_is_refused(void **state)
{
	static const struct phrase phrases[] = {
		{ "ieri alle 15 di mattina", "15:00 is not in the morning" },
		{ "stamattina alle 9 di sera", "21:00 is not in the morning" },
		{ "ieri pomeriggio alle 9", "09:00 is not in the afternoon" },
		{ "ieri sera alle 3", "03:00 is not in the evening" },
		{ "yesterday at 6am in the evening", "06:00 is not in the evening" },
		{ "yesterday at 12 in the morning", "12:00 is not in the morning" },
		{ "this morning at 9pm", "21:00 is not in the morning" },
		{ "ieri alle 9 alle 10", "has two times" },
		{ "ieri alle 25", "has a time that does not exist" },
		{ "2 ore fa alle 9", "is not a date" },
		{ "le vacanze", "is not a date" },
		{ "cena", "is not a date" },
		{ "altro", "is not a date" },
		{ "l'altro giorno alle 9", "needs a day beside it" },
	};
	struct strbuf out = STRBUF_INIT;

	(void)state;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++) {
		const char *said = written(phrases[i].text, WHEN_PAST, "it", &out);
		if (!strstr(said, phrases[i].written))
			fail_msg("\"%s\" is %s", phrases[i].text, said);
	}
	strbuf_fini(&out);
}

static void everyday_neighbours_are_read(void **state)
{
	static const struct phrase english[] = {
		{ "in 2024", "2024" },
		{ "in the fall", "autumn 2026" },
		{ "in the summer of 2019", "summer 2019" },
		{ "late october", "Oct 2026" },
		{ "mid-october", "Oct 2026" },
		{ "late 2019", "2019" },
		{ "end of last month", "Oct 2026" },
		{ "the last day of october", "2026-10-31" },
		{ "Easter Monday", "2026-04-06" },
		{ "Good Friday", "2026-04-03" },
		{ "Thanksgiving", "2025-11-27" },
		{ "the day before yesterday", "2026-11-21" },
		{ "two fridays ago", "2026-11-13" },
		{ "two fridays ago at 2 in the night", "2026-11-14 02:00" },
		{ "monday of last week", "2026-11-16" },
		{ "the week before last", "Nov 2026" },
		{ "this past friday", "2026-11-20" },
		{ "in october last year", "Oct 2025" },
		{ "12 oct last year", "2025-10-12" },
		{ "3 October '25", "2025-10-03" },
		{ "back in march", "Mar 2026" },
		{ "earlier today", "2026-11-23" },
		{ "this month", "Nov 2026" },
		{ "late last night", "2026-11-22" },
		{ "the day after Christmas", "2025-12-26" },
		{ "a year and a half ago", "2025-05-23" },
		{ "2000 days ago", "2021-06-02" },
	};
	static const struct phrase english_ahead[] = {
		{ "end of next month", "2026-12-31" },
		{ "a week from friday", "2026-12-04" },
		{ "friday week", "2026-12-04" },
		{ "3 days from now", "2026-11-26" },
		{ "in a week's time", "2026-11-30" },
		{ "2 days before christmas", "2026-12-23" },
		{ "before christmas", "2026-12-24" },
		{ "end of next week", "2026-12-04" },
		{ "this week", "2026-11-29" },
		{ "in a few days", "2026-11-26" },
	};
	static const struct phrase italian[] = {
		{ "fine mese scorso", "Oct 2026" },
		{ "Pasquetta", "2026-04-06" },
		{ "Immacolata", "2025-12-08" },
		{ "venerdì santo", "2026-04-03" },
		{ "martedì grasso", "2026-02-17" },
		{ "nella primavera del 2024", "spring 2024" },
		{ "nell'estate del 2019", "summer 2019" },
		{ "nel 2024", "2024" },
		{ "nel '98", "1998" },
		{ "nel mese di ottobre", "Oct 2026" },
		{ "ai primi di ottobre", "Oct 2026" },
		{ "a metà ottobre", "Oct 2026" },
		{ "il giorno 15", "2026-11-15" },
		{ "il giorno dopo Natale", "2025-12-26" },
		{ "25 novembre '25", "2025-11-25" },
		{ "il 12 ottobre dell'anno scorso", "2025-10-12" },
		{ "a maggio dell'anno scorso", "May 2025" },
		{ "il 15 u.s.", "2026-11-15" },
		{ "lunedì della settimana scorsa", "2026-11-16" },
		{ "due lunedì fa", "2026-11-09" },
		{ "due sere fa", "2026-11-21" },
		{ "ieri mattina presto", "2026-11-22" },
		{ "quest'anno", "2026" },
		{ "quest'estate", "summer 2026" },
		{ "un mese e mezzo fa", "2026-10-09" },
	};
	static const struct phrase italian_ahead[] = {
		{ "fine mese prossimo", "2026-12-31" },
		{ "martedì della settimana prossima", "2026-12-01" },
		{ "oggi a otto", "2026-11-30" },
		{ "lunedì a quindici", "2026-12-14" },
		{ "due giorni prima di Natale", "2026-12-23" },
		{ "inizio settimana prossima", "2026-11-30" },
		{ "tra qualche giorno", "2026-11-26" },
		{ "fra una decina di giorni", "2026-12-03" },
		{ "tra 2 o 3 giorni", "2026-11-26" },
	};

	(void)state;
	ASSERT_WRITTEN(english, WHEN_PAST, NULL);
	ASSERT_WRITTEN(english_ahead, WHEN_FUTURE, NULL);
	ASSERT_WRITTEN(italian, WHEN_PAST, "it");
	ASSERT_WRITTEN(italian_ahead, WHEN_FUTURE, "it");
}

/* Some days ago are no day: as much as is known of them is kept. */
static void a_day_not_well_known_is_none(void **state)
{
	static const struct phrase english[] = {
		{ "a few days ago", "Nov 2026" },
		{ "the other day", "Nov 2026" },
		{ "days ago", "Nov 2026" },
		{ "2 or 3 days ago", "Nov 2026" },
		{ "a day or two ago", "Nov 2026" },
		{ "a week or so ago", "Nov 2026" },
		{ "about a week ago", "Nov 2026" },
		{ "a few weeks ago", "autumn 2026" },
		{ "a few months ago", "2026" },
		{ "around christmas", "Dec 2025" },
		{ "a couple of days ago", "2026-11-21" },
	};
	static const struct phrase italian[] = {
		{ "giorni fa", "Nov 2026" },
		{ "qualche giorno fa", "Nov 2026" },
		{ "due o tre giorni fa", "Nov 2026" },
		{ "3-4 settimane fa", "autumn 2026" },
		{ "l'altro giorno", "Nov 2026" },
		{ "l'altra sera", "Nov 2026" },
		{ "una decina di giorni fa", "Nov 2026" },
		{ "circa un mese fa", "Oct 2026" },
		{ "due mesi fa circa", "autumn 2026" },
		{ "verso il 10 ottobre", "Oct 2026" },
		{ "verso fine ottobre", "Oct 2026" },
	};
	struct strbuf out = STRBUF_INIT;

	(void)state;
	ASSERT_WRITTEN(english, WHEN_PAST, NULL);
	ASSERT_WRITTEN(italian, WHEN_PAST, "it");
	assert_non_null(strstr(written("anni fa", WHEN_PAST, "it", &out), "is no one day"));
	strbuf_fini(&out);
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

	(void)state;
	for (size_t i = 0; i < sizeof phrases / sizeof *phrases; i++)
		for (size_t j = 0; j < sizeof nows / sizeof *nows; j++)
			assert_away(phrases[i].text, nows[j], phrases[i].minutes);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_time_is_kept),
		cmocka_unit_test(a_part_of_the_day_says_which_nine_it_is),
		cmocka_unit_test(a_time_that_is_not_in_its_part_is_refused),
		cmocka_unit_test(everyday_neighbours_are_read),
		cmocka_unit_test(a_day_not_well_known_is_none),
		cmocka_unit_test(hours_ago_are_a_time),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
