/* filo backup, filo restore, filo check: looking after the database itself.
 * Not here: how (store). */
#include "cli/options.h"
#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/store/backup.h"
#include "filo/store/check.h"
#include "filo/store/restore.h"

#include <stdlib.h>

static int backup_run(struct cli *cli, int argc, char **argv)
{
	struct error err;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1))
		return 2;
	if (store_backup(cli->store, argv[optind], &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli->has_made_file = true;
	cli_say(_("Copied to %s."), argv[optind]);
	return cli_finish(cli);
}

const struct cli_command cli_backup = {
	.name = "backup",
	.usage = N_("FILE"),
	.help = N_("write a complete copy of the database"),
	.run = backup_run,
};

static int restore_run(struct cli *cli, int argc, char **argv)
{
	struct error err;
	char *beside;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1))
		return 2;
	if (store_restore(cli->db_path, argv[optind], cli->today, &beside, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli->has_made_file = true;
	cli_say(_("Restored from %s."), argv[optind]);
	if (beside)
		cli_say(_("What was there before is in %s: restored in turn, it undoes this."),
			beside);
	free(beside);
	return cli_finish(cli);
}

const struct cli_command cli_restore = {
	.name = "restore",
	.usage = N_("FILE"),
	.help = N_("go back to a copy of the database"),
	.run = restore_run,
	.is_without_store = true,
};

static void check_say(void *context, const char *line)
{
	(void)context;
	cli_print(stdout, line);
	putchar('\n');
}

static int check_run(struct cli *cli, int argc, char **argv)
{
	struct error err;
	int problems;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 0, 0))
		return 2;
	if (store_check(cli->store, check_say, NULL, &problems, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (!problems)
		puts(_("All is well."));
	return cli_finish(cli) || problems > 0;
}

const struct cli_command cli_check = {
	.name = "check",
	.usage = "",
	.help = N_("check that the database is sound, and mend what can be"),
	.run = check_run,
};
