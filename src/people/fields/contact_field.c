/* The table of everything a contact is made of.
 * Not here: what is done with a field (whoever reads the table). */
#include "filo/people/contact_field.h"

#include "filo/base/ascii.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stddef.h>
#include <stdlib.h>
#include <string.h>

/* clang-format off */
#define TEXT(member)    .type = TYPE_TEXT, .key = #member, .column = #member, \
			.offset = offsetof(struct contact, member)
#define NAME_PART(member, called) TEXT(member), .vcard = "N", .name_part = (called), \
			.is_searched = true
#define CHANNEL(which)  .type = TYPE_CHANNEL, .kind = (which)
#define YEARLY(which)   .type = TYPE_YEARLY, .kind = (which)
#define FACT(name)      .label = (name), .is_fact = true
/* clang-format on */

/* As RFC 9554 has them. */
static const char *const genders[] = { N_("not known"), N_("animate"), N_("common"), N_("feminine"),
	N_("inanimate"), N_("masculine"), N_("neuter"), NULL };

static const struct contact_field_row rows[CONTACT_FIELDS] = {
	[CONTACT_UID] = { TEXT(uid), .vcard = "UID", .headers = { "uid" } },
	[CONTACT_NAME] = { TEXT(name), .label = N_("Name"), .hint = N_("as you would say it"),
		.vcard = "FN",
		.headers = { "name", "full name", "display name", "nome completo",
			"nome e cognome" },
		.max_bytes = 1000, .is_searched = true, .join = JOIN_SIDE },
	[CONTACT_FAMILY] = { NAME_PART(family, N_("Family name")),
		.headers = { "family name", "last", "last name", "family", "surname", "cognome" } },
	[CONTACT_GIVEN] = { NAME_PART(given, N_("Given name")),
		.headers = { "given name", "first", "first name", "given", "nome" } },
	[CONTACT_ADDITIONAL] = { NAME_PART(additional, N_("Middle name")),
		.headers = { "additional name", "middle name" } },
	[CONTACT_PREFIX] = { NAME_PART(prefix, N_("Name prefix")),
		.headers = { "name prefix", "prefix" } },
	[CONTACT_SUFFIX] = { NAME_PART(suffix, N_("Name suffix")),
		.headers = { "name suffix", "suffix" } },
	[CONTACT_NICKNAME] = { TEXT(nickname), FACT(N_("Nickname")), .hint = N_("found by it too"),
		.vcard = "NICKNAME", .headers = { "nickname", "soprannome" }, .is_searched = true,
		.join = JOIN_SIDE },
	[CONTACT_PRONOUNS] = { TEXT(pronouns), FACT(N_("Pronouns")),
		.hint = N_("she/her, they/them"), .vcard = "PRONOUNS", .vcard_3 = "X-PRONOUNS",
		.headers = { "pronouns", "pronomi" }, .max_bytes = 200, .is_searched = true,
		.join = JOIN_SIDE },
	[CONTACT_GRAMMATICAL_GENDER] = { TEXT(grammatical_gender), FACT(N_("Spoken of as")),
		.vcard = "GRAMGENDER", .vcard_3 = "X-GRAMGENDER",
		.headers = { "grammatical gender", "genere grammaticale" }, .join = JOIN_SIDE,
		.choices = genders },
	[CONTACT_ORGANIZATION] = { TEXT(organization), FACT(N_("Organisation")), .vcard = "ORG",
		.headers = { "organization", "organisation", "organization name",
			"organization 1 - name", "company", "azienda" },
		.is_searched = true, .join = JOIN_SIDE },
	[CONTACT_TITLE] = { TEXT(title), FACT(N_("Job title")), .vcard = "TITLE",
		.headers = { "job title", "organization title", "organization 1 - title",
			"position", "role", "ruolo" },
		.is_searched = true, .join = JOIN_SIDE },
	[CONTACT_CIRCLE] = { FACT(N_("Circle")), .hint = N_("how close"), .type = TYPE_CIRCLE,
		.key = "circle", .column = "circle", .offset = offsetof(struct contact, circle),
		.vcard = "X-FILO-CIRCLE", .headers = { "circle" }, .join = JOIN_SIDE },
	[CONTACT_CADENCE] = { FACT(N_("In touch")),
		.hint = N_("30, 3 weeks, 2m; empty: as the circle"), .type = TYPE_CADENCE,
		.key = "cadence", .column = "cadence_days",
		.offset = offsetof(struct contact, cadence_days), .vcard = "X-FILO-CADENCE",
		.headers = { "cadence" }, .join = JOIN_SIDE },
	[CONTACT_EMAIL] = { CHANNEL(CHANNEL_EMAIL), FACT(N_("E-mail")), .key = "email",
		.hint = N_("ana@example.org (work); several with commas"), .vcard = "EMAIL",
		.headers = { "email", "e-mail", "mail", "email address", "e-mail address",
			"e-mail 2 address", "e-mail 3 address" } },
	[CONTACT_PHONE] = { CHANNEL(CHANNEL_PHONE), FACT(N_("Phone")), .key = "phone",
		.vcard = "TEL",
		.headers = { "phone", "phone number", "telephone", "tel", "telefono",
			"primary phone" } },
	[CONTACT_MESSENGER] = { CHANNEL(CHANNEL_MESSENGER), FACT(N_("Messenger")),
		.key = "messenger", .hint = N_("xmpp:ana@example.org"), .vcard = "IMPP",
		.headers = { "messenger" } },
	[CONTACT_PROFILE] = { CHANNEL(CHANNEL_PROFILE), FACT(N_("Profile")), .key = "profile",
		.hint = N_("@ana@example.social (Mastodon)"), .vcard = "X-SOCIALPROFILE",
		.headers = { "profile", "profile url" } },
	[CONTACT_WEBSITE] = { CHANNEL(CHANNEL_WEBSITE), FACT(N_("Website")), .key = "website",
		.vcard = "URL", .headers = { "website", "web page", "web site" } },
	[CONTACT_ADDRESS] = { CHANNEL(CHANNEL_ADDRESS), FACT(N_("Address")), .key = "address",
		.hint = N_("a blank line between several"), .vcard = "ADR",
		.headers = { "address", "indirizzo" }, .is_multiline = true },
	[CONTACT_BIRTHDAY] = { YEARLY(YEARLY_BIRTHDAY), FACT(N_("Birthday")), .key = "birthday",
		.hint = N_("12 May 1984, 12 May, only May; with ! it is always told"),
		.vcard = "BDAY",
		.headers = { "birthday", "birth date", "date of birth", "compleanno",
			"data di nascita" },
		.join = JOIN_SIDE },
	[CONTACT_ANNIVERSARY] = { YEARLY(YEARLY_ANNIVERSARY), FACT(N_("Anniversary")),
		.key = "anniversary", .vcard = "ANNIVERSARY", .vcard_3 = "X-ANNIVERSARY",
		.headers = { "anniversary" } },
	[CONTACT_OTHER_DAYS] = { YEARLY(YEARLY_OTHER), FACT(N_("Other days")), .key = "days",
		.hint = N_("name day: 24 June, moved here: May 2019"), .vcard = "X-ABDATE" },
	[CONTACT_DEATH] = { YEARLY(YEARLY_DEATH), FACT(N_("In memory")), .key = "death",
		.hint = N_("3 May 2019, 2019, only yes; of who has died"), .vcard = "DEATHDATE",
		.vcard_3 = "X-DEATHDATE", .headers = { "death date", "died" }, .join = JOIN_SIDE },
	[CONTACT_MET] = { TEXT(met), FACT(N_("How you met")),
		.hint = N_("at the choir; through a friend"), .vcard = "X-FILO-MET",
		.headers = { "met" }, .is_searched = true, .join = JOIN_BOTH },
	[CONTACT_MET_ON] = { FACT(N_("Met on")), .type = TYPE_DAY, .key = "met_on",
		.column = "met_on", .offset = offsetof(struct contact, met_on),
		.vcard = "X-FILO-MET-ON", .headers = { "met on" }, .join = JOIN_SIDE },
	[CONTACT_ADDED_ON] = { .type = TYPE_DAY,
		.key = "added_on",
		.column = "added_on",
		.offset = offsetof(struct contact, added_on) },
	[CONTACT_WISH_SET_ON] = { .type = TYPE_DAY,
		.key = "wish_set_on",
		.column = "wish_set_on",
		.offset = offsetof(struct contact, wish_set_on) },
	[CONTACT_INTRODUCED] = { FACT(N_("Introduced by")), .type = TYPE_RELATION,
		.kind = RELATION_INTRODUCED_BY, .key = "introduced", .vcard = "RELATED" },
	[CONTACT_TAGS] = { FACT(N_("Tags")), .type = TYPE_TAGS, .key = "tags",
		.hint = N_("sailing, choir"), .vcard = "CATEGORIES",
		.headers = { "tags", "tag", "labels", "categories", "group membership",
			"groups" } },
	[CONTACT_NOTE] = { TEXT(note), FACT(N_("Note")),
		.hint = N_("what you want to remember of them"), .vcard = "NOTE",
		.headers = { "note", "notes" }, .is_searched = true, .is_multiline = true,
		.join = JOIN_BOTH },
	[CONTACT_REVISION] = { TEXT(revision), .vcard = "REV" },
};

const struct contact_field_row *contact_field(enum contact_field field)
{
	return &rows[field];
}

const char *contact_field_label(enum contact_field field)
{
	const char *label = rows[field].label ? rows[field].label : rows[field].name_part;

	return label ? _(label) : rows[field].key;
}

static void *contact_field_at(const struct contact *contact, enum contact_field field)
{
	return (char *)contact + rows[field].offset;
}

char **contact_field_text(const struct contact *contact, enum contact_field field)
{
	return rows[field].type == TYPE_TEXT ? contact_field_at(contact, field) : NULL;
}

/* The place of a word among the choices, 0 being nothing; -1: it is none of them. */
static int choice_of(const char *const *choices, const char *word)
{
	for (int i = 0; choices[i]; i++)
		if (ascii_equal(choices[i], word) || ascii_equal(_(choices[i]), word))
			return i;
	return *word ? -1 : 0;
}

bool contact_field_read(struct contact *contact, enum contact_field field, const char *text)
{
	const char *const *choices = rows[field].choices;
	char *trimmed = text_trim(text);
	int choice = choices ? choice_of(choices, trimmed) : 0;

	if (choice > 0)
		memory_replace_string(&trimmed, choices[choice]);
	if (choice >= 0)
		memory_replace_string(contact_field_text(contact, field),
			!*trimmed || (choices && !choice) ? NULL : trimmed);
	free(trimmed);
	return choice >= 0;
}

size_t contact_field_choice(const struct contact *contact, enum contact_field field)
{
	const char *word = *contact_field_text(contact, field);
	int choice = word ? choice_of(rows[field].choices, word) : 0;

	return choice > 0 ? (size_t)choice : 0;
}

const char *contact_field_shown(const struct contact *contact, enum contact_field field)
{
	const char *text = *contact_field_text(contact, field);
	size_t choice = rows[field].choices ? contact_field_choice(contact, field) : 0;

	return choice ? _(rows[field].choices[choice]) : text ? text : "";
}

day_number *contact_field_day(const struct contact *contact, enum contact_field field)
{
	return rows[field].type == TYPE_DAY ? contact_field_at(contact, field) : NULL;
}

static bool has_channel(const struct contact *contact, int kind)
{
	return contact_channel(contact, (enum channel_kind)kind);
}

static bool contact_field_has_date(const struct contact *contact, int kind)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates)
		if ((int)date->kind == kind)
			return true;
	return false;
}

static bool contact_field_has_relation(const struct contact *contact, int kind)
{
	const struct relation *relation;

	VECTOR_EACH (relation, &contact->relations)
		if ((int)relation->kind == kind)
			return true;
	return false;
}

bool contact_field_says(const struct contact *contact, enum contact_field field)
{
	switch (rows[field].type) {
	case TYPE_TEXT:
		return !text_is_blank(*contact_field_text(contact, field));
	case TYPE_DAY:
		return *(const day_number *)contact_field_at(contact, field) != DAY_NONE;
	case TYPE_CADENCE:
		return *(const int *)contact_field_at(contact, field) != 0;
	case TYPE_CIRCLE:
		return *(const circle_id *)contact_field_at(contact, field) != 0;
	case TYPE_CHANNEL:
		return has_channel(contact, rows[field].kind);
	case TYPE_YEARLY:
		return contact_field_has_date(contact, rows[field].kind);
	case TYPE_RELATION:
		return contact_field_has_relation(contact, rows[field].kind);
	case TYPE_TAGS:
		return contact->tags.count > 0;
	}
	return false;
}

static size_t size_of(enum contact_field_type type)
{
	return type == TYPE_DAY       ? sizeof(day_number)
	       : type == TYPE_CADENCE ? sizeof(int)
				      : sizeof(circle_id);
}

bool contact_field_is_same(
	const struct contact *a, const struct contact *b, enum contact_field field)
{
	if (rows[field].type != TYPE_TEXT)
		return !memcmp(contact_field_at(a, field), contact_field_at(b, field),
			size_of(rows[field].type));
	const char *one = *contact_field_text(a, field), *other = *contact_field_text(b, field);
	return one == other || (one && other && !strcmp(one, other));
}

void contact_field_set(struct contact *to, const struct contact *from, enum contact_field field)
{
	if (rows[field].type == TYPE_TEXT)
		memory_replace_string(
			contact_field_text(to, field), *contact_field_text(from, field));
	else if (rows[field].column)
		memcpy(contact_field_at(to, field), contact_field_at(from, field),
			size_of(rows[field].type));
}

enum contact_field contact_field_of_channel(enum channel_kind kind)
{
	return (enum contact_field)(CONTACT_EMAIL + (int)kind);
}

enum contact_field contact_field_of_yearly(enum yearly_kind kind)
{
	return (enum contact_field)(CONTACT_BIRTHDAY + (int)kind);
}

enum contact_field contact_field_of_header(const char *header)
{
	CONTACT_FIELD_EACH (field)
		for (size_t i = 0; i < CONTACT_FIELD_HEADERS && rows[field].headers[i]; i++)
			if (!strcmp(rows[field].headers[i], header))
				return field;
	return CONTACT_FIELDS;
}

enum contact_field contact_field_of_property(const char *property)
{
	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = &rows[field];
		if (row->type == TYPE_TEXT && !row->name_part &&
			(!strcmp(row->vcard, property) ||
				(row->vcard_3 && !strcmp(row->vcard_3, property))))
			return field;
	}
	return CONTACT_FIELDS;
}
