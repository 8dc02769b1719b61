/* filo find: people and entries that hold some words.
 * Not here: the search as you type (tui). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/exchange/json_write.h"
#include "filo/store/search.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

#define FOUND_MAX INT32_MAX /* all */
#define DATE_COLS 12
#define NAME_COLS 24

static void find_print(const struct cli *cli, const void *item)
{
	const struct finding *finding = item;
	char date[64] = "";

	if (finding->conversation)
		date_format_short(
			finding->day, PRECISION_DAY, store_today(cli->store), date, sizeof date);
	char *called = cli_called(cli, finding->contact, finding->name);
	const char *name = called ? called : "";
	const char *excerpt = finding->excerpt ? finding->excerpt : "";
	cli_print_cell(stdout, date, DATE_COLS);
	putchar(' ');
	if (finding->name && !strcmp(finding->name, excerpt)) { /* found by the name */
		cli_print(stdout, name);
	} else {
		cli_print_cell(stdout, name, NAME_COLS);
		putchar(' ');
		if (finding->label) {
			cli_print(stdout, finding->label);
			fputs(": ", stdout);
		}
		cli_print(stdout, excerpt);
	}
	putchar('\n');
	free(called);
}

static void find_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct finding *finding = item;

	(void)cli;
	json_put_int(json, "contact", finding->contact);
	json_put_string(json, "name", finding->name);
	json_put_int_or_null(json, "conversation", finding->conversation, 0);
	json_put_day(json, "date", finding->conversation ? finding->day : DAY_NONE);
	json_put_string(json, "where", finding->where);
	json_put_string(json, "label", finding->label);
	json_put_string(json, "excerpt", finding->excerpt);
}

static const struct cli_list_ops find_ops = { .put = find_put, .print = find_print };

static int find_run(struct cli *cli, int argc, char **argv)
{
	struct vector findings = VECTOR_INIT(struct finding);
	struct error err;
	char *text;
	int status;

	if (cli_option(cli, argc, argv) != -1 ||
		!cli_words(cli, argc, argv, _("What to look for"), &text))
		return 2;
	if (search_people(cli->store, text, FOUND_MAX, &findings, &err) != STATUS_OK ||
		search_log(cli->store, text, FOUND_MAX, &findings, &err) != STATUS_OK ||
		search_spread(cli->store, text, FOUND_MAX, &findings, &err) != STATUS_OK)
		status = cli_fail(cli, &err);
	else if ((status = cli_print_list(cli, &findings, &find_ops)) == 0)
		status = findings.count == 0; /* as grep */
	VECTOR_FINI(struct finding, &findings, finding_fini);
	free(text);
	return status;
}

static const struct cli_option find_options[] = {
	{ CLI_JSON, "json", NULL, N_("print what is found as JSON") },
	{ 0 },
};

const struct cli_command cli_find = {
	.name = "find",
	.also = (const struct cli_alias[]){ { "search" }, { 0 } },
	.usage = N_("TEXT [--json]"),
	.help = N_("search people and log"),
	.options = find_options,
	.example = N_("filo find lisbon"),
	.run = find_run,
};
