/* Whom or what a command is about.
 * Not here: the commands. */
#ifndef FILO_TUI_SUBJECT_H
#define FILO_TUI_SUBJECT_H

#include "tui/app.h"

/* The name to call somebody by in a message, told from namesakes; caller frees. */
char *person_name(struct app *app, contact_id id);
/* The same in at most `cols` columns: `apart` (of contact_kept_apart) as far as there is room, but
 * its number always, for which the name is cut. Adds to `out`. */
void person_name_fit(struct strbuf *out, const char *name, const char *apart, int cols);
/* Says a sentence that takes such a name, and behind it the way to a command here. */
void person_say(struct app *app, contact_id id, const char *format, const char *command);
/* Says that they were changed just now, by the last change where it did something; else that they
 * stay as before. */
void person_say_saved(struct app *app, contact_id id, bool is_changed);
/* The same of anything else that was edited. */
void subject_say_saved(struct app *app, const char *what);
/* Says that nobody is chosen, and returns 0; else the person the command is about. */
contact_id person_needed(struct app *app);
/* The entry or follow-up that is opened or selected. */
struct log_choice choice_here(const struct app *app);

#endif
