/* The one person that somebody named.
 * Not here: all whose name matches (contact_list.h). */
#ifndef FILO_STORE_CONTACT_RESOLVE_H
#define FILO_STORE_CONTACT_RESOLVE_H

#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"

/* Exactly one, or STATUS_NOT_FOUND / STATUS_AMBIGUOUS with a message that lists them. An exact
 * (folded) full name wins over prefixes; "ana @studio" is the Ana of an organisation with such a
 * word, "ana #12" the one of that number, and so is what contact_called says. Where no name says
 * it, "#12" (the id), a UID, an e-mail address or a phone number does, however they are written. */
enum status contact_resolve(
	struct store *store, const char *name, contact_id *out, struct error *err);
/* Whether a person to be added could be called so: it is no number, UID, address or phone number,
 * and names no organisation. */
bool contact_may_be_named(const char *text);
/* Whether somebody else has this name, case and accents ignored. */
bool contact_has_namesake(struct store *store, contact_id id, const char *name);

#endif
