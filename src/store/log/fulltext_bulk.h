/* Full text by the hundred thousand.
 * Not here: searching it (search.c). */
#ifndef FILO_STORE_LOG_FULLTEXT_BULK_H
#define FILO_STORE_LOG_FULLTEXT_BULK_H

#include "filo/base/error.h"
#include "filo/store/store.h"

/* In a large change: contacts and conversations that are new from here on are not indexed one by
 * one but all together, in the order the index likes, when `fulltext_bulk_end` is called. */
enum status fulltext_bulk_begin(struct store *store, struct error *err);
enum status fulltext_bulk_end(struct store *store, struct error *err);

#endif
