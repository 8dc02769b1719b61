/* filo config --check: whether the settings file can be read as it stands.
 * Not here: reading it (base/config.c). */
#include "cli/options.h"
#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/paths.h"

#include <stdlib.h>

enum { CHECK = CLI_LONG };

/* What is wrong was said when the settings were read, as before any command. */
static int config_run(struct cli *cli, int argc, char **argv)
{
	bool is_check = false;
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		is_check |= option == CHECK;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	if (!is_check)
		return cli_usage(cli, _("it takes --check"));
	if (cli->config_faults)
		return 1;
	char *path = path_in_config("config");
	cli_say(_("Nothing is wrong in %s"), path);
	free(path);
	return cli_finish(cli);
}

static const struct cli_option config_options[] = {
	{ CHECK, "check", NULL, N_("tell each faulty line, and how it can be mended") },
	{ 0 },
};

const struct cli_command cli_config = {
	.name = "config",
	.usage = "--check",
	.help = N_("check the settings file"),
	.options = config_options,
	.run = config_run,
	.is_without_store = true,
};
