/* Who is who among those that were gathered: me, contacts, nobody.
 * Not here: gathering them (gather.c), what becomes of their days (writing.c). */
#ifndef FILO_EXCHANGE_HISTORY_PEOPLE_H
#define FILO_EXCHANGE_HISTORY_PEOPLE_H

#include "exchange/history/job.h"

/* What was decided about anybody of them before, and what is said now: contacts, me, nobody. First
 * of all: the others go on from there. */
enum status people_take_decisions(struct history_job *job, struct error *err);

/* Finds out who I am: what was asked for, what the database and the sources say, who is in every
 * conversation of a source. STATUS_AMBIGUOUS with the question where it is needed and not known. */
enum status people_find_me(struct history_job *job, struct error *err);

/* Finds the contact of each, or who is likely theirs. */
enum status people_find_contacts(struct history_job *job, struct error *err);

/* Whether I wrote it. */
bool people_is_me(const struct gathering *gathering, uint32_t thread, uint32_t author);

#endif
