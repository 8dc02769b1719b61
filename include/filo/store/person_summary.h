/* Everything the sentences about one person need, from the log.
 * Not here: the sentences (people/words). */
#ifndef FILO_STORE_PERSON_SUMMARY_H
#define FILO_STORE_PERSON_SUMMARY_H

#include "filo/base/error.h"
#include "filo/people/due.h"
#include "filo/people/score.h"
#include "filo/people/words/words.h"
#include "filo/store/store.h"

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
