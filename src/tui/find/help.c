/* Help: every command and its keys, from the command table; typed words narrow it down.
 * Not here: the table (commands.c). */
#include "tui/command.h"
#include "tui/keymap.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/keys.h"
#include "tui/widget/chosen.h"
#include "tui/widget/field.h"
#include "tui/widget/field_draw.h"
#include "tui/widget/heading.h"
#include "tui/widget/scroll.h"

#include <stdlib.h>
#include <string.h>

#define KEYS_COLS 24

struct help {
	struct view view;
	const struct app *app;
	context_set context; /* where it was asked for: these commands come first */
	struct field filter; /* shown while not empty or asked for with / */
	bool is_filtering;
	struct scroll scroll;
	size_t found; /* as drawn last */
};

static const struct {
	context_set contexts;
	const char *title;
} sections[] = {
	{ IN_DUE, N_("Due") },
	{ IN_CONTACTS, N_("Contacts") },
	{ IN_LOG, N_("Conversation log") },
	{ IN_CARD, N_("Contact card") },
	{ IN_ENTRY, N_("Log entry") },
	{ IN_REVIEW | IN_REVIEW_END, N_("Review") },
	{ IN_TRIAGE | IN_TRIAGE_END, N_("Triage") },
	{ IN_LISTS, N_("Lists") },
	{ IN_FIRST_RUN, N_("First start") },
	{ IN_HELP, N_("Help") },
	{ WHILE_TYPING, N_("While typing") },
};

static struct help *help_of(const struct view *view)
{
	return (struct help *)view;
}

static context_set help_context(const struct view *view)
{
	return help_of(view)->is_filtering ? IN_HELP_FILTER : IN_HELP;
}

static bool help_wants(const struct help *help, const struct command *command, const char *keys)
{
	struct strbuf text = STRBUF_INIT, query = STRBUF_INIT;

	text_fold(&text, command->name);
	strbuf_add_char(&text, ' ');
	text_fold(&text, command_title(command));
	strbuf_add_char(&text, ' ');
	text_fold(&text, _(command->help));
	strbuf_add_char(&text, ' ');
	strbuf_add(&text, keys);
	text_fold(&query, help->filter.text.data);
	bool is_match = text_matches_words(text.data, query.data) ||
			(query.len && !strcmp(keys, help->filter.text.data));
	strbuf_fini(&text);
	strbuf_fini(&query);
	return is_match;
}

/* In one sentence: two columns would be heard mixed. */
static void help_draw_plain(
	struct help *help, struct rect list, enum role role, const char *keys, const char *what)
{
	int row = help->scroll.count - help->scroll.first;
	int first = row > 0 ? row : 0, skip = row < 0 ? -row : 0;
	const struct rect room = { list.row, list.col + 1, list.rows, list.cols - 2 };
	struct strbuf line = STRBUF_INIT;

	strbuf_add(&line, keys);
	strbuf_add_item(&line, ": ", what);
	help->scroll.count +=
		draw_paragraph(room, first, skip, *keys ? role : ROLE_TEXT, line.data);
	strbuf_fini(&line);
}

static void help_draw_line(
	struct help *help, struct rect list, enum role role, const char *keys, const char *what)
{
	if (draw_is_plain()) {
		help_draw_plain(help, list, role, keys, what);
		return;
	}
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

static void help_draw_title(struct help *help, struct rect list, const char *title)
{
	int row = help->scroll.count++ - help->scroll.first;

	if (row >= 0 && row < list.rows)
		draw_text(list, row, 1, ROLE_TITLE, title);
}

/* A section as it is drawn: its title stands above the first line that there is. */
struct help_section {
	struct rect list;
	context_set contexts;
	const char *title; /* NULL: drawn already */
};

static void help_draw_command(struct help *help, struct help_section *section,
	const struct command *command, const char *keys, const char *what)
{
	if (!help_wants(help, command, keys))
		return;
	if (section->title) {
		if (help->scroll.count && !draw_is_plain()) /* a blank row is not heard */
			help_draw_line(help, section->list, ROLE_TEXT, "", "");
		help_draw_title(help, section->list, section->title);
		section->title = NULL;
	}
	help->found++;
	help_draw_line(help, section->list, ROLE_KEY, *keys ? keys : command_title(command), what);
}

/* What the person has bound with something behind it: "2" does "snooze 2w". */
static void help_draw_bound(struct help *help, struct help_section *section, context_set contexts)
{
	const struct keymap *keymap = &help->app->keymap;
	const struct binding *binding;
	struct strbuf what = STRBUF_INIT;
	char key[16];

	VECTOR_EACH (binding, &keymap->bindings) {
		if (!binding->argument || !keymap_holds(keymap, binding, contexts))
			continue;
		strbuf_clear(&what);
		strbuf_add_format(&what, "%s %s: %s", command_title(binding->command),
			binding->argument, _(binding->command->help));
		help_draw_command(
			help, section, binding->command, key_to_name(binding->key, key), what.data);
	}
	strbuf_fini(&what);
}

/* The person's own, then the commands of a section that were not in one before. */
static void help_draw_section(struct help *help, struct help_section section, context_set before)
{
	struct command_walk walk = { help->app->commands, NULL };
	const struct command *command;
	struct strbuf keys = STRBUF_INIT;

	help_draw_bound(help, &section, section.contexts & ~before);
	while ((command = command_next(&walk))) {
		if (!(command->contexts & section.contexts) || (command->contexts & before))
			continue;
		strbuf_clear(&keys);
		keymap_add_keys(&keys, &help->app->keymap, command, section.contexts);
		help_draw_command(help, &section, command, keys.data, _(command->help));
	}
	strbuf_fini(&keys);
}

/* The keys of the text itself, which no command takes. */
static void help_draw_field_keys(struct help *help, struct rect list)
{
	if (help->filter.text.len)
		return;
	help_draw_line(help, list, ROLE_TEXT, "", "");
	help_draw_title(help, list, _("In what is typed"));
	for (const struct field_keys *keys = field_keys; keys->keys; keys++)
		help_draw_line(help, list, ROLE_KEY, keys->keys, _(keys->help));
}

static void help_draw_all(struct help *help, struct rect list)
{
	context_set before = 0;

	help->scroll.count = 0;
	help->found = 0;
	if (help->context)
		help_draw_section(help, (struct help_section){ list, help->context, _("Here") }, 0);
	before |= help->context;
	for (size_t i = 0; i < sizeof sections / sizeof *sections; i++) {
		help_draw_section(help,
			(struct help_section){ list, sections[i].contexts, _(sections[i].title) },
			before);
		before |= sections[i].contexts;
	}
	help_draw_field_keys(help, list);
	if (!help->scroll.count)
		help_draw_line(help, list, ROLE_TEXT, "", _("Nothing contains these words"));
}

/* On the plain screen its row says what came of what is typed. */
static void help_draw_filter(struct help *help, struct rect line)
{
	const struct rect typed = field_draw_behind(&help->filter, line, "/", _("Search"));
	struct strbuf found = STRBUF_INIT;

	if (!help->found)
		chosen_say_none(&help->filter, typed);
	strbuf_add_format(&found, NP_("%zu found", "%zu found", help->found), help->found);
	if (help->found)
		chosen_say(found.data, &help->filter, typed);
	strbuf_fini(&found);
}

static void help_draw(struct app *app, struct view *view, struct rect area)
{
	struct help *help = help_of(view);
	struct rect list = { area.row + 1, area.col, area.rows - 1, area.cols };

	(void)app;
	list.rows -= help->is_filtering;
	help->scroll.rows = list.rows;
	help_draw_all(help, list);
	bool is_moved = scroll_clamp(&help->scroll);
	if (scroll_show_read(&help->scroll) || is_moved) {
		draw_blank(list);
		help_draw_all(help, list);
	}
	heading_draw(&(struct heading){ .title = _("Help") }, area, 1, scroll_below(&help->scroll));
	if (help->is_filtering)
		help_draw_filter(
			help, (struct rect){ area.row + area.rows - 1, area.col, 1, area.cols });
	else
		draw_cursor(list, help->scroll.at - help->scroll.first, 1, false);
}

static bool help_type(struct app *app, struct view *view, int key)
{
	struct help *help = help_of(view);

	(void)app;
	if (!help->is_filtering)
		return false;
	scroll_begin(&help->scroll);
	return field_key(&help->filter, key);
}

static void help_move(struct app *app, struct view *view, enum move move)
{
	struct help *help = help_of(view);

	(void)app;
	if (help->is_filtering &&
		draw_is_plain()) /* from there what was found would not be heard */
		help->is_filtering = false;
	else
		scroll_read(&help->scroll, move);
}

static void help_free(struct view *view)
{
	struct help *help = help_of(view);

	field_fini(&help->filter);
	free(help);
}

static const struct view_ops help_view_ops = {
	.name = "help",
	.context = help_context,
	.draw = help_draw,
	.type = help_type,
	.move = help_move,
	.free = help_free,
};

static struct view *help_new(const struct app *app)
{
	struct help *help = memory_new(sizeof *help);

	help->view.ops = &help_view_ops;
	help->app = app;
	help->context = app->top->ops->context(app->top);
	field_init(&help->filter, "", false);
	return &help->view;
}

static void help_open(struct app *app)
{
	app_push(app, help_new(app));
}

static void help_begin_filter(struct app *app)
{
	help_of(app->top)->is_filtering = true;
}

static void help_read_found(struct app *app)
{
	help_of(app->top)->is_filtering = false;
}

static void help_clear_filter(struct app *app)
{
	struct help *help = help_of(app->top);

	field_set(&help->filter, "");
	help->is_filtering = false;
}

static void help_leave(struct app *app)
{
	app_pop(app);
}

const struct command help_commands[] = {
	{ "help", "? F1", ANYWHERE, N_("all keys"), N_("help"), help_open },
	{ "leave-help", "? F1", IN_HELP, N_("back from the help"), NULL, help_leave },
	{ "filter-help", "/", IN_HELP, N_("only the keys with some words"), N_("search"),
		help_begin_filter },
	{ "read-found-help", "Enter", IN_HELP_FILTER,
		N_("in the help: to what was found, and the words stay"), N_("read"),
		help_read_found },
	{ "clear-help-filter", "Esc", IN_HELP_FILTER, N_("in the help: all keys again"),
		N_("all keys"), help_clear_filter },
	{ 0 },
};

/* Where "?" is a letter; what was typed is there still. Last in the key line. */
const struct command help_typing_commands[] = {
	{ "help-while-typing", "F1", WHILE_TYPING & ~IN_HELP_FILTER,
		N_("all keys, and back to what is being typed"), N_("help"), help_open },
	{ 0 },
};
