/* What was changed of a contact, field by field.
 * Not here: what a field is (contact_field.h). */
#ifndef FILO_PEOPLE_CONTACT_CHANGES_H
#define FILO_PEOPLE_CONTACT_CHANGES_H

#include "filo/people/contact.h"

#include <stdbool.h>

/* Whether they differ in a field that has a label. */
bool contact_field_has_changed(
	const struct contact *a, const struct contact *b, enum contact_field field);

#endif
