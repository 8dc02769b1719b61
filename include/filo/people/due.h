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

/* In the order of the queue, but for dates still ahead, which come last. */
enum due_reason {
	DUE_DATE,
	DUE_FOLLOWUP,
	DUE_REPLY,
	DUE_WISH,
	DUE_RHYTHM,
	DUE_NEW,
	DUE_NONE,
};

/* What is known of one person on the day asked. The people you keep are those in a circle, or with
 * a wish, a logged contact day, a follow-up, or a date marked to be remembered. All others are the
 * address book: they make nobody due. */
struct due_facts {
	contact_id id;
	struct rhythm rhythm;
	enum contact_state state;
	bool is_in_circle;
	bool has_followup;       /* open or done */
	bool is_remembered;      /* a yearly date of theirs is marked so */
	bool is_user_away;       /* then only dates and messages are told */
	bool is_dead;            /* then only a follow-up or a date marked so is told */
	day_number skipped_on;   /* DAY_NONE: never: the wait starts again there */
	int own_wish_days;       /* 0: none */
	int circle_wish_days;    /* 0: none */
	int silence_days;        /* a, absences taken out; -1: never in touch */
	int wait_days;           /* the same since the latest of last contact and skip; where there
				    was no contact, since the wish or circle was set, or since
				    you met if later; -1: not known */
	day_number met_on;       /* how long they are known: DAY_NONE: not known */
	day_number added_on;     /* by hand; DAY_NONE: not known, or by import */
	day_number yearly_on;    /* the nearest yearly date from 5 days ago (not wished yet) to 7
				    days ahead, DAY_NONE: none */
	bool is_yearly_marked;   /* that date is marked to be remembered */
	day_number followup_due; /* earliest date of an open follow-up that is <= today, or NONE */
	day_number reply_since;  /* day of the latest conversation if it awaits my reply, or NONE */
};

struct due {
	contact_id id;
	enum due_reason reason;
	bool is_kept;   /* one of the people you keep */
	bool is_ahead;  /* DUE_DATE of a day to come: told below the people of today */
	bool is_quiet;  /* a quiet tie: then the reason is never DUE_WISH or DUE_RHYTHM */
	double silent;  /* chance of staying silent; for the order of wishes */
	double share;   /* for the order: of the wish, or of a long pause, that has passed */
	day_number day; /* of the date, follow-up or message; else DAY_NONE */
	struct score score;
};

bool due_is_kept(const struct due_facts *facts);
int due_wish_days(const struct due_facts *facts); /* the own wish, else the circle's; 0: none */
/* Spoken with on one day, a while ago: met_on and added_on decide. Without it they do not matter.
 */
bool due_may_be_new(const struct due_facts *facts);

/* Judges one person. `horizon_days` 0: the person's own. Returns out->reason != DUE_NONE. */
bool due_judge(const struct due_facts *facts, const struct tempo *tempo, day_number today,
	double horizon_days, struct due *out);

/* Of somebody of the address book only: a date from today on, as the reason it would be. */
void due_judge_address(const struct due_facts *facts, day_number today, struct due *due);

/* Order of the queue: date today, then late; follow-up by date; reply by age; wish by a/W falling,
 * then by silent; rhythm by a / max(8 usual, 30) falling; new by a; last the dates ahead, by day.
 * Returns <0, 0, >0; 0 asks for name, then id. */
int due_compare(const struct due *a, const struct due *b);

/* Pinned: a date today or late, a follow-up, a reply. They are always shown, and take no place of
 * the day's worth. */
bool due_is_pinned(const struct due *due);
/* Counted against the day's worth: wish, rhythm, new. */
bool due_takes_place(const struct due *due);
#define DUE_DAILY_DEFAULT 5

/* How many there are of each. */
struct due_counts {
	size_t pinned;  /* dates of today or late, follow-ups, replies: always shown */
	size_t placed;  /* wish, rhythm, new: a day's worth of them is shown */
	size_t ahead;   /* dates of the next days; last in the rows */
	size_t quiet;   /* quiet ties */
	size_t address; /* yearly dates, from today on, of people of the address book only */
	size_t waiting; /* while you are away: who would be due, without hurry */
};

/* Adds one who was judged. */
void due_count(struct due_counts *counts, const struct due_facts *facts, const struct due *due,
	day_number today);
/* Due today: pinned and placed. */
size_t due_today(const struct due_counts *counts);
/* Rows of the queue that make a day's worth: what is pinned, and at most `daily` others. */
size_t due_day_rows(const struct due_counts *counts, size_t daily);

const char *due_reason_name(enum due_reason reason); /* "date" ... "new"; NULL for DUE_NONE */

#endif
