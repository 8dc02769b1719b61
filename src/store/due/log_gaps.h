/* The silences of a log: how long before an entry, and whether that is long for this person.
 * Not here: the log itself (filo/store/log_page.h). */
#ifndef FILO_STORE_DUE_LOG_GAPS_H
#define FILO_STORE_DUE_LOG_GAPS_H

#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stddef.h>

/* Of the rows (struct log_row) from `first` on; `events` are all of the person. */
void log_gaps_mark(struct store *store, contact_id contact, const struct vector *events,
	struct vector *rows, size_t first);

#endif
