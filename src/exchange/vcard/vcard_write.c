/* Contacts as vCard 4.0 (RFC 6350) or 3.0 (RFC 2426): what filo knows of them.
 * Not here: giving back what was kept (vcard_preserved.c), reading cards. */
#include "exchange/vcard/vcard_write.h"

#include "exchange/vcard/vcard_date.h"
#include "exchange/vcard/vcard_lines.h"
#include "exchange/vcard/vcard_preserved.h"
#include "exchange/vcard/vcard_value.h"
#include "filo/base/ascii.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/kept_groups.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static void vcard_write_write_text(struct writing *writing, const char *name, const char *text)
{
	size_t start = writing->out->len;

	if (text_is_blank(text))
		return;
	strbuf_add_format(writing->out, "%s:", name);
	vcard_escape(writing->out, text);
	vcard_end_line(writing->out, start);
}

/* Words that TYPE may hold; any other label goes into an X-ABLabel of a group. */
static bool is_type_word(const char *word, size_t len)
{
	static const char *const types[] = { "home", "work", "cell", "fax", "pager", "text",
		"video", "textphone", "main", "other", "iphone", "msg", "car", "isdn", "modem",
		"bbs", "pcs", "dom", "intl", "postal", "parcel" };

	for (size_t i = 0; i < sizeof types / sizeof *types; i++)
		if (len == strlen(types[i]) && !strncmp(word, types[i], len))
			return true;
	return false;
}

static bool is_type_list(const char *label)
{
	for (const char *word = label; *word;) {
		size_t len = strcspn(word, " ");
		if (!is_type_word(word, len))
			return false;
		word += len;
		word += *word == ' ';
	}
	return true;
}

/* "filo1." before the property when it has a label of its own; returns the number, or 0. */
static unsigned long begin_labelled(struct writing *writing, const char *label)
{
	if (!label || is_type_list(label))
		return 0;
	strbuf_add_format(writing->out, "filo%lu.", ++writing->group_count);
	return writing->group_count;
}

static void add_types(struct writing *writing, const char *label)
{
	for (const char *word = label; word && *word;) {
		size_t len = strcspn(word, " ");
		strbuf_add_format(writing->out, ";TYPE=%.*s", (int)len, word);
		word += len;
		word += *word == ' ';
	}
}

static void write_label(struct writing *writing, unsigned long group, const char *label)
{
	char name[32];

	snprintf(name, sizeof name, "filo%lu.X-ABLabel", group);
	if (group)
		vcard_write_write_text(writing, name, label);
}

static void write_channel(struct writing *writing, const struct channel *channel)
{
	struct strbuf *out = writing->out;
	size_t start = out->len;
	unsigned long group = begin_labelled(writing, channel->label);

	strbuf_add(out, vcard_name(writing, contact_field_of_channel(channel->kind)));
	if (!group)
		add_types(writing, channel->label);
	if (channel->is_preferred)
		strbuf_add(out, writing->version == VCARD_4 ? ";PREF=1" : ";TYPE=pref");
	strbuf_add(out, channel->kind == CHANNEL_ADDRESS ? ":;;" : ":");
	bool is_uri = channel->kind == CHANNEL_WEBSITE || channel->kind == CHANNEL_MESSENGER;
	/* A URI is not escaped, but for the commas of 3.0, at which some cut it; elsewhere a comma
	 * or semicolon would divide the value. */
	if (is_uri && writing->version == VCARD_3)
		vcard_escape_for_3(out, channel->value, false);
	else if (is_uri)
		strbuf_add(out, channel->value);
	else
		vcard_escape(out, channel->value);
	strbuf_add(out, channel->kind == CHANNEL_ADDRESS ? ";;;;" : "");
	vcard_end_line(out, start);
	write_label(writing, group, channel->label);
}

static void write_date(struct writing *writing, const struct yearly_date *date)
{
	struct strbuf *out = writing->out;
	size_t start = out->len;
	bool is_other = date->kind == YEARLY_OTHER;
	unsigned long group =
		is_other ? begin_labelled(writing, date->label ? date->label : "-") : 0;

	strbuf_add(out, vcard_name(writing, contact_field_of_yearly(date->kind)));
	if (writing->version == VCARD_3 && !date->date.year && date->date.month)
		strbuf_add_format(out, ";X-APPLE-OMIT-YEAR=%d", VCARD_NO_YEAR);
	if (date->is_remembered)
		strbuf_add(out, ";" VCARD_REMEMBER "=1");
	if (date->kind == YEARLY_DEATH && !date->date.year && !date->date.month)
		strbuf_add(out, ";VALUE=text:yes"); /* only that it was */
	else {
		strbuf_add_char(out, ':');
		vcard_date_print(out, date->date, writing->version == VCARD_3);
	}
	vcard_end_line(out, start);
	if (date->label)
		write_label(writing, group, date->label);
}

static void write_name_parts(struct writing *writing)
{
	struct strbuf *out = writing->out;
	size_t start = out->len;
	bool has_any = false;
	const char *between = "N:";

	CONTACT_FIELD_EACH (field)
		has_any |= contact_field(field)->name_part &&
			   *contact_field_text(writing->contact, field);
	/* 3.0 demands an N. */
	if (!has_any && writing->version == VCARD_4)
		return;
	CONTACT_FIELD_EACH (field) {
		if (!contact_field(field)->name_part)
			continue;
		strbuf_add(out, between);
		const char *part = *contact_field_text(writing->contact, field);
		vcard_escape(out, part ? part : "");
		between = ";";
	}
	vcard_end_line(out, start);
}

/* "Ann, Annie" is a list of two; for those who read 3.0, of which some take one only, a text. */
static void write_nickname(struct writing *writing)
{
	const char *name = writing->contact->nickname;
	size_t start = writing->out->len;

	if (writing->version == VCARD_3)
		vcard_write_write_text(writing, "NICKNAME", name);
	if (text_is_blank(name) || writing->version == VCARD_3)
		return;
	strbuf_add(writing->out, "NICKNAME:");
	while (*name) {
		const char *comma = strstr(name, ", ");
		char *part = memory_copy_bytes(name, comma ? (size_t)(comma - name) : strlen(name));
		vcard_escape(writing->out, part);
		name += strlen(part);
		free(part);
		if (comma) {
			strbuf_add_char(writing->out, ',');
			name += 2;
		}
	}
	vcard_end_line(writing->out, start);
}

static void write_tags(struct writing *writing)
{
	const struct vector *tags = &writing->contact->tags;
	size_t start = writing->out->len;

	if (!tags->count)
		return;
	strbuf_add(writing->out, "CATEGORIES:");
	for (size_t i = 0; i < tags->count; i++) {
		if (i)
			strbuf_add_char(writing->out, ',');
		vcard_escape(writing->out, *(char **)vector_at(tags, i));
	}
	vcard_end_line(writing->out, start);
}

static void write_relation(
	struct writing *writing, const struct relation *relation, const char *uid)
{
	static const char *const types[] = {
		[RELATION_INTRODUCED_BY] = "x-introduced-by",
		[RELATION_PARTNER] = "spouse",
		[RELATION_FAMILY] = "kin",
		[RELATION_COLLEAGUE] = "colleague",
		[RELATION_FRIEND] = "friend",
	};
	struct strbuf *out = writing->out;
	size_t start = out->len;

	if (!uid && text_is_blank(relation->name))
		return;
	if (!uid)
		uid = relation_uid(relation->name);
	strbuf_add_format(out, "RELATED;TYPE=%s", types[relation->kind]);
	if (uid) {
		strbuf_add_format(out, ":%s%s", ascii_begins(uid, "urn:") ? "" : "urn:uid:", uid);
	} else {
		strbuf_add(out, ";VALUE=text:");
		vcard_escape(out, relation->name);
	}
	vcard_end_line(out, start);
}

/* The UID stands at the head of the card, the revision and what is filo's own at its end. */
static bool comes_last(enum contact_field field)
{
	return field == CONTACT_REVISION || !strncmp(contact_field(field)->vcard, "X-FILO-", 7);
}

static void write_fields(struct writing *writing, bool are_last)
{
	CONTACT_FIELD_EACH (field) {
		char **text = contact_field_text(writing->contact, field);
		if (!text || writing->has[field] || field == CONTACT_UID ||
			comes_last(field) != are_last)
			continue;
		if (field == CONTACT_FAMILY)
			write_name_parts(writing);
		else if (field == CONTACT_NICKNAME)
			write_nickname(writing);
		else if (!contact_field(field)->name_part)
			vcard_write_write_text(writing, vcard_name(writing, field), *text);
	}
	if (!are_last && !writing->has[CONTACT_TAGS])
		write_tags(writing);
}

static void write_own(struct writing *writing, const char *circle)
{
	const struct contact *contact = writing->contact;
	char iso[DATE_ISO_SIZE], number[16];

	vcard_write_write_text(writing, vcard_name(writing, CONTACT_CIRCLE), circle);
	if (contact->cadence_days) {
		snprintf(number, sizeof number, "%d", contact->cadence_days);
		vcard_write_write_text(writing, vcard_name(writing, CONTACT_CADENCE), number);
	}
	if (contact->met_on != DAY_NONE)
		vcard_write_write_text(writing, vcard_name(writing, CONTACT_MET_ON),
			date_format_iso(contact->met_on, iso));
	write_fields(writing, true);
}

bool vcard_write(struct strbuf *out, const struct contact *contact, const char *circle,
	enum vcard_version version, char *(*other_uid)(void *context, contact_id other),
	void *context)
{
	struct writing writing = {
		.start = out->len, .out = out, .contact = contact, .version = version
	};

	/* No group that a kept line is in. */
	writing.group_count = kept_groups_last(&contact->kept, "filo");
	writing.is_channel_written = memory_new(contact->channels.count);
	writing.is_date_written = memory_new(contact->dates.count);
	writing.is_relation_written = memory_new(contact->relations.count);
	strbuf_add(out, version == VCARD_4 ? "BEGIN:VCARD\r\nVERSION:4.0\r\n"
					   : "BEGIN:VCARD\r\nVERSION:3.0\r\n");
	if (!vcard_write_original_uid(&writing))
		vcard_write_write_text(&writing, "UID", contact->uid);
	vcard_write_originals(&writing);
	write_fields(&writing, false);
	for (size_t i = 0; i < contact->channels.count; i++)
		if (!writing.is_channel_written[i])
			write_channel(&writing, vector_at(&contact->channels, i));
	for (size_t i = 0; i < contact->dates.count; i++)
		if (!writing.is_date_written[i])
			write_date(&writing, vector_at(&contact->dates, i));
	for (size_t i = 0; i < contact->relations.count; i++) {
		struct relation *relation = vector_at(&contact->relations, i);
		char *uid =
			relation->other && other_uid ? other_uid(context, relation->other) : NULL;
		if (!writing.is_relation_written[i])
			write_relation(&writing, relation, uid);
		free(uid);
	}
	write_own(&writing, circle);
	vcard_write_unknown(&writing);
	strbuf_add(out, "END:VCARD\r\n");
	free(writing.is_channel_written);
	free(writing.is_date_written);
	free(writing.is_relation_written);
	return !writing.has_left_out;
}
