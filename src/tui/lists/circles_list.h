/* The form of a circle, for who lists drafts.
 * Not here: the list of circles, which a command opens. */
#ifndef FILO_TUI_LISTS_CIRCLES_LIST_H
#define FILO_TUI_LISTS_CIRCLES_LIST_H

#include "filo/people/contact.h"
#include "tui/app.h"

/* 0: a new one. */
void circle_form_open(struct app *app, circle_id id);

#endif
