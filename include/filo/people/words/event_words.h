/* What is said when an event is added to somebody: snoozed, left to rest, let go.
 * Not here: events in the log (log_words.h). */
#ifndef FILO_PEOPLE_WORDS_EVENT_WORDS_H
#define FILO_PEOPLE_WORDS_EVENT_WORDS_H

#include "filo/base/strbuf.h"
#include "filo/people/contact_state.h"

/* "snooze Ana": what undo says of it. */
void event_label(struct strbuf *out, enum event_kind kind, const char *name);
/* "Ana is snoozed until 8 Dec", without a full stop. */
void event_done(struct strbuf *out, const struct event *event, const char *name, day_number today);

#endif
