/* What is being edited was changed elsewhere meanwhile: the two texts, side by side.
 * Not here: noticing it, and what follows from the answer (record_form.c). */
#ifndef FILO_TUI_FORM_EDIT_CONFLICT_H
#define FILO_TUI_FORM_EDIT_CONFLICT_H

#include "tui/form/form.h"

/* The question, with each field in which `form` and `kept`, the same form over what is kept now,
 * differ; the keys to answer are m (mine) and t (theirs). Adds to `out`. */
void edit_conflict_describe(struct strbuf *out, const struct form *form, const struct form *kept);

#endif
