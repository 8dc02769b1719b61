/* After-log and after-import of the settings, from the screen.
 * Not here: what they are told (exchange/hooks.c). */
#include "tui/hooks.h"

#include "filo/exchange/hooks.h"
#include "filo/store/store.h"
#include "tui/launched.h"

static void hooks_watch(struct app *app, enum status status, int watch, const char *setting,
	const struct error *err)
{
	if (status != STATUS_OK)
		launched_say(app, err->message);
	else if (watch >= 0)
		launched_watch(app, watch, setting);
}

void hooks_after_log(struct app *app, conversation_id id)
{
	struct error err;
	int watch;

	if (store_is_in_memory(app->store))
		return;
	if (app->acting_on) { /* one of several in a change, which may be given up */
		if (!app->untold.item_bytes)
			vector_init(&app->untold, sizeof id);
		vector_push(&app->untold, &id);
		return;
	}
	enum status status = hook_after_log(app->store, app->config, id, &watch, &err);
	hooks_watch(app, status, watch, "after-log", &err);
}

void hooks_after_change(struct app *app, bool is_kept)
{
	for (size_t i = 0; is_kept && i < app->untold.count; i++)
		hooks_after_log(app, *(conversation_id *)vector_at(&app->untold, i));
	vector_fini(&app->untold);
}

void hooks_after_import(
	struct app *app, const struct import_request *request, const struct import_plan *plan)
{
	struct error err;
	int watch;

	if (store_is_in_memory(app->store))
		return;
	enum status status = hook_after_import(app->config, request, plan, &watch, &err);
	hooks_watch(app, status, watch, "after-import", &err);
}
