/* Checking that the data in the database is consistent.
 * Not here: mending a damaged file. */
#ifndef FILO_STORE_CHECK_H
#define FILO_STORE_CHECK_H

#include "filo/base/error.h"
#include "filo/store/store.h"

/* Integrity of the file, foreign keys, what each column holds, full-text index, sort keys, and
 * every rhythm row against one rebuilt from the log; calls `say` with a line for each finding.
 * *problems counts them. What can be rebuilt (rhythm, index, keys, counters, texts) is, unless
 * read-only. */
enum status store_check(struct store *store, void (*say)(void *context, const char *line),
	void *context, int *problems, struct error *err);

#endif
