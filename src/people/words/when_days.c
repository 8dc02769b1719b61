/* Reckoning days: distances, weekdays, feasts, borders of months, days not well known.
 * Not here: which of them the words mean (when_shapes.c). */
#include "people/words/when_days.h"

#include "filo/base/i18n.h"
#include "people/words/when_clock.h"

#include <stdlib.h>

#define DAY_FIRST      date_to_day((struct civil_date){ DATE_FIRST_YEAR, 1, 1 })
#define WEEKS_OF_MONTH 4 /* the days behind them are no week */
#define MONTHS_NEAR    2
#define HOURS_KEPT     48 /* farther away no time of day is meant */
#define FEW_LOW        2
#define FEW_HIGH       7
#define ABOUT          4 /* a part of so many less or more is as right */

enum status when_not_understood(struct when_reading *r)
{
	return error_set(r->err, STATUS_NOT_FOUND,
		r->sense == WHEN_FUTURE
			? _("\"%s\" is not a date: try tomorrow, fri, 2w or 12 oct")
			: _("\"%s\" is not a date: try yesterday, fri, 3d, 12 oct or 2026-10-12"),
		r->typed);
}

enum status when_refuse_side(struct when_reading *r)
{
	return r->sense == WHEN_FUTURE
		       ? error_set(r->err, STATUS_INVALID, _("That day has passed already"))
		       : error_set(r->err, STATUS_INVALID,
				 _("\"%s\" is yet to come: that is a follow-up"), r->typed);
}

static enum status too_far(struct when_reading *r)
{
	return error_set(r->err, STATUS_INVALID, _("That is too far away"));
}

/* "0084", not so many years ago. */
static enum status when_days_refuse(struct when_reading *r, day_number first)
{
	bool has_year = false;

	for (size_t i = 0; i < r->count; i++)
		has_year |= r->tokens[i].kind == TOKEN_OTHER || when_is_year(&r->tokens[i]);
	return first >= DAY_FIRST || !has_year
		       ? too_far(r)
		       : error_set(r->err, STATUS_INVALID,
				 _("\"%s\" is before the year 1000: write the year in full, such "
				   "as 1984"),
				 r->typed);
}

/* A moment of that day, or of the night that follows it. A follow-up has no time of day: it stays
 * on the day that was said. */
static void give_moment(struct when_reading *r, struct when *out, day_number day, int minute)
{
	bool is_night_after = minute >= DAY_MINUTES;

	*out = (struct when){ .day = day, .precision = PRECISION_DAY, .minute = -1 };
	if (is_night_after && r->sense == WHEN_FUTURE)
		return;
	out->day += minute / DAY_MINUTES;
	out->precision = PRECISION_TIME;
	out->minute = minute % DAY_MINUTES;
}

/* Of an hour that says no half of the day, the afternoon's, but where only the night's has come. */
static int minute_of_day(const struct when_reading *r, day_number day)
{
	int passed = date_minutes_into(r->today), afternoon = r->minute + NOON;
	bool is_to_come = r->sense == WHEN_PAST && passed >= 0 &&
			  (day - r->today) * DAY_MINUTES + afternoon > passed;

	return r->half == HALF_SAID || is_to_come ? r->minute : afternoon;
}

enum status when_give(
	struct when_reading *r, struct when *out, day_number day, enum precision precision)
{
	if (day < DAY_FIRST || day > DAY_MOST - (r->minute >= DAY_MINUTES))
		return when_days_refuse(r, day);
	*out = (struct when){ .day = day, .precision = precision, .minute = -1 };
	if (r->minute < 0)
		return STATUS_OK;
	if (precision != PRECISION_DAY)
		return error_set(r->err, STATUS_INVALID, _("A time of day needs a day beside it"));
	give_moment(r, out, day, minute_of_day(r, day));
	return STATUS_OK;
}

enum status when_give_civil(struct when_reading *r, struct when *out, int year, int month, int day)
{
	struct civil_date date = { .year = year, .month = month, .day = day };

	if (month < 1 || month > 12)
		return error_set(r->err, STATUS_INVALID, _("There is no month %d"), month);
	if (date_is_valid(date))
		return when_give(r, out, date_to_day(date), PRECISION_DAY);
	if (day == 29 && month == 2)
		return error_set(r->err, STATUS_INVALID, _("There is no 29 February in %d"), year);
	return error_set(
		/* Translators: a day and a month: "31 February does not exist". */
		r->err, STATUS_INVALID, _("%d %s does not exist"), day, date_month_name(month));
}

enum status when_give_month(struct when_reading *r, struct when *out, int year, int month)
{
	struct civil_date first = { .year = year, .month = month, .day = 1 };

	return date_is_valid(first)
		       ? when_give(r, out, date_to_day(first), PRECISION_MONTH)
		       : error_set(r->err, STATUS_INVALID, _("There is no month %d"), month);
}

/* After midnight the date that has begun is not last year's. */
static bool is_wrong_side(const struct when_reading *r, day_number day, enum when_sense sense)
{
	bool is_after_midnight = date_minutes_into(r->today) >= DAY_MINUTES;

	return sense == WHEN_PAST ? day > r->today + is_after_midnight : day < r->today;
}

enum status when_give_day_month(
	struct when_reading *r, struct when *out, int day, int month, enum when_sense sense)
{
	int year = date_from_day(r->today).year;
	int step = sense == WHEN_PAST ? -1 : 1;
	enum status status = STATUS_INVALID;

	/* 29 February may be eight years away. */
	for (int i = 0; i <= 8; i++, year += step) {
		status = when_give_civil(r, out, year, month, day);
		bool is_right_side = status == STATUS_OK && !is_wrong_side(r, out->day, sense);
		if (is_right_side || (status != STATUS_OK && !(day == 29 && month == 2)))
			return status;
	}
	return status;
}

/* The first such weekday from a day on; of a weekend its Saturday. */
static day_number weekday_from(day_number day, int weekday)
{
	weekday = weekday == WEEKEND ? SATURDAY : weekday;
	return day + (weekday - date_weekday(day) + DAYS_IN_WEEK) % DAYS_IN_WEEK;
}

enum status when_refuse_weekday(struct when_reading *r, day_number day, int weekday)
{
	char date[80], near[80];

	date_format_long(day, date, sizeof date);
	date_format_long(weekday_from(day - THURSDAY, weekday), near, sizeof near);
	return error_set(r->err, STATUS_INVALID,
		/* Translators: both as "Tue 24 Nov 2026". */
		_("That day is another weekday: %s; near it is %s"), date, near);
}

enum status when_give_day_of_month(
	struct when_reading *r, struct when *out, int day, enum when_sense sense)
{
	const day_number first = date_month_first(r->today);
	int step = sense == WHEN_PAST ? -1 : 1;

	for (int months = -1; months <= MONTHS_NEAR; months++) {
		struct civil_date date = date_from_day(date_add_months(first, step * months));
		date.day = day;
		if (date_is_valid(date) && !is_wrong_side(r, date_to_day(date), sense))
			return when_give(r, out, date_to_day(date), PRECISION_DAY);
	}
	return error_set(r->err, STATUS_INVALID, _("There is no day %d in a month"), day);
}

/* ---- Days not well known ---- */

static day_number season_first(day_number day)
{
	day_number month = date_month_first(day);

	return date_add_months(month, -(date_from_day(month).month % 3));
}

static day_number year_first(day_number day)
{
	return date_to_day((struct civil_date){ date_from_day(day).year, 1, 1 });
}

enum status when_give_range(
	struct when_reading *r, struct when *out, day_number first, day_number last)
{
	day_number middle = first + (last - first) / 2;

	return when_give_likely(
		r, out, first, last, first <= r->today && middle > r->today ? r->today : middle);
}

enum status when_give_likely(struct when_reading *r, struct when *out, day_number first,
	day_number last, day_number likely)
{
	if (first < DAY_FIRST || last < DAY_FIRST || last > DAY_MOST)
		return when_days_refuse(r, first);
	r->first = first;
	r->last = last;
	if (r->sense == WHEN_FUTURE || last - first <= DAYS_IN_WEEK)
		return when_give(r, out, likely, PRECISION_DAY);
	if (date_month_first(first) == date_month_first(last))
		return when_give(r, out, date_month_first(first), PRECISION_MONTH);
	if (season_first(first) == season_first(last))
		return when_give(r, out, season_first(first), PRECISION_SEASON);
	if (year_first(first) == year_first(last))
		return when_give(r, out, year_first(first), PRECISION_YEAR);
	return error_set(r->err, STATUS_INVALID,
		_("\"%s\" is no one day: say about which, such as 3 days ago, or the month or "
		  "year"),
		r->typed);
}

enum status when_give_weekday(struct when_reading *r, struct when *out, int weekday, day_number day)
{
	return weekday == WEEKEND ? when_give_likely(r, out, day, day + 1, day)
				  : when_give(r, out, day, PRECISION_DAY);
}

/* ---- Weeks ---- */

enum status when_give_days(
	struct when_reading *r, struct when *out, day_number first, day_number last)
{
	if (r->sense == WHEN_PAST)
		return when_give_range(r, out, first, last);
	bool has_begun = first < r->today && r->today <= last;
	return when_give_likely(r, out, first, last, has_begun ? r->today : first);
}

/* The Monday of the week in which 4 January is. */
static day_number week_one(int year)
{
	return date_week_first(date_to_day((struct civil_date){ year, 1, 4 }));
}

enum status when_give_week(
	struct when_reading *r, struct when *out, int year, int week, int weekday)
{
	bool is_past = r->sense == WHEN_PAST, is_any_year = !year && week <= 53;
	day_number thursday = date_week_first(r->today) + THURSDAY;

	year = year ? year : date_from_day(thursday).year;
	day_number monday = week_one(year) + DAYS_IN_WEEK * (week - 1);
	if (is_any_year && is_wrong_side(r, is_past ? monday : monday + SUNDAY, r->sense)) {
		year += is_past ? -1 : 1;
		monday = week_one(year) + DAYS_IN_WEEK * (week - 1);
	}
	if (week < 1 || monday >= week_one(year + 1))
		return error_set(
			r->err, STATUS_INVALID, _("There is no week %d in %d"), week, year);
	return weekday == ANY_WEEKDAY ? when_give_days(r, out, monday, monday + SUNDAY)
				      : when_give(r, out, monday + weekday, PRECISION_DAY);
}

/* The first and the last day of the period that is meant. */
static void days_of_period(
	const struct when_reading *r, int unit, int which, day_number *first, day_number *last)
{
	int weeks = unit == UNIT_FORTNIGHTS ? 2 : 1, months = unit == UNIT_YEARS ? 12 : 1;
	day_number month = date_month_first(r->today);

	if (unit < UNIT_MONTHS) {
		int from = which > 0 ? weeks * (which - 1) + 1 : weeks * which;
		*first = date_week_first(r->today) + DAYS_IN_WEEK * from;
		*last = *first + DAYS_IN_WEEK * weeks - 1;
		return;
	}
	if (unit == UNIT_YEARS)
		month = year_first(r->today);
	*first = date_add_months(month, which * months);
	*last = date_add_months(*first, months) - 1;
}

enum status when_give_period(struct when_reading *r, struct when *out, int unit, int which)
{
	day_number first, last;

	if (unit < UNIT_DAYS || (which == 0 && unit == UNIT_FORTNIGHTS))
		return when_not_understood(r);
	if (unit == UNIT_DAYS)
		return when_give(r, out, r->today + which, PRECISION_DAY);
	days_of_period(r, unit, which, &first, &last);
	if (which == 0 && unit == UNIT_WEEKS && r->sense == WHEN_PAST)
		return when_give_range(r, out, first, r->today);
	return when_give_likely(
		r, out, first, last, which ? when_add_units(r->today, which, unit) : last);
}

/* ---- Distances ---- */

static int unit_minutes(int unit)
{
	static const int minutes[] = { [UNIT_MINUTES] = 1,
		[UNIT_QUARTERS] = 15,
		[UNIT_HALF_HOURS] = 30,
		[UNIT_HOURS] = HOUR_MINUTES };

	return minutes[unit];
}

day_number when_add_units(day_number day, int amount, int unit)
{
	switch (unit) {
	case UNIT_DAYS:
		return day + amount;
	case UNIT_WEEKS:
		return day + DAYS_IN_WEEK * amount;
	case UNIT_FORTNIGHTS:
		return day + 2 * DAYS_IN_WEEK * amount;
	case UNIT_MONTHS:
		return date_add_months(day, amount);
	case UNIT_YEARS:
		return date_add_months(day, 12 * amount);
	default:
		return day + amount * unit_minutes(unit) / DAY_MINUTES;
	}
}

/* By the clock; where it does not show the time of today, on which day. */
static enum status give_minutes(struct when_reading *r, struct when *out, int amount, int unit)
{
	int minutes = amount * unit_minutes(unit), minute;
	day_number day;

	r->is_about = false; /* a time of day is never so exact */
	if (r->minute >= 0)
		return when_not_understood(r);
	if (r->is_few && date_minutes_from_now(r->today, FEW_HIGH * minutes / FEW, &day, &minute)) {
		day -= minute < DAY_BEGINS_AT_MINUTE;
		return when_give_likely(
			r, out, amount < 0 ? day : r->today, amount < 0 ? r->today : day, r->today);
	}
	if (abs(minutes) > HOURS_KEPT * HOUR_MINUTES ||
		!date_minutes_from_now(r->today, minutes, &day, &minute))
		return when_give(r, out, when_add_units(r->today, amount, unit), PRECISION_DAY);
	if (r->sense == WHEN_FUTURE && minute < DAY_BEGINS_AT_MINUTE)
		return when_give(r, out, day - 1, PRECISION_DAY);
	give_moment(r, out, day, minute);
	return STATUS_OK;
}

enum status when_give_span(struct when_reading *r, struct when *out, int amount, int unit, int sign)
{
	if (unit < UNIT_DAYS)
		return when_not_understood(r);
	if (amount < -AMOUNT_MAX || amount > AMOUNT_MAX)
		return too_far(r);
	if (sign < 0)
		return when_give_range(r, out,
			when_add_units(r->today, -(r->is_few ? FEW_HIGH : amount), unit), r->today);
	day_number last = when_add_units(r->today, r->is_few ? FEW : amount, unit);
	return when_give_likely(r, out, r->today + 1, last, last);
}

enum status when_give_distance(
	struct when_reading *r, struct when *out, int amount, int unit, int sign)
{
	if (amount > AMOUNT_MAX)
		return too_far(r);
	if (unit < UNIT_DAYS)
		return give_minutes(r, out, sign * amount, unit);
	int low = r->is_few ? FEW_LOW : r->low, high = r->is_few ? FEW_HIGH : amount;
	day_number day = when_add_units(r->today, sign * amount, unit);
	if (day < DAY_FIRST || (!low && !r->is_about))
		return when_give(r, out, day, PRECISION_DAY);
	r->is_about = false;
	int around = (abs(r->today - day) + ABOUT / 2) / ABOUT;
	if (!low && unit == UNIT_YEARS && r->sense == WHEN_PAST)
		return when_give(r, out, year_first(day), PRECISION_YEAR);
	if (!low)
		return when_give_likely(r, out, day - around, day + around, day);
	day_number near = when_add_units(r->today, sign * low, unit);
	day_number far = when_add_units(r->today, sign * high, unit);
	return sign < 0 && r->sense == WHEN_PAST ? when_give_range(r, out, far, near)
						 : when_give_likely(r, out, sign < 0 ? far : near,
							   sign < 0 ? near : far, day);
}

/* ---- Weekdays and feasts ---- */

day_number when_weekday(const struct when_reading *r, int weekday, int sign)
{
	return weekday_from(sign < 0 ? r->today - DAYS_IN_WEEK : r->today + 1, weekday);
}

/* Of the Gregorian calendar, by the rule of 1876 (Butcher's). */
static day_number easter_of(int year)
{
	int golden = year % 19, century = year / 100, rest = year % 100;
	int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 +
			   15) %
		   30;
	int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
	int late = (golden + 11 * moon + 22 * weekday) / 451;
	int days = moon + weekday - 7 * late + 114;

	return date_to_day((struct civil_date){ year, days / 31, days % 31 + 1 });
}

/* DAY_NONE: that month has none. */
static day_number nth_weekday(day_number month, int nth, int weekday)
{
	day_number last = date_month_last(month);
	day_number week = nth == LAST ? last - SUNDAY : month + DAYS_IN_WEEK * (nth - 1);
	day_number day = weekday_from(week, weekday);

	return day <= last ? day : DAY_NONE;
}

enum status when_give_nth_weekday(struct when_reading *r, struct when *out, day_number month,
	int nth, int weekday, int step, enum when_sense sense)
{
	if (nth < 1 || (nth > 5 && nth != LAST))
		return when_not_understood(r);
	day_number day = nth_weekday(month, nth, weekday);
	if (step && is_wrong_side(r, day, sense))
		day = nth_weekday(
			date_add_months(month, sense == WHEN_PAST ? -step : step), nth, weekday);
	if (day == DAY_NONE)
		return error_set(r->err, STATUS_INVALID, _("That month has no fifth such weekday"));
	return when_give_weekday(r, out, weekday, day);
}

static day_number feast_in(int feast, int year)
{
	if (feast > EASTER(-100) && feast < FEAST_ON(1, 1, MONDAY))
		return easter_of(year) + feast - EASTER_DAY;
	bool is_weekday = feast >= FEAST_ON(1, 1, MONDAY);
	struct civil_date date = { year, feast % 10000 / 100, is_weekday ? 1 : feast % 100 };
	day_number day = date_to_day(date);
	return is_weekday ? nth_weekday(day, feast / 10 % 10, feast % 10) : day;
}

enum status when_give_feast(
	struct when_reading *r, struct when *out, int feast, int year, enum when_sense sense)
{
	int this_year = date_from_day(r->today).year;
	day_number day = feast_in(feast, year ? year : this_year);

	if (!year && is_wrong_side(r, day, sense))
		day = feast_in(feast, sense == WHEN_PAST ? this_year - 1 : this_year + 1);
	return when_give(r, out, day, PRECISION_DAY);
}

/* ---- Borders ---- */

/* The days that an edge is, in sixths of the whole. */
static void days_of_edge(
	enum edge edge, day_number first, int months, day_number *from, day_number *to)
{
	static const struct {
		int from, to;
	} sixths[] = { [EDGE_START] = { 0, 1 },
		[EDGE_EARLY] = { 0, 2 },
		[EDGE_MIDDLE] = { 2, 4 },
		[EDGE_LATE] = { 4, 6 },
		[EDGE_FIRST_HALF] = { 0, 3 },
		[EDGE_SECOND_HALF] = { 3, 6 },
		[EDGE_END] = { 5, 6 } };
	day_number end = date_month_last(date_add_months(first, months - 1)) + 1;

	*from = edge == EDGE_LAST_DAY ? end - 1 : first;
	*to = edge == EDGE_FIRST_DAY ? first : end - 1;
	int nth = (int)edge - EDGE_WEEK;
	if (nth > 0) {
		*from = nth == LAST ? end - DAYS_IN_WEEK : first + DAYS_IN_WEEK * (nth - 1);
		*to = *from + SUNDAY;
	}
	if (edge >= EDGE_FIRST_DAY)
		return;
	*from = first + (end - first) * sixths[edge].from / 6;
	*to = first + (end - first) * sixths[edge].to / 6 - 1;
	if (months > 1 && edge == EDGE_END) /* of a year it is December */
		*from = date_month_first(end - 1);
	if (months > 1 && edge == EDGE_START)
		*to = date_month_last(first);
	if (months == 12 && edge == EDGE_FIRST_HALF)
		*to = date_add_months(first, 6) - 1;
	if (months == 12 && edge == EDGE_SECOND_HALF)
		*from = date_add_months(first, 6);
}

enum status when_give_edge(struct when_reading *r, struct when *out, enum edge edge,
	day_number first, int months, int step)
{
	bool is_past = r->sense == WHEN_PAST;
	day_number from, to;

	if (edge > EDGE_WEEK + WEEKS_OF_MONTH && edge != EDGE_WEEK + LAST)
		return when_not_understood(r);
	days_of_edge(edge, first, months, &from, &to);
	if (is_wrong_side(r, is_past ? from : to, r->sense)) {
		first = date_add_months(first, is_past ? -step : step);
		days_of_edge(edge, first, months, &from, &to);
	}
	day_number day = edge == EDGE_END ? to : from;
	if (edge == EDGE_MIDDLE) /* the fifteenth of the month in the middle */
		day = date_add_months(first, (months - 1) / 2) + 14;
	if (is_past && edge > EDGE_WEEK)
		return when_give_range(r, out, from, to);
	if (!is_past || (from == to && !r->is_about))
		return when_give_likely(r, out, from, to, day);
	r->first = from;
	r->last = to;
	return when_give(r, out, first,
		months == 1   ? PRECISION_MONTH
		: months == 3 ? PRECISION_SEASON
			      : PRECISION_YEAR);
}

enum status when_give_edge_of_week(
	struct when_reading *r, struct when *out, enum edge edge, day_number monday)
{
	static const struct {
		int first, last;
	} days[] = { [EDGE_START] = { 0, 1 },
		[EDGE_EARLY] = { 0, 2 },
		[EDGE_MIDDLE] = { 2, 3 },
		[EDGE_LATE] = { 3, 6 },
		[EDGE_FIRST_HALF] = { 0, 3 },
		[EDGE_SECOND_HALF] = { 3, 6 },
		[EDGE_END] = { 4, 6 },
		[EDGE_FIRST_DAY] = { 0, 0 },
		[EDGE_LAST_DAY] = { 6, 6 } };

	if (r->sense == WHEN_PAST && monday + days[edge].first > r->today)
		monday -= DAYS_IN_WEEK;
	day_number first = monday + days[edge].first, last = monday + days[edge].last;
	return r->sense == WHEN_PAST ? when_give_range(r, out, first, last)
				     : when_give_likely(r, out, first, last, first);
}

day_number when_day_of_time(const struct when_reading *r)
{
	bool is_open = r->sense == WHEN_FUTURE && r->half != HALF_SAID;
	int passed = date_minutes_into(r->today);
	int ahead = r->minute + (is_open ? NOON : 0) - (passed < 0 ? DAY_MINUTES - 1 : passed);

	if (r->sense == WHEN_PAST)
		return r->today -
		       (ahead > 0 ? (ahead + DAY_MINUTES - 1) / DAY_MINUTES : ahead / DAY_MINUTES);
	return passed >= 0 && ahead <= 0 ? r->today + 1 : r->today;
}
