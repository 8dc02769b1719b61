/* Reading the fields of a contact from options.
 * Not here: what becomes of the contact (add.c, edit.c). */
#include "cli/contact_options.h"

#include "cli/options.h"
#include "cli/print.h"
#include "cli/values.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/channel_uri.h"
#include "filo/people/sameness.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/typed_fields.h"
#include "filo/store/change.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/store.h"

#include <stdlib.h>
#include <string.h>

const char *contact_option_gender(size_t at)
{
	/* The first stands for none. */
	const char *word = contact_field(CONTACT_GRAMMATICAL_GENDER)->choices[at + 1];

	return word ? _(word) : NULL;
}

const char *contact_option_relation(size_t at)
{
	return at < RELATION_KINDS ? spoken_label(&relation_kind_words[at]) : NULL;
}

/* As it is typed; only of a field with a label. */
static struct spoken word_of_field(enum contact_field field)
{
	return (struct spoken){ contact_field(field)->key, contact_field(field)->label };
}

const char *contact_option_field(size_t at)
{
	CONTACT_FIELD_EACH (field) {
		const struct spoken word = word_of_field(field);
		if (word.label && !at--)
			return spoken_label(&word);
	}
	return NULL;
}

static bool set_via(const struct cli *cli, struct contact *contact, const char *name, int *status)
{
	struct relation relation = { .kind = RELATION_INTRODUCED_BY };
	struct relation *present = contact_introduction(contact);

	if (!cli_person(cli, name, &relation.other, status))
		return false;
	if (present)
		contact_remove_relation(contact, present);
	vector_push(&contact->relations, &relation);
	return true;
}

static bool refuse_relation(const struct cli *cli, const char *typed)
{
	struct strbuf kinds = STRBUF_INIT;

	spoken_list(relation_kind_words, RELATION_KINDS, &kinds);
	cli_usage(cli, _("\"%s\" is no relation; write KIND=NAME, where KIND is one of: %s"),
		text_brief(typed).text, kinds.data);
	strbuf_fini(&kinds);
	return false;
}

/* "partner=Ben": one more of them, but of who introduced them there is one. */
static bool add_relation(
	const struct cli *cli, const char *typed, struct contact *contact, int *status)
{
	struct relation relation = { 0 };
	const char *mark = strchr(typed, '=');
	char *kind = memory_copy_bytes(typed, mark ? (size_t)(mark - typed) : 0);
	int which = spoken_find_begun(relation_kind_words, RELATION_KINDS, kind);

	free(kind);
	if (which < 0)
		return refuse_relation(cli, typed);
	relation.kind = (enum relation_kind)which;
	if (relation.kind == RELATION_INTRODUCED_BY)
		return set_via(cli, contact, mark + 1, status);
	if (!cli_person(cli, mark + 1, &relation.other, status))
		return false;
	if (!contact_has_relation(contact, &relation))
		vector_push(&contact->relations, &relation);
	return true;
}

/* What a sentence says of one text in a field; its label may be in the plural. */
static const char *one_of_field(enum contact_field field)
{
	return field == CONTACT_TAGS || field == CONTACT_OTHER_DAYS || field == CONTACT_PRONOUNS
		       ? _("The text")
		       : contact_field_label(field);
}

static bool set_field_text(
	const struct cli *cli, struct contact *contact, enum contact_field field, const char *value)
{
	struct error err;
	char *text;

	if (!cli_text(cli, value, one_of_field(field), &text))
		return false;
	enum status status = typed_field_read(contact, field, text, store_today(cli->store), &err);
	free(text);
	return cli_accept(cli, status, &err);
}

/* One more of what there may be several of, but one that is there. */
static bool add_to_field(
	const struct cli *cli, struct contact *contact, enum contact_field field, const char *value)
{
	const struct contact_field_row *row = contact_field(field);
	char *text;

	if (!cli_text(cli, value, one_of_field(field), &text))
		return false;
	const struct channel channel = { .kind = (enum channel_kind)row->kind, .value = text };
	struct error err;
	bool is_possible = cli_accept(cli,
		row->type == TYPE_TAGS ? tag_check(text, &err)
				       : channel_check(channel.kind, text, &err),
		&err);
	if (is_possible && row->type == TYPE_TAGS)
		contact_give_tag(contact, text);
	else if (is_possible && !contact_find_channel(contact, &channel))
		contact_add_channel(contact, channel.kind, text, NULL, false);
	free(text);
	return is_possible;
}

bool cli_contact_read(const struct cli *cli, enum contact_field field, const char *value,
	struct contact *contact, int *status)
{
	*status = 2;
	switch (contact_field(field)->type) {
	case TYPE_TEXT:
		return set_field_text(cli, contact, field, value);
	case TYPE_CIRCLE:
		return cli_circle_or_none(cli, value, &contact->circle);
	case TYPE_CADENCE:
		return cli_wish(cli, value, &contact->cadence_days);
	case TYPE_RELATION:
		return set_via(cli, contact, value, status);
	default:
		return add_to_field(cli, contact, field, value);
	}
}

static enum contact_field contact_options_field(const char *typed, size_t len)
{
	struct spoken words[CONTACT_FIELDS] = { { NULL, NULL } };
	char *key = memory_copy_bytes(typed, len);

	CONTACT_FIELD_EACH (field)
		if (contact_field(field)->label)
			words[field] = word_of_field(field);
	int found = spoken_find_begun(words, CONTACT_FIELDS, key);
	free(key);
	return found < 0 ? CONTACT_FIELDS : (enum contact_field)found;
}

static bool contact_options_refuse(const struct cli *cli, const char *typed)
{
	struct strbuf keys = STRBUF_INIT;
	const char *word;

	for (size_t i = 0; (word = contact_option_field(i)); i++)
		strbuf_add_item(&keys, ", ", word);
	cli_usage(cli, _("\"%s\" sets no field; write FIELD=TEXT, where FIELD is one of: %s"),
		text_brief(typed).text, keys.data);
	strbuf_fini(&keys);
	return false;
}

/* What there is one of. */
static bool contact_options_is_one(enum contact_field field)
{
	enum contact_field_type type = contact_field(field)->type;

	return type == TYPE_TEXT || type == TYPE_CADENCE || type == TYPE_CIRCLE ||
	       type == TYPE_RELATION;
}

/* What typed_field_read leaves to others. */
static void contact_options_clear(struct contact *contact, enum contact_field field)
{
	struct relation *introduction = contact_introduction(contact);

	if (contact_field(field)->type == TYPE_CIRCLE)
		contact->circle = 0;
	else if (contact_field(field)->type == TYPE_RELATION && introduction)
		contact_remove_relation(contact, introduction);
}

/* "address=Via Roma 1": the field says that and nothing else, as in the form of the screen; an
 * empty text takes away what is there. */
static bool contact_options_set(
	const struct cli *cli, const char *typed, struct contact *contact, int *status)
{
	const char *mark = strchr(typed, '=');
	enum contact_field field =
		mark ? contact_options_field(typed, (size_t)(mark - typed)) : CONTACT_FIELDS;
	struct error err;

	if (field == CONTACT_FIELDS)
		return contact_options_refuse(cli, typed);
	if (contact_options_is_one(field) && !text_is_blank(mark + 1))
		return cli_contact_read(cli, field, mark + 1, contact, status);
	contact_options_clear(contact, field);
	char *text = cli_mend(cli, mark + 1, strlen(mark + 1), contact_field_label(field));
	char *trimmed = text_trim(text);
	enum status read = typed_field_read(contact, field, trimmed, store_today(cli->store), &err);
	free(trimmed);
	free(text);
	return cli_accept(cli, read, &err);
}

bool cli_contact_option(const struct cli *cli, int option, struct contact *contact, int *status)
{
	*status = 2;
	if (option == CONTACT_OPTION_RELATION)
		return add_relation(cli, optarg, contact, status);
	return option == CONTACT_OPTION_SET
		       ? contact_options_set(cli, optarg, contact, status)
		       : cli_contact_read(cli, (enum contact_field)(option - CLI_LONG), optarg,
				 contact, status);
}

/* ---- Whether they agree ---- */

/* What options say of a field. */
struct said {
	const char *value; /* the first; NULL: nothing */
	const char *other; /* one that is not the same; NULL: there is none */
};

/* Lays it over what is given, as far as it can be read: that it cannot is told later. */
static void contact_options_note(const struct cli *cli, enum contact_field field, const char *value,
	bool is_set, struct contact *given)
{
	const struct contact_field_row *row = contact_field(field);

	if (contact_options_is_one(field))
		return;
	if (is_set)
		typed_field_read(given, field, value, store_today(cli->store), NULL);
	else if (row->type == TYPE_TAGS)
		contact_add_tag(given, value);
	else
		contact_add_channel(given, (enum channel_kind)row->kind, value, NULL, false);
}

/* The field an option is about, or CONTACT_FIELDS, and what it says of it in *value. */
static enum contact_field contact_options_about(int option, const char **value)
{
	const char *mark = strchr(optarg, '=');
	size_t len = mark ? (size_t)(mark - optarg) : 0;
	enum contact_field field = (enum contact_field)(option - CLI_LONG);

	*value = optarg;
	if (option < CONTACT_OPTION_SET)
		return field;
	if (!mark || option > CONTACT_OPTION_RELATION)
		return CONTACT_FIELDS;
	*value = mark + 1;
	if (option == CONTACT_OPTION_SET)
		return contact_options_field(optarg, len);
	char *kind = memory_copy_bytes(optarg, len);
	bool is_via = spoken_find_begun(relation_kind_words, RELATION_KINDS, kind) ==
		      RELATION_INTRODUCED_BY;
	free(kind);
	return is_via ? CONTACT_INTRODUCED : CONTACT_FIELDS;
}

bool cli_contact_options_agree(const struct cli *cli, int argc, char **argv, struct contact *given)
{
	struct said all[CONTACT_FIELDS] = { { .value = NULL } };
	const char *value;
	int option;

	while ((option = cli_option(cli, argc, argv)) != -1) {
		if (option == '?')
			return false;
		enum contact_field field = contact_options_about(option, &value);
		if (field == CONTACT_FIELDS)
			continue;
		struct said *said = &all[field];
		bool is_set = option == CONTACT_OPTION_SET;
		if (!said->value)
			said->value = value;
		if (strcmp(said->value, value) != 0)
			said->other = value;
		/* --set leaves nothing of what stands before it. */
		if (said->other && (is_set || contact_options_is_one(field)))
			return cli_is_single(
				cli, contact_field(field)->key, said->value, said->other);
		contact_options_note(cli, field, value, is_set, given);
	}
	return true;
}

int cli_contact_refuse_both(const struct cli *cli, const char *value)
{
	return cli_usage(
		cli, _("\"%s\" is given and taken away: do one of them"), text_brief(value).text);
}

bool cli_contact_load(const struct cli *cli, const char *name, struct contact *contact, int *status)
{
	contact_id id;
	struct error err;

	if (!cli_person(cli, name, &id, status))
		return false;
	if (contact_load(cli->store, id, contact, &err) == STATUS_OK)
		return true;
	*status = cli_fail(cli, &err);
	return false;
}

void cli_contact_note_namesake(const struct cli *cli, const struct contact *contact)
{
	if (contact_has_namesake(cli->store, contact->id, contact->name))
		cli_say("%s", _("There is already somebody of that name: if they are one person, "
				"filo merge makes them one."));
}

int cli_contact_save(const struct cli *cli, struct contact *contact)
{
	struct error err;

	if (contact_update(cli->store, contact, &err) != STATUS_OK)
		return cli_fail(cli, &err);
	char *called = cli_called(cli, contact->id, contact->name);
	cli_say(change_was_idle(cli->store) ? _("%s stays as before.") : _("%s is changed."),
		called);
	free(called);
	return cli_finish(cli);
}
