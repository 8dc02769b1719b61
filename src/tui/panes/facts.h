/* All that is known of a person, as labelled lines: for the card and the detail column.
 * Not here: the rhythm (card.c), the log. */
#ifndef FILO_TUI_PANES_FACTS_H
#define FILO_TUI_PANES_FACTS_H

#include "tui/app.h"

struct fact {
	char *label; /* "" continues the one above; translated */
	char *text;
};

/* Appends (struct fact) to `facts`. */
void facts_collect(struct app *app, const struct contact *contact, struct vector *facts);
void facts_add(struct vector *facts, const char *label, const char *text); /* blank text: no-op */
void facts_fini(struct vector *facts);
/* Draws from the `skip`th row on; returns the rows they take in all. */
int facts_draw(struct rect area, int skip, const struct vector *facts);

#endif
