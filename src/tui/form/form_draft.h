/* Keeping what is typed in a form as a draft, and laying it back.
 * Not here: when that is (loop.c, form.c), the list of drafts (lists/drafts.h). */
#ifndef FILO_TUI_FORM_FORM_DRAFT_H
#define FILO_TUI_FORM_FORM_DRAFT_H

#include "tui/form/form.h"

void form_keep(struct app *app, struct view *view); /* as view_ops.keep; says an error */
void form_add_unkept(const struct view *view, struct strbuf *out); /* as view_ops.add_unkept */
enum status form_keep_draft(struct app *app, struct form *form, struct error *err);
/* Lays a kept draft over the form's fields, where there is one that fits. */
void form_restore_draft(struct app *app, struct form *form);
/* Starts over, and when that was just done, brings back what was typed. */
void form_start_over(struct app *app, struct form *form);
/* An editor has the text of the field in focus, in a file of that name (editor.h). */
void form_note_editor(struct form *form, const char *name, long editor);
/* What is kept is the clean state: nothing older is written over. */
void form_know_clean(struct form *form);
/* The fields as the text of a draft, and back: what does not fit is left out. True: it differs from
 * the clean state. */
void form_encode(const struct form *form, struct strbuf *out);
bool form_decode(struct form *form, const char *draft);

#endif
