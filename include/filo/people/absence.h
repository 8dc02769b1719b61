/* An absence: days on which nobody is waited for, of the user or of one person.
 * Not here: how it is kept (store/absences.h), how it is counted (rhythm.h). */
#ifndef FILO_PEOPLE_ABSENCE_H
#define FILO_PEOPLE_ABSENCE_H

#include "filo/people/contact.h"

#include <stdbool.h>

struct absence {
	int64_t id;
	contact_id contact;  /* 0: the user's own */
	char *name;          /* filled on load; NULL for the user's own */
	day_number from, to; /* both included */
};
void absence_fini(struct absence *absence);

/* Whether what is typed for whose it is means the user's own: nothing, "me" or "you". */
bool absence_is_own(const char *typed);

#endif
