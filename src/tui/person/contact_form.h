/* The form of a contact.
 * Not here: the small forms for a circle and tags (person_forms.c). */
#ifndef FILO_TUI_PERSON_CONTACT_FORM_H
#define FILO_TUI_PERSON_CONTACT_FORM_H

#include "tui/app.h"

/* An id of 0 adds. It keeps its draft, and opens it again by the draft's own name. */
void contact_form_open(struct app *app, contact_id id);

#endif
