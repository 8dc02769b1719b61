/* The head of the queue as it was last built: it holds for one day and one state of the data, so
 * that a start need not judge everybody again.
 * Not here: building it (queue.c). */
#ifndef FILO_STORE_DUE_QUEUE_SNAPSHOT_H
#define FILO_STORE_DUE_QUEUE_SNAPSHOT_H

#include "filo/base/vector.h"
#include "filo/people/date.h"
#include "filo/people/due.h"
#include "filo/store/store.h"

/* People kept; those due beyond are judged again when asked for. */
#define QUEUE_SNAPSHOT_ROWS 200

struct queue_snapshot {
	struct vector contacts; /* of contact_id, in queue order */
	struct due_counts counts;
};
void queue_snapshot_fini(struct queue_snapshot *snapshot);

/* False when there is none for this day and this state of the data. */
bool queue_snapshot_read(struct store *store, day_number on, struct queue_snapshot *snapshot);
/* Keeps it, when that can be done at once: another program may be writing. */
void queue_snapshot_save(struct store *store, day_number on, const struct queue_snapshot *snapshot);

#endif
