/* Drafts: what is being typed, kept until it is saved.
 * Not here: what a draft's text means (tui). */
#ifndef FILO_STORE_DRAFT_H
#define FILO_STORE_DRAFT_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

/* Drafts: what is being typed, by form. Outside undo; written at once. Each belongs to the program
 * that keeps it: another one that runs beside neither sees it nor drops it. Once a program has
 * ended, its drafts are whose who asks first. */
struct draft {
	int64_t id;
	char *form, *text;
	int64_t saved_at; /* seconds since the epoch, on the program's own day */
};
/* The day it was kept on: one ends at four in the morning. */
day_number draft_day(const struct draft *draft);
enum status draft_save(struct store *store, const char *form, const char *text, struct error *err);
/* One's own. *text NULL: none; caller frees. */
enum status draft_load(struct store *store, const char *form, char **text, struct error *err);
/* The latest left behind; id 0: none. draft_choose makes it one's own. */
enum status draft_find_left(
	struct store *store, const char *form, struct draft *draft, struct error *err);
/* This one, of the list, is what draft_load gives next for its form. */
enum status draft_choose(struct store *store, int64_t id, struct error *err);
/* One's own, which is saved or has nothing to keep. */
void draft_drop(struct store *store, const char *form);
/* Throws one's own away, or the one of the list; the latest thrown away can be brought back, its id
 * in *id (may be NULL): STATUS_NOT_FOUND when there is none. */
enum status draft_throw(struct store *store, const char *form, struct error *err);
enum status draft_throw_listed(struct store *store, int64_t id, struct error *err);
enum status draft_bring_back(struct store *store, int64_t *id, struct error *err);
/* One's own, and those left behind, latest first. */
enum status draft_list(struct store *store, struct vector *drafts, struct error *err);
/* Whether a program that runs beside keeps some, which are not listed. */
bool draft_is_elsewhere(struct store *store);
void draft_fini(struct draft *draft);

#endif
