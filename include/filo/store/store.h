/* The database: one SQLite file that holds everything, its life and its changes.
 * Not here: what is kept in it (the other headers of store/). No other layer sees SQL. */
#ifndef FILO_STORE_STORE_H
#define FILO_STORE_STORE_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/date.h"

#include <stdbool.h>
#include <stdint.h>

struct store;

/* Where the database is when --db does not say: $FILO_DB, else $XDG_DATA_HOME/filo/filo.db, else
 * ~/.local/share/filo/filo.db. Caller frees. */
char *store_default_path(void);

/* Opens, creating (file 0600, folder 0700) and migrating (a copy is laid beside the file first) as
 * needed. `path` ":memory:" keeps it in memory. Refused with a sentence and untouched: a folder,
 * no database, a newer schema, owned by somebody else, writable by others, not readable. A
 * file or folder that cannot be written opens read-only: changes are then refused.
 * `today` is the local day and goes into what is computed, never read from the clock here. */
enum status store_open(struct store **out, const char *path, day_number today, struct error *err);
void store_close(struct store *store); /* NULL is fine */

bool store_is_read_only(const struct store *store);
const char *store_path(const struct store *store);
day_number store_today(const struct store *store);
void store_set_today(struct store *store, day_number today); /* midnight has passed */

/* True when another program has changed the file since the last call. Costs microseconds. */
bool store_changed_elsewhere(struct store *store);

/* Several reads as one: they see one state of the data and lock the file once. True when it was
 * begun here and is to be ended; inside a change, or another such, it is not. Nothing may be
 * changed in between. */
bool store_begin_reading(struct store *store);
void store_end_reading(struct store *store, bool is_own);

/* For long work: from here on `go_on` is asked now and then, in the midst of it. Once it says no,
 * what is under way ends with STATUS_CANCELLED, and its change is rolled back. `go_on` must leave
 * the store alone. NULL ends it. */
void store_watch(struct store *store, bool (*go_on)(void *context), void *context);
/* `say` is called once for each wait for another program's change that is not over in a moment. It
 * must leave the store alone. */
void store_on_wait(struct store *store, void (*say)(void *context), void *context);
/* STATUS_CANCELLED when what was read since may not be all, for the work was stopped. */
enum status store_was_stopped(const struct store *store, struct error *err);

/* A change: one transaction and one undo record. Every function of this layer that changes data
 * makes its own change unless one is open; open one to make several a single undo.
 * `label` is what undo will say: translated, such as "log with Ana". */
enum status change_begin(struct store *store, const char *label, struct error *err);
enum status change_commit(struct store *store, struct error *err); /* rolls back when it fails */
void change_rollback(struct store *store);
/* Does `work` in a change of its own: committed when it succeeds, else rolled back, and what it
 * returned is returned. */
enum status store_change(struct store *store, const char *label,
	enum status (*work)(void *context, struct error *err), void *context, struct error *err);

/* The open change is what the store begins with: it gets no record, so undo does not take it back.
 */
void change_keep_no_record(struct store *store);

/* A very large change (an import): rows that are new are remembered by their ids instead of a
 * changeset in memory. Between change_begin and the first row; roll back when it fails. */
enum status change_expect_many(struct store *store, struct error *err);

/* Takes back the latest change, or brings back the one taken back last. *label: what it was;
 * caller frees. STATUS_NOT_FOUND when there is none, STATUS_CONFLICT when the rows have been
 * changed otherwise since: then nothing is touched. */
enum status undo_last(struct store *store, char **label, struct error *err);
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

/* A whole, consistent copy at `path` (0600), written beside it and renamed. */
enum status store_backup(struct store *store, const char *path, struct error *err);

/* Integrity of the file, foreign keys, full-text index, and every rhythm row against one rebuilt
 * from the log; calls `say` with a line for each finding. *problems counts them. What can be
 * rebuilt (rhythm, index) is, unless read-only. */
enum status store_check(struct store *store, void (*say)(void *context, const char *line),
	void *context, int *problems, struct error *err);

/* Small settings that belong to the data. Missing: NULL. */
char *setting_get(struct store *store, const char *key); /* caller frees */
enum status setting_set(struct store *store, const char *key, const char *value, struct error *err);

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
