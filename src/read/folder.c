/* Walking folders.
 * Not here: archives (archive.c). */
#include "read/folder.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "read/maildir.h"
#include "read/names.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { DEPTH_MAX = 24, LIST_MAX = 1000000 };

/* Where one is, to know a folder that leads back to one above it. */
struct folder_above {
	const struct folder_above *above; /* NULL: the first */
	dev_t device;
	ino_t inode;
	int depth;
};

static void folder_walk(
	struct reading *reading, int folder_fd, const char *path, const struct folder_above *above);

static void folder_problem(struct reading *reading, const char *path, const char *what)
{
	const char *before = reading->records->file;

	reading->records->file = path;
	records_problem(reading->records, what, 0);
	reading->records->file = before;
}

/* What the system says, in the sentences that records have. */
static const char *folder_why(int error)
{
	switch (error) {
	case ENOENT:
		return N_("there is no such file");
	case EACCES:
	case EPERM:
		return N_("it may not be read");
	case ELOOP:
		return N_("its links go round in a circle");
	default:
		return N_("it cannot be opened");
	}
}

static void folder_say_unknown(struct reading *reading, const char *path, bool is_asked)
{
	const char *before = reading->records->file;

	if (!is_asked) {
		records_left_out(reading->records, N_("files of other kinds"), 1);
		return;
	}
	reading->records->file = path;
	records_unknown(reading->records, N_("it is in no format that is known"));
	reading->records->file = before;
}

static void folder_read_file(
	struct reading *reading, int folder_fd, const char *name, const char *path, bool is_asked)
{
	struct stream stream;

	if (stream_open_file(&stream, folder_fd, name, path, NULL) != STATUS_OK) {
		folder_problem(reading, path, folder_why(errno));
		return;
	}
	size_t len;
	stream_head(&stream, &len);
	if (is_asked && !len)
		folder_problem(reading, path, N_("it is empty"));
	else if (!formats_read(reading, &stream))
		folder_say_unknown(reading, path, is_asked);
	stream_close(&stream);
}

static void folder_read_entry(struct reading *reading, int folder_fd, const char *folder,
	const char *name, const struct folder_above *here)
{
	struct strbuf path = STRBUF_INIT;
	struct stat about;

	strbuf_add_format(&path, "%s/%s", folder, name);
	if (fstatat(folder_fd, name, &about, 0) != 0) {
		folder_problem(reading, path.data, folder_why(errno));
	} else if (S_ISDIR(about.st_mode)) {
		int fd = openat(folder_fd, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		if (fd < 0)
			folder_problem(reading, path.data, folder_why(errno));
		else
			folder_walk(reading, fd, path.data, here);
	} else if (S_ISREG(about.st_mode) && names_are_cards(name)) {
		records_left_out(reading->records,
			N_("address cards in a folder or zip; give their files by name"), 1);
	} else if (S_ISREG(about.st_mode) && !names_are_media(name)) {
		folder_read_file(reading, folder_fd, name, path.data, false);
	}
	strbuf_fini(&path);
}

/* The names in a folder, sorted. Takes the descriptor. */
static struct vector folder_names(DIR *folder)
{
	struct vector names = VECTOR_INIT(struct name);
	const struct dirent *entry;

	while ((entry = readdir(folder)))
		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
			names_add(&names, entry->d_name, 0);
	names_sort(&names);
	return names;
}

static bool folder_is_below_itself(const struct folder_above *here)
{
	for (const struct folder_above *above = here->above; above; above = above->above)
		if (above->device == here->device && above->inode == here->inode)
			return true;
	return here->depth > DEPTH_MAX;
}

/* Takes `folder_fd`. */
static void folder_walk(
	struct reading *reading, int folder_fd, const char *path, const struct folder_above *above)
{
	struct folder_above here = { .above = above, .depth = above ? above->depth + 1 : 0 };
	struct name *name;
	struct stat about = { 0 };
	DIR *folder = fdopendir(folder_fd);

	if (folder && fstat(folder_fd, &about) == 0) {
		here.device = about.st_dev;
		here.inode = about.st_ino;
	}
	if (!folder || folder_is_below_itself(&here)) {
		folder_problem(reading, path,
			folder ? N_("folders in folders without end") : N_("it cannot be opened"));
		if (folder)
			closedir(folder);
		else
			close(folder_fd);
		return;
	}
	bool is_maildir = maildir_read(reading, folder_fd, path);
	struct vector names = folder_names(folder);
	VECTOR_EACH (name, &names)
		if (!maildir_leaves_out(name->text, is_maildir))
			folder_read_entry(reading, folder_fd, path, name->text, &here);
	names_free(&names);
	closedir(folder);
}

static void folder_read_stdin(struct reading *reading)
{
	struct stream stream;
	size_t len;

	stream_open_fd(&stream, STDIN_FILENO, "-");
	stream_head(&stream, &len);
	if (!len)
		folder_problem(reading, "-", N_("it is empty"));
	else if (!formats_read(reading, &stream))
		folder_say_unknown(reading, "-", true);
	stream_close(&stream);
}

/* A mail of a Maildir, as queries list them. */
static void folder_read_mail(struct reading *reading, const char *path)
{
	records_source(reading->records, "mail", "mail");
	if (maildir_is_flagged_out(path))
		records_left_out(reading->records, N_("mail in the trash, spam or drafts"), 1);
	else if (!maildir_read_file(reading, AT_FDCWD, path, false))
		folder_problem(reading, path, folder_why(errno));
}

void folder_read_path(struct reading *reading, const char *path)
{
	struct stat about;

	reading->place = "";
	if (strcmp(path, "-") == 0) {
		folder_read_stdin(reading);
		return;
	}
	if (stat(path, &about) != 0) {
		folder_problem(reading, path, folder_why(errno));
	} else if (maildir_has_file(path) && S_ISREG(about.st_mode)) {
		folder_read_mail(reading, path);
	} else if (S_ISDIR(about.st_mode)) {
		int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
		reading->place = path;
		if (fd < 0)
			folder_problem(reading, path, folder_why(errno));
		else
			folder_walk(reading, fd, path, NULL);
	} else {
		folder_read_file(reading, AT_FDCWD, path, path, true);
	}
}

bool folder_list(const char *list, struct vector *paths, struct error *err)
{
	struct stream stream;
	struct stat about;
	struct line line;
	enum status status = STATUS_OK;

	if (strcmp(list, "-") == 0)
		stream_open_fd(&stream, STDIN_FILENO, "-");
	else
		status = stream_open_file(&stream, AT_FDCWD, list, list, err);
	if (status == STATUS_OK && !fstat(stream.fd, &about) && S_ISDIR(about.st_mode))
		status = error_set(err, STATUS_IO, "%s: %s", list, strerror(EISDIR));
	while (status == STATUS_OK && stream_line(&stream, &line)) {
		char *path = memory_copy_bytes(line.text, line.len);
		if (line.len && paths->count < LIST_MAX)
			vector_push(paths, &path);
		else
			free(path);
	}
	stream_close(&stream);
	return status == STATUS_OK;
}
