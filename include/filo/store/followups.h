/* Follow-ups as they are kept.
 * Not here: what a follow-up is (people/followup.h). */
#ifndef FILO_STORE_FOLLOWUPS_H
#define FILO_STORE_FOLLOWUPS_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/people/followup.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* Follow-ups: add sets the id. */
enum status followup_add(struct store *store, struct followup *followup, struct error *err);
enum status followup_update(
	struct store *store, const struct followup *followup, struct error *err);
/* Marks an open one done; STATUS_INVALID when it is done already. */
enum status followup_done(struct store *store, followup_id id, day_number day, struct error *err);
/* What a talk did, in its open change: those in `done` (of followup_id) are closed, and those in
 * `left_open` (of struct followup) begin, one of each with everybody who took part. */
enum status followups_settle(struct store *store, const struct conversation *talk,
	const struct vector *done, const struct vector *left_open, struct error *err);
enum status followup_delete(struct store *store, followup_id id, struct error *err);
enum status followup_load(
	struct store *store, followup_id id, struct followup *out, struct error *err);
/* Open ones of a person (0: of everybody), dated first by date; `with_done` adds the others. */
enum status followup_list(struct store *store, contact_id contact, bool with_done,
	struct vector *followups, struct error *err);

#endif
