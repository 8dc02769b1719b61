/* The contacts pane: everybody by name, of whom only those in sight are in memory.
 * Not here: reading them (store/contact_list.h). */
#ifndef FILO_TUI_PANES_CONTACTS_PANE_H
#define FILO_TUI_PANES_CONTACTS_PANE_H

#include "filo/store/contact_list.h"
#include "tui/panes/pane.h"

struct contact_filter;

struct pane *contacts_pane_new(struct app *app);
void contacts_pane_go(struct app *app, struct pane *pane, contact_id id);
/* Shows only some; the strings are copied. `title` says which, NULL: all. */
void contacts_pane_filter(
	struct app *app, struct pane *pane, const struct contact_filter *filter, const char *title);
/* "rests", for who is not active; borrowed. */
const char *contacts_pane_state(enum contact_state state);
bool contacts_pane_is_filtered(const struct pane *pane);

#endif
