/* Writing a contact as a vCard.
 * Not here: which contacts (vcard_export.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_WRITE_H
#define FILO_EXCHANGE_VCARD_VCARD_WRITE_H

#include "exchange/vcard/vcard_property.h"
#include "filo/people/contact.h"

/* Adds one card, with CRLF line ends, folded at 75 octets (RFC 6350 3.2). `circle` is its circle's
 * name, or NULL. Relations to people of the address book need relation.name; `other_uid` gives
 * their UID (caller frees; NULL: none) and may itself be NULL. False: the version has no place for
 * a name or birthday that is kept. */
bool vcard_write(struct strbuf *out, const struct contact *contact, const char *circle,
	enum vcard_version version, char *(*other_uid)(void *context, contact_id other),
	void *context);

#endif
