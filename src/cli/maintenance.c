/* filo backup, filo restore, filo check: looking after the database itself.
 * Not here: how (store). */
#include "cli/changes.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/exchange/json_write.h"
#include "filo/store/backup.h"
#include "filo/store/check.h"
#include "filo/store/restore.h"

#include <stdlib.h>

static int backup_run(struct cli *cli, int argc, char **argv)
{
	struct error err;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1) ||
		!cli_file(cli, argv[optind]))
		return 2;
	if (store_backup(cli->store, argv[optind], &err) != STATUS_OK)
		return cli_fail(cli, &err);
	outcome_add_file(cli, argv[optind]);
	cli_say(_("Copied to %s."), argv[optind]);
	return cli_finish(cli);
}

const struct cli_command cli_backup = {
	.name = "backup",
	.usage = N_("FILE"),
	.help = N_("write a complete copy of the database"),
	.options = cli_json_done,
	.example = N_("filo backup copy.db"),
	.run = backup_run,
};

static int restore_from_copy(struct cli *cli, const char *path)
{
	struct error err;
	char *beside;

	if (!cli_file(cli, path))
		return 2;
	if (store_restore(cli->db_path, path, cli->today, &beside, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	outcome_add_file(cli, cli->db_path);
	cli_say(_("Restored from %s."), path);
	if (beside) {
		outcome_add_file(cli, beside);
		cli_say(_("What was there before is in %s: restored in turn, it undoes this."),
			beside);
	}
	free(beside);
	return cli_finish(cli);
}

/* What the screen calls so is about the database as it is. */
static int restore_deleted(struct cli *cli, int id)
{
	struct error err;

	if (store_open(&cli->store, cli->db_path, cli->today, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	return trash_bring_back(cli, id);
}

static int restore_run(struct cli *cli, int argc, char **argv)
{
	int option, deleted = 0;

	while ((option = cli_option(cli, argc, argv)) != -1)
		if (option == '?' || !cli_number(cli, optarg, 1, INT32_MAX, &deleted))
			return 2;
	if (!cli_has_operands(cli, argc, !deleted, !deleted))
		return 2;
	return deleted ? restore_deleted(cli, deleted) : restore_from_copy(cli, argv[optind]);
}

static const struct cli_option restore_options[] = {
	{ CLI_LONG, "deleted", N_("ID"), N_("bring back what has this number in the trash") },
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

const struct cli_command cli_restore = {
	.name = "restore",
	.usage = N_("FILE | --deleted ID"),
	.help = N_("go back to a copy of the database, or bring back what was deleted"),
	.options = restore_options,
	.example = N_("filo restore copy.db"),
	.run = restore_run,
	.is_without_store = true,
};

static void check_say(void *context, const char *line)
{
	(void)context;
	cli_print(stdout, line);
	putchar('\n');
}

static void check_put(void *context, const char *line)
{
	json_line(context);
	json_string(context, line);
}

/* One object, with what was found until it stopped, where it did. */
static int check_run_json(struct cli *cli)
{
	struct cli_json out;
	struct json_writer *json = cli_json_begin(cli, &out);
	struct error err;
	int problems = 0;

	json_object_open(json);
	json_key(json, "findings");
	json_array_open(json);
	enum status status = store_check(cli->store, check_put, json, &problems, &err);
	json_array_close(json);
	json_put_bool(json, "complete", status == STATUS_OK);
	json_object_close(json);
	int written = cli_json_end(cli, &out);
	return status == STATUS_OK ? written || problems > 0 : cli_fail(cli, &err);
}

static int check_run_plain(struct cli *cli)
{
	struct error err;
	int problems;

	if (store_check(cli->store, check_say, NULL, &problems, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (!problems)
		puts(_("All is well."));
	return cli_finish(cli) || problems > 0;
}

static int check_run(struct cli *cli, int argc, char **argv)
{

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 0, 0))
		return 2;
	return cli_is_json(cli) ? check_run_json(cli) : check_run_plain(cli);
}

static const struct cli_option check_options[] = {
	{ CLI_JSON, "json", NULL, N_("print what is found as JSON") },
	{ 0 },
};

const struct cli_command cli_check = {
	.name = "check",
	.usage = "[--json]",
	.help = N_("check that the database is sound, and mend what can be"),
	.options = check_options,
	.run = check_run,
};
