/* Judging one person's place in the queue.
 * Not here: the sentences for it (words.c). */
#include "filo/people/due.h"
#include "filo/people/contact_state.h"
#include "filo/people/score.h"

#include <math.h>

#define RHYTHM_GAPS_MIN        3
#define RHYTHM_GAPS_IN_CIRCLE  5 /* before a rhythm is heard beside a circle's wish */
#define RHYTHM_QUANTILE        0.75
#define REPLY_AFTER_DAYS       2
#define NEW_FROM_DAYS          7
#define NEW_TO_DAYS            60
#define LONG_PAUSE_USUAL_TIMES 8
#define LONG_PAUSE_DAYS        30

bool due_is_kept(const struct due_facts *facts)
{
	return facts->is_in_circle || facts->own_wish_days > 0 || facts->rhythm.contact_days > 0 ||
	       facts->has_followup || facts->is_remembered;
}

int due_wish_days(const struct due_facts *facts)
{
	return facts->own_wish_days > 0 ? facts->own_wish_days : facts->circle_wish_days;
}

static bool is_within(day_number day, day_number today, int days)
{
	return day != DAY_NONE && day <= today && today - day <= days;
}

bool due_may_be_new(const struct due_facts *facts)
{
	return facts->rhythm.contact_days == 1 && due_wish_days(facts) <= 0 &&
	       facts->wait_days >= NEW_FROM_DAYS && facts->silence_days <= NEW_TO_DAYS;
}

/* Somebody just met: known for a short while, spoken with on one day. */
static bool is_new(const struct due_facts *facts, day_number today)
{
	bool is_known_shortly = facts->met_on != DAY_NONE
					? is_within(facts->met_on, today, NEW_TO_DAYS)
					: is_within(facts->added_on, today, NEW_TO_DAYS);

	return is_known_shortly && due_may_be_new(facts);
}

/* A circle is a ceiling, not a muzzle: a rhythm that is well known may speak before its wish. */
static bool is_out_of_rhythm(
	const struct due_facts *facts, const struct score *score, bool is_quiet)
{
	int needed = facts->circle_wish_days > 0 ? RHYTHM_GAPS_IN_CIRCLE : RHYTHM_GAPS_MIN;

	return facts->own_wish_days <= 0 && facts->rhythm.n >= needed && !is_quiet &&
	       facts->wait_days >= score_quantile(score, RHYTHM_QUANTILE);
}

static bool is_date_told(const struct due_facts *facts, day_number today, bool is_ahead)
{
	return facts->yearly_on != DAY_NONE && (facts->yearly_on > today) == is_ahead &&
	       (!facts->is_dead || facts->is_yearly_marked);
}

static enum due_reason first_reason(
	const struct due_facts *facts, day_number today, const struct score *score, bool is_quiet)
{
	int wish = due_wish_days(facts);

	if (is_date_told(facts, today, false))
		return DUE_DATE;
	if (!facts->is_user_away && facts->followup_due != DAY_NONE && facts->followup_due <= today)
		return DUE_FOLLOWUP;
	if (!facts->is_dead) {
		if (facts->reply_since != DAY_NONE &&
			today - facts->reply_since >= REPLY_AFTER_DAYS)
			return DUE_REPLY;
	}
	if (!facts->is_dead && !facts->is_user_away) {
		if (wish > 0 && facts->wait_days >= wish)
			return DUE_WISH;
		if (is_out_of_rhythm(facts, score, is_quiet))
			return DUE_RHYTHM;
		if (is_new(facts, today))
			return DUE_NEW;
	}
	return is_date_told(facts, today, true) ? DUE_DATE : DUE_NONE;
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

/* No wish, and silent for very long; or met once, and no longer new. */
static bool is_quiet_tie(const struct due_facts *facts, const struct score *score)
{
	if (due_wish_days(facts) > 0 || facts->is_dead || facts->rhythm.contact_days < 1)
		return false;
	return facts->rhythm.n >= 1 ? score_is_quiet(score) : facts->silence_days > NEW_TO_DAYS;
}

static double share_of(const struct due_facts *facts, const struct due *due)
{
	double most = LONG_PAUSE_USUAL_TIMES * due->score.usual;

	if (facts->wait_days <= 0)
		return 0;
	if (due->reason == DUE_WISH)
		return (double)facts->wait_days / due_wish_days(facts);
	if (due->reason == DUE_RHYTHM)
		return facts->wait_days / (most > LONG_PAUSE_DAYS ? most : LONG_PAUSE_DAYS);
	return due->reason == DUE_NEW ? facts->wait_days : 0;
}

bool due_judge(const struct due_facts *facts, const struct tempo *tempo, day_number today,
	double horizon_days, struct due *out)
{
	*out = (struct due){ .id = facts->id, .reason = DUE_NONE, .day = DAY_NONE };
	rhythm_score(&facts->rhythm, tempo, facts->own_wish_days, facts->circle_wish_days,
		facts->silence_days, &out->score);
	out->is_kept = due_is_kept(facts);
	out->is_quiet = is_quiet_tie(facts, &out->score);
	if (facts->state == STATE_ACTIVE && out->is_kept)
		out->reason = first_reason(facts, today, &out->score, out->is_quiet);
	out->day = day_of_reason(facts, out->reason);
	out->is_ahead = out->reason == DUE_DATE && out->day > today;
	if (out->reason != DUE_NONE || horizon_days > 0)
		out->silent = score_silent(
			&out->score, horizon_days > 0 ? horizon_days : score_horizon(&out->score));
	out->share = share_of(facts, out);
	return out->reason != DUE_NONE;
}

static bool has_address_date(const struct due_facts *facts, day_number today)
{
	return !due_is_kept(facts) && facts->state == STATE_ACTIVE && !facts->is_dead &&
	       facts->yearly_on != DAY_NONE && facts->yearly_on >= today;
}

void due_judge_address(const struct due_facts *facts, day_number today, struct due *due)
{
	if (!has_address_date(facts, today))
		return;
	due->reason = DUE_DATE;
	due->day = facts->yearly_on;
	due->is_ahead = due->day > today;
}

static int compare_descending(double a, double b)
{
	return (a < b) - (a > b);
}

/* What comes first is told first: the date of today, then the late ones as they lie back; the
 * oldest follow-up and message; the nearest date ahead. */
static int due_compare_days(const struct due *a, const struct due *b)
{
	bool is_latest_first = a->reason == DUE_DATE && !a->is_ahead;
	int order = (a->day > b->day) - (a->day < b->day);

	return is_latest_first ? -order : order;
}

int due_compare(const struct due *a, const struct due *b)
{
	if (a->is_ahead != b->is_ahead)
		return a->is_ahead ? (b->reason == DUE_NONE ? -1 : 1)
				   : (a->reason == DUE_NONE ? 1 : -1);
	if (a->reason != b->reason)
		return a->reason < b->reason ? -1 : 1;
	int order = due_compare_days(a, b);
	if (order == 0)
		order = compare_descending(a->share, b->share);
	if (order == 0 && a->reason == DUE_WISH)
		order = compare_descending(a->silent, b->silent);
	return order;
}

bool due_is_pinned(const struct due *due)
{
	return (due->reason == DUE_DATE && !due->is_ahead) || due->reason == DUE_FOLLOWUP ||
	       due->reason == DUE_REPLY;
}

bool due_takes_place(const struct due *due)
{
	return due->reason == DUE_WISH || due->reason == DUE_RHYTHM || due->reason == DUE_NEW;
}

void due_count(struct due_counts *counts, const struct due_facts *facts, const struct due *due,
	day_number today)
{
	bool is_active = facts->state == STATE_ACTIVE;

	counts->pinned += due_is_pinned(due);
	counts->placed += due_takes_place(due);
	counts->ahead += due->is_ahead;
	counts->quiet += due->is_quiet && is_active;
	counts->address += has_address_date(facts, today);
}

size_t due_today(const struct due_counts *counts)
{
	return counts->pinned + counts->placed;
}

size_t due_day_rows(const struct due_counts *counts, size_t daily)
{
	return counts->pinned + (counts->placed < daily ? counts->placed : daily);
}

const char *due_reason_name(enum due_reason reason)
{
	static const char *const names[] = { "date", "followup", "reply", "wish", "rhythm", "new" };

	return reason < DUE_NONE ? names[reason] : NULL;
}
