/* From one day to another: "3 to 5 nov", "dal 28 al 3", "monday to friday", "until 5 nov".
 * Not here: the days themselves (when_shapes.c), from one hour to another (when_clock.c). */
#include "people/words/when_spans.h"

#include "filo/base/i18n.h"
#include "people/words/when_days.h"
#include "people/words/when_shapes.h"

#include <string.h>

#define SPAN_GOING_ON_DAYS 183 /* a longer one is that of the year before */
/* Nearly a year over its turn, or little more, is not meant. */
#define SPAN_LONG_DAYS    300
#define SPAN_LONGER_DAYS  400
#define SPAN_YEARS_MONTHS (8 * 12)

/* "3 and 4 nov", "sat and sun": both, which follow each other. */
static bool span_is_of_both(const struct token *and)
{
	return when_is_word(and, WORD_AND) && and->value > 0;
}

size_t when_find_until(const struct when_reading *r)
{
	for (size_t i = 1; i + 1 < r->count; i++) {
		const struct token *token = &r->tokens[i];
		bool is_to = !strcmp(token->text, "to") && !when_is_word(token - 1, WORD_UNIT);
		if (is_to || when_is_word(token, WORD_UNTIL) || span_is_of_both(token))
			return i;
	}
	return 0;
}

/* The first token of one of these kinds, or NULL. */
static const struct token *span_token(const struct when_reading *r, uint64_t kinds)
{
	for (size_t i = 0; i < r->count; i++)
		if (when_is_one_of(&r->tokens[i], kinds))
			return &r->tokens[i];
	return NULL;
}

/* A number alone, or with its year. */
static bool span_is_number(const struct when_reading *end)
{
	bool has_year = end->count == 2 && when_is_year(&end->tokens[1]);

	return (end->count == 1 || has_year) && end->tokens[0].kind == TOKEN_NUMBER &&
	       !when_is_year(&end->tokens[0]);
}

/* One end of some days, of which only a part is left: a number alone is a day of the month, of that
 * of the other end where it was said. */
static enum status span_end(
	struct when_reading end, const struct token *month, day_number *first, day_number *last)
{
	struct when when = { .day = DAY_NONE };

	if (span_is_number(&end)) {
		end.tokens[0].is_day = true;
		if (month) {
			end.tokens[2] = end.tokens[1];
			end.tokens[1] = *month;
			end.count++;
		}
	}
	enum status status = when_read_shape(&end, &when);
	if (status == STATUS_OK)
		when_read_ends(&end, &when, first, last);
	return status;
}

/* What is of a day told by today. */
static bool span_is_told_by_today(const struct when_reading *end)
{
	return span_token(end, IS(WORD_DAY) | IS(WORD_WHICH) | IS(WORD_PERIOD) | IS(WORD_UNIT));
}

/* From the latest such day up to `last` on. */
static enum status span_begin(struct when_reading from, day_number last, day_number *first)
{
	day_number end;

	if (!span_is_told_by_today(&from))
		from.today = last;
	from.sense = WHEN_PAST;
	return span_end(from, NULL, first, &end);
}

/* A span that began before today and is not over: its last day is today or to come. */
static bool span_goes_on(const struct when_reading *r, const struct when_reading *from,
	struct when_reading to, const struct token *month, day_number *first, day_number *last)
{
	day_number end;

	if (r->sense != WHEN_PAST || span_is_told_by_today(from) || span_is_told_by_today(&to))
		return false;
	to.sense = WHEN_FUTURE;
	to.today = r->today - 1;
	return span_end(to, month, &end, last) == STATUS_OK &&
	       span_begin(*from, *last, first) == STATUS_OK && *first < r->today &&
	       *last >= r->today && *last - *first < SPAN_GOING_ON_DAYS;
}

/* The first number, which is the day of a month beside one; 0: none. */
static int span_day(const struct when_reading *end)
{
	for (size_t i = 0; i < end->count; i++)
		if (end->tokens[i].kind == TOKEN_NUMBER && !when_is_year(&end->tokens[i]))
			return end->tokens[i].value;
	return 0;
}

/* "28 to 3": in two months, where it does not run backwards. */
static bool span_turns(const struct when_reading *from, const struct when_reading *to)
{
	return span_day(to) && span_day(from) > span_day(to);
}

/* The last day as it is read on another one, or DAY_NONE. */
static day_number span_last_on(struct when_reading to, const struct token *month, day_number today)
{
	day_number first, last = DAY_NONE;

	to.today = today;
	return span_end(to, month, &first, &last) == STATUS_OK ? last : DAY_NONE;
}

/* A last day whose year was not said. */
static bool span_is_yearly(
	const struct when_reading *to, const struct token *month, day_number last)
{
	day_number years_ago = date_add_months(last, -SPAN_YEARS_MONTHS);

	return !span_is_told_by_today(to) &&
	       span_last_on(*to, month, last - SPAN_LONG_DAYS) == last &&
	       span_last_on(*to, month, years_ago) != last;
}

static bool span_is_in_one_year(day_number first, day_number last)
{
	return date_from_day(first).year == date_from_day(last).year;
}

enum status when_accept_last(
	struct when_reading to, const struct token *month, day_number first, day_number *last)
{
	char from[80], until[80], iso[DATE_ISO_SIZE];

	if (first > *last && !span_token(&to, IS(WORD_DAY) | IS(WORD_IN))) {
		day_number later = span_last_on(to, NULL, first);
		*last = later == DAY_NONE ? *last : later;
	}
	if (*last - first <= SPAN_LONG_DAYS || *last - first > SPAN_LONGER_DAYS ||
		span_is_in_one_year(first, *last) || !span_is_yearly(&to, month, *last))
		return STATUS_OK;
	date_format_long(first, from, sizeof from);
	date_format_long(*last, until, sizeof until);
	return error_set(to.err, STATUS_INVALID,
		/* Translators: two days as "Tue 24 Nov 2026", and the second as 2026-11-24. */
		_("That is from %s to %s: if so, write %s as its last day; else the earlier day "
		  "first, or the year"),
		from, until, date_format_iso(*last, iso));
}

/* "wed 23 to 25", "23/9 to 25": the first is known by itself, and the last the next of that number.
 */
static bool span_is_told_by_first(const struct when_reading *from, const struct when_reading *to)
{
	bool has_weekday = span_token(from, IS(WORD_WEEKDAY)) && span_day(from);

	return to->count == 1 && span_is_number(to) && !span_is_told_by_today(from) &&
	       !span_token(from, IS(WORD_MONTH)) &&
	       (has_weekday || from->tokens[from->count - 1].kind == TOKEN_OTHER);
}

static enum status span_read_from_first(const struct when_reading *from, struct when_reading to,
	day_number *first, day_number *last)
{
	day_number end;

	if (span_end(*from, NULL, first, &end) != STATUS_OK) { /* "wed 23" lies further on */
		enum status status = span_end(to, NULL, &end, last);
		if (status == STATUS_OK)
			status = span_begin(*from, *last, first);
		if (status != STATUS_OK)
			return status;
	}
	to.sense = WHEN_FUTURE;
	to.today = *first;
	return span_end(to, NULL, &end, last);
}

static enum status span_refuse_backwards(const struct when_reading *r)
{
	return error_set(r->err, STATUS_INVALID,
		_("\"%s\" runs backwards: the first day comes before the last"), r->typed);
}

/* The days of both sides: the last of them, and the latest such first before it, or its own. */
static enum status span_read(const struct when_reading *r, struct when_reading from,
	struct when_reading to, day_number *first, day_number *last)
{
	const struct token *month = span_token(&from, IS(WORD_MONTH));
	struct token next;
	day_number end;

	if (month && span_is_number(&to) && span_turns(&from, &to)) { /* "28 nov to 3" */
		next = *month;
		next.value = month->value % 12 + 1;
		if (!date_is_possible((struct civil_date){ 0, next.value, span_day(&to) }))
			return span_refuse_backwards(r); /* "31 jan to 30" */
		month = &next;
	}
	if (span_is_told_by_first(&from, &to))
		return span_read_from_first(&from, to, first, last);
	if (span_goes_on(r, &from, to, month, first, last))
		return STATUS_OK;
	enum status status = span_end(to, month, &end, last);
	bool is_ahead = r->sense == WHEN_FUTURE;
	bool is_next = is_ahead && span_token(&from, IS(WORD_WEEKDAY)) &&
		       !span_token(&to, IS(WORD_WEEKDAY)); /* "friday to 6 jan" */
	bool is_read = status == STATUS_OK && is_next &&
		       span_end(from, NULL, first, &end) == STATUS_OK && *first <= *last;
	if (status == STATUS_OK && !is_read)
		status = span_begin(from, *last, first);
	bool is_long = status == STATUS_OK && *last - *first > SPAN_LONG_DAYS;
	bool is_over = is_long && is_ahead && r->today > *first;
	if (is_over && (!span_is_in_one_year(*first, *last) || span_is_yearly(&to, month, *last)))
		status = span_end(from, NULL, first, &end);
	if (status == STATUS_OK && is_ahead)
		return when_accept_last(to, month, *first, last);
	if (status == STATUS_OK && *first > *last && !span_token(&from, IS(WORD_DAY))) {
		from.today = *last; /* "from last monday to last friday" */
		from.sense = WHEN_PAST;
		status = span_end(from, NULL, first, &end);
	}
	return status;
}

enum status when_read_span(struct when_reading *r, struct when *out, size_t until)
{
	struct when_reading from = *r, to = *r;
	bool is_of_both = span_is_of_both(&r->tokens[until]);
	day_number first = DAY_NONE, last = DAY_NONE;

	when_drop_tokens(&from, until, from.count - until);
	when_drop_tokens(&to, 0, until + 1);
	to.is_ahead |= r->sense == WHEN_FUTURE; /* "monday to the weekend" */
	/* Of "5-3 nov" both are of the month that is named once. */
	bool has_one_month = !span_token(&from, IS(WORD_MONTH)) != !span_token(&to, IS(WORD_MONTH));
	if (has_one_month && *r->tokens[until].text == '-' && span_turns(&from, &to))
		return span_refuse_backwards(r);
	bool is_hour =
		span_is_number(&from) && !from.tokens[0].is_day && !span_token(r, IS(WORD_MONTH));
	bool is_now = r->sense == WHEN_PAST && span_token(r, IS(WORD_DAY));
	if (r->minute >= 0 || (is_of_both && (is_hour || is_now)))
		return when_not_understood(r);
	enum status status = span_read(r, from, to, &first, &last);
	if (is_of_both && (status != STATUS_OK || last - first != 1))
		return when_not_understood(r);
	if (status != STATUS_OK)
		return status;
	return first <= last ? when_give_days(r, out, first, last) : span_refuse_backwards(r);
}

bool when_begins_with_until(const struct when_reading *r)
{
	bool is_to = when_is_word(r->tokens, WORD_UNTIL) || !strcmp(r->tokens->text, "to");

	return is_to && r->sense == WHEN_FUTURE && *r->tokens->text != '-';
}

enum status when_read_until(struct when_reading *r, struct when *out)
{
	day_number first, last;

	when_drop_tokens(r, 0, 1);
	r->is_ahead = true;
	enum status status = span_end(*r, NULL, &first, &last);
	if (status != STATUS_OK)
		return status;
	return when_give_likely(r, out, r->today, last, last);
}

/* ---- How long ---- */

/* The number of "for a week", "10 days" at token `at`, with its unit behind it, or NULL. */
static const struct token *span_length(const struct when_reading *r, size_t at)
{
	const struct token *number = &r->tokens[at + when_is_word(&r->tokens[at], WORD_FOR)];
	bool is_length = number->kind == TOKEN_NUMBER && !number->is_day &&
			 when_is_word(number + 1, WORD_UNIT) && number[1].value >= UNIT_DAYS;

	return is_length ? number : NULL;
}

static enum status span_give_length(
	struct when_reading *r, const struct token *number, day_number first, day_number *last)
{
	struct when when;
	int amount = number->value < AMOUNT_MAX ? number->value : AMOUNT_MAX;

	*last = when_add_units(first, amount, number[1].value);
	*last -= *last != DAY_NONE; /* too far for any calendar */
	return when_give(r, &when, *last, PRECISION_DAY);
}

bool when_is_length(const struct when_reading *r, day_number first)
{
	const struct token *number = span_length(r, 0);

	if (!number || number[2].kind != TOKEN_END || r->sign)
		return false;
	const char *behind = number->text + strspn(number->text, "0123456789");
	bool is_short = behind > number->text && *behind; /* "2w", as from today */
	return !is_short || first > r->today;
}

enum status when_last_of_length(struct when_reading *r, day_number first, day_number *last)
{
	return span_give_length(r, span_length(r, 0), first, last);
}

size_t when_find_length(const struct when_reading *r)
{
	for (size_t i = 1; i < r->count; i++)
		if (when_is_word(&r->tokens[i], WORD_FOR) && i + 3 == r->count && span_length(r, i))
			return i;
	return 0;
}

enum status when_read_length(struct when_reading *r, struct when *out, size_t at)
{
	struct when_reading from = *r;
	day_number first, last;

	when_drop_tokens(&from, at, from.count - at);
	if (when_find_until(&from) || when_begins_with_until(&from))
		return when_not_understood(r);
	enum status status = span_end(from, NULL, &first, &last);
	if (status == STATUS_OK)
		status = span_give_length(r, span_length(r, at), first, &last);
	r->is_open = false;
	if (status != STATUS_OK)
		return status;
	return first <= last ? when_give_days(r, out, first, last) : span_refuse_backwards(r);
}

void when_turn_length(struct when_reading *r)
{
	const struct token *number = span_length(r, 0);
	bool has_for = when_is_word(r->tokens, WORD_FOR);

	if (!number || !when_is_word(number + 2, WORD_FROM) || !(has_for || r->takes_days))
		return;
	const struct token length[] = { number[0], number[1] };
	size_t day = when_skip(r, (size_t)(number + 2 - r->tokens), IS(WORD_FROM));
	bool is_told = when_is_one_of(&r->tokens[day],
		IS(WORD_DAY) | IS(WORD_NOW) | IS(WORD_WEEKDAY) | IS(WORD_WHICH) | IS(WORD_PERIOD));
	if (day >= r->count || (is_told && !has_for))
		return; /* "a week from friday" is one day */
	when_drop_tokens(r, 0, day);
	when_set_word(&r->tokens[r->count++], WORD_FOR, FEW_OF);
	for (size_t i = 0; i < 2; i++)
		r->tokens[r->count++] = length[i];
}
