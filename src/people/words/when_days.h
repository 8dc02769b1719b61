/* Days that are reckoned: distances, weekdays, feasts, borders of months, days not well known.
 * Not here: which of them the words mean (when_shapes.h). */
#ifndef FILO_PEOPLE_WORDS_WHEN_DAYS_H
#define FILO_PEOPLE_WORDS_WHEN_DAYS_H

#include "people/words/when_tokens.h"

#define ANY_WEEKDAY  (-1)
#define DAYS_IN_WEEK 7
#define AMOUNT_MAX   100000 /* of units from another day */

/* Each gives the day with the time of the reading, or refuses with a sentence. */
enum status when_not_understood(struct when_reading *r);
/* It has passed where it should come, or the reverse. */
enum status when_refuse_side(struct when_reading *r);
enum status when_give(
	struct when_reading *r, struct when *out, day_number day, enum precision precision);
enum status when_give_civil(struct when_reading *r, struct when *out, int year, int month, int day);
enum status when_give_month(struct when_reading *r, struct when *out, int year, int month);
/* Day and month without a year: the latest past one, or the next. */
enum status when_give_day_month(
	struct when_reading *r, struct when *out, int day, int month, enum when_sense sense);
/* A day of any month, the latest or the next. */
enum status when_give_day_of_month(
	struct when_reading *r, struct when *out, int day, enum when_sense sense);
/* Says which weekday that day is, and where the one that was said is near it. */
enum status when_refuse_weekday(struct when_reading *r, day_number day, int weekday);
/* So many units away. In the past, when it was said that there were about so many, or some, as well
 * as that can be known. */
enum status when_give_distance(
	struct when_reading *r, struct when *out, int amount, int unit, int sign);
/* "The last 3 days", or some: one of them, up to today; of the next, the last. */
enum status when_give_span(
	struct when_reading *r, struct when *out, int amount, int unit, int sign);
/* All of these days, ahead the first of them that is to come: a week, "the 11th to the 15th". */
enum status when_give_days(
	struct when_reading *r, struct when *out, day_number first, day_number last);
/* Last month, this year: of what is not over a day as far away is likely; of this week the middle
 * so far in the log, and ahead its last. */
enum status when_give_period(struct when_reading *r, struct when *out, int unit, int which);
/* ISO 8601's week of that number: one of its days, or its first; or that weekday of it. `year` 0:
 * the latest that has begun, or the next that is not over. */
enum status when_give_week(
	struct when_reading *r, struct when *out, int year, int week, int weekday);
/* The nth such weekday, or the LAST, of the month with that first day; with a `step`, in months,
 * the latest of them or the next. */
enum status when_give_nth_weekday(struct when_reading *r, struct when *out, day_number month,
	int nth, int weekday, int step, enum when_sense sense);
/* The weekday before today, or after it; of a weekend the Saturday. */
day_number when_weekday(const struct when_reading *r, int weekday, int sign);
/* `year` 0: the latest one, or the next. */
enum status when_give_feast(
	struct when_reading *r, struct when *out, int feast, int year, enum when_sense sense);
/* One of these days, which are kept as the first and the last that are meant: in the past, of more
 * than a week, their month, season or year, or refused; else the likely one. */
enum status when_give_likely(struct when_reading *r, struct when *out, day_number first,
	day_number last, day_number likely);
/* The same, of which the one in the middle is likely, or today where that has not come. */
enum status when_give_range(
	struct when_reading *r, struct when *out, day_number first, day_number last);
/* What is a weekday: of a weekend, its Saturday. */
enum status when_give_weekday(
	struct when_reading *r, struct when *out, int weekday, day_number day);
/* The border, or a part, of `months` months from `first` on: those of this year, or the latest or
 * next ones when there is a `step`, in months, from one to the next. */
enum status when_give_edge(struct when_reading *r, struct when *out, enum edge edge,
	day_number first, int months, int step);
/* "Early last week", "end of next week": some of its days; ahead, the first of them. */
enum status when_give_edge_of_week(
	struct when_reading *r, struct when *out, enum edge edge, day_number monday);
/* Of a time without a day: the latest that has passed, or the next to come. */
day_number when_day_of_time(const struct when_reading *r);
day_number when_add_units(day_number day, int amount, int unit);

#endif
