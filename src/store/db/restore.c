/* A copy taken into the database that is in use, with what was there laid beside first.
 * Not here: making a copy (backup.c). */
#include "filo/store/restore.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "filo/store/store.h"
#include "store/db/database.h"
#include "store/db/files.h"
#include "store/db/migrate.h"
#include "store/db/schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long another program's change is waited for. */
#define WAIT_MS 5000

static bool is_same_file(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
	       one.st_ino == other.st_ino;
}

static int open_file(const char *path, int flags, sqlite3 **db)
{
	char *name = database_file_name(path);
	int code = sqlite3_open_v2(name, db, flags | SQLITE_OPEN_NOMUTEX, NULL);

	free(name);
	if (*db) /* else there was no memory for it */
		sqlite3_busy_timeout(*db, WAIT_MS);
	return code;
}

/* Where no log can be made beside it, nobody is writing to it. */
static int open_copy(const char *from, sqlite3 **copy)
{
	int code = open_file(from, SQLITE_OPEN_READONLY, copy);

	if (code == SQLITE_OK)
		code = sqlite3_exec(*copy, "SELECT 1 FROM sqlite_schema", NULL, NULL, NULL);
	if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY)
		return code;
	sqlite3_close(*copy);
	char *uri = database_file_immutable_uri(from);
	code = sqlite3_open_v2(
		uri, copy, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_URI, NULL);
	free(uri);
	return code;
}

static int keep_first_line(void *context, int count, char **values, char **names)
{
	char **line = context;

	(void)count, (void)names;
	memory_replace_string(line, values[0] ? values[0] : "");
	return 1;
}

/* What one value of the copy is, as text. Caller frees; NULL: it cannot be read. */
static char *ask(sqlite3 *copy, const char *sql)
{
	char *line = NULL;

	sqlite3_exec(copy, sql, keep_first_line, &line, NULL);
	return line;
}

/* The copy itself is named, and what is said of it is not what is said of the database. */
static enum status refuse_copy(const char *from, sqlite3 *copy, int code, struct error *err)
{
	switch (code & 0xFF) {
	case SQLITE_NOTADB:
		return error_set(err, STATUS_INVALID,
			_("%s is no copy of a filo database. Nothing was changed"), from);
	case SQLITE_CORRUPT:
		return error_set(err, STATUS_INVALID,
			_("%s is damaged itself, so it was not restored: take an older copy"),
			from);
	default:
		return database_say(from, copy, code, err);
	}
}

static enum status check_copy(sqlite3 *copy, const char *from, struct error *err)
{
	char *application = ask(copy, "PRAGMA application_id");
	int code = application ? SQLITE_OK : sqlite3_errcode(copy);
	char *sound = ask(copy, "PRAGMA quick_check(1)");
	struct error why;
	enum status status;

	if (application && strtoll(application, NULL, 10) != DATABASE_APPLICATION_ID)
		code = SQLITE_NOTADB;
	else if (code == SQLITE_OK && (!sound || strcmp(sound, "ok") != 0))
		code = SQLITE_CORRUPT;
	free(application);
	free(sound);
	if (code != SQLITE_OK)
		return refuse_copy(from, copy, code, err);
	status = database_check_copy(copy, from, schema_versions, schema_version_count, &why);
	return status == STATUS_OK
		       ? STATUS_OK
		       : error_set(err, STATUS_INVALID,
				 _("%s was not restored, and all is as it was before: %s"), from,
				 why.message);
}

static int copy_all(sqlite3 *to, sqlite3 *from)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");
	int code;

	if (!backup)
		return sqlite3_errcode(to);
	do {
		code = sqlite3_backup_step(backup, -1);
		if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
			break;
	} while (code == SQLITE_OK);
	int ended = sqlite3_backup_finish(backup);
	return ended == SQLITE_OK && code != SQLITE_DONE ? code : ended;
}

/* A new file that holds what `from` does, made for what is at `path`. */
static enum status copy_to_file(
	sqlite3 *from, const char *part, const char *path, struct error *err)
{
	sqlite3 *to = NULL;
	int code = open_file(part, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, &to);

	if (code == SQLITE_OK)
		code = copy_all(to, from);
	if (code == SQLITE_OK)
		code = sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	enum status status = code == SQLITE_OK ? STATUS_OK : database_say(path, to, code, err);
	sqlite3_close(to);
	return status;
}

/* "filo.db.before-restore", or the first such name that is free. Caller frees. */
static char *name_beside(const char *path)
{
	struct strbuf name = STRBUF_INIT;

	strbuf_add_format(&name, "%s.before-restore", path);
	size_t len = name.len;
	for (int i = 2; access(name.data, F_OK) == 0; i++) {
		strbuf_truncate(&name, len);
		strbuf_add_format(&name, "-%d", i);
	}
	return strbuf_take(&name);
}

/* What `from` holds as a whole file under `name`, or none, made for what is at `path`. */
static enum status copy_to_path(
	sqlite3 *from, const char *name, const char *path, struct error *err)
{
	char *part = database_file_part(name, path, err);

	if (!part)
		return STATUS_IO;
	enum status status = copy_to_file(from, part, path, err);
	if (status == STATUS_OK)
		status = path_replace(part, name, err);
	if (status != STATUS_OK)
		database_file_drop_part(part);
	free(part);
	return status;
}

/* Of `from` a copy of our own in `part`, in which changes are counted on from where the file was:
 * by that its log is known as its own (log_look.c), at any moment. What was counted in the copy,
 * such as for the head of the queue, counts no more. */
static int copy_counting_on(sqlite3 *live, sqlite3 *from, const char *part, const char *counted)
{
	sqlite3 *own = NULL;
	char *sql = sqlite3_mprintf("UPDATE state SET change_count = %lld, snapshot_day = NULL",
		strtoll(counted, NULL, 10) + 1);
	int code = open_file(part, SQLITE_OPEN_READWRITE, &own);

	if (code == SQLITE_OK)
		code = copy_all(own, from);
	if (code == SQLITE_OK)
		code = sql ? sqlite3_exec(own, sql, NULL, NULL, NULL) : SQLITE_NOMEM;
	if (code == SQLITE_OK)
		code = copy_all(live, own);
	sqlite3_close(own);
	sqlite3_free(sql);
	return code;
}

/* What the copy holds, into the file that can be read. */
static enum status copy_into_live(
	const char *path, sqlite3 *live, sqlite3 *copy, int *code, struct error *err)
{
	char *counted = ask(live, "SELECT change_count FROM state");
	char *part = counted ? database_file_part(path, path, err) : NULL;
	enum status status = counted && !part ? STATUS_IO : STATUS_OK;

	if (status == STATUS_OK)
		*code = part ? copy_counting_on(live, copy, part, counted) : copy_all(live, copy);
	if (part)
		database_file_drop_part(part);
	free(part);
	free(counted);
	return status;
}

/* Into the file that is there, in one transaction: who has it open sees it as a change. */
static enum status take_in(
	const char *path, sqlite3 *copy, const char *beside, int *code, struct error *err)
{
	sqlite3 *live = NULL;
	enum status status = STATUS_OK;

	*code = open_file(path, SQLITE_OPEN_READWRITE, &live);
	if (*code == SQLITE_OK)
		*code = sqlite3_exec(live, "PRAGMA synchronous = FULL", NULL, NULL, NULL);
	if (*code == SQLITE_OK)
		/* Pages that nobody can make sense of are copied all the same. */
		status = copy_to_path(live, beside, path, err);
	if (*code == SQLITE_OK && status == STATUS_OK)
		status = copy_into_live(path, live, copy, code, err);
	if (*code != SQLITE_OK)
		status = database_say(path, live, *code, err);
	sqlite3_close(live);
	return status;
}

/* The file and its log get the other name, or the log alone. */
static enum status move_beside(const char *path, const char *beside, struct error *err)
{
	if (rename(path, beside) < 0 && errno != ENOENT)
		return error_set(
			err, STATUS_IO, _("%s cannot be written: %s"), path, strerror(errno));
	for (size_t i = 0; database_file_ends[i]; i++) {
		struct strbuf from = STRBUF_INIT, to = STRBUF_INIT;
		strbuf_add_format(&from, "%s%s", path, database_file_ends[i]);
		strbuf_add_format(&to, "%s%s", beside, database_file_ends[i]);
		rename(from.data, to.data);
		strbuf_fini(&from);
		strbuf_fini(&to);
	}
	return STATUS_OK;
}

/* Where SQLite makes nothing of what is there: that is moved away, as it is. The new file is whole
 * before. */
static enum status put_in_place(
	const char *path, sqlite3 *copy, const char *beside, struct error *err)
{
	struct strbuf fresh = STRBUF_INIT;

	strbuf_add_format(&fresh, "%s.restored", path);
	enum status status = copy_to_path(copy, fresh.data, path, err);
	if (status == STATUS_OK)
		status = move_beside(path, beside, err);
	if (status == STATUS_OK) {
		status = path_replace(fresh.data, path, err);
		if (status != STATUS_OK)
			move_beside(beside, path, NULL);
	}
	if (status != STATUS_OK)
		unlink(fresh.data);
	strbuf_fini(&fresh);
	return status;
}

static bool is_unreadable(int code)
{
	return code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_READONLY ||
	       code == SQLITE_CANTOPEN;
}

static enum status replace(const char *path, sqlite3 *copy, const char *beside, struct error *err)
{
	int code = SQLITE_NOTADB;
	struct stat info;
	enum status status = STATUS_IO;

	if (stat(path, &info) == 0 && info.st_size > 0 && !database_file_is_overtaken(path))
		status = take_in(path, copy, beside, &code, err);
	if (status != STATUS_OK && is_unreadable(code & 0xFF)) {
		unlink(beside); /* what of it could be read */
		status = put_in_place(path, copy, beside, err);
	}
	return status;
}

static enum status check_is_file(const char *from, struct error *err)
{
	struct stat info;

	if (access(from, R_OK) < 0 || stat(from, &info) < 0)
		return error_set(err, STATUS_IO, _("%s cannot be read: %s"), from, strerror(errno));
	if (!S_ISREG(info.st_mode))
		return error_set(err, STATUS_INVALID,
			_("%s is no copy of a filo database. Nothing was changed"), from);
	return STATUS_OK;
}

static enum status check_places(const char *path, const char *from, struct error *err)
{
	enum status status = database_file_check_owner(path, err);

	if (status != STATUS_OK && status != STATUS_NOT_FOUND)
		return status;
	char *why = status == STATUS_OK ? database_file_why_read_only(path) : NULL;
	if (why)
		status = error_set(err, STATUS_IO, "%s", why);
	else if (is_same_file(path, from))
		status = error_set(err, STATUS_INVALID,
			_("%s is the database itself: name a copy of it"), from);
	else
		status = check_is_file(from, err);
	free(why);
	return status;
}

/* Opens it as any program will: brought up to date, and looked at whether it is ours. */
static enum status try_out(const char *path, day_number today, struct error *err)
{
	struct store *store = NULL;
	enum status status = store_open(&store, path, today, err);

	store_close(store);
	return status;
}

/* What was there comes back, or nothing where there was nothing. */
static enum status go_back(const char *path, const char *beside)
{
	sqlite3 *copy = NULL;
	char *tried = name_beside(path);
	enum status status = STATUS_OK;

	if (access(beside, F_OK) < 0) {
		database_file_drop_log(path);
		status = unlink(path) == 0 ? STATUS_OK : STATUS_IO;
	} else if (open_copy(beside, &copy) == SQLITE_OK) {
		status = replace(path, copy, tried, NULL);
		if (status == STATUS_OK) {
			unlink(tried);
			unlink(beside);
		}
	} else {
		status = move_beside(beside, path, NULL);
	}
	sqlite3_close(copy);
	free(tried);
	return status;
}

/* It was put in place, and cannot be used: `why`. */
static enum status restore_undo(
	const char *path, const char *from, const char *beside, const char *why, struct error *err)
{
	if (go_back(path, beside) == STATUS_OK)
		return error_set(err, STATUS_INVALID,
			_("%s was not restored, and all is as it was before: %s"), from, why);
	return error_set(err, STATUS_IO,
		_("%s cannot be used, and what was there before could not be brought back: it is "
		  "in %s. The reason was: %s"),
		from, beside, why);
}

enum status store_restore(
	const char *path, const char *from, day_number today, char **beside, struct error *err)
{
	sqlite3 *copy = NULL;
	char *real = database_file_beside(path, "");
	enum status status = check_places(path, from, err);

	*beside = name_beside(real);
	if (status == STATUS_OK) {
		int code = open_copy(from, &copy);
		status = code == SQLITE_OK ? check_copy(copy, from, err)
					   : refuse_copy(from, copy, code, err);
	}
	if (status == STATUS_OK)
		status = replace(real, copy, *beside, err);
	sqlite3_close(copy);
	if (status == STATUS_OK) {
		struct error why;
		status = try_out(path, today, &why);
		if (status != STATUS_OK)
			status = restore_undo(real, from, *beside, why.message, err);
	}
	if (status != STATUS_OK || access(*beside, F_OK) < 0) {
		free(*beside);
		*beside = NULL;
	}
	free(real);
	return status;
}
