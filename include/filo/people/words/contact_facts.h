/* All that is known of a contact, as labelled lines: the same on the card and in `filo show`.
 * Not here: the rhythm and the log (words.h), drawing them. */
#ifndef FILO_PEOPLE_WORDS_CONTACT_FACTS_H
#define FILO_PEOPLE_WORDS_CONTACT_FACTS_H

#include "filo/base/strbuf.h"
#include "filo/people/contact.h"

struct contact_fact {
	char *label; /* translated */
	char *text;
};

/* Appends (struct contact_fact) to `facts` the full name where the shown one does not say it, and
 * what the table of fields calls a fact, in its order.
 * `circle`: its name, or NULL. */
void contact_facts_collect(
	struct vector *facts, const struct contact *contact, const char *circle, day_number today);
void contact_facts_fini(struct vector *facts);

#endif
