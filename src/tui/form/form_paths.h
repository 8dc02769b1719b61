/* Files in a form's fields: completing a path, and reading it.
 * Not here: opening the file. */
#ifndef FILO_TUI_FORM_FORM_PATHS_H
#define FILO_TUI_FORM_FORM_PATHS_H

#include "tui/form/form.h"

/* What was typed in a FIELD_PATH as the system has it: trimmed, ~ for the home folder. Caller
 * frees. */
char *form_path(const char *typed);
/* What is in the folder and begins as typed, by name. Appends to `out` (of char *). */
void paths_complete(const char *typed, struct vector *out);

#endif
