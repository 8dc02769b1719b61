/* Names of commands that hands bring from other programs, or from the command line.
 * Not here: the commands' own names (command.h). */
#ifndef FILO_TUI_FIND_PALETTE_ALIAS_H
#define FILO_TUI_FIND_PALETTE_ALIAS_H

#include "tui/command.h"

/* The command that is meant by all of what is typed; NULL: no word from elsewhere. */
const struct command *palette_alias(const struct command *const *tables, const char *typed);
/* Whether a word from elsewhere that means this command begins so. */
bool palette_alias_begins(const struct command *command, const char *typed);
/* The command that the command line calls by the first word of what is typed, where it does
 * something in that place with what stands behind; NULL: none. */
const struct command *palette_called(const struct app *app, const char *typed, context_set place);

#endif
