/* A time carved out for people (the setting `slot`): whom it is for, fixed for its day.
 * Not here: who is due (queue.h), the sentences (people/words/slot_words.h). */
#ifndef FILO_STORE_SLOT_H
#define FILO_STORE_SLOT_H

#include "filo/base/config.h"
#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/store/store.h"

struct slot_today {
	const struct config_slot *slot; /* borrowed; NULL: none today */
	struct vector people; /* of contact_id: the head of the queue, as it was when first
				 asked today; empty: nobody was due */
	bool is_finished;
};
void slot_today_fini(struct slot_today *today);

/* Of several on one day, the first that is not finished yet; else the last. */
enum status slot_today(struct store *store, const struct config_slots *slots,
	struct slot_today *out, struct error *err);
/* The people were gone through. */
enum status slot_finish(struct store *store, struct slot_today *today, struct error *err);

#endif
