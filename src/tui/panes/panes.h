/* The bottom view: the panes, which of them has the focus, and who is shown.
 * Not here: what each pane shows (its own file), where they go (layout.h). */
#ifndef FILO_TUI_PANES_PANES_H
#define FILO_TUI_PANES_PANES_H

#include "filo/people/conversation.h"
#include "filo/store/contact_list.h"
#include "tui/app.h"

struct contact_filter;

/* The view over them; also sets app->panes. */
struct view *panes_view(struct app *app);
/* One step back: from a zoomed pane, the log, a filter. */
void panes_back(struct app *app);
/* Goes to a person among the contacts; to an entry in their log. */
void panes_show_person(struct app *app, contact_id id);
void panes_show_entry(struct app *app, contact_id person, conversation_id id);
/* Puts the mark of the list on a person, where they are in it. */
void panes_mark(struct app *app, contact_id id);
void panes_filter(struct app *app, const struct contact_filter *filter, const char *title);
/* The first loads, so that the first frame is whole. */
void panes_load(struct app *app);

#endif
