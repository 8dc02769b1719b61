/* XDG folders, and files that are replaced whole or not at all.
 * Not here: the database's own checks (store/db/files.c). */
#include "filo/base/paths.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/process.h"
#include "filo/base/strbuf.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

char *path_executable(const char *folder, size_t len, const char *name)
{
	struct strbuf path = STRBUF_INIT;

	strbuf_add_bytes(&path, folder, len);
	strbuf_add_format(&path, "/%s", name);
	if (len && !access(path.data, X_OK))
		return strbuf_take(&path);
	strbuf_fini(&path);
	return NULL;
}

char *path_of_command(const char *name)
{
	const char *at = getenv("PATH");
	char *found = NULL;

	if (strchr(name, '/'))
		return access(name, X_OK) ? NULL : memory_copy_string(name);
	while (at && *at && !found) {
		size_t len = strcspn(at, ":");
		found = path_executable(at, len, name);
		at += len + (at[len] == ':');
	}
	return found;
}

static char *path_in(const char *variable, const char *below_home, const char *name)
{
	struct strbuf path = STRBUF_INIT;
	const char *base = getenv(variable);
	const char *home = getenv("HOME");

	if (base && *base == '/')
		strbuf_add_format(&path, "%s/filo/%s", base, name);
	else
		strbuf_add_format(
			&path, "%s/%s/filo/%s", home && *home ? home : ".", below_home, name);
	return strbuf_take(&path);
}

char *path_in_data(const char *name)
{
	return path_in("XDG_DATA_HOME", ".local/share", name);
}

char *path_in_config(const char *name)
{
	return path_in("XDG_CONFIG_HOME", ".config", name);
}

char *path_folder(const char *path)
{
	const char *slash = strrchr(path, '/');

	if (!slash)
		return memory_copy_string(".");
	return memory_copy_bytes(path, slash == path ? 1 : (size_t)(slash - path));
}

const char *path_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash[1] ? slash + 1 : path;
}

char *path_of_program(void)
{
	char program[PATH_MAX];
	ssize_t len = readlink("/proc/self/exe", program, sizeof program - 1);

	if (len <= 0)
		return NULL;
	program[len] = '\0';
	return path_folder(program);
}

/* Symbolic links followed at most, as the system does. */
#define LINKS_MAX 40

char *path_behind_links(const char *path)
{
	char *name = memory_copy_string(path);
	char to[PATH_MAX];

	for (int links = 0; links < LINKS_MAX; links++) {
		ssize_t len = readlink(name, to, sizeof to - 1);
		if (len < 0)
			break;
		struct strbuf next = STRBUF_INIT;
		char *folder = path_folder(name);
		to[len] = '\0';
		strbuf_add_format(&next, *to == '/' ? "%.0s%s" : "%s/%s", folder, to);
		free(folder);
		free(name);
		name = strbuf_take(&next);
	}
	return name;
}

enum status path_make_folder(const char *folder, struct error *err)
{
	char *path = memory_copy_string(folder);
	enum status status = STATUS_OK;

	for (char *slash = path; slash && status == STATUS_OK;) {
		slash = strchr(slash + 1, '/');
		if (slash)
			*slash = '\0';
		if (mkdir(path, 0700) == 0)
			chmod(path, 0700); /* whatever the umask takes away */
		else if (errno != EEXIST && errno != EISDIR)
			status = error_set(err, STATUS_IO, _("The folder %s cannot be created: %s"),
				path, strerror(errno));
		if (slash)
			*slash = '/';
	}
	free(path);
	return status;
}

static int sync_path(const char *path, int flags)
{
	int fd = open(path, flags | O_CLOEXEC);
	int result = fd < 0 ? -1 : fsync(fd);

	if (fd >= 0)
		close(fd);
	return result;
}

static enum status refuse_to_write(const char *path, struct error *err)
{
	return error_set(
		err, STATUS_IO, _("%s cannot be written: %s"), path, strerror(errno ? errno : EIO));
}

enum status path_replace(const char *beside, const char *path, struct error *err)
{
	if (sync_path(beside, O_RDONLY) < 0 || rename(beside, path) < 0)
		return refuse_to_write(path, err);
	/* Some file systems cannot sync a folder; the file is in place all the same. But on a disk
	 * that fails it may not be there tomorrow. */
	char *folder = path_folder(path);
	bool is_kept = sync_path(folder, O_RDONLY | O_DIRECTORY) == 0 || errno != EIO;
	free(folder);
	return is_kept ? STATUS_OK : refuse_to_write(path, err);
}

/* Before the name of the program that writes it. */
#define PART ".filo-part-"
/* Nothing is written for so long. */
#define PART_SECONDS 86400

/* Who writes "filo.vcf.filo-part-4711-83521-1b9d6bcd", maybe with what SQLite lays beside, goes to
 * `writer`. False: it is somebody's own file. */
static bool part_writer(const char *name, char writer[64])
{
	const char *part = strstr(name, PART);
	int end = 0;

	if (part)
		sscanf(part + sizeof PART - 1, "%*[0-9]-%*[0-9]-%*8[0-9a-f]%n", &end);
	if (!end || end >= 64)
		return false;
	memcpy(writer, part + sizeof PART - 1, (size_t)end);
	writer[end] = '\0';
	return true;
}

/* Of a program elsewhere, which has the folder too, or from before the machine was started, only
 * its age tells. */
static bool is_left_over(const char *name, const struct stat *info)
{
	char writer[64];

	if (!part_writer(name, writer))
		return false;
	return process_is_of_here(writer) ? !process_runs(writer)
					  : info->st_mtime < time(NULL) - PART_SECONDS;
}

void path_sweep_parts(const char *path)
{
	char *folder = path_folder(path);
	DIR *dir = opendir(folder);
	const struct dirent *entry;
	struct stat info;

	while (dir && (entry = readdir(dir)))
		if (strstr(entry->d_name, PART) &&
			fstatat(dirfd(dir), entry->d_name, &info, AT_SYMLINK_NOFOLLOW) == 0 &&
			S_ISREG(info.st_mode) && info.st_uid == geteuid() &&
			is_left_over(entry->d_name, &info))
			unlinkat(dirfd(dir), entry->d_name, 0);
	if (dir)
		closedir(dir);
	free(folder);
}

bool path_holds_database(const char *path)
{
	static const char magic[] = "SQLite format 3";
	char head[sizeof magic] = "";
	struct stat present;
	FILE *file = !stat(path, &present) && S_ISREG(present.st_mode) ? fopen(path, "re") : NULL;

	if (!file)
		return false;
	size_t got = fread(head, 1, sizeof head, file);
	fclose(file);
	return got == sizeof head && !memcmp(head, magic, sizeof magic);
}

const char *const path_database_ends[] = { "-wal", "-shm", "-journal", NULL };

char *path_database_beside(const char *path)
{
	char *file = path_behind_links(path);
	size_t len = strlen(file);

	for (size_t i = 0; path_database_ends[i]; i++) {
		size_t end = strlen(path_database_ends[i]);
		if (end >= len || strcmp(file + len - end, path_database_ends[i]) != 0)
			continue;
		file[len - end] = '\0';
		return file;
	}
	free(file);
	return NULL;
}

bool path_is_of_database(const char *path)
{
	char *database = path_database_beside(path);
	bool is_of_one = database || path_holds_database(path);

	free(database);
	return is_of_one;
}

bool path_is_terminal(const char *path)
{
	struct stat info;
	/* A pipe is not opened: closing it again would end it for who reads it. */
	bool may_be = !stat(path, &info) && S_ISCHR(info.st_mode);
	int fd = may_be ? open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_CLOEXEC) : -1;
	bool is_terminal = fd >= 0 && isatty(fd);

	if (fd >= 0)
		close(fd);
	return is_terminal;
}

static char *part_name(const char *path)
{
	struct strbuf name = STRBUF_INIT;

	path_sweep_parts(path);
	strbuf_add_format(&name, "%s" PART, path);
	process_name(&name);
	return strbuf_take(&name);
}

int path_open_part(const char *path, char **part)
{
	*part = part_name(path);
	int fd = open(*part, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd >= 0)
		fchmod(fd, 0600); /* whatever the umask takes away */
	return fd;
}

#define OPEN_FILES "/proc/self/fd"

/* A file without a name: however the program ends, it is gone. -1: this file system has none. */
static int open_unnamed(const char *path)
{
	char *folder = path_folder(path);
	int fd = access(OPEN_FILES, X_OK) ? -1
					  : open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0600);

	free(folder);
	return fd;
}

/* A temporary name in the same folder, until the rename. */
static bool give_name(struct file_writer *writer, const char *path)
{
	struct strbuf open_file = STRBUF_INIT;
	char *part = part_name(path);

	strbuf_add_format(&open_file, OPEN_FILES "/%d", fileno(writer->file));
	bool is_done = !linkat(AT_FDCWD, open_file.data, AT_FDCWD, part, AT_SYMLINK_FOLLOW);
	if (is_done)
		writer->beside = part;
	else
		free(part);
	strbuf_fini(&open_file);
	return is_done;
}

static int open_named(struct file_writer *writer)
{
	int fd = path_open_part(writer->path, &writer->beside);

	if (fd < 0) {
		free(writer->beside);
		writer->beside = NULL;
	}
	return fd;
}

/* A file to take the place of writer->path, with its permissions; a new one is the owner's alone.
 */
static FILE *open_beside(struct file_writer *writer, const struct stat *present)
{
	int fd = open_unnamed(writer->path);

	writer->is_unnamed = fd >= 0;
	if (fd < 0)
		fd = open_named(writer);
	if (fd >= 0 && present)
		fchmod(fd, present->st_mode & 0777);
	return fd >= 0 ? fdopen(fd, "w") : NULL;
}

enum status file_writer_begin(struct file_writer *writer, const char *path, struct error *err)
{
	struct stat present;

	*writer = (struct file_writer){ .file = NULL };
	if (!strcmp(path, "-")) {
		writer->file = stdout;
		return STATUS_OK;
	}
	bool exists = !stat(path, &present);
	if (!exists && errno == ELOOP)
		return refuse_to_write(path, err);
	/* Through a symbolic link it is the file behind it that is replaced, or made. */
	writer->path = path_behind_links(path);
	/* A device or a pipe is written to: nothing can take its place. */
	if (exists && !S_ISREG(present.st_mode))
		writer->file = fopen(path, "we");
	else
		writer->file = open_beside(writer, exists ? &present : NULL);
	if (writer->file)
		return STATUS_OK;
	refuse_to_write(path, err);
	file_writer_abort(writer);
	return STATUS_IO;
}

enum status file_writer_commit(struct file_writer *writer, struct error *err)
{
	const char *path = writer->path ? writer->path : _("the standard output");
	enum status status = STATUS_OK;

	errno = 0;
	if (fflush(writer->file) != 0 || ferror(writer->file) ||
		(writer->is_unnamed && !give_name(writer, path)))
		status = refuse_to_write(path, err);
	if (status == STATUS_OK && writer->beside)
		status = path_replace(writer->beside, path, err);
	if (status == STATUS_OK && writer->beside)
		writer->beside[0] = '\0';
	file_writer_abort(writer);
	return status;
}

void file_writer_abort(struct file_writer *writer)
{
	if (writer->path && writer->file)
		fclose(writer->file);
	if (writer->beside && *writer->beside)
		unlink(writer->beside);
	free(writer->path);
	free(writer->beside);
	*writer = (struct file_writer){ .file = NULL };
}
