/* What a file or a folder looks like from outside.
 * Not here: reading it (exchange/history/reader.c), keeping its stamp (import_remember.c). */
#include "filo/exchange/import_stamp.h"

#include "exchange/hash.h"
#include "filo/base/strbuf.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#define DEPTH_MAX 24 /* as filo-read goes */

/* What was changed so lately may be changed again under the same time: file systems count in
 * seconds, or two. */
#define JUST_NOW_SECONDS 3

struct stamping {
	uint64_t sum; /* whatever the order of the files */
	int64_t newest;
	bool is_sure;
};

static void stamp_add(struct stamping *stamping, const char *path, const struct stat *info)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, "%s\n%llu %lld %lld.%09ld %lld.%09ld", path,
		(unsigned long long)info->st_ino, (long long)info->st_size,
		(long long)info->st_mtim.tv_sec, info->st_mtim.tv_nsec,
		(long long)info->st_ctim.tv_sec, info->st_ctim.tv_nsec);
	stamping->sum += exchange_hash(EXCHANGE_HASH_START, text.data);
	if (info->st_mtim.tv_sec > stamping->newest)
		stamping->newest = info->st_mtim.tv_sec;
	strbuf_fini(&text);
}

static void stamp_walk(struct stamping *stamping, int folder_fd, const char *path, int depth);

static void stamp_entry(struct stamping *stamping, int folder_fd, const char *folder,
	const char *name, bool is_of_maildir, int depth)
{
	struct strbuf path = STRBUF_INIT;
	struct stat info;
	int fd = -1;

	if (!stamping->is_sure)
		return; /* nor will it be: folders in folders without end */
	strbuf_add_format(&path, "%s/%s", folder, name);
	if (fstatat(folder_fd, name, &info, 0))
		stamping->is_sure = false;
	else if (S_ISREG(info.st_mode) || (is_of_maildir && S_ISDIR(info.st_mode)))
		stamp_add(stamping, path.data, &info);
	else if (S_ISDIR(info.st_mode)) {
		fd = openat(folder_fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		stamp_walk(stamping, fd, path.data, depth + 1);
	}
	strbuf_fini(&path);
}

static bool stamp_has_folder(int folder_fd, const char *name)
{
	struct stat info;

	return !fstatat(folder_fd, name, &info, 0) && S_ISDIR(info.st_mode);
}

/* The index of a program for mail, and what is hidden, is not read. */
static bool stamp_leaves_out(const char *name, bool is_in_maildir)
{
	if (is_in_maildir && !strcmp(name, "tmp"))
		return true;
	if (!strcmp(name, ".") || !strcmp(name, ".."))
		return true;
	return *name == '.' &&
	       (!is_in_maildir || !strcmp(name, ".notmuch") || !strcmp(name, ".mu"));
}

/* Takes `folder_fd`. */
static void stamp_walk(struct stamping *stamping, int folder_fd, const char *path, int depth)
{
	DIR *folder = folder_fd >= 0 && depth <= DEPTH_MAX ? fdopendir(folder_fd) : NULL;
	const struct dirent *entry;

	if (!folder) {
		stamping->is_sure = false;
		if (folder_fd >= 0)
			close(folder_fd);
		return;
	}
	bool is_maildir = stamp_has_folder(folder_fd, "cur") && stamp_has_folder(folder_fd, "new");
	while ((entry = readdir(folder))) {
		const char *name = entry->d_name;
		bool is_of_maildir = is_maildir && (!strcmp(name, "cur") || !strcmp(name, "new"));
		if (!stamp_leaves_out(name, is_maildir))
			stamp_entry(stamping, folder_fd, path, name, is_of_maildir, depth);
	}
	closedir(folder);
}

static void stamp_folder(const char *path, struct import_stamp *stamp)
{
	struct stamping stamping = { .is_sure = true };

	/* Under whatever name the folder is given, what is in it is the same. */
	stamp_walk(&stamping, open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), "", 0);
	bool is_known = stamping.is_sure && stamping.newest < time(NULL) - JUST_NOW_SECONDS;
	stamp->size = is_known ? (int64_t)(stamping.sum >> 1) : -1;
	stamp->mtime = is_known ? stamping.newest : -1;
}

bool import_stamp_take(const char *path, struct import_stamp *stamp)
{
	struct stat info;

	if (stat(path, &info))
		return false;
	*stamp = (struct import_stamp){
		.size = info.st_size, .mtime = info.st_mtime, .is_folder = S_ISDIR(info.st_mode)
	};
	if (stamp->is_folder)
		stamp_folder(path, stamp);
	return true;
}

bool import_stamp_is_same(const struct import_stamp *stamp, const struct import_source *source)
{
	return stamp->size >= 0 && stamp->size == source->size && stamp->mtime == source->mtime;
}
