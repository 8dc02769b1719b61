/* A copy of the database.
 * Not here: exports in other formats (exchange). */
#ifndef FILO_STORE_BACKUP_H
#define FILO_STORE_BACKUP_H

#include "filo/base/error.h"
#include "filo/store/store.h"

/* A whole, consistent copy at `path` (0600), written beside it and renamed. Of a damaged database
 * none is made: it would take the place of one that can be restored. */
enum status store_backup(struct store *store, const char *path, struct error *err);
/* The same of what there is, damaged or not, where nothing is to be lost. */
enum status store_keep_aside(struct store *store, const char *path, struct error *err);
/* A name for what is laid beside the database at `path`: with `end` behind it, such as
 * ".before-restore", or the first such name with a number that is free. Caller frees. */
char *store_backup_name(const char *path, const char *end);

#endif
