/* Files in a form's fields: completing a path, and reading it.
 * Not here: opening the file. */
#ifndef FILO_TUI_FORM_FORM_PATHS_H
#define FILO_TUI_FORM_FORM_PATHS_H

#include "tui/form/form.h"

/* What was typed in a FIELD_PATH as the system has it: trimmed, ~ for the home folder. Caller
 * frees. */
char *form_path(const char *typed);
/* Refuses a pipe, a device and, as "-", the terminal: no key could end the wait for one. */
enum status form_path_check(const char *path, struct error *err);
/* What is in the folder and begins as typed, by name. Appends to `out` (of char *). */
void paths_complete(const char *typed, struct vector *out);

#endif
