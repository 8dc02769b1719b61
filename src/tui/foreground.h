/* Giving the terminal to a program of the person's, and taking it back.
 * Not here: which programs (form/editor.h, person/opener.h), those that need no
 * terminal (filo/base/launch.h). */
#ifndef FILO_TUI_FOREGROUND_H
#define FILO_TUI_FOREGROUND_H

#include "filo/base/error.h"
#include "tui/app.h"

#include <sys/types.h>

/* Leaves the screen to `argv` until it ends, then draws it anew. `input`: what it reads; NULL: the
 * terminal. `look` is called once it runs, and now and then meanwhile; may be NULL. *how: as
 * waitpid tells it. When filo itself is told to end, so is the program, and *how says that it was
 * killed. STATUS_IO: no program could be started. */
enum status foreground_run(struct app *app, char *const *argv, const char *input,
	void (*look)(void *context, pid_t child), void *context, int *how, struct error *err);

#endif
