/* Options and operands as they were typed.
 * Not here: what the operands mean (values.h). */
#ifndef FILO_CLI_OPTIONS_H
#define FILO_CLI_OPTIONS_H

#include "cli/command.h"

#include <getopt.h> /* optarg, optind */
#include <stdbool.h>

/* Of a command that has no others. */
extern const struct cli_option cli_json_done[];

/* An option as it is typed: "--when", or "-n" where it has no name. */
struct cli_flag {
	char text[40];
};
struct cli_flag cli_option_flag(const struct cli_option *option);

/* The next option of cli->command: its value, -1 at their end, or '?' when something was wrong,
 * which has been said. --json is noted and passed over. Begin with optind = 0: then all of them are
 * looked at first, whether they agree. Operands keep their order and may stand among options; for
 * the program itself (a command without a name) the first operand ends them. */
int cli_option(const struct cli *cli, int argc, char **argv);
/* Whether two values of what has one are the same; complains otherwise. */
bool cli_is_single(const struct cli *cli, const char *what, const char *first, const char *second);
/* Whether exactly `least` to `most` operands are left; complains otherwise. */
bool cli_has_operands(const struct cli *cli, int argc, int least, int most);
/* Whether a name and a text are left. */
bool cli_has_name_and_text(const struct cli *cli, int argc);

#endif
