/* The parts of a contact in tables of their own: channels, tags, dates, relations, kept properties.
 * Not here: the contact's own row (contacts.c). */
#ifndef FILO_STORE_CONTACTS_CONTACT_PARTS_H
#define FILO_STORE_CONTACTS_CONTACT_PARTS_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

enum status contact_parts_load(struct store *store, struct contact *contact, struct error *err);
enum status contact_parts_add(
	struct store *store, const struct contact *contact, struct error *err);
/* Writes again only the kinds of part that differ, so that a changeset stays small. */
enum status contact_parts_update(struct store *store, const struct contact *before,
	const struct contact *after, struct error *err);

#endif
