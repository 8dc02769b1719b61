/* The calendar: civil dates and day numbers, and showing them to people.
 * Not here: reading what people type (when.c). */
#include "filo/people/date.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"

#include <stdio.h>
#include <string.h>
#include <time.h>

static bool is_leap_year(int year)
{
	return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

int date_days_in_month(int year, int month)
{
	static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };

	return month == 2 && is_leap_year(year) ? 29 : days[month - 1];
}

bool date_is_valid(struct civil_date date)
{
	return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 &&
	       date.day >= 1 && date.day <= date_days_in_month(date.year, date.month);
}

bool date_is_possible(struct civil_date date)
{
	int last = 31;

	if (date.year < 0 || date.year > 9999 || date.month < 0 || date.month > 12)
		return false;
	if (date.month) /* 2000 had every day there is */
		last = date_days_in_month(date.year ? date.year : 2000, date.month);
	return date.day >= 0 && date.day <= last;
}

day_number date_of_moment(time_t moment, int *minute)
{
	struct tm local = { .tm_mday = 1, .tm_year = 70 }; /* where there is no such year */

	localtime_r(&moment, &local);
	*minute = local.tm_hour * 60 + local.tm_min;
	return date_to_day(
		(struct civil_date){ local.tm_year + 1900, local.tm_mon + 1, local.tm_mday });
}

day_number date_day_of_moment(time_t moment)
{
	int minute;
	day_number day = date_of_moment(moment, &minute);

	return day - (minute < DAY_BEGINS_AT_MINUTE);
}

int date_minutes_into(day_number day)
{
	const time_t moment = time(NULL);
	int minute;
	day_number now = date_of_moment(moment, &minute);

	return date_day_of_moment(moment) == day ? (now - day) * DAY_MINUTES + minute : -1;
}

bool date_minutes_from_now(day_number today, int minutes, day_number *day, int *minute)
{
	if (date_minutes_into(today) < 0)
		return false;
	*day = date_of_moment(time(NULL) + (time_t)minutes * 60, minute);
	return true;
}

/* Days are counted in years that begin in March, so that a leap day comes last: an era of 400
 * years has 146,097 days, and 1970-01-01 is day 719,468 of it all. */
day_number date_to_day(struct civil_date date)
{
	int year = date.month <= 2 ? date.year - 1 : date.year;
	int month = (date.month + 9) % 12;
	int era = year / 400;
	int year_of_era = year % 400;
	int day_of_year = (153 * month + 2) / 5 + date.day - 1;

	return era * 146097 + year_of_era * 365 + year_of_era / 4 - year_of_era / 100 +
	       day_of_year - 719468;
}

struct civil_date date_from_day(day_number day)
{
	int days = day + 719468;
	int era = days / 146097;
	int day_of_era = days % 146097;
	int year_of_era =
		(day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
	int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
	int month = (5 * day_of_year + 2) / 153;
	struct civil_date date = { .year = era * 400 + year_of_era + (month >= 10),
		.month = month < 10 ? month + 3 : month - 9,
		.day = day_of_year - (153 * month + 2) / 5 + 1 };

	return date;
}

int date_weekday(day_number day)
{
	return ((day + 3) % 7 + 7) % 7; /* 1970-01-01 was a Thursday */
}

day_number date_week_first(day_number day)
{
	return day - date_weekday(day);
}

day_number date_add_months(day_number day, int months)
{
	struct civil_date date = date_from_day(day);
	int count = date.year * 12 + date.month - 1 + months;

	date.year = count / 12;
	date.month = count % 12 + 1;
	if (date.year < 1 || date.year > 9999)
		return DAY_NONE;
	int last = date_days_in_month(date.year, date.month);
	if (date.day > last)
		date.day = last;
	return date_to_day(date);
}

day_number date_month_first(day_number day)
{
	return day - date_from_day(day).day + 1;
}

day_number date_month_last(day_number day)
{
	const struct civil_date date = date_from_day(day);

	return day - date.day + date_days_in_month(date.year, date.month);
}

bool date_parse_iso(const char *s, day_number *day)
{
	if (strlen(s) != 10 || s[4] != '-' || s[7] != '-')
		return false;
	struct civil_date date = { text_number(s, 4), text_number(s + 5, 2),
		text_number(s + 8, 2) };
	if (!date_is_valid(date))
		return false;
	*day = date_to_day(date);
	return true;
}

/* The last digits of a number. An export writes days by the million, which printf is slow at. */
static void put_digits(char *out, int number, int digits)
{
	for (; digits > 0; number /= 10)
		out[--digits] = (char)('0' + number % 10);
}

char *date_format_iso(day_number day, char out[DATE_ISO_SIZE])
{
	struct civil_date date;

	out[0] = '\0';
	if (day == DAY_NONE)
		return out;
	date = date_from_day(day);
	if (date.year < 0) {
		snprintf(out, DATE_ISO_SIZE, "%04d-%02d-%02d", date.year % 10000, date.month,
			date.day);
		return out;
	}
	put_digits(out, date.year, 4);
	out[4] = out[7] = '-';
	put_digits(out + 5, date.month, 2);
	put_digits(out + 8, date.day, 2);
	out[10] = '\0';
	return out;
}

static const char *const weekdays[] = { N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"),
	N_("Sat"), N_("Sun") };
static const char *const months[] = { N_("Jan"), N_("Feb"), N_("Mar"), N_("Apr"), N_("May"),
	N_("Jun"), N_("Jul"), N_("Aug"), N_("Sep"), N_("Oct"), N_("Nov"), N_("Dec") };
static const char *const seasons[] = { N_("winter"), N_("spring"), N_("summer"), N_("autumn") };

const char *date_season(int month)
{
	return seasons[month % 12 / 3];
}

const char *date_month_name(int month)
{
	/* "May" is also what is short for it. */
	static const char *const names[] = { NC_("month in full", "January"),
		NC_("month in full", "February"), NC_("month in full", "March"),
		NC_("month in full", "April"), NC_("month in full", "May"),
		NC_("month in full", "June"), NC_("month in full", "July"),
		NC_("month in full", "August"), NC_("month in full", "September"),
		NC_("month in full", "October"), NC_("month in full", "November"),
		NC_("month in full", "December") };

	return i18n_in_context(names[month - 1]);
}

/* "23 Oct 2026": some languages write the first of a month in a way of its own. */
static void format_day(struct civil_date date, bool with_year, char *out, size_t size)
{
	const char *month = _(months[date.month - 1]);

	if (with_year)
		snprintf(out, size,
			date.day == 1
				/* Translators: day, month and year: 1 Oct 2026. */
				? i18n_in_context(NC_("first of a month", "%d %s %d"))
				/* Translators: day, month and year: 23 Oct 2026. */
				: _("%d %s %d"),
			date.day, month, date.year);
	else
		snprintf(out, size,
			date.day == 1
				/* Translators: day and month: 1 Oct. */
				? i18n_in_context(NC_("first of a month", "%d %s"))
				/* Translators: day and month: 23 Oct. */
				: _("%d %s"),
			date.day, month);
}

static char *format_with_weekday(day_number day, bool with_year, char *out, size_t size)
{
	char date[64];

	format_day(date_from_day(day), with_year, date, sizeof date);
	/* Translators: weekday and date: Fri 23 Oct. */
	snprintf(out, size, i18n_in_context(NC_("weekday and date", "%s %s")),
		_(weekdays[date_weekday(day)]), date);
	return out;
}

char *date_format_long(day_number day, char *out, size_t size)
{
	return format_with_weekday(day, true, out, size);
}

char *date_format_span(day_number first, day_number last, char *out, size_t size)
{
	char from[64], to[64];

	if (first == last)
		return date_format_long(first, out, size);
	/* Translators: the first and the last of several days. */
	snprintf(out, size, _("%s to %s"), date_format_long(first, from, sizeof from),
		date_format_long(last, to, sizeof to));
	return out;
}

char *date_format_near(day_number day, day_number today, char *out, size_t size)
{
	return format_with_weekday(
		day, date_from_day(day).year != date_from_day(today).year, out, size);
}

char *date_format_short(
	day_number day, enum precision precision, day_number today, char *out, size_t size)
{
	struct civil_date date = date_from_day(day);
	bool is_this_year = date_from_day(today).year == date.year;

	switch (precision) {
	case PRECISION_YEAR:
		snprintf(out, size, "%d", date.year);
		break;
	case PRECISION_SEASON:
		/* Translators: season or month, and year: summer 1998. */
		snprintf(out, size, _("%s %d"), _(date_season(date.month)), date.year);
		break;
	case PRECISION_MONTH:
		snprintf(out, size, _("%s %d"), _(months[date.month - 1]), date.year);
		break;
	case PRECISION_TIME:
	case PRECISION_DAY:
		format_day(date, !is_this_year, out, size);
		break;
	}
	return out;
}

char *date_format_until(day_number day, day_number today, char *out, size_t size)
{
	char date[64];
	int number = date_from_day(day).day;
	bool begins_with_vowel = number == 8 || number == 11;

	date_format_short(day, PRECISION_DAY, today, date, sizeof date);
	snprintf(out, size,
		i18n_in_context(begins_with_vowel
					/* Translators: a day behind "until", with its article. */
					? NC_("until the 8th or 11th", "%s")
					/* Translators: a day behind "until", with its article. */
					: NC_("until a day", "%s")),
		date);
	return out;
}

char *date_format_partial(struct civil_date date, char *out, size_t size)
{
	const char *month = date.month >= 1 && date.month <= 12 ? _(months[date.month - 1]) : NULL;

	if (month && date.day)
		format_day(date, date.year != 0, out, size);
	else if (month && date.year)
		snprintf(out, size, _("%s %d"), month, date.year);
	else if (month)
		snprintf(out, size, "%s", month);
	else if (date.year)
		snprintf(out, size, "%d", date.year);
	else if (date.day) /* Translators: of a date of which only the day is known: day 15. */
		snprintf(out, size, _("day %d"), date.day);
	else
		out[0] = '\0';
	return out;
}

day_number date_next_yearly(struct civil_date date, day_number from)
{
	/* Nothing comes round before it has been. */
	if (date_is_valid(date) && from < date_to_day(date))
		from = date_to_day(date);
	int year = date_from_day(from).year;

	if (date.month < 1 || date.month > 12 || date.day < 1)
		return DAY_NONE;
	for (int y = year; y <= year + 1 && y <= 9999; y++) {
		struct civil_date next = { .year = y, .month = date.month, .day = date.day };
		int last = date_days_in_month(y, date.month);
		if (next.day > last)
			next.day = last;
		day_number day = date_to_day(next);
		if (day >= from)
			return day;
	}
	return DAY_NONE;
}
