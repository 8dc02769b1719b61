/* The form of an absence, for who lists drafts.
 * Not here: the list of absences, which a command opens. */
#ifndef FILO_TUI_LISTS_ABSENCES_LIST_H
#define FILO_TUI_LISTS_ABSENCES_LIST_H

#include "tui/app.h"

void absence_form_open(struct app *app, int64_t id); /* 0: a new one */

#endif
