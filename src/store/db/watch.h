/* Long work, as the work itself sees it.
 * Not here: what other layers ask (filo/store/watch.h). */
#ifndef FILO_STORE_DB_WATCH_H
#define FILO_STORE_DB_WATCH_H

#include "filo/store/store.h"

#include <stdbool.h>

/* Lets changes wait for other programs' locks from now on. */
void database_wait_for_others(struct store *store);
/* Asks the watcher whether to go on. */
bool database_goes_on(struct store *store);

#endif
