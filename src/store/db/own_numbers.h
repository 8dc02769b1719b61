/* Whether the numbers of what is stored still mean what they did when they were read: ids are given
 * away once, by a database that is restored, too.
 * Not here: whether it is the same file (own_file.h). */
#ifndef FILO_STORE_DB_OWN_NUMBERS_H
#define FILO_STORE_DB_OWN_NUMBERS_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <sqlite3.h>

/* Before `ready` takes the place of what the database at `path` holds: it will give none of its
 * numbers to anything new, and where somebody else has one already, it is marked so. Of what can be
 * read only in part, nothing is known, and it is marked. A code of SQLite: of writing to `ready`.
 */
int own_numbers_go_on(sqlite3 *ready, const char *path);

/* Takes those it holds now for ours. */
void own_numbers_watch(struct store *store);
/* Once they are of others, nothing is written any more; for sure only in a transaction. */
enum status own_numbers_look(struct store *store, struct error *err);

#endif
