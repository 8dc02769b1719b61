/* Contacts as they are kept.
 * Not here: lists of them (contact_list.h), what a contact is (people/contact.h). */
#ifndef FILO_STORE_CONTACTS_H
#define FILO_STORE_CONTACTS_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stdint.h>

/* Adds, and sets contact->id (and uid when NULL). A blank name, a cadence out of range, a circle
 * that is none: STATUS_INVALID. */
enum status contact_add(struct store *store, struct contact *contact, struct error *err);
/* Writes the whole record over the one with its id. */
enum status contact_update(struct store *store, struct contact *contact, struct error *err);
/* What both refuse of its own: a text that is too long, a cadence out of range. STATUS_INVALID. */
enum status contact_check_values(const struct contact *contact, struct error *err);
enum status contact_delete(struct store *store, contact_id id, struct error *err);
enum status contact_load(
	struct store *store, contact_id id, struct contact *out, struct error *err);
/* Without what there may be several of: ways to reach them, tags, dates, relations. */
enum status contact_load_row(
	struct store *store, contact_id id, struct contact *out, struct error *err);
/* *id 0: nobody has it. A UUID may be in other letters there, all small or all large, or have
 * "urn:uuid:", where nobody has it as it is. */
enum status contact_by_uid(struct store *store, const char *uid, contact_id *id, struct error *err);
/* A number that changes with every change of the record; for edit forms. 0: gone; -1: it cannot be
 * known. */
int64_t contact_version(struct store *store, contact_id id);

#endif
