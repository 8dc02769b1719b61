/* The card of a person.
 * Not here: what it says, fact by fact (facts.h). */
#ifndef FILO_TUI_PERSON_CARD_H
#define FILO_TUI_PERSON_CARD_H

#include "tui/app.h"

struct view *card_view(struct app *app, contact_id id);

#endif
