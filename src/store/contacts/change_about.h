/* Changes that undo tells of by a person.
 * Not here: how changes are kept (store/db/change.h). */
#ifndef FILO_STORE_CONTACTS_CHANGE_ABOUT_H
#define FILO_STORE_CONTACTS_CHANGE_ABOUT_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* change_join, with a label that takes the name of the person, told from namesakes; `name` as of
 * contact_called. */
enum status change_join_about(
	struct store *store, contact_id id, const char *name, const char *label, struct error *err);

#endif
