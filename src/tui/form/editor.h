/* The user's own editor, run on a text.
 * Not here: the note field it comes from (form.h). */
#ifndef FILO_TUI_FORM_EDITOR_H
#define FILO_TUI_FORM_EDITOR_H

#include "filo/base/error.h"
#include "tui/app.h"

typedef void (*editor_take)(struct app *app, void *context, const char *text);
/* Told before the editor is started, and again (`editor` is its process, before that 0) when it
 * was: under which name its file will be found when nobody is left to take it. */
typedef void (*editor_note)(struct app *app, void *context, const char *name, long editor);

/* Runs $VISUAL, $EDITOR or vi on `text` in a private file. `take` gets what it has saved, within a
 * second of each time, and at the end. When it fails, or its file cannot be read, the text is as it
 * was; what it wrote stays in the file then, which `err` names. When filo itself is told to end
 * (app->is_ending), so is the editor. */
enum status editor_run(struct app *app, const char *text, editor_take take, editor_note note,
	void *context, struct error *err);

#endif
