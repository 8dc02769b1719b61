/* Everything the sentences about one person need, read from the log.
 * Not here: the sentences (people/words/words.c), how everybody stands (due_facts.c). */
#include "filo/store/person_summary.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/people/due.h"
#include "filo/people/followup.h"
#include "filo/people/rhythm.h"
#include "filo/people/score.h"
#include "filo/people/words/words.h"
#include "filo/store/contact_days.h"
#include "filo/store/contacts.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"
#include "store/contacts/absences.h"
#include "store/db/query.h"
#include "store/due/due_facts.h"
#include "store/due/person_summary.h"

#include <stdlib.h>

#define GAPS_TOLD      20
#define GAPS_TOLD_FROM 3 /* with fewer no sentence counts them */
#define OPENING_DAYS   7 /* a day of contact after so long a silence opens the talk anew */

static enum status person_summary_read_person(
	struct store *store, struct person_summary *out, struct error *err)
{
	struct query query =
		query_open(store, "SELECT name, given, met, grammatical_gender,"
				  " ?2 AND EXISTS (SELECT 1 FROM participant WHERE contact = ?1"
				  " AND NOT is_mention) FROM contact WHERE id = ?1");

	bind_id(&query, 1, out->due.id);
	bind_number(&query, 2, out->facts.silence_days < 0);
	query_next(&query);
	out->name = column_copy_filled(&query, 0);
	out->given = column_copy(&query, 1);
	out->met = column_copy(&query, 2);
	out->facts.agreement = agreement_of(column_text(&query, 3));
	out->facts.has_entries = column_int(&query, 4);
	return query_close(&query, err);
}

/* The sentence of the earliest follow-up that is due. */
static enum status person_summary_read_followup(
	struct store *store, day_number on, struct person_summary *out, struct error *err)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct followup *followup;
	enum status status = followup_list(store, out->due.id, false, &followups, err);

	VECTOR_EACH (followup, &followups) {
		if (!out->followup && followup->due != DAY_NONE && followup->due <= on)
			out->followup = followup_sentence(followup);
		followup_fini(followup);
	}
	vector_fini(&followups);
	return status;
}

static void read_yearly_label(struct store *store, struct person_summary *out)
{
	struct contact contact;
	const struct yearly_date *date;
	struct yearly_date *told = &out->facts.yearly;

	if (told->kind != YEARLY_OTHER || contact_load(store, out->due.id, &contact, NULL))
		return;
	VECTOR_EACH (date, &contact.dates) {
		if (date->kind == told->kind && date->date.month == told->date.month &&
			date->date.day == told->date.day && !out->yearly_label)
			out->yearly_label = memory_copy_string(date->label);
	}
	told->label = out->yearly_label;
	contact_fini(&contact);
}

static enum direction opened_by(struct store *store, contact_id id, day_number day)
{
	struct query query = query_open(store,
		"SELECT c.direction FROM participant AS p JOIN conversation AS c"
		" ON c.id = p.conversation WHERE p.contact = ?1 AND p.contact_day = ?2"
		" AND p.day BETWEEN ?2 AND ?2 + 1 ORDER BY p.day, c.minute, c.id LIMIT 1");

	bind_id(&query, 1, id);
	bind_day(&query, 2, day);
	return (enum direction)query_number(&query, OPENED_UNKNOWN);
}

/* Pauses between contact days, absences taken out: `each` gets the day that ended one. */
static void walk_pauses(struct store *store, const struct vector *days, const struct vector *away,
	void (*each)(struct store *store, day_number ended, int gap, void *context), void *context)
{
	for (size_t i = 1; i < days->count; i++) {
		const day_number *at = vector_at(days, i);
		int absent = rhythm_absent_days(at[-1], at[0], away->items, away->count);
		each(store, at[0], at[0] - at[-1] - absent, context);
	}
}

static void add_gap(struct store *store, day_number ended, int gap, void *context)
{
	(void)store;
	(void)ended;
	if (gap >= 1)
		vector_push(context, &gap);
}

/* `told`: how the person is told of, when only that sentence is wanted. It then asks for the last
 * pauses alone, unless it tells of the longest. */
static bool needs_all_pauses(const struct due_facts_row *row, const struct due *told)
{
	return !told || told->is_quiet || row->has_absences ||
	       row->facts.rhythm.max_gap < row->facts.silence_days;
}

static enum status read_pauses(struct store *store, day_number on, const struct due_facts_row *row,
	const struct due *told, struct person_summary *out, struct error *err)
{
	struct vector days = VECTOR_INIT(day_number), away = VECTOR_INIT(struct span),
		      gaps = VECTOR_INIT(int);
	struct words_facts *facts = &out->facts;
	contact_id id = row->facts.id;
	enum status status = needs_all_pauses(row, told) ? contact_days(store, id, on, &days, err)
							 : contact_days_latest(store, id, on,
								   GAPS_TOLD + 1, &days, err);
	const int *gap;

	facts->longest_gap = row->facts.rhythm.max_gap;
	if (status == STATUS_OK && row->has_absences)
		status = absence_spans(store, id, &away, err);
	if (status == STATUS_OK)
		walk_pauses(store, &days, &away, add_gap, &gaps);
	VECTOR_EACH (gap, &gaps) {
		if (*gap > facts->longest_gap)
			facts->longest_gap = *gap;
	}
	facts->longest_return = facts->longest_gap;
	facts->gap_count = gaps.count < GAPS_TOLD ? gaps.count : GAPS_TOLD;
	out->gaps = gaps.items;
	facts->gaps = out->gaps ? out->gaps + (gaps.count - facts->gap_count) : NULL;
	vector_fini(&days);
	vector_fini(&away);
	return status;
}

static void count_opening(struct store *store, day_number ended, int gap, void *context)
{
	struct person_summary *summary = context;

	if (gap < OPENING_DAYS)
		return;
	switch (opened_by(store, summary->due.id, ended)) {
	case OPENED_BY_ME:
		summary->opened_by_me++;
		break;
	case OPENED_BY_THEM:
		summary->opened_by_them++;
		break;
	default:
		summary->opened_unknown++;
	}
}

enum status person_summary_count_openings(
	struct store *store, struct person_summary *summary, struct error *err)
{
	struct vector days = VECTOR_INIT(day_number), away = VECTOR_INIT(struct span);
	bool is_reading = store_begin_reading(store);
	enum status status = contact_days(store, summary->due.id, summary->facts.today, &days, err);

	if (status == STATUS_OK)
		status = absence_spans(store, summary->due.id, &away, err);
	if (status == STATUS_OK)
		walk_pauses(store, &days, &away, count_opening, summary);
	vector_fini(&days);
	vector_fini(&away);
	store_end_reading(store, is_reading);
	return status;
}

static void read_last_medium(struct store *store, day_number on, struct person_summary *out)
{
	struct query query = query_open(store,
		"SELECT c.medium FROM participant AS p JOIN conversation AS c"
		" ON c.id = p.conversation WHERE p.contact = ?1 AND p.day <= ?2"
		" AND NOT p.is_mention ORDER BY p.day DESC, c.minute DESC, c.id DESC LIMIT 1");

	bind_id(&query, 1, out->due.id);
	bind_day(&query, 2, on);
	int kind = query_next(&query) ? (int)column_medium(&query, 0) : MEDIUM_NONE;
	out->last_medium = query_close(&query, NULL) == STATUS_OK ? (enum medium)kind : MEDIUM_NONE;
}

/* As the queue has it: while the user is away, by what is told then, where there is anything. */
static void person_summary_judge(
	const struct due_facts_day *day, const struct due_facts *facts, struct due *out)
{
	struct due_facts away = *facts;
	struct due told;

	due_judge(facts, &day->tempo, day->on, 0, out);
	if (due_facts_away_until(day) == DAY_NONE)
		return;
	away.is_user_away = true;
	due_judge(&away, &day->tempo, day->on, 0, &told);
	if (told.reason != DUE_NONE)
		*out = told;
}

static void person_summary_fill(const struct due_facts_row *row, const struct due_facts_day *day,
	struct person_summary *out)
{
	const struct due_facts *facts = &row->facts;

	*out = (struct person_summary){ .rhythm = facts->rhythm,
		.last_day = facts->rhythm.last_day };
	person_summary_judge(day, facts, &out->due);
	out->score = out->due.score;
	out->proposed_days = rhythm_proposed_cadence(&out->rhythm, &out->score);
	out->facts = (struct words_facts){ .silence_days = facts->silence_days,
		.wish_days = facts->own_wish_days ? facts->own_wish_days : facts->circle_wish_days,
		.n = facts->rhythm.n,
		.met_on = facts->met_on,
		.absent_days = row->absent_days,
		.yearly = row->yearly,
		.is_dead = facts->is_dead,
		.today = day->on };
}

/* The names, which live as long as the summary. */
static void lend_names(struct person_summary *out)
{
	out->facts.name = out->name;
	out->facts.given = out->given;
	out->facts.met = out->met;
	out->facts.followup = out->followup;
}

/* Whether the sentence counts pauses. */
static bool tells_pauses(const struct due *due, const struct rhythm *rhythm)
{
	return (due->reason == DUE_NONE || due->reason == DUE_RHYTHM) &&
	       (due->is_quiet || rhythm->n >= GAPS_TOLD_FROM);
}

enum status person_summary_read_why(struct store *store, const struct due_facts_day *day,
	const struct due_facts_row *row, const struct due *due, struct person_summary *out,
	struct error *err)
{
	person_summary_fill(row, day, out);
	enum status status = person_summary_read_person(store, out, err);
	if (status == STATUS_OK && tells_pauses(due, &out->rhythm))
		status = read_pauses(store, day->on, row, due, out, err);
	if (status == STATUS_OK && due->reason == DUE_FOLLOWUP)
		status = person_summary_read_followup(store, day->on, out, err);
	if (due->reason == DUE_DATE)
		read_yearly_label(store, out);
	lend_names(out);
	if (status != STATUS_OK)
		person_summary_fini(out);
	return status;
}

static enum status person_summary_read(struct store *store, const struct due_facts_day *day,
	contact_id id, struct person_summary *out, struct error *err)
{
	struct due_facts_row row;
	enum status status = due_facts_load(store, day, id, &row, err);

	if (status != STATUS_OK)
		return status;
	person_summary_fill(&row, day, out);
	status = person_summary_read_person(store, out, err);
	if (status == STATUS_OK)
		status = read_pauses(store, day->on, &row, NULL, out, err);
	if (status == STATUS_OK)
		status = person_summary_read_followup(store, day->on, out, err);
	read_yearly_label(store, out);
	read_last_medium(store, day->on, out);
	lend_names(out);
	if (status != STATUS_OK)
		person_summary_fini(out);
	return status;
}

enum status person_summary_load(struct store *store, contact_id id, day_number on,
	struct person_summary *out, struct error *err)
{
	struct due_facts_day day;
	enum status status = due_facts_begin(store, &day, on, err);
	bool is_reading = store_begin_reading(store);

	if (status == STATUS_OK)
		status = person_summary_read(store, &day, id, out, err);
	store_end_reading(store, is_reading);
	due_facts_end(&day);
	return status;
}

void person_summary_fini(struct person_summary *summary)
{
	free(summary->gaps);
	free(summary->name);
	free(summary->given);
	free(summary->followup);
	free(summary->met);
	free(summary->yearly_label);
}
