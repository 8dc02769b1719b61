/* The bottom view: the panes, which of them has the focus, and who is shown.
 * Not here: what each pane shows (its own file), where they go (layout.h). */
#ifndef FILO_TUI_PANES_PANES_H
#define FILO_TUI_PANES_PANES_H

#include "filo/people/conversation.h"
#include "filo/store/contact_list.h"
#include "tui/app.h"
#include "tui/panes/layout.h"

/* The view over them; also sets app->panes. */
struct view *panes_view(struct app *app);
/* One step back: from a zoomed pane, the log, a filter. */
void panes_back(struct app *app);
/* Goes to a person among the contacts; to an entry in their log. */
void panes_show_person(struct app *app, contact_id id);
void panes_show_entry(struct app *app, contact_id person, conversation_id id);
/* Puts the mark of the list on a person, where they are in it. */
void panes_mark(struct app *app, contact_id id);
/* What the pane with the focus is limited to, as it was typed; "" for nothing. Borrowed. */
const char *panes_limit_typed(const struct app *app);
/* That of the contacts. Borrowed until it changes. */
const struct limit *panes_contacts_limit(const struct app *app);
/* Who is selected in the list that says whose log is shown; 0: nobody. */
contact_id panes_person(const struct app *app);
/* Who was so until a change, by the id of its record of undo, made them leave the list or showed
 * another one; or (is_after) who was so then; 0: it did not, or it is not known. */
contact_id panes_person_at(const struct app *app, int64_t change, bool is_after);
/* Selects what was so in the log then, where it is in the one shown. */
void panes_mark_row_at(struct app *app, int64_t change, bool is_after);
enum pane_id panes_focused(const struct app *app);
/* Limits the pane with the focus, or the contacts, which get it; *limit is handed over. */
void panes_limit(struct app *app, struct limit *limit);
void panes_limit_contacts(struct app *app, struct limit *limit);
/* The same of any pane, which gets the focus; the contacts in that order. */
void panes_show_limited(
	struct app *app, enum pane_id pane, struct limit *limit, enum contact_order order);
/* All people of the list that has the focus, in its order; appends contact_id. */
enum status panes_list_people(struct app *app, struct vector *ids, struct error *err);
/* Contacts that were let go, too, or not; then no limit holds, and the contacts have the focus. */
void panes_show_let_go(struct app *app, bool is_shown);
void panes_order(struct app *app, enum contact_order order);
enum contact_order panes_ordered(const struct app *app);
/* The first loads, so that the first frame is whole. */
void panes_load(struct app *app);

#endif
