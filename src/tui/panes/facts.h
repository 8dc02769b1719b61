/* All that is known of a person, as labelled lines: for the card and the detail column.
 * Not here: the rhythm (card.c), the log. */
#ifndef FILO_TUI_PANES_FACTS_H
#define FILO_TUI_PANES_FACTS_H

#include "filo/people/words/contact_facts.h"
#include "tui/app.h"

/* Appends (struct contact_fact) to `facts`. */
void facts_collect(struct app *app, const struct contact *contact, struct vector *facts);
/* Draws from the `skip`th row on; returns the rows they take in all. */
int facts_draw(struct rect area, int skip, const struct vector *facts);

#endif
