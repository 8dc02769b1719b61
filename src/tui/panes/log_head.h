/* The head of a log: circle, wish, usual pause, last contact; why the person is due.
 * Not here: the log below it (log_pane.c). */
#ifndef FILO_TUI_PANES_LOG_HEAD_H
#define FILO_TUI_PANES_LOG_HEAD_H

#include "filo/store/person_summary.h"
#include "tui/app.h"

struct log_head {
	char *name; /* NULL: nothing is loaded */
	char *line; /* "close · every 30 days, usually 9 days · last Fri 23 Oct" */
	char *why;  /* NULL: nothing to say */
};

void log_head_load(struct app *app, struct log_head *head, contact_id person);
void log_head_fini(struct log_head *head);
/* Returns the rows it took. */
int log_head_draw(struct app *app, const struct log_head *head, struct rect area);

/* The line alone. Adds to `out`. */
struct person_summary;
void log_head_describe(struct strbuf *out, struct app *app, const struct contact *contact,
	const struct person_summary *summary);

#endif
