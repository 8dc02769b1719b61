/* What of a log, of follow-ups and of events is here already: each person's (of the log, each
 * person's day) is read once in an import, however often it is asked for.
 * Not here: what an import does with it. */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_PRESENT_H
#define FILO_EXCHANGE_IMPORT_IMPORT_PRESENT_H

#include "exchange/import/importing.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/followup.h"

/* Whether the very same, with that person, was deleted and is in the trash. */
bool import_present_entry_in_trash(
	const struct importing *importing, const struct conversation *conversation);
bool import_present_followup_in_trash(
	const struct importing *importing, const struct followup *followup);

/* Whether the log in the database holds the very same entry (date, channel, direction, text) with
 * its first participant, whose id is known. */
bool import_present_entry(
	struct importing *importing, const struct conversation *conversation, struct error *err);
/* The log in the database has changed: what was read of it is forgotten. */
void import_present_forget_entries(struct importing *importing);

/* Whether there is the same already, of before or of this import; from now on there is. */
bool import_present_followup(
	struct importing *importing, const struct followup *followup, struct error *err);
/* Who was let go, awake, and let go again on one day is told so by three: as often as this file
 * says it. */
bool import_present_event(
	struct importing *importing, const struct event *event, struct error *err);

/* A circle by its name, folded; 0: none. */
circle_id import_present_circle(struct importing *importing, const char *name, struct error *err);
/* Of id 0, which is that of none here, it is made and counted. */
enum status import_present_save_circle(
	struct importing *importing, struct circle *circle, struct error *err);

#endif
