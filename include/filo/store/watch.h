/* Long work: stopping it, and saying that it waits for another program.
 * Not here: the work itself. */
#ifndef FILO_STORE_WATCH_H
#define FILO_STORE_WATCH_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* For long work: from here on `go_on` is asked now and then, in the midst of it. Once it says no,
 * what is under way ends with STATUS_CANCELLED, and its change is rolled back. `go_on` must leave
 * the store alone. NULL ends it. */
void store_watch(struct store *store, bool (*go_on)(void *context), void *context);
/* `say` is called once for each wait for another program's change that is not over in a moment. It
 * must leave the store alone. */
void store_on_wait(struct store *store, void (*say)(void *context), void *context);
/* STATUS_CANCELLED when what was read since may not be all, for the work was stopped. */
enum status store_was_stopped(const struct store *store, struct error *err);

#endif
