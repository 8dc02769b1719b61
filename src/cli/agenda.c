/* filo agenda: all that is open between you and others, or what the next days bring.
 * Not here: what is in it (store/due/agenda.c), the sentences (people/words/agenda_words.c). */
#include "filo/people/agenda.h"
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/people/words/agenda_words.h"
#include "filo/store/agenda.h"

#include <string.h>

#define NAME_COLS 24

enum { DAYS = CLI_LONG };

/* "   12  Ana Example              the number of the violin maker (by Fri 27 Nov)" */
static void agenda_print(const struct agenda_item *item, const char *fact)
{
	const char *note = agenda_words_note(item);

	if (item->followup.id)
		printf("%5lld  ", (long long)item->followup.id);
	else
		printf("%5s  ", "");
	cli_print_cell(stdout, agenda_words_who(item), NAME_COLS);
	putchar(' ');
	cli_print(stdout, note);
	printf(*note && *fact ? " (%s)\n" : "%s\n", fact);
}

static void agenda_print_all(const struct cli *cli, const struct vector *items, bool is_by_day)
{
	const struct agenda_item *item;
	day_number today = store_today(cli->store);
	struct strbuf heading = STRBUF_INIT;

	VECTOR_EACH (item, items) {
		struct strbuf above = STRBUF_INIT, fact = STRBUF_INIT;
		if (is_by_day) {
			agenda_words_day(&above, item, today);
			agenda_words_fact(&fact, item, today);
		} else {
			agenda_words_group(&above, item);
			agenda_words_when(&fact, item, today);
		}
		if (!heading.len || strcmp(heading.data, above.data) != 0)
			cli_say("%s", above.data);
		agenda_print(item, fact.data);
		strbuf_fini(&fact);
		strbuf_fini(&heading);
		heading = above;
	}
	strbuf_fini(&heading);
}

static void agenda_put(const struct cli *cli, struct json_writer *json, const void *listed)
{
	const struct agenda_item *item = listed;
	bool is_followup = item->kind == AGENDA_FOLLOWUP;
	const char *note = agenda_words_note(item);

	(void)cli;
	json_put_string(json, "kind", agenda_item_name(item));
	json_put_int_or_null(json, "contact", item->contact, 0);
	json_put_string(json, "name", item->name);
	json_put_string(json, "text", *note ? note : NULL);
	json_put_day(json, "date", is_followup ? item->followup.due : item->day);
	json_put_day(json, "until", item->kind == AGENDA_ABSENCE ? item->absence.to : DAY_NONE);
	json_put_day(json, "made_on", is_followup ? item->followup.made_on : DAY_NONE);
	json_put_int_or_null(json, "followup", item->followup.id, 0);
	json_put_int_or_null(json, "cadence", item->wish_days, 0);
}

static const struct cli_list_ops agenda_ops = { .put = agenda_put };

static int agenda_show(const struct cli *cli, const struct vector *items, int days)
{
	if (cli_is_json(cli))
		return cli_print_list(cli, items, &agenda_ops);
	if (items->count)
		agenda_print_all(cli, items, days > 0);
	else if (days)
		cli_say(NP_("Nothing in the next day.", "Nothing in the next %d days.", days),
			days);
	else
		cli_say("%s", _("No follow-up is open."));
	return cli_finish(cli);
}

static int agenda_run(struct cli *cli, int argc, char **argv)
{
	struct vector items = VECTOR_INIT(struct agenda_item);
	struct error err;
	int option, days = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' ||
			(option == DAYS && !cli_span(cli, optarg, AGENDA_DAYS_MAX, &days)))
			return 2;
	}
	if (!cli_has_operands(cli, argc, 0, 0))
		return 2;
	enum status status = days ? agenda_days(cli->store, days, &items, &err)
				  : agenda_open(cli->store, &items, &err);
	int exit_status =
		status == STATUS_OK ? agenda_show(cli, &items, days) : cli_fail(cli, &err);
	VECTOR_FINI(struct agenda_item, &items, agenda_item_fini);
	return exit_status;
}

static const struct cli_option agenda_options[] = {
	{ DAYS, "days", N_("N"), N_("instead what the next N days bring, by day") },
	{ CLI_JSON, "json", NULL, N_("print it as JSON") },
	{ 0 },
};

const struct cli_command cli_agenda = {
	.name = "agenda",
	.also = (const struct cli_alias[]){ { "next-days", { "--days=14" } }, { 0 } },
	.usage = N_("[--days N] [--json]"),
	.help = N_("what is open between you and others, or the next days"),
	.options = agenda_options,
	.example = N_("filo agenda --days 14"),
	.run = agenda_run,
};
