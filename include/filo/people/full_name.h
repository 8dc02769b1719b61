/* The name of somebody by its parts, where they say more than the name that is shown.
 * Not here: a name made of parts where none is given (exchange/record.h). */
#ifndef FILO_PEOPLE_FULL_NAME_H
#define FILO_PEOPLE_FULL_NAME_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

/* Adds the parts as one name ("Dr. Anna Rossi, Jr.") when any word of theirs, folded, is none of
 * the shown name's; else nothing. */
void contact_full_name(struct strbuf *out, const struct contact *contact);
/* Translated: under what it stands. */
const char *full_name_label(void);

#endif
