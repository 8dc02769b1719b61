/* The circles: adding, renaming, their cadence, deleting.
 * Not here: who is in which (person_forms.c). */
#include "tui/lists/circles_list.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/words/cadence.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "tui/command.h"
#include "tui/form/circle_items.h"
#include "tui/form/item_list.h"
#include "tui/form/record_form.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <stdlib.h>

static void circles_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	const struct circle *circle = item_list_at(context, index);
	const struct contact_filter members = { .circle = circle->id };
	int64_t count = contact_count(app->store, &members);

	strbuf_add_format(out, NP_("%lld person is in it.", "%lld people are in it.", count),
		(long long)count);
}

/* ---- The form of one ---- */

enum { FIELD_OF_NAME, FIELD_OF_CADENCE, CIRCLE_FIELDS };

static const struct field_spec circle_specs[CIRCLE_FIELDS] = {
	{ .name = "name", .label = N_("Name"), .kind = FIELD_TEXT },
	{ .name = "cadence",
		.label = N_("In touch every"),
		.kind = FIELD_TEXT,
		.is_optional = true,
		.hint = N_("30, 3 weeks, 2m; empty: no wish") },
};

static enum status circle_form_load(
	struct store *store, int64_t id, void *record, struct error *err)
{
	struct circle *circle = record;
	enum status status = id ? circle_load(store, id, circle, err) : STATUS_OK;

	if (status == STATUS_OK && id && !circle->id)
		status = error_set(err, STATUS_NOT_FOUND, _("This circle is no longer there"));
	return status;
}

static void circle_form_fill(struct app *app, struct form *form, const void *record)
{
	const struct circle *circle = record;
	struct strbuf cadence = STRBUF_INIT;

	(void)app;
	cadence_write(&cadence, circle->cadence_days);
	form_set_text(form, FIELD_OF_NAME, circle->name);
	form_set_text(form, FIELD_OF_CADENCE, cadence.data);
	strbuf_fini(&cadence);
}

static enum status circle_form_write(
	struct app *app, struct form *form, void *record, size_t *field, struct error *err)
{
	struct circle *circle = record;

	free(circle->name);
	circle->name = text_trim(form_text(form, FIELD_OF_NAME));
	*field = FIELD_OF_CADENCE;
	enum status status =
		cadence_parse(form_text(form, FIELD_OF_CADENCE), &circle->cadence_days, err);
	if (status != STATUS_OK)
		return status;
	*field = FIELD_OF_NAME;
	return circle_save(app->store, circle, err);
}

static void circle_form_saved(struct app *app, struct form *form, const void *record)
{
	const struct circle *circle = record;

	chooser_expect(app, IN_CIRCLES, circle->id);
	if (record_form_id(form))
		subject_say_saved(app, circle->name);
}

static const struct record_ops circle_ops = {
	.form = { .name = "circle", .save = record_form_save, .free = record_form_free },
	.title = { N_("Add a circle"), N_("Edit a circle") },
	.label = { N_("circle %s"), N_("circle %s") },
	.name_field = FIELD_OF_NAME,
	.record_bytes = sizeof(struct circle),
	.load = circle_form_load,
	.fini = circle_items_fini,
	.fill = circle_form_fill,
	.write = circle_form_write,
	.saved = circle_form_saved,
};

void circle_form_open(struct app *app, circle_id id)
{
	struct view *view =
		record_form_view(app, &circle_ops, id, "0", circle_specs, CIRCLE_FIELDS);

	if (view)
		app_push(app, view);
}

static void add_circle(struct app *app)
{
	circle_form_open(app, 0);
}

static void edit_circle(struct app *app)
{
	const struct circle *circle = item_list_selected(app);

	if (circle)
		circle_form_open(app, circle->id);
}

static void delete_circle(struct app *app)
{
	const struct circle *circle = item_list_selected(app);
	struct error err;

	if (!circle)
		return;
	if (circle_delete(app->store, circle->id, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	app_say(app, _("The circle is gone; its people stay. %s brings it back"),
		way_here(app, "undo"));
}

static const struct item_list_ops circles_ops = {
	.chooser = { .context = IN_CIRCLES,
		.title = N_("Circles"),
		.empty = N_("No circles: %s adds one."),
		.empty_way = "add-circle",
		.row = circle_items_row,
		.detail = circles_detail },
	.item_bytes = sizeof(struct circle),
	.read = circle_items_read,
	.item_fini = circle_items_fini,
	.begins_with_id = true,
};

static void command_circles(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &circles_ops)));
}

const struct command circles_commands[] = {
	{ "circles", "", IN_PANES, N_("circles and how often each is in touch"), NULL,
		command_circles },
	{ "edit-circle", "Enter e Right", IN_CIRCLES, N_("edit a circle"), N_("edit"),
		edit_circle },
	{ "add-circle", "a", IN_CIRCLES, N_("add a circle"), N_("add"), add_circle,
		.takes = &takes_text },
	{ "delete-circle", "d", IN_CIRCLES, N_("delete a circle; its people stay"), N_("delete"),
		delete_circle },
	{ 0 },
};
