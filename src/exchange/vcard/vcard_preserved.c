/* Giving back, on export, the lines of a card that were kept on import.
 * Not here: writing what filo reads into fields of its own (vcard_write.c). */
#include "exchange/vcard/vcard_preserved.h"

#include "exchange/vcard/vcard_contact.h"
#include "exchange/vcard/vcard_date.h"
#include "exchange/vcard/vcard_fields.h"
#include "exchange/vcard/vcard_lines.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

static void write_line(struct writing *writing, const char *line)
{
	size_t start = writing->out->len;

	strbuf_add(writing->out, line);
	vcard_end_line(writing->out, start);
}

static void begin_named(struct strbuf *out, const struct vcard_property *property)
{
	if (property->group)
		strbuf_add_format(out, "%s.", property->group);
	strbuf_add(out, property->spelling);
}

/* What is inside a property's value as base64 differs: 3.0 has ENCODING=b, 4.0 a data: URI. */
static void write_binary(struct writing *writing, const struct vcard_property *property)
{
	const char *type = vcard_property_param(property, "TYPE");
	struct strbuf *out = writing->out;
	size_t start = out->len;
	struct strbuf lower = STRBUF_INIT;

	for (const char *c = type ? type : ""; *c; c++)
		strbuf_add_char(&lower, ascii_lower(*c));
	const char *family = !strcmp(property->name, "SOUND") ? "audio"
			     : !strcmp(property->name, "KEY") ? "application"
							      : "image";
	begin_named(out, property);
	if (!type)
		strbuf_add(out, ":data:application/octet-stream;base64,");
	else if (strchr(type, '/'))
		strbuf_add_format(out, ":data:%s;base64,", lower.data);
	else
		strbuf_add_format(out, ":data:%s/%s;base64,", family, lower.data);
	strbuf_add(out, property->value);
	vcard_end_line(out, start);
	strbuf_fini(&lower);
}

/* "data:image/jpeg;base64,..." for 3.0, the comma escaped or not; false when it is something else.
 */
static bool write_data_uri(struct writing *writing, const struct vcard_property *property)
{
	const char *value = property->value, *comma = strchr(value, ',');
	struct strbuf *out = writing->out;
	size_t start = out->len;
	const char *slash, *semicolon;

	if (strncmp(value, "data:", 5) != 0 || !comma ||
		(!strstr(value, ";base64,") && !strstr(value, ";base64\\,")))
		return false;
	slash = memchr(value, '/', (size_t)(comma - value));
	semicolon = strchr(value, ';');
	begin_named(out, property);
	strbuf_add(out, ";ENCODING=b");
	if (slash && slash < semicolon) {
		strbuf_add(out, ";TYPE=");
		for (const char *c = slash + 1; c < semicolon; c++)
			strbuf_add_char(out, ascii_upper(*c));
	}
	strbuf_add_format(out, ":%s", comma + 1);
	vcard_end_line(out, start);
	return true;
}

const char *vcard_name(const struct writing *writing, enum contact_field field)
{
	const struct contact_field_row *row = contact_field(field);

	return writing->version == VCARD_3 && row->vcard_3 ? row->vcard_3 : row->vcard;
}

/* The value of a property for 3.0: with every comma escaped that divides nothing. A second nickname
 * is one to nobody: they are one text. Caller frees. */
static char *value_for_3(const struct vcard_property *property)
{
	struct strbuf value = STRBUF_INIT, names = STRBUF_INIT;
	bool has_lists = strchr(vcard_separators(property->name, strlen(property->name)), ',');

	if (!strcmp(property->name, "NICKNAME")) {
		vcard_join_parts(&names, property->value, strlen(property->value), ',', ", ");
		vcard_escape(&value, names.data);
	} else {
		vcard_escape_for_3(&value, property->value, has_lists || property->is_binary);
	}
	strbuf_fini(&names);
	return strbuf_take(&value);
}

/* By the name that the version has for it; of KDE's "X-what/ever" a server takes no slash. */
static void print_renamed(
	struct strbuf *line, const struct writing *writing, const struct vcard_property *property)
{
	enum contact_field field = contact_field_of_property(property->name);
	struct vcard_property renamed = *property;
	bool is_other =
		field < CONTACT_FIELDS && strcmp(property->name, vcard_name(writing, field)) != 0;

	renamed.spelling =
		memory_copy_string(is_other ? vcard_name(writing, field) : property->spelling);
	if (writing->version == VCARD_3) {
		renamed.value = value_for_3(property);
		for (char *c = renamed.spelling; (c = strchr(c, '/'));)
			*c = '-';
	}
	vcard_property_print(line, &renamed, writing->version == VCARD_3);
	if (renamed.value != property->value)
		free(renamed.value);
	free(renamed.spelling);
}

/* Of 3.0 some read one name and one birthday only (RFC 2426 has one of each); 4.0 may have them in
 * several languages. */
static const char *const singles_3[] = { "BDAY", "FN", NULL };

/* A card has one of these (RFC 6350 6.2.2, 6.7); with a second one servers refuse it. */
static bool is_second(const struct writing *writing, const struct vcard_property *property)
{
	static const char *const singles[] = { "N", "PRODID", "REV", "UID", NULL };
	bool is_single = ascii_is_among(property->name, singles) ||
			 (writing->version == VCARD_3 && ascii_is_among(property->name, singles_3));

	for (const char *line = writing->out->data + writing->start; is_single && line;) {
		size_t len = strlen(property->name), group = strcspn(line, " .;:");
		const char *name = line[group] == '.' ? line + group + 1 : line;
		if (ascii_equal_bytes(name, property->name, len) && strchr(":;", name[len]))
			return true;
		line = strchr(line, '\n');
		if (line)
			line++;
	}
	return false;
}

bool vcard_may_stay_out(const char *line)
{
	static const char *const names[] = { "BDAY", "FN", "N", NULL };
	bool is_original = *line == VCARD_ORIGINAL, may_stay_out, is_whole;
	struct vcard_property property;
	struct civil_date date;

	line += is_original;
	if (!vcard_property_parse(&property, line, strlen(line), false))
		may_stay_out = false;
	else if (is_original || !ascii_is_among(property.name, names))
		may_stay_out = strchr(property.name, '/') != NULL;
	else /* what should be a date and is none has been put right where it is missing */
		may_stay_out = strcmp(property.name, "BDAY") != 0 ||
			       vcard_property_param(&property, "VALUE") ||
			       vcard_date_parse(property.value, &date, &is_whole);
	vcard_property_fini(&property);
	return may_stay_out;
}

static void write_kept(struct writing *writing, const struct vcard_property *property)
{
	struct strbuf line = STRBUF_INIT;

	if (is_second(writing, property)) {
		writing->has_left_out |= ascii_is_among(property->name, singles_3);
		return;
	}
	if (property->is_binary && writing->version == VCARD_4 &&
		strncmp(property->name, "X-", 2) != 0) {
		write_binary(writing, property);
	} else if (writing->version == VCARD_4 || !write_data_uri(writing, property)) {
		print_renamed(&line, writing, property);
		write_line(writing, line.data);
	}
	strbuf_fini(&line);
}

/* In an older database the label of a type "X-Boat" is "x-boat". */
static bool is_same_label(const char *own, const char *said)
{
	return text_is_same(own, said) ||
	       (own && said && ascii_begins(own, "x-") && ascii_equal(own + 2, said));
}

/* Finds the channel in the contact that has not been written yet; -1: it is not there. */
static int vcard_preserved_find_channel(
	const struct writing *writing, const struct channel *channel)
{
	const struct vector *channels = &writing->contact->channels;

	for (size_t i = 0; i < channels->count; i++) {
		const struct channel *own = vector_at(channels, i);
		if (!writing->is_channel_written[i] && own->kind == channel->kind &&
			own->is_preferred == channel->is_preferred &&
			text_is_same(own->value, channel->value) &&
			is_same_label(own->label, channel->label))
			return (int)i;
	}
	return -1;
}

static int vcard_preserved_find_date(const struct writing *writing, const struct yearly_date *date)
{
	const struct vector *dates = &writing->contact->dates;

	for (size_t i = 0; i < dates->count; i++) {
		const struct yearly_date *own = vector_at(dates, i);
		if (!writing->is_date_written[i] && own->kind == date->kind &&
			own->date.year == date->date.year && own->date.month == date->date.month &&
			own->date.day == date->date.day)
			return (int)i;
	}
	return -1;
}

static int vcard_preserved_find_relation(
	const struct writing *writing, const struct relation *relation)
{
	const struct vector *relations = &writing->contact->relations;

	for (size_t i = 0; i < relations->count; i++) {
		const struct relation *own = vector_at(relations, i);
		if (writing->is_relation_written[i] || own->kind != relation->kind)
			continue;
		/* Who was found by their UID bears a name that the card does not say. */
		if (own->other ? relation_uid(relation->name) != NULL
			       : text_is_same(own->name, relation->name))
			return (int)i;
	}
	return -1;
}

/* A field that an original line sets: still the same, and then not written again. */
static bool claim_field(const char *said, const char *own, bool *is_written)
{
	if (!said)
		return true;
	if (!text_is_same(said, own) || *is_written)
		return false;
	*is_written = true;
	return true;
}

/* All lines of notes say one between them: whether it is still the contact's, found out once. */
static bool claim_notes(struct writing *writing, const struct vector *all)
{
	struct strbuf joined = STRBUF_INIT;

	if (!writing->are_notes_read) {
		vcard_fields_join_notes(all, &joined);
		writing->has[CONTACT_NOTE] = text_is_same(joined.data, writing->contact->note);
	}
	writing->are_notes_read = true;
	strbuf_fini(&joined);
	return writing->has[CONTACT_NOTE];
}

/* A name's parts stand in one line. */
static bool claim_name_parts(struct writing *writing, const struct contact *said)
{
	bool has_any = false, are_same = true;

	CONTACT_FIELD_EACH (field) {
		if (!contact_field(field)->name_part)
			continue;
		has_any |= *contact_field_text(said, field) != NULL;
		are_same &= contact_field_is_same(said, writing->contact, field);
	}
	if (has_any && are_same)
		writing->has[CONTACT_FAMILY] = true;
	return !has_any || are_same;
}

static bool claim_texts(struct writing *writing, const struct contact *said)
{
	CONTACT_FIELD_EACH (field) {
		char **text = contact_field_text(said, field);
		if (text && !contact_field(field)->name_part &&
			!claim_field(*text, *contact_field_text(writing->contact, field),
				&writing->has[field]))
			return false;
	}
	return true;
}

static bool claim_tags(struct writing *writing, const struct contact *said)
{
	const struct vector *tags = &writing->contact->tags;

	if (!said->tags.count)
		return true;
	if (said->tags.count != tags->count)
		return false;
	for (size_t i = 0; i < tags->count; i++)
		if (!text_is_same(
			    *(char **)vector_at(&said->tags, i), *(char **)vector_at(tags, i)))
			return false;
	writing->has[CONTACT_TAGS] = true;
	return true;
}

/* A line may say several; it is written while all of them are there. */
static bool claim_channels(struct writing *writing, const struct vector *said)
{
	const struct channel *channel;

	VECTOR_EACH (channel, said)
		if (vcard_preserved_find_channel(writing, channel) < 0)
			return false;
	VECTOR_EACH (channel, said) {
		int place = vcard_preserved_find_channel(writing, channel);
		if (place >= 0)
			writing->is_channel_written[place] = true;
	}
	return true;
}

/* Whether an original line still says what the contact says. If so, what it says is marked as
 * written; if not, the line is out of date and stays behind. */
static bool claim_original(struct writing *writing, const struct contact *said)
{
	int place;

	if (said->channels.count)
		return claim_channels(writing, &said->channels);
	if (said->dates.count) {
		place = vcard_preserved_find_date(writing, vector_at(&said->dates, 0));
		if (place >= 0)
			writing->is_date_written[place] = true;
		return place >= 0;
	}
	if (said->relations.count) {
		place = vcard_preserved_find_relation(writing, vector_at(&said->relations, 0));
		if (place >= 0)
			writing->is_relation_written[place] = true;
		return place >= 0;
	}
	/* The UID stands at the head of the card already. */
	if (said->uid)
		return false;
	return claim_texts(writing, said) && claim_name_parts(writing, said) &&
	       claim_tags(writing, said);
}

/* A channel of an older database has a label without the service. */
static void forget_service(struct contact *said, const char *service)
{
	struct channel *channel;

	VECTOR_EACH (channel, &said->channels) {
		if (!channel->label || !ascii_begins(channel->label, service))
			continue;
		const char *rest = channel->label + strlen(service);
		memory_replace_string(&channel->label, *rest == ' ' ? rest + 1 : NULL);
	}
}

static void write_original(
	struct writing *writing, const struct vcard_property *property, const struct vector *all)
{
	struct record record;

	/* How 3.0 says that the year is not known; 4.0 has a date without one. */
	if (writing->version == VCARD_4 && vcard_property_param(property, "X-APPLE-OMIT-YEAR"))
		return;
	/* A name that no server takes: filo's own writing says the same. */
	if (writing->version == VCARD_3 && strchr(property->name, '/'))
		return;
	if (!strcmp(property->name, "NOTE")) {
		if (claim_notes(writing, all))
			write_kept(writing, property);
		return;
	}
	record_init(&record, "vcard", 0);
	vcard_interpret_one(&record, property, all);
	bool is_said = claim_original(writing, &record.contact);
	const char *service = vcard_property_service(property);
	if (!is_said && service) {
		forget_service(&record.contact, service);
		is_said = claim_original(writing, &record.contact);
	}
	if (is_said)
		write_kept(writing, property);
	record_fini(&record);
}

/* As 3.0 spells it; with the spelling of 2.1 servers refuse the card. */
static void spell_encoding(struct vcard_property *property)
{
	struct vcard_param *param;

	VECTOR_EACH (param, &property->params)
		if (!strcmp(param->name, "ENCODING") && ascii_equal(param->value, "BASE64"))
			memory_replace_string(&param->value, "b");
}

static void parse_kept(const struct vector *kept, struct vector *properties)
{
	vector_init(properties, sizeof(struct vcard_property));
	for (size_t i = 0; i < kept->count; i++) {
		const char *line = ((struct kept_property *)vector_at(kept, i))->line;
		struct vcard_property *property = vector_push(properties, NULL);
		line += *line == VCARD_ORIGINAL;
		vcard_property_parse(property, line, strlen(line), false);
		spell_encoding(property);
	}
}

static void write_those(struct writing *writing, bool are_originals)
{
	const struct vector *kept = &writing->contact->kept;
	struct vcard_property *property;
	struct vector properties;

	parse_kept(kept, &properties);
	for (size_t i = 0; i < kept->count; i++) {
		const char *line = ((struct kept_property *)vector_at(kept, i))->line;
		bool is_original = *line == VCARD_ORIGINAL;
		property = vector_at(&properties, i);
		if (is_original != are_originals || !property->name)
			continue;
		if (is_original)
			write_original(writing, property, &properties);
		else
			write_kept(writing, property);
	}
	VECTOR_FINI(struct vcard_property, &properties, vcard_property_fini);
}

bool vcard_write_original_uid(struct writing *writing)
{
	struct vcard_property *property;
	struct vector properties;
	bool is_written = false;

	parse_kept(&writing->contact->kept, &properties);
	VECTOR_EACH (property, &properties) {
		if (!is_written && property->name && !strcmp(property->name, "UID")) {
			char *uid = vcard_text(property->value);
			is_written = text_is_same(uid, writing->contact->uid);
			free(uid);
			if (is_written)
				write_kept(writing, property);
		}
		vcard_property_fini(property);
	}
	vector_fini(&properties);
	return is_written;
}

void vcard_write_originals(struct writing *writing)
{
	write_those(writing, true);
}

void vcard_write_unknown(struct writing *writing)
{
	write_those(writing, false);
}
