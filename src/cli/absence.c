/* filo absence: times away, the user's own or one person's, when the clock stands still.
 * Not here: what they do to the rhythm (people/rhythm.c). */
#include "filo/people/absence.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/exchange/json_write.h"
#include "filo/people/words/when.h"
#include "filo/store/absences.h"

enum { REMOVE = CLI_LONG, JSON };

static void absence_print(const struct cli *cli, const void *item)
{
	const struct absence *absence = item;
	char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];

	(void)cli;
	printf("%lld  %s  %s  ", (long long)absence->id, date_format_iso(absence->from, from),
		date_format_iso(absence->to, to));
	cli_print(stdout, absence->name ? absence->name : _("you"));
	putchar('\n');
}

static void absence_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct absence *absence = item;

	(void)cli;
	json_put_int(json, "id", absence->id);
	json_put_day(json, "from", absence->from);
	json_put_day(json, "to", absence->to);
	json_put_string(json, "name", absence->name);
}

static const struct cli_list_ops absence_ops = {
	.put = absence_put, .print = absence_print, .empty = N_("No absence is noted.")
};

static int absence_print_all(struct cli *cli, bool is_json)
{
	struct vector absences = VECTOR_INIT(struct absence);
	struct absence *absence;
	struct error err;
	enum status status = absence_list(cli->store, &absences, &err);
	int result = status == STATUS_OK ? cli_print_list(cli, &absences, is_json, &absence_ops)
					 : cli_fail(cli, &err);

	VECTOR_EACH (absence, &absences)
		absence_fini(absence);
	vector_fini(&absences);
	return result;
}

static int absence_note(struct cli *cli, char **operands, int count)
{
	struct absence absence = { 0 };
	struct when from, to;
	struct error err;
	int status;

	if (!cli_when(cli, operands[0], WHEN_FUTURE, &from) ||
		!cli_when(cli, operands[1], WHEN_FUTURE, &to))
		return 2;
	absence.from = from.day;
	absence.to = when_last_day(&to);
	if (count == 3 && !cli_person(cli, operands[2], &absence.contact, &status))
		return status;
	if (absence_add(cli->store, &absence, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	char first[DATE_ISO_SIZE], last[DATE_ISO_SIZE];
	printf("%lld  %s  %s\n", (long long)absence.id, date_format_iso(absence.from, first),
		date_format_iso(absence.to, last));
	return cli_finish(cli);
}

static int absence_run(struct cli *cli, int argc, char **argv)
{
	struct error err;
	bool is_json = false;
	int option, removed = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' ||
			(option == REMOVE && !cli_number(cli, optarg, 1, INT32_MAX, &removed)))
			return 2;
		is_json |= option == JSON;
	}
	if (!cli_has_operands(cli, argc, 0, removed ? 0 : 3) ||
		!cli_json_lists(cli, is_json, removed || optind < argc))
		return 2;
	if (removed)
		return absence_remove(cli->store, removed, &err) == STATUS_OK ? 0
									      : cli_fail(cli, &err);
	if (argc == optind)
		return absence_print_all(cli, is_json);
	return cli_has_operands(cli, argc, 2, 3) ? absence_note(cli, argv + optind, argc - optind)
						 : 2;
}

static const struct cli_option absence_options[] = {
	{ REMOVE, "remove", N_("ID"), N_("remove the absence with this number") },
	{ JSON, "json", NULL, N_("print them as JSON") },
	{ 0 },
};

const struct cli_command cli_absence = {
	.name = "absence",
	.usage = N_("[FROM TO [NAME]] [--remove ID] [--json]"),
	.help = N_("absences, yours or theirs, which do not count as silence"),
	.options = absence_options,
	.run = absence_run,
};
