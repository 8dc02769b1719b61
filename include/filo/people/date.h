/* Calendar dates as day numbers, in the proleptic Gregorian calendar, years 1 to 9999.
 * Not here: dates as people type them (words/when.h), the clock (today comes from outside). */
#ifndef FILO_PEOPLE_DATE_H
#define FILO_PEOPLE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <time.h>

/* Days since 1970-01-01; negative before. DAY_NONE: no date. */
typedef int32_t day_number;
#define DAY_NONE  INT32_MIN
#define DAY_LEAST (-719162) /* 0001-01-01 */
#define DAY_MOST  2932896   /* 9999-12-31 */

/* Of what is typed, or is imported as a whole. */
#define DATE_FIRST_YEAR 1000

/* A civil date; 0 in a field means "not known" where a function says so. */
struct civil_date {
	int year;  /* 1..9999 */
	int month; /* 1..12 */
	int day;   /* 1..31 */
};

/* How exactly a day is known. Only PRECISION_TIME and PRECISION_DAY feed the rhythm. */
enum precision {
	PRECISION_TIME,
	PRECISION_DAY,
	PRECISION_MONTH,  /* the day number is the month's first */
	PRECISION_SEASON, /* the first of March, June, September or December */
	PRECISION_YEAR,   /* the first of January */
};

bool date_is_valid(struct civil_date date);    /* a whole date that the calendar has */
bool date_is_possible(struct civil_date date); /* what is known of it (not 0) the calendar has */
int date_days_in_month(int year, int month);
day_number date_to_day(struct civil_date date); /* date must be valid */
struct civil_date date_from_day(day_number day);
int date_weekday(day_number day);           /* 0 Monday .. 6 Sunday */
day_number date_week_first(day_number day); /* the Monday on it or before */

/* The day `months` later (or earlier), clipped to the month's last day. */
day_number date_add_months(day_number day, int months);
/* The first and the last day of the month that `day` is in. */
day_number date_month_first(day_number day);
day_number date_month_last(day_number day);

/* "YYYY-MM-DD" strictly; false and *day untouched otherwise (31 February too). */
bool date_parse_iso(const char *s, day_number *day);
#define DATE_ISO_SIZE 16
/* Writes "YYYY-MM-DD" (empty for DAY_NONE) and returns `out`. */
char *date_format_iso(day_number day, char out[DATE_ISO_SIZE]);

/* For people, translated: "Fri 23 Oct 2026"; "23 Oct" when in `today`'s year; by precision "Oct
 * 2026", "summer 1998", "1998". Writes at most `size` bytes, always valid UTF-8; returns `out`. */
char *date_format_long(day_number day, char *out, size_t size);
/* "Fri 23 Oct 2026 to Mon 26 Oct 2026"; one day is said once. */
#define DATE_SPAN_SIZE 160
char *date_format_span(day_number first, day_number last, char *out, size_t size);
/* "Fri 23 Oct"; with its year when that is not `today`'s. */
char *date_format_near(day_number day, day_number today, char *out, size_t size);
char *date_format_short(
	day_number day, enum precision precision, day_number today, char *out, size_t size);
/* The same of a day as it stands behind "until". */
char *date_format_until(day_number day, day_number today, char *out, size_t size);
/* "winter", "spring", ...: the English word, N_(), for the season of a month. */
const char *date_season(int month);
/* "January" .. "December", translated, for 1 .. 12. Borrowed. */
const char *date_month_name(int month);
/* A date of which some is not known (0): "12 Apr 1990", "29 Feb", "May 1990", "May", "1990", "day
 * 15"; empty when nothing is. */
char *date_format_partial(struct civil_date date, char *out, size_t size);

/* The first occurrence on or after `from` of a yearly date; its year may be unknown (0). 29
 * February falls on 28 February in common years. DAY_NONE when month or day is unknown. */
day_number date_next_yearly(struct civil_date date, day_number from);

/* A day begins at 04:00: a conversation at 02:30 belongs to the evening before. */
#define DAY_BEGINS_AT_MINUTE (4 * 60)
#define DAY_MINUTES          1440
/* The calendar's day of a moment, and the minute of it, by the clock here. */
day_number date_of_moment(time_t moment, int *minute);
/* The day that a moment belongs to. */
day_number date_day_of_moment(time_t moment);
/* How many minutes of `day` have passed, by the clock here, up to 28 hours; -1 when it is not
 * today, as with FILO_TODAY. */
int date_minutes_into(day_number day);
/* The calendar's day and the minute of it, so many minutes from now (negative: ago) by the clock
 * here. False when `today` is not today. */
bool date_minutes_from_now(day_number today, int minutes, day_number *day, int *minute);

#endif
