/* What the properties of a card mean: one table, a function for each kind of property.
 * Not here: the text of properties (vcard_property.c), writing them (vcard_write.c). */
#include "vcard.h"

#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* One property being read, its label (TYPE words, or the X-ABLabel of its group) found. */
struct taking {
	struct record *record;
	const struct vcard_property *property;
	char *text;  /* the value unescaped */
	char *label; /* NULL: none */
	bool is_preferred;
	bool is_plain; /* the parameters say nothing beyond label and preference */
	const void *data;
};

static enum vcard_taken taken_if_plain(const struct taking *taking)
{
	return taking->is_plain ? VCARD_WHOLLY : VCARD_PARTLY;
}

/* Sets a text field that holds one value; a second one is for the kept lines. */
static enum vcard_taken take_field(struct taking *taking, char **field)
{
	if (*field || text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	*field = memory_copy_string(taking->text);
	return taken_if_plain(taking);
}

static enum vcard_taken take_text(struct taking *taking)
{
	size_t offset = *(const size_t *)taking->data;

	return take_field(taking, (char **)((char *)&taking->record->contact + offset));
}

/* Several notes of a card become one, with an empty line between. */
static enum vcard_taken take_note(struct taking *taking)
{
	struct contact *contact = &taking->record->contact;
	struct strbuf joined = STRBUF_INIT;

	if (!contact->note)
		return take_field(taking, &contact->note);
	if (text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	strbuf_add_format(&joined, "%s\n\n%s", contact->note, taking->text);
	free(contact->note);
	contact->note = strbuf_take(&joined);
	return VCARD_WHOLLY;
}

/* Adds the parts of `value` to `out` with `joint` between, empty ones left out; returns how many.
 */
static size_t join_parts(
	struct strbuf *out, const char *value, size_t len, char separator, const char *joint)
{
	const char *end = value + len;
	size_t count = 0;

	while (value < end) {
		size_t part = vcard_part_length(value, separator);
		if (part > (size_t)(end - value))
			part = (size_t)(end - value);
		if (part) {
			if (count++)
				strbuf_add(out, joint);
			vcard_unescape(out, value, part);
		}
		value += part + 1;
	}
	return count;
}

static enum vcard_taken take_name_parts(struct taking *taking)
{
	struct contact *contact = &taking->record->contact;
	char **fields[] = { &contact->family, &contact->given, &contact->additional,
		&contact->prefix, &contact->suffix };
	const char *value = taking->property->value;
	bool is_whole = taking->is_plain;

	if (contact->family || contact->given)
		return VCARD_UNKNOWN;
	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
		struct strbuf part = STRBUF_INIT;
		size_t len = vcard_part_length(value, ';');
		is_whole &= join_parts(&part, value, len, ',', " ") < 2;
		if (!text_is_blank(part.data) && !*fields[i])
			*fields[i] = text_trim(part.data);
		strbuf_fini(&part);
		value += len;
		value += *value == ';';
	}
	return is_whole && !*value ? VCARD_WHOLLY : VCARD_PARTLY;
}

static enum vcard_taken take_list(struct taking *taking)
{
	size_t offset = *(const size_t *)taking->data;
	char **field = (char **)((char *)&taking->record->contact + offset);
	struct strbuf joined = STRBUF_INIT;

	if (*field || text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	join_parts(&joined, taking->property->value, strlen(taking->property->value), ',', ", ");
	*field = strbuf_take(&joined);
	return taken_if_plain(taking);
}

static enum vcard_taken take_organization(struct taking *taking)
{
	struct contact *contact = &taking->record->contact;
	struct strbuf joined = STRBUF_INIT;
	size_t count;

	if (contact->organization || text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	count = join_parts(
		&joined, taking->property->value, strlen(taking->property->value), ';', ", ");
	if (!count) {
		strbuf_fini(&joined);
		return VCARD_UNKNOWN;
	}
	contact->organization = strbuf_take(&joined);
	return count == 1 ? taken_if_plain(taking) : VCARD_PARTLY;
}

static enum vcard_taken add_channel(
	struct taking *taking, enum channel_kind kind, const char *value, bool is_whole)
{
	char *trimmed = text_trim(value);
	bool is_blank = !*trimmed;

	if (!is_blank)
		contact_add_channel(&taking->record->contact, kind, trimmed, taking->label,
			taking->is_preferred);
	free(trimmed);
	if (is_blank)
		return VCARD_UNKNOWN;
	return is_whole ? taken_if_plain(taking) : VCARD_PARTLY;
}

/* An address may stand as "Name" <a@b>, or as a mailto: URI. */
static enum vcard_taken take_email(struct taking *taking)
{
	char *open = strrchr(taking->text, '<');
	char *close = open ? strchr(open, '>') : NULL;

	if (close) {
		*close = '\0';
		return add_channel(taking, CHANNEL_EMAIL, open + 1, false);
	}
	if (!strncasecmp(taking->text, "mailto:", 7))
		return add_channel(taking, CHANNEL_EMAIL, taking->text + 7, false);
	return add_channel(taking, CHANNEL_EMAIL, taking->text, true);
}

/* "tel:+39-06-555;ext=12" becomes "+39-06-555 ext. 12". */
static enum vcard_taken take_phone(struct taking *taking)
{
	struct strbuf number = STRBUF_INIT;
	char *extension;
	enum vcard_taken taken;

	if (strncasecmp(taking->text, "tel:", 4))
		return add_channel(taking, CHANNEL_PHONE, taking->text, true);
	extension = strstr(taking->text, ";ext=");
	strbuf_add_bytes(&number, taking->text + 4, strcspn(taking->text + 4, ";"));
	if (extension)
		strbuf_add_format(
			&number, " ext. %.*s", (int)strcspn(extension + 5, ";"), extension + 5);
	taken = add_channel(taking, CHANNEL_PHONE, number.data, !strchr(taking->text, ';'));
	strbuf_fini(&number);
	return taken;
}

static enum vcard_taken take_channel(struct taking *taking)
{
	return add_channel(taking, *(const enum channel_kind *)taking->data, taking->text, true);
}

/* X-JABBER:ann@example.org and its like: the scheme says which. */
static enum vcard_taken take_old_messenger(struct taking *taking)
{
	struct strbuf uri = STRBUF_INIT;
	enum vcard_taken taken;

	if (text_is_blank(taking->text))
		return VCARD_UNKNOWN;
	strbuf_add_format(&uri, "%s:%s", (const char *)taking->data, taking->text);
	taken = add_channel(taking, CHANNEL_MESSENGER, uri.data, false);
	strbuf_fini(&uri);
	return taken;
}

/* Post office box, extension, street, place, region, code, country: lines as on an envelope. */
static enum vcard_taken take_address(struct taking *taking)
{
	struct strbuf lines = STRBUF_INIT, parts[7];
	const char *value = taking->property->value;
	enum vcard_taken taken;

	for (size_t i = 0; i < 7; i++) {
		size_t len = vcard_part_length(value, ';');
		strbuf_init(&parts[i]);
		join_parts(&parts[i], value, len, ',', ", ");
		value += len;
		value += *value == ';';
	}
	for (size_t i = 0; i < 7; i++) {
		/* The code stands before the place, on one line with it. */
		static const size_t order[] = { 0, 1, 2, 5, 3, 4, 6 };
		const struct strbuf *part = &parts[order[i]];
		if (text_is_blank(part->data))
			continue;
		if (lines.len)
			strbuf_add_char(&lines, order[i] == 3 && parts[5].len ? ' ' : '\n');
		strbuf_add(&lines, part->data);
	}
	taken = add_channel(taking, CHANNEL_ADDRESS, lines.data, false);
	for (size_t i = 0; i < 7; i++)
		strbuf_fini(&parts[i]);
	strbuf_fini(&lines);
	return taken;
}

static enum vcard_taken take_date(struct taking *taking)
{
	enum yearly_kind kind = *(const enum yearly_kind *)taking->data;
	const char *omitted = vcard_param(taking->property, "X-APPLE-OMIT-YEAR");
	struct civil_date date;
	struct yearly_date *other;
	bool is_whole;

	if (!vcard_date_parse(taking->text, &date, &is_whole))
		return VCARD_UNKNOWN;
	if (omitted && atoi(omitted) == date.year) {
		date.year = 0;
		is_whole = false;
	}
	if (taking->label && !strcasecmp(taking->label, "anniversary"))
		kind = YEARLY_ANNIVERSARY;
	/* A second birthday is another writing of the first (ALTID); so is X-ANNIVERSARY. */
	VECTOR_EACH (other, &taking->record->contact.dates)
		if (other->kind == kind && kind != YEARLY_OTHER)
			return VCARD_UNKNOWN;
	contact_add_date(
		&taking->record->contact, kind, date, kind == YEARLY_OTHER ? taking->label : NULL);
	/* Under another name or with a label of its own, the line says more. */
	is_whole &= kind == YEARLY_OTHER || !taking->label;
	return is_whole ? taken_if_plain(taking) : VCARD_PARTLY;
}

static enum vcard_taken take_tags(struct taking *taking)
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
	return taken_if_plain(taking);
}

static const struct {
	const char *word; /* of RELATED's TYPE, or of Apple's label, lower case */
	enum relation_kind kind;
	bool is_whole; /* the kind says as much as the word */
} relation_words[] = {
	{ "x-introduced-by", RELATION_INTRODUCED_BY, true },
	{ "introduced-by", RELATION_INTRODUCED_BY, false },
	{ "referred-by", RELATION_INTRODUCED_BY, false },
	{ "spouse", RELATION_PARTNER, true },
	{ "partner", RELATION_PARTNER, false },
	{ "sweetheart", RELATION_PARTNER, false },
	{ "wife", RELATION_PARTNER, false },
	{ "husband", RELATION_PARTNER, false },
	{ "kin", RELATION_FAMILY, true },
	{ "child", RELATION_FAMILY, false },
	{ "parent", RELATION_FAMILY, false },
	{ "sibling", RELATION_FAMILY, false },
	{ "mother", RELATION_FAMILY, false },
	{ "father", RELATION_FAMILY, false },
	{ "brother", RELATION_FAMILY, false },
	{ "sister", RELATION_FAMILY, false },
	{ "son", RELATION_FAMILY, false },
	{ "daughter", RELATION_FAMILY, false },
	{ "relative", RELATION_FAMILY, false },
	{ "colleague", RELATION_COLLEAGUE, true },
	{ "co-worker", RELATION_COLLEAGUE, false },
	{ "manager", RELATION_COLLEAGUE, false },
	{ "assistant", RELATION_COLLEAGUE, false },
	{ "friend", RELATION_FRIEND, true },
	{ "contact", RELATION_FRIEND, false },
	{ "acquaintance", RELATION_FRIEND, false },
};

static bool find_relation(const char *words, enum relation_kind *kind, bool *is_whole)
{
	for (size_t i = 0; i < sizeof relation_words / sizeof *relation_words; i++) {
		const char *word = relation_words[i].word;
		const char *at = words ? strcasestr(words, word) : NULL;
		size_t len = strlen(word);
		if (!at || (at > words && at[-1] != ' ') || (at[len] && at[len] != ' '))
			continue;
		*kind = relation_words[i].kind;
		*is_whole = relation_words[i].is_whole && strlen(words) == len;
		return true;
	}
	return false;
}

static enum vcard_taken take_relation(struct taking *taking)
{
	const char *fixed = taking->data, *value = taking->text;
	const char *type = vcard_param(taking->property, "VALUE");
	bool is_text = fixed || (type && !strcasecmp(type, "text")) || !strchr(value, ':');
	struct strbuf name = STRBUF_INIT;
	enum relation_kind kind;
	struct relation *relation;
	bool is_whole;

	if (!find_relation(fixed && *fixed ? fixed : taking->label, &kind, &is_whole))
		return VCARD_UNKNOWN;
	if (text_is_blank(value))
		return VCARD_UNKNOWN;
	if (!strncasecmp(value, "urn:uuid:", 9))
		strbuf_add_format(&name, "urn:uid:%s", value);
	else if (!strncasecmp(value, "urn:uid:", 8) || is_text)
		strbuf_add(&name, value);
	if (!name.len)
		return VCARD_UNKNOWN; /* a web page about somebody */
	relation = vector_push(&taking->record->contact.relations, NULL);
	relation->kind = kind;
	relation->name = strbuf_take(&name);
	return is_whole && !fixed ? taken_if_plain(taking) : VCARD_PARTLY;
}

static enum vcard_taken take_kind(struct taking *taking)
{
	if (strcasecmp(taking->text, "group") != 0)
		return VCARD_UNKNOWN;
	taking->record->is_group = true;
	return VCARD_WHOLLY;
}

static enum vcard_taken take_member(struct taking *taking)
{
	const char *uid = taking->text;

	if (!strncasecmp(uid, "urn:uid:", 8))
		uid += 8;
	char *member = memory_copy_string(uid);
	vector_push(&taking->record->members, &member);
	return VCARD_WHOLLY;
}

static enum vcard_taken take_circle(struct taking *taking)
{
	return take_field(taking, &taking->record->circle);
}

static enum vcard_taken take_cadence(struct taking *taking)
{
	long days = strtol(taking->text, NULL, 10);

	if (days < CADENCE_MIN_DAYS || days > CADENCE_MAX_DAYS)
		return VCARD_UNKNOWN;
	taking->record->contact.cadence_days = (int)days;
	return VCARD_WHOLLY;
}

static enum vcard_taken take_met_on(struct taking *taking)
{
	return date_parse_iso(taking->text, &taking->record->contact.met_on) ? VCARD_WHOLLY
									     : VCARD_UNKNOWN;
}

#define FIELD(name)   (&(const size_t){ offsetof(struct contact, name) })
#define CHANNEL(kind) (&(const enum channel_kind){ kind })
#define YEARLY(kind)  (&(const enum yearly_kind){ kind })

static const struct {
	const char *name;
	enum vcard_taken (*take)(struct taking *taking);
	const void *data;
	bool is_alias; /* filo writes another name: the line is kept as well */
} handlers[] = {
	{ "FN", take_text, FIELD(name) },
	{ "N", take_name_parts, NULL },
	{ "NICKNAME", take_list, FIELD(nickname) },
	{ "ORG", take_organization, NULL },
	{ "TITLE", take_text, FIELD(title) },
	{ "NOTE", take_note, NULL },
	{ "UID", take_text, FIELD(uid) },
	{ "REV", take_text, FIELD(revision) },
	{ "EMAIL", take_email, NULL },
	{ "TEL", take_phone, NULL },
	{ "IMPP", take_channel, CHANNEL(CHANNEL_MESSENGER) },
	{ "X-SOCIALPROFILE", take_channel, CHANNEL(CHANNEL_PROFILE) },
	{ "SOCIALPROFILE", take_channel, CHANNEL(CHANNEL_PROFILE), true },
	{ "URL", take_channel, CHANNEL(CHANNEL_WEBSITE) },
	{ "ADR", take_address, NULL },
	{ "BDAY", take_date, YEARLY(YEARLY_BIRTHDAY) },
	{ "ANNIVERSARY", take_date, YEARLY(YEARLY_ANNIVERSARY) },
	{ "X-ANNIVERSARY", take_date, YEARLY(YEARLY_ANNIVERSARY), true },
	{ "X-EVOLUTION-ANNIVERSARY", take_date, YEARLY(YEARLY_ANNIVERSARY), true },
	{ "X-KADDRESSBOOK-X-ANNIVERSARY", take_date, YEARLY(YEARLY_ANNIVERSARY), true },
	{ "X-ABDATE", take_date, YEARLY(YEARLY_OTHER) },
	{ "CATEGORIES", take_tags, NULL },
	{ "RELATED", take_relation, NULL },
	{ "X-ABRELATEDNAMES", take_relation, "" },
	{ "X-SPOUSE", take_relation, "spouse" },
	{ "X-EVOLUTION-SPOUSE", take_relation, "spouse" },
	{ "X-KADDRESSBOOK-X-SPOUSESNAME", take_relation, "spouse" },
	{ "KIND", take_kind, NULL },
	{ "X-ADDRESSBOOKSERVER-KIND", take_kind, NULL },
	{ "MEMBER", take_member, NULL },
	{ "X-ADDRESSBOOKSERVER-MEMBER", take_member, NULL },
	{ "X-AIM", take_old_messenger, "aim" },
	{ "X-ICQ", take_old_messenger, "icq" },
	{ "X-MSN", take_old_messenger, "msnim" },
	{ "X-YAHOO", take_old_messenger, "ymsgr" },
	{ "X-YAHOO-ID", take_old_messenger, "ymsgr" },
	{ "X-JABBER", take_old_messenger, "xmpp" },
	{ "X-GTALK", take_old_messenger, "xmpp" },
	{ "X-GOOGLE-TALK", take_old_messenger, "xmpp" },
	{ "X-SKYPE", take_old_messenger, "skype" },
	{ "X-SKYPE-USERNAME", take_old_messenger, "skype" },
	{ "X-SIP", take_old_messenger, "sip" },
	{ "X-MATRIX", take_old_messenger, "matrix" },
	{ "X-TELEGRAM", take_old_messenger, "telegram" },
	{ "X-QQ", take_old_messenger, "qq" },
	{ "X-FILO-CIRCLE", take_circle, NULL },
	{ "X-FILO-CADENCE", take_cadence, NULL },
	{ "X-FILO-MET", take_text, FIELD(met) },
	{ "X-FILO-MET-ON", take_met_on, NULL },
};

/* The X-ABLabel that goes with a property, or NULL. */
static const struct vcard_property *label_of(
	const struct vcard_property *property, const struct vector *all)
{
	struct vcard_property *other;

	if (!property->group)
		return NULL;
	VECTOR_EACH (other, all)
		if (other->group && !strcmp(other->name, "X-ABLABEL") &&
			!strcasecmp(other->group, property->group))
			return other;
	return NULL;
}

/* Apple's own labels stand in _$!<...>!$_. */
static char *label_text(const struct vcard_property *label)
{
	char *text = vcard_text(label->value), *inner;
	size_t len = strlen(text);

	if (len <= 8 || strncmp(text, "_$!<", 4) || strcmp(text + len - 4, ">!$_"))
		return text;
	inner = memory_copy_bytes(text + 4, len - 8);
	free(text);
	return inner;
}

static bool is_value_kind(const char *value)
{
	static const char *const kinds[] = { "text", "uri", "date", "date-and-or-time",
		"phone-number" };

	for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
		if (!strcasecmp(value, kinds[i]))
			return true;
	return false;
}

static void add_type(struct taking *taking, struct strbuf *words, const char *type)
{
	if (!strcasecmp(type, "pref")) {
		taking->is_preferred = true;
		return;
	}
	/* What every address and every telephone is says nothing. */
	if (!*type || !strcasecmp(type, "internet") || !strcasecmp(type, "voice"))
		return;
	if (words->len)
		strbuf_add_char(words, ' ');
	for (; *type; type++)
		strbuf_add_char(words, (char)tolower((unsigned char)*type));
}

static void find_label(struct taking *taking, const struct vector *all)
{
	const struct vcard_property *label = label_of(taking->property, all);
	struct strbuf words = STRBUF_INIT;
	struct vcard_param *param;

	taking->is_plain = true;
	VECTOR_EACH (param, &taking->property->params) {
		if (!strcmp(param->name, "TYPE")) {
			add_type(taking, &words, param->value);
		} else if (!strcmp(param->name, "PREF")) {
			taking->is_preferred |= !strcmp(param->value, "1");
			taking->is_plain &= taking->is_preferred;
		} else if (strcmp(param->name, "VALUE") || !is_value_kind(param->value)) {
			taking->is_plain = false;
		}
	}
	if (label) {
		taking->is_plain &= !words.len;
		taking->label = label_text(label);
	} else if (words.len) {
		taking->label = memory_copy_string(words.data);
	}
	strbuf_fini(&words);
}

enum vcard_taken vcard_interpret_one(
	struct record *record, const struct vcard_property *property, const struct vector *all)
{
	struct taking taking = { .record = record, .property = property };
	enum vcard_taken taken = VCARD_UNKNOWN;

	if (property->is_binary)
		return VCARD_UNKNOWN;
	for (size_t i = 0; i < sizeof handlers / sizeof *handlers; i++) {
		if (strcmp(handlers[i].name, property->name) != 0)
			continue;
		taking.data = handlers[i].data;
		taking.text = vcard_text(property->value);
		find_label(&taking, all);
		taken = handlers[i].take(&taking);
		if (taken == VCARD_WHOLLY && handlers[i].is_alias)
			taken = VCARD_PARTLY;
		free(taking.text);
		free(taking.label);
		break;
	}
	return taken;
}

static void keep(struct record *record, const struct vcard_property *property, bool is_original)
{
	struct strbuf line = STRBUF_INIT;

	if (is_original)
		strbuf_add_char(&line, VCARD_ORIGINAL);
	vcard_property_print(&line, property);
	contact_add_kept(&record->contact, line.data);
	strbuf_fini(&line);
}

/* A label is read with what it labels, unless something of its group is kept as a line. */
static bool is_label_used(
	const struct vcard_property *label, const struct vector *all, const enum vcard_taken *taken)
{
	bool is_used = false;

	for (size_t i = 0; i < all->count; i++) {
		const struct vcard_property *other = vector_at(all, i);
		if (other == label || !other->group || !label->group ||
			strcasecmp(other->group, label->group) != 0)
			continue;
		if (taken[i] != VCARD_WHOLLY)
			return false;
		is_used = true;
	}
	return is_used;
}

/* A date that should have been understood: what is meant as text (VALUE=text) need not be. */
static bool is_odd_date(const struct vcard_property *property)
{
	const char *kind = vcard_param(property, "VALUE"), *name = property->name;
	bool is_whole, is_date;
	struct civil_date date;

	is_date = !strcmp(name, "BDAY") || strstr(name, "ANNIVERSARY") || !strcmp(name, "X-ABDATE");
	return is_date && *property->value && !(kind && !strcasecmp(kind, "text")) &&
	       !vcard_date_parse(property->value, &date, &is_whole);
}

void vcard_interpret(struct record *record, const struct vector *properties,
	void (*doubt)(void *context, const struct vcard_property *property), void *context)
{
	enum vcard_taken *taken = memory_new(properties->count * sizeof *taken);

	for (size_t i = 0; i < properties->count; i++)
		taken[i] = vcard_interpret_one(record, vector_at(properties, i), properties);
	for (size_t i = 0; i < properties->count; i++) {
		const struct vcard_property *property = vector_at(properties, i);
		if (taken[i] == VCARD_WHOLLY)
			continue;
		if (!strcmp(property->name, "X-ABLABEL") &&
			is_label_used(property, properties, taken))
			continue;
		if (doubt && taken[i] == VCARD_UNKNOWN && is_odd_date(property))
			doubt(context, property);
		keep(record, property, taken[i] == VCARD_PARTLY);
	}
	free(taken);
}
