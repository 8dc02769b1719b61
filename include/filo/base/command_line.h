/* A command of the settings as words, which no shell sees.
 * Not here: starting it (launch.h). */
#ifndef FILO_BASE_COMMAND_LINE_H
#define FILO_BASE_COMMAND_LINE_H

#include "filo/base/vector.h"

#include <stdbool.h>

/* Appends the words of `line` to `words` (of char *, owned): blanks part them, '...' and "..." keep
 * blanks, and a backslash, but between ' and ', takes the next character as it is. False: a quote
 * is left open, or there is no word. */
bool command_line_split(const char *line, struct vector *words);
/* Puts `value` wherever a word says %s; where none does, as the last word. */
void command_line_put(struct vector *words, const char *value);
/* The words as execvp takes them: adds the NULL behind the last one. Borrowed. */
char *const *command_line_argv(struct vector *words);

#endif
