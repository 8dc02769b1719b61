/* Lines of a log: entries, events, silences, as they stand in the log pane.
 * Not here: which of them are shown (log_pane.c). */
#ifndef FILO_TUI_PANES_LOG_ROWS_H
#define FILO_TUI_PANES_LOG_ROWS_H

#include "filo/people/contact_state.h"
#include "filo/people/followup.h"
#include "filo/store/log_page.h"
#include "tui/app.h"

/* Whose log it is, and whether the row is selected. */
struct log_style {
	contact_id person;
	day_number today;
	enum role role; /* ROLE_TEXT or ROLE_SELECTED */
};

/* Draws from the top of `area` on and returns the rows it takes, also where they fall outside: an
 * area of no rows measures. */
int log_row_draw(struct rect area, const struct log_row *log_row, const struct log_style *style);
int log_followup_draw(
	struct rect area, const struct followup *followup, const struct log_style *style);

#endif
