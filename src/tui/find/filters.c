/* Showing only some of the contacts: by tag, by circle, or those let go too.
 * Not here: the list itself (contacts_pane.c), searching (search.c). */
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "tui/command.h"
#include "tui/form/circle_items.h"
#include "tui/form/item_list.h"
#include "tui/panes/panes.h"

#include <stdlib.h>

static void filter_by(struct app *app, struct contact_filter filter, const char *word)
{
	panes_filter(app, &filter, word);
	app_pop(app);
}

/* ---- Tags: of char * ---- */

static enum status tags_load(struct app *app, struct vector *items, struct error *err)
{
	return tag_list(app->store, items, err);
}

static void tags_fini(void *tag)
{
	free(*(char **)tag);
}

static const char *tag_at(const void *list, size_t index)
{
	return *(char **)item_list_at(list, index);
}

static void tags_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	(void)right;
	strbuf_add(left, tag_at(context, index));
}

static void tags_open(struct app *app, void *context, size_t index)
{
	const char *tag = tag_at(context, index);

	filter_by(app, (struct contact_filter){ .tag = tag }, tag);
}

static const struct item_list_ops tags_ops = {
	.chooser = { .context = IN_LIST,
		.title = N_("Only contacts with the tag"),
		.empty = N_("No tags yet: t gives one to a contact."),
		.row = tags_row,
		.open = tags_open },
	.item_bytes = sizeof(char *),
	.read = tags_load,
	.item_fini = tags_fini,
};

static void filter_by_tag(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &tags_ops)));
}

/* ---- Circles: of struct circle ---- */

static void circles_open(struct app *app, void *context, size_t index)
{
	const struct circle *circle = item_list_at(context, index);

	filter_by(app, (struct contact_filter){ .circle = circle->id }, circle->name);
}

static const struct item_list_ops circles_ops = {
	.chooser = { .context = IN_LIST,
		.title = N_("Only contacts of the circle"),
		.empty = N_("No circles yet."),
		.row = circle_items_row,
		.open = circles_open },
	.item_bytes = sizeof(struct circle),
	.read = circle_items_read,
	.item_fini = circle_items_fini,
};

static void filter_by_circle(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &circles_ops)));
}

static void filter_none(struct app *app)
{
	panes_filter(app, NULL, NULL);
}

static void filter_with_let_go(struct app *app)
{
	const struct contact_filter filter = { .with_archived = true };

	panes_filter(app, &filter, _("also let go"));
}

const struct command filter_commands[] = {
	{ "filter-tag", "T", IN_PANES, N_("only contacts with a tag"), NULL, filter_by_tag },
	{ "filter-circle", "C", IN_PANES, N_("only contacts of a circle"), NULL, filter_by_circle },
	{ "show-everybody", "", IN_PANES, N_("all contacts again"), NULL, filter_none },
	{ "show-let-go", "", IN_PANES, N_("contacts that were let go, too"), NULL,
		filter_with_let_go },
	{ 0 },
};
