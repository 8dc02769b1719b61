/* Private files for a text: their names and folders, writing and reading them.
 * Not here: who writes in them (editor.c, tui.c). */
#include "tui/form/text_file.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define TEXT_MAX_BYTES ((size_t)16 << 20)

#define NAME_BEGIN  "filo-"
#define NAME_MIDDLE "XXXXXX"
#define NAME_END    ".txt"

/* Where they may be, the best place first; NULL: not set. */
#define FOLDERS 3
static const char *text_file_folder(size_t i)
{
	const char *folder = i == 0   ? getenv("XDG_RUNTIME_DIR")
			     : i == 1 ? getenv("TMPDIR")
				      : "/tmp";

	return folder && *folder ? folder : NULL;
}

static bool write_text(int fd, const char *text)
{
	size_t len = strlen(text);

	while (len) {
		ssize_t sent = write(fd, text, len);
		if (sent < 0 && errno != EINTR)
			return false;
		if (sent > 0) {
			text += sent;
			len -= (size_t)sent;
		}
	}
	return true;
}

static char *text_file_write_in(const char *folder, const char *text)
{
	struct strbuf path = STRBUF_INIT;

	strbuf_add_format(&path, "%s/" NAME_BEGIN NAME_MIDDLE NAME_END, folder);
	int fd = mkostemps(path.data, sizeof NAME_END - 1, O_CLOEXEC); /* 0600, O_EXCL */
	bool is_written = fd >= 0 && write_text(fd, text);
	int code = errno;
	if (fd >= 0 && close(fd) && is_written) {
		is_written = false;
		code = errno;
	}
	if (is_written)
		return strbuf_take(&path);
	if (fd >= 0)
		unlink(path.data);
	strbuf_fini(&path);
	errno = code;
	return NULL;
}

char *text_file_write(const char *folder, const char *text)
{
	char *path = folder ? text_file_write_in(folder, text) : NULL;

	for (size_t i = 0; !path && i < FOLDERS; i++)
		if (text_file_folder(i))
			path = text_file_write_in(text_file_folder(i), text);
	return path;
}

/* A pipe would be waited for. */
static int open_plain(const char *path)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
	struct stat info = { 0 };

	if (fd < 0 || (fstat(fd, &info) == 0 && S_ISREG(info.st_mode)))
		return fd;
	close(fd);
	errno = S_ISDIR(info.st_mode) ? EISDIR : EINVAL;
	return -1;
}

static bool read_whole(int fd, struct strbuf *text)
{
	char bytes[8192];
	ssize_t got = 1;

	while (got != 0 && text->len <= TEXT_MAX_BYTES) {
		got = read(fd, bytes, sizeof bytes);
		if (got < 0 && errno != EINTR)
			return false;
		if (got > 0)
			strbuf_add_bytes(text, bytes, (size_t)got);
	}
	if (got != 0)
		errno = EFBIG;
	return got == 0;
}

char *text_file_read(const char *path, const char *what, char **told)
{
	struct strbuf text = STRBUF_INIT;
	char *repaired = NULL;
	int fd = open_plain(path);

	if (fd < 0)
		return NULL;
	if (read_whole(fd, &text)) {
		while (text.len && text.data[text.len - 1] == '\n')
			strbuf_truncate(&text, text.len - 1);
		if (told)
			*told = text_repair_told(text.data, text.len, what);
		repaired = text_repair(text.data, text.len);
	}
	int code = errno;
	strbuf_fini(&text);
	close(fd);
	errno = code;
	return repaired;
}

/* Whether it is such a name, and no path. */
static bool is_such_name(const char *name)
{
	const char *middle = name + strlen(NAME_BEGIN);

	return !strncmp(name, NAME_BEGIN, strlen(NAME_BEGIN)) &&
	       strlen(middle) == strlen(NAME_MIDDLE NAME_END) &&
	       !strcmp(middle + strlen(NAME_MIDDLE), NAME_END) && !strchr(middle, '/');
}

char *text_file_find(const char *name)
{
	struct stat info;

	for (size_t i = 0; i < FOLDERS && is_such_name(name); i++) {
		struct strbuf at = STRBUF_INIT;
		if (!text_file_folder(i))
			continue;
		strbuf_add_format(&at, "%s/%s", text_file_folder(i), name);
		if (lstat(at.data, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == geteuid())
			return strbuf_take(&at);
		strbuf_fini(&at);
	}
	return NULL;
}
