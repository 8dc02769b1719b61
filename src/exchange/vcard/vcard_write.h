/* Writing contacts as vCards.
 * Not here: which contacts (export.c). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_WRITE_H
#define FILO_EXCHANGE_VCARD_VCARD_WRITE_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

enum vcard_version { VCARD_3, VCARD_4 };

/* Adds one card, with CRLF line ends, folded at 75 octets (RFC 6350 3.2). `circle` is its circle's
 * name, or NULL. Relations to people of the address book need relation.name; `other_uid` gives
 * their UID (caller frees; NULL: none) and may itself be NULL. */
void vcard_write(struct strbuf *out, const struct contact *contact, const char *circle,
	enum vcard_version version, char *(*other_uid)(void *context, contact_id other),
	void *context);

#endif
