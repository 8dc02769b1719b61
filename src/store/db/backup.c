/* A whole copy of the database, laid beside and renamed.
 * Not here: exports in other formats (exchange). */
#include "filo/store/backup.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "filo/store/store.h"
#include "filo/store/watch.h"
#include "store/db/database.h"
#include "store/db/files.h"
#include "store/db/page_look.h"
#include "store/db/watch.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Pages copied between two checks for cancellation. */
#define PAGES_AT_ONCE 256

static void copy_pages(struct store *store, sqlite3_backup *backup)
{
	while (sqlite3_backup_step(backup, PAGES_AT_ONCE) == SQLITE_OK && database_goes_on(store))
		;
}

/* Copies into the open, empty database `copy`. Returns SQLite's code. */
static int copy_into(sqlite3 *copy, struct store *store)
{
	sqlite3_backup *backup = sqlite3_backup_init(copy, "main", store->db, "main");

	if (!backup)
		return sqlite3_errcode(copy);
	copy_pages(store, backup);
	int code = sqlite3_backup_finish(backup);
	/* A copy is one file, without a log beside it. */
	return code == SQLITE_OK
		       ? sqlite3_exec(copy, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL)
		       : code;
}

/* `beside` exists and is empty; `path` is the name for messages. */
static enum status copy_to(
	struct store *store, const char *beside, const char *path, struct error *err)
{
	sqlite3 *copy = NULL;
	char *name = database_file_name(beside);
	int code = sqlite3_open(name, &copy);
	enum status status = STATUS_OK;

	free(name);

	if (code == SQLITE_OK)
		code = copy_into(copy, store);
	if (store->is_stopped)
		status = store_was_stopped(store, err);
	else if (code != SQLITE_OK) {
		int number = database_system_reason(copy, code);
		status = error_set(err, STATUS_IO, _("The copy %s could not be written: %s"), path,
			strerror(number ? number : EIO));
	}
	sqlite3_close(copy);
	return status;
}

/* Of filo's, by the number in its header (SQLite's file format, 1.3.16). */
static bool is_copy(const char *path)
{
	unsigned char head[72] = { 0 };
	FILE *file = path_holds_database(path) ? fopen(path, "re") : NULL;

	if (!file)
		return false;
	size_t got = fread(head, 1, sizeof head, file);
	fclose(file);
	return got == sizeof head && page_number(head + 68) == DATABASE_APPLICATION_ID;
}

/* What a killed program left beside the database that goes is taken into it, in case it stays. */
static void settle_log(const char *path)
{
	sqlite3 *target = NULL;
	char *name = database_file_name(path);

	if (sqlite3_open_v2(name, &target, SQLITE_OPEN_READWRITE, NULL) == SQLITE_OK)
		sqlite3_exec(target, "PRAGMA wal_checkpoint(TRUNCATE)", NULL, NULL, NULL);
	sqlite3_close(target);
	free(name);
}

/* Refuses what a copy must not replace. */
static enum status check_target(struct store *store, const char *path, struct error *err)
{
	struct stat target, own;

	if (stat(path, &target) < 0)
		return errno == ELOOP ? error_set(err, STATUS_IO, _("%s cannot be written: %s"),
						path, strerror(errno))
				      : STATUS_OK;
	if (S_ISDIR(target.st_mode))
		return error_set(err, STATUS_IO,
			_("%s is a folder: name a file in it, such as %s/filo.db"), path, path);
	if (!S_ISREG(target.st_mode))
		return error_set(err, STATUS_IO, _("%s is not a file: name another one"), path);
	if (stat(store->path, &own) == 0 && own.st_dev == target.st_dev &&
		own.st_ino == target.st_ino)
		return error_set(err, STATUS_INVALID,
			_("%s is the database itself: name another file for the copy"), path);
	/* An empty one, too, may be replaced. */
	if (target.st_size && !is_copy(path))
		return error_set(err, STATUS_INVALID,
			_("%s is no copy of a database, and stays as it is: name another file"),
			path);
	if (database_file_is_open(path))
		return error_set(err, STATUS_INVALID,
			_("Another program has %s open: close it there, or name another file"),
			path);
	return STATUS_OK;
}

/* It would be taken for a part of another database, or, where it is a new one, what lies there for
 * a part of it. */
static enum status backup_check_beside(const char *path, struct error *err)
{
	char *database = path_database_beside(path);
	enum status status = STATUS_OK;
	struct stat info;

	if (database)
		status = error_set(err, STATUS_INVALID,
			_("%s is a database, or named like a part of one (-wal, -shm, -journal): "
			  "name another file"),
			path);
	free(database);
	for (size_t i = 0; path_database_ends[i] && status == STATUS_OK; i++) {
		char *name = database_file_beside(path, path_database_ends[i]);
		if (!path_holds_database(path) && stat(name, &info) == 0 && info.st_size)
			status = error_set(err, STATUS_INVALID,
				_("%s would be taken for a part of the copy: name another file, "
				  "or move it away"),
				name);
		free(name);
	}
	return status;
}

/* Into `file`, which is what `path` leads to. */
static enum status replace_by_copy(
	struct store *store, const char *file, const char *path, struct error *err)
{
	char *part = database_file_part(file, path, err);

	if (!part)
		return STATUS_IO;
	enum status status = copy_to(store, part, path, err);
	if (status == STATUS_OK) {
		settle_log(file);
		status = path_replace(part, file, err);
	}
	if (status == STATUS_OK)
		database_file_drop_log(file);
	else
		database_file_drop_part(part);
	free(part);
	return status;
}

/* As restoring looks at a copy. */
static enum status backup_check_sound(struct store *store, struct error *err)
{
	int code = database_look_through(store->db);

	if (store->is_stopped)
		return store_was_stopped(store, err);
	if ((code & 0xFF) == SQLITE_CORRUPT)
		return error_set(err, STATUS_DATABASE,
			_("%s is damaged, so it was not copied, and older copies stay as they "
			  "are. Go back to one with filo restore, or save what can be read with: "
			  "sqlite3 %s .recover"),
			store->path, store->path);
	return code == SQLITE_OK ? STATUS_OK : database_say(store->path, store->db, code, err);
}

static enum status copy_whole(
	struct store *store, const char *path, bool must_be_sound, struct error *err)
{
	enum status status = check_target(store, path, err);

	/* Where what is open was removed, what lies beside is its own. */
	if (status == STATUS_OK && strcmp(path, store->path) != 0)
		status = backup_check_beside(path, err);
	if (status != STATUS_OK)
		return status;
	/* One consistent snapshot, even while another program writes. */
	bool is_own = store_begin_reading(store);
	if (must_be_sound)
		status = backup_check_sound(store, err);
	if (status == STATUS_OK) {
		char *file = path_behind_links(path);
		status = replace_by_copy(store, file, path, err);
		free(file);
	}
	store_end_reading(store, is_own);
	return status;
}

enum status store_backup(struct store *store, const char *path, struct error *err)
{
	return copy_whole(store, path, true, err);
}

enum status store_keep_aside(struct store *store, const char *path, struct error *err)
{
	return copy_whole(store, path, false, err);
}

/* Nor has what lies beside, of one that was moved away, its name. */
static bool backup_name_is_free(const char *name)
{
	struct stat info; /* of a link, too, that leads to nothing */
	bool is_free = lstat(name, &info) < 0;

	for (size_t i = 0; path_database_ends[i] && is_free; i++) {
		char *beside = database_file_beside(name, path_database_ends[i]);
		is_free = lstat(beside, &info) < 0;
		free(beside);
	}
	return is_free;
}

char *store_backup_name(const char *path, const char *end)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_add_format(&name, "%s%s", path, end);
	size_t len = name.len;
	for (int i = 2; !backup_name_is_free(name.data); i++) {
		strbuf_truncate(&name, len);
		strbuf_add_format(&name, "-%d", i);
	}
	return strbuf_take(&name);
}
