/* The user's own editor.
 * Not here: the note field it comes from (form.h). */
#ifndef FILO_TUI_FORM_EDITOR_H
#define FILO_TUI_FORM_EDITOR_H

#include "tui/app.h"

/* Opens $VISUAL or $EDITOR on `text` in a private file (0600, removed after); the edited text,
 * or NULL with *err. Caller frees. */
char *editor_run(struct app *app, const char *text, struct error *err);

#endif
