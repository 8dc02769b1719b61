/* Conversations by the hundred thousand, as changes know of them.
 * Not here: adding them (filo/store/conversations_bulk.h). */
#ifndef FILO_STORE_LOG_CONVERSATIONS_BULK_H
#define FILO_STORE_LOG_CONVERSATIONS_BULK_H

#include "store/db/change_hooks.h"

/* Sets the index of who took part by conversation aside where so many conversations come or go that
 * it is made anew faster. */
enum status conversations_bulk_set_index_aside(
	struct store *store, const struct row_span *span, struct error *err);

/* Writes who took part before the commit. */
extern const struct change_hook conversations_bulk_hook;

#endif
