/* Reading the fields of a contact from options.
 * Not here: what becomes of the contact (add.c, edit.c). */
#include "cli/contact_options.h"

#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/channel_uri.h"
#include "filo/people/words/cadence.h"

#include <stdlib.h>
#include <string.h>

static bool set_via(const struct cli *cli, struct contact *contact, const char *name, int *status)
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

static bool set_field_text(
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
static bool add_to_field(
	const struct cli *cli, struct contact *contact, enum contact_field field, const char *value)
{
	const struct contact_field_row *row = contact_field(field);
	char *text;

	if (!cli_text(cli, value, contact_field_label(field), &text))
		return false;
	bool is_possible =
		row->type == TYPE_TAGS || channel_is_possible((enum channel_kind)row->kind, text);
	if (!is_possible)
		cli_usage(cli, _("\"%.60s\" is no e-mail address: ana@example.org is one"), text);
	else if (row->type == TYPE_TAGS)
		contact_add_tag(contact, text);
	else
		contact_add_channel(contact, (enum channel_kind)row->kind, text, NULL, false);
	free(text);
	return is_possible;
}

/* "30", "2w", "3 weeks"; none, or 0, for no wish. */
static bool set_wish(const struct cli *cli, struct contact *contact, const char *value)
{
	struct error err;

	contact->cadence_days = 0;
	if (!strcmp(value, "none") || !strcmp(value, "0"))
		return true;
	if (cadence_parse(value, &contact->cadence_days, &err) == STATUS_OK &&
		contact->cadence_days)
		return true;
	if (text_is_blank(value))
		error_set(&err, STATUS_INVALID,
			_("\"%s\" is not an interval: try 30, 3 weeks or 2m"), value);
	cli_usage(cli, "%s", err.message);
	return false;
}

bool cli_contact_read(const struct cli *cli, enum contact_field field, const char *value,
	struct contact *contact, int *status)
{
	*status = 2;
	switch (contact_field(field)->type) {
	case TYPE_TEXT:
		return set_field_text(cli, contact, field, value);
	case TYPE_CIRCLE:
		return cli_circle_named(cli, value, &contact->circle);
	case TYPE_CADENCE:
		return set_wish(cli, contact, value);
	case TYPE_RELATION:
		return set_via(cli, contact, value, status);
	default:
		return add_to_field(cli, contact, field, value);
	}
}
