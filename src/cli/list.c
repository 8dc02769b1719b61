/* filo list: contacts by name, all or some.
 * Not here: finding in them (find.c). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/person.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/exchange/json_people.h"
#include "filo/people/words/duration.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

/* By name a page is one range of an index; each of another order sorts everybody anew. */
#define PAGE_ROWS        500
#define PAGE_ROWS_SORTED 20000
#define NAME_COLS        32

enum { TAG = CLI_LONG, CIRCLE, LIMIT, ORDER, ALL, NAMES };

/* The rows as they are printed. */
struct listing {
	struct cli *cli;
	struct json_writer *json; /* NULL: for people */
	bool is_names_only;
	struct vector circles; /* of struct circle */
	size_t count;
};

static const char *list_circle_name(const struct listing *listing, circle_id id)
{
	const struct circle *circle;

	VECTOR_EACH (circle, &listing->circles)
		if (circle->id == id)
			return circle->name;
	return NULL;
}

static enum status list_put_row(
	const struct listing *listing, const struct contact_row *row, struct error *err)
{
	struct json_writer *json = listing->json;
	struct contact contact;
	enum status status = contact_load(listing->cli->store, row->id, &contact, err);

	if (status != STATUS_OK)
		return status;
	json_line(json);
	json_object_open(json);
	json_put_person(json, &contact,
		&(struct json_person){ row->state, row->last_day, row->cadence_days,
			list_circle_name(listing, contact.circle) });
	json_object_close(json);
	contact_fini(&contact);
	return STATUS_OK;
}

static void list_print_row(const struct listing *listing, const struct contact_row *row)
{
	day_number today = store_today(listing->cli->store);
	char *name = cli_called(listing->cli, row->id, row->name), ago[64] = "";

	if (row->last_day != DAY_NONE)
		when_relative(row->last_day, today, ago, sizeof ago);
	if (listing->is_names_only || !*ago) {
		cli_print(stdout, name);
	} else {
		cli_print_cell(stdout, name, NAME_COLS);
		printf(" %s", ago);
	}
	putchar('\n');
	free(name);
}

static enum status list_tell(struct listing *listing, const struct vector *rows, struct error *err)
{
	const struct contact_row *row;
	enum status status = STATUS_OK;

	VECTOR_EACH (row, rows) {
		if (!listing->json)
			list_print_row(listing, row);
		else if ((status = list_put_row(listing, row, err)) != STATUS_OK)
			break;
		listing->count++;
	}
	return status;
}

/* One page at a time, so that memory stays bounded. */
static enum status list_walk(
	struct listing *listing, const struct contact_filter *filter, struct error *err)
{
	size_t page = filter->order == ORDER_NAME ? PAGE_ROWS : PAGE_ROWS_SORTED, count;
	contact_id from = 0;
	enum status status;

	do {
		struct vector rows = VECTOR_INIT(struct contact_row);
		struct contact_row *row;
		status = contact_page(listing->cli->store, filter, from, true, page, &rows, err);
		if (status == STATUS_OK)
			status = list_tell(listing, &rows, err);
		count = rows.count;
		VECTOR_EACH (row, &rows) {
			from = row->id;
			contact_row_fini(row);
		}
		vector_fini(&rows);
	} while (status == STATUS_OK && count == page);
	return status;
}

static enum status list_walk_json(
	struct listing *listing, const struct contact_filter *filter, struct error *err)
{
	enum status status = circle_list(listing->cli->store, &listing->circles, err);

	json_array_open(listing->json);
	if (status == STATUS_OK)
		status = list_walk(listing, filter, err);
	json_line(listing->json);
	json_array_close(listing->json);
	VECTOR_FINI(struct circle, &listing->circles, circle_fini);
	return status;
}

/* Of a filter that nobody passes the exit status tells, as grep's. A plain list may be empty. */
static int list_print(struct cli *cli, const struct contact_filter *filter, bool is_names_only)
{
	struct listing listing = {
		.cli = cli, .circles = VECTOR_INIT(struct circle), .is_names_only = is_names_only
	};
	bool is_filtered = limit_is_set(filter->limit) || filter->circle;
	struct cli_json out;
	struct error err;
	int written;

	if (cli_is_json(cli))
		listing.json = cli_json_begin(cli, &out);
	enum status status = cli_is_json(cli) ? list_walk_json(&listing, filter, &err)
					      : list_walk(&listing, filter, &err);
	written = cli_is_json(cli)      ? cli_json_end(cli, &out)
		  : status == STATUS_OK ? cli_finish(cli)
					: 0;
	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	if (!listing.count && !is_filtered && !cli_is_json(cli) && !is_names_only)
		cli_say_empty(_("Nobody is here yet."));
	return written ? written : is_filtered && !listing.count;
}

struct list_asked {
	struct contact_filter filter;
	struct limit limit;
	struct vector tags; /* of const char * */
	bool is_names_only, is_nobody;
};

static bool list_parse_options(struct cli *cli, int argc, char **argv, struct list_asked *asked)
{
	char *const *tag;
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		bool is_right = option != '?';
		if (option == TAG) {
			is_right = cli_filter_tag(cli, optarg, &asked->is_nobody);
			vector_push(&asked->tags, &optarg);
		} else if (option == CIRCLE)
			is_right =
				strcmp(optarg, "-") != 0
					? cli_filter_circle(cli, optarg, &asked->filter.circle,
						  &asked->is_nobody)
					: cli_filter(cli, "~c -", &asked->limit, &asked->is_nobody);
		else if (option == LIMIT)
			is_right = cli_filter(cli, optarg, &asked->limit, &asked->is_nobody);
		else if (option == ORDER)
			is_right = cli_order(cli, optarg, &asked->filter.order);
		if (!is_right)
			return false;
		asked->filter.with_archived |= option == ALL;
		asked->is_names_only |= option == NAMES;
	}
	VECTOR_EACH (tag, &asked->tags)
		limit_add_tag(&asked->limit, *tag);
	return cli_has_operands(cli, argc, 0, 0);
}

static int list_run(struct cli *cli, int argc, char **argv)
{
	struct list_asked asked = { .tags = VECTOR_INIT(char *) };
	int status = 2;

	asked.filter.limit = &asked.limit;
	if (list_parse_options(cli, argc, argv, &asked))
		status = asked.is_nobody ? cli_print_nobody(cli)
					 : list_print(cli, &asked.filter, asked.is_names_only);
	vector_fini(&asked.tags);
	limit_fini(&asked.limit);
	return status;
}

static const struct cli_option list_options[] = {
	{ TAG, "tag", N_("TAG"), N_("only those with this tag; may be given several times"),
		.times = CLI_SEVERAL },
	{ CIRCLE, "circle", N_("CIRCLE"), N_("only those of this circle; - is no circle") },
	{ LIMIT, "limit", N_("LIMIT"), N_("only whom it fits: 'choir ~c Friends ~s >60 ~t !work'"),
		.times = CLI_SEVERAL },
	{ ORDER, "order", N_("ORDER"), N_("by name, silence, circle, or next") },
	{ ALL, "all", NULL, N_("also those who were let go") },
	{ NAMES, "names", NULL, N_("print the names and nothing else") },
	{ CLI_JSON, "json", NULL, N_("print them as JSON") },
	{ 0 },
};

static const struct cli_rule list_rules[] = { { "--names, --json" }, { 0 } };

const struct cli_command cli_list = {
	.name = "list",
	.also = (const struct cli_alias[]){ { "contacts" }, { "show-everybody" },
		{ "show-let-go", { "--all" } }, { "limit", { "--limit" } },
		{ "order", { "--order" } }, { "filter-tag", { "--tag" } },
		{ "filter-circle", { "--circle" } }, { 0 } },
	.usage =
		N_("[--tag T]... [--circle C] [--limit L]... [--order O] [--all] [--names|--json]"),
	.help = N_("list contacts"),
	.options = list_options,
	.rules = list_rules,
	.example = N_("filo list --limit '~c Friends ~s >60' --order silence"),
	.run = list_run,
};
