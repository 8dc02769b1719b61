/* Whose the files of a database are: its own, what lies beside it, and its folder.
 * Not here: opening them (store.c). */
#include "store/db/files.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "filo/base/strbuf.h"
#include "store/db/journal_look.h"
#include "store/db/log_look.h"
#include "store/db/page_look.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

char *database_file_beside(const char *path, const char *end)
{
	struct strbuf name = STRBUF_INIT;
	char *real = realpath(path, NULL);

	if (!real)
		real = path_behind_links(path); /* to no file yet */
	strbuf_add_format(&name, "%s%s", real, end);
	free(real);
	return strbuf_take(&name);
}

static enum status check_owner(const char *path, const struct stat *info, struct error *err)
{
	if (info->st_uid != geteuid())
		return error_set(err, STATUS_IO,
			_("%s belongs to somebody else: open it as its owner, or copy it first"),
			path);
	if (info->st_mode & S_IWOTH)
		return error_set(err, STATUS_IO,
			_("Anybody on this machine can write to %s: run chmod 600 on it first"),
			path);
	return STATUS_OK;
}

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
	enum status status = check_owner(path, &info, err);
	if (status == STATUS_OK && faccessat(AT_FDCWD, path, R_OK, AT_EACCESS) < 0)
		status = error_set(
			err, STATUS_IO, _("%s cannot be read: %s"), path, strerror(errno));
	return status;
}

/* What SQLite would read as part of the database. */
static enum status check_beside(const char *path, const char *end, struct error *err)
{
	char *name = database_file_beside(path, end);
	struct stat info;
	enum status status = STATUS_OK;

	if (lstat(name, &info) == 0)
		status = S_ISREG(info.st_mode)
				 ? check_owner(name, &info, err)
				 : error_set(err, STATUS_IO,
					   _("%s is no file, but stands where the log of the "
					     "database goes: remove it first"),
					   name);
	free(name);
	return status;
}

/* In a folder of somebody else's, or open to all, another file can be put in its place. */
static enum status check_folder(const char *path, struct error *err)
{
	char *name = database_file_beside(path, "");
	char *folder = path_folder(name);
	struct stat info;
	enum status status = STATUS_OK;

	if (stat(folder, &info) < 0)
		status = STATUS_OK; /* said where the file is opened or made */
	else if (info.st_uid != geteuid() && info.st_uid != 0 && geteuid() != 0)
		status = error_set(err, STATUS_IO,
			_("The folder %s belongs to somebody else, who could exchange %s: keep it "
			  "in one of your own"),
			folder, path);
	else if ((info.st_mode & S_IWOTH) && !(info.st_mode & S_ISVTX))
		status = error_set(err, STATUS_IO,
			_("Anybody on this machine can write to the folder %s: run chmod o-w on it "
			  "first"),
			folder);
	free(folder);
	free(name);
	return status;
}

/* SQLite would take it for the log of the other one. What has been a database under such a name,
 * with no other one there, can be opened all the same. */
static enum status check_is_none_beside(const char *path, struct error *err)
{
	char *database = path_database_beside(path);
	enum status status = STATUS_OK;

	if (database && (path_holds_database(database) || !path_holds_database(path)))
		status = error_set(err, STATUS_INVALID,
			_("%s would be taken for a part of a database named %s: name another file "
			  "with --db, with another ending"),
			path, database);
	free(database);
	return status;
}

enum status database_file_check_owner(const char *path, struct error *err)
{
	enum status found = check_is_none_beside(path, err);
	if (found == STATUS_OK)
		found = check_file(path, err);
	enum status status =
		found == STATUS_OK || found == STATUS_NOT_FOUND ? check_folder(path, err) : found;

	for (size_t i = 0; path_database_ends[i] && status == STATUS_OK; i++)
		status = check_beside(path, path_database_ends[i], err);
	return status == STATUS_OK ? found : status;
}

/* A log with changes in it, and nothing, or an empty file, that they are of. To SQLite one of a
 * single byte is empty, too. */
static enum status check_is_not_lost(const char *path, enum status found, struct error *err)
{
	struct stat info;

	if ((found != STATUS_OK && found != STATUS_NOT_FOUND) || !database_file_has_log(path) ||
		(stat(path, &info) == 0 && info.st_size > 1))
		return found;
	return error_set(err, STATUS_IO,
		_("%s is gone or empty, but its last changes still lie beside it, in %s-wal. "
		  "Nothing was touched: put it back, or restore a copy with filo restore; to begin "
		  "anew, move %s-wal away"),
		path, path, path);
}

/* SQLite removes what it takes for the journal of a file that is not there. */
static enum status check_is_none_removed(const char *path, enum status found, struct error *err)
{
	char *name = database_file_beside(path, "-journal");
	struct stat info;

	if (found == STATUS_NOT_FOUND && stat(name, &info) == 0 && info.st_size > 0)
		found = error_set(err, STATUS_IO,
			_("%s would be taken for a part of the database %s, which is not there, "
			  "and removed: move it away, or name another file with --db"),
			name, path);
	free(name);
	return found;
}

/* What was there lies beside, and what takes its place does, too: a new one in between would seem
 * to have lost everything. */
static enum status check_is_none_between(const char *path, enum status found, struct error *err)
{
	char *name = database_file_beside(path, DATABASE_RESTORED);

	if (found == STATUS_NOT_FOUND && access(name, F_OK) == 0)
		found = error_set(err, STATUS_IO,
			_("%s is not there, but %s lies beside it, as where restoring is "
			  "interrupted. Give filo restore once more; to begin anew, move %s away"),
			path, name, name);
	free(name);
	return found;
}

enum status database_file_check(const char *path, struct error *err)
{
	enum status status = check_is_not_lost(path, database_file_check_owner(path, err), err);

	status = check_is_none_removed(path, status, err);
	status = check_is_none_between(path, status, err);
	const char *end = status == STATUS_OK ? database_file_overtaken(path) : NULL;

	return end ? error_set(err, STATUS_IO,
			     _("%s was copied over a database whose last changes still lie beside "
			       "it, in %s%s. Nothing was touched: restore the copy with filo "
			       "restore"),
			     path, path, end)
		   : status;
}

enum status database_file_create(const char *path, struct error *err)
{
	char *usual = path_in_data("filo.db");
	char *name = database_file_beside(path, "");
	char *folder = path_folder(name);
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
	free(name);
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

char *database_file_part(const char *file, const char *path, struct error *err)
{
	char *part;
	int fd = path_open_part(file, &part);

	if (fd < 0) {
		error_set(err, STATUS_IO, _("%s cannot be written: %s"), path, strerror(errno));
		free(part);
		return NULL;
	}
	close(fd);
	return part;
}

#define HAS_SECOND_NAME                                                                            \
	N_("%s has a second name (a hard link), under which another program could change it "      \
	   "unseen: copy it to change it")

enum status database_file_refuse_second_name(const char *path, struct error *err)
{
	return error_set(err, STATUS_DATABASE, _(HAS_SECOND_NAME), path);
}

char *database_file_why_read_only(const char *path)
{
	char *name = database_file_beside(path, "");
	char *folder = path_folder(name);
	struct strbuf why = STRBUF_INIT;
	struct stat info;

	if (faccessat(AT_FDCWD, path, W_OK, AT_EACCESS) < 0 && errno == EROFS)
		strbuf_add_format(
			&why, _("%s is on a read-only disk: copy it elsewhere to change it"), path);
	else if (!is_writable(path))
		strbuf_add_format(
			&why, _("%s is read-only: run chmod u+w on it to change it"), path);
	else if (stat(path, &info) == 0 && info.st_nlink > 1)
		strbuf_add_format(&why, _(HAS_SECOND_NAME), path);
	else if (!is_writable(folder))
		strbuf_add_format(&why,
			_("%s is in a read-only folder: copy it elsewhere to change it"), path);
	free(folder);
	free(name);
	return why.len ? strbuf_take(&why) : NULL;
}

void database_file_unlock_beside(const char *path)
{
	struct stat info;

	for (size_t i = 0; path_database_ends[i]; i++) {
		char *name = database_file_beside(path, path_database_ends[i]);
		if (is_locked(name) && lstat(name, &info) == 0 && S_ISREG(info.st_mode))
			chmod(name, info.st_mode | S_IWUSR);
		free(name);
	}
}

char *database_file_immutable_uri(const char *path)
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

bool database_file_has_log(const char *path)
{
	char *log = database_file_beside(path, "-wal");
	struct stat info;
	bool has_log = stat(log, &info) == 0 && info.st_size > 0;

	free(log);
	return has_log;
}

/* It holds one of the locks SQLite takes, at 1 GiB. */
bool database_file_is_open(const char *path)
{
	struct flock lock = {
		.l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = 0x40000000, .l_len = 512
	};
	int fd = open(path, O_RDONLY | O_CLOEXEC);

	if (fd < 0)
		return false;
	bool is_held = fcntl(fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK;
	close(fd);
	return is_held;
}

bool database_file_is_left(const char *path, int beside)
{
	struct stat info;

	return !database_file_is_open(path) && fstat(beside, &info) == 0 && info.st_nlink > 0;
}

void database_file_drop_log(const char *path)
{
	for (size_t i = 0; path_database_ends[i]; i++) {
		char *name = database_file_beside(path, path_database_ends[i]);
		unlink(name);
		free(name);
	}
}

void database_file_drop_part(const char *part)
{
	database_file_drop_log(part);
	unlink(part);
}

struct database_header database_header_read(const unsigned char *bytes)
{
	const unsigned char *versions = bytes + DATABASE_HEADER_VERSIONS_AT;

	return (struct database_header){ .has_log = versions[0] == 2 && versions[1] == 2,
		.changes = page_number(bytes + 24) };
}

static bool database_file_is_copy(const char *path)
{
	unsigned char versions[2] = { 0 };
	int fd = database_file_has_log(path) ? open(path, O_RDONLY | O_CLOEXEC) : -1;

	if (fd < 0)
		return false;
	bool is_read = pread(fd, versions, sizeof versions, DATABASE_HEADER_VERSIONS_AT) ==
		       sizeof versions;
	close(fd);
	return is_read && versions[0] == 1 && versions[1] == 1;
}

const char *database_file_overtaken(const char *path)
{
	if (database_file_is_copy(path) || log_is_of_another(path))
		return "-wal";
	return journal_is_of_another(path) ? "-journal" : NULL;
}
