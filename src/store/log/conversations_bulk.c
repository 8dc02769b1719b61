/* Conversations by the hundred thousand: many rows a statement, in the order of the indexes.
 * Not here: a single one (conversations.c). */
#include "filo/store/conversations_bulk.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "store/db/change.h"
#include "store/db/change_hooks.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/log/conversation_row.h"
#include "store/log/conversations_bulk.h"

#include <stdlib.h>
#include <string.h>

/* Rows written by person come in random order to the index by conversation. Rebuilding that index
 * costs about a quarter as much for each row: worth it when the new rows are a quarter of those
 * that exist. */
#define OTHER_INDEX  "participant_by_conversation"
#define WORTH_ONE_IN 4

/* Rows one statement inserts at most. */
#define ROWS_AT_ONCE 500

/* Who took part is written by person, in as few passes over their index as memory allows. */
#define PARTICIPATIONS_AT_ONCE 262144

/* One INSERT of many rows: what is bound from parameter `first` on for the row at `index`. */
struct insertion {
	const char *head, *tail;
	int parameters; /* of a row */
	void (*bind)(struct query *query, int first, const void *rows, size_t index);
	const void *rows;
	size_t count;
};

static struct query insertion_open(
	struct store *store, const struct insertion *insertion, size_t rows)
{
	struct strbuf sql = STRBUF_INIT;

	strbuf_add_format(&sql, "%s VALUES ", insertion->head);
	for (size_t row = 0; row < rows; row++)
		for (int i = 0; i < insertion->parameters; i++)
			strbuf_add(&sql, i ? ",?" : row ? "),(?" : "(?");
	strbuf_add_format(&sql, ")%s", insertion->tail);
	struct query query = query_open_once(store, sql.data);
	strbuf_fini(&sql);
	return query;
}

/* Rows `from` up to `to`, `step` a statement. */
static enum status insertion_run_between(struct store *store, const struct insertion *insertion,
	size_t from, size_t to, size_t step, size_t *inserted, struct error *err)
{
	if (from == to)
		return STATUS_OK;
	struct query query = insertion_open(store, insertion, step);
	for (size_t row = from; row < to && query.status == STATUS_OK; row += step) {
		for (size_t i = 0; i < step; i++)
			insertion->bind(&query, 1 + (int)i * insertion->parameters, insertion->rows,
				row + i);
		query_next(&query);
		*inserted += (size_t)sqlite3_changes(store->db);
	}
	return query_close(&query, err);
}

static enum status insertion_run(
	struct store *store, const struct insertion *insertion, size_t *inserted, struct error *err)
{
	size_t whole = insertion->count - insertion->count % ROWS_AT_ONCE;

	*inserted = 0;
	enum status status =
		insertion_run_between(store, insertion, 0, whole, ROWS_AT_ONCE, inserted, err);
	if (status == STATUS_OK)
		status = insertion_run_between(store, insertion, whole, insertion->count,
			insertion->count - whole, inserted, err);
	return status;
}

static void insertion_bind_conversation(
	struct query *query, int first, const void *rows, size_t index)
{
	conversation_bind(query, first, ((struct conversation *const *)rows)[index]);
}

static void insertion_bind_participation(
	struct query *query, int first, const void *rows, size_t index)
{
	participation_bind(query, first, (const struct participation *)rows + index);
}

/* Sorts by day, which is the order of ids, of both indexes and of the full text; entries of one day
 * keep their order. */
static int conversations_bulk_compare_days(const void *a, const void *b)
{
	const struct conversation *one = *(struct conversation *const *)a,
				  *other = *(struct conversation *const *)b;

	if (one->day != other->day)
		return one->day < other->day ? -1 : 1;
	return one < other ? -1 : one > other;
}

static int compare_participations(const void *a, const void *b)
{
	const struct participation *one = a, *other = b;

	if (one->contact != other->contact)
		return one->contact < other->contact ? -1 : 1;
	return (one->conversation > other->conversation) -
	       (one->conversation < other->conversation);
}

static enum status add_rows(
	struct store *store, struct conversation **sorted, size_t count, struct error *err)
{
	const struct insertion insertion = { .head = CONVERSATION_INSERT,
		.tail = " ON CONFLICT DO NOTHING",
		.parameters = CONVERSATION_PARAMETERS,
		.bind = insertion_bind_conversation,
		.rows = sorted,
		.count = count };
	conversation_id last = change_last_id(store, "conversation");
	size_t inserted;

	for (size_t i = 0; i < count; i++)
		sorted[i]->id = last + 1 + (conversation_id)i;
	enum status status = insertion_run(store, &insertion, &inserted, err);
	/* Some were refused: the log has their source ids. */
	for (size_t i = 0; i < count && status == STATUS_OK && inserted < count; i++)
		if (!conversation_version(store, sorted[i]->id))
			sorted[i]->id = 0;
	return status;
}

static enum status add_exchanges(
	struct store *store, struct conversation *const *rows, size_t count, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < count && status == STATUS_OK; i++)
		if (rows[i]->id)
			status = conversation_add_exchanges(store, rows[i], err);
	return status;
}

/* Of the entries that were not there yet. */
static void collect_participations(
	struct store *store, struct conversation *const *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct participant *participant;
		if (!rows[i]->id)
			continue;
		VECTOR_EACH (participant, &rows[i]->participants) {
			struct participation row = participation_of(rows[i], participant);
			vector_push(&store->participations, &row);
		}
	}
}

/* Foreign keys are not checked here: both sides of each row were found or written in this change,
 * and checking would read the whole log, one page for each row. */
static enum status add_participations(
	struct store *store, const struct vector *sorted, struct error *err)
{
	const struct insertion insertion = { .head = PARTICIPANT_INSERT,
		.tail = "",
		.parameters = PARTICIPANT_PARAMETERS,
		.bind = insertion_bind_participation,
		.rows = sorted->items,
		.count = sorted->count };
	const struct participation *row;
	size_t inserted;

	VECTOR_EACH (row, sorted)
		change_touch(store, row->contact);
	change_row_is_new(store, true);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	enum status status = insertion_run(store, &insertion, &inserted, err);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	change_row_is_new(store, false);
	return status;
}

/* One query for each contact tells whether a rest has to be ended. */
static enum status wake_resting(struct store *store, const struct vector *sorted, struct error *err)
{
	enum status status = STATUS_OK;
	contact_id seen = 0;
	bool is_resting = false;
	const struct participation *row;

	VECTOR_EACH (row, sorted) {
		if (row->contact != seen) {
			seen = row->contact;
			is_resting = contact_state_today(store, seen, NULL) == STATE_RESTING;
		}
		if (is_resting && status == STATUS_OK)
			status = participation_wake(store, row, err);
	}
	return status;
}

enum status conversations_bulk_settle(struct store *store, struct error *err)
{
	struct vector *rows = &store->participations;

	if (!rows->count)
		return STATUS_OK;
	vector_sort(rows, compare_participations);
	enum status status = add_participations(store, rows, err);
	if (status == STATUS_OK)
		status = wake_resting(store, rows, err);
	vector_clear(rows);
	return status;
}

enum status conversations_bulk_set_index_aside(
	struct store *store, const struct row_span *span, struct error *err)
{
	int64_t before = span->first - 1;

	if (span->last - before < before / WORTH_ONE_IN ||
		strstr(store->set_aside.data, OTHER_INDEX))
		return STATUS_OK;
	return change_set_aside(store, "INDEX", OTHER_INDEX, err);
}

static enum status write_full(struct store *store, struct error *err)
{
	struct row_span *span;
	enum status status = STATUS_OK;

	VECTOR_EACH (span, &store->new_rows) {
		if (strcmp(span->table, "conversation") != 0)
			continue;
		span->last = change_last_id(store, span->table);
		status = conversations_bulk_set_index_aside(store, span, err);
	}
	return status == STATUS_OK ? conversations_bulk_settle(store, err) : status;
}

static enum status add_sorted(
	struct store *store, struct conversation **sorted, size_t count, struct error *err)
{
	change_row_is_new(store, true);
	enum status status = add_rows(store, sorted, count, err);
	if (status == STATUS_OK)
		status = add_exchanges(store, sorted, count, err);
	change_row_is_new(store, false);
	if (status != STATUS_OK)
		return status;
	collect_participations(store, sorted, count);
	return store->participations.count < PARTICIPATIONS_AT_ONCE ? STATUS_OK
								    : write_full(store, err);
}

static void conversations_bulk_open(struct store *store)
{
	vector_init(&store->participations, sizeof(struct participation));
}

static void conversations_bulk_forget(struct store *store)
{
	vector_fini(&store->participations);
}

const struct change_hook conversations_bulk_hook = {
	.open = conversations_bulk_open,
	.close = conversations_bulk_forget,
	.settle = conversations_bulk_settle,
	.forget = conversations_bulk_forget,
};

enum status conversations_bulk_add(
	struct store *store, struct conversation *conversations, size_t count, struct error *err)
{
	struct conversation **sorted = memory_new((count + 1) * sizeof *sorted);
	bool is_sorted = true;

	for (size_t i = 0; i < count; i++) {
		sorted[i] = &conversations[i];
		is_sorted &= !i || conversations_bulk_compare_days(&sorted[i - 1], &sorted[i]) <= 0;
	}
	if (!is_sorted)
		qsort(sorted, count, sizeof *sorted, conversations_bulk_compare_days);
	enum status status = add_sorted(store, sorted, count, err);
	free(sorted);
	return status;
}
