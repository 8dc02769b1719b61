/* Undo, redo and the trash.
 * Not here: recording what can be taken back (change.h). */
#ifndef FILO_STORE_UNDO_H
#define FILO_STORE_UNDO_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

/* Takes back the latest change, or brings back the one taken back last. *label: what it was;
 * caller frees. STATUS_NOT_FOUND when there is none, STATUS_CONFLICT when the rows have been
 * changed otherwise since: then nothing is touched. */
enum status undo_last(struct store *store, char **label, struct error *err);
/* The record that undo_last would take back; 0: there is none. */
int64_t undo_latest(struct store *store);
/* Whether what undo_last would take back is large: that takes a while, and cannot be redone. */
bool undo_is_large(struct store *store);
enum status redo_last(struct store *store, char **label, struct error *err);

/* The trash: deletions of the last 90 days that can be restored one by one, newest first. */
struct trash_item {
	int64_t id; /* of the undo record */
	char *label;
	day_number day;
};
enum status trash_list(struct store *store, struct vector *items, struct error *err);
enum status trash_restore(struct store *store, int64_t id, struct error *err); /* itself undoable */
void trash_item_fini(struct trash_item *item);

#endif
