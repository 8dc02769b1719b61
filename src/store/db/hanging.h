/* What hangs on rows that an undo takes away.
 * Not here: taking them away (changeset.h). */
#ifndef FILO_STORE_DB_HANGING_H
#define FILO_STORE_DB_HANGING_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/store/store.h"
#include "store/db/changeset.h"

/* Names of rows: those that went or were emptied, and those that the change knows. */
struct hanging {
	struct store *store;
	struct vector taken, known; /* of char * */
};
/* Between the two a change is reverted, in an open transaction. `status`: how that went;
 * STATUS_CONFLICT, and roll back, when rows went or were emptied that the `changeset` of the change
 * knows nothing of. */
void hanging_watch(struct hanging *hanging, struct store *store);
enum status hanging_refuse(struct hanging *hanging, const struct changeset *changeset,
	const char *label, enum status status, struct error *err);
/* Before the rows that a large change brought are deleted: STATUS_CONFLICT when others hang on
 * them. */
enum status hanging_refuse_spans(
	struct store *store, const char *new_rows, const char *label, struct error *err);

#endif
