/* Opening the database: whose file it is, whether it is ours, and its settings.
 * Not here: bringing an older one up to date (migrate.c). */
#include "filo/store/store.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/store/change.h"
#include "store/db/change_hooks.h"
#include "store/db/database.h"
#include "store/db/migrate.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/db/slow_sql.h"
#include "store/db/tokenizer.h"
#include "store/db/watch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *store_default_path(void)
{
	const char *path = getenv("FILO_DB");

	return path && *path ? memory_copy_string(path) : path_in_data("filo.db");
}

/* Refuses a file that is there and is not safely ours; touches nothing. */
static enum status check_file(const char *path, struct error *err)
{
	struct stat info;

	if (stat(path, &info) < 0 && errno == ENOENT)
		return STATUS_NOT_FOUND;
	if (stat(path, &info) < 0)
		return error_set(err, STATUS_IO, _("%s cannot be read: %s"), path, strerror(errno));
	if (S_ISDIR(info.st_mode))
		return error_set(err, STATUS_IO,
			_("%s is a folder: name a file in it, such as %s/filo.db"), path, path);
	if (!S_ISREG(info.st_mode))
		return error_set(
			err, STATUS_IO, _("%s is not a file: name another one with --db"), path);
	if (info.st_uid != geteuid())
		return error_set(err, STATUS_IO,
			_("%s belongs to somebody else: open it as its owner, or copy it first"),
			path);
	if (info.st_mode & S_IWOTH)
		return error_set(err, STATUS_IO,
			_("Anybody on this machine can write to %s: run chmod 600 on it first"),
			path);
	if (faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) < 0)
		return error_set(err, STATUS_IO, _("%s cannot be read: %s"), path, strerror(errno));
	return STATUS_OK;
}

/* The usual folder is made as needed; a folder somebody named must be there: it may be mistyped. */
static enum status create_file(const char *path, struct error *err)
{
	char *usual = path_in_data("filo.db");
	char *folder = path_folder(path);
	enum status status = strcmp(path, usual) == 0 ? path_make_folder(folder, err) : STATUS_OK;

	if (status == STATUS_OK) {
		int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
		if (fd >= 0) {
			fchmod(fd, 0600); /* whatever the umask takes away */
			close(fd);
		} else if (errno == ENOENT) {
			status = error_set(err, STATUS_IO,
				_("The folder %s does not exist: make it first, or name another "
				  "file with --db"),
				folder);
		} else {
			status = error_set(err, STATUS_IO,
				_("%s cannot be created: %s. Name another file with --db"), path,
				strerror(errno));
		}
	}
	free(folder);
	free(usual);
	return status;
}

/* Whether the owner has taken away the right to write: even root respects that. */
static bool is_locked(const char *path)
{
	struct stat info;

	return stat(path, &info) == 0 && info.st_uid == geteuid() && !(info.st_mode & S_IWUSR);
}

static bool is_writable(const char *path)
{
	return faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) == 0 && !is_locked(path);
}

/* Why the file is read-only, a translated sentence, or NULL. Caller frees. */
static char *find_why_read_only(const char *path)
{
	char *folder = path_folder(path);
	struct strbuf why = STRBUF_INIT;
	struct stat info;

	if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) < 0 && errno == EROFS)
		strbuf_add_format(
			&why, _("%s is on a read-only disk: copy it elsewhere to change it"), path);
	else if (!is_writable(path))
		strbuf_add_format(
			&why, _("%s is read-only: run chmod u+w on it to change it"), path);
	else if (stat(path, &info) == 0 && info.st_nlink > 1)
		strbuf_add_format(&why,
			_("%s has a second name (a hard link), under which another program could "
			  "change it unseen: copy it to change it"),
			path);
	else if (!is_writable(folder))
		strbuf_add_format(&why,
			_("%s is in a read-only folder: copy it elsewhere to change it"), path);
	free(folder);
	return why.len ? strbuf_take(&why) : NULL;
}

/* The path as a URI that says nobody will change the file. Caller frees. */
static char *immutable_uri(const char *path)
{
	struct strbuf uri = STRBUF_INIT;

	strbuf_add(&uri, "file:");
	for (; *path; path++) {
		if (strchr("%?#", *path))
			strbuf_add_format(&uri, "%%%02X", (unsigned char)*path);
		else
			strbuf_add_char(&uri, *path);
	}
	strbuf_add(&uri, "?immutable=1");
	return strbuf_take(&uri);
}

static bool has_log_beside(const char *path)
{
	struct strbuf log = STRBUF_INIT;
	struct stat info;

	strbuf_add_format(&log, "%s-wal", path);
	bool has_log = stat(log.data, &info) == 0 && info.st_size > 0;
	strbuf_fini(&log);
	return has_log;
}

/* In WAL mode even a reader needs a log and an index beside the file. Where they cannot be made
 * nobody can be writing either. A log that a killed program left is still read: without locks,
 * its index is kept in memory. */
static enum status store_connect_alone(struct store *store, struct error *err)
{
	bool has_log = has_log_beside(store->path);
	char *uri = immutable_uri(store->path);
	int flags = SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX;

	sqlite3_close(store->db);
	int code = has_log ? sqlite3_open_v2(store->path, &store->db, flags, "unix-none")
			   : sqlite3_open_v2(uri, &store->db, flags | SQLITE_OPEN_URI, NULL);
	free(uri);
	if (code != SQLITE_OK)
		return database_error(store, err);
	return database_script(store, "PRAGMA locking_mode = EXCLUSIVE", err);
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
	}
	sqlite3_extended_result_codes(store->db, 1);
	slow_sql_watch(store->db);
	database_wait_for_others(store);
	if (status == STATUS_OK && tokenizer_register(store->db) != SQLITE_OK)
		status = database_error(store, err);
	return status;
}

static bool is_in_our_schema(const char *sql)
{
	for (int i = 0; i < schema_version_count; i++)
		if (strstr(schema_versions[i], sql))
			return true;
	return false;
}

/* The full-text tables count as unsafe for triggers unless the schema is trusted (they do up to
 * SQLite 3.40 at least). So it is trusted, but only when every trigger is word for word ours. */
static enum status trust_our_triggers(struct store *store, struct error *err)
{
	struct query query =
		query_open(store, "SELECT sql, name FROM sqlite_schema WHERE type = 'trigger'");

	while (query_next(&query)) {
		if (is_in_our_schema(column_text(&query, 0)))
			continue;
		error_set(err, STATUS_DATABASE,
			_("%s has a trigger that filo did not make, \"%s\": drop it first"),
			store->path, column_text(&query, 1));
		query_close(&query, NULL);
		return STATUS_DATABASE;
	}
	enum status status = query_close(&query, err);
	if (status == STATUS_OK)
		status = database_script(store, "PRAGMA trusted_schema = ON", err);
	return status;
}

/* WAL stays with the file: asking for it does something only for a new one and for a restored
 * backup. Where another program reads it at this moment, a later start will do it. */
static enum status prepare_changes(struct store *store, struct error *err)
{
	sqlite3_exec(store->db, "PRAGMA journal_mode = WAL", NULL, NULL, NULL);
	return trust_our_triggers(store, err);
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

enum status store_open(struct store **out, const char *path, day_number today, struct error *err)
{
	bool is_in_memory = !strcmp(path, ":memory:");
	enum status status = is_in_memory ? STATUS_OK : check_file(path, err);

	if (status == STATUS_NOT_FOUND)
		status = create_file(path, err);
	if (status != STATUS_OK)
		return status;
	struct store *store = memory_new(sizeof *store);
	store->path = database_file_name(path);
	store->today = today;
	vector_init(&store->new_rows, sizeof(struct row_span));
	vector_init(&store->own_changes, sizeof(int64_t));
	strbuf_init(&store->set_aside);
	for (size_t i = 0; i < change_hook_count; i++)
		if (change_hooks[i]->open)
			change_hooks[i]->open(store);
	store->why_read_only = is_in_memory ? NULL : find_why_read_only(path);
	store->is_read_only = store->why_read_only != NULL;
	/* A limit on the size of files (ulimit -f) is an error to tell, not the end. */
	signal(SIGXFSZ, SIG_IGN);
	/* One thread, and nobody asks how much memory SQLite uses: no lock for each allocation. */
	sqlite3_config(SQLITE_CONFIG_SINGLETHREAD);
	sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
	status = store_connect(store, err);
	if (status == STATUS_OK)
		status = prepare_connection(store, err);
	if (status != STATUS_OK) {
		/* A file that is none of ours is left as it is, its log beside it too. */
		sqlite3_db_config(store->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, NULL);
		store_close(store);
		return status;
	}
	store_changed_elsewhere(store);
	*out = store;
	return STATUS_OK;
}

void store_close(struct store *store)
{
	if (!store)
		return;
	change_rollback(store);
	for (size_t i = 0; i < STATEMENT_SLOTS; i++)
		sqlite3_finalize(store->statements[i].stmt);
	database_may_change(store, NULL);
	if (store->has_moved)
		database_empty_log(store);
	sqlite3_close(store->db);
	vector_fini(&store->new_rows);
	vector_fini(&store->own_changes);
	for (size_t i = 0; i < change_hook_count; i++)
		if (change_hooks[i]->close)
			change_hooks[i]->close(store);
	strbuf_fini(&store->set_aside);
	free(store->why_read_only);
	free(store->path);
	free(store);
}

const char *store_path(const struct store *store)
{
	return store->path;
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
	return before != store->data_version;
}

static bool store_run_alone(struct store *store, const char *sql)
{
	struct query query = query_open(store, sql);

	return query_run(&query, NULL) == STATUS_OK;
}

bool store_begin_reading(struct store *store)
{
	return sqlite3_get_autocommit(store->db) && store_run_alone(store, "BEGIN");
}

void store_end_reading(struct store *store, bool is_own)
{
	if (is_own && !store_run_alone(store, "COMMIT"))
		database_leave(store);
}
