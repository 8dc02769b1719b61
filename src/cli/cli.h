/* Which commands there are, and their help.
 * Not here: what each does (its own file), what they share (command.h, options.h, values.h,
 * print.h). */
#ifndef FILO_CLI_CLI_H
#define FILO_CLI_CLI_H

#include "cli/command.h"

extern const struct cli_command *const cli_commands[];           /* ended by NULL */
const struct cli_command *cli_command_by_name(const char *name); /* NULL: none */

/* The help of the whole program, and of one command. */
void cli_help(const struct cli_command *program);
void cli_command_help(const struct cli_command *command);

#endif
