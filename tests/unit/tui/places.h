/* Every place of the screen, opened by the keys that lead there, without the program's loop.
 * Not here: what is in the address book (book.h), what is tried there (test_views.c). */
#ifndef FILO_TESTS_UNIT_TUI_PLACES_H
#define FILO_TESTS_UNIT_TUI_PLACES_H

#include "../unit.h"
#include "book.h"

#include "filo/base/config.h"
#include "filo/base/memory.h"
#include "filo/store/seen.h"
#include "filo/tui/options.h"
#include "tui/command.h"
#include "tui/files/first_run.h"
#include "tui/find/search.h"
#include "tui/form/prompt.h"
#include "tui/log/log_form.h"
#include "tui/panes/panes.h"
#include "tui/person/merge_view.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/keys.h"
#include "tui/terminal/terminal.h"

#include <curses.h>
#include <inttypes.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COLS_ALL 100

static day_number today(void)
{
	return TODAY;
}

static enum status no_sample(struct store *store, struct error *err)
{
	(void)store;
	(void)err;
	return STATUS_OK;
}

static const char *no_other_name(const char *name, size_t at)
{
	(void)name;
	(void)at;
	return NULL;
}

static const struct tui_options options = { .db_path = ":memory:",
	.today = today,
	.fill_sample = no_sample,
	.command_called = no_other_name };
static struct config config;

/* ---- The screen, without its loop ---- */

static struct app app;
static struct store *opened; /* app.store, until a sample takes its place */
static int rows;             /* for the views */
static int cols = COLS_ALL;

static void settle(void)
{
	while (app.top && app.top->ops->idle && app.top->ops->idle(&app, app.top))
		continue;
}

static void press(int key)
{
	app_key(&app, key);
	settle();
}

static void press_text(const char *text)
{
	for (; *text; text++)
		press(*text);
}

static void draw_all(void)
{
	if (app.top)
		app_draw_views(&app, (struct rect){ 0, 0, rows, cols });
	else
		draw_clear();
}

static void open_app(bool is_empty)
{
	struct error err;

	copy_book();
	assert_int_equal(
		store_open(&opened, is_empty ? ":memory:" : copy_path, TODAY, &err), STATUS_OK);
	app.store = opened;
	app.commands = commands;
	app.options = &options;
	app.config = &config;
	app.today = TODAY;
	app_push(&app, panes_view(&app));
	panes_load(&app);
	draw_all();
	settle();
}

static void close_app(void)
{
	app_fini(&app);
	search_free(app.search);
	if (app.store != opened)
		store_close(app.store);
	store_close(opened);
	app = (struct app){ 0 };
}

/* ---- Getting to each place ---- */

static context_set here(void)
{
	return app.top->ops->context(app.top);
}

static void press_until(int key, context_set context)
{
	for (int i = 0; i < 100 && here() != context; i++)
		press(key);
}

static void run(const char *name)
{
	command_run(&app, name);
	settle();
}

static void nothing_more(void)
{
}
static void to_contacts(void)
{
	press('2');
}
static void to_log(void)
{
	press('3');
}
static void to_entry(void)
{
	press('3');
	press_until('j', 0);
	run("read-entry");
}
static void to_review_end(void)
{
	run("review");
	press_until('n', IN_REVIEW_END);
}
static void to_triage_end(void)
{
	run("triage");
	press_until('n', IN_TRIAGE_END);
}
static void to_help(void)
{
	press('?');
}
static void to_list(void)
{
	run("merge"); /* with one of several */
	press_text("a");
	press(KEYS_ESCAPE);
	press(KEYS_ENTER);
}
static void to_seen(void)
{
	bool has_changed;

	for (int i = 0; i < 40; i++) {
		const struct seen_day day = { .contact_day = app.today - i,
			.source = "mail",
			.medium = MEDIUM_EMAIL,
			.tally = { .day = app.today - i, .minute = 600 } };
		char key[32];
		snprintf(key, sizeof key, "seen%d@example.org", i);
		struct seen seen = { .kind = "email", .key = key, .name = "" };
		seen_save(app.store, &seen, NULL);
		seen_day_save(app.store, seen.id, true, &day, &has_changed, NULL);
	}
	run("people-seen");
}
static void to_ignored(void)
{
	to_seen();
	press('i');
	press('I');
}
static void to_merge(void)
{
	merge_open(&app, 1, 2);
}
static void to_merge_end(void)
{
	to_merge();
	press('G');
}
static void to_import(void)
{
	run("import");
	press_text(csv_path);
	press_until(KEYS_ENTER, IN_IMPORT);
}
static void to_who(void)
{
	run("import");
	press_text(chat_path);
	press_until(KEYS_ENTER, IN_WHO);
}
static void to_newcomers(void)
{
	to_import();
	press('g');
	press(' ');
}
static void to_first_run(void)
{
	app_push(&app, first_run_view(&app));
}
static void to_form(void)
{
	run("add-contact");
	press_until(KEYS_TAB, IN_FORM);
}
static void to_note(void)
{
	run("add-contact");
	press_until(KEYS_TAB, IN_NOTE);
}
static void to_picker(void)
{
	run("log-conversation");
	press_until(KEYS_TAB, IN_PICKER);
}
static void to_completion(void)
{
	run("absences");
	press('a');
	press(KEYS_TAB);
	press(KEYS_TAB);
	press_text("an");
}
static void to_answer(void)
{
	run("merge");
	press_text("an");
}
static void to_search(void)
{
	press('/');
	press_text("ana");
}
static void to_palette(void)
{
	press(':');
}
static void to_help_filter(void)
{
	press('?');
	press('/');
}

static void no_answer(struct app *some, void *context, int key)
{
	(void)some;
	(void)context;
	(void)key;
}

static void to_question(void)
{
	app_push(&app, ask_view("m or t", "m t", no_answer, NULL));
}
static void to_threads(void)
{
	log_form_open(&app, 1, 0, false); /* Ana, with whom two are open */
	settle();
	press_text("so");
	press(KEYS_ENTER);
}
static void to_yes_no(void)
{
	app_push(&app, ask_view("so?", "y n", no_answer, NULL));
}

static const struct place {
	context_set context;
	void (*open)(void); /* NULL: by the command alone */
	int rows;           /* so that what is long does not fit */
	const char *command;
} places[] = {
	{ IN_DUE, nothing_more, 24 },
	{ IN_CONTACTS, to_contacts, 24 },
	{ IN_LOG, to_log, 24 },
	{ IN_CARD, NULL, 24, "show-person" },
	{ IN_ENTRY, to_entry, 24 },
	{ IN_REVIEW, NULL, 5, "review" },
	{ IN_REVIEW_END, to_review_end, 2 },
	{ IN_TRIAGE, NULL, 5, "triage" },
	{ IN_TRIAGE_END, to_triage_end, 2 },
	{ IN_HELP, to_help, 24 },
	{ IN_LIST, to_list, 24 },
	{ IN_NARROWING, NULL, 5, "filter-tag" },
	{ IN_PERSON_LIST, NULL, 24, "follow-up-done" },
	{ IN_QUIET_TIES, NULL, 24, "quiet-ties" },
	{ IN_DUPLICATES, NULL, 24, "duplicates" },
	{ IN_TRASH, NULL, 24, "trash" },
	{ IN_SEEN, to_seen, 24 },
	{ IN_IGNORED, to_ignored, 24 },
	{ IN_ABSENCES, NULL, 24, "absences" },
	{ IN_AGENDA, NULL, 24, "agenda" },
	{ IN_CIRCLES, NULL, 24, "circles" },
	{ IN_DRAFTS, NULL, 24, "drafts" },
	{ IN_MERGE, to_merge, 24 },
	{ IN_MERGE_END, to_merge_end, 24 },
	{ IN_IMPORT, to_import, 24 },
	{ IN_NEWCOMERS, to_newcomers, 5 },
	{ IN_WHO, to_who, 5 },
	{ IN_FIRST_RUN, to_first_run, 24 },
	{ IN_FORM, to_form, 24 },
	{ IN_NOTE, to_note, 24 },
	{ IN_PICKER, to_picker, 24 },
	{ IN_COMPLETION, to_completion, 24 },
	{ IN_PROMPT, NULL, 24, "snooze" },
	{ IN_ANSWER, to_answer, 24 },
	{ IN_QUESTION, to_question, 24 },
	{ IN_YES_NO, to_yes_no, 24 },
	{ IN_THREADS, to_threads, 24 },
	{ IN_SEARCH, to_search, 24 },
	{ IN_PALETTE, to_palette, 24 },
	{ IN_HELP_FILTER, to_help_filter, 24 },
};
#define PLACES (sizeof places / sizeof *places)

static inline void open_place(const struct place *place)
{
	rows = place->rows;
	open_app(place->context == IN_FIRST_RUN);
	if (place->open)
		place->open();
	else
		run(place->command);
	draw_all();
	settle();
	memory_replace_string(&app.message, NULL);
	if (here() != place->context)
		fail_msg("%s is at %#" PRIx64 ", not at %#" PRIx64, app.top->ops->name, here(),
			place->context);
}

/* What cannot be seen here: the screen is not a terminal's, and there is no shell to go back to. */
static inline bool is_of_the_terminal(const struct command *command)
{
	return !strcmp(command->name, "redraw") || !strcmp(command->name, "suspend") ||
	       !strcmp(command->name, "editor");
}

/* Begins to draw, on a screen that nobody sees. False: there is no such terminal. */
static bool open_screen(void)
{
	struct strbuf complaints = STRBUF_INIT;

	config_load(&config, /* no file can be there */ "/dev/null/config", &complaints);
	setenv("LINES", "40", true);
	setenv("COLUMNS", "100", true);
	unsetenv("DISPLAY");
	unsetenv("WAYLAND_DISPLAY");
	unsetenv("TERM");
	if (!newterm("xterm-256color", fopen("/dev/null", "w"), stdin))
		return false;
	draw_start();
	return true;
}

#endif
