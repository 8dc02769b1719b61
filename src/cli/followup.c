/* filo followup, filo done: what is left open between two people.
 * Not here: when one makes somebody due (people/due.c). */
#include "cli.h"
#include "filo/base/i18n.h"
#include "filo/store/conversations.h"

#include <stdlib.h>

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
	if (!cli_takes(cli, argc, 2, 2))
		return 2;
	if (!cli_person(cli, argv[optind], &followup->contact, &status))
		return status;
	if (!cli_text(cli, argv[optind + 1], _("The text"), &followup->text))
		return 2;
	if (followup_add(cli->store, followup, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	char *sentence = followup_sentence(followup);
	printf("%lld  ", (long long)followup->id);
	cli_print(stdout, sentence);
	putchar('\n');
	free(sentence);
	return cli_finish(cli);
}

int cli_followup(struct cli *cli, int argc, char **argv)
{
	struct followup followup = { .kind = FOLLOWUP_ASK,
		.due = DAY_NONE,
		.made_on = store_today(cli->store),
		.done_on = DAY_NONE };
	int status = add(cli, argc, argv, &followup);

	followup_fini(&followup);
	return status;
}

int cli_done(struct cli *cli, int argc, char **argv)
{
	static const struct option names[] = { { NULL, 0, NULL, 0 } };
	struct error err;
	int id;

	if (cli_option(cli, argc, argv, "", names) != -1 || !cli_takes(cli, argc, 1, 1) ||
		!cli_number(cli, argv[optind], 1, INT32_MAX, &id))
		return 2;
	if (followup_done(cli->store, id, store_today(cli->store), &err) != STATUS_OK)
		return cli_fail(cli, &err);
	return 0;
}
