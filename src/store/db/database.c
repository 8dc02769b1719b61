/* Statements prepared once, transactions, and what SQLite's refusals mean.
 * Not here: opening (store.c), queries (query.c), what is undone with a transaction (change.c). */
#include "store/db/database.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/store/watch.h"
#include "store/db/watch.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

static struct statement *statement_slot(struct store *store, const char *sql)
{
	size_t i = ((uintptr_t)sql >> 3) % STATEMENT_SLOTS;

	while (store->statements[i].sql && store->statements[i].sql != sql)
		i = (i + 1) % STATEMENT_SLOTS;
	return &store->statements[i];
}

int database_statement(struct store *store, const char *sql, sqlite3_stmt **stmt)
{
	struct statement *slot = statement_slot(store, sql);

	if (slot->stmt) {
		sqlite3_reset(slot->stmt);
		sqlite3_clear_bindings(slot->stmt);
		*stmt = slot->stmt;
		return SQLITE_OK;
	}
	int code = sqlite3_prepare_v3(
		store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &slot->stmt, NULL);
	*stmt = slot->stmt;
	if (code != SQLITE_OK)
		return code;
	slot->sql = sql;
	store->statement_count++;
	assert(store->statement_count <= STATEMENT_SLOTS / 2);
	return SQLITE_OK;
}

enum status database_script(struct store *store, const char *sql, struct error *err)
{
	enum status status = database_failure(store);

	if (status == STATUS_OK) {
		int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
		if (code != SQLITE_OK)
			status = database_fail(store, code);
	}
	return status == STATUS_OK ? status : database_tell(store, status, err);
}

enum status database_begin(struct store *store, struct error *err)
{
	enum status status = database_script(store, "BEGIN IMMEDIATE", err);

	store->is_changing = status == STATUS_OK;
	if (store->is_changing)
		store->failure.status = STATUS_OK;
	return status;
}

enum status database_begin_at_once(struct store *store)
{
	sqlite3_busy_handler(store->db, NULL, NULL);
	enum status status = database_begin(store, NULL);
	database_wait_for_others(store);
	return status;
}

void database_leave(struct store *store)
{
	/* A full disk, or want of memory, may have rolled it back already. To say so takes memory
	 * too. */
	for (int tries = 0; !sqlite3_get_autocommit(store->db) && tries < 3; tries++)
		sqlite3_exec(store->db, "ROLLBACK", NULL, NULL, NULL);
}

void database_rollback(struct store *store)
{
	database_leave(store);
	store->is_changing = false;
	store->failure.status = STATUS_OK;
}

enum status database_commit(struct store *store, struct error *err)
{
	enum status status = store_was_stopped(store, err);

	if (status == STATUS_OK)
		status = database_may_change(store, err);
	if (status == STATUS_OK)
		status = database_script(store, "COMMIT", err);
	if (status == STATUS_OK)
		store->is_changing = false;
	return status;
}

enum status database_end(struct store *store, enum status status, struct error *err)
{
	if (status == STATUS_OK)
		status = database_commit(store, err);
	if (status != STATUS_OK)
		database_rollback(store);
	return status;
}

char *database_file_name(const char *path)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_add_format(&name, strncmp(path, "file:", 5) ? "%s" : "./%s", path);
	return strbuf_take(&name);
}

/* Another file was put under the name of this one, or none is left there. Nothing more is written
 * to it; what its log still holds goes into it, wherever it is now, for the log has kept its name
 * and would be taken for the new one's. */
static void notice_move(struct store *store)
{
	int has_moved = 0;
	struct strbuf why = STRBUF_INIT;

	if (store->has_moved || store->is_read_only)
		return;
	sqlite3_file_control(store->db, "main", SQLITE_FCNTL_HAS_MOVED, &has_moved);
	if (!has_moved)
		return;
	store->has_moved = store->is_read_only = true;
	strbuf_add_format(&why,
		_("%s was replaced or removed by another program, so nothing is written to it. "
		  "Close filo and open it again"),
		store->path);
	store->why_read_only = strbuf_take(&why);
	if (!store->is_changing)
		database_empty_log(store);
}

void database_empty_log(struct store *store)
{
	sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL);
}

enum status database_may_change(struct store *store, struct error *err)
{
	notice_move(store);
	if (!store->why_read_only)
		return STATUS_OK;
	return error_set(err, STATUS_DATABASE, "%s", store->why_read_only);
}

/* The system's error text if it failed and has one, else SQLite's. */
static const char *database_reason(struct store *store, int code)
{
	int number = (code & 0xFF) == SQLITE_IOERR ? sqlite3_system_errno(store->db) : 0;

	if (number)
		return strerror(number);
	return sqlite3_errcode(store->db) == code ? sqlite3_errmsg(store->db)
						  : sqlite3_errstr(code);
}

/* What was changed hangs on something that another program has deleted meanwhile. */
static enum status constraint_error(struct store *store, int code, struct error *err)
{
	if (code == SQLITE_CONSTRAINT)
		code = sqlite3_extended_errcode(store->db);
	if (code == SQLITE_CONSTRAINT_FOREIGNKEY)
		return error_set(err, STATUS_NOT_FOUND,
			_("Somebody this is about is no longer there: deleted by another program"));
	return error_set(err, STATUS_DATABASE,
		_("This goes against what is in %s already; nothing was changed"), store->path);
}

#define NO_LOCKS                                                                                   \
	N_("%s is in a folder that gives programs no shared memory or locks, as network mounts "   \
	   "do. Keep it on a local disk, and name it with --db")

/* What each failure of SQLite means for a person; %1$s: the file, %2$s: a reason. Extended codes
 * stand before what they extend. */
static const struct {
	int code;
	const char *sentence;
} database_failures[] = {
	{ SQLITE_FULL, N_("The disk is full: nothing was changed in %s. Make room and try again") },
	{ SQLITE_READONLY, N_("%s cannot be changed: make the file and its folder writable") },
	{ SQLITE_BUSY, N_("Another program is writing to %s. Try again in a moment") },
	{ SQLITE_LOCKED, N_("Another program is writing to %s. Try again in a moment") },
	{ SQLITE_CORRUPT, N_("%1$s is damaged. Restore a backup, or save what can be read with: "
			     "sqlite3 %1$s .recover") },
	{ SQLITE_NOTADB, N_("%s is not a filo database. Name another file with --db") },
	{ SQLITE_IOERR_SHMMAP, NO_LOCKS },
	{ SQLITE_IOERR_SHMOPEN, NO_LOCKS },
	{ SQLITE_IOERR_SHMSIZE, NO_LOCKS },
	{ SQLITE_IOERR_SHMLOCK, NO_LOCKS },
	{ SQLITE_IOERR_LOCK, NO_LOCKS },
	{ SQLITE_IOERR,
		N_("%s cannot be read or written: %s. What was finished is safe; try again") },
	{ SQLITE_CANTOPEN,
		N_("%s cannot be opened: check the permissions of the file and its folder") },
	{ SQLITE_NOMEM, N_("There is not enough memory for this") },
};

static const char *database_sentence(int code)
{
	for (size_t i = 0; i < sizeof database_failures / sizeof *database_failures; i++)
		if (database_failures[i].code == code || database_failures[i].code == (code & 0xFF))
			return database_failures[i].sentence;
	return N_("The database %s refused: %s");
}

/* Sets `err` for a code of SQLite: full disk, read-only, busy, damaged, ... */
static enum status database_describe(struct store *store, int code, struct error *err)
{
	if (store->is_stopped)
		return store_was_stopped(store, err);
	if ((code & 0xFF) == SQLITE_READONLY && store->why_read_only)
		return database_may_change(store, err);
	if ((code & 0xFF) == SQLITE_CONSTRAINT)
		return constraint_error(store, code, err);
	return error_set(err, STATUS_DATABASE, _(database_sentence(code)), store->path,
		database_reason(store, code));
}

enum status database_failure(const struct store *store)
{
	return store->is_changing ? store->failure.status : STATUS_OK;
}

enum status database_fail(struct store *store, int code)
{
	if (database_failure(store) == STATUS_OK)
		database_describe(store, code, &store->failure);
	return store->failure.status;
}

enum status database_tell(const struct store *store, enum status status, struct error *err)
{
	return error_set(err, status, "%s", store->failure.message);
}

enum status database_error(struct store *store, struct error *err)
{
	return database_tell(store, database_fail(store, sqlite3_errcode(store->db)), err);
}

int64_t database_last_id(struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}
