/* A change of data: one transaction, recorded as a changeset that undo can turn round.
 * Not here: taking it back (undo.c). */
#include "database.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/* How long a change can be taken back. */
#define UNDO_DAYS 90

/* The tables that hold data; caches, drafts and the index are no part of undo. Those with ids of
 * their own first: a large change remembers its new rows there by id, and deletes them in this
 * order when it is taken back (the others follow by foreign key). */
static const char *const tables_with_ids[] = { "conversation", "channel", "yearly_date", "relation",
	"kept_property", "event", "followup", "absence", "contact", "circle" };
static const char *const tables_without[] = { "tag", "participant", "exchange",
	"import_mark" };
#define COUNT_OF(array) (sizeof(array) / sizeof *(array))

static int64_t max_id(struct store *store, const char *table)
{
	char sql[80];
	sqlite3_stmt *stmt = NULL;
	int64_t id = 0;

	snprintf(sql, sizeof sql, "SELECT max(id) FROM %s", table);
	if (sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL) == SQLITE_OK &&
		sqlite3_step(stmt) == SQLITE_ROW)
		id = sqlite3_column_int64(stmt, 0);
	sqlite3_finalize(stmt);
	return id;
}

static bool record(struct store *store)
{
	if (sqlite3session_create(store->db, "main", &store->session) != SQLITE_OK)
		return false;
	for (size_t i = 0; i < COUNT_OF(tables_with_ids); i++)
		if (sqlite3session_attach(store->session, tables_with_ids[i]) != SQLITE_OK)
			return false;
	for (size_t i = 0; i < COUNT_OF(tables_without); i++)
		if (sqlite3session_attach(store->session, tables_without[i]) != SQLITE_OK)
			return false;
	return true;
}

enum status change_begin(struct store *store, const char *label, struct error *err)
{
	if (store->is_read_only)
		return error_set(err, STATUS_DATABASE, _("%s cannot be changed: %s"), store->path,
			store->why_read_only);
	enum status status = database_script(store, "BEGIN IMMEDIATE", err);
	if (status != STATUS_OK)
		return status;
	store->label = memory_copy_string(label);
	store->is_deletion = false;
	if (!record(store)) {
		status = database_error(store, err);
		change_rollback(store);
	}
	return status;
}

static void forget(struct store *store)
{
	sqlite3session_delete(store->session);
	store->session = NULL;
	vector_clear(&store->new_rows);
	free(store->label);
	store->label = NULL;
	rhythm_forget_marks(store);
}

void change_rollback(struct store *store)
{
	if (!store->label)
		return;
	forget(store);
	if (!sqlite3_get_autocommit(store->db))
		database_script(store, "ROLLBACK", NULL);
}

void change_expect_many(struct store *store)
{
	for (size_t i = 0; i < COUNT_OF(tables_with_ids); i++) {
		struct row_span span = { .table = tables_with_ids[i],
			.first = max_id(store, tables_with_ids[i]) + 1 };
		vector_push(&store->new_rows, &span);
	}
}

void change_row_is_new(struct store *store, bool is_new)
{
	if (store->session && store->new_rows.count)
		sqlite3session_enable(store->session, !is_new);
}

void change_mark_deletion(struct store *store)
{
	store->is_deletion = true;
}

/* "conversation 17 1000017;contact 5 9;" or empty. */
static void describe_new_rows(struct store *store, struct strbuf *out)
{
	struct row_span *span;

	VECTOR_EACH (span, &store->new_rows) {
		span->last = max_id(store, span->table);
		if (span->last >= span->first)
			strbuf_add_format(out, "%s %lld %lld;", span->table, (long long)span->first,
				(long long)span->last);
	}
}

static enum status write_record(struct store *store, const void *changeset, int size_bytes,
	const char *new_rows, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store,
		"INSERT INTO undo(label, day, changeset, new_rows, is_deletion)"
		" VALUES (?1, ?2, ?3, ?4, ?5)",
		err);
	if (!stmt)
		return STATUS_DATABASE;
	bind_text(stmt, 1, store->label);
	bind_day(stmt, 2, store->today);
	sqlite3_bind_blob(stmt, 3, changeset, size_bytes, SQLITE_STATIC);
	bind_text(stmt, 4, *new_rows ? new_rows : NULL);
	sqlite3_bind_int(stmt, 5, store->is_deletion);
	return database_run(store, stmt, err);
}

enum status change_count(struct store *store, struct error *err)
{
	sqlite3_stmt *stmt =
		database_statement(store, "UPDATE state SET change_count = change_count + 1", err);

	return stmt ? database_run(store, stmt, err) : STATUS_DATABASE;
}

/* What can no longer be brought back, and the oldest records, a few at a time. */
static enum status drop_old_records(struct store *store, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, "DELETE FROM undo WHERE is_undone = 1", err);

	if (!stmt || database_run(store, stmt, err) != STATUS_OK)
		return STATUS_DATABASE;
	stmt = database_statement(store,
		"DELETE FROM undo WHERE day < ?1 AND id <= (SELECT min(id) + 20 FROM undo)", err);
	if (!stmt)
		return STATUS_DATABASE;
	bind_day(stmt, 1, store->today - UNDO_DAYS);
	return database_run(store, stmt, err);
}

static enum status keep_record(struct store *store, struct error *err)
{
	void *changeset = NULL;
	int size_bytes = 0;
	struct strbuf new_rows = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (sqlite3session_changeset(store->session, &size_bytes, &changeset) != SQLITE_OK)
		return database_error(store, err);
	describe_new_rows(store, &new_rows);
	if (size_bytes || new_rows.len) {
		status = drop_old_records(store, err);
		if (status == STATUS_OK)
			status = write_record(store, changeset, size_bytes, new_rows.data, err);
		if (status == STATUS_OK)
			status = change_count(store, err);
	}
	sqlite3_free(changeset);
	strbuf_fini(&new_rows);
	return status;
}

enum status change_commit(struct store *store, struct error *err)
{
	enum status status = rhythm_refresh_marked(store, err);

	if (status == STATUS_OK)
		status = keep_record(store, err);
	if (status == STATUS_OK)
		status = database_script(store, "COMMIT", err);
	if (status == STATUS_OK)
		forget(store);
	else
		change_rollback(store);
	return status;
}

enum status change_join(
	struct store *store, bool *is_own, struct error *err, const char *format, ...)
{
	struct strbuf label = STRBUF_INIT;
	char text[600];
	va_list args;

	*is_own = !store->label;
	if (!*is_own)
		return STATUS_OK;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	strbuf_add(&label, text);
	enum status status = change_begin(store, label.data, err);
	strbuf_fini(&label);
	return status;
}

enum status change_end(struct store *store, bool is_own, enum status status, struct error *err)
{
	if (!is_own)
		return status;
	if (status == STATUS_OK)
		return change_commit(store, err);
	change_rollback(store);
	return status;
}
