/* The days on which you were in touch with a person.
 * Not here: the conversations of those days (log_page.h). */
#ifndef FILO_STORE_CONTACT_DAYS_H
#define FILO_STORE_CONTACT_DAYS_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/store.h"

#include <stddef.h>

/* The contact days of a person up to `up_to`, ascending: vector of day_number. */
enum status contact_days(struct store *store, contact_id contact, day_number up_to,
	struct vector *days, struct error *err);

/* The `count` latest of them, ascending; all, where there are not so many. */
enum status contact_days_latest(struct store *store, contact_id contact, day_number up_to,
	size_t count, struct vector *days, struct error *err);

/* The latest of them up to `up_to`, or DAY_NONE. */
day_number contact_last_day(struct store *store, contact_id id, day_number up_to);

#endif
