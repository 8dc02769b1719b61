/* filo backup, filo check: looking after the database itself.
 * Not here: how (store). */
#include "cli/cli.h"
#include "filo/base/i18n.h"

static const struct option no_options[] = { { NULL, 0, NULL, 0 } };

int cli_backup(struct cli *cli, int argc, char **argv)
{
	struct error err;

	if (cli_option(cli, argc, argv, "", no_options) != -1 || !cli_takes(cli, argc, 1, 1))
		return 2;
	if (store_backup(cli->store, argv[optind], &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("Copied to %s."), argv[optind]);
	return cli_finish(cli);
}

static void say(void *context, const char *line)
{
	(void)context;
	cli_print(stdout, line);
	putchar('\n');
}

int cli_check(struct cli *cli, int argc, char **argv)
{
	struct error err;
	int problems;

	if (cli_option(cli, argc, argv, "", no_options) != -1 || !cli_takes(cli, argc, 0, 0))
		return 2;
	if (store_check(cli->store, say, NULL, &problems, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (!problems)
		puts(_("All is well."));
	return cli_finish(cli) || problems > 0;
}
