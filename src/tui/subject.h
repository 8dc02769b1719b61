/* Whom or what a command is about.
 * Not here: the commands. */
#ifndef FILO_TUI_SUBJECT_H
#define FILO_TUI_SUBJECT_H

#include "tui/app.h"

/* The name to call somebody by in a message; caller frees. */
char *person_name(struct app *app, contact_id id);
/* Says that nobody is chosen, and returns 0; else the person the command is about. */
contact_id person_needed(struct app *app);
/* The entry or follow-up that is opened or selected. */
struct log_choice choice_here(const struct app *app);

#endif
