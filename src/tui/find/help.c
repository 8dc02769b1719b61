/* Help: every command and its keys, from the command table; typed words narrow it down.
 * Not here: the table (commands.c). */
#include "tui/command.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "tui/form/form.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"
#include "tui/widget/move.h"
#include "tui/widget/scroll.h"

#include <stdlib.h>
#include <string.h>

#define KEYS_COLS 24

struct help {
	struct view view;
	const struct command *const *commands;
	unsigned context;    /* where it was asked for: these commands come first */
	struct field filter; /* shown while not empty or asked for with / */
	bool is_filtering;
	struct scroll scroll;
};

static const struct {
	unsigned contexts;
	const char *title;
} sections[] = {
	{ IN_DUE, N_("Due") },
	{ IN_CONTACTS, N_("Contacts") },
	{ IN_LOG, N_("Conversation log") },
	{ IN_CARD, N_("Contact card") },
	{ IN_ENTRY, N_("Log entry") },
	{ IN_REVIEW, N_("Review") },
	{ IN_LIST, N_("Lists") },
	{ IN_FIRST_RUN, N_("First start") },
};

static unsigned help_context(const struct view *view)
{
	(void)view;
	return IN_HELP;
}

static bool is_wanted(const struct help *help, const struct command *command)
{
	struct strbuf text = STRBUF_INIT, query = STRBUF_INIT;

	text_fold(&text, command->name);
	strbuf_add_char(&text, ' ');
	text_fold(&text, _(command->help));
	strbuf_add_char(&text, ' ');
	strbuf_add(&text, command->keys);
	text_fold(&query, help->filter.text.data);
	bool is_match = text_matches_words(text.data, query.data) ||
			(query.len && !strcmp(command->keys, help->filter.text.data));
	strbuf_fini(&text);
	strbuf_fini(&query);
	return is_match;
}

static void draw_line(
	struct help *help, struct rect list, enum role role, const char *keys, const char *what)
{
	int row = help->scroll.count - help->scroll.first;
	int keys_cols = list.cols < 2 * KEYS_COLS ? list.cols / 3 : KEYS_COLS;
	int what_col = 2 + keys_cols, first = row > 0 ? row : 0, skip = row < 0 ? -row : 0;
	const struct rect left = { list.row, list.col + 1, list.rows, keys_cols };
	const struct rect right = { list.row, list.col + what_col, list.rows,
		list.cols - what_col - 1 };
	int keys_rows = draw_paragraph(left, first, skip, role, keys);
	int what_rows = draw_paragraph(right, first, skip, ROLE_TEXT, what);

	help->scroll.count += keys_rows > what_rows ? keys_rows : what_rows;
	help->scroll.count += !keys_rows && !what_rows;
}

static void draw_title(struct help *help, struct rect list, const char *title)
{
	int row = help->scroll.count++ - help->scroll.first;

	if (row >= 0 && row < list.rows)
		draw_text(list, row, 1, ROLE_TITLE, title);
}

/* The commands of a section that were not in one before. */
static void draw_section(
	struct help *help, struct rect list, unsigned contexts, unsigned before, const char *title)
{
	struct command_walk walk = { help->commands, NULL };
	const struct command *command;
	bool has_title = false;

	while ((command = command_next(&walk))) {
		if (!(command->contexts & contexts) || (command->contexts & before) ||
			!is_wanted(help, command))
			continue;
		if (!has_title) {
			if (help->scroll.count)
				draw_line(help, list, ROLE_TEXT, "", "");
			draw_title(help, list, title);
			has_title = true;
		}
		draw_line(help, list, ROLE_KEY, *command->keys ? command->keys : command->name,
			_(command->help));
	}
}

static void draw_form_keys(struct help *help, struct rect list)
{
	static const struct {
		const char *keys, *what;
	} keys[] = {
		{ "Tab Shift-Tab", N_("next field, the one before") },
		{ "Ctrl-s", N_("save") },
		{ "Esc", N_("leave; what was typed stays as a draft") },
		{ "Ctrl-a Ctrl-e", N_("beginning and end of the line") },
		{ "Alt-b Alt-f", N_("a word back, a word on") },
		{ "Ctrl-w Ctrl-u Ctrl-k", N_("erase the word, the line before, the line after") },
		{ "Ctrl-y", N_("put back what was erased") },
		{ "Ctrl-x", N_("start the form afresh") },
		{ "Ctrl-e", N_("in a note: hand it to $VISUAL or $EDITOR") },
	};

	if (help->filter.text.len)
		return;
	draw_line(help, list, ROLE_TEXT, "", "");
	draw_title(help, list, _("While typing"));
	for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
		draw_line(help, list, ROLE_KEY, keys[i].keys, _(keys[i].what));
}

static void draw_all(struct help *help, struct rect list)
{
	unsigned before = 0;

	help->scroll.count = 0;
	if (help->context)
		draw_section(help, list, help->context, 0, _("Here"));
	before |= help->context;
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		draw_section(help, list, sections[i].contexts, before, _(sections[i].title));
		before |= sections[i].contexts;
	}
	draw_form_keys(help, list);
}

static void help_draw(struct app *app, struct view *view, struct rect area)
{
	struct help *help = (struct help *)view;
	struct rect list = { area.row + 1, area.col, area.rows - 1, area.cols };

	(void)app;
	draw_rule(area, 0, ROLE_TITLE, _("Help"), NULL);
	if (help->is_filtering) {
		list.rows--;
		const struct rect line = { area.row + area.rows - 1, area.col, 1, area.cols };
		const struct rect field = { line.row, line.col + 2, 1, line.cols - 2 };
		draw_text(line, 0, 1, ROLE_KEY, "/");
		field_draw(&help->filter, field, true);
	}
	help->scroll.rows = list.rows;
	draw_all(help, list);
	if (scroll_clamp(&help->scroll)) {
		draw_blank(list);
		draw_all(help, list);
	}
	if (!help->is_filtering)
		draw_cursor(list, 0, 1, false);
}

static bool filter_key(struct help *help, int key)
{
	if (key == KEYS_ESCAPE) {
		field_set(&help->filter, "");
		help->is_filtering = false;
		return true;
	}
	if (move_of_key_typing(key))
		return scroll_key(&help->scroll, key);
	help->scroll.first = 0;
	field_key(&help->filter, key);
	return true;
}

static bool help_key(struct app *app, struct view *view, int key)
{
	struct help *help = (struct help *)view;

	if (help->is_filtering)
		return filter_key(help, key);
	if (scroll_key(&help->scroll, key))
		return true;
	if (key == '/') {
		help->is_filtering = true;
		return true;
	}
	if (key == KEYS_ESCAPE || key == 'q' || key == '?' || key == KEYS_ENTER)
		app_pop(app);
	return key != KEYS_PASTE;
}

static void help_hints(const struct view *view, struct strbuf *out)
{
	(void)view;
	strbuf_add(out, _("j down  k up  / search  Esc back"));
}

static void help_free(struct view *view)
{
	struct help *help = (struct help *)view;

	field_fini(&help->filter);
	free(help);
}

static const struct view_ops help_view_ops = {
	.name = "help",
	.context = help_context,
	.draw = help_draw,
	.key = help_key,
	.hints = help_hints,
	.free = help_free,
	.takes_typing = true,
};

static struct view *help_new(const struct app *app)
{
	struct help *help = memory_new(sizeof *help);

	help->view.ops = &help_view_ops;
	help->commands = app->commands;
	help->context = app->top->ops->context(app->top);
	field_init(&help->filter, "", false);
	return &help->view;
}

static void command_help(struct app *app)
{
	app_push(app, help_new(app));
}

const struct command help_commands[] = {
	{ "help", "?", ANYWHERE, N_("all keys"), N_("help"), command_help },
	{ 0 },
};
