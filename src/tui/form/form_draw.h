/* Drawing a form.
 * Not here: its keys (form.h). */
#ifndef FILO_TUI_FORM_FORM_DRAW_H
#define FILO_TUI_FORM_FORM_DRAW_H

#include "tui/form/form.h"
#include "tui/widget/list.h"

void form_draw(struct app *app, struct view *view, struct rect area);  /* as view_ops.draw */
void form_point(struct app *app, struct view *view, int row, int col); /* as view_ops.point */
/* How the offers of a form (its context) look. */
extern const struct list_ops form_offer_list;

#endif
