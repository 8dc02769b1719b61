/* Dates as people type them, in English and in the language of the locale.
 * Not here: what a date is used for. */
#ifndef FILO_PEOPLE_WORDS_WHEN_H
#define FILO_PEOPLE_WORDS_WHEN_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"

/* A weekday, or a day and month without a year, is the latest past one in the log and the next
 * one in follow-ups and snoozes. */
enum when_sense { WHEN_PAST, WHEN_FUTURE };

struct when {
	day_number day;
	enum precision precision;
	int minute; /* 0..1439 with PRECISION_TIME, else -1 */
};

/* Reads `text` relative to `today`. English is always understood, Italian too when
 * `language` begins with "it" (NULL: English only); `day_first` says what 12/10 means (12 October
 * when true). Understands today, yesterday, tomorrow, weekday names and their prefixes of three
 * letters or more, "last friday", "next mon", "3d" "2w" "1m" "1y" (ago in WHEN_PAST, ahead in
 * WHEN_FUTURE), "2 weeks ago", "in 3 days", 12/10, 12/10/2025, 12.10., "12 oct", "oct 12 2025",
 * "tue 24", "fri 12 oct", 2026-10-12, "oct 2025", "in october", "last month", "summer 2019",
 * "1998", "last night", "weekend", "end of the month", "monday of last week", "first monday of the
 * month", "week 47", "Christmas", "easter 2025", "2 days before christmas", "+3d" and "-3d"
 * whatever the sense, each with an optional time "18:30" or "at 6pm" ("alle 18:30", "alle 21 e
 * mezza", "half past nine", "noon") where the day is exact; ieri, oggi, domani, lunedì, "tra 2
 * settimane", "3 giorni fa", "lunedì scorso", "12 ottobre". Accents and case do not matter.
 *
 * A time that was said with its part of the day, "ieri sera alle 9", is in it, and of the night
 * that follows the day: "last night at 2" is today at 02:00, which counts for yesterday. In the
 * future, where no time is kept, it stays on the day that was said. Hours and minutes from now are
 * a time, by the clock, and a day where `today` is another day than the clock's. Of "from 9 to 11"
 * and "between 9 and 11" the first hour is kept.
 *
 * Of days that are not well known, within a week, a likely one is given: of "the weekend" Saturday,
 * of "last week" today's weekday, of "a few days ago" and "week 47" the one in the middle, none
 * that is to come. In the past more of them ("end of october") are the month, season or year that
 * they are all in; in the future one of them.
 *
 * What makes no sense is refused with a sentence ("31 February does not exist"): STATUS_NOT_FOUND
 * when it is no date at all, else STATUS_INVALID. Never rolls a day over. A time alone that has not
 * come yet is, in the past, that of yesterday. A result in the future is returned as it is with
 * WHEN_PAST: the caller asks; but a part of today without a time, "tonight", is refused there until
 * it has begun; and a day that can only have passed, "the other day", with WHEN_FUTURE. An hour
 * from one to six that does not say of which half of the day it is, is the afternoon's, but in the
 * past where only the night's has come. */
enum status when_parse(const char *text, enum when_sense sense, day_number today,
	const char *language, bool day_first, struct when *out, struct error *err);

/* The same in the language of the locale; "yesterday" is taken ahead, too: what began may have
 * ended. */
enum status when_parse_here(const char *text, enum when_sense sense, day_number today,
	struct when *out, struct error *err);

/* The same, as the first and the last of the days that are meant: of
 * "last week" and "next week" their Monday and Sunday, of one day that one; ahead "from friday" has
 * no last, which is DAY_NONE. Ahead refused as in when_parse_last; without a year, days that have
 * begun or are over for less than two months are those, not next year's: what they are of may be
 * noted afterwards. */
enum status when_parse_days(const char *text, enum when_sense sense, day_number today,
	day_number *first, day_number *last, struct error *err);

/* The last of the days that began with `first`, ahead: "6 jan", "until 6 jan"; after a first day
 * that has passed the next such, "fri" the next from today. "For a week", "7 days", and "2w" where
 * `first` is to come, are so many days with the first. Refused where they were nearly a year long
 * over the turn of one that was not said. */
enum status when_parse_last(
	const char *text, day_number first, day_number today, day_number *last, struct error *err);

/* The same in the language of the locale, of a day after `today`: any other is refused. */
enum status when_parse_ahead(
	const char *text, day_number today, day_number *out, struct error *err);

/* Appends to `words` (of char *) days to come, months and seasons whose name begins so, in English
 * or, as in when_parse, in the language. */
void when_complete(const char *typed, const char *language, struct vector *words);

/* Whether it lies ahead: a later day, or by the clock a later time of today. What comes between
 * midnight and four counts as the evening before. */
bool when_is_to_come(const struct when *when, day_number today);

/* "Until March" is to its last day. */
day_number when_last_day(const struct when *when);
/* The meaning, to show beside the field: "Fri 23 Oct 2026, a month ago", with the day that a time
 * after midnight counts for: "Mon 23 Nov 2026 02:00, yesterday". Translated. */
void when_describe(const struct when *when, day_number today, char *out, size_t size);
/* A sentence to say behind that of an entry that was logged; "" where its day is known. */
const char *when_uncounted(enum precision precision);
/* A date such that reading it gives the same: "2026-10-12 18:30", "summer 1998". Adds to `out`;
 * nothing for DAY_NONE. */
void when_write(struct strbuf *out, const struct when *when);

#endif
