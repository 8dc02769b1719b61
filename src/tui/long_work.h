/* Work that may take a while: after a moment the bottom line says so, and that Esc stops it.
 * Not here: the work; how the database is stopped (store_watch). */
#ifndef FILO_TUI_LONG_WORK_H
#define FILO_TUI_LONG_WORK_H

#include "tui/app.h"

struct long_work {
	struct app *app;
	const char *text; /* translated; what is going on, and that Esc stops it */
	int64_t looked_at_ms, painted_at_ms;
	bool is_said;      /* that it takes its time */
	bool is_text_said; /* `text` stands there */
	bool is_stopped;
};

/* Between the two, work in the database stops too; what was to be changed is then left alone, and
 * the status is STATUS_CANCELLED. What is soon done needs no word. */
void long_work_begin(struct long_work *work, struct app *app, const char *text);
void long_work_end(struct long_work *work);

/* Where the work can tell how far it is: whether to go on. */
bool long_work_goes_on(struct long_work *work, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Why it has failed, or that it was stopped. */
void long_work_say_failure(struct app *app, const struct error *err);

#endif
