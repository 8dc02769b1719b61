/* The question after a line is logged: which of what is open is done?
 * Not here: the same in the form (log_form.h). */
#ifndef FILO_TUI_LOG_THREADS_QUESTION_H
#define FILO_TUI_LOG_THREADS_QUESTION_H

#include "tui/form/form.h"

/* Over the form it belongs to. `who` is copied, `threads` (of struct followup) borrowed from the
 * form. `answer` gets the numbers that are done, "1 2", or "". Only a key that comes after the
 * question was seen answers it; any other means none, and goes on to where it was meant for. */
struct view *threads_question(struct form *form, const char *who, const struct vector *threads,
	void (*answer)(struct app *app, struct form *form, const char *numbers));

#endif
