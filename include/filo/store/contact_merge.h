/* Making two people one.
 * Not here: finding pairs (exchange), choosing which fields to keep (the caller). */
#ifndef FILO_STORE_CONTACT_MERGE_H
#define FILO_STORE_CONTACT_MERGE_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

/* Makes two people one: `keep` (already holding the chosen fields) is written, everything of
 * `gone` (conversations, follow-ups, events, relations, absences) is moved to it, `gone` is
 * deleted, the rhythm rebuilt. One undo. */
enum status contact_merge(
	struct store *store, const struct contact *keep, contact_id gone, struct error *err);

/* Says for good that these are two people: duplicates_find does not propose them again. One change.
 */
enum status contact_tell_two(struct store *store, contact_id a, contact_id b, struct error *err);

#endif
