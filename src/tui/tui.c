/* The full screen from its start to its end.
 * Not here: waiting and drawing (loop.c, app.c), what is on it (panes.c). */
#include "filo/tui/tui.h"

#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/show.h"
#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"
#include "filo/store/store.h"
#include "filo/store/watch.h"
#include "tui/app.h"
#include "tui/command.h"
#include "tui/files/first_run.h"
#include "tui/find/search.h"
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

static void print_error(const struct error *err)
{
	struct strbuf line = STRBUF_INIT;

	text_show(&line, err->message, strlen(err->message), false, terminal_is_utf8());
	fprintf(stderr, "filo: %s\n", line.data);
	strbuf_fini(&line);
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

int tui_run(struct store *store, const struct tui_options *options)
{
	const struct config *config = options->config;
	struct look looks[ROLES];
	struct keymap keymap;
	const char *notice;
	struct error err;

	settings_read(config, &keymap, looks, options->complaints, NULL);
	draw_set_looks(looks);
	if (!config->has_color)
		setenv("NO_COLOR", "1", true);
	if (config->has_mouse)
		terminal_want_mouse();
	if (terminal_start(&notice, &err) != STATUS_OK) {
		print_error(&err);
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
	app_tell_waiting(&app);
	draw_set_plain(options->is_plain_screen || config->is_plain_screen);
	open_first_views(&app);
	if (notice)
		app_say(&app, "%s", notice);
	else if (options->complaints->len)
		say_complaints(&app, options->complaints);
	app_loop(&app);
	app_fini(&app);
	store_on_wait(store, NULL, NULL);
	search_free(app.search);
	terminal_stop();
	if (app.store != store) /* the sample that was looked around in */
		store_close(app.store);
	keymap_fini(&app.keymap);
	return app.exit_status;
}
