/* Programs that were started apart, and may yet fail: that is said in the status line.
 * Not here: which are started (person/opener.c). */
#include "tui/launched.h"

#include "filo/base/i18n.h"
#include "filo/base/launch.h"
#include "filo/base/memory.h"

#include <stdlib.h>
#include <unistd.h>

struct launched {
	int watch;
	char *name;
};

void launched_watch(struct app *app, int watch, const char *name)
{
	const struct launched launched = { watch, memory_copy_string(name) };

	if (!app->launched.item_bytes)
		vector_init(&app->launched, sizeof launched);
	vector_push(&app->launched, &launched);
}

static void launched_forget(struct app *app, size_t index)
{
	struct launched *launched = vector_at(&app->launched, index);

	close(launched->watch);
	free(launched->name);
	vector_remove(&app->launched, index);
}

bool launched_look(struct app *app)
{
	bool has_said = false;

	for (size_t i = app->launched.count; i-- > 0;) {
		struct launched *launched = vector_at(&app->launched, i);
		int status;
		enum launch_outcome outcome = launch_look(launched->watch, &status);
		if (outcome == LAUNCH_RUNS)
			continue;
		if (outcome == LAUNCH_FAILED && !app->message) {
			/* Translators: a program or a setting, and the number it ended with. */
			app_say(app, _("%s failed: it ended with %d"), launched->name, status);
			has_said = true;
		}
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
