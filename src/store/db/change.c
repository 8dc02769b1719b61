/* A change of data: one transaction, recorded as a changeset that undo can turn round.
 * Not here: taking it back (undo.c). */
#include "filo/store/change.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/base/vector.h"
#include "filo/store/change_label.h"
#include "store/db/change.h"
#include "store/db/change_hooks.h"
#include "store/db/changeset.h"
#include "store/db/database.h"
#include "store/db/long_record.h"
#include "store/db/query.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* How many bytes of records are kept. */
#define UNDO_BYTES_MAX (32 << 20)

/* Old records that one commit drops at most: a commit stays quick after a long absence. */
#define DROPPED_AT_ONCE 20

/* Settings of a large change, instead of DATABASE_USUAL. Hardly anything but pieces of the index is
 * deleted: erased only where pages are written anyway. What is sorted does not fit in memory: ids,
 * in files that nobody else can open.
 */
#define LARGE "PRAGMA cache_size = -20480; PRAGMA secure_delete = FAST; PRAGMA temp_store = FILE"

/* The tables that hold data; caches, drafts and the index are no part of undo. Children before
 * what they hang on: a changeset lists tables in this order. Those with ids of their own first:
 * a large change remembers its new rows there by id. */
static const char *const tables_with_ids[] = { "conversation", "channel", "yearly_date", "relation",
	"kept_property", "event", "followup", "absence", "seen", "import_source", "contact",
	"circle" };
static const char *const tables_without[] = { "tag", "import_mark", "participant", "exchange",
	"seen_day", "forgotten" };
/* Recorded only where a change says so: most settings are no part of undo. */
static const char table_of_settings[] = "setting";
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static bool change_is_among(const char *table, const char *const *tables, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!strcmp(tables[i], table))
			return true;
	return false;
}

bool change_has_ids(const char *table)
{
	return change_is_among(table, tables_with_ids, COUNT_OF(tables_with_ids));
}

bool change_has_table(const char *table)
{
	return change_has_ids(table) ||
	       change_is_among(table, tables_without, COUNT_OF(tables_without)) ||
	       !strcmp(table, table_of_settings);
}

int64_t change_last_id(struct store *store, const char *table)
{
	struct query query = query_open(store, "SELECT seq FROM sqlite_sequence WHERE name = ?1");

	bind_text(&query, 1, table);
	return query_number(&query, 0);
}

static int change_attach(sqlite3_session *session, const char *const *tables, size_t count)
{
	int code = SQLITE_OK;

	for (size_t i = 0; i < count && code == SQLITE_OK; i++)
		code = sqlite3session_attach(session, tables[i]);
	return code;
}

enum status change_record(struct store *store)
{
	int code = sqlite3session_create(store->db, "main", &store->session);

	if (code == SQLITE_OK)
		code = change_attach(store->session, tables_with_ids, COUNT_OF(tables_with_ids));
	if (code == SQLITE_OK)
		code = change_attach(store->session, tables_without, COUNT_OF(tables_without));
	return code == SQLITE_OK ? STATUS_OK : database_fail(store, code);
}

enum status change_record_settings(struct store *store)
{
	int code = store->session ? sqlite3session_attach(store->session, table_of_settings)
				  : SQLITE_OK;

	return code == SQLITE_OK ? STATUS_OK : database_fail(store, code);
}

static void end_record(struct store *store)
{
	if (store->session)
		sqlite3session_delete(store->session);
	store->session = NULL;
}

/* What it could not note for want of memory it tells only here. Nothing is noted while only new
 * rows are written. */
static enum status take_changeset(struct store *store, void **changeset, int *size_bytes)
{
	if (!store->session)
		return STATUS_OK;
	int code = sqlite3session_changeset(store->session, size_bytes, changeset);

	return code == SQLITE_OK ? STATUS_OK : database_fail(store, code);
}

enum status change_take_record(struct store *store, void **changeset, int *size_bytes)
{
	enum status status = take_changeset(store, changeset, size_bytes);

	end_record(store);
	return status;
}

enum status change_begin(struct store *store, const char *label, struct error *err)
{
	enum status status = database_may_change(store, err);

	/* What is to be changed may rest on it. */
	if (status == STATUS_OK)
		status = store_unread(store, err);
	if (status == STATUS_OK)
		status = database_begin(store, err);
	if (status != STATUS_OK) {
		database_use_usual(store); /* whatever was expected of it */
		return status;
	}
	store->label = memory_copy_string(label);
	store->is_deletion = store->has_no_record = store->was_idle = false;
	store->restores = 0;
	status = change_record(store);
	if (status != STATUS_OK) {
		database_tell(store, status, err);
		change_rollback(store);
	}
	return status;
}

void change_touch(struct store *store, contact_id contact)
{
	for (size_t i = 0; i < change_hook_count; i++)
		if (change_hooks[i]->touch)
			change_hooks[i]->touch(store, contact);
}

static enum status change_settle(struct store *store, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < change_hook_count && status == STATUS_OK; i++)
		if (change_hooks[i]->settle)
			status = change_hooks[i]->settle(store, err);
	return status;
}

enum status change_preview(struct store *store, struct error *err)
{
	enum status status = change_settle(store, err);

	return status == STATUS_OK ? change_count(store, err) : status;
}

void change_forget(struct store *store)
{
	for (size_t i = 0; i < change_hook_count; i++)
		if (change_hooks[i]->forget)
			change_hooks[i]->forget(store);
}

/* What hooks do when a large change begins. */
static enum status change_hooks_expect_many(struct store *store, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < change_hook_count && status == STATUS_OK; i++)
		if (change_hooks[i]->expect_many)
			status = change_hooks[i]->expect_many(store, err);
	return status;
}

void change_clear(struct store *store)
{
	end_record(store);
	store->is_record_due = false;
	long_record_forget(store);
	vector_clear(&store->new_rows);
	if (store->is_large)
		database_use_usual(store);
	store->is_large = false;
	memory_replace_string(&store->label, NULL);
	strbuf_clear(&store->set_aside);
	change_forget(store);
}

void change_rollback(struct store *store)
{
	if (!store->label)
		return;
	database_rollback(store);
	change_clear(store);
}

enum status change_expect_some(struct store *store, struct error *err)
{
	store->is_large = true;
	return change_hooks_expect_many(store, err);
}

enum status change_expect_many(struct store *store, struct error *err)
{
	enum status status = database_script(store, LARGE, err);

	store->is_large = true;
	if (status == STATUS_OK)
		status = change_expect_some(store, err);
	if (status != STATUS_OK)
		return status;
	for (size_t i = 0; i < COUNT_OF(tables_with_ids); i++) {
		struct row_span span = { .table = tables_with_ids[i],
			.first = change_last_id(store, tables_with_ids[i]) + 1 };
		vector_push(&store->new_rows, &span);
	}
	return STATUS_OK;
}

/* A changeset is applied within a savepoint, and at every row SQLite walks through what it has
 * noted since: all of it where that is in memory. */
enum status change_expect_notes(struct store *store, struct error *err)
{
	return database_script(store, "PRAGMA temp_store = FILE", err);
}

/* As a large change, but what is deleted is erased, however much it is. */
enum status change_expect_long(struct store *store, struct error *err)
{
	store->is_large = true;
	return database_script(store, LARGE "; PRAGMA secure_delete = ON", err);
}

enum status change_remove(
	struct store *store, const struct row_span *span, bool *is_done, struct error *err)
{
	enum status status = STATUS_OK;

	*is_done = false;
	for (size_t i = 0; i < change_hook_count && status == STATUS_OK && !*is_done; i++)
		if (change_hooks[i]->remove)
			status = change_hooks[i]->remove(store, span, is_done, err);
	return status;
}

enum status change_set_aside(
	struct store *store, const char *type, const char *name, struct error *err)
{
	struct query query = query_open(store, "SELECT sql FROM sqlite_schema WHERE name = ?1");
	struct strbuf drop = STRBUF_INIT;

	bind_text(&query, 1, name);
	char *sql = query_text(&query);
	if (!sql)
		return database_error(store, err);
	strbuf_add_format(&store->set_aside, "%s;", sql);
	strbuf_add_format(&drop, "DROP %s %s", type, name);
	enum status status = database_script(store, drop.data, err);
	strbuf_fini(&drop);
	free(sql);
	return status;
}

/* An index of words is put in order, and one of rows sorted, in memory of its own beside the pages:
 * there are fewer of these then. */
enum status change_finish(struct store *store, struct error *err)
{
	enum status status = STATUS_OK;

	if (store->is_large)
		status = database_script(store, "PRAGMA cache_size = -8192", err);
	if (status == STATUS_OK)
		status = change_settle(store, err);
	return status == STATUS_OK && store->set_aside.len
		       ? database_script(store, store->set_aside.data, err)
		       : status;
}

/* A disabled session still costs time for each row, so it is deleted while only new rows are
 * written. It costs as much as some rows to begin one: that waits for a statement that writes. */
void change_row_is_new(struct store *store, bool is_new)
{
	if (!store->new_rows.count)
		return;
	if (is_new && store->session && sqlite3session_isempty(store->session)) {
		void *changeset = NULL;
		int size_bytes;
		change_take_record(store, &changeset, &size_bytes);
		sqlite3_free(changeset);
	}
	if (store->session)
		sqlite3session_enable(store->session, !is_new);
	store->is_record_due = !is_new && !store->session;
}

void change_record_due(struct store *store)
{
	store->is_record_due = false;
	change_record(store);
}

void change_mark_deletion(struct store *store)
{
	store->is_deletion = true;
}

void change_keep_no_record(struct store *store)
{
	store->has_no_record = true;
}

/* "conversation 17 1000017;contact 5 9;" or empty. */
static void describe_new_rows(struct store *store, struct strbuf *out)
{
	struct row_span *span;

	VECTOR_EACH (span, &store->new_rows) {
		span->last = change_last_id(store, span->table);
		if (span->last >= span->first)
			strbuf_add_format(out, "%s %lld %lld;", span->table, (long long)span->first,
				(long long)span->last);
	}
}

static enum status write_record(struct store *store, const void *changeset, int size_bytes,
	const char *new_rows, int64_t *id, struct error *err)
{
	struct query query = query_open(store,
		"INSERT INTO undo(day, is_deletion, restores, size_bytes, label, new_rows, "
		"changeset)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)");

	bind_day(&query, 1, store->today);
	bind_number(&query, 2, store->is_deletion);
	bind_id(&query, 3, store->restores);
	bind_number(&query, 4, store->record_file ? 0 : size_bytes);
	bind_text(&query, 5, store->label);
	bind_text(&query, 6, *new_rows ? new_rows : NULL);
	if (!store->record_file)
		bind_blob(&query, 7, changeset, size_bytes);
	enum status status = query_run(&query, err);
	*id = status == STATUS_OK ? database_last_id(store) : 0;
	if (status == STATUS_OK && store->record_file)
		status = long_record_write(store, *id, changeset, size_bytes, err);
	return status;
}

enum status change_count(struct store *store, struct error *err)
{
	struct query query = query_open(store, "UPDATE state SET change_count = change_count + 1");

	return query_run(&query, err);
}

/* A new change ends the possibility to redo. */
static enum status drop_undone(struct store *store, struct error *err)
{
	enum status status = long_record_drop_undone(store, err);

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store, "DELETE FROM undo WHERE is_undone = 1");
	return query_run(&query, err);
}

/* Deletes the oldest undo records, one by one, when they are too old or all take too much room. */
static enum status drop_oldest(struct store *store, struct error *err)
{
	enum status status = STATUS_OK;
	int dropped = 0;

	do {
		struct query query =
			query_open(store, "DELETE FROM undo WHERE id = (SELECT min(id) FROM undo)"
					  " AND (day < ?1 OR (SELECT undo_bytes FROM state) > ?2)");
		bind_day(&query, 1, store->today - UNDO_DAYS);
		bind_number(&query, 2, UNDO_BYTES_MAX);
		status = query_run(&query, err);
	} while (status == STATUS_OK && sqlite3_changes(store->db) && ++dropped < DROPPED_AT_ONCE);
	return status;
}

/* *id: of the record; 0: there was nothing to record. */
static enum status keep_record(
	struct store *store, int64_t *id, bool *is_as_before, struct error *err)
{
	void *changeset = NULL;
	int size_bytes = 0;
	struct strbuf new_rows = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (store->has_no_record)
		return change_count(store, err);
	status = take_changeset(store, &changeset, &size_bytes);
	if (status != STATUS_OK)
		return database_tell(store, status, err);
	describe_new_rows(store, &new_rows);
	*is_as_before = size_bytes && !store->recorded_bytes && !store->is_large &&
			changeset_is_as_before(store, &(struct changeset){ .bytes = changeset,
							      .size_bytes = size_bytes });
	if (!*is_as_before && (size_bytes || store->recorded_bytes || new_rows.len)) {
		status = drop_undone(store, err);
		if (status == STATUS_OK)
			status = drop_oldest(store, err);
		if (status == STATUS_OK)
			status = write_record(store, changeset, size_bytes, new_rows.data, id, err);
		if (status == STATUS_OK)
			status = change_count(store, err);
	}
	sqlite3_free(changeset);
	strbuf_fini(&new_rows);
	return status;
}

enum status change_commit(struct store *store, struct error *err)
{
	int64_t record = 0;
	bool is_as_before = false;
	enum status status = change_finish(store, err);

	if (status == STATUS_OK)
		status = keep_record(store, &record, &is_as_before, err);
	store->was_idle = status == STATUS_OK && !record && !store->has_no_record;
	if (status == STATUS_OK && !is_as_before) {
		vector_reserve(&store->own_changes); /* once kept it must not be told to fail */
		status = database_commit(store, err);
	}
	if (status != STATUS_OK || is_as_before) {
		change_rollback(store);
		return status;
	}
	/* Not before: the id of what was rolled back is given to another change. */
	if (record)
		vector_push(&store->own_changes, &record);
	store->has_changed |= record || store->has_no_record;
	change_clear(store);
	return STATUS_OK;
}

bool change_is_open(const struct store *store)
{
	return store->label != NULL;
}

bool change_was_idle(const struct store *store)
{
	return store->was_idle;
}

void change_relabel(struct store *store, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	free(store->label);
	store->label = change_label_args(format, NULL, args);
	va_end(args);
}

void change_say_more(struct store *store, const char *words)
{
	if (store->joined || text_is_blank(words))
		return;
	char *label = change_label(
		&(struct plural){ N_("%s: %s"), NULL }, store->label, text_brief(words).text);
	free(store->label);
	store->label = label;
}

static enum status change_join_args(
	struct store *store, struct error *err, const char *format, va_list args)
{
	if (store->label) {
		store->joined++;
		return STATUS_OK;
	}
	char *label = change_label_args(format, NULL, args);
	enum status status = change_begin(store, label, err);
	free(label);
	return status;
}

enum status change_join(struct store *store, struct error *err, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	enum status status = change_join_args(store, err, format, args);
	va_end(args);
	return status;
}

enum status change_end(struct store *store, enum status status, struct error *err)
{
	if (store->joined) {
		store->joined--;
		return status;
	}
	if (status == STATUS_OK)
		return change_commit(store, err);
	change_rollback(store);
	return status;
}

enum status store_change(struct store *store, enum status (*work)(void *, struct error *),
	void *context, struct error *err, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	enum status status = change_join_args(store, err, format, args);
	va_end(args);
	return status == STATUS_OK ? change_end(store, work(context, err), err) : status;
}
