/* Conversations by the hundred thousand, for imports.
 * Not here: a single one (conversations.h). */
#ifndef FILO_STORE_CONVERSATIONS_BULK_H
#define FILO_STORE_CONVERSATIONS_BULK_H

#include "filo/base/error.h"
#include "filo/people/conversation.h"
#include "filo/store/store.h"

#include <stddef.h>

/* As conversation_add, for the many of an import: sets the id of each, 0 where its source id is in
 * the log already. Within an open change; each has passed conversation_check. Ids follow the days,
 * so that what is written together lies together; who took part is written later, by person. */
enum status conversations_bulk_add(
	struct store *store, struct conversation *conversations, size_t count, struct error *err);
/* Writes what is left to write of the many, and wakes who was resting. The commit does it too: call
 * it before anything else that looks at who took part. */
enum status conversations_bulk_settle(struct store *store, struct error *err);

#endif
