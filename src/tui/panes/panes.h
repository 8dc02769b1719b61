/* The bottom view: the panes, which of them has the focus, and who is shown.
 * Not here: what each pane shows (its own file), where they go (layout.h). */
#ifndef FILO_TUI_PANES_PANES_H
#define FILO_TUI_PANES_PANES_H

#include "filo/people/conversation.h"
#include "filo/people/followup.h"
#include "tui/app.h"
#include "tui/panes/layout.h"
#include "tui/widget/move.h"

struct contact_filter;

/* A pane: functions over its own state. It reads the database, never another pane. */
struct pane {
	const struct pane_ops *ops;
};

struct pane_ops {
	/* What stands in its first row, left and right; translated. */
	void (*title)(const struct pane *pane, struct strbuf *title, struct strbuf *right);
	/* Below the title. */
	void (*draw)(struct app *app, struct pane *pane, struct rect area, bool has_focus);
	void (*move)(struct app *app, struct pane *pane, enum move move);
	/* Enter. What to run then, by the name of a command; NULL: it is done. */
	const char *(*open)(struct app *app, struct pane *pane);
	/* The data has changed: read it again, staying at the same place. */
	void (*refresh)(struct app *app, struct pane *pane);
	bool (*idle)(struct app *app, struct pane *pane); /* as in view_ops; may be NULL */
	contact_id (*person)(const struct pane *pane);    /* 0: nobody */
	void (*free)(struct pane *pane);
};

struct pane *due_pane_new(struct app *app);
size_t due_pane_count(const struct pane *pane); /* all that are due */
size_t due_pane_quiet_count(const struct pane *pane);
int due_pane_rows(const struct pane *pane); /* that it would like to show */

struct pane *contacts_pane_new(struct app *app);
void contacts_pane_go(struct app *app, struct pane *pane, contact_id id);
/* Shows only some; the strings are copied. `title` says which, NULL: all. */
void contacts_pane_filter(
	struct app *app, struct pane *pane, const struct contact_filter *filter, const char *title);
bool contacts_pane_is_filtered(const struct pane *pane);

struct pane *log_pane_new(struct app *app);
/* Whose log it is to show, once no key is waiting. */
void log_pane_want(struct pane *pane, contact_id person);
void log_pane_go(struct app *app, struct pane *pane, contact_id person, conversation_id id);
struct log_choice log_pane_choice(const struct pane *pane);

struct pane *detail_pane_new(struct app *app);
void detail_pane_want(struct pane *pane, contact_id person);

/* The view over them; also sets app->panes. */
struct view *panes_view(struct app *app);
/* One step back: from a zoomed pane, the log, a filter. */
void panes_back(struct app *app);
/* Goes to a person among the contacts; to an entry in their log. */
void panes_show_person(struct app *app, contact_id id);
void panes_show_entry(struct app *app, contact_id person, conversation_id id);
void panes_filter(struct app *app, const struct contact_filter *filter, const char *title);
size_t panes_quiet_count(const struct app *app);
/* The first loads, so that the first frame is whole. */
void panes_load(struct app *app);

/* The top row. */
void header_draw(const struct app *app, struct rect area, size_t due_count);

#endif
