/* Programs that were started apart, and may yet fail: that is said in the status line.
 * Not here: which are started (person/opener.c, hooks.c). */
#include "tui/launched.h"

#include "filo/base/i18n.h"
#include "filo/base/launch.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"

#include <stdlib.h>
#include <unistd.h>

struct launched {
	int watch;  /* -1: it has ended */
	char *name; /* of it; where it has ended, what is to be said */
};

void launched_watch(struct app *app, int watch, const char *name)
{
	const struct launched launched = { watch, memory_copy_string(name) };

	if (!app->launched.item_bytes)
		vector_init(&app->launched, sizeof launched);
	vector_push(&app->launched, &launched);
}

void launched_say(struct app *app, const char *what)
{
	launched_watch(app, -1, what);
}

static void launched_forget(struct app *app, size_t index)
{
	struct launched *launched = vector_at(&app->launched, index);

	if (launched->watch >= 0)
		close(launched->watch);
	free(launched->name);
	vector_remove(&app->launched, index);
}

/* False: it ended well. */
static bool launched_is_of_interest(struct launched *launched)
{
	struct strbuf what = STRBUF_INIT;
	int status;

	if (launched->watch < 0)
		return true;
	enum launch_outcome outcome = launch_look(launched->watch, &status);
	if (outcome != LAUNCH_FAILED)
		return outcome == LAUNCH_RUNS;
	/* Translators: a program or a setting, and the number it ended with. */
	strbuf_add_format(&what, _("%s failed: it ended with %d"), launched->name, status);
	free(launched->name);
	launched->name = strbuf_take(&what);
	close(launched->watch);
	launched->watch = -1;
	return true;
}

bool launched_look(struct app *app)
{
	bool has_said = false;

	for (size_t i = app->launched.count; i-- > 0;) {
		struct launched *launched = vector_at(&app->launched, i);
		bool is_of_interest = launched_is_of_interest(launched);
		bool is_said = launched->watch < 0 && !app->message; /* else when it is free */
		if (is_said)
			app_refuse(app, "%s", launched->name);
		has_said |= is_said;
		if (is_said || !is_of_interest)
			launched_forget(app, i);
	}
	return has_said;
}

void launched_fini(struct app *app)
{
	while (app->launched.count)
		launched_forget(app, 0);
	vector_fini(&app->launched);
}
