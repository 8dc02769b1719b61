/* Handing a text to the user's own editor and taking it back.
 * Not here: the note field it comes from (form.c), its file (text_file.c). */
#include "tui/form/editor.h"

#include "tui/app.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "tui/foreground.h"
#include "tui/form/text_file.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

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

/* Takes what the editor has saved. Whoever kills it, or filo, loses a second of work at most.
 * *is_kept: it cannot be read, so it stays. */
static enum status take_file(struct edited *edited, bool *is_kept, struct error *err)
{
	char *told = NULL;
	char *text = text_file_read(edited->path, _("What the editor wrote"), &told);

	*is_kept = !text && errno != ENOENT;
	if (!text)
		return error_set(err, STATUS_IO,
			_("What the editor wrote could not be read, so the text is as it was: %s, "
			  "%s"),
			edited->path, strerror(errno));
	edited->take(edited->app, edited->context, text);
	if (told)
		app_say(edited->app, "%s", told);
	free(told);
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
	bool is_kept;

	if (!edited->child) {
		edited->child = child;
		edited->note(edited->app, edited->context, editor_file_name(edited), child);
	}
	if (has_new_file(edited))
		take_file(edited, &is_kept, NULL);
}

static bool is_as_given(const struct edited *edited)
{
	char *text = text_file_read(edited->path, NULL, NULL);
	bool is_same = text ? !strcmp(text, edited->given) : errno == ENOENT;

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
		status = take_file(edited, is_kept, err);
	else
		status = editor_failed(edited, how, is_kept, err);
	strbuf_fini(&script);
	return status;
}

enum status editor_run(struct app *app, const char *text, editor_take take, editor_note note,
	void *context, struct error *err)
{
	struct edited edited = { .path = text_file_write(NULL, text),
		.given = text,
		.app = app,
		.take = take,
		.note = note,
		.context = context };
	bool is_kept = false;

	if (!edited.path)
		return error_set(err, STATUS_IO,
			_("A file for the editor could not be written: %s"), strerror(errno));
	enum status status = edit_file(&edited, &is_kept, err);
	if (!is_kept)
		unlink(edited.path);
	free(edited.path);
	return status;
}
