/* The contacts pane: everybody by name, of whom only those in sight are in memory.
 * Not here: reading them (store/contact_list.h). */
#ifndef FILO_TUI_PANES_CONTACTS_PANE_H
#define FILO_TUI_PANES_CONTACTS_PANE_H

#include "filo/store/contact_list.h"
#include "tui/panes/pane.h"

struct pane *contacts_pane_new(struct app *app);
/* Selects a person; one who is not among those shown, not at all. */
void contacts_pane_mark(struct pane *pane, contact_id id);
/* The same, but then everybody is shown. */
void contacts_pane_go(struct app *app, struct pane *pane, contact_id id);
/* Those let go, too; else not. */
void contacts_pane_show_let_go(struct pane *pane, bool is_shown);
void contacts_pane_order(struct pane *pane, enum contact_order order);
enum contact_order contacts_pane_ordered(const struct pane *pane);
/* "rests", for who is not active; borrowed. */
const char *contacts_pane_state(enum contact_state state);
/* Not everybody is shown, or others too. */
bool contacts_pane_is_filtered(const struct pane *pane);

#endif
