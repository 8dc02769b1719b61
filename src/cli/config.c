/* filo config: whether the settings file can be read as it stands, and the keys as they are then.
 * Not here: reading it (base/config.c), what it says of keys and looks (the screen). */
#include "cli/options.h"
#include "cli/print.h"
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

/* What is wrong with single settings was said when they were read, as before any command. */
static int config_check(struct cli *cli)
{
	struct strbuf complaints = STRBUF_INIT, notes = STRBUF_INIT;
	char *path = path_in_config("config"), *rest = NULL;

	cli->screen->check_settings(&cli->config, &complaints, &notes);
	config_print_lines(notes.data);
	for (char *line = strtok_r(complaints.data, "\n", &rest); line;
		line = strtok_r(NULL, "\n", &rest)) {
		cli_usage(NULL, "%s", line);
		cli->config_faults++;
	}
	if (!cli->config_faults)
		cli_say(_("Nothing is wrong in %s"), path);
	strbuf_fini(&complaints);
	strbuf_fini(&notes);
	free(path);
	return cli->config_faults ? 1 : cli_finish(cli);
}

static int config_print_keys(struct cli *cli)
{
	struct strbuf keys = STRBUF_INIT;

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
};
