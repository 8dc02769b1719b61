/* Summaries of several people on one day.
 * Not here: what a summary is (filo/store/queue.h). */
#ifndef FILO_STORE_DUE_PERSON_SUMMARY_H
#define FILO_STORE_DUE_PERSON_SUMMARY_H

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/person_summary.h"
#include "filo/store/store.h"
#include "store/due/due_facts.h"

enum status person_summary_read(struct store *store, const struct due_facts_day *day, contact_id id,
	struct person_summary *out, struct error *err);

#endif
