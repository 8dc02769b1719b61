/* Showing only some of the contacts: by tag, by circle, or those let go too.
 * Not here: the list itself (contacts_pane.c), searching (search.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"
#include "tui/panes/panes.h"

#include <stdlib.h>

/* A choice of words, each with what it filters by. */
struct filter_list {
	bool is_circles;
	struct vector tags;    /* of char * */
	struct vector circles; /* of struct circle */
};

static size_t filter_count(void *context)
{
	const struct filter_list *list = context;

	return list->is_circles ? list->circles.count : list->tags.count;
}

static const char *word_at(const struct filter_list *list, size_t index)
{
	const struct circle *circle;

	if (!list->is_circles)
		return *(char **)vector_at(&list->tags, index);
	circle = vector_at(&list->circles, index);
	return circle->name;
}

static void filter_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	(void)right;
	strbuf_add(left, word_at(context, index));
}

static void filter_open(struct app *app, void *context, size_t index)
{
	struct filter_list *list = context;
	struct contact_filter filter = { 0 };
	struct strbuf title = STRBUF_INIT;

	if (list->is_circles)
		filter.circle = ((struct circle *)vector_at(&list->circles, index))->id;
	else
		filter.tag = word_at(list, index);
	strbuf_add(&title, word_at(list, index));
	panes_filter(app, &filter, title.data);
	strbuf_fini(&title);
	app_pop(app);
}

static void filter_free(void *context)
{
	struct filter_list *list = context;
	struct circle *circle;
	char **tag;

	VECTOR_EACH (tag, &list->tags)
		free(*tag);
	VECTOR_EACH (circle, &list->circles)
		circle_fini(circle);
	vector_fini(&list->tags);
	vector_fini(&list->circles);
	free(list);
}

static const struct chooser_ops tag_ops = {
	.context = IN_LIST,
	.title = N_("Only contacts with the tag"),
	.empty = N_("No tags yet: t gives one to a contact."),
	.count = filter_count,
	.row = filter_row,
	.open = filter_open,
	.free = filter_free,
};

static const struct chooser_ops circle_ops = {
	.context = IN_LIST,
	.title = N_("Only contacts of the circle"),
	.empty = N_("No circles yet."),
	.count = filter_count,
	.row = filter_row,
	.open = filter_open,
	.free = filter_free,
};

static void open_list(struct app *app, bool is_circles)
{
	struct filter_list *list = memory_new(sizeof *list);
	struct error err;

	list->is_circles = is_circles;
	vector_init(&list->tags, sizeof(char *));
	vector_init(&list->circles, sizeof(struct circle));
	enum status status = is_circles ? circle_list(app->store, &list->circles, &err)
					: tag_list(app->store, &list->tags, &err);
	if (status != STATUS_OK) {
		app_say_error(app, &err);
		filter_free(list);
		return;
	}
	app_push(app, chooser_view(is_circles ? &circle_ops : &tag_ops, list));
}

static void command_filter_tag(struct app *app)
{
	open_list(app, false);
}

static void command_filter_circle(struct app *app)
{
	open_list(app, true);
}

static void command_show_everybody(struct app *app)
{
	panes_filter(app, NULL, NULL);
}

static void command_show_let_go(struct app *app)
{
	const struct contact_filter filter = { .with_archived = true };

	panes_filter(app, &filter, _("also let go"));
}

const struct command filter_commands[] = {
	{ "filter-tag", "T", IN_PANES, N_("only contacts with a tag"), NULL, command_filter_tag },
	{ "filter-circle", "C", IN_PANES, N_("only contacts of a circle"), NULL,
		command_filter_circle },
	{ "show-everybody", "", IN_PANES, N_("all contacts again"), NULL, command_show_everybody },
	{ "show-let-go", "", IN_PANES, N_("contacts that were let go, too"), NULL,
		command_show_let_go },
	{ 0 },
};
