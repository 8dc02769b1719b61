/* Drafts: what is being typed, kept until it is saved.
 * Not here: what a draft's text means (tui). */
#ifndef FILO_STORE_DRAFT_H
#define FILO_STORE_DRAFT_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/store/store.h"

#include <stdint.h>

/* Drafts: what is being typed, by form. Outside undo; written at once. */
struct draft {
	char *form, *text;
	int64_t saved_at; /* seconds since the epoch */
};
enum status draft_save(struct store *store, const char *form, const char *text, struct error *err);
char *draft_load(struct store *store, const char *form); /* NULL: none; caller frees */
void draft_drop(struct store *store, const char *form);
enum status draft_list(struct store *store, struct vector *drafts, struct error *err);
void draft_fini(struct draft *draft);

#endif
