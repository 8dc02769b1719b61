/* Taking changes back and bringing them again, by turning their changesets round.
 * Not here: recording them (change.c). */
#include "database.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Above this many new rows every rhythm is rebuilt instead of those touched. */
#define MANY_ROWS 2000

#define TRASH_DAYS 90

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

static bool is_same_value(sqlite3_value *a, sqlite3_value *b)
{
	int type = sqlite3_value_type(a);

	if (type != sqlite3_value_type(b))
		return false;
	if (type == SQLITE_INTEGER)
		return sqlite3_value_int64(a) == sqlite3_value_int64(b);
	if (type == SQLITE_NULL)
		return true;
	int len = sqlite3_value_bytes(a);
	return len == sqlite3_value_bytes(b) &&
	       !memcmp(sqlite3_value_blob(a), sqlite3_value_blob(b), (size_t)len);
}

/* Whether the row already is what the update wants: a foreign key did it before us. */
static bool is_done_already(sqlite3_changeset_iter *it, int columns)
{
	for (int i = 0; i < columns; i++) {
		sqlite3_value *wanted = NULL, *present = NULL;
		sqlite3changeset_new(it, i, &wanted);
		sqlite3changeset_conflict(it, i, &present);
		if (wanted && (!present || !is_same_value(wanted, present)))
			return false;
	}
	return true;
}

static int on_conflict(void *context, int kind, sqlite3_changeset_iter *it)
{
	const char *table;
	int columns, operation, indirect;

	(void)context;
	if (kind == SQLITE_CHANGESET_FOREIGN_KEY)
		return SQLITE_CHANGESET_ABORT;
	sqlite3changeset_op(it, &table, &columns, &operation, &indirect);
	if (kind == SQLITE_CHANGESET_NOTFOUND && operation == SQLITE_DELETE)
		return SQLITE_CHANGESET_OMIT; /* gone with the row it hung on */
	if (kind == SQLITE_CHANGESET_DATA && operation == SQLITE_UPDATE &&
		is_done_already(it, columns))
		return SQLITE_CHANGESET_OMIT;
	return SQLITE_CHANGESET_ABORT;
}

/* Where a table of the changeset names the person whose rhythm it feeds. */
static const struct {
	const char *table;
	int column;
} touching[] = { { "contact", 0 }, { "participant", 0 }, { "event", 1 }, { "absence", 1 } };

static void mark_participants(struct store *store, int64_t first, int64_t last)
{
	sqlite3_stmt *stmt = database_statement(store,
		"SELECT DISTINCT contact FROM participant WHERE conversation BETWEEN ?1 AND ?2",
		NULL);

	if (!stmt)
		return;
	sqlite3_bind_int64(stmt, 1, first);
	sqlite3_bind_int64(stmt, 2, last);
	while (sqlite3_step(stmt) == SQLITE_ROW)
		rhythm_mark(store, column_id(stmt, 0));
	sqlite3_reset(stmt);
}

static void mark_row(
	struct store *store, sqlite3_changeset_iter *it, const char *table, int operation)
{
	sqlite3_value *value = NULL;
	bool is_conversation = !strcmp(table, "conversation");

	for (size_t i = 0; i < sizeof touching / sizeof *touching; i++) {
		if (strcmp(touching[i].table, table) != 0)
			continue;
		if (operation == SQLITE_INSERT)
			sqlite3changeset_new(it, touching[i].column, &value);
		else
			sqlite3changeset_old(it, touching[i].column, &value);
		if (value && sqlite3_value_type(value) == SQLITE_INTEGER)
			rhythm_mark(store, sqlite3_value_int64(value));
		else
			rhythm_mark_all(store); /* the user's own absence, or not said */
	}
	if (is_conversation && operation == SQLITE_UPDATE) {
		sqlite3changeset_old(it, 0, &value);
		int64_t id = value ? sqlite3_value_int64(value) : 0;
		mark_participants(store, id, id);
	}
}

static void mark_touched(struct store *store, const void *changeset, int size_bytes)
{
	sqlite3_changeset_iter *it = NULL;
	const char *table;
	int columns, operation, indirect;

	if (sqlite3changeset_start(&it, size_bytes, (void *)changeset) != SQLITE_OK)
		return;
	while (sqlite3changeset_next(it) == SQLITE_ROW) {
		sqlite3changeset_op(it, &table, &columns, &operation, &indirect);
		mark_row(store, it, table, operation);
	}
	sqlite3changeset_finalize(it);
}

static enum status apply(
	struct store *store, const void *changeset, int size_bytes, struct error *err)
{
	if (!size_bytes)
		return STATUS_OK;
	mark_touched(store, changeset, size_bytes);
	int code = sqlite3changeset_apply(
		store->db, size_bytes, (void *)changeset, NULL, on_conflict, NULL);
	if (code == SQLITE_OK)
		return STATUS_OK;
	if (code == SQLITE_ABORT || code == SQLITE_CONSTRAINT)
		return error_set(err, STATUS_CONFLICT,
			_("This has been changed again since, so it stays as it is"));
	return database_error(store, err);
}

/* Deletes the rows that a large change brought. */
static enum status delete_new_rows(struct store *store, const char *new_rows, struct error *err)
{
	char table[32], sql[120];
	long long first, last;
	int used;
	enum status status = STATUS_OK;

	while (status == STATUS_OK && new_rows &&
		sscanf(new_rows, "%31[a-z_] %lld %lld;%n", table, &first, &last, &used) == 3) {
		if (last - first > MANY_ROWS)
			rhythm_mark_all(store);
		else if (!strcmp(table, "conversation"))
			mark_participants(store, first, last);
		snprintf(sql, sizeof sql, "DELETE FROM %s WHERE id BETWEEN %lld AND %lld", table,
			first, last);
		status = database_script(store, sql, err);
		new_rows += used;
	}
	return status;
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

static enum status take_back(struct store *store, const struct record *record, struct error *err)
{
	void *inverse = NULL;
	int size_bytes = 0;

	if (record->size_bytes && sqlite3changeset_invert(record->size_bytes, record->changeset,
					  &size_bytes, &inverse) != SQLITE_OK)
		return database_error(store, err);
	enum status status = delete_new_rows(store, record->new_rows, err);
	if (status == STATUS_OK)
		status = apply(store, inverse, size_bytes, err);
	sqlite3_free(inverse);
	return status;
}

static enum status bring_again(struct store *store, const struct record *record, struct error *err)
{
	if (record->new_rows)
		return error_set(err, STATUS_INVALID,
			_("\"%s\" was too large to be brought back: do it again"), record->label);
	return apply(store, record->changeset, record->size_bytes, err);
}

/* One step of undo or redo in a transaction of its own, without a record of its own. */
static enum status step(struct store *store, const char *sql, const char *none,
	enum status (*move)(struct store *, const struct record *, struct error *),
	int is_undone_after, char **label, struct error *err)
{
	struct record record;

	if (store->is_read_only)
		return error_set(err, STATUS_DATABASE, _("%s cannot be changed: %s"), store->path,
			store->why_read_only);
	enum status status = database_script(store, "BEGIN IMMEDIATE", err);
	if (status != STATUS_OK)
		return status;
	status = read_record(store, sql, 0, &record, none, err);
	if (status == STATUS_OK)
		status = move(store, &record, err);
	if (status == STATUS_OK)
		status = set_undone(store, record.id, is_undone_after, err);
	if (status == STATUS_OK && record.restores)
		status = set_undone(store, record.restores, is_undone_after ? 0 : 2, err);
	if (status == STATUS_OK)
		status = rhythm_refresh_marked(store, err);
	if (status == STATUS_OK)
		status = change_count(store, err);
	if (status == STATUS_OK)
		status = database_script(store, "COMMIT", err);
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
		_("There is nothing to take back"), take_back, 1, label, err);
}

enum status redo_last(struct store *store, char **label, struct error *err)
{
	return step(store,
		"SELECT id, label, changeset, new_rows, restores FROM undo WHERE is_undone = 1"
		" ORDER BY id LIMIT 1",
		_("There is nothing to bring back"), bring_again, 0, label, err);
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

static enum status set_restores(struct store *store, int64_t original, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(
		store, "UPDATE undo SET restores = ?1 WHERE id = (SELECT max(id) FROM undo)", err);

	if (!stmt)
		return STATUS_DATABASE;
	sqlite3_bind_int64(stmt, 1, original);
	return database_run(store, stmt, err);
}

enum status trash_restore(struct store *store, int64_t id, struct error *err)
{
	struct record record;
	bool is_own;
	enum status status = read_record(store,
		"SELECT id, label, changeset, new_rows, restores FROM undo WHERE id = ?1"
		" AND is_deletion = 1 AND is_undone = 0",
		id, &record, _("It is no longer in the trash"), err);

	if (status == STATUS_OK)
		status = change_join(store, &is_own, err, _("restore: %s"), record.label);
	if (status == STATUS_OK) {
		status = take_back(store, &record, err);
		if (status == STATUS_OK)
			status = set_undone(store, id, 2, err);
		status = change_end(store, is_own, status, err);
		if (status == STATUS_OK)
			status = set_restores(store, id, err);
	}
	record_fini(&record);
	return status;
}
