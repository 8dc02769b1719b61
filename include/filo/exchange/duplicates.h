/* Likely pairs among the people who are there.
 * Not here: making two one (contact_merge in store/contact_merge.h). */
#ifndef FILO_EXCHANGE_DUPLICATES_H
#define FILO_EXCHANGE_DUPLICATES_H

#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

enum duplicate_reason { DUPLICATE_EMAIL, DUPLICATE_PHONE, DUPLICATE_HANDLE, DUPLICATE_NAME };

/* Two contacts who are likely one. Strings owned. */
struct duplicate {
	contact_id a, b; /* a < b */
	char *name_a, *name_b;
	enum duplicate_reason reason;
	char *shared; /* the address as `a` has it; NULL for DUPLICATE_NAME */
};
void duplicate_fini(struct duplicate *pair);
const char *duplicate_reason_label(enum duplicate_reason reason); /* translated: "same e-mail" */

/* Appends likely pairs (of struct duplicate) to `pairs`, surest first, at most `count`. */
enum status duplicates_find(
	struct store *store, size_t count, struct vector *pairs, struct error *err);

#endif
