/* What completes the last of the words of a command line.
 * Not here: how a shell asks for it (completion.c). */
#ifndef FILO_CLI_COMPLETE_H
#define FILO_CLI_COMPLETE_H

#include "cli/command.h"

enum cli_shell { SHELL_BASH, SHELL_ZSH, SHELL_FISH };

/* Prints, a line each, what may stand for the last of `words` (the first is the program), found as
 * the commands find it: without case or accents, by any beginning of a word. Behind a tab stands
 * what it is, for bash only where the text does not tell. fish looks once more itself and leaves
 * out what does not hold the word: such a name of somebody or of a circle is printed without its
 * accents, which is understood as well. False: it is a file's name. */
bool cli_complete(struct cli *cli, char **words, int count, enum cli_shell shell);

#endif
