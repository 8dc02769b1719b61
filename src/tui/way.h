/* How a command is run from where one is, for the sentences that name a key.
 * Not here: which keys a command has (keymap.h). */
#ifndef FILO_TUI_WAY_H
#define FILO_TUI_WAY_H

#include "tui/app.h"

/* The first key of the command of that name, or ":name" where it has none: in the nearest view that
 * knows it, from the top down, so that it is right, too, while a form or a question is open.
 * Borrowed from `app`, until it ends. */
const char *way_here(struct app *app, const char *name);
void way_forget(struct app *app); /* frees them */

#endif
