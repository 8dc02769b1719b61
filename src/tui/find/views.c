/* Saved views: what a pane is limited to and how it is sorted, kept under a digit from 4 to 9.
 * Not here: limiting (filters.c), the panes themselves (panes/). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/contact_list.h"
#include "filo/store/limit.h"
#include "filo/store/settings.h"
#include "tui/command.h"
#include "tui/form/prompt.h"
#include "tui/panes/panes.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FIRST_PLACE '4'
#define LAST_PLACE  '9'

/* Kept as lines: its name, the pane, the order, the limit as typed. */
struct saved_view {
	char *name; /* NULL: nothing is kept in this place */
	enum pane_id pane;
	enum contact_order order;
	char *typed;
};

static const char *const pane_names[PANES] = {
	[PANE_DUE] = "due", [PANE_CONTACTS] = "contacts", [PANE_LOG] = "log"
};

static void saved_view_fini(struct saved_view *view)
{
	free(view->name);
	free(view->typed);
}

static char *view_key(char place)
{
	struct strbuf key = STRBUF_INIT;

	strbuf_add_format(&key, "view.%c", place);
	return strbuf_take(&key);
}

/* The line at *text, which goes on behind it. Caller frees. */
static char *next_line(const char **text)
{
	size_t len = strcspn(*text, "\n");
	char *line = memory_copy_bytes(*text, len);

	*text += len + ((*text)[len] == '\n');
	return line;
}

static void saved_view_parse(const char *text, struct saved_view *view)
{
	view->name = next_line(&text);
	char *pane = next_line(&text), *order = next_line(&text);
	view->typed = next_line(&text);
	view->pane = PANE_CONTACTS;
	for (int i = 0; i < PANES; i++)
		if (!strcmp(pane, pane_names[i]))
			view->pane = (enum pane_id)i;
	contact_order_named(order, &view->order);
	free(pane);
	free(order);
}

static enum status view_read(
	struct app *app, char place, struct saved_view *view, struct error *err)
{
	char *key = view_key(place), *text;
	enum status status = setting_get(app->store, key, &text, err);

	*view = (struct saved_view){ 0 };
	if (status == STATUS_OK && text && *text)
		saved_view_parse(text, view);
	free(text);
	free(key);
	return status;
}

/* An empty one frees the place. */
static enum status view_write(
	struct app *app, char place, const struct saved_view *view, struct error *err)
{
	struct strbuf text = STRBUF_INIT;
	char *key = view_key(place);

	if (view->name)
		strbuf_add_format(&text, "%s\n%s\n%s\n%s", view->name, pane_names[view->pane],
			contact_order_name(view->order), view->typed);
	enum status status = setting_set(app->store, key, text.data, err);
	strbuf_fini(&text);
	free(key);
	return status;
}

struct places {
	char named, empty;   /* that of the view asked for, the first free one; 0: none */
	struct strbuf taken; /* "4 choir, 5 quiet", or "-" */
};

static void look_at_places(struct app *app, const char *name, struct places *out)
{
	*out = (struct places){ .taken = STRBUF_INIT };
	for (char place = LAST_PLACE; place >= FIRST_PLACE; place--) {
		struct saved_view view;
		struct strbuf item = STRBUF_INIT;
		view_read(app, place, &view, NULL);
		if (!view.name) {
			out->empty = place;
			continue;
		}
		if (!strcmp(view.name, name))
			out->named = place;
		strbuf_add_format(&item, "%c %s%s", place, view.name, out->taken.len ? ", " : "");
		strbuf_splice(&out->taken, 0, 0, item.data, item.len);
		strbuf_fini(&item);
		saved_view_fini(&view);
	}
	if (!out->taken.len)
		strbuf_add(&out->taken, "-");
}

static void view_show_at(struct app *app, char place)
{
	struct places places;
	struct saved_view view;
	struct limit limit = { 0 };
	struct error err;
	enum status status = view_read(app, place, &view, &err);

	if (status == STATUS_OK && view.name)
		status = limit_parse(app->store, view.typed, &limit, &err);
	if (status != STATUS_OK) {
		app_say_error(app, &err);
	} else if (view.name) {
		panes_show_limited(app, view.pane, &limit, view.order);
		app_say(app, "%s", view.name);
	} else {
		look_at_places(app, "", &places);
		app_say(app, _("No view is saved on %c (%s). :save-view NAME saves what is shown"),
			place, places.taken.data);
		strbuf_fini(&places.taken);
	}
	saved_view_fini(&view);
}

static void view_show(struct app *app)
{
	bool is_place = app->key >= FIRST_PLACE && app->key <= LAST_PLACE;

	view_show_at(app, is_place ? (char)app->key : FIRST_PLACE);
}

static void view_save_as(struct app *app, const char *name)
{
	struct saved_view view = { .name = text_trim(name),
		.pane = panes_focused(app),
		.order = panes_ordered(app),
		.typed = memory_copy_string(panes_limit_typed(app)) };
	struct places places;
	struct error err;

	look_at_places(app, view.name, &places);
	char place = places.named ? places.named : places.empty;
	if (!place)
		app_say(app, _("All places are taken (%s). :forget-view NAME frees one"),
			places.taken.data);
	else if (view_write(app, place, &view, &err) != STATUS_OK)
		app_say_error(app, &err);
	else
		app_say(app, _("%c shows \"%s\" from now on"), place, view.name);
	strbuf_fini(&places.taken);
	saved_view_fini(&view);
}

static void view_say_unknown(struct app *app, const char *name, const struct places *places)
{
	app_say(app, _("No view is called \"%s\". Saved: %s"), name, places->taken.data);
}

static void view_forget(struct app *app, const char *name)
{
	const struct saved_view none = { 0 };
	struct places places;
	struct error err;
	char *trimmed = text_trim(name);

	look_at_places(app, trimmed, &places);
	if (!places.named)
		view_say_unknown(app, trimmed, &places);
	else if (view_write(app, places.named, &none, &err) != STATUS_OK)
		app_say_error(app, &err);
	else
		app_say(app, _("%c is free again"), places.named);
	strbuf_fini(&places.taken);
	free(trimmed);
}

/* ---- Asking for the name ---- */

static void answer_save(struct app *app, void *context, const char *text)
{
	(void)context;
	if (!text_is_blank(text))
		view_save_as(app, text);
}

static void view_save(struct app *app)
{
	app_push(app, prompt_view(_("Save what is shown, by the name"), "", FIELD_TEXT, answer_save,
			      NULL));
}

static void answer_forget(struct app *app, void *context, const char *text)
{
	(void)context;
	if (!text_is_blank(text))
		view_forget(app, text);
}

static void view_forget_asked(struct app *app)
{
	struct strbuf question = STRBUF_INIT;
	struct places places;

	look_at_places(app, "", &places);
	strbuf_add_format(&question, _("Forget which view? Saved: %s"), places.taken.data);
	app_push(app, prompt_view(question.data, "", FIELD_TEXT, answer_forget, NULL));
	strbuf_fini(&places.taken);
	strbuf_fini(&question);
}

/* By its name or its digit. */
static void view_show_named(struct app *app, const char *typed)
{
	struct places places;
	char *name = text_trim(typed);
	bool is_digit = *name >= FIRST_PLACE && *name <= LAST_PLACE && !name[1];

	look_at_places(app, name, &places);
	if (places.named || is_digit)
		view_show_at(app, places.named ? places.named : *name);
	else
		view_say_unknown(app, name, &places);
	strbuf_fini(&places.taken);
	free(name);
}

const struct command views_commands[] = {
	{ "saved-view", "4 5 6 7 8 9", IN_PANES, N_("the saved view of that digit"), NULL,
		view_show, 0, NULL, view_show_named },
	{ "save-view", "", IN_PANES, N_("save what the pane is limited to, under a digit"), NULL,
		view_save, .is_answered = true },
	{ "forget-view", "", IN_PANES, N_("free the digit of a saved view"), NULL,
		view_forget_asked, .is_answered = true },
	{ 0 },
};
