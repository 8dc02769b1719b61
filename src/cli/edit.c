/* filo edit, merge, two-people: changing who is there.
 * Not here: the fields as options (contact_options.c), circles (circle.c), tags (tag.c). */
#include "cli/contact_options.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/contact_join.h"
#include "filo/people/sameness.h"
#include "filo/people/words/contact_facts.h"
#include "filo/people/words/contact_remove.h"
#include "filo/store/circles.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

enum { REMOVE = CONTACT_OPTIONS_END };

/* ---- edit ---- */

/* An address, number, tag, date or somebody related to them, by what it says. */
static bool edit_remove(
	const struct cli *cli, const char *value, struct contact *contact, int *status)
{
	struct strbuf names = STRBUF_INIT;
	struct error err;
	size_t count = contact_remove_called(contact, value, &names);
	char *called = cli_called(cli, contact->id, NULL); /* not as they are to be called */

	if (count > 1)
		error_set(&err, STATUS_AMBIGUOUS,
			_("\"%s\" could be: %s. Write it as it stands there"),
			text_brief(value).text, text_brief(names.data).text);
	else if (!count)
		error_set(&err, STATUS_NOT_FOUND,
			_("%s has no address, number, date, tag or relation \"%s\""), called,
			text_brief(value).text);
	if (count != 1)
		*status = cli_fail(cli, &err);
	free(called);
	strbuf_fini(&names);
	return count == 1;
}

/* Just so: another spelling may take the place of one. */
static bool edit_is_given(const struct contact *given, const char *value)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &given->channels)
		if (!strcmp(channel->value, value))
			return true;
	return contact_has_tag(given, value);
}

/* `given`: what other options give. */
static bool edit_read(struct cli *cli, int option, struct contact *contact,
	const struct contact *given, int *status)
{
	if (option != REMOVE)
		return cli_contact_option(cli, option, contact, status);
	*status = 2;
	if (!edit_is_given(given, optarg))
		return edit_remove(cli, optarg, contact, status);
	cli_contact_refuse_both(cli, optarg);
	return false;
}

static int edit_named(
	struct cli *cli, const char *name, int argc, char **argv, const struct contact *given)
{
	struct contact contact;
	int option, status, count = 0;

	if (!cli_contact_load(cli, name, &contact, &status))
		return status;
	optind = 0;
	char *before = memory_copy_string(contact.name);
	bool is_read = true;
	while (is_read && (option = cli_option(cli, argc, argv)) != -1) {
		is_read = edit_read(cli, option, &contact, given, &status);
		count++;
	}
	if (is_read)
		status = count ? cli_contact_save(cli, &contact)
			       : cli_usage(cli, _("say what to change; see filo %s --help"),
					 cli->command->name);
	if (is_read && !status && strcmp(before, contact.name) != 0)
		cli_contact_note_namesake(cli, &contact);
	free(before);
	contact_fini(&contact);
	return status;
}

/* The name is an operand, which may stand behind the options that change what it names: so the
 * options are gone through twice. */
static int edit_run(struct cli *cli, int argc, char **argv)
{
	struct contact given;
	int status = 2;

	contact_init(&given);
	if (cli_contact_options_agree(cli, argc, argv, &given) && cli_has_operands(cli, argc, 1, 1))
		status = edit_named(cli, argv[optind], argc, argv, &given);
	contact_fini(&given);
	return status;
}

static const struct cli_option edit_options[] = {
	{ CONTACT_OPTION(CONTACT_NAME), "name", N_("NAME"), N_("another name") },
#include "cli/contact_option_rows.h"
	{ REMOVE, "remove", N_("VALUE"),
		N_("take away this address, number, date, tag or relation"), .times = CLI_SEVERAL },
	{ CLI_JSON, "json", NULL, N_("print what was done as JSON") },
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
	.example = N_("filo edit ana --phone \"+39 333 1234567\" --set birthday=12/10"),
	.run = edit_run,
};

/* ---- merge, two-people ---- */

/* Both, and what they are called before anything is done. */
struct merging {
	struct contact first, second;
	char *first_called, *second_called;
};
typedef int merge_action(struct cli *cli, const struct merging *pair);

/* What there is one of, and both had: that of the second, whose own it was. */
static enum status merge_tell_left(const struct cli *cli, const struct contact *second,
	const struct contact *joined, struct error *err)
{
	struct vector facts = VECTOR_INIT(struct contact_fact);
	struct strbuf said = STRBUF_INIT;
	const struct contact_fact *fact;
	struct contact left;
	struct circle circle;

	contact_join_left(&left, second, joined);
	enum status status = circle_load(cli->store, left.circle, &circle, err);
	if (left.name)
		strbuf_add_format(&said, "%s %s", contact_field_label(CONTACT_NAME), left.name);
	contact_facts_collect(&facts, &left, circle.name, store_today(cli->store));
	VECTOR_EACH (fact, &facts) {
		strbuf_add_item(&said, "; ", fact->label);
		strbuf_add_format(&said, " %s", text_brief(fact->text).text);
	}
	if (said.len)
		cli_say(_("Not taken over: %s."), said.data);
	contact_facts_fini(&facts);
	contact_fini(&left);
	circle_fini(&circle);
	strbuf_fini(&said);
	return status;
}

/* As the screen proposes it. */
static int merge_two(struct cli *cli, const struct merging *pair)
{
	const struct contact *first = &pair->first, *second = &pair->second;
	enum contact_join_side sides[CONTACT_FIELDS];
	struct contact joined;
	struct error err;

	CONTACT_FIELD_EACH (field)
		sides[field] = contact_join_proposed(field, first, second);
	contact_join(&joined, first, second, sides);
	enum status status = contact_merge(cli->store, &joined, second->id, &err);
	char *called = cli_called(cli, joined.id, joined.name);
	if (status == STATUS_OK)
		cli_say(_("%s and %s are one now: %s. filo undo parts them."), pair->first_called,
			pair->second_called, called);
	if (status == STATUS_OK)
		status = merge_tell_left(cli, second, &joined, &err);
	free(called);
	contact_fini(&joined);
	return status == STATUS_OK ? cli_finish(cli) : cli_fail(cli, &err);
}

static int merge_say_two(struct cli *cli, const struct merging *pair)
{
	struct error err;

	if (contacts_are_two(&pair->first, &pair->second))
		return cli_usage(cli, _("%s and %s are two people already"), pair->first_called,
			pair->second_called);
	if (contact_tell_two(cli->store, pair->first.id, pair->second.id, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("%s and %s are two people: they are not proposed again. filo undo takes it "
		  "back."),
		pair->first_called, pair->second_called);
	return cli_finish(cli);
}

static int merge_called(struct cli *cli, struct merging *pair, merge_action *act)
{
	pair->first_called = cli_called(cli, pair->first.id, pair->first.name);
	pair->second_called = cli_called(cli, pair->second.id, pair->second.name);
	int status = pair->first.id == pair->second.id
			     ? cli_usage(cli, _("both names mean %s"), pair->first_called)
			     : act(cli, pair);

	free(pair->first_called);
	free(pair->second_called);
	return status;
}

static int merge_run_pair(struct cli *cli, int argc, char **argv, merge_action *act)
{
	struct merging pair;
	int status;

	if (cli_option(cli, argc, argv) != -1 || !cli_has_operands(cli, argc, 2, 2))
		return 2;
	if (!cli_contact_load(cli, argv[optind], &pair.first, &status))
		return status;
	if (cli_contact_load(cli, argv[optind + 1], &pair.second, &status)) {
		status = merge_called(cli, &pair, act);
		contact_fini(&pair.second);
	}
	contact_fini(&pair.first);
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
	.also = (const struct cli_alias[]){ { "make-one" }, { 0 } },
	.usage = N_("NAME NAME"),
	.help = N_("make two contacts one; where they differ, the first holds"),
	.options = cli_json_done,
	.example = N_("filo merge \"ana reed\" \"a. reed\""),
	.run = merge_run,
};

const struct cli_command cli_two_people = {
	.name = "two-people",
	.also = (const struct cli_alias[]){ { "never-propose" }, { 0 } },
	.usage = N_("NAME NAME"),
	.help = N_("these are two people: never propose them again"),
	.options = cli_json_done,
	.example = N_("filo two-people \"ana reed\" \"ann reed\""),
	.run = two_people_run,
};
