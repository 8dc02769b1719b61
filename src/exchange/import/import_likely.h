/* Who is likely here already: told in the plan with whom a card may be about, and chosen there.
 * Not here: finding them (import_meeting.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_LIKELY_H
#define FILO_EXCHANGE_IMPORT_IMPORT_LIKELY_H

#include "exchange/import/import_meeting.h"

/* Enters the card at hand, a meeting IS_LIKELY, in the plan. *choice: what was chosen for it; with
 * IMPORT_AS_SAME the meeting becomes one with whom was meant. */
enum status import_likely_note(struct importing *importing, const struct record *record,
	struct meeting *meeting, enum import_choice *choice, struct error *err);
/* What was chosen for the card at hand, which may be about somebody in the trash: to say who of
 * those here is meant is no answer to that. */
enum import_choice import_likely_of_trash(struct importing *importing);
/* The card at hand brought somebody new. */
void import_likely_note_card(struct importing *importing, contact_id id);
/* Whom the card at hand is about, told once of each; 0: it brought nobody. */
void import_likely_note_met(struct importing *importing, contact_id id);
/* STATUS_INVALID: a card did not become whom it was said to be, or a choice that binds (import.h)
 * was for a card that is likely nobody's. */
enum status import_likely_check(const struct importing *importing, struct error *err);

#endif
