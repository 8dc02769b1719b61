/* Whether the numbers of what is stored still mean what they did when they were read: ids are given
 * away once, by a database that is restored, too.
 * Not here: whether it is the same file (own_file.h). */
#ifndef FILO_STORE_DB_OWN_NUMBERS_H
#define FILO_STORE_DB_OWN_NUMBERS_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <sqlite3.h>

/* Before `ready` takes the place of what the database at `path` holds: it will give none of its
 * numbers to anything new, and gets another mark unless it is an older state of that very database.
 * Of what can be read only in part, nothing is known. A code of SQLite: of writing to `ready`. */
int own_numbers_go_on(sqlite3 *ready, const char *path);

/* Takes those that it holds now for known. */
void own_numbers_watch(struct store *store);
/* Once they may be of other things, nothing is written any more. In the transaction of a change:
 * then the file gets its mark, too, if it has none of its own. */
enum status own_numbers_begin(struct store *store, struct error *err);
/* The change was made, or given up. */
void own_numbers_end(struct store *store, bool is_made);
/* At any other moment. */
enum status own_numbers_look(struct store *store, struct error *err);

#endif
