/* Whether the rhythm cache agrees with the log.
 * Not here: learning it (rhythm.h). */
#ifndef FILO_STORE_DUE_RHYTHM_CHECK_H
#define FILO_STORE_DUE_RHYTHM_CHECK_H

#include "filo/base/error.h"
#include "filo/people/date.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* Whether something dated after `from` has come to pass up to `to`. */
bool has_come_to_pass(struct store *store, day_number from, day_number to);
/* Brings the cache to the store's today when entries dated ahead have come to pass. */
enum status rhythm_catch_up(struct store *store, struct error *err);
/* Counts the rows that differ from the log, and where `mends` puts them right. */
enum status rhythm_check(struct store *store, bool mends, int *wrong, struct error *err);

#endif
