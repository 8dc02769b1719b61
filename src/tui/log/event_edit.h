/* Another date for an event of the log: until when, or on which day.
 * Not here: adding one (person_events.h). */
#ifndef FILO_TUI_LOG_EVENT_EDIT_H
#define FILO_TUI_LOG_EVENT_EDIT_H

#include "filo/people/contact_state.h"
#include "tui/app.h"

/* Asks for it; `event` is copied. */
void event_edit(struct app *app, const struct event *event);

#endif
