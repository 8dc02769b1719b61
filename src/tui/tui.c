/* The full screen from its start to its end.
 * Not here: waiting and drawing (loop.c, app.c), what is on it (panes.c). */
#include "filo/tui/tui.h"

#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/paths.h"
#include "filo/base/show.h"
#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"
#include "filo/store/store.h"
#include "filo/store/watch.h"
#include "tui/app.h"
#include "tui/command.h"
#include "tui/files/first_run.h"
#include "tui/find/search.h"
#include "tui/form/text_file.h"
#include "tui/keymap.h"
#include "tui/lists/drafts.h"
#include "tui/loop.h"
#include "tui/lost_file.h"
#include "tui/panes/panes.h"
#include "tui/settings.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/looks.h"
#include "tui/terminal/terminal.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void print_said(const char *text)
{
	struct strbuf shown = STRBUF_INIT;

	text_show(&shown, text, strlen(text), true, terminal_is_utf8());
	fprintf(stderr, "filo: %s\n", shown.data);
	strbuf_fini(&shown);
}

/* What is first seen: the panes, over them the three choices of an empty address book, or what was
 * being written when the program last ended. */
static void open_first_views(struct app *app)
{
	const struct contact_filter everybody = { .with_archived = true };

	app_push(app, panes_view(app));
	panes_load(app);
	if (!app_subject(app) && !contact_count(app->store, &everybody))
		app_push(app, first_run_view(app));
	drafts_offer(app);
}

/* The first, and where it is told whole, with all others. */
static void say_complaints(struct app *app, struct strbuf *complaints)
{
	config_sort_complaints(complaints);
	int first = (int)strcspn(complaints->data, "\n");
	size_t count = 0;

	for (const char *at = complaints->data; (at = strchr(at, '\n')); at++)
		count++;
	app_say(app,
		NP_("%.*s. %zu fault: filo config --check tells it whole",
			"%.*s. %zu faults: filo config --check tells all", count),
		first, complaints->data, count);
}

static void add_aside(const struct app *app, const char *words, struct strbuf *said)
{
	char *folder = path_folder(store_path(app->store));
	char *path = text_file_write(folder, words);

	if (path)
		strbuf_add_format(said, _("No draft could be kept: what was typed is in %s"), path);
	else
		strbuf_add_format(said,
			_("No draft could be kept, nor a file be written. This was typed:\n%s"),
			words);
	free(path);
	free(folder);
	if (app->message && app->message_is_error) /* why, as it was said last */
		strbuf_add_format(said, "\n%s", app->message);
}

/* What the database did not take goes beside it, or where there is room. *said: where it is. */
static void keep_aside(const struct app *app, struct strbuf *said)
{
	struct strbuf words = STRBUF_INIT;

	for (const struct view *view = app->top; view; view = view->below)
		if (view->ops->add_unkept)
			view->ops->add_unkept(view, &words);
	if (words.len)
		add_aside(app, words.data, said);
	strbuf_fini(&words);
}

static void run_views(struct app *app, const char *notice, struct strbuf *said)
{
	app_tell_waiting(app);
	draw_set_plain(app->options->is_plain_screen || app->config->is_plain_screen);
	open_first_views(app);
	if (notice)
		app_say(app, "%s", notice);
	else if (app->options->complaints->len)
		say_complaints(app, app->options->complaints);
	app_loop(app);
	keep_aside(app, said);
	app_fini(app);
	store_on_wait(app->given_store, NULL, NULL);
	search_free(app->search);
}

int tui_run(struct store *store, const struct tui_options *options)
{
	const struct config *config = options->config;
	struct look looks[ROLES];
	struct keymap keymap;
	struct strbuf said = STRBUF_INIT;
	const char *notice;
	struct error err;

	settings_read(config, &keymap, looks, options->complaints, NULL);
	draw_set_looks(looks);
	if (!config->has_color)
		setenv("NO_COLOR", "1", true);
	if (config->has_mouse)
		terminal_want_mouse();
	if (terminal_start(&notice, &err) != STATUS_OK) {
		print_said(err.message);
		keymap_fini(&keymap);
		return 1;
	}
	struct app app = { .commands = commands,
		.store = store,
		.given_store = store,
		.look_at_file = lost_file_look,
		.options = options,
		.config = config,
		.keymap = keymap,
		.today = options->today() };
	run_views(&app, notice, &said);
	terminal_stop();
	if (said.len)
		print_said(said.data);
	strbuf_fini(&said);
	if (app.store != store) /* the sample that was looked around in */
		store_close(app.store);
	keymap_fini(&app.keymap);
	return app.exit_status;
}
