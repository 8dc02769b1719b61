/* The due queue, read and judged: one query feeds people/due.h.
 * Not here: the reasons and the order themselves. */
#ifndef FILO_STORE_QUEUE_H
#define FILO_STORE_QUEUE_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/due.h"
#include "filo/store/limit.h"
#include "filo/store/store.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One person in the queue, or with `all` anybody. Strings owned. */
struct queue_row {
	struct due due;
	char *name;
	char *uid; /* with `with_uid`; else NULL */
	int days;  /* a; -1: never in touch */
	day_number last_day;
	int cadence_days; /* own, else circle's; 0: none */
	int32_t n;
	int proposed_days; /* 0: none */
	char *reason;      /* the short words for the pane */
	char *words;       /* with `in_words`, the same without abbreviations; else NULL */
	char *why;         /* with `with_why`, the full sentence; else NULL */
	char *apart;       /* of contact_kept_apart */
};

struct queue_request {
	day_number on;       /* computed only from what was known on that day */
	double horizon_days; /* 0: each person's own */
	bool all;            /* everybody that is not archived: due first, the rest by name */
	bool quiet_ties;     /* only the quiet ties, the one longest ago by the calendar first */
	bool address_dates;  /* only people of the address book with a date in the next days: as if
				they were due for it */
	const struct limit *only;    /* only of these, counted too; NULL: everybody */
	const struct vector *people; /* of contact_id: of these only who is due, in this order;
				NULL: everybody */
	bool with_uid;
	bool in_words; /* reasons without abbreviations besides, where there is room for them */
	bool with_why; /* reads each one's log: for the rows of a page, or a file */
	size_t limit;  /* rows to fill, 0: all; the totals count all */
};

struct queue {
	struct vector rows;       /* of struct queue_row */
	struct due_counts counts; /* whatever the limit */
	day_number away_until;    /* you are away, up to and with this day; DAY_NONE: you are not */
};
void queue_fini(struct queue *queue);

/* Builds the queue. For today, with nothing changed since it was last built, it is read back from
 * the snapshot kept with the data (exact: keyed by day and change count). */
enum status queue_build(struct store *store, const struct queue_request *request,
	struct queue *queue, struct error *err);

#endif
