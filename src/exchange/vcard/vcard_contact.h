/* From the properties of a card to a person.
 * Not here: reading them (vcard_read.h), who a card is about (import_people.h). */
#ifndef FILO_EXCHANGE_VCARD_VCARD_CONTACT_H
#define FILO_EXCHANGE_VCARD_VCARD_CONTACT_H

#include "exchange/vcard/vcard_taking.h"

/* Makes a record of a card's properties (vector of struct vcard_property): fields where filo has
 * them, kept lines for the rest. Calls `doubt` (may be NULL) for a value that was not understood
 * where it should have been. */
void vcard_interpret(struct record *record, const struct vector *properties,
	void (*doubt)(void *context, const struct vcard_property *property), void *context);

/* Reads one property of `all` into the record. */
enum vcard_taken vcard_interpret_one(
	struct record *record, const struct vcard_property *property, const struct vector *all);

#endif
