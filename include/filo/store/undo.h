/* Undo, redo and the trash.
 * Not here: recording what can be taken back (change.h). */
#ifndef FILO_STORE_UNDO_H
#define FILO_STORE_UNDO_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stdint.h>

/* Takes back the latest change, or brings back the one taken back last. *label: what it was;
 * caller frees. STATUS_NOT_FOUND when there is none, STATUS_CONFLICT when the rows have been
 * changed otherwise since: then nothing is touched. So, too, where its record is damaged: then
 * undo_look and undo_one, or redo_look and redo_one, go past it. */
enum status undo_last(struct store *store, char **label, struct error *err);
enum status redo_last(struct store *store, char **label, struct error *err);

/* What can be taken back, or brought back; id 0: nothing. */
struct undo_choice {
	int64_t id;
	char *label;
	day_number day; /* it was done on */
	bool is_large;  /* takes a while, and cannot be redone */
	char *passed;   /* a sentence on what would have come before it but cannot be: its record is
			   damaged, or it was refused; NULL: nothing */
};
void undo_choice_fini(struct undo_choice *choice);
struct undo_next {
	struct undo_choice latest;
	struct undo_choice own; /* the latest that was done through this store */
};
/* Beyond one that was `refused`, whose `passed` says why; NULL: none was. */
enum status undo_look(struct store *store, const struct undo_choice *refused,
	struct undo_next *next, struct error *err);
void undo_next_fini(struct undo_next *next);
/* What can be brought back, and whether it was taken back through this store. What was too large
 * for that is passed, too. */
enum status redo_look(struct store *store, const struct undo_choice *refused,
	struct undo_choice *next, bool *is_own, struct error *err);
int64_t undo_latest(struct store *store); /* the id of the latest; 0: none */
/* The id of the latest made through this store, undone or not; 0: none. */
int64_t undo_latest_own(const struct store *store);
/* Takes back, or brings back, one of these, as undo_last and redo_last do. What was passed stays as
 * it is: refused, too, where something that was done since hangs on it. */
enum status undo_one(struct store *store, int64_t id, char **label, struct error *err);
enum status redo_one(struct store *store, int64_t id, char **label, struct error *err);
/* The contact that the latest undo, redo or restoring in this program has brought back, or whose
 * snooze, rest or letting go it was about; `expected` (0: nobody) where they are one of several, or
 * otherwise changed. 0: none. */
contact_id undo_returned(const struct store *store, contact_id expected);

/* The trash: deletions of the last 90 days that can be restored one by one, newest first. */
struct trash_item {
	int64_t id; /* of the undo record */
	char *label;
	day_number day;
};
enum status trash_list(struct store *store, struct vector *items, struct error *err);
enum status trash_restore(struct store *store, int64_t id, struct error *err); /* itself undoable */
void trash_item_fini(struct trash_item *item);

/* Says of each record that is damaged, so that it can be neither undone nor redone, its label and
 * the day of the change. */
enum status undo_check(struct store *store,
	void (*say)(void *context, const char *label, day_number day), void *context,
	struct error *err);

#endif
