/* What was exchanged in a conversation: as it is typed, and as it is said.
 * Not here: what went to and fro over a whole log (reciprocity.h). */
#ifndef FILO_PEOPLE_WORDS_EXCHANGE_WORDS_H
#define FILO_PEOPLE_WORDS_EXCHANGE_WORDS_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/people/conversation.h"

/* "idea, advice" for a bit set of 1 << enum exchange_kind. Adds to an empty `out`. */
void exchanges_write(struct strbuf *out, unsigned kinds);
/* The same read back: separated by commas, each by its first letters. */
enum status exchanges_read(const char *text, unsigned *kinds, struct error *err);
/* The kinds that begin as `typed`; vector of char *, which the caller frees. */
void exchanges_complete(const char *typed, struct vector *out);

/* "you gave: idea; you received: advice". Adds nothing when nothing was exchanged. */
void exchanges_describe(struct strbuf *out, const struct exchanges *exchanges);

#endif
