/* filo edit, merge, two-people: changing who is there.
 * Not here: the fields as options (contact_options.c), circles (circle.c), tags (tag.c). */
#include "cli/contact_options.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/people/contact_join.h"
#include "filo/people/sameness.h"
#include "filo/people/words/typed_fields.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

enum { NAME = CONTACT_OPTIONS_END, REMOVE };

/* ---- edit ---- */

/* Whatever relates them to who is called so. */
static bool edit_unrelate(struct contact *contact, const char *name)
{
	bool is_found = false;

	for (size_t i = contact->relations.count; i-- > 0;) {
		struct relation *relation = vector_at(&contact->relations, i);
		if (!relation->name || strcmp(relation_person(relation), name) != 0)
			continue;
		contact_remove_relation(contact, relation);
		is_found = true;
	}
	return is_found;
}

/* An address, number, tag, date or somebody related to them, by what it says. */
static bool edit_remove(const struct cli *cli, const char *value, struct contact *contact)
{
	if (contact_remove_channel(contact, value) || contact_remove_tag(contact, value) ||
		contact_remove_date(contact, value) || edit_unrelate(contact, value))
		return true;
	cli_usage(cli, _("%s has no address, number, date, tag or relation \"%.60s\""),
		contact->name, value);
	return false;
}

static bool edit_read(struct cli *cli, int option, struct contact *contact, int *status)
{
	*status = 2;
	switch (option) {
	case '?':
		return false;
	case NAME:
		return cli_contact_read(cli, CONTACT_NAME, optarg, contact, status);
	case REMOVE:
		return edit_remove(cli, optarg, contact);
	default:
		return cli_contact_option(cli, option, contact, status);
	}
}

/* The name is an operand, which may stand behind the options that change what it names: so the
 * options are gone through twice. */
static const char *operand_of(const struct cli *cli, int argc, char **argv)
{
	while (cli_option(cli, argc, argv) != -1)
		;
	return cli_has_operands(cli, argc, 1, 1) ? argv[optind] : NULL;
}

static int edit_run(struct cli *cli, int argc, char **argv)
{
	struct contact contact;
	const char *name = operand_of(cli, argc, argv);
	int option, status = 2, count = 0;

	if (!name || !cli_contact_load(cli, name, &contact, &status))
		return status;
	optind = 0;
	bool is_read = true;
	while (is_read && (option = cli_option(cli, argc, argv)) != -1) {
		is_read = edit_read(cli, option, &contact, &status);
		count++;
	}
	if (is_read)
		status = count ? cli_contact_save(cli, &contact)
			       : cli_usage(cli, _("say what to change; see filo %s --help"),
					 cli->command->name);
	contact_fini(&contact);
	return status;
}

static const struct cli_option edit_options[] = {
	{ NAME, "name", N_("NAME"), N_("another name") },
#include "cli/contact_option_rows.h"
	{ REMOVE, "remove", N_("VALUE"),
		N_("take away this address, number, date, tag or relation") },
	{ 0 },
};

const struct cli_command cli_edit = {
	.name = "edit",
	.usage = N_("NAME [--name NAME] [--email E]... [--phone P]... [--circle C] [--every DAYS]"
		    " [--tag T]... [--met TEXT] [--pronouns TEXT] [--gender WORD] [--via NAME]"
		    " [--relation KIND=NAME]..."
		    " [--set FIELD=TEXT]... [--remove VALUE]..."),
	.help = N_("change a contact"),
	.options = edit_options,
	.run = edit_run,
};

/* ---- merge, two-people ---- */

typedef int merge_action(
	struct cli *cli, const struct contact *first, const struct contact *second);

/* As the screen proposes it. */
static int merge_two(struct cli *cli, const struct contact *first, const struct contact *second)
{
	enum contact_join_side sides[CONTACT_FIELDS];
	struct contact joined;
	struct error err;

	CONTACT_FIELD_EACH (field)
		sides[field] = contact_join_proposed(field, first, second);
	contact_join(&joined, first, second, sides);
	enum status status = contact_merge(cli->store, &joined, second->id, &err);
	if (status == STATUS_OK)
		cli_say(_("%s and %s are one now: %s. filo undo parts them."), first->name,
			second->name, joined.name);
	contact_fini(&joined);
	return status == STATUS_OK ? cli_finish(cli) : cli_fail(cli, &err);
}

static int merge_say_two(struct cli *cli, const struct contact *first, const struct contact *second)
{
	struct error err;

	if (contacts_are_two(first, second))
		return cli_usage(
			cli, _("%s and %s are two people already"), first->name, second->name);
	if (contact_tell_two(cli->store, first->id, second->id, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("%s and %s are two people: they are not proposed again. filo undo takes it "
		  "back."),
		first->name, second->name);
	return cli_finish(cli);
}

static int merge_run_pair(struct cli *cli, int argc, char **argv, merge_action *act)
{
	struct contact first, second;
	int status;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 2, 2))
		return 2;
	if (!cli_contact_load(cli, argv[optind], &first, &status))
		return status;
	if (cli_contact_load(cli, argv[optind + 1], &second, &status)) {
		status = first.id == second.id ? cli_usage(cli, _("both names mean %s"), first.name)
					       : act(cli, &first, &second);
		contact_fini(&second);
	}
	contact_fini(&first);
	return status;
}

static int merge_run(struct cli *cli, int argc, char **argv)
{
	return merge_run_pair(cli, argc, argv, merge_two);
}

static int two_people_run(struct cli *cli, int argc, char **argv)
{
	return merge_run_pair(cli, argc, argv, merge_say_two);
}

const struct cli_command cli_merge = {
	.name = "merge",
	.usage = N_("NAME NAME"),
	.help = N_("make two contacts one; of what only one can be, the first has its say"),
	.run = merge_run,
};

const struct cli_command cli_two_people = {
	.name = "two-people",
	.usage = N_("NAME NAME"),
	.help = N_("these are two people: never propose them again"),
	.run = two_people_run,
};
