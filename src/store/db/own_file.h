/* Whether the file that is open is still the one that was opened.
 * Not here: whose file may be opened at all (files.h). */
#ifndef FILO_STORE_DB_OWN_FILE_H
#define FILO_STORE_DB_OWN_FILE_H

#include "filo/base/error.h"
#include "filo/store/store.h"

/* Takes the file as it is now for ours: once, when it was opened. */
void own_file_watch(struct store *store);
/* Notices that it was replaced, removed or copied over, after which the store is read-only
 * (`lost`), and whether it has a second name at this moment. A few calls of stat, and little more
 * where nothing was written to it. An error: that could not be read, and nothing is known. */
enum status own_file_look(struct store *store, struct error *err);

/* Nothing is written to it any more: why_read_only, where %s is its path. */
void own_file_refuse(struct store *store, const char *sentence);

#endif
