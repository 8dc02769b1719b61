/* filo followup, filo done: what is left open between two people.
 * Not here: when one makes somebody due (people/due.c). */
#include "filo/people/followup.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/exchange/json_people.h"
#include "filo/people/words/when.h"
#include "filo/store/contacts.h"
#include "filo/store/followups.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

enum { KIND = CLI_LONG, JSON = KIND + FOLLOWUP_KINDS };

/* "12  Ana Example  Ask: how did it go? (Fri 27 Nov 2026, in 4 days)" */
static void followup_print(const struct cli *cli, const void *item)
{
	const struct followup *followup = item;
	const struct when when = { followup->due, PRECISION_DAY, -1 };
	char *sentence = followup_sentence(followup), day[96] = "";
	struct contact contact;

	if (contact_load(cli->store, followup->contact, &contact, NULL) != STATUS_OK)
		contact_init(&contact); /* deleted by another program just now */
	if (followup->due != DAY_NONE) {
		when_describe(&when, store_today(cli->store), day, sizeof day);
		cli_say("%lld  %s  %s (%s)", (long long)followup->id,
			contact.name ? contact.name : "", sentence, day);
	} else {
		cli_say("%lld  %s  %s", (long long)followup->id, contact.name ? contact.name : "",
			sentence);
	}
	contact_fini(&contact);
	free(sentence);
}

static void followup_put(const struct cli *cli, struct json_writer *json, const void *item)
{
	const struct followup *followup = item;
	struct contact contact;

	if (contact_load(cli->store, followup->contact, &contact, NULL) != STATUS_OK)
		contact_init(&contact);
	json_put_int(json, "id", followup->id);
	json_put_int(json, "contact", followup->contact);
	json_put_string(json, "name", contact.name);
	json_put_followup(json, followup);
	contact_fini(&contact);
}

static const struct cli_list_ops followup_ops = {
	.put = followup_put, .print = followup_print, .empty = N_("No follow-up is open.")
};

static int followup_print_open(struct cli *cli, bool is_json)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct error err;
	enum status status = followup_list(cli->store, 0, false, &followups, &err);
	int result = status == STATUS_OK ? cli_print_list(cli, &followups, is_json, &followup_ops)
					 : cli_fail(cli, &err);

	followups_clear(&followups);
	vector_fini(&followups);
	return result;
}

static int followup_run_typed(struct cli *cli, int argc, char **argv, struct followup *followup)
{
	struct when when;
	struct error err;
	int option, status, kind = 0;
	bool is_json = false;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' || (option == 'w' && !cli_when(cli, optarg, WHEN_FUTURE, &when)))
			return 2;
		if (option == 'w')
			followup->due = when.day;
		else if (option == JSON)
			is_json = true;
		else if (kind && kind != option)
			return cli_usage(
				cli, _("%s cannot be combined"), "--ask, --mine, --theirs");
		else
			kind = option;
	}
	if (kind)
		followup->kind = (enum followup_kind)(kind - KIND);
	bool is_bare = !kind && followup->due == DAY_NONE;
	if (!cli_json_lists(cli, is_json, !is_bare || optind < argc))
		return 2;
	if (is_bare && optind == argc)
		return followup_print_open(cli, is_json);
	if (!cli_has_name_and_text(cli, argc))
		return 2;
	if (!cli_person(cli, argv[optind], &followup->contact, &status))
		return status;
	if (!cli_text_or_input(cli, argv[optind + 1], _("The text"), &followup->text))
		return 2;
	if (followup_add(cli->store, followup, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	followup_print(cli, followup);
	return cli_finish(cli);
}

static int followup_run(struct cli *cli, int argc, char **argv)
{
	struct followup followup = { .kind = FOLLOWUP_ASK,
		.due = DAY_NONE,
		.made_on = store_today(cli->store),
		.done_on = DAY_NONE };
	int status = followup_run_typed(cli, argc, argv, &followup);

	followup_fini(&followup);
	return status;
}

static const struct cli_option followup_options[] = {
	{ 'w', "when", N_("WHEN"), N_("due on that day") },
	{ KIND + FOLLOWUP_ASK, "ask", NULL, N_("something to ask (the default)") },
	{ KIND + FOLLOWUP_MINE, "mine", NULL, N_("something you promised") },
	{ KIND + FOLLOWUP_THEIRS, "theirs", NULL, N_("something they promised") },
	{ JSON, "json", NULL, N_("print those that are open as JSON") },
	{ 0 },
};

const struct cli_command cli_followup = {
	.name = "followup",
	.usage = N_("[NAME TEXT [-w WHEN] [--ask|--mine|--theirs]] [--json]"),
	.help = N_("add a follow-up; alone: list those that are open"),
	.options = followup_options,
	.run = followup_run,
};

static int done_finish(const struct cli *cli, followup_id id)
{
	struct followup followup;
	struct error err;
	enum status status = followup_load(cli->store, id, &followup, &err);

	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	char *sentence = followup_sentence(&followup);
	status = followup_done(cli->store, id, store_today(cli->store), &err);
	if (status == STATUS_OK)
		cli_say(_("Done: %s"), sentence);
	free(sentence);
	followup_fini(&followup);
	return status == STATUS_OK ? cli_finish(cli) : cli_fail(cli, &err);
}

static int done_run(struct cli *cli, int argc, char **argv)
{
	int id;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1) ||
		!cli_number(cli, argv[optind], 1, INT32_MAX, &id))
		return 2;
	return done_finish(cli, id);
}

const struct cli_command cli_done = {
	.name = "done",
	.usage = N_("ID"),
	.help = N_("mark a follow-up done"),
	.run = done_run,
};
