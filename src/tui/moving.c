/* The commands that move, go back and quit, whatever is on top.
 * Not here: what moves (each view). */
#include "tui/command.h"

#include "filo/base/i18n.h"
#include "tui/find/search.h"
#include "tui/loop.h"
#include "tui/panes/panes.h"

static void move_top(struct app *app, enum move move)
{
	if (app->top->ops->move)
		app->top->ops->move(app, app->top, move);
}

static void move_up(struct app *app)
{
	move_top(app, MOVE_UP);
}

static void move_down(struct app *app)
{
	move_top(app, MOVE_DOWN);
}

static void move_page_up(struct app *app)
{
	move_top(app, MOVE_PAGE_UP);
}

static void move_page_down(struct app *app)
{
	move_top(app, MOVE_PAGE_DOWN);
}

static void move_first(struct app *app)
{
	move_top(app, MOVE_FIRST);
}

static void move_last(struct app *app)
{
	move_top(app, MOVE_LAST);
}

static void move_back(struct app *app)
{
	if (app->top->below)
		app_pop(app);
	else if (!search_clear(app))
		panes_back(app);
}

static void move_quit(struct app *app)
{
	app_end(app, 0);
}

#define AMONG_ROWS (IN_PANES | IN_LISTS | IN_DOCUMENTS | IN_FIRST_RUN)

const struct command moving_commands[] = {
	{ "up", "k Up", AMONG_ROWS, N_("up"), N_("up"), move_up, IN_HELP | IN_FIRST_RUN },
	{ "down", "j Down", AMONG_ROWS, N_("down"), N_("down"), move_down, IN_HELP | IN_FIRST_RUN },
	{ "page-up", "PgUp Ctrl-u Ctrl-b", AMONG_ROWS, N_("a page up"), NULL, move_page_up },
	{ "page-down", "PgDn Ctrl-d Ctrl-f", AMONG_ROWS, N_("a page down"), NULL, move_page_down },
	{ "read-on", "Space", IN_DOCUMENTS, N_("a page on"), NULL, move_page_down },
	{ "first", "g Home", AMONG_ROWS, N_("to the beginning"), NULL, move_first },
	{ "last", "G End", AMONG_ROWS, N_("to the end"), NULL, move_last },
	{ "row-up", "Up", IN_SEARCH | IN_PALETTE | IN_HELP_FILTER | IN_NARROWING,
		N_("while searching: up, and what is typed stays"), NULL, move_up },
	{ "row-down", "Down", IN_SEARCH | IN_PALETTE | IN_HELP_FILTER | IN_NARROWING,
		N_("while searching: down"), NULL, move_down },
	{ "rows-up", "PgUp", IN_SEARCH | IN_HELP_FILTER | IN_NARROWING,
		N_("while searching: a page up"), NULL, move_page_up },
	{ "rows-down", "PgDn", IN_SEARCH | IN_HELP_FILTER | IN_NARROWING,
		N_("while searching: a page down"), NULL, move_page_down },
	{ "back", "Esc Left", IN_PANES | IN_FIRST_RUN,
		N_("back: clears a search, a filter, a zoomed pane"), NULL, move_back },
	{ "close", "Esc q ' Ctrl-o", OVER_PANES, N_("back to where you were"), N_("back"),
		move_back },
	{ "back-to-the-left", "Left", OVER_PANES & ~(IN_REVIEW | IN_REVIEW_END),
		N_("back, as an arrow says it"), NULL, move_back },
	{ "read", "Enter", IN_CARD | IN_ENTRY | IN_HELP, N_("close it: back to where you were"),
		NULL, move_back },
	{ "quit", "q", IN_PANES | IN_FIRST_RUN, N_("quit"), N_("quit"), move_quit },
	{ 0 },
};
