/* What an empty address book shows: four ways to begin.
 * Not here: importing (import_flow.c), the sample (src/sample). */
#include "tui/files/first_run.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"
#include "filo/store/store.h"
#include "filo/tui/options.h"
#include "tui/command.h"
#include "tui/panes/marks.h"
#include "tui/panes/panes.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/wrap.h"
#include "tui/way.h"
#include "tui/widget/list.h"

#include <stdlib.h>

static const struct choice {
	const char *title, *help;
	const char *command;
} choices[] = {
	{ N_("Import what you have"), N_("an address book or a log; you see the plan before"),
		"import" },
	{ N_("Bring your histories"), N_("mail, chats, calls, calendars: where to press for each"),
		"bring-histories" },
	{ N_("Add the first person"), N_("a name is enough; the rest can come later"),
		"add-contact" },
	{ N_("Look around in a sample"), N_("invented people, in memory: nothing is kept"),
		"look-around" },
};
#define CHOICES (sizeof choices / sizeof *choices)

/* What there is room for besides the choices, which come first. */
struct spacing {
	bool has_top, has_title, has_welcome, has_help, has_gaps;
};

struct first_run {
	struct view view;
	struct list list; /* of the choices */
	struct spacing spacing;
};

/* The sample takes the place of the database until the program ends. */
static void first_run_look_around(struct app *app)
{
	struct store *sample;
	struct error err;

	if (store_open(&sample, ":memory:", app->today, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	if (app->options->fill_sample(sample, &err) != STATUS_OK) {
		app_say_error(app, &err);
		store_close(sample);
		return;
	}
	marks_clear(app);
	app->store = sample; /* main closes the other store, which it opened */
	panes_load(app);
	app_refresh(app); /* which pops this view */
	app_say(app, _("This is a sample in memory. %s leaves it; nothing is kept"),
		way_here(app, "quit"));
}

static context_set first_run_context(const struct view *view)
{
	(void)view;
	return IN_FIRST_RUN;
}

#define TEXT_COL 2
#define HELP_COL 3 /* below the title, behind its number */

static struct spacing first_run_spacing(int rows, int cols, int welcome_rows)
{
	struct spacing spacing = { 0 };
	int left = rows - (int)CHOICES, help_rows = 0;

	for (size_t i = 0; i < CHOICES; i++)
		help_rows += draw_wrap(_(choices[i].help), cols - TEXT_COL - HELP_COL, NULL, NULL);
	const struct {
		bool *has;
		int rows;
	} wishes[] = { { &spacing.has_title, 1 }, { &spacing.has_help, help_rows },
		{ &spacing.has_welcome, welcome_rows + 1 }, { &spacing.has_gaps, (int)CHOICES },
		{ &spacing.has_top, 2 } };

	for (size_t i = 0; i < sizeof wishes / sizeof *wishes; i++) {
		*wishes[i].has = left >= wishes[i].rows;
		left -= *wishes[i].has ? wishes[i].rows : 0;
	}
	spacing.has_gaps &= !draw_is_plain(); /* where each row is read */
	return spacing;
}

static int first_run_draw_row(void *context, size_t index, struct rect area, enum role role)
{
	const struct first_run *first_run = context;

	const struct rect below = { area.row + 1, area.col + HELP_COL, area.rows - 1,
		area.cols - HELP_COL };
	int rows = 1 + first_run->spacing.has_gaps;

	draw_format(area, 0, 0, role, "%zu  %s", index + 1, _(choices[index].title));
	if (first_run->spacing.has_help)
		rows += draw_paragraph(below, 0, 0, ROLE_FAINT, _(choices[index].help));
	return rows;
}

static const struct list_ops list_ops = {
	.text_col = TEXT_COL, .draw_tall = first_run_draw_row, .is_read = true
};

static void first_run_draw(struct app *app, struct view *view, struct rect area)
{
	const char *welcome =
		_("Here you keep the thread with the people you care for: what you said to each "
		  "other, what is open between you, and who would be glad to hear from you.");
	struct first_run *first_run = (struct first_run *)view;
	struct spacing *spacing = &first_run->spacing;
	struct rect body = { area.row, area.col + 1, area.rows, area.cols - 2 };

	(void)app;
	*spacing =
		first_run_spacing(area.rows, body.cols, draw_wrap(welcome, body.cols, NULL, NULL));
	int row = spacing->has_top ? 2 : 0;
	if (spacing->has_title)
		row += draw_paragraph(body, row, 0, ROLE_TITLE, _("Welcome to filo."));
	if (spacing->has_welcome)
		row += draw_paragraph(body, row, 0, ROLE_TEXT, welcome) + 1;
	body.row += row;
	body.rows -= row;
	list_draw(&first_run->list, body, true);
}

static struct first_run *first_run_of(const struct view *view)
{
	return (struct first_run *)view;
}

static void first_run_move(struct app *app, struct view *view, enum move move)
{
	(void)app;
	list_move_round(&first_run_of(view)->list, move);
}

static void first_run_next(struct app *app)
{
	first_run_move(app, app->top, MOVE_DOWN);
}

static void first_run_previous(struct app *app)
{
	first_run_move(app, app->top, MOVE_UP);
}

static void first_run_choose(struct app *app)
{
	command_run(app, choices[first_run_of(app->top)->list.selected].command);
}

static void first_run_choose_number(struct app *app)
{
	size_t number = (size_t)(app->key - '1');

	if (number < CHOICES) /* else by its name */
		first_run_of(app->top)->list.selected = number;
	first_run_choose(app);
}

/* Closes when the first contact exists. */
static void first_run_refresh(struct app *app, struct view *view)
{
	const struct contact_filter everybody = { .with_archived = true };

	if (contact_count(app->store, &everybody))
		app_remove(app, view);
}

static void first_run_free(struct view *view)
{
	free(view);
}

static const struct view_ops first_run_ops = {
	.name = "first-run",
	.context = first_run_context,
	.draw = first_run_draw,
	.move = first_run_move,
	.refresh = first_run_refresh,
	.free = first_run_free,
};

struct view *first_run_view(struct app *app)
{
	struct first_run *first_run = memory_new(sizeof *first_run);

	(void)app;
	first_run->view.ops = &first_run_ops;
	list_init(&first_run->list, &list_ops, first_run);
	list_set_count(&first_run->list, CHOICES);
	return &first_run->view;
}

const struct command first_run_commands[] = {
	{ "look-around", "", IN_FIRST_RUN, N_("invented people, in memory: nothing is kept"), NULL,
		first_run_look_around },
	{ "begin", "Enter", IN_FIRST_RUN, N_("at the first start: what is selected"), N_("choose"),
		first_run_choose },
	{ "begin-with", "1 2 3 4", IN_FIRST_RUN,
		N_("at the first start: the first, the second, the third, the fourth"), NULL,
		first_run_choose_number },
	{ "next-beginning", "Tab", IN_FIRST_RUN, N_("at the first start: down"), NULL,
		first_run_next },
	{ "previous-beginning", "Shift-Tab", IN_FIRST_RUN, N_("at the first start: up"), NULL,
		first_run_previous },
	{ 0 },
};
