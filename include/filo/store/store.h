/* The database: one SQLite file that holds everything, opened and closed.
 * Not here: its changes (change.h), what is kept in it. No other layer sees SQL. */
#ifndef FILO_STORE_STORE_H
#define FILO_STORE_STORE_H

#include "filo/base/error.h"
#include "filo/people/date.h"

#include <stdbool.h>

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

/* For every store_open from here on: whether changes go through a journal that is deleted after
 * each instead of a log that stays beside the file. That needs locks, but no shared memory; whoever
 * reads waits for who writes. A file that another program has open stays as it is until a later
 * start. */
void store_set_without_log(bool is_without);

const char *store_path(const struct store *store);
bool store_is_in_memory(const struct store *store); /* nothing is kept, and nobody else has it */
day_number store_today(const struct store *store);
void store_set_today(struct store *store, day_number today); /* midnight has passed */

/* True when another program has changed the file since the last call. Costs microseconds. */
bool store_changed_elsewhere(struct store *store);

/* Whether the file is still the one that was opened, as of the last change or look; once it is not,
 * nothing more is written. */
enum store_loss {
	STORE_IS_HERE,
	STORE_WAS_REPLACED, /* by another file of its name */
	STORE_WAS_REMOVED,
	STORE_WAS_OVERWRITTEN, /* by a copy that was written into it */
	STORE_HOLDS_OTHERS,    /* by filo restore: its numbers may be of others than before */
};
enum store_loss store_loss(const struct store *store);
/* STATUS_OK, or an error that says why this database is read-only. */
enum status store_may_change(struct store *store, struct error *err);

/* STATUS_OK; or, once, why something could not be read, which whoever asked has taken for nothing:
 * functions that return no status say 0, NULL or none then. No change begins before this was told:
 * change_begin tells it, too. */
enum status store_unread(struct store *store, struct error *err);

/* Whether a change was made through it, or taken back, or done again. */
bool store_has_changed(const struct store *store);
/* Or anything else that somebody asked for, as what is done with drafts, or mended. */
bool store_has_written(const struct store *store);

/* Several reads as one: they see one state of the data and lock the file once. True when it was
 * begun here and is to be ended; inside a change, or another such, it is not. Nothing may be
 * changed in between. */
bool store_begin_reading(struct store *store);
void store_end_reading(struct store *store, bool is_own);

#endif
