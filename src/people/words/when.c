/* Reading a date that a person typed: words into tokens, tokens into one of a few shapes; and
 * writing it out again. Not here: the words (when_words.c), durations (duration.c). */
#include "filo/people/words/when.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/words/duration.h"
#include "people/words/when_words.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TOKENS_MAX    10
#define AMOUNT_MAX    100000
#define HALF_A_DAY    12
#define YEAR_AND_MORE 400 /* seen from so many days away, a year is written too */

/* A word with its meaning, or a number; TOKEN_END closes the list. */
struct token {
	enum { TOKEN_WORD, TOKEN_NUMBER, TOKEN_OTHER, TOKEN_END } kind;
	enum word_kind word;
	int value;
	int digits; /* of a number: 1998 is a year, 98 is not */
	const char *text;
};

struct when_reading {
	struct token tokens[TOKENS_MAX + 1];
	size_t count;
	enum when_sense sense;
	day_number today;
	bool day_first;
	bool with_italian;
	int minute; /* -1: none said */
	struct error *err;
};

static enum status not_understood(struct when_reading *r, const char *text)
{
	return error_set(r->err, STATUS_NOT_FOUND,
		_("\"%s\" is not a date: try yesterday, fri, 3d, 12 oct or 2026-10-12"), text);
}

static const char *month_name(int month)
{
	static const char *const names[] = { N_("January"), N_("February"), N_("March"),
		N_("April"), N_("May"), N_("June"), N_("July"), N_("August"), N_("September"),
		N_("October"), N_("November"), N_("December") };

	return _(names[month - 1]);
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
	return error_set(r->err, STATUS_INVALID, _("%d %s does not exist"), day, month_name(month));
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
	case UNIT_HOURS:
		return day + amount / 24;
	case UNIT_DAYS:
		return day + amount;
	case UNIT_WEEKS:
		return day + 7 * amount;
	case UNIT_MONTHS:
		return date_add_months(day, amount);
	default:
		return date_add_months(day, 12 * amount);
	}
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

/* "18:30", "6pm", "18h": minutes of the day, or -1. `is_bare` allows "at 6". */
static int read_time(const char *text, bool is_bare)
{
	int hour, minute = 0, used = 0;
	const char *rest;

	if (sscanf(text, "%2d%n", &hour, &used) != 1 || !isdigit((unsigned char)*text))
		return -1;
	rest = text + used;
	if ((*rest == ':' || (*rest == '.' && is_bare)) && isdigit((unsigned char)rest[1]) &&
		isdigit((unsigned char)rest[2])) {
		minute = (rest[1] - '0') * 10 + rest[2] - '0';
		rest += 3;
	} else if (*rest == ':' || (!*rest && !is_bare)) {
		return -1;
	}
	if (!strcmp(rest, "pm") || !strcmp(rest, "am")) {
		if (hour < 1 || hour > HALF_A_DAY)
			return -1;
		hour = hour % HALF_A_DAY + (*rest == 'p' ? HALF_A_DAY : 0);
	} else if (*rest && strcmp(rest, "h") != 0) {
		return -1;
	}
	return hour < 24 && minute < 60 ? hour * 60 + minute : -1;
}

/* A number with a unit stuck to it, "3d", becomes two tokens. */
static void add_token(struct when_reading *r, char *text)
{
	struct token *token = &r->tokens[r->count++];
	char *end;
	long number = strtol(text, &end, 10);
	int number_of_word;

	/* "oct 12th"; "l'anno", "un'ora": what stands before the apostrophe says nothing more. */
	if (end > text && (!strcmp(end, "st") || !strcmp(end, "nd") || !strcmp(end, "rd") ||
				  !strcmp(end, "th")))
		*end = '\0';
	char *bare = r->with_italian ? strchr(text, '\'') : NULL;
	if (bare && when_word(bare + 1, true, &number_of_word) != WORD_NONE)
		text = bare + 1;
	token->text = text;
	if (isdigit((unsigned char)*text) && !*end) {
		token->kind = TOKEN_NUMBER;
		token->digits = (int)strlen(text);
		token->value = number > 1000000 ? 1000000 : (int)number;
		return;
	}
	token->word = when_word(text, r->with_italian, &token->value);
	/* "mar" is martedì by itself, and marzo behind the day of a month. */
	if (token->word == WORD_WEEKDAY && r->count > 1 && token[-1].kind == TOKEN_NUMBER &&
		!strcmp(text, "mar")) {
		token->word = WORD_MONTH;
		token->value = 3;
	}
	token->kind = token->word == WORD_NONE ? TOKEN_OTHER : TOKEN_WORD;
	int unit;
	if (isdigit((unsigned char)*text) && r->count < TOKENS_MAX &&
		when_word(end, r->with_italian, &unit) == WORD_UNIT) {
		*token = (struct token){ .kind = TOKEN_NUMBER,
			.value = number > 1000000 ? 1000000 : (int)number,
			.digits = 1,
			.text = text };
		r->tokens[r->count++] = (struct token){
			.kind = TOKEN_WORD, .word = WORD_UNIT, .value = unit, .text = text
		};
	}
}

static bool is_word(const struct token *token, enum word_kind kind)
{
	return token->kind == TOKEN_WORD && token->word == kind;
}

static void set_word(struct token *token, enum word_kind kind, int value)
{
	*token = (struct token){
		.kind = TOKEN_WORD, .word = kind, .value = value, .text = token->text
	};
}

static void drop_tokens(struct when_reading *r, size_t at, size_t count)
{
	memmove(&r->tokens[at], &r->tokens[at + count],
		(r->count - at - count + 1) * sizeof *r->tokens);
	r->count -= count;
}

/* Takes out fillers and the time of day, and makes "one" a number. False: a time that is none. */
static bool simplify_tokens(struct when_reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		struct token *token = &r->tokens[i];
		int minute = -1;
		if (is_word(token, WORD_FILLER)) {
			drop_tokens(r, i--, 1);
		} else if (is_word(token, WORD_AT)) {
			minute = i + 1 < r->count ? read_time(r->tokens[i + 1].text, true) : -1;
			if (minute < 0)
				return false;
			r->minute = minute;
			drop_tokens(r, i--, 2);
		} else if (token->kind == TOKEN_OTHER &&
			   (minute = read_time(token->text, false)) >= 0) {
			r->minute = minute;
			drop_tokens(r, i--, 1);
		} else if (is_word(token, WORD_NUMBER)) {
			token->kind = TOKEN_NUMBER;
			token->digits = 1;
		}
	}
	return true;
}

/* "yesterday evening" is yesterday, "last night" too; by itself a part of the day is today's. */
static void simplify_parts(struct when_reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		if (!is_word(&r->tokens[i], WORD_PART))
			continue;
		bool is_last = i && is_word(&r->tokens[i - 1], WORD_LAST);
		if (is_last)
			drop_tokens(r, --i, 1);
		if (is_last || r->count == 1)
			set_word(&r->tokens[i], WORD_DAY, is_last ? -1 : 0);
		else
			drop_tokens(r, i--, 1);
	}
}

static enum status read_one_word(struct when_reading *r, struct when *out, const char *text)
{
	const struct token *token = &r->tokens[0];
	enum status status;
	int sign = r->sense == WHEN_PAST ? -1 : 1;

	if (token->kind == TOKEN_NUMBER && token->digits == 4) {
		struct civil_date date = { .year = token->value, .month = 1, .day = 1 };
		if (token->value >= 1)
			return when_give(r, out, date_to_day(date), PRECISION_YEAR);
	}
	if (token->kind == TOKEN_OTHER && read_figures(r, token->text, out, &status))
		return status;
	if (is_word(token, WORD_DAY))
		return when_give(r, out, r->today + token->value, PRECISION_DAY);
	if (is_word(token, WORD_WEEKDAY))
		return give_weekday(r, out, token->value, sign);
	return not_understood(r, text);
}

/* "last friday", "venerdi scorso", "next week", "settimana scorsa" */
static enum status read_next_or_last(struct when_reading *r, struct when *out,
	const struct token *what, int sign, const char *text)
{
	if (is_word(what, WORD_WEEKDAY))
		return give_weekday(r, out, what->value, sign);
	/* Of last month or year, no one day is meant. */
	if (is_word(what, WORD_UNIT) && r->sense == WHEN_PAST && sign < 0 &&
		(what->value == UNIT_MONTHS || what->value == UNIT_YEARS)) {
		struct civil_date date = date_from_day(add_units(r->today, -1, what->value));
		date.day = 1;
		if (what->value == UNIT_YEARS)
			date.month = 1;
		return when_give(r, out, date_to_day(date),
			what->value == UNIT_YEARS ? PRECISION_YEAR : PRECISION_MONTH);
	}
	if (is_word(what, WORD_UNIT))
		return give_distance(r, out, 1, what->value, sign);
	if (is_word(what, WORD_SEASON)) {
		struct civil_date date = { date_from_day(r->today).year, what->value, 1 };
		bool is_past = date_add_months(date_to_day(date), 3) <= r->today;
		date.year += sign < 0 && !is_past                        ? -1
			     : sign > 0 && date_to_day(date) <= r->today ? 1
									 : 0;
		return when_give(r, out, date_to_day(date), PRECISION_SEASON);
	}
	if (is_word(what, WORD_MONTH)) {
		struct civil_date today = date_from_day(r->today);
		bool is_in_this_year =
			sign < 0 ? what->value < today.month : what->value > today.month;
		struct civil_date date = { .year = today.year + (is_in_this_year ? 0 : sign),
			.month = what->value,
			.day = 1 };
		return when_give(r, out, date_to_day(date), PRECISION_MONTH);
	}
	return not_understood(r, text);
}

static enum status read_two_words(struct when_reading *r, struct when *out, const char *text)
{
	const struct token *a = &r->tokens[0], *b = &r->tokens[1];
	int sign = r->sense == WHEN_PAST ? -1 : 1;
	bool has_year = b->kind == TOKEN_NUMBER && b->digits == 4 && b->value >= 1;

	if (is_word(a, WORD_LAST) || is_word(a, WORD_NEXT))
		return read_next_or_last(r, out, b, is_word(a, WORD_LAST) ? -1 : 1, text);
	if (is_word(b, WORD_LAST) || is_word(b, WORD_NEXT))
		return read_next_or_last(r, out, a, is_word(b, WORD_LAST) ? -1 : 1, text);
	if (a->kind == TOKEN_NUMBER && is_word(b, WORD_UNIT))
		return give_distance(r, out, a->value, b->value, sign);
	if (is_word(a, WORD_UNIT) && is_word(b, WORD_AGO)) /* un'ora fa */
		return give_distance(r, out, 1, a->value, -1);
	if (a->kind == TOKEN_NUMBER && is_word(b, WORD_MONTH))
		return give_day_month(r, out, a->value, b->value);
	if ((is_word(a, WORD_MONTH) || is_word(a, WORD_SEASON)) && has_year) {
		struct civil_date date = { .year = b->value, .month = a->value, .day = 1 };
		return when_give(r, out, date_to_day(date),
			is_word(a, WORD_MONTH) ? PRECISION_MONTH : PRECISION_SEASON);
	}
	if (is_word(a, WORD_MONTH) && b->kind == TOKEN_NUMBER)
		return give_day_month(r, out, b->value, a->value);
	if (a->kind == TOKEN_OTHER && !strcmp(a->text, "l'altro") && is_word(b, WORD_DAY))
		return when_give(r, out, r->today - 2, PRECISION_DAY);
	return not_understood(r, text);
}

static enum status read_three(struct when_reading *r, struct when *out, const char *text)
{
	const struct token *a = &r->tokens[0], *b = &r->tokens[1], *c = &r->tokens[2];

	if (a->kind == TOKEN_NUMBER && is_word(b, WORD_UNIT) && is_word(c, WORD_AGO))
		return give_distance(r, out, a->value, b->value, -1);
	if (is_word(a, WORD_IN) && b->kind == TOKEN_NUMBER && is_word(c, WORD_UNIT))
		return give_distance(r, out, b->value, c->value, 1);
	if (c->kind == TOKEN_NUMBER && a->kind == TOKEN_NUMBER && is_word(b, WORD_MONTH))
		return give_civil(r, out, when_full_year(c->value, c->digits), b->value, a->value);
	if (c->kind == TOKEN_NUMBER && is_word(a, WORD_MONTH) && b->kind == TOKEN_NUMBER)
		return give_civil(r, out, when_full_year(c->value, c->digits), a->value, b->value);
	return not_understood(r, text);
}

static enum status read_tokens(struct when_reading *r, struct when *out, const char *text)
{
	static const int day_before = -2, day_after = 2;

	if (strstr(text, "day before yesterday"))
		return when_give(r, out, r->today + day_before, PRECISION_DAY);
	if (strstr(text, "day after tomorrow"))
		return when_give(r, out, r->today + day_after, PRECISION_DAY);
	switch (r->count) {
	case 0: /* only a time: today */
		return r->minute >= 0 ? when_give(r, out, r->today, PRECISION_DAY)
				      : not_understood(r, text);
	case 1:
		return read_one_word(r, out, text);
	case 2:
		return read_two_words(r, out, text);
	case 3:
		return read_three(r, out, text);
	default:
		return not_understood(r, text);
	}
}

enum status when_parse(const char *text, enum when_sense sense, day_number today,
	const char *language, bool day_first, struct when *out, struct error *err)
{
	struct when_reading r = { .sense = sense,
		.today = today,
		.day_first = day_first,
		.minute = -1,
		.with_italian = language && !strncmp(language, "it", 2),
		.err = err };
	struct strbuf folded = STRBUF_INIT;
	enum status status = STATUS_INVALID;

	text_fold(&folded, text);
	char *words = memory_copy_string(folded.data);
	for (char *rest = words, *word; (word = strsep(&rest, " ,")) && r.count < TOKENS_MAX;)
		if (*word)
			add_token(&r, word);
	r.tokens[r.count] = (struct token){ .kind = TOKEN_END, .text = "" };
	if (text_is_blank(text))
		error_set(err, STATUS_INVALID, _("A date is missing"));
	else if (!simplify_tokens(&r))
		error_set(err, STATUS_INVALID,
			_("\"%s\" has a time that does not exist: write 18:30 or 6pm"), text);
	else {
		simplify_parts(&r);
		status = read_tokens(&r, out, folded.data);
	}
	free(words);
	strbuf_fini(&folded);
	return status;
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
