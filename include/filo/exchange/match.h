/* Who is who: the keys by which two records are known to be one person, and likely pairs.
 * Not here: what is done about it (import.h, contact_merge in store/contacts.h). */
#ifndef FILO_EXCHANGE_MATCH_H
#define FILO_EXCHANGE_MATCH_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

/* Adds the normalised form of a channel's value for comparing: e-mail folded; the digits of a
 * phone number without its trunk or country prefix's zeros; a handle or profile address without
 * scheme, "www." and a final slash. Adds nothing for an address or a website, or when too
 * little is left to tell people apart. */
void match_channel_key(struct strbuf *out, enum channel_kind kind, const char *value);

/* Whether two names may be one person's: equal, or the words (or initials) of one are among
 * the other's, accents and case ignored, in any order. */
bool match_names_agree(const char *a, const char *b);

enum match_reason { MATCH_EMAIL, MATCH_PHONE, MATCH_HANDLE, MATCH_NAME };

/* Two contacts who are likely one. Strings owned. */
struct match_pair {
	contact_id a, b; /* a < b */
	char *name_a, *name_b;
	enum match_reason reason;
	char *shared; /* the address as `a` has it; NULL for MATCH_NAME */
};
void match_pair_fini(struct match_pair *pair);
const char *match_reason_label(enum match_reason reason); /* translated: "same e-mail" */

/* Appends likely pairs (of struct match_pair) to `pairs`, surest first, at most `count`. */
enum status match_find_duplicates(
	struct store *store, size_t count, struct vector *pairs, struct error *err);

#endif
