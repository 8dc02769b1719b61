/* Which commands there are, and their help.
 * Not here: what each does (its own file), what they share (command.h, options.h, values.h,
 * print.h). */
#ifndef FILO_CLI_CLI_H
#define FILO_CLI_CLI_H

#include "cli/command.h"
#include "filo/base/vector.h"

extern const struct cli_command *const cli_commands[]; /* ended by NULL */
/* The command that the first of `count` words names, and its words: with its own name in front and
 * what another one stands for. Appends copies of them (char *) to `out`. NULL: there is none. */
const struct cli_command *cli_command_of(char *const *words, int count, struct vector *out);
/* What the screen calls the command of that name besides, number `at`; NULL behind the last. */
const char *cli_name_of_screen(const char *name, size_t at);

/* The help of the whole program, and of one command. */
void cli_help(const struct cli_command *program);
void cli_command_help(const struct cli_command *command);

#endif
