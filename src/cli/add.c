/* filo add: a contact from the command line.
 * Not here: its options (contact_options.c), changing one (edit.c). */
#include "cli/contact_options.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/store/contacts.h"

#include <stdlib.h>

static int add_contact(struct cli *cli, int argc, char **argv, struct contact *contact)
{
	struct error err;
	char *name;
	int option, status = 2;
	struct contact given;

	contact_init(&given);
	bool agree = cli_contact_options_agree(cli, argc, argv, &given);
	contact_fini(&given);
	if (!agree)
		return 2;
	optind = 0;
	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' || !cli_contact_option(cli, option, contact, &status))
			return status;
	}
	if (!cli_words(cli, argc, argv, _("The name"), &name))
		return 2;
	bool is_one = !contact->name || cli_is_single(cli, "name", name, contact->name);
	free(contact->name);
	contact->name = name; /* the operand is the name */
	if (!is_one)
		return 2;
	contact->added_on = store_today(cli->store);
	if (contact_add(cli->store, contact, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	char *called = cli_called(cli, contact->id, contact->name);
	cli_say(_("Added %s."), called);
	free(called);
	cli_contact_note_namesake(cli, contact);
	return cli_finish(cli);
}

static int add_run(struct cli *cli, int argc, char **argv)
{
	struct contact contact;

	contact_init(&contact);
	int status = add_contact(cli, argc, argv, &contact);
	contact_fini(&contact);
	return status;
}

static const struct cli_option add_options[] = {
#include "cli/contact_option_rows.h"
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
	{ 0 },
};

const struct cli_command cli_add = {
	.name = "add",
	.also = (const struct cli_alias[]){ { "add-contact" }, { 0 } },
	.usage = N_("NAME [--email E]... [--phone P]... [--circle C] [--every DAYS] [--tag T]..."
		    " [--met TEXT] [--pronouns TEXT] [--gender WORD] [--via NAME]"
		    " [--relation KIND=NAME]..."
		    " [--set FIELD=TEXT]..."),
	.help = N_("add a contact"),
	.options = add_options,
	.example = N_("filo add \"Ana Reed\" --email ana@example.org --circle Friends --tag choir"),
	.run = add_run,
};
