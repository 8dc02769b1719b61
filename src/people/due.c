/* Judging one person's place in the queue.
 * Not here: the sentences for it (words.c). */
#include "filo/people/due.h"
#include "filo/people/contact_state.h"
#include "filo/people/score.h"

#include <math.h>

#define RHYTHM_GAPS_MIN  3
#define RHYTHM_QUANTILE  0.75
#define REPLY_AFTER_DAYS 2
#define NEW_FROM_DAYS    7
#define NEW_TO_DAYS      60

static enum due_reason first_reason(
	const struct due_facts *facts, day_number today, const struct score *score, bool is_quiet)
{
	int wish = facts->own_wish_days > 0 ? facts->own_wish_days : facts->circle_wish_days;

	if (facts->yearly_on != DAY_NONE)
		return DUE_DATE;
	if (facts->followup_due != DAY_NONE && facts->followup_due <= today)
		return DUE_FOLLOWUP;
	if (facts->reply_since != DAY_NONE && today - facts->reply_since >= REPLY_AFTER_DAYS)
		return DUE_REPLY;
	if (facts->silence_days < 0)
		return DUE_NONE;
	if (wish > 0)
		return facts->wait_days >= wish ? DUE_WISH : DUE_NONE;
	if (facts->rhythm.n >= RHYTHM_GAPS_MIN && !is_quiet &&
		facts->wait_days >= score_quantile(score, RHYTHM_QUANTILE))
		return DUE_RHYTHM;
	if (facts->rhythm.contact_days == 1 && facts->wait_days >= NEW_FROM_DAYS &&
		facts->silence_days <= NEW_TO_DAYS)
		return DUE_NEW;
	return DUE_NONE;
}

static day_number day_of_reason(const struct due_facts *facts, enum due_reason reason)
{
	switch (reason) {
	case DUE_DATE:
		return facts->yearly_on;
	case DUE_FOLLOWUP:
		return facts->followup_due;
	case DUE_REPLY:
		return facts->reply_since;
	default:
		return DAY_NONE;
	}
}

bool due_judge(const struct due_facts *facts, const struct tempo *tempo, day_number today,
	double horizon_days, struct due *out)
{
	int wish = facts->own_wish_days > 0 ? facts->own_wish_days : facts->circle_wish_days;

	*out = (struct due){ .id = facts->id, .reason = DUE_NONE, .day = DAY_NONE };
	rhythm_score(&facts->rhythm, tempo, facts->own_wish_days, facts->circle_wish_days,
		facts->silence_days, &out->score);
	out->is_quiet = wish == 0 && facts->rhythm.n >= 1 && score_is_quiet(&out->score);
	if (facts->state == STATE_ACTIVE)
		out->reason = first_reason(facts, today, &out->score, out->is_quiet);
	out->day = day_of_reason(facts, out->reason);
	if (out->reason != DUE_NONE || horizon_days > 0)
		out->silent = score_silent(
			&out->score, horizon_days > 0 ? horizon_days : score_horizon(&out->score));
	if (wish > 0 && facts->wait_days > 0)
		out->wish_share = (double)facts->wait_days / wish;
	return out->reason != DUE_NONE;
}

static int compare_double_descending(double a, double b)
{
	return (a < b) - (a > b);
}

int due_compare(const struct due *a, const struct due *b)
{
	if (a->reason != b->reason)
		return a->reason < b->reason ? -1 : 1;
	if (a->reason == DUE_DATE)
		return (a->day > b->day) - (a->day < b->day);
	if (a->reason != DUE_WISH && a->reason != DUE_RHYTHM)
		return 0;
	int order = compare_double_descending(a->silent, b->silent);
	if (order == 0 && a->reason == DUE_WISH)
		order = compare_double_descending(a->wish_share, b->wish_share);
	return order;
}

bool due_is_pinned(enum due_reason reason)
{
	return reason == DUE_DATE || reason == DUE_FOLLOWUP || reason == DUE_REPLY;
}

const char *due_reason_name(enum due_reason reason)
{
	static const char *const names[] = { "date", "followup", "reply", "wish", "rhythm", "new" };

	return reason < DUE_NONE ? names[reason] : NULL;
}
