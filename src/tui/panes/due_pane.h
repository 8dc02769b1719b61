/* The due pane: who would be glad to hear from you today, the rest folded under "n more".
 * Not here: who is due (people/due.h). */
#ifndef FILO_TUI_PANES_DUE_PANE_H
#define FILO_TUI_PANES_DUE_PANE_H

#include "tui/panes/pane.h"

struct pane *due_pane_new(struct app *app);
/* One goes elsewhere: who is held there no longer is. */
void due_pane_leave(struct pane *pane);
/* False: the mark is on one of the lines below the people. */
bool due_pane_is_on_person(const struct pane *pane);
/* Puts the mark on somebody. False: they are not among those shown. */
bool due_pane_mark(struct pane *pane, contact_id id);
size_t due_pane_count(const struct pane *pane); /* all that are due */
/* Says what there is room for in so many columns: whole sentences and nobody folded, or not. */
void due_pane_fit(struct app *app, struct pane *pane, int cols);
int due_pane_rows(const struct pane *pane); /* that it would like to show */

#endif
