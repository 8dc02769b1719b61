/* Joining what a source says of a person with what is here, by the marks of the last import.
 * Not here: finding the person (import_people.c), merging two contacts (store/contact_merge.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_UPDATE_H
#define FILO_EXCHANGE_IMPORT_IMPORT_UPDATE_H

#include "exchange/record.h"

/* Brings what `record` says into `contact`. `marks`: those of the last import from this source, or
 * NULL. Returns whether anything changed. Relations of the record that are resolved
 * (relation.other set) are compared by person. */
bool import_update_record(struct contact *contact, const struct record *record, const char *marks);

/* Whether the contact already says everything that the record says. */
bool import_update_adds_nothing(const struct contact *contact, const struct record *record);

/* The marks of everything the record says. Caller frees. */
char *import_update_marks(const struct record *record);

#endif
