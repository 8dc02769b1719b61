/* What was deleted in the last 90 days, to bring back one by one.
 * Not here: how it is kept (store/db/undo.c). */
#include "filo/base/i18n.h"
#include "filo/people/words/duration.h"
#include "filo/store/undo.h"
#include "tui/command.h"
#include "tui/form/item_list.h"
#include "tui/panes/panes.h"
#include "tui/way.h"

static enum status trash_read(struct app *app, struct vector *items, struct error *err)
{
	return trash_list(app->store, items, err);
}

static void trash_fini(void *item)
{
	trash_item_fini(item);
}

static void trash_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct item_list *trash = context;
	const struct trash_item *item = item_list_at(trash, index);
	char when[64];

	when_relative(item->day, trash->today, when, sizeof when);
	strbuf_add(left, item->label);
	strbuf_add(right, when);
}

static void trash_restore_selected(struct app *app)
{
	const struct trash_item *item = item_list_selected(app);
	struct error err;

	if (!item)
		return;
	const int64_t id = item->id; /* the list is read anew */
	if (trash_restore(app->store, id, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	contact_id back = undo_returned(app->store, 0);
	if (back)
		panes_mark(app, back);
	panes_mark_row_at(app, id, false);
	app_say(app, _("Restored. %s undoes it"), way_here(app, "undo"));
}

static const struct item_list_ops trash_ops = {
	.chooser = { .context = IN_TRASH,
		.title = N_("Deleted in the last 90 days"),
		.empty = N_("Nothing was deleted."),
		.row = trash_row },
	.item_bytes = sizeof(struct trash_item),
	.read = trash_read,
	.item_fini = trash_fini,
	.begins_with_id = true,
};

static void command_trash(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &trash_ops)));
}

const struct command trash_commands[] = {
	{ "trash", "", IN_PANES | IN_FIRST_RUN, N_("what was deleted in the last 90 days"), NULL,
		command_trash },
	{ "restore", "Enter", IN_TRASH, N_("in the trash: bring back what was deleted"),
		N_("bring back"), trash_restore_selected },
	{ 0 },
};
