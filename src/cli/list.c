/* filo list: contacts by name, all or some.
 * Not here: finding in them (find.c). */
#include "cli/options.h"
#include "cli/person.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/exchange/json_write.h"
#include "filo/people/words/duration.h"
#include "filo/store/contact_list.h"
#include "filo/store/store.h"

#include <stdlib.h>

#define PAGE_ROWS 500
#define NAME_COLS 32

enum { TAG = CLI_LONG, CIRCLE, ALL, JSON };

static void list_put_row(struct json_writer *json, const struct contact_row *row)
{
	json_line(json);
	json_object_open(json);
	json_put_int(json, "id", row->id);
	json_put_string(json, "name", row->name);
	json_put_string(json, "state", person_state_name(row->state));
	json_put_day(json, "last", row->last_day);
	json_put_int_or_null(json, "cadence", row->cadence_days, 0);
	json_object_close(json);
}

static void list_print_row(const struct contact_row *row, day_number today)
{
	char ago[64] = "";

	if (row->last_day != DAY_NONE)
		when_relative(row->last_day, today, ago, sizeof ago);
	if (!*ago) {
		cli_print(stdout, row->name);
	} else {
		cli_print_cell(stdout, row->name, NAME_COLS);
		printf(" %s", ago);
	}
	putchar('\n');
}

/* One page at a time, so that memory stays bounded. */
static enum status list_walk(struct cli *cli, const struct contact_filter *filter,
	struct json_writer *json, struct error *err)
{
	contact_id from = 0;
	size_t count;

	do {
		struct vector rows = VECTOR_INIT(struct contact_row);
		struct contact_row *row;
		enum status status =
			contact_page(cli->store, filter, from, true, PAGE_ROWS, &rows, err);
		count = rows.count;
		VECTOR_EACH (row, &rows) {
			if (json)
				list_put_row(json, row);
			else
				list_print_row(row, store_today(cli->store));
			from = row->id;
			contact_row_fini(row);
		}
		vector_fini(&rows);
		if (status != STATUS_OK)
			return status;
	} while (count == PAGE_ROWS);
	return STATUS_OK;
}

static int list_print(struct cli *cli, const struct contact_filter *filter, bool is_json)
{
	struct error err;

	if (!is_json)
		return list_walk(cli, filter, NULL, &err) == STATUS_OK ? cli_finish(cli)
								       : cli_fail(cli, &err);
	struct cli_json out;
	struct json_writer *json = cli_json_begin(&out);
	json_array_open(json);
	enum status status = list_walk(cli, filter, json, &err);
	json_line(json);
	json_array_close(json);
	int written = cli_json_end(cli, &out);
	return status == STATUS_OK ? written : cli_fail(cli, &err);
}

static int list_run(struct cli *cli, int argc, char **argv)
{
	struct contact_filter filter = { 0 };
	bool is_json = false;
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return 2;
		if (option == TAG)
			filter.tag = optarg;
		else if (option == CIRCLE && !cli_circle_named(cli, optarg, &filter.circle))
			return 2;
		filter.with_archived |= option == ALL;
		is_json |= option == JSON;
	}
	return cli_has_operands(cli, argc, 0, 0) ? list_print(cli, &filter, is_json) : 2;
}

static const struct cli_option list_options[] = {
	{ TAG, "tag", N_("TAG"), N_("only those with this tag") },
	{ CIRCLE, "circle", N_("CIRCLE"), N_("only those of this circle") },
	{ ALL, "all", NULL, N_("also those who were let go") },
	{ JSON, "json", NULL, N_("print them as JSON") },
	{ 0 },
};

const struct cli_command cli_list = {
	.name = "list",
	.usage = N_("[--tag T] [--circle C] [--all] [--json]"),
	.help = N_("list contacts"),
	.options = list_options,
	.run = list_run,
};
