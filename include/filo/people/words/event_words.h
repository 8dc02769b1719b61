/* What is said when an event is added to somebody: snoozed, left to rest, let go; another date for
 * one.
 * Not here: events in the log (log_words.h). */
#ifndef FILO_PEOPLE_WORDS_EVENT_WORDS_H
#define FILO_PEOPLE_WORDS_EVENT_WORDS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_state.h"

/* N_("snooze %s"): what undo says of it. */
const char *event_label(enum event_kind kind);
/* "Ana is snoozed until 8 Dec", without a full stop. */
void event_done(struct strbuf *out, const struct event *event, const char *name, day_number today);

/* A snooze and a rest are about their end, others about their day. */
bool event_has_end(enum event_kind kind);
/* Gives it another, as a person types it; a blank text leaves a rest open. STATUS_INVALID, and
 * nothing changed: an end that is not behind its beginning, a day to come, or no date. */
enum status event_read_date(
	struct event *event, const char *typed, day_number today, struct error *err);

#endif
