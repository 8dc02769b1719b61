/* filo add: a contact from the command line.
 * Not here: editing one (the screen's form). */
#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

enum { EMAIL = CLI_LONG, PHONE, CIRCLE, EVERY, TAG, MET, VIA };

static bool add_channel(
	const struct cli *cli, struct contact *contact, enum channel_kind kind, const char *value)
{
	char *text;

	if (!cli_text(cli, value, channel_kind_label(kind), &text))
		return false;
	contact_add_channel(contact, kind, text, NULL, false);
	free(text);
	return true;
}

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

static bool add_set_met(const struct cli *cli, struct contact *contact, const char *text)
{
	free(contact->met);
	contact->met = NULL;
	return cli_text(cli, text, _("How you met"), &contact->met);
}

static bool add_set_tag(const struct cli *cli, struct contact *contact, const char *argument)
{
	char *tag;

	if (!cli_text(cli, argument, _("The tag"), &tag))
		return false;
	contact_add_tag(contact, tag);
	free(tag);
	return true;
}

static bool add_take_option(const struct cli *cli, int option, struct contact *contact, int *status)
{
	switch (option) {
	case EMAIL:
		return add_channel(cli, contact, CHANNEL_EMAIL, optarg);
	case PHONE:
		return add_channel(cli, contact, CHANNEL_PHONE, optarg);
	case CIRCLE:
		return cli_circle(cli, optarg, &contact->circle);
	case EVERY:
		return cli_number(
			cli, optarg, CADENCE_MIN_DAYS, CADENCE_MAX_DAYS, &contact->cadence_days);
	case TAG:
		return add_set_tag(cli, contact, optarg);
	case MET:
		return add_set_met(cli, contact, optarg);
	case VIA:
		return add_set_via(cli, contact, optarg, status);
	default:
		return false;
	}
}

static int add_contact(struct cli *cli, int argc, char **argv, struct contact *contact)
{
	struct error err;
	int option, status = 2;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (!add_take_option(cli, option, contact, &status))
			return status;
	}
	if (!cli_words(cli, argc, argv, _("The name"), &contact->name))
		return 2;
	bool is_second = add_has_namesake(cli, contact->name);
	if (contact_add(cli->store, contact, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("Added %s."), contact->name);
	if (is_second)
		cli_say("%s", _("Somebody was called so already: if they are one person, make them "
				"one on the screen with m."));
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
	{ EMAIL, "email", N_("ADDRESS"), N_("an e-mail address; may be given several times") },
	{ PHONE, "phone", N_("NUMBER"), N_("a phone number; may be given several times") },
	{ CIRCLE, "circle", N_("CIRCLE"), N_("the circle they belong to") },
	{ EVERY, "every", N_("DAYS"), N_("the wish to be in touch every so many days") },
	{ TAG, "tag", N_("TAG"), N_("a tag; may be given several times") },
	{ MET, "met", N_("TEXT"), N_("how and where you met") },
	{ VIA, "via", N_("NAME"), N_("who introduced you") },
	{ 0 },
};

const struct cli_command cli_add = {
	.name = "add",
	.usage = N_("NAME [--email E]... [--phone P]... [--circle C] [--every DAYS] [--tag T]..."
		    " [--met TEXT] [--via NAME]"),
	.help = N_("add a contact"),
	.options = add_options,
	.run = add_run,
};
