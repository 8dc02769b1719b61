/* Summaries of several people on one day.
 * Not here: what a summary is (filo/store/queue.h). */
#ifndef FILO_STORE_DUE_PERSON_SUMMARY_H
#define FILO_STORE_DUE_PERSON_SUMMARY_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/person_summary.h"
#include "filo/store/store.h"
#include "store/due/due_facts.h"

/* What the sentence why somebody is due needs (words_why), and not more: `row` is how they stand,
 * `due` what was judged of it. */
enum status person_summary_read_why(struct store *store, const struct due_facts_day *day,
	const struct due_facts_row *row, const struct due *due, struct person_summary *out,
	struct error *err);

#endif
