/* What hangs on rows that an undo takes away.
 * Not here: taking them away (changeset.h). */
#ifndef FILO_STORE_DB_HANGING_H
#define FILO_STORE_DB_HANGING_H

#include "filo/base/error.h"
#include "filo/store/store.h"
#include "store/db/changeset.h"

/* Between the two a change is reverted, in an open transaction. `status`: how that went;
 * STATUS_CONFLICT, and roll back, when rows went or were emptied that the `changeset` of the change
 * knows nothing of. */
enum status hanging_watch(struct store *store, struct error *err);
enum status hanging_refuse(struct store *store, const struct changeset *changeset,
	const char *label, enum status status, struct error *err);

#endif
