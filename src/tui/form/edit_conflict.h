/* What is being edited was changed elsewhere meanwhile: the two texts, side by side.
 * Not here: noticing it, and what follows from the answer (record_form.c). */
#ifndef FILO_TUI_FORM_EDIT_CONFLICT_H
#define FILO_TUI_FORM_EDIT_CONFLICT_H

#include "tui/form/form.h"

/* Whether a field was changed in `form` and in `kept`, the same form over what is kept now, and not
 * to the same. */
bool edit_conflict_is_in(const struct form *form, const struct form *kept, size_t field);
/* The question, with each such field; the keys to answer are m (mine) and t (theirs). Adds to
 * `out`. */
void edit_conflict_describe(struct strbuf *out, const struct form *form, const struct form *kept);

#endif
