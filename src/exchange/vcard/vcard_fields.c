/* Reading the properties that say who somebody is: names, notes, dates, tags; and the table of all
 * properties that are understood. Not here: the ways to reach somebody (vcard_channels.c). */
#include "exchange/vcard/vcard_fields.h"

#include "exchange/vcard/vcard_channels.h"
#include "exchange/vcard/vcard_date.h"
#include "exchange/vcard/vcard_property.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"

#include <stdlib.h>
#include <string.h>

#define PREF_NONE 101 /* after 100, the least that PREF can say */

static int preference_of(const struct vcard_property *property)
{
	const char *said = vcard_property_param(property, "PREF");
	int preference = said ? atoi(said) : 0;

	return preference > 0 && preference < PREF_NONE ? preference : PREF_NONE;
}

/* Whether the card prefers another line of the same property. */
static bool has_better(const struct taking *taking)
{
	const struct vcard_property *other;

	VECTOR_EACH (other, taking->all)
		if (other->name && !strcmp(other->name, taking->property->name) && *other->value &&
			preference_of(other) < preference_of(taking->property))
			return true;
	return false;
}

/* Sets a text field that holds one value; any other line for it is kept. So is what a line says
 * beyond the text: how it is preferred, and where it is used. */
static enum vcard_taken vcard_fields_read_field(struct taking *taking, enum contact_field field)
{
	struct contact *contact = &taking->record->contact;
	char **text = contact_field_text(contact, field);

	if (*text || text_is_blank(taking->text) || has_better(taking))
		return VCARD_UNKNOWN;
	if (!contact_field(field)->choices)
		*text = memory_copy_string(taking->text);
	else if (!contact_field_read(contact, field, taking->text) || !*text)
		return VCARD_UNKNOWN;
	return taking->is_preferred || taking->label ? VCARD_PARTLY : vcard_taken_if_plain(taking);
}

size_t vcard_fields_join_notes(const struct vector *all, struct strbuf *out)
{
	const struct vcard_property *other;
	size_t count = 0;

	VECTOR_EACH (other, all) {
		if (other->is_binary || !other->name || strcmp(other->name, "NOTE"))
			continue;
		char *text = vcard_text(other->value);
		if (!text_is_blank(text)) {
			strbuf_add_item(out, "\n\n", text);
			count++;
		}
		free(text);
	}
	return count;
}

/* Several notes of a card become one; each comes back as it was while that one stays. */
static enum vcard_taken read_note(struct taking *taking)
{
	struct contact *contact = &taking->record->contact;
	struct strbuf joined = STRBUF_INIT;

	if (text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	if (contact->note)
		return VCARD_PARTLY;
	size_t count = vcard_fields_join_notes(taking->all, &joined);
	contact->note = strbuf_take(&joined);
	return count > 1 || taking->is_preferred || taking->label ? VCARD_PARTLY
								  : vcard_taken_if_plain(taking);
}

static enum vcard_taken vcard_fields_read_name_parts(struct taking *taking)
{
	struct contact *contact = &taking->record->contact;
	const char *value = taking->property->value;
	bool is_whole = taking->is_plain;

	if (contact->family || contact->given)
		return VCARD_UNKNOWN;
	CONTACT_FIELD_EACH (field) {
		char **text = contact_field_text(contact, field);
		if (!contact_field(field)->name_part)
			continue;
		struct strbuf part = STRBUF_INIT;
		size_t len = vcard_part_length(value, ';');
		is_whole &= vcard_join_parts(&part, value, len, ',', " ") < 2;
		if (!text_is_blank(part.data) && !*text)
			*text = text_trim(part.data);
		strbuf_fini(&part);
		value += len;
		value += *value == ';';
	}
	return is_whole && !*value ? VCARD_WHOLLY : VCARD_PARTLY;
}

static enum vcard_taken read_nickname(struct taking *taking)
{
	char **field = &taking->record->contact.nickname;
	struct strbuf joined = STRBUF_INIT;

	if (*field || text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	vcard_join_parts(
		&joined, taking->property->value, strlen(taking->property->value), ',', ", ");
	*field = strbuf_take(&joined);
	return vcard_taken_if_plain(taking);
}

static enum vcard_taken read_organization(struct taking *taking)
{
	struct contact *contact = &taking->record->contact;
	struct strbuf joined = STRBUF_INIT;
	size_t count;

	if (contact->organization || text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	count = vcard_join_parts(
		&joined, taking->property->value, strlen(taking->property->value), ';', ", ");
	if (!count) {
		strbuf_fini(&joined);
		return VCARD_UNKNOWN;
	}
	contact->organization = strbuf_take(&joined);
	return count == 1 ? vcard_taken_if_plain(taking) : VCARD_PARTLY;
}

/* What Apple and Google let people write beside a date of their own. */
static enum yearly_kind kind_of_label(const char *label, enum yearly_kind kind)
{
	static const struct {
		const char *label;
		enum yearly_kind kind;
	} labels[] = { { "anniversary", YEARLY_ANNIVERSARY }, { "birthday", YEARLY_BIRTHDAY },
		{ "death", YEARLY_DEATH }, { "died", YEARLY_DEATH }, { "deceased", YEARLY_DEATH },
		{ "death date", YEARLY_DEATH }, { "date of death", YEARLY_DEATH },
		{ "morte", YEARLY_DEATH }, { "todestag", YEARLY_DEATH },
		{ "gestorben", YEARLY_DEATH }, { "d\u00e9c\u00e8s", YEARLY_DEATH },
		{ "fallecimiento", YEARLY_DEATH }, { "falecimento", YEARLY_DEATH },
		{ "overlijden", YEARLY_DEATH }, { "\u015bmier\u0107", YEARLY_DEATH } };

	for (size_t i = 0; label && i < sizeof labels / sizeof *labels; i++)
		if (ascii_equal(label, labels[i].label))
			return labels[i].kind;
	return kind;
}

static enum vcard_taken read_date(struct taking *taking)
{
	enum yearly_kind kind = *(const enum yearly_kind *)taking->data;
	const char *omitted = vcard_property_param(taking->property, "X-APPLE-OMIT-YEAR");
	struct civil_date date;
	const struct vector *dates = &taking->record->contact.dates;
	bool is_whole;

	if (!vcard_date_parse(taking->text, &date, &is_whole)) {
		if (kind != YEARLY_DEATH)
			return VCARD_UNKNOWN;
		date = (struct civil_date){ 0 }; /* "circa 1800": not when, but that it was */
		is_whole = !strcmp(taking->text, "yes");
	}
	bool is_none = record_is_no_date(date, false);
	/* As filo writes it too, for 3.0; another year that stands for none is kept. */
	if (omitted && atoi(omitted) == VCARD_NO_YEAR && !date.year) {
		is_whole = !strpbrk(taking->text, "Tt ");
	} else if (omitted && atoi(omitted) == date.year) {
		date.year = 0;
		is_whole = false;
	}
	kind = kind_of_label(taking->label, kind);
	if (is_none || record_is_beyond_life(taking->record, kind, date)) {
		record_leave_date(taking->record, kind);
		return VCARD_UNKNOWN;
	}
	/* A second birthday is another writing of the first (ALTID); so is X-ANNIVERSARY. */
	for (size_t i = 0; kind != YEARLY_OTHER && i < dates->count; i++)
		if (((struct yearly_date *)vector_at(dates, i))->kind == kind)
			return VCARD_UNKNOWN;
	contact_add_date(
		&taking->record->contact, kind, date, kind == YEARLY_OTHER ? taking->label : NULL)
		->is_remembered = vcard_property_param(taking->property, VCARD_REMEMBER) != NULL;
	/* Under another name or with a label of its own, the line says more. */
	is_whole &= kind == YEARLY_OTHER || !taking->label;
	return is_whole ? vcard_taken_if_plain(taking) : VCARD_PARTLY;
}

/* A part of a value, between semicolons. Caller frees. */
static char *part_at(const char *value, size_t index)
{
	struct strbuf part = STRBUF_INIT;

	for (; index && *value; index--) {
		value += vcard_part_length(value, ';');
		value += *value == ';';
	}
	vcard_unescape(&part, value, vcard_part_length(value, ';'));
	return strbuf_take(&part);
}

/* Fields of Android's that vCard 3.0 has no property for: what it is, its value, its type, and a
 * label of one's own where the type is 0 (ContactsContract.CommonDataKinds). */
static enum vcard_taken take_android(struct taking *part, const char *what, int type)
{
	static const enum yearly_kind events[] = { YEARLY_OTHER, YEARLY_ANNIVERSARY, YEARLY_OTHER,
		YEARLY_BIRTHDAY };
	static const char *const relations[] = { NULL, "assistant", "brother", "child", "partner",
		"father", "friend", "manager", "mother", "parent", "partner", NULL, "relative",
		"sister", "spouse" };
	size_t kind = type < 0 ? 0 : (size_t)type;

	if (!strcmp(what, "nickname"))
		return vcard_fields_read_field(part, CONTACT_NICKNAME);
	if (!strcmp(what, "contact_event") && kind < sizeof events / sizeof *events) {
		part->data = &events[kind];
		return read_date(part);
	}
	if (strcmp(what, "relation") != 0 || kind >= sizeof relations / sizeof *relations)
		return VCARD_UNKNOWN;
	part->data = relations[kind] ? relations[kind] : "";
	return vcard_read_relation(part);
}

/* "vnd.android.cursor.item/nickname;Mimi;1;;": the line is kept, for Android to read again. A
 * server that writes it anew escapes its semicolons. */
static enum vcard_taken read_android(struct taking *taking)
{
	static const char item[] = "vnd.android.cursor.item/";
	const char *said = taking->property->value;
	const char *value = said[vcard_part_length(said, ';')] ? said : taking->text;
	struct taking part = *taking;

	if (!ascii_begins(value, item))
		return VCARD_UNKNOWN;
	char *what = part_at(value, 0), *type = part_at(value, 2), *label = part_at(value, 3);
	part.text = part_at(value, 1);
	part.label = !strcmp(type, "0") && !text_is_blank(label) ? label : NULL;
	enum vcard_taken taken = text_is_blank(part.text)
					 ? VCARD_UNKNOWN
					 : take_android(&part, what + strlen(item), atoi(type));
	free(part.text);
	free(what);
	free(type);
	free(label);
	return taken == VCARD_UNKNOWN ? taken : VCARD_PARTLY;
}

static enum vcard_taken vcard_fields_read_tags(struct taking *taking)
{
	const char *value = taking->property->value;

	if (text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	while (*value) {
		struct strbuf tag = STRBUF_INIT;
		size_t len = vcard_part_length(value, ',');
		vcard_unescape(&tag, value, len);
		contact_add_tag(&taking->record->contact, tag.data);
		strbuf_fini(&tag);
		value += len;
		value += *value == ',';
	}
	return vcard_taken_if_plain(taking);
}

static enum vcard_taken read_kind(struct taking *taking)
{
	if (!ascii_equal(taking->text, "group"))
		return VCARD_UNKNOWN;
	taking->record->is_group = true;
	return VCARD_WHOLLY;
}

/* Of a person it means nothing, and is kept. */
static bool is_of_group(const struct taking *taking)
{
	const struct vcard_property *other;

	VECTOR_EACH (other, taking->all)
		if (other->name &&
			(!strcmp(other->name, "KIND") ||
				!strcmp(other->name, "X-ADDRESSBOOKSERVER-KIND")) &&
			ascii_equal(other->value, "group"))
			return true;
	return false;
}

static enum vcard_taken read_member(struct taking *taking)
{
	if (!is_of_group(taking))
		return VCARD_UNKNOWN;
	const char *uid = relation_uid(taking->text);
	char *member = memory_copy_string(uid ? uid : taking->text);

	vector_push(&taking->record->members, &member);
	return VCARD_WHOLLY;
}

static enum vcard_taken vcard_fields_read_circle(struct taking *taking)
{
	if (taking->record->circle || text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	taking->record->circle = memory_copy_string(taking->text);
	return vcard_taken_if_plain(taking);
}

static enum vcard_taken vcard_fields_read_cadence(struct taking *taking)
{
	long days = strtol(taking->text, NULL, 10);

	if (days < CADENCE_MIN_DAYS || days > CADENCE_MAX_DAYS)
		return VCARD_UNKNOWN;
	taking->record->contact.cadence_days = (int)days;
	return VCARD_WHOLLY;
}

static enum vcard_taken read_met_on(struct taking *taking)
{
	return date_parse_iso(taking->text, &taking->record->contact.met_on) ? VCARD_WHOLLY
									     : VCARD_UNKNOWN;
}

#define CHANNEL(kind) (&(const enum channel_kind){ kind })
#define YEARLY(kind)  (&(const enum yearly_kind){ kind })

static const struct {
	const char *name;
	enum vcard_taken (*take)(struct taking *taking);
	const void *data;
} handlers[] = {
	/* A field that holds the text of a property as it stands needs no line here. */
	{ "N", vcard_fields_read_name_parts, NULL },
	{ "NICKNAME", read_nickname, NULL },
	{ "X-NICKNAME", read_nickname, NULL },
	{ "ORG", read_organization, NULL },
	{ "NOTE", read_note, NULL },
	{ "EMAIL", vcard_read_email, NULL },
	{ "TEL", vcard_read_phone, NULL },
	{ "IMPP", vcard_read_channel, CHANNEL(CHANNEL_MESSENGER) },
	{ "X-SOCIALPROFILE", vcard_read_channel, CHANNEL(CHANNEL_PROFILE) },
	{ "SOCIALPROFILE", vcard_read_channel, CHANNEL(CHANNEL_PROFILE) },
	{ "URL", vcard_read_channel, CHANNEL(CHANNEL_WEBSITE) },
	{ "ADR", vcard_read_address, NULL },
	{ "BDAY", read_date, YEARLY(YEARLY_BIRTHDAY) },
	{ "ANNIVERSARY", read_date, YEARLY(YEARLY_ANNIVERSARY) },
	{ "X-ANNIVERSARY", read_date, YEARLY(YEARLY_ANNIVERSARY) },
	{ "X-EVOLUTION-ANNIVERSARY", read_date, YEARLY(YEARLY_ANNIVERSARY) },
	{ "X-KADDRESSBOOK-X-ANNIVERSARY", read_date, YEARLY(YEARLY_ANNIVERSARY) },
	{ "X-MS-ANNIVERSARY", read_date, YEARLY(YEARLY_ANNIVERSARY) },
	{ "DEATHDATE", read_date, YEARLY(YEARLY_DEATH) },
	{ "X-DEATHDATE", read_date, YEARLY(YEARLY_DEATH) },
	{ "X-DEATH", read_date, YEARLY(YEARLY_DEATH) },
	{ "X-ANDROID-CUSTOM", read_android, NULL },
	{ "DDAY", read_date, YEARLY(YEARLY_DEATH) }, /* in drafts of vCard 4.0 */
	{ "X-ABDATE", read_date, YEARLY(YEARLY_OTHER) },
	{ "CATEGORIES", vcard_fields_read_tags, NULL },
	{ "RELATED", vcard_read_relation, NULL },
	{ "X-ABRELATEDNAMES", vcard_read_relation, "" },
	{ "X-SPOUSE", vcard_read_relation, "spouse" },
	{ "X-EVOLUTION-SPOUSE", vcard_read_relation, "spouse" },
	{ "X-MS-SPOUSE", vcard_read_relation, "spouse" },
	{ "X-KADDRESSBOOK-X-SPOUSESNAME", vcard_read_relation, "spouse" },
	{ "KIND", read_kind, NULL },
	{ "X-ADDRESSBOOKSERVER-KIND", read_kind, NULL },
	{ "MEMBER", read_member, NULL },
	{ "X-ADDRESSBOOKSERVER-MEMBER", read_member, NULL },
	{ "X-MS-IMADDRESS", vcard_read_channel, CHANNEL(CHANNEL_MESSENGER) },
	{ "X-AIM", vcard_read_old_messenger, "aim" },
	{ "X-ICQ", vcard_read_old_messenger, "icq" },
	{ "X-MSN", vcard_read_old_messenger, "msnim" },
	{ "X-YAHOO", vcard_read_old_messenger, "ymsgr" },
	{ "X-YAHOO-ID", vcard_read_old_messenger, "ymsgr" },
	{ "X-JABBER", vcard_read_old_messenger, "xmpp" },
	{ "X-GTALK", vcard_read_old_messenger, "xmpp" },
	{ "X-GOOGLE-TALK", vcard_read_old_messenger, "xmpp" },
	{ "X-SKYPE", vcard_read_old_messenger, "skype" },
	{ "X-SKYPE-USERNAME", vcard_read_old_messenger, "skype" },
	{ "X-SIP", vcard_read_old_messenger, "sip" },
	{ "X-MATRIX", vcard_read_old_messenger, "matrix" },
	{ "X-TELEGRAM", vcard_read_old_messenger, "telegram" },
	{ "X-QQ", vcard_read_old_messenger, "qq" },
	{ "X-MESSAGING/AIM-ALL", vcard_read_kde_messenger, "aim" },
	{ "X-MESSAGING/GADU-ALL", vcard_read_kde_messenger, "gg" },
	{ "X-MESSAGING/ICQ-ALL", vcard_read_kde_messenger, "icq" },
	{ "X-MESSAGING/IRC-ALL", vcard_read_kde_messenger, "irc" },
	{ "X-MESSAGING/MSN-ALL", vcard_read_kde_messenger, "msnim" },
	{ "X-MESSAGING/SKYPE-ALL", vcard_read_kde_messenger, "skype" },
	{ "X-MESSAGING/TWITTER-ALL", vcard_read_kde_messenger, "twitter" },
	{ "X-MESSAGING/XMPP-ALL", vcard_read_kde_messenger, "xmpp" },
	{ "X-MESSAGING/YAHOO-ALL", vcard_read_kde_messenger, "ymsgr" },
	{ "X-FILO-CIRCLE", vcard_fields_read_circle, NULL },
	{ "X-FILO-CADENCE", vcard_fields_read_cadence, NULL },
	{ "X-FILO-MET-ON", read_met_on, NULL },
};

/* Properties that filo writes under another name: their lines are kept as well. Not X-ANNIVERSARY,
 * which it writes itself where vCard 3.0 has no other. */
static const char *const aliases[] = { "SOCIALPROFILE", "X-EVOLUTION-ANNIVERSARY",
	"X-KADDRESSBOOK-X-ANNIVERSARY", "X-MS-ANNIVERSARY", "X-MS-IMADDRESS", "X-NICKNAME",
	"X-DEATH", "DDAY", NULL };

/* "FN:", "N:;;;;": nothing is lost, and nothing empty is given back. "ADR;LABEL="Weg 1":;;;;;;" and
 * Outlook's "X-MS-SPOUSE;N=Bob:" say it before the colon. */
static bool says_nothing(const struct vcard_property *property)
{
	const char *before = NULL;

	if (!strcmp(property->name, "ADR"))
		before = vcard_property_param(property, "LABEL");
	else if (!strcmp(property->name, "X-MS-SPOUSE"))
		before = vcard_property_param(property, "N");
	return property->value[strspn(property->value, "; \t")] == '\0' && text_is_blank(before);
}

enum vcard_taken vcard_fields_read(struct taking *taking)
{
	const char *name = taking->property->name;

	for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++) {
		if (strcmp(handlers[i].name, name) != 0)
			continue;
		taking->data = handlers[i].data;
		if (says_nothing(taking->property))
			return VCARD_WHOLLY;
		enum vcard_taken taken = handlers[i].take(taking);
		return taken == VCARD_WHOLLY && ascii_is_among(name, aliases) ? VCARD_PARTLY
									      : taken;
	}
	enum contact_field field = contact_field_of_property(name);
	if (field == CONTACT_FIELDS)
		return VCARD_UNKNOWN;
	if (says_nothing(taking->property))
		return VCARD_WHOLLY;
	return vcard_fields_read_field(taking, field);
}
