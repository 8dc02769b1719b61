/* What was changed of a contact, field by field.
 * Not here: what a field is (contact_field.h). */
#ifndef FILO_PEOPLE_CONTACT_CHANGES_H
#define FILO_PEOPLE_CONTACT_CHANGES_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

/* Adds the names of the fields that differ: "Phone, Tags". Nothing: none that has a name. */
void contact_changes_describe(
	struct strbuf *out, const struct contact *before, const struct contact *after);

#endif
