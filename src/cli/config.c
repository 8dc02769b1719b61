/* filo config: whether the settings file can be read as it stands, and the keys as they are then.
 * Not here: reading it (base/config.c), what it says of keys and looks (the screen). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/paths.h"

#include <stdlib.h>
#include <string.h>

enum { CHECK = CLI_LONG, KEYS };

/* Cut at the ends of its lines. */
static void config_print_lines(char *lines)
{
	char *rest = NULL;

	for (char *line = strtok_r(lines, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		cli_say("%s", line);
}

static int config_check(struct cli *cli)
{
	struct strbuf notes = STRBUF_INIT;
	char *path = path_in_config("config");

	cli->screen->check_settings(&cli->config, &cli->config_faults, &notes);
	bool is_faulty = cli->config_faults.len > 0, is_noted = notes.len > 0;
	config_print_lines(notes.data);
	cli_tell_config_faults(cli);
	if (!is_faulty && !is_noted)
		cli_say(_("Nothing is wrong in %s"), path);
	strbuf_fini(&notes);
	free(path);
	return is_faulty ? 1 : cli_finish(cli);
}

static int config_print_keys(struct cli *cli)
{
	struct strbuf keys = STRBUF_INIT;

	cli_tell_config_faults(cli);
	cli->screen->print_keys(&cli->config, &keys);
	config_print_lines(keys.data);
	strbuf_fini(&keys);
	return cli_finish(cli);
}

static int config_run(struct cli *cli, int argc, char **argv)
{
	int option, wanted = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		wanted = option;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	if (!wanted)
		return cli_usage(cli, _("it takes --check or --keys"));
	return wanted == CHECK ? config_check(cli) : config_print_keys(cli);
}

static const struct cli_option config_options[] = {
	{ CHECK, "check", NULL, N_("tell each faulty line, and how it can be mended") },
	{ KEYS, "keys", NULL, N_("print the keys of all places, as lines for the settings file") },
	{ 0 },
};

const struct cli_command cli_config = {
	.name = "config",
	.usage = "--check|--keys",
	.help = N_("check the settings file, or print the keys it makes"),
	.options = config_options,
	.run = config_run,
	.is_without_store = true,
	.tells_settings = true,
};
