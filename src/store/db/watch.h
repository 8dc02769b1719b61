/* Long work, as the work itself sees it.
 * Not here: what other layers ask (filo/store/watch.h). */
#ifndef FILO_STORE_DB_WATCH_H
#define FILO_STORE_DB_WATCH_H

#include "filo/store/store.h"

#include <stdbool.h>

/* From here on a change waits for its turn. */
void database_wait_for_others(struct store *store);
/* Asks whoever watches. */
bool database_goes_on(struct store *store);

#endif
