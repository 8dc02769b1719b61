/* Conversations by the hundred thousand taken back, as changes know of them.
 * Not here: bringing them (conversations_bulk.h). */
#ifndef FILO_STORE_LOG_CONVERSATIONS_REMOVAL_H
#define FILO_STORE_LOG_CONVERSATIONS_REMOVAL_H

#include "store/db/change_hooks.h"

extern const struct change_hook conversations_removal_hook;

#endif
