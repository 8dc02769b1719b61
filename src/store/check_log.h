/* Whether the log fits together.
 * Not here: which entry does not (check.c). */
#ifndef FILO_STORE_CHECK_LOG_H
#define FILO_STORE_CHECK_LOG_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* *is_sound: every entry has somebody who took part, whoever took part is there and so is the
 * entry, and the days of both are the same. The indexes must be known to be whole. */
enum status check_log(struct store *store, bool *is_sound, struct error *err);

#endif
