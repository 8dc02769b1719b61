/* Whether a person is active, snoozed, resting or let go, and the dated events that say so.
 * Not here: how they are kept (store/events.h), what follows from it (due.h). */
#ifndef FILO_PEOPLE_CONTACT_STATE_H
#define FILO_PEOPLE_CONTACT_STATE_H

#include "filo/people/agreement.h"
#include "filo/people/contact.h"

/* Events of a person, dated, that are no contact: shown in the log. */
enum event_kind {
	EVENT_SNOOZE,    /* hidden from the queue until `until`; changes no sum */
	EVENT_SKIP,      /* this round is skipped: the wait starts again on `day` */
	EVENT_REST,      /* in no queue until they resurface, or until `until` */
	EVENT_WAKE,      /* the end of a rest or a snooze, by hand or because they resurfaced */
	EVENT_LET_GO,    /* archived: out of every queue for good */
	EVENT_RETURN,    /* back from EVENT_LET_GO */
	EVENT_WISHED,    /* birthday wishes were sent: the yearly date rests until next year */
	EVENT_NO_WISHES, /* none this year: the yearly date rests until the next */
	EVENT_NO_ANSWER, /* what they wrote needs none */
	EVENT_KINDS
};

struct event {
	int64_t id;
	contact_id contact;
	enum event_kind kind;
	day_number day;
	day_number until;         /* DAY_NONE: open */
	enum agreement agreement; /* with the contact; filled on load */
};
const char *event_kind_name(enum event_kind kind);
bool event_kind_parse(const char *word, enum event_kind *kind);

enum contact_state { STATE_ACTIVE, STATE_SNOOZED, STATE_RESTING, STATE_ARCHIVED };
const char *contact_state_name(enum contact_state state); /* "active", ..., for programs */

/* The state on `day` of one person from their events with event.day <= day, in (day, id) order,
 * and their last contact day up to `day` (DAY_NONE: none; a contact later than a rest ends it).
 * *until: of a snooze or a rest, DAY_NONE when open. *skipped_on: the latest skip, or DAY_NONE. */
enum contact_state contact_state_on(day_number day, const struct event *events, size_t count,
	day_number last_contact, day_number *until, day_number *skipped_on);

#endif
