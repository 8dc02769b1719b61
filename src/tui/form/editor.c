/* Handing a text to the user's own editor and taking it back.
 * Not here: the note field it comes from (form.c). */
#include "tui/form/editor.h"

#include "tui/app.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/foreground.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define TEXT_MAX_BYTES ((size_t)16 << 20)

/* The file that the editor has, as it was seen last. */
struct edited {
	char *path;
	const char *given; /* the text it began with */
	struct stat seen;
	struct app *app;
	editor_take take;
	editor_note note;
	void *context;
	pid_t child; /* the editor, once it runs */
};

#define NAME_BEGIN  "filo-"
#define NAME_MIDDLE "XXXXXX"
#define NAME_END    ".txt"

/* Where the editor's file may be, the best place first; NULL: not set. */
#define FOLDERS 3
static const char *editor_folder(size_t i)
{
	return i == 0 ? getenv("XDG_RUNTIME_DIR") : i == 1 ? getenv("TMPDIR") : "/tmp";
}

static char *template_path(void)
{
	struct strbuf path = STRBUF_INIT;
	size_t i = 0;

	while (i < FOLDERS - 1 && (!editor_folder(i) || access(editor_folder(i), W_OK) != 0))
		i++;
	strbuf_add_format(&path, "%s/" NAME_BEGIN NAME_MIDDLE NAME_END, editor_folder(i));
	return strbuf_take(&path);
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

/* By name: an editor may well have put a new file in its place. *is_mended (may be NULL): not all
 * of it is UTF-8. */
static char *editor_read_text(const char *path, bool *is_mended)
{
	struct strbuf text = STRBUF_INIT;
	char bytes[8192];
	ssize_t got;
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW);

	if (fd < 0)
		return NULL;
	while ((got = read(fd, bytes, sizeof bytes)) > 0 && text.len < TEXT_MAX_BYTES)
		strbuf_add_bytes(&text, bytes, (size_t)got);
	close(fd);
	while (text.len && text.data[text.len - 1] == '\n')
		strbuf_truncate(&text, text.len - 1);
	if (is_mended)
		*is_mended = !text_is_valid(text.data, text.len);
	char *repaired = text_repair(text.data, text.len);
	strbuf_fini(&text);
	return repaired;
}

/* Whether it is such a name, and no path. */
static bool is_left_name(const char *name)
{
	const char *middle = name + strlen(NAME_BEGIN);

	return !strncmp(name, NAME_BEGIN, strlen(NAME_BEGIN)) &&
	       strlen(middle) == strlen(NAME_MIDDLE NAME_END) &&
	       !strcmp(middle + strlen(NAME_MIDDLE), NAME_END) && !strchr(middle, '/');
}

char *editor_read_left(const char *name, char **path)
{
	struct stat info;
	char *text = NULL;

	*path = NULL;
	for (size_t i = 0; i < FOLDERS && !text && is_left_name(name); i++) {
		struct strbuf at = STRBUF_INIT;
		strbuf_add_format(&at, "%s/%s", editor_folder(i) ? editor_folder(i) : "", name);
		free(*path);
		*path = strbuf_take(&at);
		if (lstat(*path, &info) == 0 && S_ISREG(info.st_mode) && info.st_uid == geteuid())
			text = editor_read_text(*path, NULL);
	}
	return text;
}

static const char *editor_command(void)
{
	const char *names[] = { "VISUAL", "EDITOR" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		const char *command = getenv(names[i]);
		if (command && *command)
			return command;
	}
	return "vi";
}

static bool has_new_file(struct edited *edited)
{
	struct stat now;

	if (stat(edited->path, &now) < 0)
		return false;
	bool is_new = now.st_ino != edited->seen.st_ino || now.st_size != edited->seen.st_size ||
		      now.st_mtim.tv_sec != edited->seen.st_mtim.tv_sec ||
		      now.st_mtim.tv_nsec != edited->seen.st_mtim.tv_nsec;
	edited->seen = now;
	return is_new;
}

/* Takes what the editor has saved. Whoever kills it, or filo, loses a second of work at most. */
static enum status take_file(struct edited *edited, struct error *err)
{
	bool is_mended;
	char *text = editor_read_text(edited->path, &is_mended);

	if (!text)
		return error_set(err, STATUS_IO, _("What the editor wrote could not be read: %s"),
			strerror(errno));
	edited->take(edited->app, edited->context, text);
	if (is_mended)
		app_say(edited->app, "%s",
			_("What the editor wrote is not UTF-8; it was read as Windows-1252"));
	free(text);
	return STATUS_OK;
}

static const char *editor_file_name(const struct edited *edited)
{
	return strrchr(edited->path, '/') + 1;
}

static void editor_look(void *context, pid_t child)
{
	struct edited *edited = context;

	if (!edited->child) {
		edited->child = child;
		edited->note(edited->app, edited->context, editor_file_name(edited), child);
	}
	if (has_new_file(edited))
		take_file(edited, NULL);
}

static bool is_as_given(const struct edited *edited)
{
	char *text = editor_read_text(edited->path, NULL);
	bool is_same = !text || !strcmp(text, edited->given);

	free(text);
	return is_same;
}

/* What a failed editor has written stays in its file. *is_kept: it does. */
static enum status editor_failed(
	const struct edited *edited, int status, bool *is_kept, struct error *err)
{
	*is_kept = !is_as_given(edited);
	if (*is_kept)
		return error_set(err, STATUS_CANCELLED,
			_("The editor \"%s\" ended with an error: the text is as it was, and what "
			  "the editor wrote is in %s"),
			editor_command(), edited->path);
	return error_set(err, STATUS_CANCELLED,
		WIFEXITED(status) && WEXITSTATUS(status) == 127
			? _("The editor \"%s\" was not found: set $VISUAL or $EDITOR")
			: _("The editor \"%s\" ended with an error: the text is as it was"),
		editor_command());
}

static enum status edit_file(struct edited *edited, bool *is_kept, struct error *err)
{
	struct strbuf script = STRBUF_INIT;
	struct error reason;
	int how;

	/* $EDITOR may carry options, so a shell splits it; the path is never parsed. */
	strbuf_add_format(&script, "exec %s \"$1\"", editor_command());
	char *const argv[] = { "/bin/sh", "-c", script.data, "filo", edited->path, NULL };
	has_new_file(edited);
	edited->note(edited->app, edited->context, editor_file_name(edited), 0);
	enum status status =
		foreground_run(edited->app, argv, NULL, editor_look, edited, &how, &reason);
	if (status != STATUS_OK)
		error_set(err, status, _("The editor could not be started: %s"), reason.message);
	else if (edited->app->is_ending || (WIFEXITED(how) && WEXITSTATUS(how) == 0))
		status = take_file(edited, err);
	else
		status = editor_failed(edited, how, is_kept, err);
	strbuf_fini(&script);
	return status;
}

enum status editor_run(struct app *app, const char *text, editor_take take, editor_note note,
	void *context, struct error *err)
{
	struct edited edited = { .path = template_path(),
		.given = text,
		.app = app,
		.take = take,
		.note = note,
		.context = context };
	int fd = mkostemps(edited.path, 4, O_CLOEXEC); /* 0600, O_EXCL */
	enum status status = STATUS_OK;
	bool is_kept = false;

	if (fd < 0 || !write_text(fd, text))
		status = error_set(err, STATUS_IO,
			_("A file for the editor could not be written: %s"), strerror(errno));
	else
		status = edit_file(&edited, &is_kept, err);
	if (fd >= 0) {
		if (!is_kept)
			unlink(edited.path);
		close(fd);
	}
	free(edited.path);
	return status;
}
