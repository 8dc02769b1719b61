/* The due queue: computing it for everybody, sorting, and the texts of its first rows.
 * Not here: what is known of each (due_facts.c), reasons and order (people/due.c). */
#include "filo/store/queue.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/due.h"
#include "filo/people/score.h"
#include "filo/people/words/words.h"
#include "filo/store/contact_list.h"
#include "filo/store/limit.h"
#include "filo/store/person_summary.h"
#include "filo/store/store.h"
#include "store/contacts/contacts.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/due/due_facts.h"
#include "store/due/person_summary.h"
#include "store/due/queue_snapshot.h"

#include <stdlib.h>
#include <string.h>

/* For a small address book computing the queue is faster than keeping a snapshot. */
#define SNAPSHOT_FROM_PEOPLE 1000

#define REASON_SIZE 64

/* A person who may get a row in the queue, before the texts are made. */
struct candidate {
	struct queue_row row;
	struct yearly_date yearly;
	char *key; /* the folded name, read only where it decides the order */
};

struct building {
	struct store *store;
	const struct queue_request *request;
	struct due_facts_day day;
	struct vector only;       /* of contact_id, ascending: with request->only */
	struct vector candidates; /* of struct candidate */
	size_t keep;              /* candidates needed in the end; 0: all */
	bool is_cut;              /* the first `keep` of them are sorted */
	size_t judged;
	struct due_counts counts;
	day_number away_until; /* DAY_NONE: not away */
	bool tells_at_once;    /* each while it is judged */
	bool has_snapshot;     /* to be kept */
	struct queue_snapshot snapshot;
};

static void queue_row_fini(struct queue_row *row)
{
	free(row->name);
	free(row->uid);
	free(row->reason);
	free(row->words);
	free(row->why);
	free(row->apart);
}

void queue_fini(struct queue *queue)
{
	VECTOR_FINI(struct queue_row, &queue->rows, queue_row_fini);
}

/* ---- Order ---- */

static int compare_ids(const struct candidate *a, const struct candidate *b)
{
	return (a->row.due.id > b->row.due.id) - (a->row.due.id < b->row.due.id);
}

/* Compares by everything but the names. */
static int compare_due(const struct candidate *a, const struct candidate *b)
{
	if (a->row.due.reason == DUE_NONE && b->row.due.reason == DUE_NONE)
		return 0;
	return due_compare(&a->row.due, &b->row.due);
}

static int compare_queue(const void *a, const void *b)
{
	int order = compare_due(a, b);

	return order ? order : compare_ids(a, b);
}

/* By the calendar, as quiet ties are told. */
static int compare_silence(const void *a, const void *b)
{
	const struct candidate *one = a, *other = b;
	int order = (one->row.last_day > other->row.last_day) -
		    (one->row.last_day < other->row.last_day);

	return order ? order : compare_ids(a, b);
}

static int compare_keys(const void *a, const void *b)
{
	const struct candidate *one = a, *other = b;
	int order = strcmp(one->key ? one->key : "", other->key ? other->key : "");

	return order ? order : compare_ids(a, b);
}

/* Sorts by name those who are equal otherwise. */
static void sort_by_name(struct store *store, struct candidate *first, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		if (!first[i].key)
			first[i].key = contact_key(store, first[i].row.due.id);
	}
	qsort(first, count, sizeof *first, compare_keys);
}

/* By name only as far as candidates are kept: reading the names costs more than the rest. */
static void sort_candidates(struct building *building)
{
	struct candidate *all = building->candidates.items;
	size_t count = building->candidates.count, keep = building->keep;

	if (!count)
		return;
	if (building->request->quiet_ties) {
		qsort(all, count, sizeof *all, compare_silence);
		return;
	}
	qsort(all, count, sizeof *all, compare_queue);
	for (size_t first = 0, next; first < count && (!keep || first < keep); first = next) {
		next = first + 1;
		while (next < count && compare_due(&all[first], &all[next]) == 0)
			next++;
		if (next - first > 1)
			sort_by_name(building->store, all + first, next - first);
	}
}

static void candidate_fini(struct candidate *candidate)
{
	queue_row_fini(&candidate->row);
	free(candidate->key);
}

/* Whether enough come before it, whatever its name. */
static bool is_beyond(const struct building *building, const struct candidate *candidate)
{
	if (!building->is_cut)
		return false;
	const struct candidate *last = vector_at(&building->candidates, building->keep - 1);
	return (building->request->quiet_ties ? compare_silence(candidate, last)
					      : compare_due(candidate, last)) > 0;
}

static void cut_to(struct vector *candidates, size_t count)
{
	while (candidates->count > count) {
		candidate_fini(vector_at(candidates, candidates->count - 1));
		candidates->count--;
	}
}

/* ---- Words ---- */

static void queue_read_names(struct store *store, struct candidate *candidate, bool with_uid)
{
	struct query query =
		query_open(store, "SELECT name, uid, name_key FROM contact WHERE id = ?1");

	bind_id(&query, 1, candidate->row.due.id);
	if (query_next(&query)) {
		candidate->row.name = column_copy_filled(&query, 0);
		candidate->row.uid = with_uid ? column_copy_filled(&query, 1) : NULL;
		if (!candidate->key)
			candidate->key = column_copy_filled(&query, 2);
	}
	query_close(&query, NULL);
}

/* `facts` NULL: to be read. */
static void queue_say_why(
	struct building *building, struct queue_row *row, const struct due_facts_row *facts)
{
	struct strbuf why = STRBUF_INIT;
	struct person_summary summary;
	struct due_facts_row read;

	if (!facts && due_facts_load(building->store, &building->day, row->due.id, &read, NULL) !=
			      STATUS_OK)
		return;
	if (person_summary_read_why(building->store, &building->day, facts ? facts : &read,
		    &row->due, &summary, NULL) != STATUS_OK)
		return;
	words_why(&why, &row->due, &summary.facts);
	row->why = strbuf_take(&why);
	person_summary_fini(&summary);
}

static void queue_tell(
	struct building *building, struct candidate *candidate, const struct due_facts_row *known)
{
	struct queue_row *row = &candidate->row;
	const struct words_facts facts = { .silence_days = row->days,
		.absent_days = row->days < 0 ? 0 : building->day.on - row->last_day - row->days,
		.wish_days = row->cadence_days,
		.yearly = candidate->yearly,
		.today = building->day.on };

	queue_read_names(building->store, candidate, building->request->with_uid);
	if (!row->name)
		return; /* deleted by another program just now */
	row->reason = memory_new(REASON_SIZE);
	words_reason(row->reason, REASON_SIZE, &row->due, &facts, false);
	if (building->request->in_words) {
		row->words = memory_new(REASON_SIZE);
		words_reason(row->words, REASON_SIZE, &row->due, &facts, true);
	}
	if (building->request->with_why)
		queue_say_why(building, row, known);
}

static void queue_tell_all(struct building *building, struct queue *queue)
{
	size_t count = building->candidates.count, limit = building->request->limit;

	if (limit && count > limit)
		count = limit;
	for (size_t i = 0; i < count; i++) {
		struct candidate *candidate = vector_at(&building->candidates, i);
		if (!building->tells_at_once)
			queue_tell(building, candidate, NULL);
		if (!candidate->row.name)
			continue;
		vector_push(&queue->rows, &candidate->row);
		candidate->row = (struct queue_row){ 0 }; /* handed over */
	}
}

/* ---- Judging ---- */

static bool is_wanted(
	const struct queue_request *request, const struct due *due, enum contact_state state)
{
	if (request->quiet_ties)
		return due->is_quiet && state == STATE_ACTIVE;
	if (request->all)
		return state != STATE_ARCHIVED;
	if (request->address_dates)
		return !due->is_kept && due->reason == DUE_DATE;
	return due->reason != DUE_NONE;
}

static struct candidate candidate_of(const struct due_facts_row *row, const struct due *due)
{
	const struct due_facts *facts = &row->facts;

	return (struct candidate){
		.row = { .due = *due,
			.days = facts->silence_days,
			.last_day = facts->rhythm.last_day,
			.cadence_days = facts->own_wish_days ? facts->own_wish_days
							     : facts->circle_wish_days,
			.n = facts->rhythm.n,
			.proposed_days = rhythm_proposed_cadence(&facts->rhythm, &due->score) },
		.yearly = row->yearly
	};
}

/* While the user is away only dates and messages are told; the others wait. */
static void queue_judge_away(
	struct building *building, const struct due_facts *facts, struct due *due)
{
	struct due_facts away = *facts;
	bool is_waiting =
		due->reason != DUE_NONE && due->reason != DUE_DATE && due->reason != DUE_REPLY;

	away.is_user_away = true;
	due_judge(&away, &building->day.tempo, building->day.on, building->request->horizon_days,
		due);
	building->counts.waiting += is_waiting && due->reason == DUE_NONE;
}

/* Whether the limit, if there is one, leaves them in. */
static bool is_within_limit(const struct building *building, contact_id id)
{
	return !limit_is_set(building->request->only) || contact_ids_have(&building->only, id);
}

static enum status queue_judge(void *context, const struct due_facts_row *row, struct error *err)
{
	struct building *building = context;
	struct due due;

	(void)err;
	if (!is_within_limit(building, row->facts.id))
		return STATUS_OK;
	due_judge(&row->facts, &building->day.tempo, building->day.on,
		building->request->horizon_days, &due);
	building->judged++;
	if (building->away_until != DAY_NONE)
		queue_judge_away(building, &row->facts, &due);
	if (building->request->address_dates)
		due_judge_address(&row->facts, building->day.on, &due);
	due_count(&building->counts, &row->facts, &due, building->day.on);
	if (!is_wanted(building->request, &due, row->facts.state))
		return STATUS_OK;
	struct candidate candidate = candidate_of(row, &due);
	if (is_beyond(building, &candidate))
		return STATUS_OK;
	/* All are told: then here, where what is read of one lies beside that of the next. */
	if (building->tells_at_once)
		queue_tell(building, &candidate, row);
	vector_push(&building->candidates, &candidate);
	/* Drops the last candidates now and then, when there are many more than are needed. */
	if (building->keep && building->candidates.count >= 4 * building->keep + 1000) {
		sort_candidates(building);
		cut_to(&building->candidates, building->keep);
		building->is_cut = true;
	}
	return STATUS_OK;
}

/* ---- From the snapshot, or anew ---- */

static size_t row_count(const struct due_counts *counts)
{
	return due_today(counts) + counts->ahead;
}

static bool may_use_snapshot(const struct store *store, const struct queue_request *request)
{
	return !request->people && !limit_is_set(request->only) && request->on == store->today &&
	       request->limit && !request->all && !request->quiet_ties && !request->address_dates &&
	       request->horizon_days <= 0;
}

/* In their order; who is gone meanwhile is passed over. */
static enum status judge_each(
	struct building *building, const struct vector *people, size_t limit, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; status == STATUS_OK && i < people->count && (!limit || i < limit); i++) {
		struct due_facts_row row;
		status = due_facts_load(building->store, &building->day,
			*(contact_id *)vector_at(people, i), &row, err);
		if (status == STATUS_OK)
			status = queue_judge(building, &row, err);
		else if (status == STATUS_NOT_FOUND)
			status = STATUS_OK;
	}
	return status;
}

static bool build_from_snapshot(
	struct building *building, struct queue *queue, enum status *status, struct error *err)
{
	struct queue_snapshot snapshot = { 0 };
	const struct queue_request *request = building->request;
	bool is_known = queue_snapshot_read(building->store, request->on, &snapshot) &&
			(snapshot.contacts.count >= row_count(&snapshot.counts) ||
				snapshot.contacts.count >= request->limit);

	if (is_known)
		*status = judge_each(building, &snapshot.contacts, request->limit, err);
	queue->counts = snapshot.counts;
	queue_snapshot_fini(&snapshot);
	return is_known;
}

static void take_snapshot(struct building *building)
{
	building->has_snapshot = true;
	building->snapshot.counts = building->counts;
	for (size_t i = 0; i < building->candidates.count && i < QUEUE_SNAPSHOT_ROWS; i++) {
		const struct candidate *candidate = vector_at(&building->candidates, i);
		vector_push(&building->snapshot.contacts, &candidate->row.due.id);
	}
}

static enum status build_anew(struct building *building, struct queue *queue, struct error *err)
{
	bool is_usual = may_use_snapshot(building->store, building->request);
	size_t limit = building->request->limit;

	if (limit)
		building->keep = limit < QUEUE_SNAPSHOT_ROWS ? QUEUE_SNAPSHOT_ROWS : limit;
	enum status status = due_facts_walk(building->store, &building->day, 1, INT64_MAX,
		building->request->all, queue_judge, building, err);
	if (status != STATUS_OK)
		return status;
	sort_candidates(building);
	queue->counts = building->counts;
	if (is_usual && building->judged >= SNAPSHOT_FROM_PEOPLE)
		take_snapshot(building);
	return STATUS_OK;
}

static enum status build(struct building *building, struct queue *queue, struct error *err)
{
	const struct queue_request *request = building->request;
	enum status status = STATUS_OK;
	bool is_read = false;

	if (limit_is_set(request->only))
		status = contact_ids(
			building->store, request->only, request->on, &building->only, err);
	if (may_use_snapshot(building->store, request))
		is_read = build_from_snapshot(building, queue, &status, err);
	if (status == STATUS_OK && request->people) {
		status = judge_each(building, request->people, 0, err);
		queue->counts = building->counts;
	} else if (status == STATUS_OK && !is_read) {
		status = build_anew(building, queue, err);
	}
	if (status == STATUS_OK)
		queue_tell_all(building, queue);
	return status;
}

enum status queue_build(struct store *store, const struct queue_request *request,
	struct queue *queue, struct error *err)
{
	struct building building = { .store = store,
		.request = request,
		.tells_at_once = !request->limit,
		.candidates = VECTOR_INIT(struct candidate),
		.only = VECTOR_INIT(contact_id),
		.snapshot.contacts = VECTOR_INIT(contact_id) };

	*queue = (struct queue){ .rows = VECTOR_INIT(struct queue_row), .away_until = DAY_NONE };
	enum status status = due_facts_begin(store, &building.day, request->on, err);
	if (status == STATUS_OK) {
		building.away_until = queue->away_until = due_facts_away_until(&building.day);
		bool is_reading = store_begin_reading(store);
		status = build(&building, queue, err);
		store_end_reading(store, is_reading);
	}
	if (status != STATUS_OK)
		queue_fini(queue);
	else if (building.has_snapshot)
		queue_snapshot_save(store, building.day.on, &building.snapshot);
	queue_snapshot_fini(&building.snapshot);
	cut_to(&building.candidates, 0);
	vector_fini(&building.candidates);
	vector_fini(&building.only);
	due_facts_end(&building.day);
	return status;
}
