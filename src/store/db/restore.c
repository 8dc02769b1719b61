/* A copy taken into the database that is in use, with what was there laid beside first.
 * Not here: making a copy (backup.c). */
#include "filo/store/restore.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "filo/store/backup.h"
#include "filo/store/store.h"
#include "store/db/database.h"
#include "store/db/files.h"
#include "store/db/migrate.h"
#include "store/db/own_numbers.h"
#include "store/db/schema.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* How long another program's change is waited for. */
#define WAIT_MS 5000

/* Behind the name of what was there. */
#define BESIDE ".before-restore"

/* How often it is begun anew where another program was quicker. */
#define TRIES 100

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
	struct error why;
	enum status status;

	if (application && strtoll(application, NULL, 10) != DATABASE_APPLICATION_ID)
		code = SQLITE_NOTADB;
	else if (code == SQLITE_OK)
		code = database_look_through(copy);
	free(application);
	if (code != SQLITE_OK)
		return refuse_copy(from, copy, code, err);
	status = database_check_copy(copy, from, schema_versions, schema_version_count, &why);
	return status == STATUS_OK
		       ? STATUS_OK
		       : error_set(err, STATUS_INVALID,
				 _("%s was not restored, and all is as it was before: %s"), from,
				 why.message);
}

/* What its header says: each change is counted there where it has no log, which tells of them. */
static struct database_header restore_read_header(sqlite3 *db)
{
	unsigned char bytes[DATABASE_HEADER_BYTES] = { 0 };
	sqlite3_file *file = NULL;

	sqlite3_file_control(db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	if (file && file->pMethods)
		file->pMethods->xRead(file, bytes, sizeof bytes, 0);
	return database_header_read(bytes);
}

/* The file as it was when it was laid beside. */
struct laid {
	sqlite3 *other;   /* another connection to it */
	char *version;    /* as that one sees it, where it has a log */
	uint32_t changes; /* that its header counts, else */
	bool is_past;     /* another program has changed it since */
};

/* Nobody else can write to it now, nor, without a log, read it through SQLite. */
static bool is_as_laid(struct laid *laid)
{
	struct database_header header = restore_read_header(laid->other);

	if (!header.has_log) {
		laid->is_past = header.changes != laid->changes;
		return !laid->is_past;
	}
	char *version = ask(laid->other, "PRAGMA data_version");
	laid->is_past = !version || !laid->version || strcmp(version, laid->version) != 0;
	free(version);
	return !laid->is_past;
}

/* `laid`: of `to`; NULL: nobody else knows of that. SQLITE_BUSY when it is past. */
static int copy_all(sqlite3 *to, sqlite3 *from, struct laid *laid)
{
	sqlite3_backup *backup = sqlite3_backup_init(to, "main", from, "main");

	if (!backup)
		return sqlite3_errcode(to);
	int code = sqlite3_backup_step(backup, 0); /* takes the lock */
	if (code == SQLITE_OK && laid && !is_as_laid(laid))
		code = SQLITE_BUSY;
	while (code == SQLITE_OK)
		code = sqlite3_backup_step(backup, -1);
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
		code = copy_all(to, from, NULL);
	if (code == SQLITE_OK)
		code = sqlite3_exec(to, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	enum status status = code == SQLITE_OK ? STATUS_OK : database_say(path, to, code, err);
	sqlite3_close(to);
	return status;
}

/* What `from` holds as a whole file under the first name beside that is free, though another
 * restoring looks for one, too: *name, made for what is at `path`; NULL: none. Where files have one
 * name only, the last one wins. */
static enum status copy_to_free_name(
	sqlite3 *from, const char *path, const char *end, char **name, struct error *err)
{
	*name = store_backup_name(path, end);
	char *part = database_file_part(*name, path, err);
	enum status status = part ? copy_to_file(from, part, path, err) : STATUS_IO;

	do {
		free(*name);
		*name = store_backup_name(path, end);
	} while (status == STATUS_OK && link(part, *name) < 0 && errno == EEXIST);
	if (status == STATUS_OK) {
		status = path_replace(part, *name, err);
		if (status != STATUS_OK)
			unlink(*name);
	}
	if (part)
		database_file_drop_part(part); /* its first name, or all of it */
	free(part);
	if (status != STATUS_OK)
		memory_replace_string(name, NULL);
	return status;
}

/* The database that a copy is taken into. */
struct target {
	const char *path;
	char *beside; /* NULL: nothing is laid there */
	sqlite3 *live;
	struct laid laid;
};

/* While nobody else writes. */
static enum status lay_beside(struct target *target, sqlite3 *ready, int *code, struct error *err)
{
	memory_replace_string(&target->laid.version, NULL);
	target->laid.version = ask(target->laid.other, "PRAGMA data_version");
	target->laid.is_past = false;
	target->laid.changes = restore_read_header(target->laid.other).changes;
	/* Pages that nobody can make sense of are copied all the same. */
	enum status status =
		copy_to_free_name(target->live, target->path, BESIDE, &target->beside, err);
	if (status == STATUS_OK)
		*code = own_numbers_go_on(ready, target->path);
	return status;
}

static void target_drop_beside(struct target *target)
{
	if (target->beside)
		unlink(target->beside);
	memory_replace_string(&target->beside, NULL);
}

/* What another program has changed between the two is not beside: then it is laid beside again. */
static enum status take_in_at_once(
	struct target *target, sqlite3 *ready, int *code, struct error *err)
{
	enum status status = STATUS_OK;

	*code = sqlite3_exec(target->laid.other, "BEGIN IMMEDIATE", NULL, NULL, NULL);
	if (*code == SQLITE_OK)
		status = lay_beside(target, ready, code, err);
	sqlite3_exec(target->laid.other, "ROLLBACK", NULL, NULL, NULL);
	if (*code == SQLITE_OK && status == STATUS_OK)
		*code = copy_all(target->live, ready, &target->laid);
	return status;
}

/* Where a journal is deleted after each change, that it is gone has to be on the disk, too.
 * What is only opened to be read, or not at all, for want of something, is sound for all we know.
 */
static int target_open(struct target *target)
{
	int code = open_file(target->path, SQLITE_OPEN_READWRITE, &target->live);

	if (code == SQLITE_OK && sqlite3_db_readonly(target->live, "main") == 1)
		return SQLITE_IOERR;
	if (code == SQLITE_OK)
		code = sqlite3_exec(target->live, "PRAGMA synchronous = EXTRA", NULL, NULL, NULL);
	if (code == SQLITE_OK)
		code = open_file(target->path, SQLITE_OPEN_READWRITE, &target->laid.other);
	return code;
}

/* Which of the two connections has failed so. */
static sqlite3 *target_failed(const struct target *target, int code)
{
	sqlite3 *other = target->laid.other;

	return other && sqlite3_errcode(other) == code ? other : target->live;
}

/* Into the file that is there, in one transaction: who has it open sees it as a change. *beside: as
 * for store_restore; NULL when it fails. */
static enum status take_in(
	const char *path, sqlite3 *ready, char **beside, int *code, struct error *err)
{
	struct target target = { .path = path };
	enum status status = STATUS_OK;
	bool is_past = true;

	*code = target_open(&target);
	for (int tries = 1; *code == SQLITE_OK && status == STATUS_OK && is_past; tries++) {
		target_drop_beside(&target);
		status = take_in_at_once(&target, ready, code, err);
		is_past = target.laid.is_past;
		if (is_past && tries < TRIES)
			*code = SQLITE_OK;
	}
	if (*code != SQLITE_OK) {
		sqlite3 *failed = target_failed(&target, *code);
		status = database_say(path, failed, *code, err);
		if (database_is_want(database_system_reason(failed, *code)))
			*code = SQLITE_IOERR; /* no reason to move it away */
	}
	if (status != STATUS_OK)
		target_drop_beside(&target);
	*beside = target.beside;
	free(target.laid.version);
	sqlite3_close(target.laid.other);
	sqlite3_close(target.live);
	return status;
}

static enum status move_file(const char *from, const char *to, const char *path, struct error *err)
{
	return rename(from, to) == 0 || errno == ENOENT
		       ? STATUS_OK
		       : error_set(err, STATUS_IO, _("%s cannot be written: %s"), path,
				 strerror(errno));
}

/* A log with nothing in it, that nobody has open, goes (`has_log`). */
static enum status move_logs(
	const char *from, const char *to, bool has_log, const char *path, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; path_database_ends[i] && status == STATUS_OK; i++) {
		struct strbuf log = STRBUF_INIT, moved = STRBUF_INIT;
		strbuf_add_format(&log, "%s%s", from, path_database_ends[i]);
		strbuf_add_format(&moved, "%s%s", to, path_database_ends[i]);
		if (has_log || !strcmp(path_database_ends[i], "-journal"))
			status = move_file(log.data, moved.data, path, err);
		else
			unlink(log.data);
		strbuf_fini(&log);
		strbuf_fini(&moved);
	}
	return status;
}

/* The file and its log get the other name, or the log alone. Never is there the file without its
 * log, which would be taken for all there is. */
static enum status move_beside(const char *path, const char *beside, struct error *err)
{
	bool has_log = database_file_has_log(path) || database_file_is_open(path);
	enum status status = move_file(path, beside, path, err);

	return status == STATUS_OK ? move_logs(path, beside, has_log, path, err) : status;
}

static enum status put_back(const char *beside, const char *path, struct error *err)
{
	enum status status = move_logs(beside, path, true, path, err);

	return status == STATUS_OK ? move_file(beside, path, path, err) : status;
}

/* Where SQLite makes nothing of what is there: that is moved away, as it is. The new file is whole
 * before, and stays beside where nothing is left in its place (database_file_check). */
static enum status put_in_place(
	const char *path, sqlite3 *copy, const char *beside, struct error *err)
{
	char *fresh;
	enum status status = copy_to_free_name(copy, path, DATABASE_RESTORED, &fresh, err);

	if (status != STATUS_OK)
		return status;
	status = move_beside(path, beside, err);
	if (status == STATUS_OK)
		status = path_replace(fresh, path, err);
	if (status != STATUS_OK && put_back(beside, path, NULL) == STATUS_OK)
		unlink(fresh);
	else if (status != STATUS_OK)
		database_file_check(path, err);
	free(fresh);
	return status;
}

/* Of one that was interrupted. */
static void drop_restored(const char *path, const char *from)
{
	char *left = database_file_beside(path, DATABASE_RESTORED);

	if (!is_same_file(left, from))
		unlink(left);
	free(left);
}

static bool is_unreadable(int code)
{
	return code == SQLITE_NOTADB || code == SQLITE_CORRUPT || code == SQLITE_READONLY ||
	       code == SQLITE_CANTOPEN;
}

static enum status replace(const char *path, sqlite3 *copy, char **beside, struct error *err)
{
	int code = SQLITE_NOTADB;
	struct stat info;
	enum status status = STATUS_IO;

	*beside = NULL;
	if (stat(path, &info) == 0 && info.st_size > 0 && !database_file_overtaken(path))
		status = take_in(path, copy, beside, &code, err);
	if (status != STATUS_OK && is_unreadable(code & 0xFF)) {
		*beside = store_backup_name(path, BESIDE);
		status = put_in_place(path, copy, *beside, err);
	}
	return status;
}

static enum status check_is_file(const char *from, struct error *err)
{
	struct stat info;

	if (access(from, R_OK) < 0 || stat(from, &info) < 0)
		return error_set(err, STATUS_IO,
			errno == ENOENT
				? _("%s cannot be read: %s. It must be a copy of the database; "
				    "who was deleted comes back with filo trash --restore")
				: _("%s cannot be read: %s"),
			from, strerror(errno));
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

/* What is wrong with the part is said of the copy that it was made of. */
static enum status restore_refuse(
	const char *part, const char *from, const struct error *why, struct error *err)
{
	const char *at = strstr(why->message, part);
	struct strbuf said = STRBUF_INIT;

	strbuf_add(&said, why->message);
	if (at)
		strbuf_splice(&said, (size_t)(at - why->message), strlen(part), from, strlen(from));
	enum status status = error_set(err, STATUS_INVALID,
		_("%s was not restored, and all is as it was before: %s"), from, said.data);
	strbuf_fini(&said);
	return status;
}

/* Opens it as any program will: brought up to date, and looked at whether it is ours. What it was
 * before lies in the copy already. */
static enum status try_out(const char *part, const char *from, day_number today, struct error *err)
{
	struct store *store = NULL;
	struct error why;
	enum status status = database_open_part(&store, part, today, &why);

	store_close(store);
	return status == STATUS_OK ? STATUS_OK : restore_refuse(part, from, &why, err);
}

/* A whole file of our own that any program could open, before anything is changed. */
static enum status make_ready(sqlite3 *copy, const char *part, const char *path, const char *from,
	day_number today, sqlite3 **ready, struct error *err)
{
	enum status status = copy_to_file(copy, part, path, err);

	if (status == STATUS_OK)
		status = try_out(part, from, today, err);
	if (status != STATUS_OK)
		return status;
	int code = open_file(part, SQLITE_OPEN_READWRITE, ready);
	if (code == SQLITE_OK)
		code = sqlite3_exec(*ready, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
	return code == SQLITE_OK ? STATUS_OK : database_say(path, *ready, code, err);
}

static enum status restore_copy(const char *path, sqlite3 *copy, const char *from, day_number today,
	char **beside, struct error *err)
{
	char *part = database_file_part(path, path, err);
	sqlite3 *ready = NULL;

	if (!part)
		return STATUS_IO;
	enum status status = make_ready(copy, part, path, from, today, &ready, err);
	if (status == STATUS_OK)
		status = replace(path, ready, beside, err);
	if (status == STATUS_OK)
		drop_restored(path, from);
	sqlite3_close(ready);
	database_file_drop_part(part);
	free(part);
	return status;
}

enum status store_restore(
	const char *path, const char *from, day_number today, char **beside, struct error *err)
{
	sqlite3 *copy = NULL;
	char *real = database_file_beside(path, "");
	enum status status = check_places(path, from, err);

	database_set_up_process();
	*beside = NULL;
	if (status == STATUS_OK) {
		int code = open_copy(from, &copy);
		status = code == SQLITE_OK ? check_copy(copy, from, err)
					   : refuse_copy(from, copy, code, err);
	}
	if (status == STATUS_OK)
		status = restore_copy(real, copy, from, today, beside, err);
	sqlite3_close(copy);
	if (status != STATUS_OK || access(*beside, F_OK) < 0)
		memory_replace_string(beside, NULL);
	free(real);
	return status;
}
