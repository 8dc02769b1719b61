/* Absences as spans of days.
 * Not here: adding and listing them (filo/store/absences.h). */
#ifndef FILO_STORE_CONTACTS_ABSENCES_H
#define FILO_STORE_CONTACTS_ABSENCES_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/rhythm.h"
#include "filo/store/store.h"

/* The days that do not count as silence for a person: the user's absences and their own, sorted and
 * disjoint; vector of struct span. */
enum status absence_spans(
	struct store *store, contact_id contact, struct vector *spans, struct error *err);

#endif
