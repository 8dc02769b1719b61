/* Going back to a copy of the database.
 * Not here: making one (backup.h). */
#ifndef FILO_STORE_RESTORE_H
#define FILO_STORE_RESTORE_H

#include "filo/base/error.h"
#include "filo/people/date.h"

/* Makes the database at `path` what the copy `from` holds, for programs that have it open, too.
 * What was there before is laid beside: *beside is its name (NULL: there was nothing), from which
 * it can be restored alike; caller frees. The database need not be sound, the copy must: where it
 * is not, or is none of ours, nothing is changed. `today` as for store_open. */
enum status store_restore(
	const char *path, const char *from, day_number today, char **beside, struct error *err);

#endif
