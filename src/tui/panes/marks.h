/* People who are marked in the lists, for what acts on all of them.
 * Not here: acting on them (person/marked.c). */
#ifndef FILO_TUI_PANES_MARKS_H
#define FILO_TUI_PANES_MARKS_H

#include "tui/app.h"

/* Before the row of somebody who is marked: in its left margin. */
void marks_draw(const struct app *app, contact_id id, struct rect row);
/* "6 marked"; adds nothing when nobody is. */
void marks_add_title(const struct app *app, struct strbuf *out);
/* Forgets who is gone meanwhile. */
void marks_refresh(struct app *app);
/* Nobody is marked any more. False: nobody was. */
bool marks_clear(struct app *app);

#endif
