/* filo event: what the log has of somebody besides entries, snoozed, skipped, left to rest, let go,
 * and another date for one of them.
 * Not here: adding them (events.c). */
#include "cli/options.h"
#include "cli/outcome.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/exchange/json_people.h"
#include "filo/exchange/json_write.h"
#include "filo/people/words/event_words.h"
#include "filo/people/words/log_words.h"
#include "filo/store/events.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

enum { EDIT = CLI_LONG };

static void event_print(const struct cli *cli, const void *item)
{
	const struct event *event = item;
	struct strbuf words = STRBUF_INIT;
	char day[DATE_ISO_SIZE];

	event_describe(&words, event, store_today(cli->store));
	cli_say("%lld  %s  %s", (long long)event->id, date_format_iso(event->day, day), words.data);
	strbuf_fini(&words);
}

static void event_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	(void)cli;
	json_put_event(json, item);
}

static const struct cli_list_ops event_ops = { .put = event_put,
	.print = event_print,
	.empty = N_("Nothing of the kind stands in the log.") };

static int event_print_all(struct cli *cli, const char *name)
{
	struct vector events = VECTOR_INIT(struct event);
	contact_id id;
	struct error err;
	int status;

	if (!cli_person(cli, name, &id, &status))
		return status;
	status = event_list(cli->store, id, &events, &err) == STATUS_OK
			 ? cli_print_list(cli, &events, &event_ops)
			 : cli_fail(cli, &err);
	vector_fini(&events);
	return status;
}

/* "none" leaves a rest open, as an empty answer does on the screen. */
static int event_redate(struct cli *cli, int id, const char *when)
{
	struct event event;
	struct error err;
	bool is_open = cli_is_none(when);

	if (event_load(cli->store, id, &event, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	if (event_read_date(&event, is_open && event.kind == EVENT_REST ? "" : when,
		    store_today(cli->store), &err) != STATUS_OK)
		return cli_usage(cli, "%s", err.message);
	if (event_update(cli->store, &event, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	outcome_add_named(cli, event.contact);
	return cli_print_saved(cli, &event, &event_ops);
}

static int event_run(struct cli *cli, int argc, char **argv)
{
	int option, edited = 0;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' ||
			(option == EDIT && !cli_number(cli, optarg, 1, INT32_MAX, &edited)))
			return 2;
	}
	if (!cli_has_operands(cli, argc, 1, 1))
		return 2;
	return edited ? event_redate(cli, edited, argv[optind])
		      : event_print_all(cli, argv[optind]);
}

static const struct cli_option event_options[] = {
	{ EDIT, "edit", N_("ID"), N_("give this one another date; none: a rest without an end") },
	{ CLI_JSON, "json", NULL, N_("print them, or what was done, as JSON") },
	{ 0 },
};

const struct cli_command cli_event = {
	.name = "event",
	.usage = N_("NAME [--json] | --edit ID WHEN"),
	.help = N_("snoozes, rests and the like in somebody's log, and their dates"),
	.options = event_options,
	.example = N_("filo event cleo\n"
		      "filo event --edit 1 \"in 3 weeks\""),
	.run = event_run,
};
