/* Events as changes of their own, each with what undo says of it.
 * Not here: events inside another change (events.h). */
#ifndef FILO_STORE_EVENT_CHANGE_H
#define FILO_STORE_EVENT_CHANGE_H

#include "filo/base/error.h"
#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/store/store.h"

/* Who was let go waits for nothing that could be put off: STATUS_CONFLICT, which says that they are
 * to be brought back first. */
enum status event_check(struct store *store, contact_id id, enum event_kind kind, const char *name,
	struct error *err);
/* Adds it as one change, named with `name`; what event_check refuses, too. */
enum status event_change(
	struct store *store, struct event *event, const char *name, struct error *err);
/* What lets go of the reason somebody is due for today: an event to add, or where that is a
 * follow-up, its number in *followup (else 0), which needs another day instead. */
enum status event_to_skip(struct store *store, contact_id id, struct event *event,
	followup_id *followup, struct error *err);
/* Wishes for the date that is near. STATUS_NOT_FOUND: none is. */
enum status event_to_wish(
	struct store *store, const struct contact *contact, struct event *event, struct error *err);
/* What ends a snooze or a rest, or brings back who was let go. STATUS_NOT_FOUND: neither is so. */
enum status event_to_wake(
	struct store *store, contact_id id, struct event *event, struct error *err);

#endif
