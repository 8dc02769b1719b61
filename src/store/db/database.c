/* Statements prepared once, values in and out of them, and what SQLite's refusals mean.
 * Not here: opening (store.c), transactions (change.c). */
#include "store/db/database.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/date.h"
#include "filo/store/watch.h"
#include "store/db/watch.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct statement *slot_of(struct store *store, const char *sql)
{
	size_t i = ((uintptr_t)sql >> 3) % STATEMENT_SLOTS;

	while (store->statements[i].sql && store->statements[i].sql != sql)
		i = (i + 1) % STATEMENT_SLOTS;
	return &store->statements[i];
}

sqlite3_stmt *database_statement(struct store *store, const char *sql, struct error *err)
{
	struct statement *slot = slot_of(store, sql);

	if (slot->stmt) {
		sqlite3_reset(slot->stmt);
		sqlite3_clear_bindings(slot->stmt);
		return slot->stmt;
	}
	if (sqlite3_prepare_v3(store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &slot->stmt, NULL) !=
		SQLITE_OK) {
		database_error(store, err);
		return NULL;
	}
	slot->sql = sql;
	store->statement_count++;
	assert(store->statement_count <= STATEMENT_SLOTS / 2);
	return slot->stmt;
}

void bind_text(sqlite3_stmt *stmt, int index, const char *text)
{
	if (text)
		sqlite3_bind_text(stmt, index, text, -1, SQLITE_STATIC);
	else
		sqlite3_bind_null(stmt, index);
}

void bind_day(sqlite3_stmt *stmt, int index, day_number day)
{
	if (day == DAY_NONE)
		sqlite3_bind_null(stmt, index);
	else
		sqlite3_bind_int(stmt, index, day);
}

void bind_id(sqlite3_stmt *stmt, int index, int64_t id)
{
	if (id)
		sqlite3_bind_int64(stmt, index, id);
	else
		sqlite3_bind_null(stmt, index);
}

char *column_copy(sqlite3_stmt *stmt, int column)
{
	const char *text = (const char *)sqlite3_column_text(stmt, column);

	return text ? memory_copy_bytes(text, (size_t)sqlite3_column_bytes(stmt, column)) : NULL;
}

day_number column_day(sqlite3_stmt *stmt, int column)
{
	if (sqlite3_column_type(stmt, column) == SQLITE_NULL)
		return DAY_NONE;
	return sqlite3_column_int(stmt, column);
}

int64_t column_id(sqlite3_stmt *stmt, int column)
{
	return sqlite3_column_int64(stmt, column);
}

enum status database_step(struct store *store, sqlite3_stmt *stmt, bool *has_row, struct error *err)
{
	int code = sqlite3_step(stmt);

	*has_row = code == SQLITE_ROW;
	if (code == SQLITE_ROW)
		return STATUS_OK;
	enum status status = code == SQLITE_DONE ? STATUS_OK : database_error(store, err);
	sqlite3_reset(stmt);
	return status;
}

enum status database_run(struct store *store, sqlite3_stmt *stmt, struct error *err)
{
	bool has_row;
	enum status status = database_step(store, stmt, &has_row, err);

	sqlite3_reset(stmt);
	return status;
}

static bool has_value(struct store *store, sqlite3_stmt *stmt)
{
	bool has_row;

	return database_step(store, stmt, &has_row, NULL) == STATUS_OK && has_row;
}

int64_t database_number(struct store *store, sqlite3_stmt *stmt, int64_t none)
{
	int64_t number = has_value(store, stmt) ? column_id(stmt, 0) : none;

	sqlite3_reset(stmt);
	return number;
}

day_number database_day(struct store *store, sqlite3_stmt *stmt)
{
	day_number day = has_value(store, stmt) ? column_day(stmt, 0) : DAY_NONE;

	sqlite3_reset(stmt);
	return day;
}

char *database_text(struct store *store, sqlite3_stmt *stmt)
{
	char *text = has_value(store, stmt) ? column_copy(stmt, 0) : NULL;

	sqlite3_reset(stmt);
	return text;
}

enum status database_script(struct store *store, const char *sql, struct error *err)
{
	if (sqlite3_exec(store->db, sql, NULL, NULL, NULL) == SQLITE_OK)
		return STATUS_OK;
	return database_error(store, err);
}

enum status database_commit(struct store *store, struct error *err)
{
	enum status status = store_was_stopped(store, err);

	return status == STATUS_OK ? database_script(store, "COMMIT", err) : status;
}

enum status database_begin_at_once(struct store *store)
{
	sqlite3_busy_handler(store->db, NULL, NULL);
	int code = sqlite3_exec(store->db, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	database_wait_for_others(store);
	return code == SQLITE_OK ? STATUS_OK : STATUS_DATABASE;
}

enum status database_may_change(struct store *store, struct error *err)
{
	if (!store->why_read_only)
		return STATUS_OK;
	return error_set(err, STATUS_DATABASE, "%s", store->why_read_only);
}

/* What the system said, else what SQLite says. */
static const char *reason(struct store *store)
{
	int number = sqlite3_system_errno(store->db);

	return number ? strerror(number) : sqlite3_errmsg(store->db);
}

enum status database_error(struct store *store, struct error *err)
{
	int code = sqlite3_errcode(store->db) & 0xFF;

	if (store->is_stopped)
		return store_was_stopped(store, err);
	switch (code) {
	case SQLITE_FULL:
		return error_set(err, STATUS_DATABASE,
			_("The disk is full: nothing was changed in %s. Make room and try again"),
			store->path);
	case SQLITE_READONLY:
		if (store->why_read_only)
			return database_may_change(store, err);
		return error_set(err, STATUS_DATABASE,
			_("%s cannot be changed: make the file and its folder writable"),
			store->path);
	case SQLITE_BUSY:
	case SQLITE_LOCKED:
		return error_set(err, STATUS_DATABASE,
			_("Another program is writing to %s. Try again in a moment"), store->path);
	case SQLITE_CORRUPT:
		return error_set(err, STATUS_DATABASE,
			_("%s is damaged. Restore a backup, or save what can be read with: "
			  "sqlite3 %s .recover"),
			store->path, store->path);
	case SQLITE_NOTADB:
		return error_set(err, STATUS_DATABASE,
			_("%s is not a filo database. Name another file with --db"), store->path);
	case SQLITE_IOERR:
		return error_set(err, STATUS_DATABASE,
			_("%s cannot be read or written: %s. What was finished is safe; try again"),
			store->path, reason(store));
	case SQLITE_CANTOPEN:
		return error_set(err, STATUS_DATABASE,
			_("%s cannot be opened: look at the rights of the file and its folder"),
			store->path);
	default:
		return error_set(err, STATUS_DATABASE, _("The database %s refused: %s"),
			store->path, sqlite3_errmsg(store->db));
	}
}

sqlite3 *database_handle(struct store *store)
{
	return store->db;
}

int64_t database_last_id(struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}
