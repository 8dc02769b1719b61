/* The forms over a few fields of a person: their circle and wish, their tags.
 * Not here: all fields (contact_form.h). */
#ifndef FILO_TUI_PERSON_PERSON_FORMS_H
#define FILO_TUI_PERSON_PERSON_FORMS_H

#include "tui/app.h"

/* Each keeps its draft, and opens it again by the draft's own name. */
void circle_of_person_open(struct app *app, contact_id id);
void tags_of_person_open(struct app *app, contact_id id);

#endif
