/* The log pane: what you said to each other, newest first, with what is left open above.
 * Not here: how an entry looks (log_rows.h), the words on top (log_head.h). */
#ifndef FILO_TUI_PANES_LOG_PANE_H
#define FILO_TUI_PANES_LOG_PANE_H

#include "filo/people/conversation.h"
#include "tui/panes/pane.h"

struct pane *log_pane_new(struct app *app);
/* Whose log it is to show, once no key is waiting. */
void log_pane_want(struct pane *pane, contact_id person);
void log_pane_go(struct app *app, struct pane *pane, contact_id person, conversation_id id);
struct log_choice log_pane_choice(const struct pane *pane);
/* Selects what was so until a change, by the id of its record of undo, or (is_after) when it was
 * made, where that is in the log shown. */
void log_pane_mark_at(struct pane *pane, int64_t change, bool is_after);

#endif
