/* Taking back the latest change, and bringing it back.
 * Not here: how changes are kept (store). */
#include "tui/command.h"

#include "filo/base/i18n.h"
#include "filo/store/undo.h"
#include "tui/long_work.h"

#include <stdlib.h>

static void undo_run(struct app *app,
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

static void undo_take_back(struct app *app)
{
	undo_run(app, undo_last, _("Undoing a large change. Esc stops it"),
		undo_is_large(app->store) ? _("Undone: %s") : _("Undone: %s. Ctrl-r redoes it"));
}

static void undo_bring_back(struct app *app)
{
	undo_run(app, redo_last, _("Redoing a large change. Esc stops it"),
		_("Redone: %s. u undoes it"));
}

const struct command undo_commands[] = {
	{ "undo", "u", ANYWHERE & ~(IN_TRIAGE | IN_TRIAGE_END), N_("undo the latest change"), NULL,
		undo_take_back },
	{ "redo", "Ctrl-r", ANYWHERE, N_("redo what was undone"), NULL, undo_bring_back },
	{ 0 },
};
