/* The one person that somebody named.
 * Not here: all whose name matches (contact_list.h). */
#ifndef FILO_STORE_CONTACT_RESOLVE_H
#define FILO_STORE_CONTACT_RESOLVE_H

#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"

/* Exactly one, or STATUS_NOT_FOUND / STATUS_AMBIGUOUS with a message that lists them. An exact
 * (folded) full name wins over prefixes; "ana @studio" is the Ana of an organisation with such a
 * word. Where no name says it, "#12" (the id), a UID, an e-mail address or a phone number does,
 * however they are written. */
enum status contact_resolve(
	struct store *store, const char *name, contact_id *out, struct error *err);
/* Whether a person to be added could be called so: it is no number, UID, address or phone number,
 * and names no organisation. */
bool contact_may_be_named(const char *text);
/* What tells a person from namesakes, as messages list it: "#12, Studio Ferrara": the number, and
 * what else is known first of organisation, ways to reach them, circle. Adds to `out`. */
void contact_tell_apart(struct store *store, contact_id id, struct strbuf *out);
/* The same of a row that is drawn again and again: asked for once. Borrowed. */
const char *contact_row_tell_apart(struct store *store, struct contact_row *row);
/* Whether somebody else has this name, case and accents ignored. */
bool contact_has_namesake(struct store *store, contact_id id, const char *name);

#endif
