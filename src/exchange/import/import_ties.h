/* What people of files have to do with each other: relations, and groups.
 * Not here: the people (import_people.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_TIES_H
#define FILO_EXCHANGE_IMPORT_IMPORT_TIES_H

#include "exchange/import/importing.h"

/* Fills the relations to people known by UID; those who have not come yet are looked for at the
 * end, in this import and in every later one. */
void importing_relate(struct importing *importing, struct contact *contact);
/* Takes the members of a group, to be tagged at the end. */
enum status importing_group(struct importing *importing, struct record *record, struct error *err);
void importing_forget_groups(struct importing *importing);
/* At the end: relations and groups whose people have come meanwhile. */
enum status importing_finish_ties(struct importing *importing, struct error *err);

#endif
