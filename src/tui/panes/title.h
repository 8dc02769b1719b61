/* The title of a pane, and what the pane is limited to.
 * Not here: what a limit means (filo/store/limit.h), the panes' own words (pane_ops). */
#ifndef FILO_TUI_PANES_TITLE_H
#define FILO_TUI_PANES_TITLE_H

#include "tui/panes/pane.h"

/* Why it lists nobody while it is limited. Adds to `out`. */
void pane_add_nobody(struct app *app, const struct pane *pane, struct strbuf *out);

/* `marks`: what is said at the right first; "": nothing. */

/* Rows that what has no room in a title of so many columns, limit and marks, takes below it. */
int title_limit_rows(const struct pane *pane, int cols, const char *marks);
/* Draws these, and returns what is left of the pane's `area` below the title and them. */
struct rect title_draw_limit(const struct pane *pane, struct rect area, const char *marks);
void title_draw(const struct pane *pane, struct rect area, bool has_focus, const char *marks);

#endif
