/* Two people side by side, to make them one.
 * Not here: what becomes of the fields (contact_join.h). */
#ifndef FILO_TUI_PERSON_MERGE_VIEW_H
#define FILO_TUI_PERSON_MERGE_VIEW_H

#include "tui/app.h"

/* `a` keeps its identity. */
void merge_open(struct app *app, contact_id a, contact_id b);
/* Says that these are two people, and says so on the screen. */
void merge_tell_two(struct app *app, contact_id a, contact_id b);

#endif
