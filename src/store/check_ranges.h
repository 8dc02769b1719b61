/* Whether the columns hold what they may.
 * Not here: whether rows fit together (check.c). */
#ifndef FILO_STORE_CHECK_RANGES_H
#define FILO_STORE_CHECK_RANGES_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <stdbool.h>

struct range_check {
	bool mends; /* what can be put right is */
	void (*found)(void *context, const char *line);
	void *context;
	bool is_index_stale; /* since what it has of some rows is no longer so */
};
enum status check_ranges(struct store *store, struct range_check *range, struct error *err);

#endif
