/* filo edit, tag, merge, two-people: changing who is there.
 * Not here: the fields as options (contact_options.c), circles (circle.c). */
#include "cli/contact_options.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/json_write.h"
#include "filo/people/contact_join.h"
#include "filo/people/sameness.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/typed_fields.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

enum { NAME = CONTACT_OPTIONS_END, REMOVE };

/* ---- edit ---- */

/* An address, number, tag, date or who introduced them, by what it says. */
static bool edit_remove(const struct cli *cli, const char *value, struct contact *contact)
{
	struct relation *introduction = contact_introduction(contact);

	if (contact_remove_channel(contact, value) || contact_remove_tag(contact, value) ||
		contact_remove_date(contact, value))
		return true;
	if (introduction && introduction->name && !strcmp(relation_person(introduction), value)) {
		contact_remove_relation(contact, introduction);
		return true;
	}
	cli_usage(cli, _("%s has no address, number, date or tag \"%.60s\""), contact->name, value);
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
	{ REMOVE, "remove", N_("VALUE"), N_("take away this address, number, date or tag") },
	{ 0 },
};

const struct cli_command cli_edit = {
	.name = "edit",
	.usage = N_("NAME [--name NAME] [--email E]... [--phone P]... [--circle C] [--every DAYS]"
		    " [--tag T]... [--met TEXT] [--pronouns TEXT] [--gender WORD] [--via NAME]"
		    " [--set FIELD=TEXT]... [--remove VALUE]..."),
	.help = N_("change a contact"),
	.options = edit_options,
	.run = edit_run,
};

/* ---- tag ---- */

static int tag_print(const struct cli *cli, const struct contact *contact)
{
	char **tag;

	VECTOR_EACH (tag, &contact->tags) {
		cli_print(stdout, *tag);
		putchar('\n');
	}
	if (!contact->tags.count)
		cli_say_empty(_("No tags."));
	return cli_finish(cli);
}

static int tag_change(struct cli *cli, struct contact *contact, int argc, char **argv)
{
	int status = 2;
	bool is_changed = argc - optind > 1;

	for (int i = optind + 1; i < argc; i++)
		if (!cli_contact_read(cli, CONTACT_TAGS, argv[i], contact, &status))
			return status;
	optind = 0;
	while (cli_option(cli, argc, argv) != -1) {
		if (!contact_remove_tag(contact, optarg))
			return cli_usage(cli, _("%s has no tag \"%.60s\""), contact->name, optarg);
		is_changed = true;
	}
	return is_changed ? cli_contact_save(cli, contact) : tag_print(cli, contact);
}

static int tag_run(struct cli *cli, int argc, char **argv)
{
	struct contact contact;
	int option, status;

	while ((option = cli_option(cli, argc, argv)) != -1)
		if (option == '?')
			return 2;
	if (!cli_has_operands(cli, argc, 1, 64))
		return 2;
	if (!cli_contact_load(cli, argv[optind], &contact, &status))
		return status;
	status = tag_change(cli, &contact, argc, argv);
	contact_fini(&contact);
	return status;
}

static const struct cli_option tag_options[] = {
	{ REMOVE, "remove", N_("TAG"), N_("take away this tag; may be given several times") },
	{ 0 },
};

const struct cli_command cli_tag = {
	.name = "tag",
	.usage = N_("NAME [TAG]... [--remove TAG]..."),
	.help = N_("give a contact tags; alone: print them"),
	.options = tag_options,
	.run = tag_run,
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
