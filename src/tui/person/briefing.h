/* What one wants to know before turning to somebody: how things stand, what was said last, what is
 * open. The card and the review begin with it.
 * Not here: the rest of the card (card.c), the one line above a log (log_head.h). */
#ifndef FILO_TUI_PERSON_BRIEFING_H
#define FILO_TUI_PERSON_BRIEFING_H

#include "filo/store/person_summary.h"
#include "tui/app.h"
#include "tui/widget/document.h"

/* Circle, wish and usual pause; with_why: why this person is due, or what can be said of the
 * rhythm. */
void briefing_add_summary(struct document *document, struct app *app, const struct contact *contact,
	const struct person_summary *summary, bool with_why);
/* The last talks, what went to and fro of late, and the follow-ups that are open, by number.
 * `numbered` (of followup_id, 0 for one that is gone) holds them as they were shown before, empty
 * at first: each keeps its number, also when it is done meanwhile, and new ones come behind. */
void briefing_add_talks(
	struct document *document, struct app *app, contact_id person, struct vector *numbered);
/* The one of that number, from 1; 0: none. */
followup_id briefing_followup(const struct vector *numbered, size_t number);

#endif
