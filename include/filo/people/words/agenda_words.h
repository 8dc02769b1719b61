/* How the items of the agenda are said. Translated, right plurals.
 * Not here: what they are (people/agenda.h). */
#ifndef FILO_PEOPLE_WORDS_AGENDA_WORDS_H
#define FILO_PEOPLE_WORDS_AGENDA_WORDS_H

#include "filo/base/strbuf.h"
#include "filo/people/agenda.h"

/* What stands above an item among all follow-ups ("I promised"), or among days ("Fri 27 Nov 2026,
 * in 4 days"); the same for all that belong together. */
void agenda_words_group(struct strbuf *out, const struct agenda_item *item);
void agenda_words_day(struct strbuf *out, const struct agenda_item *item, day_number today);
/* Who it is about: the name, or "you". Borrowed. */
const char *agenda_words_who(const struct agenda_item *item);
/* What somebody wrote of it; nothing where filo alone knows it. Borrowed. */
const char *agenda_words_note(const struct agenda_item *item);
/* What filo knows of it, within 29 columns: "since Fri 23 Oct", "by Fri 27 Nov"; among days
 * "To ask", "Birthday, turns 41", "Wish: every 30 days", "Absent until Wed 6 Jan". */
void agenda_words_when(struct strbuf *out, const struct agenda_item *item, day_number today);
void agenda_words_fact(struct strbuf *out, const struct agenda_item *item, day_number today);

#endif
