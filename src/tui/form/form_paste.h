/* Pasting into a form.
 * Not here: its other keys (form.h). */
#ifndef FILO_TUI_FORM_FORM_PASTE_H
#define FILO_TUI_FORM_FORM_PASTE_H

#include "tui/form/form.h"

/* The last paste into the field that has the focus. */
void form_paste(struct app *app, struct form *form);

#endif
