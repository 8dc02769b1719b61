/* The command table, and the commands that move, open, go back, undo and quit.
 * Not here: what is done to a person or the log (people_actions.c, log_actions.c). */
#include "tui/command.h"

#include "filo/base/i18n.h"
#include "filo/store/store.h"
#include "tui/actions.h"
#include "tui/find/search.h"
#include "tui/long_work.h"
#include "tui/loop.h"
#include "tui/panes/panes.h"

#include <stdlib.h>

/* Where a person is in front of us. */
#define WITH_PERSON (IN_PANES | IN_CARD | IN_ENTRY | IN_REVIEW | IN_LIST)
/* What lies over the panes and is left with Esc. */
#define OVER_PANES (IN_CARD | IN_ENTRY | IN_REVIEW | IN_LIST | IN_HELP)

/* In the order of help; the key line shows the hints in this order as far as they fit. */
/* clang-format off */
static const struct command all_commands[] = {
	{ "open", "Enter", IN_PANES, N_("open the person, or the entry in full"), NULL, command_open },
	{ "log-conversation", "l", WITH_PERSON, N_("log a conversation with this person"), N_("log"), command_log },
	{ "log-several", "L", WITH_PERSON, N_("log a conversation with several people"), NULL, command_log_several },
	{ "in-touch-today", ".", WITH_PERSON, N_("in touch today: an entry without words"), NULL, command_in_touch },
	{ "follow-up", "f", WITH_PERSON, N_("add a follow-up: to ask, promised, or promised to you"), N_("follow-up"), command_follow_up },
	{ "follow-up-done", "x", WITH_PERSON, N_("mark a follow-up done"), NULL, command_follow_up_done },
	{ "snooze", "s", WITH_PERSON, N_("snooze this person until a date"), N_("snooze"), command_snooze },
	{ "skip", "S", WITH_PERSON, N_("skip this round: the wait starts again today"), NULL, command_skip },
	{ "rest", "r", WITH_PERSON, N_("let this tie rest, until they resurface or a date"), NULL, command_rest },
	{ "wake", "w", WITH_PERSON, N_("end a snooze or a rest, or bring back who was let go"), NULL, command_wake },
	{ "let-go", "A", WITH_PERSON, N_("let go: out of every queue, history and search kept"), NULL, command_let_go },
	{ "wished", "W", WITH_PERSON, N_("birthday wishes are sent"), NULL, command_wished },
	{ "edit", "e", WITH_PERSON, N_("edit what is selected"), N_("edit"), command_edit },
	{ "delete", "d", WITH_PERSON, N_("delete what is selected (u brings it back)"), NULL, command_delete },
	{ "add-contact", "a", IN_PANES | IN_CARD | IN_FIRST_RUN, N_("add a contact"), NULL, command_add_contact },
	{ "circle", "c", WITH_PERSON, N_("circle, and how often to be in touch"), NULL, command_circle },
	{ "take-proposal", "p", WITH_PERSON, N_("take the rhythm that is proposed as the wish"), NULL, command_take_proposal },
	{ "tags", "t", WITH_PERSON, N_("tags of this person"), NULL, command_tags },
	{ "merge", "m", WITH_PERSON, N_("make two contacts one, who are the same person"), NULL, command_merge },
	{ "copy", "y", WITH_PERSON, N_("copy a phone, an e-mail or another address"), NULL, command_copy },
	{ "visit", "o", WITH_PERSON, N_("open an e-mail, a profile or a website"), NULL, command_visit },
	{ "show-person", "i", IN_PANES | IN_ENTRY | IN_REVIEW | IN_LIST, N_("all that is known of this person"), NULL, command_open_card },

	{ "search", "/", IN_PANES | IN_CARD | IN_ENTRY, N_("search people and log"), N_("search"), command_search },
	{ "next-match", "n", IN_PANES, N_("next match of the search"), NULL, command_next_match },
	{ "previous-match", "N", IN_PANES, N_("previous match of the search"), NULL, command_previous_match },
	{ "filter-tag", "T", IN_PANES, N_("only contacts with a tag"), NULL, command_filter_tag },
	{ "filter-circle", "C", IN_PANES, N_("only contacts of a circle"), NULL, command_filter_circle },
	{ "show-everybody", "", IN_PANES, N_("all contacts again"), NULL, command_show_everybody },
	{ "show-let-go", "", IN_PANES, N_("contacts that were let go, too"), NULL, command_show_let_go },

	{ "review", "R", IN_PANES, N_("go through the due people one by one"), NULL, command_review },
	{ "quiet-ties", "Q", IN_PANES, N_("ties that have gone quiet, without a due date"), NULL, command_quiet_ties },
	{ "circles", "", IN_PANES, N_("circles and how often each is in touch"), NULL, command_circles },
	{ "absences", "", IN_PANES, N_("times away, yours or theirs"), NULL, command_absences },
	{ "duplicates", "", IN_PANES, N_("people who may be one, to merge"), NULL, command_duplicates },
	{ "drafts", "", IN_PANES | IN_FIRST_RUN, N_("what was begun and not saved"), NULL, command_drafts },
	{ "trash", "", IN_PANES | IN_FIRST_RUN, N_("what was deleted in the last 90 days"), NULL, command_trash },
	{ "import", "", IN_PANES | IN_FIRST_RUN, N_("import an address book or a log"), NULL, command_import },
	{ "export", "", IN_PANES, N_("export everything to a file"), NULL, command_export },
	{ "backup", "", IN_PANES, N_("write a whole copy of the database"), NULL, command_backup },
	{ "check", "", IN_PANES, N_("check that the database is sound"), NULL, command_check },

	{ "next-pane", "Tab", IN_PANES, N_("next pane"), N_("pane"), command_next_pane },
	{ "previous-pane", "Shift-Tab", IN_PANES, N_("previous pane"), NULL, command_previous_pane },
	{ "due", "1", IN_PANES, N_("to the people due today"), NULL, command_focus_due },
	{ "contacts", "2", IN_PANES, N_("to the contacts"), NULL, command_focus_contacts },
	{ "log", "3", IN_PANES, N_("to the conversation log"), NULL, command_focus_log },
	{ "zoom", "z", IN_PANES, N_("this pane on the whole screen, and back"), NULL, command_zoom },
	{ "up", "k Up", IN_PANES, N_("up"), NULL, command_up },
	{ "down", "j Down", IN_PANES, N_("down"), NULL, command_down },
	{ "page-up", "PgUp Ctrl-u", IN_PANES, N_("a page up"), NULL, command_page_up },
	{ "page-down", "PgDn Ctrl-d", IN_PANES, N_("a page down"), NULL, command_page_down },
	{ "first", "g Home", IN_PANES, N_("to the beginning"), NULL, command_first },
	{ "last", "G End", IN_PANES, N_("to the end"), NULL, command_last },
	{ "back", "Esc", IN_PANES, N_("back: clears a search, a filter, a zoomed pane"), NULL, command_back },
	{ "close", "Esc q", OVER_PANES, N_("back to where you were"), N_("back"), command_back },

	{ "undo", "u", ANYWHERE, N_("take back the latest change"), NULL, command_undo },
	{ "redo", "Ctrl-r", ANYWHERE, N_("bring back what was taken back"), NULL, command_redo },
	{ "palette", ":", ANYWHERE, N_("run any command by its name"), NULL, command_palette },
	{ "help", "?", ANYWHERE, N_("all keys"), N_("help"), command_help },
	{ "quit", "q", IN_PANES | IN_FIRST_RUN, N_("quit"), NULL, command_quit },
	{ NULL, NULL, 0, NULL, NULL, NULL },
};
/* clang-format on */

const struct command *const commands[] = { all_commands, NULL };

void command_up(struct app *app)
{
	panes_move(app, MOVE_UP);
}

void command_down(struct app *app)
{
	panes_move(app, MOVE_DOWN);
}

void command_page_up(struct app *app)
{
	panes_move(app, MOVE_PAGE_UP);
}

void command_page_down(struct app *app)
{
	panes_move(app, MOVE_PAGE_DOWN);
}

void command_first(struct app *app)
{
	panes_move(app, MOVE_FIRST);
}

void command_last(struct app *app)
{
	panes_move(app, MOVE_LAST);
}

void command_next_pane(struct app *app)
{
	panes_focus_next(app, 1);
}

void command_previous_pane(struct app *app)
{
	panes_focus_next(app, -1);
}

void command_focus_due(struct app *app)
{
	panes_focus(app, PANE_DUE);
}

void command_focus_contacts(struct app *app)
{
	panes_focus(app, PANE_CONTACTS);
}

void command_focus_log(struct app *app)
{
	panes_focus(app, PANE_LOG);
}

void command_zoom(struct app *app)
{
	panes_zoom(app);
}

void command_back(struct app *app)
{
	if (app->top->below)
		app_pop(app);
	else if (!search_clear(app))
		panes_back(app);
}

void command_open(struct app *app)
{
	panes_open(app);
}

void command_help(struct app *app)
{
	app_push(app, help_view(app));
}

void command_palette(struct app *app)
{
	app_push(app, palette_view(app));
}

void command_quit(struct app *app)
{
	app_end(app, 0);
}

static void run_undo_step(struct app *app,
	enum status (*step)(struct store *store, char **label, struct error *err),
	const char *meanwhile, const char *format)
{
	struct long_work work;
	char *label = NULL;
	struct error err;

	long_work_begin(&work, app, meanwhile);
	enum status status = step(app->store, &label, &err);
	long_work_end(&work);
	if (status != STATUS_OK) {
		long_work_say_failure(app, &err);
		return;
	}
	app_refresh(app);
	/* Translators: %s is what was done, such as "log with Ana". */
	app_say(app, format, label);
	free(label);
}

void command_undo(struct app *app)
{
	run_undo_step(app, undo_last, _("Taking back a large change. Esc stops it"),
		undo_is_large(app->store) ? _("Taken back: %s")
					  : _("Taken back: %s. Ctrl-r brings it back"));
}

void command_redo(struct app *app)
{
	run_undo_step(app, redo_last, _("Bringing back a large change. Esc stops it"),
		_("Brought back: %s. u takes it back"));
}
