/* The form of a follow-up.
 * Not here: marking it done (log_actions.c). */
#ifndef FILO_TUI_LOG_FOLLOWUP_FORM_H
#define FILO_TUI_LOG_FOLLOWUP_FORM_H

#include "tui/app.h"

/* An id of 0 adds. It keeps its draft, and opens it again by the draft's own name. */
void followup_form_open(struct app *app, contact_id person, followup_id id);
/* An old one, for another date. */
void followup_form_open_date(struct app *app, followup_id id);
/* A follow-up begun elsewhere: names as typed, what it is about, DAY_NONE or its date. */
void followup_form_open_with(struct app *app, const char *who, const char *text, day_number due);

#endif
