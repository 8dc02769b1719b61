/* Every property that is read into a contact.
 * Not here: how its label is found (vcard_contact.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_FIELDS_H
#define FILO_EXCHANGE_VCARD_VCARD_FIELDS_H

#include "exchange/vcard/vcard_taking.h"

/* Reads a property that has been prepared, by the table of all that are known. */
enum vcard_taken vcard_fields_read(struct taking *taking);
/* The notes of a card as one, with an empty line between. Adds to `out`; returns how many. */
size_t vcard_fields_join_notes(const struct vector *all, struct strbuf *out);

#endif
