/* The form of a log entry.
 * Not here: the words in it (people/words). */
#ifndef FILO_TUI_LOG_LOG_FORM_H
#define FILO_TUI_LOG_LOG_FORM_H

#include "filo/people/date.h"
#include "tui/app.h"

/* An id of 0 adds. It keeps its draft, and opens it again by the draft's own name. */
void log_form_open(struct app *app, contact_id person, conversation_id id, bool with_several);
/* With all of these (contact_id), one at least. */
void log_form_open_with(struct app *app, const struct vector *people);
/* Says that it was logged, and of one whose day is not known what that means. */
void log_form_say(struct app *app, const char *said, enum precision precision);

#endif
