/* What the store's files ask of events and absences.
 * Not here: adding and listing them (filo/store/contacts.h). */
#ifndef FILO_STORE_CONTACTS_EVENTS_H
#define FILO_STORE_CONTACTS_EVENTS_H

#include "filo/people/rhythm.h"
#include "filo/store/contacts.h"

/* The latest contact day up to `up_to`, or DAY_NONE. */
day_number contact_last_day(struct store *store, contact_id id, day_number up_to);

/* The days the clock stands still for a person: the user's absences and their own, sorted and
 * disjoint; vector of struct span. */
enum status absence_spans(
	struct store *store, contact_id contact, struct vector *spans, struct error *err);

#endif
