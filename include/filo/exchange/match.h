/* Who is who: the keys by which two records are known to be one person.
 * Not here: likely pairs (duplicates.h), what is done about it (import.h). */
#ifndef FILO_EXCHANGE_MATCH_H
#define FILO_EXCHANGE_MATCH_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

#include <stdbool.h>

/* Adds the normalised form of a channel's value for comparing: e-mail folded; the digits of a
 * phone number without its trunk or country prefix's zeros; a handle or profile address without
 * scheme, "www." and a final slash. Adds nothing for an address or a website, or when too
 * little is left to tell people apart. */
void match_channel_key(struct strbuf *out, enum channel_kind kind, const char *value);

/* Whether two names may be one person's: equal, or the words (or initials) of one are among
 * the other's, accents and case ignored, in any order. */
bool match_names_agree(const char *a, const char *b);

#endif
