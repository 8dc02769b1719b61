/* filo add: a contact from the command line.
 * Not here: editing one (the screen's form). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_field.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

/* An option is a field of the contact. */
#define OPTION_OF(field) (CLI_LONG + (int)(field))

static bool add_has_namesake(const struct cli *cli, const char *name)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct strbuf added = STRBUF_INIT, there = STRBUF_INIT;
	struct contact_row *row;

	/* An equal name would come first. */
	contact_match(cli->store, name, 1, &rows, NULL);
	text_fold(&added, name);
	VECTOR_EACH (row, &rows) {
		text_fold(&there, row->name);
		contact_row_fini(row);
	}
	bool is_equal = rows.count && !strcmp(added.data, there.data);
	strbuf_fini(&added);
	strbuf_fini(&there);
	vector_fini(&rows);
	return is_equal;
}

static bool add_set_via(
	const struct cli *cli, struct contact *contact, const char *name, int *status)
{
	struct relation relation = { .kind = RELATION_INTRODUCED_BY };

	if (!cli_person(cli, name, &relation.other, status))
		return false;
	vector_push(&contact->relations, &relation);
	return true;
}

static void complain_of_choice(const struct cli *cli, enum contact_field field, const char *text)
{
	const char *const *choices = contact_field(field)->choices;
	struct strbuf words = STRBUF_INIT;

	for (size_t i = 1; choices[i]; i++)
		strbuf_add_item(&words, ", ", _(choices[i]));
	cli_usage(cli, _("\"%.60s\" is none of: %s"), text, words.data);
	strbuf_fini(&words);
}

static bool add_set_text(
	const struct cli *cli, struct contact *contact, enum contact_field field, const char *value)
{
	char *text;

	if (!cli_text(cli, value, contact_field_label(field), &text))
		return false;
	bool is_read = contact_field_read(contact, field, text);
	if (!is_read)
		complain_of_choice(cli, field, text);
	free(text);
	return is_read;
}

/* One more of what there may be several of. */
static bool add_to_list(
	const struct cli *cli, struct contact *contact, enum contact_field field, const char *value)
{
	const struct contact_field_row *row = contact_field(field);
	char *text;

	if (!cli_text(cli, value, contact_field_label(field), &text))
		return false;
	if (row->type == TYPE_TAGS)
		contact_add_tag(contact, text);
	else
		contact_add_channel(contact, (enum channel_kind)row->kind, text, NULL, false);
	free(text);
	return true;
}

static bool add_read_option(
	const struct cli *cli, enum contact_field field, struct contact *contact, int *status)
{
	switch (contact_field(field)->type) {
	case TYPE_TEXT:
		return add_set_text(cli, contact, field, optarg);
	case TYPE_CIRCLE:
		return cli_circle(cli, optarg, &contact->circle);
	case TYPE_CADENCE:
		return cli_number(
			cli, optarg, CADENCE_MIN_DAYS, CADENCE_MAX_DAYS, &contact->cadence_days);
	case TYPE_RELATION:
		return add_set_via(cli, contact, optarg, status);
	default:
		return add_to_list(cli, contact, field, optarg);
	}
}

static int add_contact(struct cli *cli, int argc, char **argv, struct contact *contact)
{
	struct error err;
	int option, status = 2;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?' || !add_read_option(cli, (enum contact_field)(option - CLI_LONG),
					     contact, &status))
			return status;
	}
	if (!cli_words(cli, argc, argv, _("The name"), &contact->name))
		return 2;
	bool is_second = add_has_namesake(cli, contact->name);
	contact->added_on = store_today(cli->store);
	if (contact_add(cli->store, contact, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("Added %s."), contact->name);
	if (is_second)
		cli_say("%s", _("There is already somebody of that name: if they are one person, "
				"merge them on the screen with m."));
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
	{ OPTION_OF(CONTACT_EMAIL), "email", N_("ADDRESS"),
		N_("an e-mail address; may be given several times") },
	{ OPTION_OF(CONTACT_PHONE), "phone", N_("NUMBER"),
		N_("a phone number; may be given several times") },
	{ OPTION_OF(CONTACT_CIRCLE), "circle", N_("CIRCLE"), N_("the circle they belong to") },
	{ OPTION_OF(CONTACT_CADENCE), "every", N_("DAYS"),
		N_("the wish to be in touch every so many days") },
	{ OPTION_OF(CONTACT_TAGS), "tag", N_("TAG"), N_("a tag; may be given several times") },
	{ OPTION_OF(CONTACT_MET), "met", N_("TEXT"), N_("how and where you met") },
	{ OPTION_OF(CONTACT_PRONOUNS), "pronouns", N_("TEXT"),
		N_("how they want to be spoken of") },
	{ OPTION_OF(CONTACT_GRAMMATICAL_GENDER), "gender", N_("WORD"),
		N_("the grammatical gender that sentences about them take") },
	{ OPTION_OF(CONTACT_INTRODUCED), "via", N_("NAME"), N_("who introduced you") },
	{ 0 },
};

const struct cli_command cli_add = {
	.name = "add",
	.usage = N_("NAME [--email E]... [--phone P]... [--circle C] [--every DAYS] [--tag T]..."
		    " [--met TEXT] [--pronouns TEXT] [--gender WORD] [--via NAME]"),
	.help = N_("add a contact"),
	.options = add_options,
	.run = add_run,
};
