/* Joining two records field by field and list by list.
 * Not here: which side the user prefers (merge_view.c). */
#include "tui/person/contact_join.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/exchange/match.h"

#include <stdlib.h>
#include <string.h>

/* The fields that hold one text; the others are told apart by IS_NO_TEXT. */
#define IS_NO_TEXT ((size_t)-1)
static const size_t texts[MERGE_FIELDS] = {
	[MERGE_NAME] = offsetof(struct contact, name),
	[MERGE_NICKNAME] = offsetof(struct contact, nickname),
	[MERGE_BIRTHDAY] = IS_NO_TEXT,
	[MERGE_ORGANIZATION] = offsetof(struct contact, organization),
	[MERGE_TITLE] = offsetof(struct contact, title),
	[MERGE_MET] = offsetof(struct contact, met),
	[MERGE_MET_ON] = IS_NO_TEXT,
	[MERGE_NOTE] = offsetof(struct contact, note),
	[MERGE_CIRCLE] = IS_NO_TEXT,
	[MERGE_WISH] = IS_NO_TEXT,
};

/* What belongs to a name and goes with it. */
static const size_t name_parts[] = {
	offsetof(struct contact, family),
	offsetof(struct contact, given),
	offsetof(struct contact, additional),
	offsetof(struct contact, prefix),
	offsetof(struct contact, suffix),
};

static char **string_at(const struct contact *contact, size_t offset)
{
	return (char **)((char *)contact + offset);
}

const char *contact_join_text(const struct contact *contact, enum contact_join_field field)
{
	return texts[field] == IS_NO_TEXT ? NULL : *string_at(contact, texts[field]);
}

static bool is_same_text(const char *a, const char *b)
{
	return a == b || (a && b && !strcmp(a, b));
}

static struct yearly_date *birthday_of(const struct contact *contact)
{
	struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates)
		if (date->kind == YEARLY_BIRTHDAY)
			return date;
	return NULL;
}

static bool says(const struct contact *contact, enum contact_join_field field)
{
	switch (field) {
	case MERGE_BIRTHDAY:
		return birthday_of(contact);
	case MERGE_MET_ON:
		return contact->met_on != DAY_NONE;
	case MERGE_CIRCLE:
		return contact->circle;
	case MERGE_WISH:
		return contact->cadence_days;
	default:
		return !text_is_blank(contact_join_text(contact, field));
	}
}

bool contact_join_joins_texts(enum contact_join_field field)
{
	return field == MERGE_MET || field == MERGE_NOTE;
}

static enum contact_join_side proposed_birthday(
	const struct civil_date *a, const struct civil_date *b)
{
	bool is_one_day = a->month == b->month && a->day == b->day;

	return is_one_day && !a->year && b->year ? MERGE_SECOND : MERGE_FIRST;
}

enum contact_join_side contact_join_proposed(
	enum contact_join_field field, const struct contact *first, const struct contact *second)
{
	if (!says(second, field))
		return MERGE_FIRST;
	if (!says(first, field))
		return MERGE_SECOND;
	if (field == MERGE_BIRTHDAY)
		return proposed_birthday(&birthday_of(first)->date, &birthday_of(second)->date);
	if (field != MERGE_NOTE || strstr(first->note, second->note))
		return MERGE_FIRST;
	return strstr(second->note, first->note) ? MERGE_SECOND : MERGE_BOTH;
}

/* ---- What there is one of ---- */

static void join_text(struct contact *to, const struct contact *second,
	enum contact_join_field field, enum contact_join_side side)
{
	char **own = string_at(to, texts[field]);
	const char *other = *string_at(second, texts[field]);

	if (side == MERGE_SECOND) {
		memory_replace_string(own, other);
	} else if (side == MERGE_BOTH) {
		struct strbuf both = STRBUF_INIT;
		strbuf_add_format(&both, field == MERGE_NOTE ? "%s\n\n%s" : "%s; %s", *own, other);
		free(*own);
		*own = strbuf_take(&both);
	}
}

static void take_birthday(struct contact *to, const struct contact *second)
{
	const struct yearly_date *date = birthday_of(second);
	struct yearly_date *own = birthday_of(to);

	if (own && date)
		own->date = date->date;
	else if (date)
		contact_add_date(to, YEARLY_BIRTHDAY, date->date, date->label);
}

static void take_name_parts(struct contact *to, const struct contact *second)
{
	for (size_t i = 0; i < sizeof name_parts / sizeof *name_parts; i++)
		memory_replace_string(
			string_at(to, name_parts[i]), *string_at(second, name_parts[i]));
}

/* ---- What there may be several of ---- */

static struct channel *find_channel(const struct contact *contact, const struct channel *wanted)
{
	struct strbuf key = STRBUF_INIT, own_key = STRBUF_INIT;
	struct channel *own, *found = NULL;

	match_channel_key(&key, wanted->kind, wanted->value);
	VECTOR_EACH (own, &contact->channels) {
		if (found || own->kind != wanted->kind)
			continue;
		strbuf_clear(&own_key);
		match_channel_key(&own_key, own->kind, own->value);
		if (!strcmp(own->value, wanted->value) ||
			(key.len && !strcmp(key.data, own_key.data)))
			found = own;
	}
	strbuf_fini(&key);
	strbuf_fini(&own_key);
	return found;
}

static void join_channels(struct contact *to, const struct contact *second)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &second->channels) {
		struct channel *own = find_channel(to, channel);
		const struct channel *first = contact_channel(to, channel->kind);
		if (own && !own->label)
			own->label = memory_copy_string(channel->label);
		if (!own)
			contact_add_channel(to, channel->kind, channel->value, channel->label,
				channel->is_preferred && !(first && first->is_preferred));
	}
}

static bool has_date(const struct contact *contact, const struct yearly_date *date)
{
	const struct yearly_date *own;

	VECTOR_EACH (own, &contact->dates)
		if (own->kind == date->kind && own->date.year == date->date.year &&
			own->date.month == date->date.month && own->date.day == date->date.day &&
			is_same_text(own->label, date->label))
			return true;
	return false;
}

static bool has_relation(const struct contact *contact, const struct relation *relation)
{
	const struct relation *own;

	VECTOR_EACH (own, &contact->relations)
		if (own->kind == relation->kind && own->other == relation->other &&
			(own->other || is_same_text(own->name, relation->name)))
			return true;
	return false;
}

static bool has_kept(const struct contact *contact, const char *line)
{
	const struct kept_property *kept;

	VECTOR_EACH (kept, &contact->kept)
		if (!strcmp(kept->line, line))
			return true;
	return false;
}

static void join_lists(struct contact *to, const struct contact *second)
{
	const struct yearly_date *date;
	const struct relation *relation;
	const struct kept_property *kept;
	char *const *tag;

	join_channels(to, second);
	VECTOR_EACH (tag, &second->tags)
		contact_add_tag(to, *tag);
	VECTOR_EACH (date, &second->dates)
		if (date->kind != YEARLY_BIRTHDAY && !has_date(to, date))
			contact_add_date(to, date->kind, date->date, date->label);
	VECTOR_EACH (relation, &second->relations) {
		struct relation copy = *relation;
		if (has_relation(to, relation))
			continue;
		copy.name = memory_copy_string(relation->name);
		vector_push(&to->relations, &copy);
	}
	VECTOR_EACH (kept, &second->kept)
		if (!has_kept(to, kept->line))
			contact_add_kept(to, kept->line);
}

void contact_join(struct contact *joined, const struct contact *first, const struct contact *second,
	const enum contact_join_side sides[MERGE_FIELDS])
{
	contact_copy(joined, first);
	for (enum contact_join_field field = 0; field < MERGE_FIELDS; field++)
		if (texts[field] != IS_NO_TEXT)
			join_text(joined, second, field, sides[field]);
	if (sides[MERGE_NAME] == MERGE_SECOND)
		take_name_parts(joined, second);
	if (sides[MERGE_BIRTHDAY] == MERGE_SECOND)
		take_birthday(joined, second);
	if (sides[MERGE_MET_ON] == MERGE_SECOND)
		joined->met_on = second->met_on;
	if (sides[MERGE_CIRCLE] == MERGE_SECOND)
		joined->circle = second->circle;
	if (sides[MERGE_WISH] == MERGE_SECOND)
		joined->cadence_days = second->cadence_days;
	join_lists(joined, second);
}
