/* Opening the database, and its settings.
 * Not here: whose file it is (files.c), bringing an older one up to date (migrate.c). */
#include "filo/store/store.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/store/change.h"
#include "store/db/change_hooks.h"
#include "store/db/changeset_look.h"
#include "store/db/database.h"
#include "store/db/files.h"
#include "store/db/functions.h"
#include "store/db/locks.h"
#include "store/db/migrate.h"
#include "store/db/own_file.h"
#include "store/db/own_numbers.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/db/slow_sql.h"
#include "store/db/tokenizer.h"
#include "store/db/watch.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define IN_MEMORY ":memory:" /* for SQLite, too */

static bool is_without_log;
static struct store *open_stores;

/* Its locks would go with the first look at the file that does not go through SQLite (POSIX: any
 * descriptor that is closed), and with them what others know of it. */
static bool store_is_open_here(const char *path)
{
	struct stat info;
	const struct store *store = stat(path, &info) == 0 ? open_stores : NULL;

	while (store && (store->device != info.st_dev || store->number != info.st_ino))
		store = store->next;
	return store != NULL;
}

static void store_note_open(struct store *store)
{
	struct stat info;

	if (stat(store->path, &info) < 0)
		return;
	store->device = info.st_dev;
	store->number = info.st_ino;
	store->next = open_stores;
	open_stores = store;
}

static void store_note_closed(const struct store *store)
{
	struct store **at = &open_stores;

	while (*at && *at != store)
		at = &(*at)->next;
	if (*at)
		*at = store->next;
}

void store_set_without_log(bool is_without)
{
	is_without_log = is_without;
}

char *store_default_path(void)
{
	const char *path = getenv("FILO_DB");

	return path && *path ? memory_copy_string(path) : path_in_data("filo.db");
}

/* In WAL mode even a reader needs a log and an index beside the file. Where they cannot be made
 * nobody can be writing either. A log that a killed program left is still read: without locks,
 * its index is kept in memory. */
static enum status store_connect_alone(struct store *store, struct error *err)
{
	bool has_log = database_file_has_log(store->path);
	char *uri = database_file_immutable_uri(store->path);
	int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;

	sqlite3_close(store->db);
	int code = has_log ? sqlite3_open_v2(store->path, &store->db, flags, "unix-none")
			   : sqlite3_open_v2(uri, &store->db, flags | SQLITE_OPEN_URI, NULL);
	free(uri);
	if (code != SQLITE_OK)
		return database_error(store, err);
	return database_script(store, "PRAGMA locking_mode = EXCLUSIVE", err);
}

/* Its log is taken in and goes away: by who has the file alone, and so needs no shared memory for
 * that. Nothing is touched in what is none of ours, or where another program has it open. */
static void store_leave_log(struct store *store)
{
	sqlite3_stmt *stmt;
	bool is_ours = false;

	sqlite3_exec(store->db, "PRAGMA locking_mode = EXCLUSIVE", NULL, NULL, NULL);
	if (sqlite3_prepare_v2(store->db, "PRAGMA application_id", -1, &stmt, NULL) == SQLITE_OK)
		is_ours = sqlite3_step(stmt) == SQLITE_ROW &&
			  sqlite3_column_int(stmt, 0) == DATABASE_APPLICATION_ID;
	sqlite3_finalize(stmt);
	if (is_ours)
		sqlite3_exec(store->db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	/* The lock goes with the next reading. */
	sqlite3_exec(store->db, "PRAGMA locking_mode = NORMAL; SELECT 1 FROM sqlite_schema", NULL,
		NULL, NULL);
}

static enum status store_connect(struct store *store, struct error *err)
{
	int flags = store->is_read_only ? SQLITE_OPEN_READONLY
					: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
	enum status status = STATUS_OK;

	if (sqlite3_open_v2(store->path, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) !=
		SQLITE_OK)
		return database_error(store, err);
	if (store->is_read_only) {
		int code = sqlite3_exec(store->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
		if (code == SQLITE_CANTOPEN || code == SQLITE_READONLY)
			status = store_connect_alone(store, err);
		if (status != STATUS_OK)
			return status;
	}
	if (is_without_log && !store->is_read_only)
		store_leave_log(store);
	sqlite3_extended_result_codes(store->db, 1);
	slow_sql_watch(store->db);
	database_wait_for_others(store);
	if (tokenizer_register(store->db) != SQLITE_OK ||
		functions_register(store->db) != SQLITE_OK)
		status = database_error(store, err);
	return status;
}

/* WAL stays with the file: asking for it does something only for a new one and for a restored
 * backup. Where another program reads it at this moment, a later start will do it. Without it, that
 * a journal is deleted has to be on the disk, too, before a change counts as made. */
static enum status prepare_changes(struct store *store, struct error *err)
{
	sqlite3_exec(store->db,
		is_without_log ? "PRAGMA synchronous = EXTRA" : "PRAGMA journal_mode = WAL", NULL,
		NULL, NULL);
	/* The full-text tables count as unsafe for triggers unless the schema is trusted (they do
	 * up to SQLite 3.40 at least). It is ours, object by object: that was looked at. */
	return database_script(store, "PRAGMA trusted_schema = ON", err);
}

static enum status prepare_connection(struct store *store, struct error *err)
{
	enum status status = database_script(store,
		"PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = "
		"FULL;" DATABASE_USUAL,
		err);

	if (status == STATUS_OK)
		status = database_migrate(store, schema_versions, schema_version_count, err);
	if (status == STATUS_OK && !store->is_read_only)
		status = prepare_changes(store, err);
	return status;
}

static struct store *store_new(const char *path, day_number today)
{
	struct store *store = memory_new(sizeof *store);

	store->path = database_file_name(path);
	store->today = today;
	vector_init(&store->new_rows, sizeof(struct row_span));
	vector_init(&store->known_tables, sizeof(struct known_table));
	vector_init(&store->own_changes, sizeof(int64_t));
	vector_init(&store->own_undone, sizeof(int64_t));
	vector_init(&store->all_returned, sizeof(contact_id));
	strbuf_init(&store->set_aside);
	for (size_t i = 0; i < change_hook_count; i++)
		if (change_hooks[i]->open)
			change_hooks[i]->open(store);
	store->why_read_only = store_is_in_memory(store) ? NULL : database_file_why_read_only(path);
	store->is_read_only = store->why_read_only != NULL;
	if (!store->is_read_only && !store_is_in_memory(store))
		database_file_unlock_beside(path);
	return store;
}

void database_set_up_process(void)
{
	/* A limit on the size of files (ulimit -f) is an error to tell, not the end. */
	signal(SIGXFSZ, SIG_IGN);
	/* One thread, and nobody asks how much memory SQLite uses: no lock for each allocation. */
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	locks_tell_lack();
}

static void store_watch_file(struct store *store, const char *path)
{
	own_file_watch(store);
	own_numbers_watch(store);
	store_changed_elsewhere(store);
	if (store_is_in_memory(store) || store->is_read_only)
		return;
	char *real = database_file_beside(path, "");
	path_sweep_parts(real); /* whole copies, of a migration or a restore that was killed */
	free(real);
}

/* What is checked and there. */
static enum status store_open_file(
	struct store **out, const char *path, day_number today, bool is_part, struct error *err)
{
	struct store *store = store_new(path, today);

	store->is_part = is_part;
	database_set_up_process();
	enum status status = store_connect(store, err);
	if (status == STATUS_OK)
		status = prepare_connection(store, err);
	if (status == STATUS_OK) {
		store_watch_file(store, path);
		store_note_open(store);
		*out = store;
		return status;
	}
	/* A file that is none of ours is left as it is, its log beside it too. */
	if (store->db)
		sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
	store_close(store);
	return status;
}

enum status store_open(struct store **out, const char *path, day_number today, struct error *err)
{
	enum status status = STATUS_OK;

	if (strcmp(path, IN_MEMORY) != 0)
		status = store_is_open_here(path) ? database_file_check_owner(path, err)
						  : database_file_check(path, err);

	if (status == STATUS_NOT_FOUND)
		status = database_file_create(path, err);
	return status == STATUS_OK ? store_open_file(out, path, today, false, err) : status;
}

enum status database_open_part(
	struct store **out, const char *part, day_number today, struct error *err)
{
	return store_open_file(out, part, today, true, err);
}

void store_close(struct store *store)
{
	if (!store)
		return;
	change_rollback(store);
	store_note_closed(store);
	database_drop_statements(store);
	if (store->db) /* else there was no memory for it */
		database_may_change(store, NULL);
	if (store->lost == FILE_HAS_MOVED)
		database_empty_log(store);
	sqlite3_close(store->db);
	vector_fini(&store->new_rows);
	vector_fini(&store->known_tables);
	vector_fini(&store->own_changes);
	vector_fini(&store->own_undone);
	vector_fini(&store->all_returned);
	for (size_t i = 0; i < change_hook_count; i++)
		if (change_hooks[i]->close)
			change_hooks[i]->close(store);
	strbuf_fini(&store->set_aside);
	free(store->why_read_only);
	free(store->numbers);
	free(store->new_numbers);
	free(store->path);
	free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
}

bool store_is_in_memory(const struct store *store)
{
	return !strcmp(store->path, IN_MEMORY);
}

day_number store_today(const struct store *store)
{
	return store->today;
}

void store_set_today(struct store *store, day_number today)
{
	store->today = today;
}

bool store_changed_elsewhere(struct store *store)
{
	struct query query = query_open(store, "PRAGMA data_version");
	int64_t before = store->data_version;

	store->data_version = query_number(&query, before);
	database_may_change(store, NULL); /* a look whether it is still our file */
	if (before != store->data_version)
		own_numbers_look(store, NULL);
	return before != store->data_version;
}

enum store_loss store_loss(const struct store *store)
{
	if (store->lost == FILE_IS_OURS)
		return STORE_IS_HERE;
	if (store->lost == FILE_WAS_OVERWRITTEN)
		return STORE_WAS_OVERWRITTEN;
	if (store->lost == FILE_HOLDS_OTHERS)
		return STORE_HOLDS_OTHERS;
	return access(store->path, F_OK) == 0 ? STORE_WAS_REPLACED : STORE_WAS_REMOVED;
}

enum status store_may_change(struct store *store, struct error *err)
{
	return database_may_change(store, err);
}

bool store_has_changed(const struct store *store)
{
	return store->has_changed;
}

bool store_has_written(const struct store *store)
{
	return store->has_changed || store->has_written;
}

bool store_begin_reading(struct store *store)
{
	if (!sqlite3_get_autocommit(store->db))
		return false;
	struct query query = query_open(store, "BEGIN");
	return query_run(&query, NULL) == STATUS_OK;
}

void store_end_reading(struct store *store, bool is_own)
{
	if (!is_own)
		return;
	/* What has failed may have ended it already, and was told. */
	sqlite3_exec(store->db, "COMMIT", NULL, NULL, NULL);
	database_leave(store);
}
