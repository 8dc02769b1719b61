/* After-log and after-import of the settings, from the screen.
 * Not here: what they are told (filo/exchange/hooks.h). */
#ifndef FILO_TUI_HOOKS_H
#define FILO_TUI_HOOKS_H

#include "filo/exchange/import.h"
#include "tui/app.h"

/* Nothing happens over a sample. What fails is said when the status line is free. */
void hooks_after_log(struct app *app, conversation_id id);
/* After what was done for all who are marked: the entries that came with it are told now. */
void hooks_after_change(struct app *app, bool is_kept);
void hooks_after_import(
	struct app *app, const struct import_request *request, const struct import_plan *plan);

#endif
