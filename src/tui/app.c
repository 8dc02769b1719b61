/* The stack of views: pushing and popping, keys to the top one, drawing, the bottom line.
 * Not here: waiting (loop.c), the views. */
#include "tui/app.h"

#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/log.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/undo.h"
#include "filo/store/watch.h"
#include "tui/command.h"
#include "tui/keymap.h"
#include "tui/launched.h"
#include "tui/mouse.h"
#include "tui/terminal/clock.h"
#include "tui/terminal/input.h"
#include "tui/terminal/keys.h"
#include "tui/terminal/terminal.h"
#include "tui/terminal/wrap.h"
#include "tui/way.h"
#include "tui/widget/keyline.h"
#include "tui/widget/list.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Below this, one plain line. */
#define ROWS_MIN 5
#define COLS_MIN 20

static struct view *view_below(const struct app *app, const struct view *view)
{
	struct view *above = app->top;

	while (above && above->below != view)
		above = above->below;
	return above;
}

/* What lies below a new view is about the person marked, whatever keys came in one burst. */
static void finish_idle_work(struct app *app)
{
	while (app->top && app->top->ops->idle && app->top->ops->idle(app, app->top))
		;
}

/* What lies below the top view may look otherwise from here on. */
static void app_draw_below_anew(struct app *app)
{
	app->drawn_below = (struct rect){ 0 };
}

void app_push(struct app *app, struct view *view)
{
	finish_idle_work(app);
	app_draw_below_anew(app);
	list_forget_drawn();
	log_line("view", "%s opens", view->ops->name);
	view->below = app->top;
	app->top = view;
}

static void refresh_all(struct app *app)
{
	app_draw_below_anew(app);
	for (struct view *view = app->top, *below; view; view = below) {
		below = view->below; /* a refresh may take its own view off */
		if (view->ops->refresh)
			view->ops->refresh(app, view);
	}
}

void app_remove(struct app *app, struct view *view)
{
	struct view *above = view_below(app, view);

	if (above)
		above->below = view->below;
	else if (app->top == view)
		app->top = view->below;
	else
		return;
	app_draw_below_anew(app);
	list_forget_drawn();
	log_line("view", "%s closes", view->ops->name);
	view->below = app->retired;
	app->retired = view;
}

void app_pop(struct app *app)
{
	if (!app->top)
		return;
	app_remove(app, app->top);
	refresh_all(app);
}

static void free_retired(struct app *app)
{
	while (app->retired) {
		struct view *view = app->retired;
		app->retired = view->below;
		view->ops->free(view);
	}
}

void app_fini(struct app *app)
{
	while (app->top)
		app_remove(app, app->top);
	free_retired(app);
	free(app->message);
	app->message = NULL;
	vector_fini(&app->marked);
	vector_fini(&app->deleted);
	way_forget(app);
	launched_fini(app);
}

static void app_say_line(struct app *app, const char *format, va_list args)
{
	struct strbuf out = STRBUF_INIT;
	char line[1024];

	vsnprintf(line, sizeof line, format, args);
	if (draw_is_plain())
		wrap_sentences(line, terminal_cols() - 2);
	strbuf_add(&out, line);
	free(app->message);
	app->message = strbuf_take(&out);
	app->message_is_error = false;
	app->message_is_beside = false;
	app->is_waiting_said = false;
	app_draw_below_anew(app); /* what is drawn may be what says it */
}

void app_say(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	app_say_line(app, format, args);
	va_end(args);
}

void app_ring(struct app *app)
{
	app->is_refused = true;
	if (!app->config || app->config->has_bell)
		terminal_ring();
}

bool app_reads_refusal(const struct app *app)
{
	return app->is_refused && draw_is_plain();
}

void app_refuse(struct app *app, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	app_say_line(app, format, args);
	va_end(args);
	app_ring(app);
}

void app_say_error(struct app *app, const struct error *err)
{
	app_refuse(app, "%s", err->message);
	app->message_is_error = true;
}

void app_refresh(struct app *app)
{
	if (!app->acting_on) /* else once, when all are done with */
		refresh_all(app);
}

static bool app_is_held(struct app *app, int pause_ms)
{
	bool is_again = app->held_key == app->key &&
			(app->is_acting || clock_ms() - app->acted_at_ms < pause_ms);

	app->held_key = app->key;
	app->is_acting = true;
	return is_again;
}

bool app_says_held(struct app *app, int pause_ms)
{
	char name[16];

	if (!app_is_held(app, pause_ms))
		return false;
	key_to_name(app->key, name);
	app_say(app, _("One at a time: let go of %s, then press it again"), name);
	return true;
}

void app_note_thrown(struct app *app)
{
	app->has_thrown = true;
	app->thrown_after = undo_latest(app->store);
}

contact_id app_subject(const struct app *app)
{
	if (app->acting_on)
		return app->acting_on;
	for (const struct view *view = app->top; view; view = view->below)
		if (view->ops->subject)
			return view->ops->subject(view);
	return 0;
}

/* Where text is typed only function keys are: what moves or erases has often nothing to do. A
 * question has its answers, and no other keys. */
static bool is_key_told(int key, context_set context)
{
	bool is_function_key = key >= KEYS_F1 && key <= KEYS_F12;

	return key != KEYS_PASTE && (!(context & WHILE_TYPING) || is_function_key ||
					    (context & (IN_QUESTION | IN_YES_NO | IN_THREADS)));
}

/* A key that does nothing says so: whoever presses it wanted something. Not again while it is
 * pressed on. */
static void say_unbound(struct app *app, int key, context_set context)
{
	struct strbuf help = STRBUF_INIT;
	char name[16];

	if (!is_key_told(key, context) || key == app->unbound_key || !*key_to_name(key, name))
		return;
	app->unbound_key = key;
	keymap_add_way(&help, &app->keymap, app->commands,
		context & WHILE_TYPING ? "help-while-typing" : "help", context);
	if (context & IN_HELP_FILTER)
		app_refuse(app, _("%s does nothing here"), name);
	else
		app_refuse(app, _("%s does nothing here; %s shows every key"), name, help.data);
	strbuf_fini(&help);
}

/* The command a key runs on top now, and with what; false: none. It may change anything. */
static bool run_key(struct app *app, int key, context_set context)
{
	const struct binding *binding = keymap_find(&app->keymap, key, context);
	const struct command *command =
		binding ? binding->command : command_for_key(app->commands, key, context);

	if (!command)
		return false;
	app_draw_below_anew(app);
	command_start(app, command, binding ? binding->argument : NULL);
	return true;
}

void app_key(struct app *app, int key)
{
	free(app->message);
	app->message = NULL;
	app->is_refused = false;
	if (!app->top)
		return;
	context_set context = app->top->ops->context(app->top);
	app->key = key;
	if (key != app->held_key)
		app->held_key = 0;
	if (key != app->unbound_key)
		app->unbound_key = 0;
	if (key != KEYS_MOUSE)
		app->clicked.at_ms = 0;
	if (key == KEYS_MOUSE) {
		app_draw_below_anew(app);
		mouse_act(app);
	} else if (!run_key(app, key, context) &&
		   !(app->top->ops->type && app->top->ops->type(app, app->top, key))) {
		say_unbound(app, key, context);
	}
	if (key == KEYS_PASTE && !(context & WHILE_TYPING))
		app_refuse(app, "%s", _("Text can be pasted only while typing: open a form first"));
	else if (key == KEYS_PASTE && terminal_paste_told() && !app->message)
		app_say(app, "%s", terminal_paste_told());
	free_retired(app);
}

/* Where a message ends: over what one types in the keys stay below it. */
static struct rect message_line(const struct app *app, struct rect line)
{
	line.row -= app->message && app->top->ops->is_overlay && app->top->below;
	return line;
}

/* A message too long for the line takes the rows above it too, and where there are too few of them
 * leaves out its middle: what it is about comes first, what to do about it last. */
static int message_rows(const struct app *app, struct rect line)
{
	int rows = app->message ? draw_wrap(app->message, line.cols - 2, NULL, NULL) : 1;
	int room = line.row / 2 + 1;

	return rows < 1 ? 1 : rows < room ? rows : room;
}

/* On the plain screen the row of the cursor is what is heard. What is said beside a selected row
 * takes the cursor only where it lies over that. */
static bool message_takes_cursor(const struct app *app, int row)
{
	int at, col;

	draw_cursor_place(&at, &col);
	return draw_is_plain() && (!app->message_is_beside || at >= row);
}

static void draw_message(const struct app *app, struct rect line)
{
	struct rect text = { line.row, line.col + 1, message_rows(app, line), line.cols - 2 };

	const enum role role = app->message_is_error ? ROLE_ERROR : ROLE_TEXT;
	int left = draw_wrap(app->message, text.cols, NULL, NULL) - text.rows;
	int begun = left > 0 ? text.rows / 2 : 0;

	text.row = line.row + 1 - text.rows;
	line = (struct rect){ text.row, line.col, text.rows, line.cols };
	draw_blank(line);
	draw_paragraph(
		(struct rect){ text.row, text.col, begun, text.cols }, 0, 0, role, app->message);
	if (begun)
		draw_right(line, begun - 1, line.cols, role, draw_glyph(GLYPH_ELLIPSIS));
	draw_paragraph(text, begun, left > 0 ? left + begun : 0, role, app->message);
	if (message_takes_cursor(app, text.row))
		draw_cursor(text, 0, 0, true);
}

void app_say_meanwhile(struct app *app, const char *text)
{
	app_say(app, "%s", text);
	draw_message(app, (struct rect){ terminal_rows() - 1, 0, 1, terminal_cols() });
	terminal_paint();
}

static void say_waiting(void *context)
{
	struct app *app = context;

	log_line("wait", "for another program that writes");
	app_say_meanwhile(app, _("Another program is writing: waiting for it"));
	app->is_waiting_said = true;
}

void app_tell_waiting(struct app *app)
{
	store_on_wait(app->store, say_waiting, app);
}

static void end_waiting(struct app *app)
{
	if (!app->is_waiting_said)
		return;
	free(app->message);
	app->message = NULL;
	app->is_waiting_said = false;
}

static void draw_bottom_line(const struct app *app, struct rect line)
{
	struct vector hints = VECTOR_INIT(struct hint);
	struct strbuf words = STRBUF_INIT;

	if (app->message)
		draw_message(app, message_line(app, line));
	if (app->message && message_line(app, line).row == line.row)
		return;
	if (app->top->ops->hints) {
		app->top->ops->hints(app->top, &words);
		keyline_add(&hints, words.data);
	}
	command_hints(app->commands, &app->keymap, app->top->ops->context(app->top), &hints);
	keyline_draw(line, &hints);
	strbuf_fini(&words);
	vector_fini(&hints);
}

static void draw_stack(struct app *app, struct view *view, struct rect area)
{
	if (view->ops->is_overlay && view->below)
		draw_stack(app, view->below, area);
	list_forget_drawn(); /* those below are out of reach */
	view->ops->draw(app, view, area);
}

/* Brought back where it can be: who types over the panes has them drawn once, not at each letter.
 * What is noted first is undone by what comes up while drawing. */
static void draw_below(struct app *app, struct view *view, struct rect area)
{
	if (!memcmp(&app->drawn_below, &area, sizeof area) && draw_bring_back())
		return;
	app->drawn_below = area;
	draw_clear();
	list_draw_below(true);
	draw_stack(app, view, area);
	list_draw_below(false);
	draw_keep();
}

/* What lies over others leaves its rows to a message: what is typed is not covered by it. */
static void draw_over(struct app *app, struct rect area)
{
	const struct rect line =
		message_line(app, (struct rect){ area.row + area.rows, area.col, 1, area.cols });

	draw_below(app, app->top->below, area);
	list_forget_drawn();
	area.rows = line.row - area.row - (message_rows(app, line) - 1);
	app->top->ops->draw(app, app->top, area);
}

void app_draw_views(struct app *app, struct rect area)
{
	bool is_told = app->message;

	if (!app->top->ops->is_overlay || !app->top->below) {
		draw_clear();
		draw_stack(app, app->top, area);
		return;
	}
	draw_over(app, area);
	if (!is_told && app->message) /* come up by drawing, as that a draft is back */
		draw_over(app, area);
}

/* What is shown may be too little: that comes before what else there is to say. */
static void app_tell_unread(struct app *app)
{
	struct error err;

	if (store_unread(app->store, &err) == STATUS_OK)
		return;
	app_say(app, "%s", err.message); /* at each frame: that is no refusal of a key */
	app->message_is_error = true;
}

void app_draw(struct app *app)
{
	int rows = terminal_rows(), cols = terminal_cols();

	end_waiting(app);
	if (!app->top || rows < ROWS_MIN || cols < COLS_MIN) {
		draw_clear();
		if (app->top)
			draw_text((struct rect){ 0, 0, rows, cols }, 0, 0, ROLE_TEXT,
				_("filo needs 20x5"));
		return;
	}
	app_draw_views(app, (struct rect){ 0, 0, rows - 1, cols });
	app_tell_unread(app);
	draw_bottom_line(app, (struct rect){ rows - 1, 0, 1, cols });
}
