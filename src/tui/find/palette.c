/* The command palette: any command by a few letters of its name or of what it does.
 * Not here: the commands (commands.c). */
#include "tui/command.h"
#include "tui/find/palette_alias.h"
#include "tui/find/palette_complete.h"
#include "tui/find/palette_past.h"
#include "tui/find/palette_rank.h"
#include "tui/keymap.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"
#include "tui/terminal/wrap.h"
#include "tui/widget/chosen.h"
#include "tui/widget/field.h"
#include "tui/widget/field_draw.h"
#include "tui/widget/heading.h"
#include "tui/widget/list.h"

#include <stdlib.h>
#include <string.h>

#define ROWS_MAX      10
#define NAME_COLS     24
#define KEYS_COLS     12
#define WIDE_COLS     57 /* narrower, only the marked one tells what it does */
#define TOLD_ROWS_MAX 4

#define RANK_RECENT  (-PALETTE_PAST_MAX)
#define RANK_OFFERED (RANK_RECENT - 1)
#define RANK_BEGUN   4 /* where nothing answers all that is typed */

struct match {
	const struct command *command;
	int rank; /* lower is better */
};

struct palette {
	struct view view;
	const struct app *app;
	const struct command *offered; /* first while nothing is typed; NULL: none */
	struct field typed;
	/* Of what is typed, found with the matches. */
	const struct command *named; /* NULL: none is named whole */
	const struct command *alias; /* that is meant by a word from elsewhere; NULL: none */
	size_t name_len;             /* of what names it */
	const char *argument;        /* behind that; may be "" */
	bool falls_back;             /* nothing answers it all: its first word is what counts */
	struct strbuf several;       /* what the argument may become, where that is not one */
	size_t listed;               /* of these, where the rest begins; 0: all were shown */
	size_t line;                 /* of those run before, which stands there: from 1; 0: none */
	struct vector matches;       /* of struct match, best first */
	struct list list;
};

static struct palette *palette_of(const struct view *view)
{
	return (struct palette *)view;
}

/* While nothing is typed: what is offered, then what was run last. */
static int palette_rank_untyped(const struct palette *palette, const struct command *command)
{
	return command == palette->offered ? RANK_OFFERED
					   : RANK_RECENT + palette_past_place(command);
}

/* Stable: equal ranks stay in the table's order. */
static void palette_insert(struct vector *matches, struct match match)
{
	size_t at = matches->count;

	while (at && ((struct match *)vector_at(matches, at - 1))->rank > match.rank)
		at--;
	vector_insert(matches, at, &match);
}

/* Where the command is to be run. */
static context_set palette_place(const struct palette *palette)
{
	const struct view *below = palette->view.below;

	return below ? below->ops->context(below) : 0;
}

/* Whether it is here, takes something, and its name begins so. */
static bool palette_begins(
	const struct palette *palette, const struct command *command, const char *begin)
{
	return command->takes && (command->contexts & palette_place(palette)) &&
	       (palette_rank_name(command_title(command), begin) == 0 ||
		       palette_rank_name(command->name, begin) == 0);
}

/* The only such command; NULL: there is none, or several. */
static const struct command *palette_begun(const struct palette *palette, const char *begin)
{
	struct command_walk walk = { palette->app->commands, NULL };
	const struct command *command, *found = NULL;
	int count = 0;

	while ((command = command_next(&walk))) {
		if (!palette_begins(palette, command, begin))
			continue;
		found = command;
		count++;
	}
	return count == 1 ? found : NULL;
}

/* What names it ends there. */
static void palette_set_named(struct palette *palette, const struct command *command, size_t len)
{
	const char *behind = palette->typed.text.data + len;

	palette->named = command;
	palette->name_len = len;
	palette->argument = behind + strspn(behind, " ");
}

/* The command whose whole name is typed or, something standing behind it, enough of it; NULL: none
 * is. And what stands behind. */
static void palette_name(struct palette *palette)
{
	const char *typed = palette->typed.text.data;
	size_t len, first = strcspn(typed, " ");
	const struct command *named = command_spoken(palette->app->commands, typed, &len);

	palette_set_named(palette, named, named ? len : first);
	bool is_begun = *palette->argument &&
			command_is_begun(palette->app->commands, typed, palette_place(palette));
	const struct command *otherwise =
		is_begun ? NULL : palette_called(palette->app, typed, palette_place(palette));
	if (otherwise && !command_serves(named, palette_place(palette), *palette->argument))
		palette_set_named(palette, otherwise, first);
	len = palette->name_len;
	if (palette->named || !len || !*palette->argument || is_begun)
		return;
	struct strbuf begin = STRBUF_INIT;
	char *word = memory_copy_bytes(typed, len);
	text_fold(&begin, word);
	palette->named = palette_begun(palette, begin.data);
	strbuf_fini(&begin);
	free(word);
}

/* Whether it does nothing here: then what sounds like it is not meant. */
static bool palette_is_elsewhere(const struct palette *palette)
{
	return palette->named && !(palette->named->contexts & palette_place(palette));
}

/* Whether what is typed behind the name is for that command: ":snooze 2w". */
static bool palette_is_taken(const struct palette *palette)
{
	return (palette->falls_back || (palette->named && palette->named->takes)) &&
	       *palette->argument;
}

/* How well a command answers what is typed; RANK_NONE: not at all, or it does nothing here. */
static int palette_rank_here(
	const struct palette *palette, const struct command *command, const char *typed)
{
	bool is_here =
		!palette_is_elsewhere(palette) && (command->contexts & palette_place(palette));
	int rank = is_here ? palette_rank(command, typed) : RANK_NONE;

	bool is_named =
		command == palette->named && (palette_is_taken(palette) || !*palette->argument);

	if (command == palette->alias || (is_named && is_here))
		return RANK_OFFERED;
	return rank == 0 && !*typed ? palette_rank_untyped(palette, command) : rank;
}

/* The same where nothing does: what begins as a name and is none with what stands behind it, or as
 * a word from elsewhere, is the beginning of a name by itself. */
static int palette_rank_begun(
	const struct palette *palette, const struct command *command, const char *typed)
{
	bool is_begun = *palette->argument ? palette_begins(palette, command, typed)
					   : palette_alias_begins(command, typed);

	return is_begun ? RANK_BEGUN : RANK_NONE;
}

/* By the first `len` bytes of what is typed. */
static void palette_match(struct palette *palette, size_t len,
	int (*rank_of)(const struct palette *, const struct command *, const char *))
{
	struct command_walk walk = { palette->app->commands, NULL };
	const struct command *command;
	struct strbuf typed = STRBUF_INIT;
	char *name = memory_copy_bytes(palette->typed.text.data, len);

	text_fold(&typed, name);
	free(name);
	while ((command = command_next(&walk))) {
		int rank = rank_of(palette, command, typed.data);
		if (rank > RANK_NONE)
			palette_insert(&palette->matches, (struct match){ command, rank });
	}
	strbuf_fini(&typed);
}

static void palette_find(struct palette *palette)
{
	palette->falls_back = false;
	palette_name(palette);
	palette->alias = palette_alias(palette->app->commands, palette->typed.text.data);
	vector_clear(&palette->matches);
	palette_match(palette,
		palette_is_taken(palette) ? palette->name_len : palette->typed.text.len,
		palette_rank_here);
	palette->falls_back = !palette->matches.count;
	if (palette->falls_back)
		palette_match(palette, palette->name_len, palette_rank_begun);
	list_set_count(&palette->list, palette->matches.count);
}

static context_set palette_context(const struct view *view)
{
	(void)view;
	return IN_PALETTE;
}

static const struct command *palette_command(const struct palette *palette, size_t index)
{
	return ((const struct match *)vector_at(&palette->matches, index))->command;
}

/* On the plain screen in a sentence, of the marked one with what it does. */
static int palette_draw_plain(const struct palette *palette, size_t index, struct rect area,
	enum role role, const char *keys)
{
	const struct command *command = palette_command(palette, index);
	bool is_marked = index == palette->list.selected;
	struct strbuf words = STRBUF_INIT;

	strbuf_add(&words, command_title(command));
	if (*keys)
		strbuf_add_item(&words, ", ", keys);
	if (is_marked)
		strbuf_add_format(&words, ": %s", _(command->help));
	int rows = list_draw_words(area, role, words.data, is_marked);
	strbuf_fini(&words);
	return rows;
}

/* What a command does stands beside its name, on as many rows as that takes, where there is room.
 * Returns the rows. */
static int palette_draw_row(void *context, size_t index, struct rect area, enum role role)
{
	const struct palette *palette = context;
	const struct command *command = palette_command(palette, index);
	int keys_col = NAME_COLS + 1, help_col = keys_col + KEYS_COLS + 1;
	const struct rect beside = { area.row, area.col + help_col, area.rows,
		area.cols - help_col };

	struct strbuf keys = STRBUF_INIT;
	int rows = 1;

	keymap_add_keys(&keys, &palette->app->keymap, command, palette_place(palette));
	if (draw_is_plain()) {
		rows = palette_draw_plain(palette, index, area, role, keys.data);
	} else {
		draw_text(area, 0, 0, role, command_title(command));
		draw_cell(area, 0, keys_col, KEYS_COLS, ROLE_KEY, keys.data);
		if (area.cols >= WIDE_COLS)
			rows = draw_paragraph(beside, 0, 0, ROLE_TEXT, _(command->help));
	}
	strbuf_fini(&keys);
	return rows;
}

static const struct list_ops list_ops = { .text_col = 2, .draw_tall = palette_draw_row };

/* The rows of all that is found, and no more than `most`. */
static int palette_rows(struct palette *palette, int cols, int most)
{
	const struct rect nowhere = { .cols = cols };
	int rows = 0;

	for (size_t i = 0; i < palette->matches.count && rows < most; i++)
		rows += palette_draw_row(palette, i, nowhere, ROLE_TEXT);
	return rows < most ? rows : most;
}

/* Why no command is shown. */
static void palette_tell_none(const struct palette *palette, struct strbuf *out)
{
	const struct command *named = palette->named;

	if (palette_is_elsewhere(palette))
		strbuf_add_format(out, _("%s does nothing here"), command_title(named));
	else if (named && !named->takes && *palette->argument)
		strbuf_add_format(out, _("%s takes nothing behind its name"), command_title(named));
	else
		strbuf_add(out, _("No such command here"));
}

/* What the argument may become; else what the marked command does, where that does not stand beside
 * its name. */
static void palette_tell(const struct palette *palette, int cols, struct strbuf *out)
{
	if (!palette->matches.count)
		palette_tell_none(palette, out);
	else if (palette->several.len)
		strbuf_add(out, palette->several.data);
	else if (cols < WIDE_COLS && !draw_is_plain())
		strbuf_add(out, _(palette_command(palette, palette->list.selected)->help));
}

static void palette_draw_typed(struct palette *palette, struct rect row)
{
	const struct rect typed = field_draw_behind(&palette->typed, row, ":", _("Command"));
	size_t selected = palette->list.selected;

	if (!palette->matches.count)
		chosen_say_none(&palette->typed, typed);
	else if (palette->several.len)
		chosen_say_names(palette->several.data, &palette->typed, typed);
	else
		chosen_tell(&(struct chosen){ .list = &palette->list,
				    .is_word = true,
				    .text = command_title(palette_command(palette, selected)) },
			&palette->typed, typed);
}

/* The marked row stays in sight above what is told, however few rows there are. */
static void palette_draw(struct app *app, struct view *view, struct rect area)
{
	struct palette *palette = palette_of(view);
	struct strbuf text = STRBUF_INIT;

	palette_find(palette);
	int most = area.rows - 2 < ROWS_MAX ? area.rows - 2 : ROWS_MAX;
	int room = most - (palette->matches.count > 0);
	struct rect list = { area.row, area.col + 1, most, area.cols - 1 };
	palette_tell(palette, list.cols - 2, &text);
	int told = list_draw_indented((struct rect){ .cols = list.cols }, 0,
		room < TOLD_ROWS_MAX ? room : TOLD_ROWS_MAX, ROLE_TEXT, text.data);
	list.rows = palette_rows(palette, list.cols - list_ops.text_col, most - told);
	const struct rect box = { area.row + area.rows - list.rows - told - 2, area.col,
		list.rows + told + 2, area.cols };
	list.row = box.row + 1;
	draw_blank(box);
	list_draw_indented((struct rect){ list.row, list.col, list.rows + told, list.cols },
		list.rows, told, palette->matches.count ? ROLE_TEXT : ROLE_FAINT, text.data);
	strbuf_fini(&text);
	list_draw(&palette->list, list, true);
	heading_draw(&(struct heading){ .title = _("Commands") }, box, 1, palette->list.below);
	palette_draw_typed(palette, (struct rect){ box.row + box.rows - 1, box.col, 1, box.cols });
	if (app_reads_refusal(app) && !palette->matches.count)
		draw_cursor(box, 1, 3, true);
}

static const struct command *palette_chosen(struct palette *palette)
{
	palette_find(palette); /* keys came faster than the last draw */
	if (!palette->matches.count)
		return NULL;
	return palette_command(palette, palette->list.selected);
}

/* What was refused of what stands behind a name is put right where it was typed. */
static bool palette_open_again(struct app *app, const struct view *below, const char *typed)
{
	if (!app->message || !app->message_is_error || app->top != below)
		return false;
	command_run(app, "palette");
	field_set(&palette_of(app->top)->typed, typed);
	return true;
}

static void palette_complete(struct app *app);

/* Whether the first one is only a guess: by letters of its name here and there, by words of what it
 * does, or by one letter that its name begins with. Such a one is named before it is run; who has
 * gone to a row has seen its name. */
static bool palette_is_guess(struct palette *palette)
{
	palette_find(palette); /* keys came faster than the last draw */
	if (!palette->matches.count || palette->list.selected)
		return false;
	const struct match *first = vector_at(&palette->matches, 0);
	const char *typed = palette->typed.text.data;
	size_t len = palette_is_taken(palette) ? palette->name_len : palette->typed.text.len;
	bool is_letter =
		len && text_next(typed, 0) >= len && strlen(command_title(first->command)) > len;
	return first->rank > 1 || (is_letter && !palette->alias);
}

static void palette_run(struct app *app)
{
	struct palette *palette = palette_of(app->top);
	const struct view *below = palette->view.below;

	if (palette_is_guess(palette)) {
		palette_complete(app);
		return;
	}
	char *typed = memory_copy_string(palette->typed.text.data);
	const struct command *command = palette_chosen(palette);
	char *argument = memory_copy_string(palette_is_taken(palette) ? palette->argument : "");
	void (*act_on_marked)(struct app *, const struct command *, const char *) =
		app->act_on_marked;

	if (!command)
		app_ring(app);
	if (command) {
		palette_past_note(command, argument);
		app_remove(app, &palette->view);
		app->act_on_marked = NULL;
		if (act_on_marked)
			act_on_marked(app, command, argument);
		else
			command_start(app, command, command->takes ? argument : NULL);
	}
	if (command && *argument && palette_open_again(app, below, typed))
		app->act_on_marked = act_on_marked;
	free(typed);
	free(argument);
}

/* Whether the cursor is behind a name that takes something, and the blank after it. */
static bool palette_is_behind(const struct palette *palette)
{
	return palette->named && palette->named->takes &&
	       palette->argument > palette->typed.text.data && palette->argument[-1] == ' ';
}

/* The name in full, and what stands behind it as far as it can be known. */
static void palette_complete(struct app *app)
{
	struct palette *palette = palette_of(app->top);
	struct strbuf line = STRBUF_INIT;

	palette_find(palette); /* keys came faster than the last draw */
	bool is_behind = palette_is_behind(palette) && !palette->falls_back;
	const struct command *command = is_behind ? palette->named : palette_chosen(palette);
	if (!command)
		return;
	strbuf_add(&line, command_title(command));
	size_t start = line.len + 1;
	if (is_behind || (palette->falls_back && *palette->argument))
		strbuf_add_format(&line, " %s", palette->argument);
	field_set(&palette->typed, line.data);
	strbuf_fini(&line);
	list_begin(&palette->list);
	if (is_behind)
		palette_complete_argument(app, command->takes, &palette->typed, start,
			&palette->several, &palette->listed);
}

/* Through the lines that were run, one further back or on; behind the latest: none. */
static void palette_recall(struct app *app, bool is_back)
{
	struct palette *palette = palette_of(app->top);

	if (is_back ? !palette_past_line(palette->line + 1) : !palette->line) {
		app_refuse(app, "%s",
			is_back ? _("Nothing was run before that")
				: _("Nothing was run after that"));
		return;
	}
	palette->line += is_back ? 1 : (size_t)-1;
	field_set(&palette->typed, palette->line ? palette_past_line(palette->line) : "");
	list_begin(&palette->list);
}

static void palette_recall_before(struct app *app)
{
	palette_recall(app, true);
}

static void palette_recall_after(struct app *app)
{
	palette_recall(app, false);
}

static bool palette_type(struct app *app, struct view *view, int key)
{
	struct palette *palette = palette_of(view);

	if (key == KEYS_BACKSPACE && !palette->typed.text.len) {
		app->act_on_marked = NULL;
		app_pop(app);
		return true;
	}
	list_begin(&palette->list);
	strbuf_clear(&palette->several);
	return field_key(&palette->typed, key);
}

/* Wraps around at the end. */
static void palette_move(struct app *app, struct view *view, enum move move)
{
	(void)app;
	list_move_round(&palette_of(view)->list, move);
}

static void palette_free(struct view *view)
{
	struct palette *palette = palette_of(view);

	field_fini(&palette->typed);
	strbuf_fini(&palette->several);
	vector_fini(&palette->matches);
	free(palette);
}

static const struct view_ops palette_view_ops = {
	.name = "palette",
	.context = palette_context,
	.draw = palette_draw,
	.type = palette_type,
	.move = palette_move,
	.free = palette_free,
	.is_overlay = true,
};

static const struct command *palette_offered(const struct app *app)
{
	struct command_walk walk = { app->commands, NULL };
	const struct command *command;

	while ((command = command_next(&walk)))
		if (command->is_offered && command->is_offered(app))
			return command;
	return NULL;
}

static struct view *palette_new(const struct app *app)
{
	struct palette *palette = memory_new(sizeof *palette);

	palette->view.ops = &palette_view_ops;
	palette->app = app;
	palette->offered = palette_offered(app);
	field_init(&palette->typed, "", false);
	strbuf_init(&palette->several);
	vector_init(&palette->matches, sizeof(struct match));
	list_init(&palette->list, &list_ops, palette);
	return &palette->view;
}

static void palette_open(struct app *app)
{
	app_push(app, palette_new(app));
}

static void palette_say_kept(struct app *app)
{
	app_say(app, "%s", _("All is kept already: filo writes at once"));
}

static void palette_leave(struct app *app)
{
	app->act_on_marked = NULL;
	app_pop(app);
}

const struct command palette_commands[] = {
	{ "palette", ":", ANYWHERE, N_("run any command by its name"), NULL, palette_open },
	{ "write", "", ANYWHERE, N_("say that all is kept already, to hands that type :w"), NULL,
		palette_say_kept },
	{ "run-command", "Enter", IN_PALETTE, N_("run the selected command"), N_("run"),
		palette_run },
	{ "complete-command", "Tab", IN_PALETTE,
		N_("write the name of the command, or what stands behind it, in full"),
		N_("complete"), palette_complete },
	{ "line-before", "Ctrl-p", IN_PALETTE, N_("what was run before, with what stood behind it"),
		NULL, palette_recall_before },
	{ "line-after", "Ctrl-n", IN_PALETTE, N_("what was run after that"), NULL,
		palette_recall_after },
	{ "leave-palette", "Esc", IN_PALETTE, N_("run no command"), N_("leave"), palette_leave },
	{ 0 },
};
