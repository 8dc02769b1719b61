/* filo demo: the screen over an invented sample.
 * Not here: the sample (sample/), the screen (tui/); main.c brings them together. */
#include "cli/command.h"
#include "filo/base/i18n.h"

const struct cli_command cli_demo = {
	.name = "demo",
	.also = (const struct cli_alias[]){ { "look-around" }, { 0 } },
	.usage = "",
	.help = N_("look around in an invented sample, kept in memory"),
};
