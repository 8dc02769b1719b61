/* Making a contact of somebody who was seen in a history.
 * Not here: who was seen (store/seen.h). */
#ifndef FILO_EXCHANGE_SEEN_ADOPT_H
#define FILO_EXCHANGE_SEEN_ADOPT_H

#include "filo/store/seen.h"
#include "filo/store/store.h"

/* They are `contact`, or somebody new (0), with the name and the address that were seen; their days
 * become entries. One change. *adopted, unless NULL, is who they are; *days, what was added. */
enum status seen_adopt(struct store *store, const struct seen_person *person, contact_id contact,
	contact_id *adopted, int64_t *days, struct error *err);

/* A name for somebody: theirs, or out of an e-mail address ("maria.rossi" is Maria Rossi), or what
 * they are known by. Caller frees. */
char *seen_proposed_name(const struct seen_person *person);

#endif
