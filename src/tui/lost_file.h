/* The file under the screen was taken away: that is said at once, with the way on.
 * Not here: noticing it (store). */
#ifndef FILO_TUI_LOST_FILE_H
#define FILO_TUI_LOST_FILE_H

#include "tui/app.h"

/* To be called at every look: asks, once, when the file is no longer the one that was opened. */
void lost_file_look(struct app *app);

#endif
