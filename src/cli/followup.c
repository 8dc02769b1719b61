/* filo followup, filo done: what is left open between two people.
 * Not here: when one makes somebody due (people/due.c). */
#include "filo/people/followup.h"
#include "cli/cli.h"
#include "filo/base/i18n.h"
#include "filo/people/words/when.h"
#include "filo/store/conversations.h"

#include <stdlib.h>

/* "12  Ana Example  Ask: how did it go? (Fri 27 Nov 2026, in 4 days)" */
static void print_followup(const struct cli *cli, const struct followup *followup)
{
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

static int add(struct cli *cli, int argc, char **argv, struct followup *followup)
{
	static const struct option names[] = { { "when", required_argument, NULL, 'w' },
		{ "ask", no_argument, NULL, 1000 + FOLLOWUP_ASK },
		{ "mine", no_argument, NULL, 1000 + FOLLOWUP_MINE },
		{ "theirs", no_argument, NULL, 1000 + FOLLOWUP_THEIRS }, { NULL, 0, NULL, 0 } };
	struct when when;
	struct error err;
	int option, status;

	while ((option = cli_option(cli, argc, argv, "w:", names)) != -1) {
		if (option == '?' || (option == 'w' && !cli_when(cli, optarg, WHEN_FUTURE, &when)))
			return 2;
		if (option == 'w')
			followup->due = when.day;
		else
			followup->kind = (enum followup_kind)(option - 1000);
	}
	if (!cli_takes_text(cli, argc))
		return 2;
	if (!cli_person(cli, argv[optind], &followup->contact, &status))
		return status;
	if (!cli_text(cli, argv[optind + 1], _("The text"), &followup->text))
		return 2;
	if (followup_add(cli->store, followup, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	print_followup(cli, followup);
	return cli_finish(cli);
}

static int list_open(struct cli *cli)
{
	struct vector followups = VECTOR_INIT(struct followup);
	struct followup *followup;
	struct error err;
	enum status status = followup_list(cli->store, 0, false, &followups, &err);

	VECTOR_EACH (followup, &followups) {
		print_followup(cli, followup);
		followup_fini(followup);
	}
	vector_fini(&followups);
	return status == STATUS_OK ? cli_finish(cli) : cli_fail(cli, &err);
}

int cli_followup(struct cli *cli, int argc, char **argv)
{
	struct followup followup = { .kind = FOLLOWUP_ASK,
		.due = DAY_NONE,
		.made_on = store_today(cli->store),
		.done_on = DAY_NONE };
	int status = argc == 1 ? list_open(cli) : add(cli, argc, argv, &followup);

	followup_fini(&followup);
	return status;
}

static int finish(const struct cli *cli, followup_id id)
{
	struct followup followup;
	struct error err;
	enum status status = followup_load(cli->store, id, &followup, &err);

	if (status != STATUS_OK)
		return cli_fail(cli, &err);
	char *sentence = followup_sentence(&followup);
	if (followup.done_on != DAY_NONE)
		status = error_set(&err, STATUS_INVALID, _("It is done already: %s"), sentence);
	else
		status = followup_done(cli->store, id, store_today(cli->store), &err);
	if (status == STATUS_OK)
		cli_say(_("Done: %s"), sentence);
	free(sentence);
	followup_fini(&followup);
	return status == STATUS_OK ? cli_finish(cli) : cli_fail(cli, &err);
}

int cli_done(struct cli *cli, int argc, char **argv)
{
	static const struct option names[] = { { NULL, 0, NULL, 0 } };
	int id;

	if (cli_option(cli, argc, argv, "", names) != -1 || !cli_takes(cli, argc, 1, 1) ||
		!cli_number(cli, argv[optind], 1, INT32_MAX, &id))
		return 2;
	return finish(cli, id);
}
