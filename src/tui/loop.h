/* Waiting for keys, signals and timers, and ending.
 * Not here: what a key does (app.h). */
#ifndef FILO_TUI_LOOP_H
#define FILO_TUI_LOOP_H

#include "tui/app.h"

/* Waits for keys, signals and timers until app->is_ending. */
void app_loop(struct app *app);
/* Keeps every draft and ends, with this exit status. */
void app_end(struct app *app, int exit_status);

#endif
