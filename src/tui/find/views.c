/* Saved views: what a pane is limited to and how it is sorted, kept under a digit from 4 to 9.
 * Not here: limiting (filters.c), the panes themselves (panes/). */
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/limit.h"
#include "filo/store/saved_views.h"
#include "tui/command.h"
#include "tui/form/candidates.h"
#include "tui/form/prompt.h"
#include "tui/panes/panes.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

_Static_assert((int)PANE_DUE == VIEW_DUE && (int)PANE_CONTACTS == VIEW_CONTACTS &&
		       (int)PANE_LOG == VIEW_LOG,
	"a pane is kept by its place in saved_view_panes");

/* The contacts for a name this program does not know. */
static enum pane_id view_pane(const struct saved_view *view)
{
	int pane = spoken_find(saved_view_panes, VIEW_PANES, view->pane);

	return pane < 0 ? PANE_CONTACTS : (enum pane_id)pane;
}

/* "4 choir, 5 quiet", or "-". Borrowed until the next call. */
static const char *views_taken(const struct app *app)
{
	static struct strbuf taken = STRBUF_INIT;

	strbuf_clear(&taken);
	saved_views_name(app->store, &taken);
	return taken.data;
}

static void view_say_none(struct app *app, const char *name)
{
	const char *taken = views_taken(app);

	if (!strcmp(taken, "-"))
		app_refuse(
			app, "%s", _("No view is saved yet. :save-view NAME saves what is shown"));
	else if (saved_view_is_place(name))
		app_refuse(app,
			_("No view is saved on %c (%s). :save-view NAME saves what is shown"),
			*name, taken);
	else
		app_refuse(app, _("No view is called \"%s\". Saved: %s"), name, taken);
}

/* Takes what the view owns. `named`: how it was asked for. */
static void view_show_loaded(struct app *app, struct saved_view *view, const char *named,
	enum status status, struct error *err)
{
	struct limit limit = { 0 };

	if (status == STATUS_OK && view->name)
		status = saved_view_limit(app->store, view, &limit, err);
	if (status == STATUS_INVALID) {
		char *gone = memory_copy_string(err->message);
		error_set(err, status, _("%s. Or limit anew, and :save-view %s keeps that"), gone,
			view->name);
		free(gone);
	}
	if (status != STATUS_OK) {
		app_say_error(app, err);
	} else if (view->name) {
		panes_show_limited(app, view_pane(view), &limit, view->order);
		app_say(app, "%s", view->name);
	} else {
		view_say_none(app, named);
	}
	saved_view_fini(view);
}

static void view_show(struct app *app)
{
	bool is_place = app->key >= VIEW_FIRST_PLACE && app->key <= VIEW_LAST_PLACE;
	const char place[] = { is_place ? (char)app->key : VIEW_FIRST_PLACE, '\0' };
	struct saved_view view;
	struct error err;
	enum status status = saved_view_load_place(app->store, *place, &view, &err);

	view_show_loaded(app, &view, place, status, &err);
}

/* By its name or its digit. */
static void view_show_named(struct app *app, const char *typed)
{
	char *name = text_trim(typed);
	struct saved_view view;
	struct error err;
	enum status status = saved_view_load(app->store, name, &view, &err);

	view_show_loaded(app, &view, name, status, &err);
	free(name);
}

static void view_save_shown(struct app *app, const char *name)
{
	struct saved_view view = { .name = memory_copy_string(name),
		.pane = memory_copy_string(saved_view_panes[panes_focused(app)].name),
		.order = panes_ordered(app),
		.typed = memory_copy_string(panes_limit_typed(app)) };
	struct error err;
	enum status status = saved_view_save(app->store, &view, &err);

	if (status == STATUS_INVALID)
		app_refuse(app, _("All places are taken (%s). :forget-view NAME frees one"),
			views_taken(app));
	else if (status == STATUS_NOT_FOUND)
		app_refuse(app, "%s", err.message);
	else if (status != STATUS_OK)
		app_say_error(app, &err);
	else if (*view.typed || view.order != ORDER_NAME)
		app_say(app, _("%c shows \"%s\" from now on"), view.place, view.name);
	else
		app_say(app,
			_("%c shows \"%s\" from now on: everybody, for nothing is limited here. "
			  "Limit with %s, and save it again"),
			view.place, view.name, way_here(app, "limit"));
	saved_view_fini(&view);
}

/* By its name, or by the digit where it lies. Where nothing is limited the limit it has stays. */
static void view_save_as(struct app *app, const char *typed)
{
	char *name = text_trim(typed);
	struct saved_view before;
	struct error err;

	if (saved_view_load(app->store, name, &before, &err) != STATUS_OK)
		app_say_error(app, &err);
	else if (before.name && *before.typed && !*panes_limit_typed(app))
		app_refuse(app,
			_("Nothing is limited here, so \"%s\" stays as it is: %s. "
			  "To show everybody, :forget-view %s, and save it again"),
			before.name, before.typed, before.name);
	else
		view_save_shown(app, before.name ? before.name : name);
	saved_view_fini(&before);
	free(name);
}

/* By its name, not by a digit: what is shown says the name. */
static void view_forget(struct app *app, const char *typed)
{
	char *name = text_trim(typed);
	struct saved_view view;
	struct error err;
	enum status status = saved_view_load(app->store, name, &view, &err);
	bool is_named = view.name && text_folds_alike(view.name, name);

	if (status == STATUS_OK && is_named)
		status = saved_view_forget(app->store, &view, &err);
	if (status != STATUS_OK)
		app_say_error(app, &err);
	else if (is_named)
		app_say(app, _("%c is free again"), view.place);
	else
		view_say_none(app, name);
	saved_view_fini(&view);
	free(name);
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
	app_push(app, prompt_named(prompt_view(_("Save what is shown, by the name"), "", FIELD_TEXT,
					   answer_save, NULL),
			      _("Name of the view")));
}

static void views_complete(struct app *app, const char *typed, struct vector *out)
{
	struct vector views = VECTOR_INIT(struct saved_view);
	struct saved_view *view;
	struct error err;

	if (saved_view_list(app->store, &views, &err) != STATUS_OK)
		app_say_error(app, &err);
	VECTOR_EACH (view, &views) {
		candidates_add(out, view->name, typed);
		saved_view_fini(view);
	}
	vector_fini(&views);
}

static const struct command_argument takes_lost_view = {
	.kind = FIELD_WORDS, .is_single = true, .complete = views_complete
};

static void answer_forget(struct app *app, void *context, const char *text)
{
	(void)context;
	if (!text_is_blank(text))
		view_forget(app, text);
}

static void view_forget_asked(struct app *app)
{
	struct strbuf question = STRBUF_INIT;
	const char *taken = views_taken(app);

	if (!strcmp(taken, "-")) {
		view_say_none(app, "");
		return;
	}
	strbuf_add_format(&question, _("Forget which view? Saved: %s"), taken);
	app_push(app,
		prompt_view_taking(app, question.data, &takes_lost_view, answer_forget, NULL, ""));
	strbuf_fini(&question);
}

static const struct command_argument takes_view = {
	.kind = FIELD_WORDS, .is_single = true, .complete = views_complete, .run = view_show_named
};

const struct command views_commands[] = {
	{ "saved-view", "4 5 6 7 8 9", IN_PANES, N_("the saved view of that digit"), NULL,
		view_show, .takes = &takes_view },
	{ "save-view", "", IN_PANES, N_("save what the pane is limited to, under a digit"), NULL,
		view_save, .takes = &takes_text },
	{ "forget-view", "", IN_PANES, N_("free the digit of a saved view"), NULL,
		view_forget_asked, .takes = &takes_lost_view },
	{ 0 },
};
