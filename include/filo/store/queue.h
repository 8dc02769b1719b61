/* The due queue, read and judged: one query feeds people/due.h.
 * Not here: the reasons and the order themselves. */
#ifndef FILO_STORE_QUEUE_H
#define FILO_STORE_QUEUE_H

#include "filo/people/due.h"
#include "filo/people/score.h"
#include "filo/people/words/words.h"
#include "filo/store/contacts.h"

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
	char *why;         /* with `with_why`, the full sentence; else NULL */
};
void queue_row_fini(struct queue_row *row);

struct queue_request {
	day_number on;       /* computed only from what was known on that day */
	double horizon_days; /* 0: each person's own */
	bool all;            /* everybody that is not archived: due first, the rest by name */
	bool quiet_ties;     /* only the quiet ties, longest silence first */
	bool with_uid;
	bool with_why; /* reads each one's log: for the rows of a page, or a file */
	size_t limit;  /* rows to fill, 0: all; the totals count all */
};

struct queue {
	struct vector rows; /* of struct queue_row */
	size_t due_count;   /* all that are due */
	size_t pinned_count;
	size_t quiet_count;
};
void queue_fini(struct queue *queue);

/* Builds the queue. For today, with nothing changed since it was last built, it is read back from
 * the snapshot kept with the data (exact: keyed by day and change count). */
enum status queue_build(struct store *store, const struct queue_request *request,
	struct queue *queue, struct error *err);

/* Everything the sentences need about one person, from the log, on a day. */
struct person_summary {
	struct rhythm rhythm;
	struct score score;
	struct due due;
	struct words_facts facts; /* points into the summary */
	int *gaps;
	char *name, *given, *followup, *met, *yearly_label;
	/* 0 until person_summary_count_openings is asked */
	int opened_by_me, opened_by_them, opened_unknown;
	int proposed_days; /* 0: none */
	day_number last_day;
	enum medium last_medium; /* of the latest conversation */
};
enum status person_summary_load(struct store *store, contact_id id, day_number on,
	struct person_summary *out, struct error *err);
/* Who ended the silences of 7 or more days; looks at an entry of the log for each of them. */
enum status person_summary_count_openings(
	struct store *store, struct person_summary *summary, struct error *err);
void person_summary_fini(struct person_summary *summary);

#endif
