/* The commands that move, go back and quit, whatever is on top.
 * Not here: what moves (each view). */
#include "tui/command.h"

#include "filo/base/i18n.h"
#include "tui/find/search.h"
#include "tui/loop.h"
#include "tui/panes/panes.h"

static void command_up(struct app *app)
{
	panes_move(app, MOVE_UP);
}

static void command_down(struct app *app)
{
	panes_move(app, MOVE_DOWN);
}

static void command_page_up(struct app *app)
{
	panes_move(app, MOVE_PAGE_UP);
}

static void command_page_down(struct app *app)
{
	panes_move(app, MOVE_PAGE_DOWN);
}

static void command_first(struct app *app)
{
	panes_move(app, MOVE_FIRST);
}

static void command_last(struct app *app)
{
	panes_move(app, MOVE_LAST);
}

static void command_back(struct app *app)
{
	if (app->top->below)
		app_pop(app);
	else if (!search_clear(app))
		panes_back(app);
}

static void command_quit(struct app *app)
{
	app_end(app, 0);
}

const struct command moving_commands[] = {
	{ "up", "k Up", IN_PANES, N_("up"), NULL, command_up },
	{ "down", "j Down", IN_PANES, N_("down"), NULL, command_down },
	{ "page-up", "PgUp Ctrl-u", IN_PANES, N_("a page up"), NULL, command_page_up },
	{ "page-down", "PgDn Ctrl-d", IN_PANES, N_("a page down"), NULL, command_page_down },
	{ "first", "g Home", IN_PANES, N_("to the beginning"), NULL, command_first },
	{ "last", "G End", IN_PANES, N_("to the end"), NULL, command_last },
	{ "back", "Esc", IN_PANES, N_("back: clears a search, a filter, a zoomed pane"), NULL,
		command_back },
	{ "close", "Esc q", OVER_PANES, N_("back to where you were"), N_("back"), command_back },
	{ "quit", "q", IN_PANES | IN_FIRST_RUN, N_("quit"), NULL, command_quit },
	{ 0 },
};
