/* What an empty address book shows.
 * Not here: importing (import_flow.c), the sample. */
#ifndef FILO_TUI_FILES_FIRST_RUN_H
#define FILO_TUI_FILES_FIRST_RUN_H

#include "tui/app.h"

struct view *first_run_view(struct app *app);

#endif
