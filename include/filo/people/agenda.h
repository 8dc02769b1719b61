/* The agenda: what is open between you and others, and what the next days bring.
 * Not here: reading it (store/agenda.h), how it is said (words/agenda_words.h). */
#ifndef FILO_PEOPLE_AGENDA_H
#define FILO_PEOPLE_AGENDA_H

#include "filo/people/absence.h"
#include "filo/people/contact.h"
#include "filo/people/followup.h"

/* In the order of a day. */
enum agenda_kind { AGENDA_FOLLOWUP, AGENDA_DATE, AGENDA_WISH, AGENDA_ABSENCE };

/* Strings owned. What its kind does not need is empty. */
struct agenda_item {
	enum agenda_kind kind;
	day_number day;     /* where it stands: of a follow-up without a date, when it was made */
	contact_id contact; /* 0: the user's own absence */
	char *name;         /* of the contact; NULL then */
	char *called;       /* the same told from namesakes; NULL: there are none */
	struct followup followup;
	struct yearly_date yearly;
	int wish_days;
	struct absence absence; /* without its name */
};
void agenda_item_fini(struct agenda_item *item);
const char *agenda_item_name(const struct agenda_item *item); /* "mine", "date", "wish", ... */

/* For qsort. By groups: I promised, promised to me, to ask; the oldest first. */
int agenda_compare_groups(const void *a, const void *b);
int agenda_compare_days(const void *a, const void *b);

#endif
