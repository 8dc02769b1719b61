/* The detail column of wide screens: how to reach the person, dates, how you met.
 * Not here: the facts (facts.h). */
#ifndef FILO_TUI_PANES_DETAIL_PANE_H
#define FILO_TUI_PANES_DETAIL_PANE_H

#include "tui/panes/pane.h"

struct pane *detail_pane_new(struct app *app);
void detail_pane_want(struct pane *pane, contact_id person);

#endif
