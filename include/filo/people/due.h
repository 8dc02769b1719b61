/* Who is due today, and why: reasons, order, folding.
 * Pure: everything known about a person comes in, today too.
 * Not here: reading it from the database (store/queue.h), sentences (words.h). */
#ifndef FILO_PEOPLE_DUE_H
#define FILO_PEOPLE_DUE_H

#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/rhythm.h"
#include "filo/people/score.h"

enum due_reason {
	DUE_DATE,
	DUE_FOLLOWUP,
	DUE_REPLY,
	DUE_WISH,
	DUE_RHYTHM,
	DUE_NEW,
	DUE_NONE,
};

/* What is known of one person on the day asked. */
struct due_facts {
	contact_id id;
	struct rhythm rhythm;
	enum contact_state state;
	day_number skipped_on;   /* DAY_NONE: never: the wait starts again there */
	int own_wish_days;       /* 0: none */
	int circle_wish_days;    /* 0: none */
	int silence_days;        /* a, absences taken out; -1: never in touch */
	int wait_days;           /* the same since the later of last contact and skip */
	day_number yearly_on;    /* the nearest yearly date from 5 days ago (not wished yet) to 7
				    days ahead, DAY_NONE: none */
	day_number followup_due; /* earliest date of an open follow-up that is <= today, or NONE */
	day_number reply_since;  /* day of the latest conversation if it awaits my reply, or NONE */
};

struct due {
	contact_id id;
	enum due_reason reason;
	bool is_quiet;     /* a quiet tie: then the reason is never DUE_WISH or DUE_RHYTHM */
	double silent;     /* for the order */
	double wish_share; /* a/W for the order, 0 without a wish */
	day_number day;    /* of the date, follow-up or message; else DAY_NONE */
	struct score score;
};

/* Judges one person. `horizon_days` 0: the person's own. Returns out->reason != DUE_NONE. */
bool due_judge(const struct due_facts *facts, const struct tempo *tempo, day_number today,
	double horizon_days, struct due *out);

/* Order of the queue: date by day, follow-up, reply, wish by silent then a/W, rhythm by silent,
 * new. Returns <0, 0, >0; 0 asks for name, then id. */
int due_compare(const struct due *a, const struct due *b);

/* Whether a reason is never folded away under "n more". */
bool due_is_pinned(enum due_reason reason);
#define DUE_DAILY_DEFAULT 5

const char *due_reason_name(enum due_reason reason); /* "date" ... "new"; NULL for DUE_NONE */

#endif
