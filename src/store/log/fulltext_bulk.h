/* Full text by the hundred thousand.
 * Not here: searching it (search.c). */
#ifndef FILO_STORE_LOG_FULLTEXT_BULK_H
#define FILO_STORE_LOG_FULLTEXT_BULK_H

#include "store/db/change_hooks.h"

/* In a large change, contacts and conversations that are new are not indexed one by one but all
 * together at its end, in the order the index likes. */
extern const struct change_hook fulltext_bulk_hook;

/* Conversations are about to be deleted: where that is most of them, what stays is indexed anew at
 * the end, as new rows are; else the words of each are deleted with it. */
enum status fulltext_bulk_expect_removal(
	struct store *store, const struct row_span *span, struct error *err);

#endif
