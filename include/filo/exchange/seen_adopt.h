/* Making a contact of somebody who was seen in a history.
 * Not here: who was seen (store/seen.h). */
#ifndef FILO_EXCHANGE_SEEN_ADOPT_H
#define FILO_EXCHANGE_SEEN_ADOPT_H

#include "filo/store/seen.h"
#include "filo/store/store.h"

/* All of `people` are one person: `contact`, or somebody new (0), with the first one's name and the
 * addresses that were seen; their days become entries. One change. *days: what was added. */
enum status seen_adopt(struct store *store, const struct seen_person *const *people, size_t count,
	contact_id contact, int64_t *days, struct error *err);

/* A name for somebody: theirs, or out of an e-mail address ("maria.rossi" is Maria Rossi), or what
 * they are known by. Caller frees. */
char *seen_proposed_name(const struct seen_person *person);

#endif
