/* How everybody stands on a day: what judging who is due needs, read in one walk.
 * Not here: judging (people/due.c), the order (queue.c). */
#ifndef FILO_STORE_DUE_DUE_FACTS_H
#define FILO_STORE_DUE_DUE_FACTS_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/date.h"
#include "filo/people/due.h"
#include "filo/people/rhythm.h"
#include "filo/store/store.h"

/* A yearly date is told this long before and, unless wished since, after. */
#define YEARLY_AHEAD_DAYS 7
#define YEARLY_PAST_DAYS  5

struct due_facts_row {
	struct due_facts facts;
	struct yearly_date yearly; /* of facts.yearly_on; without its label */
	bool has_absences;         /* of their own, or the user any */
	int absent_days;           /* taken out of facts.silence_days */
	day_number held_until;     /* the end of a snooze or rest in force; DAY_NONE: open, none */
};

/* What is the same for everybody on that day. */
struct due_facts_day {
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
enum status due_facts_begin(
	struct store *store, struct due_facts_day *day, day_number on, struct error *err);
void due_facts_end(struct due_facts_day *day);
/* The last day of the absence of the user's that holds this one; DAY_NONE: there is none. */
day_number due_facts_away_until(const struct due_facts_day *day);

/* Calls `each` for the people with ids first..last, ascending: those who were ever in touch, have a
 * date or a follow-up near; with `everybody`, the others too. Stops with what it returns. */
enum status due_facts_walk(struct store *store, const struct due_facts_day *day, contact_id first,
	contact_id last, bool everybody,
	enum status (*each)(void *context, const struct due_facts_row *row, struct error *err),
	void *context, struct error *err);

/* One person. */
enum status due_facts_load(struct store *store, const struct due_facts_day *day, contact_id id,
	struct due_facts_row *out, struct error *err);

#endif
