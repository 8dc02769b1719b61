/* Full text by the hundred thousand.
 * Not here: searching it (search.c). */
#ifndef FILO_STORE_LOG_FULLTEXT_BULK_H
#define FILO_STORE_LOG_FULLTEXT_BULK_H

#include "store/db/change_hooks.h"

/* In a large change, contacts and conversations that are new are not indexed one by one but all
 * together at its end, in the order the index likes. */
extern const struct change_hook fulltext_bulk_hook;

#endif
