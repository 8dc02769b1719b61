/* Taking back the latest change, and bringing it back.
 * Not here: how changes are kept (store). */
#include "tui/command.h"

#include "filo/base/i18n.h"
#include "filo/store/undo.h"
#include "tui/long_work.h"

#include <stdlib.h>

static void run_undo_step(struct app *app,
	enum status (*step)(struct store *store, char **label, struct error *err),
	const char *meanwhile, const char *format)
{
	struct long_work work;
	char *label = NULL;
	struct error err;

	long_work_begin(&work, app, meanwhile);
	enum status status = step(app->store, &label, &err);
	long_work_end(&work);
	if (status != STATUS_OK) {
		long_work_say_failure(app, &err);
		return;
	}
	app_refresh(app);
	/* Translators: %s is what was done, such as "log with Ana". */
	app_say(app, format, label);
	free(label);
}

static void command_undo(struct app *app)
{
	run_undo_step(app, undo_last, _("Taking back a large change. Esc stops it"),
		undo_is_large(app->store) ? _("Taken back: %s")
					  : _("Taken back: %s. Ctrl-r brings it back"));
}

static void command_redo(struct app *app)
{
	run_undo_step(app, redo_last, _("Bringing back a large change. Esc stops it"),
		_("Brought back: %s. u takes it back"));
}

const struct command undo_commands[] = {
	{ "undo", "u", ANYWHERE, N_("take back the latest change"), NULL, command_undo },
	{ "redo", "Ctrl-r", ANYWHERE, N_("bring back what was taken back"), NULL, command_redo },
	{ 0 },
};
