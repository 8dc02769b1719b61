/* Conversations by the hundred thousand: many rows a statement, in the order of the indexes.
 * Not here: a single one (conversations.c). */
#include "conversation_row.h"
#include "database.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/conversations.h"

#include <stdlib.h>
#include <string.h>

/* Rows one statement inserts at most. */
#define ROWS_AT_ONCE 500

/* Who took part in which: what the rows of `participant` are made of. */
struct part {
	const struct conversation *conversation;
	const struct participant *participant;
};

/* One INSERT of many rows: what is bound from parameter `first` on for the row at `index`. */
struct insertion {
	const char *head, *tail;
	int parameters; /* of a row */
	void (*bind)(sqlite3_stmt *stmt, int first, const void *rows, size_t index);
	const void *rows;
	size_t count;
};

static sqlite3_stmt *prepare(
	struct store *store, const struct insertion *insertion, size_t rows, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	sqlite3_stmt *stmt = NULL;

	strbuf_add_format(&sql, "%s VALUES ", insertion->head);
	for (size_t row = 0; row < rows; row++)
		for (int i = 0; i < insertion->parameters; i++)
			strbuf_add(&sql, i ? ",?" : row ? "),(?" : "(?");
	strbuf_add_format(&sql, ")%s", insertion->tail);
	if (sqlite3_prepare_v2(store->db, sql.data, (int)sql.len, &stmt, NULL) != SQLITE_OK)
		database_error(store, err);
	strbuf_fini(&sql);
	return stmt;
}

/* Rows `from` up to `to`, `step` a statement. */
static enum status insert_between(struct store *store, const struct insertion *insertion,
	size_t from, size_t to, size_t step, size_t *inserted, struct error *err)
{
	sqlite3_stmt *stmt = from < to ? prepare(store, insertion, step, err) : NULL;
	enum status status = from < to && !stmt ? STATUS_DATABASE : STATUS_OK;

	for (size_t row = from; row < to && status == STATUS_OK; row += step) {
		sqlite3_clear_bindings(stmt);
		for (size_t i = 0; i < step; i++)
			insertion->bind(
				stmt, 1 + (int)i * insertion->parameters, insertion->rows, row + i);
		status = database_run(store, stmt, err);
		*inserted += (size_t)sqlite3_changes(store->db);
	}
	sqlite3_finalize(stmt);
	return status;
}

static enum status insert(
	struct store *store, const struct insertion *insertion, size_t *inserted, struct error *err)
{
	size_t whole = insertion->count - insertion->count % ROWS_AT_ONCE;

	*inserted = 0;
	enum status status =
		insert_between(store, insertion, 0, whole, ROWS_AT_ONCE, inserted, err);
	if (status == STATUS_OK)
		status = insert_between(store, insertion, whole, insertion->count,
			insertion->count - whole, inserted, err);
	return status;
}

static void bind_conversation(sqlite3_stmt *stmt, int first, const void *rows, size_t index)
{
	conversation_bind(stmt, first, ((struct conversation *const *)rows)[index]);
}

static void bind_part(sqlite3_stmt *stmt, int first, const void *rows, size_t index)
{
	const struct part *part = (const struct part *)rows + index;

	participant_bind(stmt, first, part->conversation, part->participant);
}

/* By day, then by source id: the order of ids, of both indexes, and of the full text. */
static int compare_days(const void *a, const void *b)
{
	const struct conversation *one = *(struct conversation *const *)a,
				  *other = *(struct conversation *const *)b;

	if (one->day != other->day)
		return one->day < other->day ? -1 : 1;
	if (!one->source_id || !other->source_id)
		return !!one->source_id - !!other->source_id;
	return strcmp(one->source_id, other->source_id);
}

static int compare_parts(const void *a, const void *b)
{
	const struct part *one = a, *other = b;
	const contact_id id = one->participant->id, other_id = other->participant->id;

	if (id != other_id)
		return id < other_id ? -1 : 1;
	return (one->conversation->id > other->conversation->id) -
	       (one->conversation->id < other->conversation->id);
}

static enum status add_rows(
	struct store *store, struct conversation **sorted, size_t count, struct error *err)
{
	const struct insertion insertion = { .head = CONVERSATION_INSERT,
		.tail = " ON CONFLICT DO NOTHING",
		.parameters = CONVERSATION_PARAMETERS,
		.bind = bind_conversation,
		.rows = sorted,
		.count = count };
	conversation_id last = change_last_id(store, "conversation");
	size_t inserted;

	for (size_t i = 0; i < count; i++)
		sorted[i]->id = last + 1 + (conversation_id)i;
	enum status status = insert(store, &insertion, &inserted, err);
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

/* By contact; of the entries that were not there yet. */
static void collect_parts(struct conversation *const *rows, size_t count, struct vector *parts)
{
	for (size_t i = 0; i < count; i++) {
		struct part part = { .conversation = rows[i] };
		if (!rows[i]->id)
			continue;
		VECTOR_EACH (part.participant, &rows[i]->participants)
			vector_push(parts, &part);
	}
	if (parts->count > 1)
		qsort(parts->items, parts->count, sizeof(struct part), compare_parts);
}

static enum status add_parts(struct store *store, const struct vector *parts, struct error *err)
{
	const struct insertion insertion = { .head = PARTICIPANT_INSERT,
		.tail = "",
		.parameters = PARTICIPANT_PARAMETERS,
		.bind = bind_part,
		.rows = parts->items,
		.count = parts->count };
	const struct part *part;
	size_t inserted;

	VECTOR_EACH (part, parts)
		rhythm_mark(store, part->participant->id);
	return insert(store, &insertion, &inserted, err);
}

/* One look at each contact tells whether their entries matter to a rest. */
static enum status wake_resting(struct store *store, const struct vector *parts, struct error *err)
{
	enum status status = STATUS_OK;
	contact_id seen = 0;
	bool is_resting = false;
	const struct part *part;

	VECTOR_EACH (part, parts) {
		if (part->participant->id != seen) {
			seen = part->participant->id;
			is_resting = contact_state_today(store, seen, NULL) == STATE_RESTING;
		}
		if (is_resting && status == STATUS_OK)
			status = conversation_wake_resting(store, part->conversation, err);
	}
	return status;
}

static enum status add_sorted(
	struct store *store, struct conversation **sorted, size_t count, struct error *err)
{
	struct vector parts = VECTOR_INIT(struct part);

	change_row_is_new(store, true);
	enum status status = add_rows(store, sorted, count, err);
	if (status == STATUS_OK)
		status = add_exchanges(store, sorted, count, err);
	collect_parts(sorted, count, &parts);
	if (status == STATUS_OK)
		status = add_parts(store, &parts, err);
	change_row_is_new(store, false);
	if (status == STATUS_OK)
		status = wake_resting(store, &parts, err);
	vector_fini(&parts);
	return status;
}

enum status conversation_add_many(
	struct store *store, struct conversation *conversations, size_t count, struct error *err)
{
	struct conversation **sorted = memory_new((count + 1) * sizeof *sorted);
	bool is_sorted = true;

	for (size_t i = 0; i < count; i++) {
		sorted[i] = &conversations[i];
		is_sorted &= !i || compare_days(&sorted[i - 1], &sorted[i]) <= 0;
	}
	if (!is_sorted)
		qsort(sorted, count, sizeof *sorted, compare_days);
	enum status status = add_sorted(store, sorted, count, err);
	free(sorted);
	return status;
}
