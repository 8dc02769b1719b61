/* filo add: a contact from the command line.
 * Not here: editing one (the screen's form). */
#include "cli/cli.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/store/contacts.h"

#include <stdlib.h>
#include <string.h>

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

static bool has_namesake(const struct cli *cli, const char *name)
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

static bool set_via(const struct cli *cli, struct contact *contact, const char *name, int *status)
{
	struct relation relation = { .kind = RELATION_INTRODUCED_BY };

	if (!cli_person(cli, name, &relation.other, status))
		return false;
	vector_push(&contact->relations, &relation);
	return true;
}

static bool set_met(const struct cli *cli, struct contact *contact, const char *text)
{
	free(contact->met);
	contact->met = NULL;
	return cli_text(cli, text, _("How you met"), &contact->met);
}

static bool set_tag(const struct cli *cli, struct contact *contact, const char *argument)
{
	char *tag;

	if (!cli_text(cli, argument, _("The tag"), &tag))
		return false;
	contact_add_tag(contact, tag);
	free(tag);
	return true;
}

static bool take(const struct cli *cli, int option, struct contact *contact, int *status)
{
	switch (option) {
	case 'e':
		return add_channel(cli, contact, CHANNEL_EMAIL, optarg);
	case 'p':
		return add_channel(cli, contact, CHANNEL_PHONE, optarg);
	case 'c':
		return cli_circle(cli, optarg, &contact->circle);
	case 'n':
		return cli_number(
			cli, optarg, CADENCE_MIN_DAYS, CADENCE_MAX_DAYS, &contact->cadence_days);
	case 't':
		return set_tag(cli, contact, optarg);
	case 'm':
		return set_met(cli, contact, optarg);
	case 'v':
		return set_via(cli, contact, optarg, status);
	default:
		return false;
	}
}

static int add(struct cli *cli, int argc, char **argv, struct contact *contact)
{
	static const struct option names[] = { { "email", required_argument, NULL, 'e' },
		{ "phone", required_argument, NULL, 'p' },
		{ "circle", required_argument, NULL, 'c' },
		{ "every", required_argument, NULL, 'n' }, { "tag", required_argument, NULL, 't' },
		{ "met", required_argument, NULL, 'm' }, { "via", required_argument, NULL, 'v' },
		{ NULL, 0, NULL, 0 } };
	struct error err;
	int option, status = 2;

	while ((option = cli_option(cli, argc, argv, "", names)) != -1) {
		if (!take(cli, option, contact, &status))
			return status;
	}
	if (!cli_words(cli, argc, argv, _("The name"), &contact->name))
		return 2;
	bool is_second = has_namesake(cli, contact->name);
	if (contact_add(cli->store, contact, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	cli_say(_("Added %s."), contact->name);
	if (is_second)
		cli_say("%s", _("Somebody was called so already: if they are one person, make them "
				"one on the screen with m."));
	return cli_finish(cli);
}

int cli_add(struct cli *cli, int argc, char **argv)
{
	struct contact contact;

	contact_init(&contact);
	int status = add(cli, argc, argv, &contact);
	contact_fini(&contact);
	return status;
}
