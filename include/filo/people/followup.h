/* A follow-up: something to ask, or promised, and open until it is done.
 * Not here: how it is kept (store/followups.h), when it is due (due.h). */
#ifndef FILO_PEOPLE_FOLLOWUP_H
#define FILO_PEOPLE_FOLLOWUP_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/agreement.h"
#include "filo/people/contact.h"

typedef int64_t followup_id;

enum followup_kind { FOLLOWUP_ASK, FOLLOWUP_MINE, FOLLOWUP_THEIRS, FOLLOWUP_KINDS };

struct followup {
	followup_id id;
	contact_id contact;
	enum followup_kind kind; /* something to ask; I promised; they promised */
	char *text;
	day_number due;           /* DAY_NONE: no date */
	day_number made_on;       /* the day it was written down */
	day_number done_on;       /* DAY_NONE: open */
	enum agreement agreement; /* with the contact; filled on load */
};
void followup_fini(struct followup *followup);
void followups_clear(struct vector *followups);          /* of struct followup: none is left */
const char *followup_kind_name(enum followup_kind kind); /* "ask" "mine" "theirs" */
bool followup_kind_parse(const char *word, enum followup_kind *kind);
/* "Ask: how did the exam go?", "You promised: the article", "They promised: ..."; translated.
 * Caller frees. */
char *followup_sentence(const struct followup *followup);
/* DAY_NONE: no day. STATUS_INVALID: it has passed; one that has passed since it was chosen may
 * stay.
 */
enum status followup_set_due(
	struct followup *followup, day_number due, day_number today, struct error *err);

#endif
