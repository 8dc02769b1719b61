/* Days beside others: "the day after christmas", "a week from friday", "before easter".
 * Not here: the other days themselves (when_shapes.c), from one day to another (when_spans.c). */
#include "people/words/when_anchors.h"

#include "people/words/when_days.h"
#include "people/words/when_shapes.h"

size_t when_find_anchor(const struct when_reading *r)
{
	size_t unit = r->tokens[0].kind == TOKEN_NUMBER ? 1 : 0;
	const struct token *after = &r->tokens[unit + 1];

	if (when_is_word(&r->tokens[0], WORD_PAST) && r->sense == WHEN_FUTURE)
		return 1; /* "before christmas": the day before */
	if (when_is_word(&r->tokens[0], WORD_WEEKDAY) && when_is_word(&r->tokens[1], WORD_PAST) &&
		!when_is_word(&r->tokens[2], WORD_WHICH))
		return 2; /* "the friday before christmas" */
	if (!when_is_word(&r->tokens[unit], WORD_UNIT) || r->tokens[unit].value < UNIT_DAYS)
		return 0;
	bool has_anchor = after[1].kind != TOKEN_END && !when_is_word(after + 1, WORD_WHICH);
	if (when_is_one_of(after, IS(WORD_PAST) | IS(WORD_FROM)))
		return has_anchor ? unit + 2 : 0;
	/* "a week on friday", "a week today" */
	if (when_is_word(after, WORD_AGO) && /* "a week ago today" */
		when_is_one_of(after + 1, IS(WORD_DAY) | IS(WORD_WEEKDAY)))
		return unit + 2;
	bool is_week = unit == 1 && r->tokens[unit].value == UNIT_WEEKS;
	bool is_day = when_is_one_of(after, IS(WORD_DAY) | IS(WORD_WEEKDAY));
	return is_week && is_day && r->sense == WHEN_FUTURE ? unit + 1 : 0;
}

/* Which of the days that were read is meant: after several their last, before them the first; of
 * "the end of the month" the last, too. */
static day_number anchor_day(const struct when_reading *r, const struct when *when, int sign)
{
	bool is_rough = r->is_few || r->low || r->is_about, is_edge = false;
	day_number first, last;

	for (size_t i = 0; i < r->count; i++)
		is_edge |= when_is_word(&r->tokens[i], WORD_EDGE);
	when_read_ends(r, when, &first, &last);
	return is_rough || (is_edge && sign < 0) ? when->day : sign > 0 ? last : first;
}

enum status when_read_anchored(struct when_reading *r, struct when *out, size_t tokens)
{
	const struct token first = r->tokens[0], last = r->tokens[tokens - 1];
	const struct token *units = &r->tokens[first.kind == TOKEN_NUMBER];
	int sign = when_is_word(&last, WORD_UNIT)  ? 1
		   : when_is_word(&last, WORD_AGO) ? -1
						   : last.value;
	int amount = first.kind == TOKEN_NUMBER ? first.value : 1;
	int unit = when_is_word(units, WORD_UNIT) ? units->value : UNIT_DAYS;
	int minute = r->minute;

	when_drop_tokens(r, 0, tokens);
	if (when_is_word(&r->tokens[0], WORD_NOW))
		when_set_word(&r->tokens[0], WORD_DAY, 0);
	r->minute = -1;
	bool is_beside = r->sense == WHEN_FUTURE && when_is_word(&last, WORD_PAST);
	if (is_beside) /* after the weekend that goes on, before the next */
		r->is_ahead = sign < 0;
	r->is_after = is_beside && sign > 0;
	enum status status = when_read_row(r, out);
	r->minute = minute;
	if (status != STATUS_OK)
		return status;
	day_number day = is_beside ? anchor_day(r, out, sign) : out->day;
	bool is_exact =
		is_beside ? out->precision >= PRECISION_DAY : out->precision == PRECISION_DAY;
	bool is_rough = r->sense == WHEN_PAST && (r->is_few || r->low || r->first != r->last);
	r->first = r->last = DAY_NONE;
	if (!is_exact || amount > AMOUNT_MAX || is_rough)
		return when_not_understood(r);
	if (!when_is_word(&first, WORD_WEEKDAY))
		return when_give(r, out, when_add_units(day, sign * amount, unit), PRECISION_DAY);
	r->today = day;
	return when_give_weekday(r, out, first.value, when_weekday(r, first.value, sign));
}
