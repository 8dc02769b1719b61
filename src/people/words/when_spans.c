/* From one day to another: "3 to 5 nov", "dal 28 al 3", "monday to friday".
 * Not here: the days themselves (when_shapes.c), from one hour to another (when_clock.c). */
#include "people/words/when_spans.h"

#include "people/words/when_days.h"
#include "people/words/when_shapes.h"

#include <string.h>

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

enum status when_read_span(struct when_reading *r, struct when *out, size_t until)
{
	struct when_reading from = *r, to = *r;
	day_number first = DAY_NONE, last = DAY_NONE, end;

	when_drop_tokens(&from, until, from.count - until);
	when_drop_tokens(&to, 0, until + 1);
	enum status status = r->minute < 0
				     ? span_end(to, span_token(&from, IS(WORD_MONTH)), &end, &last)
				     : when_not_understood(r);
	if (status != STATUS_OK)
		return status;
	if (!span_token(&from, IS(WORD_DAY) | IS(WORD_WHICH) | IS(WORD_PERIOD)))
		from.today = last;
	from.sense = WHEN_PAST;
	status = span_end(from, NULL, &first, &end);
	if (status == STATUS_OK && first > last && r->sense == WHEN_FUTURE) {
		to.today = first;
		status = span_end(to, NULL, &end, &last);
	} else if (status == STATUS_OK && first > last && !span_token(&from, IS(WORD_DAY))) {
		from.today = last; /* "from last monday to last friday" */
		status = span_end(from, NULL, &first, &end);
	}
	if (status != STATUS_OK)
		return status;
	return first <= last ? when_give_days(r, out, first, last) : when_not_understood(r);
}
