/* Contacts, as the store's files ask for them.
 * Not here: what other layers ask (filo/store/contacts.h). */
#ifndef FILO_STORE_CONTACTS_CONTACTS_H
#define FILO_STORE_CONTACTS_CONTACTS_H

#include "filo/people/contact.h"
#include "filo/store/store.h"

/* The folded name, which lists sort by; NULL: the contact is gone. Caller frees. */
char *contact_key(struct store *store, contact_id id);

#endif
