/* Portraits of several people on one day.
 * Not here: what a portrait is (filo/store/queue.h). */
#ifndef FILO_STORE_DUE_PERSON_SUMMARY_H
#define FILO_STORE_DUE_PERSON_SUMMARY_H

#include "filo/store/queue.h"
#include "store/due/due_facts.h"

enum status portrait_read(struct store *store, const struct standing_day *day, contact_id id,
	struct portrait *out, struct error *err);

#endif
