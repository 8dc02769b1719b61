/* filo take-proposal: the rhythm that filo proposes becomes the wish.
 * Not here: finding it (store/person_summary.h), typing a wish (edit.c). */
#include "cli/contact_options.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/words/cadence.h"
#include "filo/store/change.h"
#include "filo/store/contacts.h"
#include "filo/store/person_summary.h"

#include <stdlib.h>

static int take_proposal_days(struct cli *cli, struct contact *contact, int days)
{
	struct strbuf wish = STRBUF_INIT;
	char *called = cli_called(cli, contact->id, contact->name);
	struct error err;

	if (!days)
		error_set(&err, STATUS_NOT_FOUND, _("There is no proposal for %s"), called);
	contact->cadence_days = days;
	bool is_taken = days && contact_update(cli->store, contact, &err) == STATUS_OK;
	cadence_describe(&wish, days);
	if (is_taken && change_was_idle(cli->store))
		cli_say(_("%s stays as before."), called);
	else if (is_taken)
		/* Translators: a name, then "every 3 days", or "every day". */
		cli_say(_("%s: %s from now on."), called, wish.data);
	free(called);
	strbuf_fini(&wish);
	return is_taken ? cli_finish(cli) : cli_fail(cli, &err);
}

static int take_proposal_run(struct cli *cli, int argc, char **argv)
{
	struct person_summary summary;
	struct contact contact;
	struct error err;
	int status;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 1, 1))
		return 2;
	if (!cli_contact_load(cli, argv[optind], &contact, &status))
		return status;
	if (person_summary_load(cli->store, contact.id, cli->today, &summary, &err) == STATUS_OK) {
		status = take_proposal_days(cli, &contact, summary.proposed_days);
		person_summary_fini(&summary);
	} else {
		status = cli_fail(cli, &err);
	}
	contact_fini(&contact);
	return status;
}

const struct cli_command cli_take_proposal = {
	.name = "take-proposal",
	.usage = N_("NAME"),
	.help = N_("make the proposed rhythm your wish"),
	.options = cli_json_done,
	.example = N_("filo take-proposal ana"),
	.run = take_proposal_run,
};
