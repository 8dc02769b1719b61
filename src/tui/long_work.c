/* Saying that work takes a while, and looking whether to stop.
 * Not here: the work. */
#include "tui/long_work.h"

#include "filo/base/i18n.h"
#include "filo/store/watch.h"
#include "tui/terminal/clock.h"
#include "tui/terminal/input.h"
#include "tui/terminal/signals.h"
#include "tui/terminal/terminal.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#define LOOK_EVERY_MS  20
#define PAINT_EVERY_MS 200
#define SILENCE_MS     1000

static bool is_escape_pressed(void)
{
	int key;

	while ((key = terminal_key()) != 0) {
		if (key == KEYS_ESCAPE || key == KEY_CTRL('c'))
			return true;
	}
	return false;
}

/* Keys typed during short work belong to what comes after it. */
static bool is_stopped(struct long_work *work, int64_t now_ms)
{
	if (work->is_stopped || now_ms - work->looked_at_ms < LOOK_EVERY_MS)
		return work->is_stopped;
	work->looked_at_ms = now_ms;
	work->is_stopped =
		signals_is_ending() || terminal_is_gone() || (work->is_said && is_escape_pressed());
	return work->is_stopped;
}

static void long_work_paint(struct long_work *work, int64_t now_ms, const char *text)
{
	work->painted_at_ms = now_ms;
	work->is_said = true;
	app_say_meanwhile(work->app, text);
}

/* Where the work itself tells how far it is, this is said only when it has nothing to tell for a
 * while. */
static bool long_work_watch_database(void *context)
{
	struct long_work *work = context;
	int64_t now_ms = clock_ms();

	if (is_stopped(work, now_ms))
		return false;
	if (work->is_text_said ||
		now_ms - work->painted_at_ms < (work->is_said ? SILENCE_MS : PAINT_EVERY_MS))
		return true;
	long_work_paint(work, now_ms, work->text);
	work->is_text_said = true;
	return true;
}

void long_work_begin(struct long_work *work, struct app *app, const char *text)
{
	int64_t now_ms = clock_ms();

	*work = (struct long_work){
		.app = app, .text = text, .looked_at_ms = now_ms, .painted_at_ms = now_ms
	};
	store_watch(app->store, long_work_watch_database, work);
}

void long_work_end(struct long_work *work)
{
	store_watch(work->app->store, NULL, NULL);
	free(work->app->message);
	work->app->message = NULL;
}

bool long_work_goes_on(struct long_work *work, const char *format, ...)
{
	int64_t now_ms = clock_ms();
	char text[200];
	va_list args;

	if (is_stopped(work, now_ms))
		return false;
	if (now_ms - work->painted_at_ms < PAINT_EVERY_MS)
		return true;
	va_start(args, format);
	vsnprintf(text, sizeof text, format, args);
	va_end(args);
	long_work_paint(work, now_ms, text);
	work->is_text_said = false;
	return true;
}

void long_work_say_failure(struct app *app, const struct error *err)
{
	if (err->status == STATUS_CANCELLED)
		app_say(app, "%s", _("Stopped: nothing was changed"));
	else
		app_say_error(app, err);
}
