/* How a command is run from where one is, for the sentences that name a key.
 * Not here: which keys a command has (keymap.c). */
#include "tui/way.h"

#include "filo/base/strbuf.h"
#include "tui/command.h"
#include "tui/keymap.h"

#include <stdlib.h>
#include <string.h>

static context_set way_contexts(const struct app *app, const struct command *command)
{
	for (const struct view *view = app->top; view; view = view->below) {
		context_set here = view->ops->context(view) & command->contexts;
		if (here)
			return here;
	}
	return command->contexts;
}

/* There are few keys: each way is kept once. */
static const char *way_keep(struct app *app, struct strbuf *way)
{
	char **known, *taken;

	if (!app->ways.item_bytes)
		vector_init(&app->ways, sizeof taken);
	VECTOR_EACH (known, &app->ways)
		if (!strcmp(*known, way->data)) {
			strbuf_fini(way);
			return *known;
		}
	taken = strbuf_take(way);
	vector_push(&app->ways, &taken);
	return taken;
}

const char *way_here(struct app *app, const char *name)
{
	struct strbuf way = STRBUF_INIT;

	keymap_add_way(&way, &app->keymap, app->commands, name,
		way_contexts(app, command_by_name(app->commands, name)));
	return way_keep(app, &way);
}

void way_forget(struct app *app)
{
	vector_fini_strings(&app->ways);
}
