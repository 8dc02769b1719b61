/* What went to and fro between two people, told without keeping a ledger.
 * Not here: what one entry exchanged (exchange_words.h). */
#ifndef FILO_PEOPLE_WORDS_RECIPROCITY_H
#define FILO_PEOPLE_WORDS_RECIPROCITY_H

#include "filo/base/strbuf.h"
#include "filo/people/conversation.h"

/* "You last received: help (3 Oct). Since then you gave: idea." from `talks`, newest first. Adds
 * nothing when nothing was exchanged. */
void reciprocity_describe(struct strbuf *out, const struct conversation *const *talks, size_t count,
	day_number today);

#endif
