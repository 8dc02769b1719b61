/* What completes the last of the words of a command line.
 * Not here: how a shell asks for it (completion.c). */
#ifndef FILO_CLI_COMPLETE_H
#define FILO_CLI_COMPLETE_H

#include "cli/command.h"

/* Prints, a line each, what may stand for the last of `words` (the first is the program), found as
 * the commands find it: without case or accents, by any beginning of a word. Behind a tab, with
 * `has_notes`, what it is. `is_as_typed`: each begins with what was typed, where need be the name
 * without its accents; for a shell that looks itself. False: it is a file's name. */
bool cli_complete(struct cli *cli, char **words, int count, bool has_notes, bool is_as_typed);

#endif
