/* Programs that were started apart, and may yet fail: that is said in the status line.
 * Not here: starting them (filo/base/launch.h). */
#ifndef FILO_TUI_LAUNCHED_H
#define FILO_TUI_LAUNCHED_H

#include "tui/app.h"

/* Takes `watch` over (launch_apart). `name`: what is said to have failed; copied. */
void launched_watch(struct app *app, int watch, const char *name);
/* Says something when the status line is free. */
void launched_say(struct app *app, const char *what);
/* Now and then: says who has failed since. True: somebody has. */
bool launched_look(struct app *app);
void launched_fini(struct app *app);

#endif
