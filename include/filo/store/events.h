/* Dated events of people: snooze, skip, rest, let go.
 * Not here: what they mean on a day (people/contact_state.h). */
#ifndef FILO_STORE_EVENTS_H
#define FILO_STORE_EVENTS_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/store/store.h"

/* Events (snooze, skip, rest, let go, ...): adds and sets event->id. */
enum status event_add(struct store *store, struct event *event, struct error *err);
/* The same of one there is, by its id: another day, or another end. */
enum status event_update(struct store *store, struct event *event, struct error *err);
enum status event_list(
	struct store *store, contact_id contact, struct vector *events, struct error *err);
/* Of everybody, newest first. */
enum status event_list_latest(
	struct store *store, size_t count, struct vector *events, struct error *err);
/* STATUS_NOT_FOUND: there is none of that id. */
enum status event_load(struct store *store, int64_t id, struct event *event, struct error *err);
enum contact_state contact_state_today(struct store *store, contact_id id, day_number *until);

#endif
