/* Undo, redo and the trash: which record is next, and what becomes of it.
 * Not here: recording changes (change.c), applying their changesets (changeset.c). */
#include "filo/store/undo.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "store/db/change.h"
#include "store/db/changeset.h"
#include "store/db/database.h"

#include <stdio.h>
#include <stdlib.h>

#define TRASH_DAYS 90

/* undo.is_undone */
enum { DONE = 0, UNDONE = 1, RESTORED = 2 };

struct record {
	int64_t id;
	char *label;
	void *changeset;
	int size_bytes;
	char *new_rows;
	int64_t restores;
};

static void record_fini(struct record *record)
{
	free(record->label);
	free(record->changeset);
	free(record->new_rows);
}

/* The record `sql` finds: columns id, label, changeset, new_rows, restores. */
static enum status read_record(struct store *store, const char *sql, int64_t id,
	struct record *record, const char *none, struct error *err)
{
	bool has_row;
	sqlite3_stmt *stmt = database_statement(store, sql, err);

	*record = (struct record){ .id = 0 };
	if (!stmt)
		return STATUS_DATABASE;
	if (id)
		sqlite3_bind_int64(stmt, 1, id);
	if (database_step(store, stmt, &has_row, err) != STATUS_OK)
		return STATUS_DATABASE;
	if (!has_row)
		return error_set(err, STATUS_NOT_FOUND, "%s", none);
	record->id = column_id(stmt, 0);
	record->label = column_copy(stmt, 1);
	record->size_bytes = sqlite3_column_bytes(stmt, 2);
	record->changeset =
		memory_copy_bytes(sqlite3_column_blob(stmt, 2), (size_t)record->size_bytes);
	record->new_rows = column_copy(stmt, 3);
	record->restores = column_id(stmt, 4);
	sqlite3_reset(stmt);
	return STATUS_OK;
}

static enum status set_undone(struct store *store, int64_t id, int value, struct error *err)
{
	sqlite3_stmt *stmt =
		database_statement(store, "UPDATE undo SET is_undone = ?2 WHERE id = ?1", err);

	if (!stmt)
		return STATUS_DATABASE;
	sqlite3_bind_int64(stmt, 1, id);
	sqlite3_bind_int(stmt, 2, value);
	return database_run(store, stmt, err);
}

/* Rows from before the change first: they may point at rows that it brought. */
static enum status take_back(struct store *store, const struct record *record, struct error *err)
{
	enum status status = changeset_apply_inverse(
		store, record->changeset, record->size_bytes, record->label, err);

	if (status == STATUS_OK && record->new_rows)
		status = changeset_delete_rows(store, record->new_rows, err);
	return status;
}

static enum status bring_again(struct store *store, const struct record *record, struct error *err)
{
	if (record->new_rows)
		return error_set(err, STATUS_INVALID,
			_("\"%s\" was too large to be brought back: do it again"), record->label);
	return changeset_apply(store, record->changeset, record->size_bytes, record->label, err);
}

/* One step of undo or redo in a transaction of its own, without a record of its own. */
static enum status step(struct store *store, const char *sql, const char *none,
	enum status (*move)(struct store *, const struct record *, struct error *), int after,
	char **label, struct error *err)
{
	struct record record;

	enum status status = database_may_change(store, err);

	if (status == STATUS_OK)
		status = database_script(store, "BEGIN IMMEDIATE", err);
	if (status != STATUS_OK)
		return status;
	status = read_record(store, sql, 0, &record, none, err);
	if (status == STATUS_OK)
		status = move(store, &record, err);
	if (status == STATUS_OK)
		status = set_undone(store, record.id, after, err);
	if (status == STATUS_OK && record.restores)
		status = set_undone(store, record.restores, after == UNDONE ? DONE : RESTORED, err);
	if (status == STATUS_OK)
		status = rhythm_refresh_marked(store, err);
	if (status == STATUS_OK)
		status = change_count(store, err);
	if (status == STATUS_OK)
		status = database_commit(store, err);
	if (status == STATUS_OK && label) {
		*label = record.label;
		record.label = NULL;
	}
	if (status != STATUS_OK && !sqlite3_get_autocommit(store->db))
		database_script(store, "ROLLBACK", NULL);
	rhythm_forget_marks(store);
	record_fini(&record);
	return status;
}

enum status undo_last(struct store *store, char **label, struct error *err)
{
	return step(store,
		"SELECT id, label, changeset, new_rows, restores FROM undo WHERE is_undone = 0"
		" ORDER BY id DESC LIMIT 1",
		_("There is nothing to take back"), take_back, UNDONE, label, err);
}

bool undo_is_large(struct store *store)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT new_rows IS NOT NULL FROM undo WHERE is_undone = 0"
		" ORDER BY id DESC LIMIT 1",
		NULL);

	return stmt && database_number(store, stmt, 0);
}

enum status redo_last(struct store *store, char **label, struct error *err)
{
	return step(store,
		"SELECT id, label, changeset, new_rows, restores FROM undo WHERE is_undone = 1"
		" ORDER BY id LIMIT 1",
		_("There is nothing to bring back"), bring_again, DONE, label, err);
}

enum status trash_list(struct store *store, struct vector *items, struct error *err)
{
	bool has_row;
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT id, label, day FROM undo WHERE is_deletion = 1 AND is_undone = 0"
		" AND day >= ?1 ORDER BY id DESC",
		err);
	enum status status = STATUS_DATABASE;

	if (!stmt)
		return status;
	bind_day(stmt, 1, store->today - TRASH_DAYS);
	while ((status = database_step(store, stmt, &has_row, err)) == STATUS_OK && has_row) {
		struct trash_item *item = vector_push(items, NULL);
		item->id = column_id(stmt, 0);
		item->label = column_copy(stmt, 1);
		item->day = column_day(stmt, 2);
	}
	return status;
}

void trash_item_fini(struct trash_item *item)
{
	free(item->label);
}

/* In the open change, so that nobody else can restore it at the same time. */
static enum status restore(struct store *store, int64_t id, bool is_own, struct error *err)
{
	struct record record;
	enum status status = read_record(store,
		"SELECT id, label, changeset, new_rows, restores FROM undo WHERE id = ?1"
		" AND is_deletion = 1 AND is_undone = 0",
		id, &record, _("It is no longer in the trash"), err);

	if (status == STATUS_OK)
		status = take_back(store, &record, err);
	if (status == STATUS_OK)
		status = set_undone(store, id, RESTORED, err);
	if (status == STATUS_OK && is_own) {
		char *label = NULL;
		/* Translators: what undo will say; %s is what was deleted, "delete Ana" */
		if (asprintf(&label, _("restore: %s"), record.label) > 0) {
			free(store->label);
			store->label = label;
		}
		store->restores = id;
	}
	record_fini(&record);
	return status;
}

enum status trash_restore(struct store *store, int64_t id, struct error *err)
{
	bool is_own;
	enum status status = change_join(store, &is_own, err, "%s", _("restore"));

	if (status != STATUS_OK)
		return status;
	return change_end(store, is_own, restore(store, id, is_own, err), err);
}
