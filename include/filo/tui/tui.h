/* The full screen: what main offers and gets back.
 * Not here: how it draws (src/tui). */
#ifndef FILO_TUI_TUI_H
#define FILO_TUI_TUI_H

#include "filo/tui/options.h"

/* Runs until the user quits or a signal ends it; restores the terminal. Returns the exit
 * status of the program. */
int tui_run(struct store *store, const struct tui_options *options);

#endif
