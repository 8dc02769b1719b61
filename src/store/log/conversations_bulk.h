/* Conversations by the hundred thousand, as changes know of them.
 * Not here: adding them (filo/store/conversations_bulk.h). */
#ifndef FILO_STORE_LOG_CONVERSATIONS_BULK_H
#define FILO_STORE_LOG_CONVERSATIONS_BULK_H

#include "store/db/change_hooks.h"

/* Writes who took part before the commit. */
extern const struct change_hook conversations_bulk_hook;

#endif
