/* Reading a date that a person typed: tokens into one of a few shapes; and writing it out again.
 * Not here: the tokens (when_tokens.c), the words (when_words.c), durations (duration.c). */
#include "filo/people/words/when.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/conversation.h"
#include "filo/people/words/duration.h"
#include "people/words/when_plain.h"
#include "people/words/when_tokens.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define AMOUNT_MAX     100000
#define WEEKDAY_MONTHS 24 /* a weekday on a day of the month is looked for in so many */
#define ANY_WEEKDAY    (-1)
#define YEAR_AND_MORE  400 /* seen from so many days away, a year is written too */

static enum status not_understood(struct when_reading *r)
{
	return error_set(r->err, STATUS_NOT_FOUND,
		_("\"%s\" is not a date: try yesterday, fri, 3d, 12 oct or 2026-10-12"), r->typed);
}

static enum status when_give(
	struct when_reading *r, struct when *out, day_number day, enum precision precision)
{
	if (day < -719162 || day > 2932896) /* years 1 to 9999 */
		return error_set(r->err, STATUS_INVALID, _("That is too far away"));
	*out = (struct when){ .day = day, .precision = precision, .minute = -1 };
	if (r->minute < 0)
		return STATUS_OK;
	if (precision != PRECISION_DAY)
		return error_set(r->err, STATUS_INVALID, _("A time of day needs a day beside it"));
	out->precision = PRECISION_TIME;
	out->minute = r->minute;
	return STATUS_OK;
}

static enum status give_civil(
	struct when_reading *r, struct when *out, int year, int month, int day)
{
	struct civil_date date = { .year = year, .month = month, .day = day };

	if (month < 1 || month > 12)
		return error_set(r->err, STATUS_INVALID, _("There is no month %d"), month);
	if (date_is_valid(date))
		return when_give(r, out, date_to_day(date), PRECISION_DAY);
	if (day == 29 && month == 2)
		return error_set(r->err, STATUS_INVALID, _("There is no 29 February in %d"), year);
	/* Translators: a day and a month: "31 February does not exist". */
	return error_set(
		r->err, STATUS_INVALID, _("%d %s does not exist"), day, date_month_name(month));
}

static int when_full_year(int year, int digits)
{
	if (digits > 2)
		return year;
	return year < 70 ? 2000 + year : 1900 + year;
}

/* Day and month without a year: the latest past one, or the next. */
static enum status give_day_month(struct when_reading *r, struct when *out, int day, int month)
{
	int year = date_from_day(r->today).year;
	int step = r->sense == WHEN_PAST ? -1 : 1;
	enum status status = STATUS_INVALID;

	/* 29 February may be eight years away. */
	for (int i = 0; i <= 8; i++, year += step) {
		status = give_civil(r, out, year, month, day);
		bool is_right_side =
			status == STATUS_OK &&
			(r->sense == WHEN_PAST ? out->day <= r->today : out->day >= r->today);
		if (is_right_side || (status != STATUS_OK && !(day == 29 && month == 2)))
			return status;
	}
	return status;
}

static day_number add_units(day_number day, int amount, int unit)
{
	switch (unit) {
	case UNIT_MINUTES:
		return day + amount / (24 * 60);
	case UNIT_HOURS:
		return day + amount / 24;
	case UNIT_DAYS:
		return day + amount;
	case UNIT_WEEKS:
		return day + 7 * amount;
	case UNIT_FORTNIGHTS:
		return day + 14 * amount;
	case UNIT_MONTHS:
		return date_add_months(day, amount);
	default:
		return date_add_months(day, 12 * amount);
	}
}

/* Where a distance or a weekday lies without another word. */
static int sign_of(const struct when_reading *r)
{
	return r->sign ? r->sign : r->sense == WHEN_PAST ? -1 : 1;
}

static enum status give_distance(
	struct when_reading *r, struct when *out, int amount, int unit, int sign)
{
	if (amount > AMOUNT_MAX)
		return error_set(r->err, STATUS_INVALID, _("That is too far away"));
	return when_give(r, out, add_units(r->today, sign * amount, unit), PRECISION_DAY);
}

static enum status give_weekday(struct when_reading *r, struct when *out, int weekday, int sign)
{
	int ahead = (weekday - date_weekday(r->today) + 7) % 7;

	if (sign < 0)
		return when_give(r, out, r->today - (ahead == 0 ? 7 : 7 - ahead), PRECISION_DAY);
	return when_give(r, out, r->today + (ahead == 0 ? 7 : ahead), PRECISION_DAY);
}

/* "2026-10-12", "12/10", "12/10/2025", "12.10.": false when it is nothing of the kind. */
static bool read_figures(
	struct when_reading *r, const char *text, struct when *out, enum status *status)
{
	int a, b, c, used = 0, year_at = 0, year_end = 0;
	day_number day;
	char mark;

	if (date_parse_iso(text, &day)) {
		*status = when_give(r, out, day, PRECISION_DAY);
		return true;
	}
	if (sscanf(text, "%4d-%2d-%2d%n", &a, &b, &c, &used) == 3 && !text[used] && a > 31) {
		*status = give_civil(r, out, a, b, c);
		return true;
	}
	if (sscanf(text, "%4d-%2d%n", &a, &b, &used) == 2 && !text[used] && a > 31) {
		struct civil_date date = { .year = a, .month = b, .day = 1 };
		*status = date_is_valid(date)
				  ? when_give(r, out, date_to_day(date), PRECISION_MONTH)
				  : error_set(r->err, STATUS_INVALID, _("There is no month %d"), b);
		return true;
	}
	if (sscanf(text, "%2d%c%2d%n", &a, &mark, &b, &used) != 3 || !strchr("/.-", mark))
		return false;
	bool is_day_first = mark == '.' || r->day_first;
	int first = is_day_first ? a : b, month = is_day_first ? b : a;
	if (!text[used] || (text[used] == mark && !text[used + 1])) {
		*status = give_day_month(r, out, first, month);
		return true;
	}
	year_at = used + 1;
	if (text[used] != mark || sscanf(text + year_at, "%4d%n", &c, &year_end) != 1 ||
		text[year_at + year_end])
		return false;
	*status = give_civil(r, out, when_full_year(c, year_end), month, first);
	return true;
}

/* A month or a season by itself: the latest that has begun, or the next that will. */
static enum status give_whole(struct when_reading *r, struct when *out, const struct token *token)
{
	struct civil_date first = { date_from_day(r->today).year, token->value, 1 };
	bool has_begun = date_to_day(first) <= r->today;

	if (r->sense == WHEN_PAST)
		first.year -= !has_begun;
	else
		first.year += has_begun;
	return when_give(r, out, date_to_day(first),
		when_is_word(token, WORD_MONTH) ? PRECISION_MONTH : PRECISION_SEASON);
}

/* Of the Gregorian calendar, by the rule of 1876 (Butcher's). */
static struct civil_date easter_of(int year)
{
	int golden = year % 19, century = year / 100, rest = year % 100;
	int moon = (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 +
			   15) %
		   30;
	int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
	int late = (golden + 11 * moon + 22 * weekday) / 451;
	int days = moon + weekday - 7 * late + 114;

	return (struct civil_date){ year, days / 31, days % 31 + 1 };
}

static struct civil_date feast_in(int feast, int year)
{
	return feast == FEAST_EASTER ? easter_of(year)
				     : (struct civil_date){ year, feast / 100, feast % 100 };
}

/* The latest one, or the next. */
static enum status give_feast(
	struct when_reading *r, struct when *out, int feast, enum when_sense sense)
{
	int year = date_from_day(r->today).year;
	day_number day = date_to_day(feast_in(feast, year));

	if (sense == WHEN_PAST ? day > r->today : day < r->today)
		day = date_to_day(feast_in(feast, sense == WHEN_PAST ? year - 1 : year + 1));
	return when_give(r, out, day, PRECISION_DAY);
}

/* The beginning, the middle or the end of a month. */
static int day_of_edge(int edge, int year, int month)
{
	return edge == EDGE_END ? date_days_in_month(year, month) : edge == EDGE_MIDDLE ? 15 : 1;
}

static bool is_month_unit(const struct token *token)
{
	return when_is_word(token, WORD_UNIT) && token->value == UNIT_MONTHS;
}

/* "fine mese", "end of the year", "metà ottobre": the latest one, or the next. */
static enum status give_edge(
	struct when_reading *r, struct when *out, int edge, const struct token *what)
{
	struct civil_date date = date_from_day(r->today);
	bool is_of_year = when_is_word(what, WORD_UNIT) && what->value == UNIT_YEARS;
	bool is_of_month = is_month_unit(what);
	int step = is_of_month ? 1 : 12;

	if (!is_of_year && !is_of_month && !when_is_word(what, WORD_MONTH))
		return not_understood(r);
	if (!is_of_month)
		date.month = !is_of_year           ? what->value
			     : edge == EDGE_END    ? 12
			     : edge == EDGE_MIDDLE ? 6
						   : 1;
	date.day = day_of_edge(edge, date.year, date.month);
	day_number day = date_to_day(date);
	if (r->sense == WHEN_PAST ? day > r->today : day < r->today) {
		date = date_from_day(date_add_months(
			date_month_first(day), r->sense == WHEN_PAST ? -step : step));
		date.day = day_of_edge(edge, date.year, date.month);
		day = date_to_day(date);
	}
	return when_give(r, out, day, PRECISION_DAY);
}

/* "il 3", "the 3rd": the latest one, or the next; "martedì 24": the one that is a Tuesday. */
static enum status give_day_of_month(struct when_reading *r, struct when *out, int day, int weekday)
{
	const day_number first = date_month_first(r->today);
	int step = r->sense == WHEN_PAST ? -1 : 1;

	for (int months = 0; months <= WEEKDAY_MONTHS && day >= 1; months++) {
		struct civil_date date = date_from_day(date_add_months(first, step * months));
		date.day = day;
		if (!date_is_valid(date))
			continue;
		day_number found = date_to_day(date);
		bool is_right_side = step < 0 ? found <= r->today : found >= r->today;
		if (is_right_side && (weekday == ANY_WEEKDAY || date_weekday(found) == weekday))
			return when_give(r, out, found, PRECISION_DAY);
	}
	return error_set(r->err, STATUS_INVALID,
		weekday == ANY_WEEKDAY
			? _("There is no day %d in a month")
			: _("There is no such weekday on day %d of a month near today"),
		day);
}

static enum status read_one_word(struct when_reading *r, struct when *out)
{
	const struct token *token = &r->tokens[0];
	enum status status;

	if (token->kind == TOKEN_NUMBER && token->digits == 4) {
		struct civil_date date = { .year = token->value, .month = 1, .day = 1 };
		if (token->value >= 1)
			return when_give(r, out, date_to_day(date), PRECISION_YEAR);
	}
	if (token->kind == TOKEN_NUMBER && r->has_article)
		return give_day_of_month(r, out, token->value, ANY_WEEKDAY);
	if (token->kind == TOKEN_OTHER && read_figures(r, token->text, out, &status))
		return status;
	if (when_is_word(token, WORD_DAY))
		return when_give(r, out, r->today + token->value, PRECISION_DAY);
	if (when_is_word(token, WORD_WEEKDAY))
		return give_weekday(r, out, token->value, sign_of(r));
	if (when_is_word(token, WORD_FEAST))
		return give_feast(r, out, token->value, r->sense);
	if (when_is_word(token, WORD_MONTH) || when_is_word(token, WORD_SEASON))
		return give_whole(r, out, token);
	return not_understood(r);
}

/* "last friday", "venerdi scorso", "next week", "settimana scorsa" */
static enum status read_next_or_last(
	struct when_reading *r, struct when *out, const struct token *what, int sign)
{
	if (when_is_word(what, WORD_WEEKDAY))
		return give_weekday(r, out, what->value, sign);
	if (when_is_word(what, WORD_FEAST))
		return give_feast(r, out, what->value, sign < 0 ? WHEN_PAST : WHEN_FUTURE);
	/* Of last month or year, no one day is meant. */
	if (when_is_word(what, WORD_UNIT) && r->sense == WHEN_PAST && sign < 0 &&
		(what->value == UNIT_MONTHS || what->value == UNIT_YEARS)) {
		struct civil_date date = date_from_day(add_units(r->today, -1, what->value));
		date.day = 1;
		if (what->value == UNIT_YEARS)
			date.month = 1;
		return when_give(r, out, date_to_day(date),
			what->value == UNIT_YEARS ? PRECISION_YEAR : PRECISION_MONTH);
	}
	if (when_is_word(what, WORD_UNIT))
		return give_distance(r, out, 1, what->value, sign);
	if (when_is_word(what, WORD_SEASON)) {
		struct civil_date date = { date_from_day(r->today).year, what->value, 1 };
		bool is_past = date_add_months(date_to_day(date), 3) <= r->today;
		date.year += sign < 0 && !is_past                        ? -1
			     : sign > 0 && date_to_day(date) <= r->today ? 1
									 : 0;
		return when_give(r, out, date_to_day(date), PRECISION_SEASON);
	}
	if (when_is_word(what, WORD_MONTH)) {
		struct civil_date today = date_from_day(r->today);
		bool is_in_this_year =
			sign < 0 ? what->value < today.month : what->value > today.month;
		struct civil_date date = { .year = today.year + (is_in_this_year ? 0 : sign),
			.month = what->value,
			.day = 1 };
		return when_give(r, out, date_to_day(date), PRECISION_MONTH);
	}
	return not_understood(r);
}

static bool is_next_or_last(const struct token *token)
{
	return when_is_word(token, WORD_LAST) || when_is_word(token, WORD_NEXT);
}

static enum status read_two_words(struct when_reading *r, struct when *out)
{
	const struct token *a = &r->tokens[0], *b = &r->tokens[1];
	bool has_year = b->kind == TOKEN_NUMBER && b->digits == 4 && b->value >= 1;

	if (is_next_or_last(a))
		return read_next_or_last(r, out, b, when_is_word(a, WORD_LAST) ? -1 : 1);
	if (is_next_or_last(b))
		return read_next_or_last(r, out, a, when_is_word(b, WORD_LAST) ? -1 : 1);
	if (r->has_article && a->kind == TOKEN_NUMBER && is_month_unit(b)) /* il 3 del mese */
		return give_day_of_month(r, out, a->value, ANY_WEEKDAY);
	if (a->kind == TOKEN_NUMBER && when_is_word(b, WORD_UNIT))
		return give_distance(r, out, a->value, b->value, sign_of(r));
	if (when_is_word(a, WORD_UNIT) && when_is_word(b, WORD_AGO)) /* un'ora fa */
		return give_distance(r, out, 1, a->value, -1);
	if (when_is_word(a, WORD_IN) && when_is_word(b, WORD_UNIT)) /* fra un'ora */
		return give_distance(r, out, 1, b->value, 1);
	if (a->kind == TOKEN_NUMBER && when_is_word(b, WORD_MONTH))
		return give_day_month(r, out, a->value, b->value);
	if ((when_is_word(a, WORD_MONTH) || when_is_word(a, WORD_SEASON)) && has_year) {
		struct civil_date date = { .year = b->value, .month = a->value, .day = 1 };
		return when_give(r, out, date_to_day(date),
			when_is_word(a, WORD_MONTH) ? PRECISION_MONTH : PRECISION_SEASON);
	}
	if (when_is_word(a, WORD_FEAST) && has_year)
		return when_give(r, out, date_to_day(feast_in(a->value, b->value)), PRECISION_DAY);
	if (when_is_word(a, WORD_MONTH) && b->kind == TOKEN_NUMBER)
		return give_day_month(r, out, b->value, a->value);
	if (when_is_word(a, WORD_WEEKDAY) && b->kind == TOKEN_NUMBER)
		return give_day_of_month(r, out, b->value, a->value);
	if (when_is_word(a, WORD_EDGE))
		return give_edge(r, out, a->value, b);
	if ((a->kind == TOKEN_OTHER && !strcmp(a->text, "l'altro") && when_is_word(b, WORD_DAY)) ||
		(b->kind == TOKEN_OTHER && !strcmp(b->text, "l'altro") &&
			when_is_word(a, WORD_DAY)))
		return when_give(r, out, r->today - 2, PRECISION_DAY);
	return not_understood(r);
}

/* "il 3 del mese prossimo", "the 1st of last month" */
static enum status give_day_of_that_month(
	struct when_reading *r, struct when *out, int day, const struct token *which)
{
	struct civil_date month = date_from_day(date_add_months(
		date_month_first(r->today), when_is_word(which, WORD_LAST) ? -1 : 1));

	return give_civil(r, out, month.year, month.month, day);
}

static enum status read_three(struct when_reading *r, struct when *out)
{
	const struct token *a = &r->tokens[0], *b = &r->tokens[1], *c = &r->tokens[2];

	if (a->kind == TOKEN_NUMBER && when_is_word(b, WORD_UNIT) && when_is_word(c, WORD_AGO))
		return give_distance(r, out, a->value, b->value, -1);
	if (when_is_word(a, WORD_EDGE) && when_is_word(b, WORD_MONTH) && c->kind == TOKEN_NUMBER &&
		c->digits == 4 && c->value >= 1)
		return give_civil(
			r, out, c->value, b->value, day_of_edge(a->value, c->value, b->value));
	if (r->has_article && a->kind == TOKEN_NUMBER &&
		((is_next_or_last(b) && is_month_unit(c)) ||
			(is_month_unit(b) && is_next_or_last(c))))
		return give_day_of_that_month(r, out, a->value, is_month_unit(b) ? c : b);
	if (when_is_word(a, WORD_IN) && b->kind == TOKEN_NUMBER && when_is_word(c, WORD_UNIT))
		return give_distance(r, out, b->value, c->value, 1);
	if (c->kind == TOKEN_NUMBER && a->kind == TOKEN_NUMBER && when_is_word(b, WORD_MONTH))
		return give_civil(r, out, when_full_year(c->value, c->digits), b->value, a->value);
	if (c->kind == TOKEN_NUMBER && when_is_word(a, WORD_MONTH) && b->kind == TOKEN_NUMBER)
		return give_civil(r, out, when_full_year(c->value, c->digits), a->value, b->value);
	return not_understood(r);
}

/* Of a time without a day. */
static day_number day_of_time(const struct when_reading *r)
{
	int passed = date_minutes_into(r->today);

	return r->sense == WHEN_PAST && passed >= 0 && r->minute > passed ? r->today - 1 : r->today;
}

static enum status read_shape(struct when_reading *r, struct when *out)
{
	switch (r->count) {
	case 0:
		return r->minute >= 0 ? when_give(r, out, day_of_time(r), PRECISION_DAY)
				      : not_understood(r);
	case 1:
		return read_one_word(r, out);
	case 2:
		return read_two_words(r, out);
	case 3:
		return read_three(r, out);
	default:
		return not_understood(r);
	}
}

/* "fri 12 oct", "martedì 24/11": a weekday before a date has to fit it. */
static bool has_weekday_before(const struct when_reading *r)
{
	const struct token *tokens = r->tokens;

	if (r->count < 2 || !when_is_word(&tokens[0], WORD_WEEKDAY))
		return false;
	return tokens[1].kind == TOKEN_OTHER || when_is_word(&tokens[1], WORD_MONTH) ||
	       (tokens[1].kind == TOKEN_NUMBER && when_is_word(&tokens[2], WORD_MONTH));
}

static enum status read_weekday_and_date(struct when_reading *r, struct when *out)
{
	int weekday = r->tokens[0].value;
	char date[80];

	when_drop_tokens(r, 0, 1);
	enum status status = read_shape(r, out);
	if (status != STATUS_OK ||
		(out->precision <= PRECISION_DAY && date_weekday(out->day) == weekday))
		return status;
	if (out->precision > PRECISION_DAY)
		return not_understood(r);
	/* Translators: "Tue 24 Nov 2026". */
	return error_set(r->err, STATUS_INVALID, _("That day is another weekday: %s"),
		date_format_long(out->day, date, sizeof date));
}

static enum status read_tokens(struct when_reading *r, struct when *out, const char *text)
{
	static const int day_before = -2, day_after = 2;

	if (strstr(text, "day before yesterday"))
		return when_give(r, out, r->today + day_before, PRECISION_DAY);
	if (strstr(text, "day after tomorrow"))
		return when_give(r, out, r->today + day_after, PRECISION_DAY);
	return has_weekday_before(r) ? read_weekday_and_date(r, out) : read_shape(r, out);
}

enum status when_parse(const char *text, enum when_sense sense, day_number today,
	const char *language, bool day_first, struct when *out, struct error *err)
{
	struct when_reading r = { .sense = sense,
		.today = today,
		.day_first = day_first,
		.minute = -1,
		.with_italian = language && !strncmp(language, "it", 2),
		.typed = text,
		.err = err };
	struct strbuf folded = STRBUF_INIT;
	enum status status = STATUS_INVALID;

	text_fold(&folded, text);
	when_make_plain(folded.data);
	char *words = memory_copy_string(folded.data);
	if (text_is_blank(text))
		error_set(err, STATUS_INVALID, _("A date is missing"));
	else if (!when_cut(&r, words))
		error_set(err, STATUS_INVALID,
			_("\"%s\" has a time that does not exist: write 18:30 or 6pm"), text);
	else
		status = read_tokens(&r, out, folded.data);
	free(words);
	strbuf_fini(&folded);
	return status;
}

bool when_is_to_come(const struct when *when, day_number today)
{
	day_number counts_for = conversation_contact_day(when->day, when->precision, when->minute);
	int passed = when->precision == PRECISION_TIME ? date_minutes_into(today) : -1;

	if (passed >= 0 && when->day >= today && when->day <= today + 1)
		return (when->day - today) * 24 * 60 + when->minute > passed;
	return (counts_for == DAY_NONE ? when->day : counts_for) > today;
}

day_number when_last_day(const struct when *when)
{
	static const int months[] = {
		[PRECISION_MONTH] = 1, [PRECISION_SEASON] = 3, [PRECISION_YEAR] = 12
	};

	return when->precision <= PRECISION_DAY
		       ? when->day
		       : date_add_months(when->day, months[when->precision]) - 1;
}

void when_describe(const struct when *when, day_number today, char *out, size_t size)
{
	char date[80], relative[80];

	if (when->precision > PRECISION_DAY) {
		date_format_short(when->day, when->precision, today, out, size);
		return;
	}
	date_format_long(when->day, date, sizeof date);
	when_relative(when->day, today, relative, sizeof relative);
	if (when->precision == PRECISION_TIME)
		snprintf(out, size, "%s %02d:%02d, %s", date, when->minute / 60, when->minute % 60,
			relative);
	else
		snprintf(out, size, "%s, %s", date, relative);
}

void when_write(struct strbuf *out, const struct when *when)
{
	char words[64];

	if (when->day == DAY_NONE)
		return;
	if (when->precision > PRECISION_DAY) {
		date_format_short(
			when->day, when->precision, when->day + YEAR_AND_MORE, words, sizeof words);
		strbuf_add(out, words);
		return;
	}
	strbuf_add(out, date_format_iso(when->day, words));
	if (when->precision == PRECISION_TIME)
		strbuf_add_format(out, " %02d:%02d", when->minute / 60, when->minute % 60);
}
