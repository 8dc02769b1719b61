/* Handing a text to the user's own editor and taking it back.
 * Not here: the note field it comes from (form.c). */
#include "tui/form/editor.h"

#include "tui/app.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/loop.h"
#include "tui/terminal/clock.h"
#include "tui/terminal/signals.h"
#include "tui/terminal/terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define TEXT_MAX_BYTES ((size_t)16 << 20)
#define LAST_CHANCE_MS 300 /* to an editor that is told to end */

static char *template_path(void)
{
	const char *folders[] = { getenv("XDG_RUNTIME_DIR"), getenv("TMPDIR"), "/tmp" };
	struct strbuf path = STRBUF_INIT;
	size_t i = 0;

	while (i < 2 && (!folders[i] || access(folders[i], W_OK) != 0))
		i++;
	strbuf_add_format(&path, "%s/filo-XXXXXX.txt", folders[i]);
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

/* By name: an editor may well have put a new file in its place. */
static char *editor_read_text(const char *path)
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
	char *repaired = text_repair(text.data, text.len);
	strbuf_fini(&text);
	return repaired;
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

static pid_t start_editor(const char *path)
{
	struct strbuf script = STRBUF_INIT;

	/* $EDITOR may carry options, so a shell splits it; the path is never parsed. */
	strbuf_add_format(&script, "exec %s \"$1\"", editor_command());
	pid_t child = fork();
	if (child == 0) {
		signals_restore_in_child();
		execl("/bin/sh", "sh", "-c", script.data, "filo", path, (char *)NULL);
		_exit(127);
	}
	strbuf_fini(&script);
	return child;
}

static void end_child(pid_t child, int *status)
{
	int64_t until_ms = clock_ms() + LAST_CHANCE_MS;

	kill(child, SIGHUP);
	while (waitpid(child, status, WNOHANG) == 0) {
		if (clock_ms() >= until_ms)
			kill(child, SIGKILL);
		poll(NULL, 0, 10);
	}
}

/* Waits for the editor. False when filo itself has been told to end: then the child is gone. */
static bool wait_for_editor(struct app *app, pid_t child, int *status)
{
	struct pollfd wait = { .fd = signals_fd(), .events = POLLIN };

	while (waitpid(child, status, WNOHANG) == 0) {
		int number;
		poll(&wait, 1, 1000);
		while ((number = signals_next()) != 0) {
			if (number == SIGTSTP) /* the editor was suspended, and filo with it */
				signals_suspend(false);
			if (number != SIGHUP && number != SIGTERM)
				continue; /* ^C and ^\ are the editor's affair */
			end_child(child, status);
			app_end(app, 128 + number);
			return false;
		}
	}
	return true;
}

static char *read_result(const char *path, int status, struct error *err)
{
	if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
		error_set(err, STATUS_CANCELLED,
			WIFEXITED(status) && WEXITSTATUS(status) == 127
				? _("The editor \"%s\" was not found: set $VISUAL or $EDITOR")
				: _("The editor \"%s\" ended with an error: the text is as it was"),
			editor_command());
		return NULL;
	}
	char *text = editor_read_text(path);
	if (!text)
		error_set(err, STATUS_IO, _("What the editor wrote could not be read: %s"),
			strerror(errno));
	return text;
}

char *editor_run(struct app *app, const char *text, struct error *err)
{
	char *path = template_path(), *edited = NULL;
	int fd = mkostemps(path, 4, O_CLOEXEC), status = 0; /* 0600, O_EXCL */

	if (fd < 0 || !write_text(fd, text)) {
		error_set(err, STATUS_IO, _("A file for the editor could not be written: %s"),
			strerror(errno));
		if (fd >= 0)
			unlink(path);
	} else {
		terminal_suspend();
		pid_t child = start_editor(path);
		if (child < 0)
			error_set(err, STATUS_IO, _("The editor could not be started: %s"),
				strerror(errno));
		else if (wait_for_editor(app, child, &status))
			edited = read_result(path, status, err);
		else /* filo ends: what the editor had saved goes into the draft */
			edited = editor_read_text(path);
		unlink(path);
		if (!app->is_ending)
			terminal_resume();
	}
	if (fd >= 0)
		close(fd);
	free(path);
	return edited;
}
