/* All that is known of a person, as labelled lines: for the card and the detail column.
 * Not here: the rhythm (card.c), the log. */
#ifndef FILO_TUI_PANES_FACTS_H
#define FILO_TUI_PANES_FACTS_H

#include "tui/app.h"
#include "tui/widget/document.h"

/* Adds them below a heading (NULL: none). False: nothing is known but the name, nothing is added.
 */
bool facts_add(struct document *document, const char *heading, struct app *app,
	const struct contact *contact);

#endif
