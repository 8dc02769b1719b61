/* Choosing in a field that is not typed.
 * Not here: fields that are (widget/field.h). */
#ifndef FILO_TUI_FORM_FORM_CHOICE_H
#define FILO_TUI_FORM_FORM_CHOICE_H

#include "tui/form/form.h"

/* Of a flag two, of what is typed none. */
size_t form_count_choices(const struct field_spec *spec);
/* A choice, or yes and no, as it is said here; "": there is none to choose. */
const char *form_choice_word(const struct field_spec *spec, size_t choice);
/* In the field with the focus: `by` choices on, round at the end. */
void form_choose_by(struct form *form, size_t by);
/* To the choice whose word begins with the letters typed so far, or that they mean; where there is
 * none nothing changes, which is said. Backspace takes them back. False: `key` is nothing of that.
 */
bool form_choose_by_letter(struct app *app, struct form *form, int key);
/* A blank behind these letters, where a word of several goes on so: "video call". False: none does.
 */
bool form_choose_on(struct form *form);

#endif
