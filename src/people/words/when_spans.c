/* From one day to another: "3 to 5 nov", "dal 28 al 3", "monday to friday".
 * Not here: the days themselves (when_shapes.c), from one hour to another (when_clock.c). */
#include "people/words/when_spans.h"

#include "filo/base/i18n.h"
#include "people/words/when_days.h"
#include "people/words/when_shapes.h"

#include <string.h>

#define SPAN_GOING_ON_DAYS 183 /* a longer one is that of the year before */

size_t when_find_until(const struct when_reading *r)
{
	for (size_t i = 1; i + 1 < r->count; i++) {
		bool is_to = !strcmp(r->tokens[i].text, "to") &&
			     !when_is_word(&r->tokens[i - 1], WORD_UNIT);
		if (is_to || when_is_word(&r->tokens[i], WORD_UNTIL))
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

/* One end of some days, of which only a part is left: a number alone is a day of the month, of that
 * of the other end where it was said. */
static enum status span_end(
	struct when_reading end, const struct token *month, day_number *first, day_number *last)
{
	struct when when = { .day = DAY_NONE };

	if (end.count == 1 && end.tokens[0].kind == TOKEN_NUMBER && !when_is_year(end.tokens)) {
		end.tokens[0].is_day = true;
		if (month)
			end.tokens[end.count++] = *month;
	}
	enum status status = when_read_shape(&end, &when);
	if (status == STATUS_OK)
		when_read_ends(&end, &when, first, last);
	return status;
}

/* What is of a day told by today. */
static bool span_is_told_by_today(const struct when_reading *end)
{
	return span_token(end, IS(WORD_DAY) | IS(WORD_WHICH) | IS(WORD_PERIOD));
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
	struct when_reading to, day_number *first, day_number *last)
{
	day_number end;

	if (r->sense != WHEN_PAST || span_is_told_by_today(from) || span_is_told_by_today(&to))
		return false;
	to.sense = WHEN_FUTURE;
	to.today = r->today - 1;
	return span_end(to, span_token(from, IS(WORD_MONTH)), &end, last) == STATUS_OK &&
	       span_begin(*from, *last, first) == STATUS_OK && *first < r->today &&
	       *last >= r->today && *last - *first < SPAN_GOING_ON_DAYS;
}

/* "5-3 nov": both are of the month that is named once. "28 to 3 nov" begins in the one before. */
static bool span_is_backwards(const struct when_reading *r, size_t until)
{
	int months = 0, days[2] = { 0, 0 };

	for (size_t i = 0; i < r->count; i++) {
		const struct token *token = &r->tokens[i];
		months += when_is_word(token, WORD_MONTH);
		if (token->kind == TOKEN_NUMBER && !when_is_year(token) && !days[i > until])
			days[i > until] = token->value;
	}
	return months == 1 && !strcmp(r->tokens[until].text, "-") && days[1] && days[0] > days[1];
}

enum status when_read_span(struct when_reading *r, struct when *out, size_t until)
{
	struct when_reading from = *r, to = *r;
	day_number first = DAY_NONE, last = DAY_NONE, end;

	if (span_is_backwards(r, until))
		return error_set(r->err, STATUS_INVALID,
			_("\"%s\" runs backwards: the first day comes before the last"), r->typed);
	when_drop_tokens(&from, until, from.count - until);
	when_drop_tokens(&to, 0, until + 1);
	if (r->minute < 0 && span_goes_on(r, &from, to, &first, &last))
		return when_give_days(r, out, first, last);
	enum status status = r->minute < 0
				     ? span_end(to, span_token(&from, IS(WORD_MONTH)), &end, &last)
				     : when_not_understood(r);
	if (status == STATUS_OK)
		status = span_begin(from, last, &first);
	if (status == STATUS_OK && first > last && r->sense == WHEN_FUTURE) {
		to.today = first;
		status = span_end(to, NULL, &end, &last);
	} else if (status == STATUS_OK && first > last && !span_token(&from, IS(WORD_DAY))) {
		from.today = last; /* "from last monday to last friday" */
		from.sense = WHEN_PAST;
		status = span_end(from, NULL, &first, &end);
	}
	if (status != STATUS_OK)
		return status;
	return first <= last ? when_give_days(r, out, first, last) : when_not_understood(r);
}
