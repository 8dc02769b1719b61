/* How everybody stands on a day: what judging who is due needs, read in one walk.
 * Not here: judging (people/due.c), the order (queue.c). */
#ifndef FILO_STORE_DUE_DUE_FACTS_H
#define FILO_STORE_DUE_DUE_FACTS_H

#include "filo/people/due.h"
#include "filo/store/store.h"

struct standing {
	struct due_facts facts;
	struct yearly_date yearly; /* of facts.yearly_on; without its label */
	int absent_days;           /* taken out of facts.silence_days */
};

/* What is the same for everybody on that day. */
struct standing_day {
	day_number on;
	struct tempo tempo;
	struct vector away;    /* of struct span: the user's absences */
	struct vector circles; /* of struct circle */
	/* Rhythms learned from the log, by contact (of struct learned); empty: the kept ones hold.
	 */
	struct vector learned;
	bool is_from_log;
};

/* Brings the kept rhythms to the present day first, when they are behind. */
enum status standing_begin(
	struct store *store, struct standing_day *day, day_number on, struct error *err);
void standing_end(struct standing_day *day);

/* Calls `each` for the people with ids first..last, ascending: those who were ever in touch, have a
 * date or a follow-up near; with `everybody`, the others too. Stops with what it returns. */
enum status standing_walk(struct store *store, const struct standing_day *day, contact_id first,
	contact_id last, bool everybody,
	enum status (*each)(void *context, const struct standing *standing, struct error *err),
	void *context, struct error *err);

/* One person. */
enum status standing_load(struct store *store, const struct standing_day *day, contact_id id,
	struct standing *out, struct error *err);

#endif
