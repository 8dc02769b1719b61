/* Reading Maildirs, by the order in which their files lie on the disk.
 * Not here: mail in one file (mbox.c). */
#include "read/maildir.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/paths.h"
#include "read/mail.h"
#include "read/names.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

enum { FIRST_READ_BYTES = 16 * 1024 };

static int maildir_compare(const void *a, const void *b)
{
	const struct name *left = a, *right = b;

	return (left->index > right->index) - (left->index < right->index);
}

/* D and T after ":2," mean a draft and the trash; some file systems have ';' or '!' there. */
bool maildir_is_flagged_out(const char *name)
{
	for (const char *at = name; *at; at++)
		if ((*at == ':' || *at == ';' || *at == '!') && at[1] == '2' && at[2] == ',')
			return strpbrk(at + 3, "DT") != NULL;
	return false;
}

/* Bytes of the header in `len` bytes of a mail, 0: its end is not among them. */
static size_t maildir_header_len(const char *bytes, size_t len)
{
	for (const char *at = bytes; (at = memchr(at, '\n', len - (size_t)(at - bytes))); at++) {
		size_t here = (size_t)(at - bytes) + 1;
		if (here < len && (bytes[here] == '\n' || (bytes[here] == '\r' && here + 1 < len &&
								  bytes[here + 1] == '\n')))
			return here;
	}
	return 0;
}

bool maildir_read_file(struct reading *reading, int folder_fd, const char *name, bool is_sent)
{
	static char bytes[MAIL_HEADER_BYTES + 1];
	size_t len = 0, room = FIRST_READ_BYTES, header_len = 0;
	ssize_t got;
	int fd = openat(folder_fd, name, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);

	if (fd < 0)
		return false;
	while (len < MAIL_HEADER_BYTES && (got = read(fd, bytes + len, room - len)) > 0) {
		len += (size_t)got;
		header_len = maildir_header_len(bytes, len);
		if (header_len)
			break;
		if (len == room)
			room = MAIL_HEADER_BYTES;
	}
	close(fd);
	mail_take(reading, bytes, header_len ? header_len : len,
		&(struct mail_place){ .at = -1, .is_sent = is_sent, .name = name });
	return true;
}

static void maildir_take_names(struct reading *reading, int fd, bool is_sent, struct vector *names)
{
	unsigned long unreadable = 0;
	struct name *name;

	vector_sort(names, maildir_compare);
	VECTOR_EACH (name, names)
		unreadable += !maildir_read_file(reading, fd, name->text, is_sent);
	if (unreadable)
		records_problem(reading->records, N_("mail in it may not be read"), 0);
}

/* Takes `fd`, cur/ or new/. */
static void maildir_read_folder(struct reading *reading, int fd, bool is_sent)
{
	struct vector names = VECTOR_INIT(struct name);
	unsigned long out = 0;
	DIR *folder = fdopendir(fd);
	const struct dirent *entry;

	if (!folder) {
		close(fd);
		return;
	}
	while ((entry = readdir(folder))) {
		if (entry->d_name[0] == '.')
			continue;
		if (maildir_is_flagged_out(entry->d_name))
			out++;
		else
			names_add(&names, entry->d_name, entry->d_ino);
	}
	maildir_take_names(reading, fd, is_sent, &names);
	if (out)
		records_left_out(reading->records, N_("mail in the trash, spam or drafts"), out);
	names_free(&names);
	closedir(folder);
}

bool maildir_read(struct reading *reading, int folder_fd, const char *path)
{
	int cur = openat(folder_fd, "cur", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	int new = openat(folder_fd, "new", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	const char *name = path_name(path), *before = reading->records->file;

	if (cur < 0 || new < 0) {
		if (cur >= 0)
			close(cur);
		if (new >= 0)
			close(new);
		return false;
	}
	reading->records->file = path;
	records_source(reading->records, "mail", name);
	maildir_read_folder(reading, cur, mail_is_sent_folder(name));
	maildir_read_folder(reading, new, mail_is_sent_folder(name));
	reading->records->file = before;
	return true;
}

bool maildir_leaves_out(const char *name, bool is_in_maildir)
{
	if (is_in_maildir && (!strcmp(name, "cur") || !strcmp(name, "new") || !strcmp(name, "tmp")))
		return true;
	if (*name == '.' && (!is_in_maildir || !strcmp(name, ".notmuch") || !strcmp(name, ".mu")))
		return true;
	return mail_is_no_folder(name);
}

bool maildir_has_file(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash && slash - path >= 4 &&
	       (memcmp(slash - 4, "/cur", 4) == 0 || memcmp(slash - 4, "/new", 4) == 0);
}
