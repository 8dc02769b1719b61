/* A log entry in full.
 * Not here: editing it (log_form.h). */
#ifndef FILO_TUI_LOG_ENTRY_H
#define FILO_TUI_LOG_ENTRY_H

#include "tui/app.h"

struct view *entry_view(struct app *app, contact_id person, conversation_id id);

#endif
