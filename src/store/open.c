/* Opening the database: whose file it is, whether it is ours, and its settings.
 * Not here: bringing an older one up to date (migrate.c). */
#include "database.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUSY_TIMEOUT_MS 5000

char *store_default_path(void)
{
	const char *path = getenv("FILO_DB");

	return path && *path ? memory_copy_string(path) : path_in_data("filo.db");
}

static enum status check_header(const char *path, int fd, struct error *err)
{
	static const char magic[16] = "SQLite format 3";
	char header[16];
	ssize_t got = read(fd, header, sizeof header);

	if (got == 0 || (got == sizeof header && !memcmp(header, magic, sizeof magic)))
		return STATUS_OK;
	if (got < 0)
		return error_set(err, STATUS_IO, _("%s cannot be read: %s"), path, strerror(errno));
	return error_set(err, STATUS_DATABASE,
		_("%s is not a filo database. Name another file with --db"), path);
}

/* Refuses a file that is there and is not safely ours; touches nothing. */
static enum status check_file(const char *path, struct error *err)
{
	struct stat info;

	if (stat(path, &info) < 0)
		return STATUS_NOT_FOUND;
	if (S_ISDIR(info.st_mode))
		return error_set(err, STATUS_IO,
			_("%s is a folder: name a file in it, such as %s/filo.db"), path, path);
	if (!S_ISREG(info.st_mode))
		return error_set(err, STATUS_IO, _("%s is not a file"), path);
	if (info.st_uid != geteuid())
		return error_set(err, STATUS_IO,
			_("%s belongs to somebody else: open it as its owner, or copy it first"),
			path);
	if (info.st_mode & S_IWOTH)
		return error_set(err, STATUS_IO,
			_("Everybody on this machine may write to %s: chmod 600 it first"), path);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return error_set(err, STATUS_IO, _("%s cannot be read: %s"), path, strerror(errno));
	enum status status = check_header(path, fd, err);
	close(fd);
	return status;
}

static enum status create_file(const char *path, struct error *err)
{
	char *folder = path_folder(path);
	enum status status = path_make_folder(folder, err);

	free(folder);
	if (status != STATUS_OK)
		return status;
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
	if (fd < 0)
		return error_set(err, STATUS_IO, _("%s cannot be made: %s"), path, strerror(errno));
	close(fd);
	return STATUS_OK;
}

/* Why the file can only be looked at, translated, or NULL. */
static const char *find_why_read_only(const char *path)
{
	char *folder = path_folder(path);
	const char *why = NULL;

	if (access(path, W_OK) < 0)
		why = errno == EROFS ? _("it lies on a read-only disk")
				     : _("the file is read-only");
	else if (access(folder, W_OK) < 0)
		why = _("its folder is read-only");
	free(folder);
	return why;
}

/* The path as a URI, for the parameters that only a URI can carry. Caller frees. */
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

static enum status connect(struct store *store, struct error *err)
{
	int flags = store->is_read_only ? SQLITE_OPEN_READONLY
					: SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;

	if (sqlite3_open_v2(store->path, &store->db, flags | SQLITE_OPEN_NOMUTEX, NULL) !=
		SQLITE_OK)
		return database_error(store, err);
	sqlite3_extended_result_codes(store->db, 1);
	sqlite3_busy_timeout(store->db, BUSY_TIMEOUT_MS);
	if (!store->is_read_only)
		return STATUS_OK;
	/* In WAL mode even a reader needs the shared index beside the file; where that cannot be
	 * made nobody else can be writing either. */
	if (sqlite3_exec(store->db, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL) == SQLITE_OK)
		return STATUS_OK;
	sqlite3_close(store->db);
	char *uri = immutable_uri(store->path);
	int code = sqlite3_open_v2(uri, &store->db,
		SQLITE_OPEN_READONLY | SQLITE_OPEN_URI | SQLITE_OPEN_NOMUTEX, NULL);
	free(uri);
	return code == SQLITE_OK ? STATUS_OK : database_error(store, err);
}

static enum status prepare_connection(struct store *store, struct error *err)
{
	enum status status = database_script(store,
		"PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL;"
		"PRAGMA cache_size = -1024; PRAGMA temp_store = MEMORY",
		err);

	if (status == STATUS_OK)
		status = database_migrate(store, err);
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
	store->path = memory_copy_string(path);
	store->today = today;
	vector_init(&store->new_rows, sizeof(struct row_span));
	vector_init(&store->marked, sizeof(struct rhythm_mark));
	store->why_read_only = is_in_memory ? NULL : find_why_read_only(path);
	store->is_read_only = store->why_read_only != NULL;
	status = connect(store, err);
	if (status == STATUS_OK)
		status = prepare_connection(store, err);
	if (status != STATUS_OK) {
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
	sqlite3_close(store->db);
	vector_fini(&store->new_rows);
	vector_fini(&store->marked);
	free(store->path);
	free(store);
}

bool store_is_read_only(const struct store *store)
{
	return store->is_read_only;
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
	sqlite3_stmt *stmt = database_statement(store, "PRAGMA data_version", NULL);
	int64_t before = store->data_version;

	if (stmt && sqlite3_step(stmt) == SQLITE_ROW)
		store->data_version = sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	return before != store->data_version;
}
