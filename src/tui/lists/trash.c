/* What was deleted in the last 90 days, to bring back one by one.
 * Not here: how it is kept (store/undo.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/words/duration.h"
#include "filo/store/undo.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"

#include <stdlib.h>

struct trash {
	day_number today;
	struct vector items; /* of struct trash_item */
};

static void clear(struct trash *trash)
{
	struct trash_item *item;

	VECTOR_EACH (item, &trash->items)
		trash_item_fini(item);
	vector_clear(&trash->items);
}

static void trash_refresh(struct app *app, void *context)
{
	struct trash *trash = context;
	struct error err;

	clear(trash);
	trash->today = app->today;
	if (trash_list(app->store, &trash->items, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static size_t trash_count(void *context)
{
	const struct trash *trash = context;

	return trash->items.count;
}

static void trash_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct trash *trash = context;
	const struct trash_item *item = vector_at(&trash->items, index);
	char when[64];

	when_relative(item->day, trash->today, when, sizeof when);
	strbuf_add(left, item->label);
	strbuf_add(right, when);
}

static void trash_restore_selected(struct app *app)
{
	const struct trash *trash = chooser_context(app);
	struct error err;
	size_t index;

	if (!chooser_selected(app, &index))
		return;
	const struct trash_item *item = vector_at(&trash->items, index);
	if (trash_restore(app->store, item->id, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	app_say(app, "%s", _("Restored. u takes that back"));
}

static void trash_free(void *context)
{
	struct trash *trash = context;

	clear(trash);
	vector_fini(&trash->items);
	free(trash);
}

static const struct chooser_ops trash_ops = {
	.context = IN_TRASH,
	.title = N_("Deleted in the last 90 days"),
	.empty = N_("Nothing was deleted."),
	.count = trash_count,
	.row = trash_row,
	.refresh = trash_refresh,
	.free = trash_free,
};

static void command_trash(struct app *app)
{
	struct trash *trash = memory_new(sizeof *trash);

	vector_init(&trash->items, sizeof(struct trash_item));
	trash_refresh(app, trash);
	app_push(app, chooser_view(&trash_ops, trash));
}

const struct command trash_commands[] = {
	{ "trash", "", IN_PANES | IN_FIRST_RUN, N_("what was deleted in the last 90 days"), NULL,
		command_trash },
	{ "restore", "Enter", IN_TRASH, N_("in the trash: bring back what was deleted"),
		N_("restore"), trash_restore_selected },
	{ 0 },
};
