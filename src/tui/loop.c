/* The loop: keys, signals and timers in turn, and a frame when nothing more is waiting.
 * Not here: the stack of views and what a key does (app.c). */
#include "tui/loop.h"

#include "filo/base/i18n.h"
#include "filo/base/log.h"
#include "filo/store/store.h"
#include "filo/tui/options.h"
#include "tui/command.h"
#include "tui/launched.h"
#include "tui/terminal/clock.h"
#include "tui/terminal/input.h"
#include "tui/terminal/keys.h"
#include "tui/terminal/signals.h"
#include "tui/terminal/terminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <time.h>

#define FRAME_MS        50  /* under a flood of keys, a frame at least this often */
#define DRAFT_PAUSE_MS  400 /* a pause in typing */
#define DRAFT_LATEST_MS 900 /* a second at most is lost when killed */
#define FAILURE_MS      10
#define CHECK_MS        1000 /* for other programs' changes, and midnight */

static void loop_suspend(bool with_group)
{
	terminal_suspend();
	signals_suspend(with_group);
	terminal_resume();
}

static void handle_signal(struct app *app, int number)
{
	log_line("signal", "%d, %s", number, strsignal(number));
	switch (number) {
	case SIGHUP:
	case SIGTERM:
	case SIGINT:
	case SIGQUIT:
		app_end(app, 128 + number);
		break;
	case SIGWINCH:
		terminal_update_size();
		break;
	case SIGTSTP:
		loop_suspend(false);
		break;
	case SIGCONT: /* after SIGSTOP, which cannot be caught */
		terminal_resume();
		break;
	default:
		break;
	}
}

static void loop_keep_drafts(struct app *app)
{
	for (struct view *view = app->top; view; view = view->below)
		if (view->ops->keep)
			view->ops->keep(app, view);
	app->draft_since_ms = 0;
}

void app_end(struct app *app, int exit_status)
{
	if (!app->is_ending)
		app->exit_status = exit_status;
	app->is_ending = true;
	loop_keep_drafts(app);
}

static void loop_note_typing(struct app *app)
{
	app->typed_at_ms = clock_ms();
	if (!app->draft_since_ms)
		app->draft_since_ms = app->typed_at_ms;
}

static int64_t draft_due_ms(const struct app *app)
{
	int64_t paused_ms = app->typed_at_ms + DRAFT_PAUSE_MS;
	int64_t latest_ms = app->draft_since_ms + DRAFT_LATEST_MS;

	return paused_ms < latest_ms ? paused_ms : latest_ms;
}

static bool loop_check_elsewhere(struct app *app)
{
	int64_t now_ms = clock_ms();

	if (store_is_in_memory(app->store) || now_ms - app->checked_at_ms < CHECK_MS)
		return false;
	app->checked_at_ms = now_ms;
	return store_changed_elsewhere(app->store);
}

static bool loop_check_day(struct app *app)
{
	day_number today = app->options->today();

	if (today == app->today)
		return false;
	app->today = today;
	store_set_today(app->store, today);
	return true;
}

static bool loop_run_timers(struct app *app)
{
	bool has_changed = loop_check_elsewhere(app);

	has_changed = loop_check_day(app) || has_changed;
	if (app->draft_since_ms && clock_ms() >= draft_due_ms(app))
		loop_keep_drafts(app);
	if (has_changed)
		app_refresh(app);
	bool was_said = app->is_loss_said;
	if (app->look_at_file)
		app->look_at_file(app);
	bool has_failed = launched_look(app);
	return has_changed || has_failed || app->is_loss_said != was_said;
}

static int sooner_ms(int a_ms, int b_ms)
{
	return a_ms < 0 || (b_ms >= 0 && b_ms < a_ms) ? b_ms : a_ms;
}

static void loop_wait(struct app *app)
{
	struct pollfd wait[] = { { .fd = terminal_input_fd(), .events = POLLIN },
		{ .fd = signals_fd(), .events = POLLIN } };
	int timeout_ms = !store_is_in_memory(app->store) || app->launched.count ? CHECK_MS : -1;

	timeout_ms = sooner_ms(timeout_ms, terminal_key_timeout_ms());
	if (app->draft_since_ms) {
		int64_t left_ms = draft_due_ms(app) - clock_ms();
		timeout_ms = sooner_ms(timeout_ms, left_ms > 0 ? (int)left_ms : 0);
	}
	/* What fails for want of memory may be had a moment later. */
	if (poll(wait, 2, timeout_ms) < 0 && errno != EINTR)
		nanosleep(&(struct timespec){ .tv_nsec = FAILURE_MS * 1000000L }, NULL);
}

/* All that waits: keys until none is left or a frame is overdue. True: something happened. */
static bool handle_waiting(struct app *app)
{
	int64_t began_at_ms = clock_ms();
	bool has_happened = false;
	int number, key;

	while ((number = signals_next()) != 0) {
		handle_signal(app, number);
		has_happened = true;
	}
	while (!app->is_ending && (key = terminal_key()) != 0) {
		if (key == KEYS_IGNORED)
			continue;
		has_happened = true;
		char name[16];
		log_line("key", "%s", key_kind(key, name));
		loop_note_typing(app);
		app_key(app, key);
		if (clock_ms() - began_at_ms >= FRAME_MS)
			break;
	}
	if (terminal_is_gone() && !app->is_ending)
		app_end(app, 128 + SIGHUP);
	return has_happened;
}

/* From here on a key that acts once may be pressed anew, and not be held. */
static void note_rest(struct app *app)
{
	if (app->is_acting)
		app->acted_at_ms = clock_ms();
	app->is_acting = false;
}

void app_loop(struct app *app)
{
	bool is_stale = true, has_work = true;

	app->checked_at_ms = clock_ms();
	while (!app->is_ending && app->top) {
		if (is_stale) {
			app_draw(app);
			terminal_paint();
		}
		/* Keys left over from a flood are in our buffer already, so poll would not return
		 * for them. */
		bool has_input = terminal_has_input();
		if (!has_input)
			note_rest(app);
		if (has_work && !has_input) {
			has_work = app->top->ops->idle && app->top->ops->idle(app, app->top);
			is_stale = has_work;
			continue;
		}
		if (!has_input)
			loop_wait(app);
		is_stale = handle_waiting(app);
		has_work = is_stale;
		is_stale = loop_run_timers(app) || is_stale;
	}
}

/* ---- Commands: the control keys that are signals in other programs ---- */

static void loop_interrupt(struct app *app)
{
	app_end(app, 128 + SIGINT);
}

static void loop_quit_at_once(struct app *app)
{
	app_end(app, 128 + SIGQUIT);
}

static void loop_suspend_group(struct app *app)
{
	(void)app;
	loop_suspend(true);
}

static void loop_redraw(struct app *app)
{
	(void)app;
	terminal_redraw();
}

const struct command loop_commands[] = {
	{ "interrupt", "Ctrl-c", EVERYWHERE, N_("end filo; what is being typed is kept as a draft"),
		NULL, loop_interrupt },
	{ "quit-at-once", "Ctrl-\\", EVERYWHERE, N_("the same, as the signal QUIT would"), NULL,
		loop_quit_at_once },
	{ "suspend", "Ctrl-z", EVERYWHERE, N_("back to the shell until fg"), NULL,
		loop_suspend_group },
	{ "redraw", "Ctrl-l", EVERYWHERE, N_("draw the whole screen again"), NULL, loop_redraw },
	{ 0 },
};
