/* The mouse, where the settings want it: a click selects, two open, the wheel moves.
 * Not here: its reports (terminal/input_decode.h). */
#ifndef FILO_TUI_MOUSE_H
#define FILO_TUI_MOUSE_H

#include "tui/app.h"

/* What it has just done (KEYS_MOUSE), on the view on top. */
void mouse_act(struct app *app);

#endif
