/* Events of a person, with the words for undo and for the status line.
 * Not here: which key adds which (people_actions.c), asking for a date (people_prompts.c). */
#ifndef FILO_TUI_LOG_PERSON_EVENTS_H
#define FILO_TUI_LOG_PERSON_EVENTS_H

#include "filo/base/error.h"
#include "filo/people/contact_state.h"
#include "tui/app.h"

/* Adds one of today, and says so. `until` DAY_NONE: open. */
enum status person_event_set(
	struct app *app, contact_id id, enum event_kind kind, day_number until, struct error *err);
/* The same for a key: brings the views up to date, or says what is wrong. */
void person_event_add(struct app *app, contact_id id, enum event_kind kind, day_number until);
void person_event_add_on(
	struct app *app, contact_id id, enum event_kind kind, day_number day, day_number until);
/* After an entry with them: whoever was let go may be back, which this asks. */
void person_ask_return(struct app *app, contact_id id);

/* A person's id packed into a context pointer, so that nothing has to be allocated. */
void *person_to_context(contact_id id);
contact_id person_of_context(void *context);

#endif
