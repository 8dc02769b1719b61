/* Completing what is typed in a field: offers, and taking one.
 * Not here: where people and files to offer come from (form_people.h, form_paths.h). */
#ifndef FILO_TUI_FORM_FORM_COMPLETE_H
#define FILO_TUI_FORM_FORM_COMPLETE_H

#include "tui/form/form_state.h"

/* form->offers for the field with the focus. */
void form_offer(struct app *app, struct form *form);
/* Takes the offer that is marked, where nothing is typed and all are offered. False: it is not so.
 */
bool form_take_first(struct app *app, struct form *form);
void form_clear_offers(struct form *form);
/* Adds one; borrowed until the next. */
struct offer *form_add_offer(struct form *form, const char *text);

#endif
