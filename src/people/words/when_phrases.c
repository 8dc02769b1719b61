/* Tokens that are one thing together: "last night", "last week", "an hour and a half".
 * Not here: the tokens (when_tokens.c), what they mean together (when_shapes.c). */
#include "people/words/when_phrases.h"

#include "people/words/when_clock.h"
#include "people/words/when_days.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Figures, or a number in words that is settled. */
static bool is_known_number(const struct token *token)
{
	return token->kind == TOKEN_NUMBER;
}

/* ---- Parts of the day ---- */

/* "two nights ago", "the night before last", "la sera dopo Natale": the part at token `at` is a day
 * that is counted. */
static bool is_counted_day(const struct when_reading *r, size_t at)
{
	const struct token *part = &r->tokens[at], *after = part + 1;

	if (at)
		return is_known_number(part - 1) && when_is_word(after, WORD_AGO);
	return when_is_word(after, WORD_PAST) && !when_is_word(after + 1, WORD_PART);
}

/* "last night", "questa mattina": with what stands beside it, the part at token `at` says the day,
 * too. */
static void make_day(struct when_reading *r, size_t at)
{
	struct token *part = &r->tokens[at];
	bool is_of_weekday =
		at > 1 && when_is_one_of(part - 2, IS_DAYS); /* "sabato scorso di mattina" */
	bool is_behind = at && when_is_word(part - 1, WORD_WHICH) && !is_of_weekday;
	struct token *which = is_behind ? part - 1 : part + 1;

	if (is_counted_day(r, at))
		when_set_word(part, WORD_UNIT, UNIT_DAYS);
	else if (when_is_word(which, WORD_WHICH) && (which->value == 0 || which->value == -1) &&
		 (is_behind || r->count == 2))
		when_set_word(which, WORD_DAY, which->value);
	else if (r->count == 1 && r->minute < 0 && part->value < PART_BREAKFAST)
		when_set_word(part, WORD_DAY, 0);
}

/* "primo pomeriggio" */
static bool is_first_word(const struct token *token)
{
	return is_known_number(token) && token->is_day && token->value == 1 &&
	       !isdigit((unsigned char)*token->text);
}

/* Takes out "late", "after", "primo" beside the part at token `at`; where the part stands now. */
static size_t drop_around_part(struct when_reading *r, size_t at)
{
	if (when_is_word(&r->tokens[at + 1], WORD_EDGE))
		when_drop_tokens(r, at + 1, 1);
	const struct token *before = at ? &r->tokens[at - 1] : &r->tokens[at];
	if (!when_is_one_of(before, IS(WORD_PAST) | IS(WORD_EDGE)) && !is_first_word(before))
		return at;
	when_drop_tokens(r, at - 1, 1);
	return at - 1;
}

/* "yesterday evening" is yesterday; by itself a part of the day is today's. */
static enum status cut_parts(struct when_reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		if (!when_is_word(&r->tokens[i], WORD_PART))
			continue;
		if (r->part == PART_NONE)
			r->part = (enum part)r->tokens[i].value;
		i = drop_around_part(r, i);
		make_day(r, i);
		if (when_is_word(&r->tokens[i], WORD_PART))
			when_drop_tokens(r, i--, 1);
	}
	r->is_any_night |= r->part == PART_SMALL_HOURS;
	return r->part == PART_NONE || r->minute < 0 ? STATUS_OK : when_clock_fit(r, r->part);
}

/* ---- Words that only lead to others ---- */

/* "il giorno 15", "the month of october", "nell'anno 2024": the unit of what follows. */
static bool is_its_unit(const struct token *token)
{
	const struct token *next = token + 1;
	bool is_year = is_known_number(next) && next->digits == 4 && !when_is_plural(token);

	return (when_is_unit(token, UNIT_DAYS) &&
		       (is_known_number(next) ||
			       when_is_one_of(next, IS(WORD_FEAST) | IS(WORD_WEEKDAY)))) ||
	       (when_is_unit(token, UNIT_MONTHS) && when_is_word(next, WORD_MONTH)) ||
	       (when_is_unit(token, UNIT_YEARS) && is_year);
}

/* "this friday" is friday, "early yesterday" yesterday, "back in march" march. */
static bool leads_to_next(const struct when_reading *r, size_t at)
{
	const struct token *token = &r->tokens[at], *next = token + 1;
	bool is_after_unit = at && when_is_word(token - 1, WORD_UNIT);

	if (when_is_word(token, WORD_WHICH) && token->value == 0)
		return !when_is_word(next, WORD_UNIT) && !is_after_unit;
	if (when_is_word(token, WORD_EDGE))
		return when_is_word(next, WORD_DAY) ||
		       (token->value == EDGE_EARLY && when_is_word(next, WORD_EDGE));
	if (when_is_word(token, WORD_AGO))
		return at == 0 && !strcmp(token->text, "back");
	return is_its_unit(token) && !(at && is_known_number(token - 1));
}

static void drop_leading(struct when_reading *r)
{
	for (size_t i = 0; i < r->count;) {
		struct token *token = &r->tokens[i];
		bool is_past = when_is_word(token, WORD_PAST) && !strcmp(token->text, "past");
		size_t amount = is_known_number(token + 1); /* "the past 3 days" */
		if (is_past && when_is_one_of(token + 1 + amount, IS_DAYS) &&
			!(i && when_is_word(token - 1, WORD_UNIT)))
			when_set_word(token, WORD_WHICH, -1);
		if (!leads_to_next(r, i)) {
			i++;
			continue;
		}
		if (when_is_unit(token, UNIT_DAYS))
			token[1].is_day = true;
		when_drop_tokens(r, i, 1);
	}
}

/* ---- What is one thing ---- */

/* A month, or a period, that has days. */
static bool has_days(const struct token *token)
{
	return when_is_one_of(
		       token, IS(WORD_MONTH) | IS(WORD_UNIT) | IS(WORD_SEASON) | IS(WORD_WHICH)) ||
	       (is_known_number(token) && token->digits == 4);
}

/* "the last day of october", "first day of the month" are its ends; its last days are late in it,
 * and the last days are those before today. Its second week is that of 8 to 14. */
static void join_edge(struct when_reading *r, size_t at)
{
	struct token *token = &r->tokens[at], *unit = token + 1;
	bool is_last = when_is_word(token, WORD_WHICH) && token->value < 0;
	bool is_nth = is_known_number(token) && token->is_day && !when_is_plural(unit);
	bool is_first = is_known_number(token) && token->is_day && token->value == 1;
	bool is_edge = when_is_word(token, WORD_EDGE);
	bool is_recent = is_edge && !strncmp(token->text, "ultim", 5);

	const struct token *units = unit + is_known_number(unit);
	if (is_recent && when_is_word(units, WORD_UNIT) && when_is_plural(units) &&
		!has_days(units + 1)) {
		when_set_word(token, WORD_WHICH, -FEW_OF);
		return;
	}
	if (!has_days(unit + 1))
		return;
	if ((is_last || is_nth) && when_is_unit(unit, UNIT_WEEKS)) {
		when_set_word(token, WORD_EDGE, EDGE_WEEK + (is_last ? LAST : token->value));
		when_drop_tokens(r, at + 1, 1);
		return;
	}
	if ((!is_last && !is_first && !is_edge) || !when_is_unit(unit, UNIT_DAYS))
		return;
	enum edge first = when_is_plural(unit) ? EDGE_EARLY : EDGE_FIRST_DAY;
	enum edge last = when_is_plural(unit) ? EDGE_LATE : EDGE_LAST_DAY;
	if (!is_edge)
		when_set_word(token, WORD_EDGE, (int)(is_last ? last : first));
	when_drop_tokens(r, at + 1, 1);
}

/* "quarto giovedì di novembre", "prima domenica del mese": by itself neither is a number. */
static void join_nth(struct when_reading *r, size_t at)
{
	struct token *nth = &r->tokens[at];
	bool is_fourth = when_is_word(nth, WORD_MINUTES) && !strcmp(nth->text, "quarto");
	bool is_first = when_is_word(nth, WORD_PAST) && !strcmp(nth->text, "prima") &&
			!when_is_word(nth + 2, WORD_WHICH); /* "prima della settimana prossima" */

	bool is_followed = when_is_word(nth + 1, WORD_WEEKDAY) || when_is_unit(nth + 1, UNIT_WEEKS);
	if ((!is_fourth && !is_first) || !is_followed || !has_days(nth + 2))
		return;
	when_set_number(nth, is_fourth ? 4 : 1);
	nth->is_day = true;
}

/* "last week", "settimana scorsa", "this year" */
static void join_period(struct when_reading *r, size_t at)
{
	struct token *first = &r->tokens[at], *second = first + 1;
	struct token *which = when_is_word(first, WORD_WHICH) ? first : second;
	struct token *unit = which == first ? second : first;
	bool is_counted = unit == first && at && is_known_number(first - 1) && !first[-1].is_day;

	if (!when_is_word(which, WORD_WHICH) || !when_is_word(unit, WORD_UNIT) || is_counted ||
		abs(which->value) == FEW_OF)
		return;
	int sign = which->value;
	when_set_word(first, WORD_PERIOD, unit->value);
	first->which = sign;
	when_drop_tokens(r, at + 1, 1);
}

/* "christmas 2 years ago", "ottobre di due anni fa": of that year. */
static void join_years_ago(struct when_reading *r, size_t at)
{
	struct token *years = &r->tokens[at];
	int year = date_from_day(r->today).year - years->value;

	if (!at || !when_is_one_of(years - 1, IS(WORD_FEAST) | IS(WORD_MONTH) | IS(WORD_SEASON)) ||
		!is_known_number(years) || !when_is_unit(years + 1, UNIT_YEARS) || year < 1 ||
		!when_is_word(years + 2, WORD_AGO) || r->is_few || r->low)
		return;
	when_set_number(years, year);
	years->digits = 4;
	when_drop_tokens(r, at + 1, 2);
}

/* ---- Numbers with a half ---- */

/* So much a half more is, in a smaller unit. */
static const struct {
	enum unit in;
	int whole, half;
} halves[] = {
	[UNIT_MINUTES] = { UNIT_MINUTES, 1, 0 },
	[UNIT_QUARTERS] = { UNIT_QUARTERS, 1, 0 },
	[UNIT_HALF_HOURS] = { UNIT_HALF_HOURS, 1, 0 },
	[UNIT_HOURS] = { UNIT_HALF_HOURS, 2, 1 },
	[UNIT_DAYS] = { UNIT_HOURS, 24, 12 },
	[UNIT_WEEKS] = { UNIT_DAYS, 7, 4 },
	[UNIT_FORTNIGHTS] = { UNIT_WEEKS, 2, 1 },
	[UNIT_MONTHS] = { UNIT_DAYS, 30, 15 },
	[UNIT_YEARS] = { UNIT_MONTHS, 12, 6 },
};

/* `count` tokens from `at` on become so many and a half of the unit. */
static void set_halved(struct when_reading *r, size_t at, size_t count, int amount, int unit)
{
	struct token *number = &r->tokens[at];

	amount = amount > AMOUNT_MAX ? AMOUNT_MAX : amount;
	when_set_number(number, amount * halves[unit].whole + halves[unit].half);
	when_set_word(number + 1, WORD_UNIT, (int)halves[unit].in);
	when_drop_tokens(r, at + 2, count - 2);
}

/* "half a year" from token `at` on, "two and a half hours", "an hour and a half", "un'ora e 20". */
static void join_half(struct when_reading *r, size_t at)
{
	struct token *a = &r->tokens[at];
	size_t one_behind = (size_t)is_known_number(a + 1);

	if (when_is_half(a) && when_is_word(a + 1 + one_behind, WORD_UNIT)) {
		set_halved(r, at, 2 + one_behind, 0, a[1 + one_behind].value);
		return;
	}
	/* "every month and a half" */
	if (r->is_often && when_is_word(a, WORD_EVERY) && when_is_word(a + 1, WORD_UNIT) &&
		when_is_word(a + 2, WORD_AND) && when_is_half(a + 3 + is_known_number(a + 3))) {
		set_halved(r, at + 1, 3 + is_known_number(a + 3), 1, a[1].value);
		return;
	}
	if (!is_known_number(a))
		return;
	size_t and = at + 1 + when_is_word(a + 1, WORD_UNIT);
	bool has_and = when_is_word(&r->tokens[and], WORD_AND);
	if (!has_and && !when_is_unit(&r->tokens[and+1], UNIT_MINUTES)) /* "1 hour 20 minutes" */
		return;
	size_t more = and+has_and;
	bool has_factor = is_known_number(&r->tokens[more]) &&
			  when_is_word(&r->tokens[more + 1], WORD_MINUTES);
	int factor = has_factor ? r->tokens[more].value : 1;
	more += has_factor;
	const struct token *what = &r->tokens[more];
	const struct token *unit = and == at + 1 ? what + 1 : a + 1;
	if (when_is_half(what) && when_is_word(unit, WORD_UNIT)) {
		set_halved(r, at, more + 1 + (unit > what) - at, a->value, unit->value);
		return;
	}
	bool is_quarter = when_is_word(what, WORD_MINUTES);
	if ((!is_quarter && !is_known_number(what)) || !when_is_unit(a + 1, UNIT_HOURS))
		return;
	size_t end = more + 1 + when_is_unit(what + 1, UNIT_MINUTES);
	if (factor * what->value >= HOUR_MINUTES)
		return;
	int hours = a->value > AMOUNT_MAX / HOUR_MINUTES ? AMOUNT_MAX / HOUR_MINUTES : a->value;
	when_set_number(a, hours * HOUR_MINUTES + factor * what->value);
	when_set_word(a + 1, WORD_UNIT, UNIT_MINUTES);
	when_drop_tokens(r, at + 2, end - at - 2);
}

/* ---- One number or another ---- */

/* "2-3", "3/4" */
static bool read_choice(const char *text, int *low, int *high)
{
	int used = 0;
	char mark;

	return sscanf(text, "%3d%c%3d%n", low, &mark, high, &used) == 3 && !text[used] &&
	       strchr("-/", mark) && *low > 0 && *low < *high;
}

/* "2 or 3", "2 to 3", and "2 e 3" behind "tra" or "between". */
static bool is_choice(const struct when_reading *r, size_t at)
{
	const struct token * or = &r->tokens[at];
	bool is_between =
		at > 1 && (when_is_word(or -2, WORD_BETWEEN) || when_is_word(or -2, WORD_IN));

	return when_is_word(or, WORD_OR) || (when_is_word(or, WORD_PAST) && or->value < 0) ||
	       (is_between && when_is_word(or, WORD_AND));
}

/* "2 or 3 days", "2-3 giorni", "a day or two" from token `at` on: the second number counts. */
static void join_choice(struct when_reading *r, size_t at)
{
	struct token *a = &r->tokens[at], *b = a + 1, *c = a + 2, *d = a + 3;
	int low, high;

	if (a->kind == TOKEN_OTHER && when_is_word(b, WORD_UNIT) &&
		read_choice(a->text, &low, &high)) {
		r->low = low;
		when_set_number(a, high);
	}
	bool is_before_unit =
		is_choice(r, at + 1) && is_known_number(c) && when_is_word(d, WORD_UNIT);
	bool is_behind_unit =
		when_is_word(b, WORD_UNIT) && when_is_word(c, WORD_OR) && is_known_number(d);
	const struct token *second = is_before_unit ? c : d;
	if (!is_known_number(a) || (!is_before_unit && !is_behind_unit) ||
		a->value >= second->value)
		return;
	r->low = a->value;
	when_set_number(a, second->value);
	when_drop_tokens(r, is_before_unit ? at + 1 : at + 2, 2);
	bool is_ago = when_is_word(&r->tokens[at + 2], WORD_AGO); /* "tra 2 e 3 giorni fa" */
	if (at && (when_is_word(a - 1, WORD_BETWEEN) || (is_ago && when_is_word(a - 1, WORD_IN))))
		when_drop_tokens(r, at - 1, 1);
}

enum status when_join_phrases(struct when_reading *r)
{
	enum status status = cut_parts(r);

	drop_leading(r);
	for (size_t i = 0; i < r->count; i++) {
		join_choice(r, i);
		join_half(r, i);
		join_nth(r, i);
		join_edge(r, i);
		join_period(r, i);
		join_years_ago(r, i);
	}
	return status;
}
