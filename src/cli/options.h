/* Options and operands as they were typed.
 * Not here: what the operands mean (values.h). */
#ifndef FILO_CLI_OPTIONS_H
#define FILO_CLI_OPTIONS_H

#include "cli/command.h"

#include <getopt.h> /* optarg, optind */
#include <stdbool.h>

/* The next option of cli->command: its value, -1 at their end, or '?' when something was wrong,
 * which has been said. Begin with optind = 0. Operands keep their order and may stand among
 * options; for the program itself (a command without a name) the first operand ends them. */
int cli_option(const struct cli *cli, int argc, char **argv);
/* Reads the options of a command that takes --json alone; false: another was given, and told. */
bool cli_only_json(const struct cli *cli, int argc, char **argv, bool *is_json);
/* Whether exactly `least` to `most` operands are left; complains otherwise. */
bool cli_has_operands(const struct cli *cli, int argc, int least, int most);
/* Whether --json was given, if it was, to a command that lists; complains, before anything is done,
 * of one that does something. */
bool cli_json_lists(const struct cli *cli, bool is_json, bool does_something);
/* Whether a name and a text are left. */
bool cli_has_name_and_text(const struct cli *cli, int argc);

#endif
