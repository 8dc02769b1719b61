/* Statements prepared once, transactions, and what SQLite's refusals mean.
 * Not here: opening (store.c), queries (query.c), what is undone with a transaction (change.c). */
#include "store/db/database.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/log.h"
#include "filo/base/strbuf.h"
#include "filo/store/watch.h"
#include "store/db/change.h"
#include "store/db/files.h"
#include "store/db/migrate.h"
#include "store/db/own_file.h"
#include "store/db/own_numbers.h"
#include "store/db/watch.h"

#include <assert.h>
#include <errno.h>
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

void database_drop_statements(struct store *store)
{
	for (size_t i = 0; i < STATEMENT_SLOTS; i++)
		sqlite3_finalize(store->statements[i].stmt);
}

enum status database_script(struct store *store, const char *sql, struct error *err)
{
	if (store->is_record_due)
		change_record_due(store);
	enum status status = database_failure(store);

	if (status == STATUS_OK) {
		int code = sqlite3_exec(store->db, sql, NULL, NULL, NULL);
		if (code != SQLITE_OK)
			status = database_fail(store, code);
	}
	return status == STATUS_OK ? status : database_tell(store, status, err);
}

void database_use_usual(struct store *store)
{
	sqlite3_exec(store->db, DATABASE_USUAL, NULL, NULL, NULL);
}

/* A newer filo may have brought it up to date while we had it open, and what we know of its tables
 * is no longer so. */
static enum status database_look_before_change(struct store *store, struct error *err)
{
	enum status status = database_check_version(store, err);

	if (status == STATUS_OK)
		status = database_check_schema(store, err);
	return status == STATUS_OK ? own_numbers_begin(store, err) : status;
}

static enum status database_look_before_aside(struct store *store, struct error *err)
{
	enum status status = database_check_schema_aside(store, err);

	return status == STATUS_OK ? own_numbers_look(store, err) : status;
}

/* `look` refuses what was done to the file meanwhile, once nobody else can write. */
static enum status database_begin_after(struct store *store,
	enum status (*look)(struct store *store, struct error *err), struct error *err)
{
	enum status status = database_script(store, "BEGIN IMMEDIATE", err);

	store->is_changing = status == STATUS_OK;
	if (!store->is_changing)
		return status;
	store->failure.status = STATUS_OK;
	status = look(store, err);
	if (status != STATUS_OK)
		database_rollback(store);
	return status;
}

enum status database_begin(struct store *store, struct error *err)
{
	return database_begin_after(store, database_look_before_change, err);
}

enum status database_begin_aside(struct store *store, struct error *err)
{
	if (store->is_changing) {
		store->joined++;
		return STATUS_OK;
	}
	enum status status = database_may_change(store, err);

	return status == STATUS_OK ? database_begin_after(store, database_look_before_aside, err)
				   : status;
}

enum status database_begin_at_once(struct store *store)
{
	sqlite3_busy_handler(store->db, NULL, NULL);
	enum status status = database_begin(store, NULL);
	database_wait_for_others(store);
	store->unread.status = STATUS_OK; /* it can be left for later */
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
	own_numbers_end(store, false);
	store->is_changing = false;
	store->joined = 0;
	store->failure.status = STATUS_OK;
}

enum status database_commit(struct store *store, struct error *err)
{
	enum status status = store_was_stopped(store, err);

	if (status == STATUS_OK)
		status = database_may_change(store, err);
	if (status == STATUS_OK)
		status = database_script(store, "COMMIT", err);
	if (status != STATUS_OK)
		return status;
	store->is_changing = false;
	own_numbers_end(store, true);
	own_file_look(store, NULL); /* the file or its log is another one now than before */
	return STATUS_OK;
}

enum status database_end(struct store *store, enum status status, struct error *err)
{
	if (store->joined) {
		store->joined--;
		return status;
	}
	if (status == STATUS_OK)
		status = database_commit(store, err);
	if (status != STATUS_OK)
		database_rollback(store);
	return status;
}

enum status database_end_asked(struct store *store, enum status status, struct error *err)
{
	status = database_end(store, status, err);
	store->has_written |= status == STATUS_OK;
	return status;
}

enum status database_mend(struct store *store, const char *sql, struct error *err)
{
	enum status status = database_begin(store, err);

	return status == STATUS_OK
		       ? database_end_asked(store, database_script(store, sql, err), err)
		       : status;
}

char *database_file_name(const char *path)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_add_format(&name, strncmp(path, "file:", 5) ? "%s" : "./%s", path);
	return strbuf_take(&name);
}

bool database_empty_log(struct store *store)
{
	return sqlite3_wal_checkpoint_v2(store->db, NULL, SQLITE_CHECKPOINT_TRUNCATE, NULL, NULL) ==
	       SQLITE_OK;
}

enum status database_may_change(struct store *store, struct error *err)
{
	enum status status = own_file_look(store, err);

	if (store->why_read_only)
		return error_set(err, STATUS_DATABASE, "%s", store->why_read_only);
	return status == STATUS_OK && store->has_second_name
		       ? database_file_refuse_second_name(store->path, err)
		       : status;
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
	N_("%s is in a folder that gives programs no locks, as some network mounts do. Keep it "   \
	   "on a local disk, and name it with --db")
#define NO_SHARED_MEMORY                                                                           \
	N_("%s is in a folder that gives programs no shared memory, as network mounts do. Keep "   \
	   "it on a local disk, and name it with --db; or set journal = delete (man 5 filo)")

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
	{ SQLITE_PROTOCOL, N_("Another program is writing to %s. Try again in a moment") },
	{ SQLITE_CORRUPT,
		N_("%1$s is damaged. Go back to a copy with filo restore, or save what can "
		   "be read with: sqlite3 %1$s .recover") },
	{ SQLITE_NOTADB, N_("%s is not a filo database. Name another file with --db") },
	{ SQLITE_IOERR_SHMMAP, NO_SHARED_MEMORY },
	{ SQLITE_IOERR_SHMOPEN, NO_SHARED_MEMORY },
	{ SQLITE_IOERR_SHMSIZE, NO_SHARED_MEMORY },
	{ SQLITE_IOERR_SHMLOCK, NO_SHARED_MEMORY },
	{ SQLITE_IOERR_LOCK, NO_LOCKS },
	{ SQLITE_IOERR,
		N_("%s cannot be read or written: %s. What was finished is safe; try again") },
	{ SQLITE_CANTOPEN,
		N_("%s cannot be opened: check the permissions of the file and its folder") },
	{ SQLITE_NOMEM, N_("There is not enough memory for this") },
};

/* There are codes for this only where a write was short; else the system's reason tells. */
#define MAY_NOT_GROW                                                                               \
	N_("%s may not grow: the limit on the size of files is reached (ulimit -f). Nothing was "  \
	   "changed")

static const char *database_sentence(int code)
{
	for (size_t i = 0; i < sizeof database_failures / sizeof *database_failures; i++)
		if (database_failures[i].code == code || database_failures[i].code == (code & 0xFF))
			return database_failures[i].sentence;
	return N_("Something went wrong with %s that should not (%s). What was finished is safe: "
		  "try again, and if it comes back, run filo check");
}

/* What the system last answered for the database or its journal or log; 0: nothing bad. */
static int last_reason_of(sqlite3 *db, int which)
{
	sqlite3_file *file = NULL;
	int number = 0;

	if (sqlite3_file_control(db, "main", which, &file) == SQLITE_OK && file && file->pMethods)
		file->pMethods->xFileControl(file, SQLITE_FCNTL_LAST_ERRNO, &number);
	return number;
}

/* Of a commit that fails SQLite keeps it with the file only. */
int database_system_reason(sqlite3 *db, int code)
{
	int number = 0;

	if ((code & 0xFF) == SQLITE_FULL)
		return ENOSPC;
	if ((code & 0xFF) == SQLITE_NOMEM)
		return ENOMEM;
	if ((code & 0xFF) == SQLITE_CANTOPEN)
		return db ? sqlite3_system_errno(db) : 0;
	if ((code & 0xFF) != SQLITE_IOERR)
		return 0;
	/* The file is shorter than it must be: no call of the system has failed. */
	if (code == SQLITE_IOERR_SHORT_READ)
		return EIO;
	if (db)
		number = sqlite3_system_errno(db);
	if (db && !number)
		number = last_reason_of(db, SQLITE_FCNTL_JOURNAL_POINTER);
	if (db && !number)
		number = last_reason_of(db, SQLITE_FCNTL_FILE_POINTER);
	return number ? number : EIO;
}

bool database_is_want(int reason)
{
	return reason == EMFILE || reason == ENFILE || reason == ENOMEM || reason == EIO;
}

/* What has failed for want of room, whatever SQLite was about to do; and what is not opened though
 * it may be: on a network mount for one that is stale. */
static const char *database_sentence_for(int code, int reason)
{
	bool may_not = !reason || reason == EACCES || reason == EPERM || reason == EROFS ||
		       reason == ENOENT || reason == EISDIR;
	bool may_be_opened = (code & 0xFF) == SQLITE_CANTOPEN && !may_not;

	if (reason == EFBIG)
		return MAY_NOT_GROW;
	if (reason == ENOSPC || reason == EDQUOT)
		return database_sentence(SQLITE_FULL);
	return database_sentence(may_be_opened ? SQLITE_IOERR : code);
}

enum status database_say(const char *path, sqlite3 *db, int code, struct error *err)
{
	int reason = database_system_reason(db, code);
	char number[32];

	log_line("sqlite", "%d", code);
	snprintf(number, sizeof number, "SQLite %d", code);
	return error_set(err, STATUS_DATABASE, _(database_sentence_for(code, reason)), path,
		reason ? strerror(reason) : number);
}

static int database_note_row(void *is_found, int count, char **values, char **names)
{
	(void)count, (void)values, (void)names;
	*(bool *)is_found = true;
	return 0;
}

/* SQLite says of a table all of whose numbers are given that the disk is full. */
static bool database_lacks_numbers(sqlite3 *db)
{
	sqlite3_stmt *tables = NULL;
	bool is_found = false;

	sqlite3_prepare_v2(db, "SELECT name, seq = 9223372036854775807 FROM sqlite_sequence", -1,
		&tables, NULL);
	while (tables && !is_found && sqlite3_step(tables) == SQLITE_ROW) {
		char *sql = sqlite3_mprintf("SELECT 1 FROM \"%w\" WHERE id = 9223372036854775807",
			sqlite3_column_text(tables, 0));
		is_found = sqlite3_column_int(tables, 1) != 0;
		if (sql && !is_found)
			sqlite3_exec(db, sql, database_note_row, &is_found, NULL);
		sqlite3_free(sql);
	}
	sqlite3_finalize(tables);
	return is_found;
}

/* None that filo gives, but the file may come from anybody. */
static bool database_is_beyond_range(struct store *store, int code)
{
	return code == SQLITE_MISMATCH ||
	       (code == SQLITE_CONSTRAINT &&
		       sqlite3_extended_errcode(store->db) == SQLITE_CONSTRAINT_DATATYPE) ||
	       (code == SQLITE_FULL && database_lacks_numbers(store->db));
}

/* Sets `err` for a code of SQLite: full disk, read-only, busy, damaged, ... */
static enum status database_describe(struct store *store, int code, struct error *err)
{
	if (store->is_stopped)
		return store_was_stopped(store, err);
	if ((code & 0xFF) == SQLITE_READONLY && store->why_read_only)
		return database_may_change(store, err);
	if (database_is_beyond_range(store, code & 0xFF))
		return error_set(err, STATUS_DATABASE,
			_("A number in %s is so large that none comes after it, so nothing was "
			  "changed: filo check tells which"),
			store->path);
	if ((code & 0xFF) == SQLITE_CONSTRAINT)
		return constraint_error(store, code, err);
	return database_say(store->path, store->db, code, err);
}

enum status database_failure(const struct store *store)
{
	return store->is_changing ? store->failure.status : STATUS_OK;
}

enum status database_fail(struct store *store, int code)
{
	if (database_failure(store) == STATUS_OK)
		database_describe(store, code, &store->failure);
	if (!store->is_changing && !store->is_stopped)
		store->unread = store->failure;
	return store->failure.status;
}

enum status database_tell(struct store *store, enum status status, struct error *err)
{
	if (err)
		store->unread.status = STATUS_OK;
	return error_set(err, status, "%s", store->failure.message);
}

enum status store_unread(struct store *store, struct error *err)
{
	enum status status = store->unread.status;

	store->unread.status = STATUS_OK;
	return status == STATUS_OK ? status : error_set(err, status, "%s", store->unread.message);
}

enum status database_error(struct store *store, struct error *err)
{
	return database_tell(store, database_fail(store, sqlite3_errcode(store->db)), err);
}

int64_t database_last_id(struct store *store)
{
	return sqlite3_last_insert_rowid(store->db);
}

bool database_is_file_fault(const char *finding)
{
	return strcmp(finding, "ok") != 0 && !strstr(finding, "FTS5");
}

/* Looked at, too, SQLite's temporary tables could not be moved to a file in the next change. */
int database_look_through(sqlite3 *db)
{
	sqlite3_stmt *look = NULL;
	int code = sqlite3_prepare_v2(db, "PRAGMA main.integrity_check", -1, &look, NULL);

	while (code == SQLITE_OK && (code = sqlite3_step(look)) == SQLITE_ROW) {
		const char *said = (const char *)sqlite3_column_text(look, 0);
		code = !said                          ? SQLITE_NOMEM
		       : database_is_file_fault(said) ? SQLITE_CORRUPT
						      : SQLITE_OK;
	}
	sqlite3_finalize(look);
	return code == SQLITE_DONE ? SQLITE_OK : code;
}
