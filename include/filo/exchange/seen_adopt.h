/* Making a contact of somebody who was seen in a history.
 * Not here: who was seen (store/seen.h). */
#ifndef FILO_EXCHANGE_SEEN_ADOPT_H
#define FILO_EXCHANGE_SEEN_ADOPT_H

#include "filo/store/seen.h"
#include "filo/store/store.h"

/* All of `people` are one person: `contact`, or (0) who alone has the first one's name of two words
 * or more, or somebody new, with that name and the addresses that were seen; their days become
 * entries. One change. *days: what was added. */
enum status seen_adopt(struct store *store, const struct seen_person *const *people, size_t count,
	contact_id contact, int64_t *days, struct error *err);

/* Who of `people` (of struct seen_person) are surely one, in whatever source: those of one name of
 * two words or more. Fills `firsts` (of size_t) with the place of the first of them, for each. */
void seen_unite(const struct vector *people, struct vector *firsts);
/* Appends (of struct seen_person *) all whose first is the one at `index`'s, that one before. */
void seen_add_same(const struct vector *people, const struct vector *firsts, size_t index,
	struct vector *same);

/* A name for somebody: theirs, or out of an e-mail address ("maria.rossi" is Maria Rossi), or what
 * they are known by. Caller frees. */
char *seen_proposed_name(const struct seen_person *person);

#endif
