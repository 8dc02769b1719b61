/* Joining two records field by field and list by list.
 * Not here: which side the user prefers (merge_view.c). */
#include "filo/people/contact_join.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/sameness.h"

#include <stdlib.h>
#include <string.h>

static struct yearly_date *birthday_of(const struct contact *contact)
{
	struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates)
		if (date->kind == YEARLY_BIRTHDAY)
			return date;
	return NULL;
}

static enum contact_join_side proposed_birthday(
	const struct civil_date *a, const struct civil_date *b)
{
	bool is_one_day = a->month == b->month && a->day == b->day;

	return is_one_day && !a->year && b->year ? MERGE_SECOND : MERGE_FIRST;
}

/* Of two long texts neither is lost. */
static enum contact_join_side proposed_text(const char *first, const char *second)
{
	if (strstr(first, second))
		return MERGE_FIRST;
	return strstr(second, first) ? MERGE_SECOND : MERGE_BOTH;
}

enum contact_join_side contact_join_proposed(
	enum contact_field field, const struct contact *first, const struct contact *second)
{
	if (!contact_field_says(second, field))
		return MERGE_FIRST;
	if (!contact_field_says(first, field))
		return MERGE_SECOND;
	if (field == CONTACT_BIRTHDAY)
		return proposed_birthday(&birthday_of(first)->date, &birthday_of(second)->date);
	if (contact_field(field)->join == JOIN_BOTH && contact_field(field)->is_multiline)
		return proposed_text(
			*contact_field_text(first, field), *contact_field_text(second, field));
	return MERGE_FIRST;
}

/* ---- What there is one of ---- */

static void contact_join_add_text(
	struct contact *to, const struct contact *second, enum contact_field field)
{
	char **own = contact_field_text(to, field);
	struct strbuf both = STRBUF_INIT;

	strbuf_add_format(&both, contact_field(field)->is_multiline ? "%s\n\n%s" : "%s; %s", *own,
		*contact_field_text(second, field));
	free(*own);
	*own = strbuf_take(&both);
}

static void join_birthday(struct contact *to, const struct contact *second)
{
	const struct yearly_date *date = birthday_of(second);
	struct yearly_date *own = birthday_of(to);

	if (own && date)
		own->date = date->date;
	else if (date)
		contact_add_date(to, YEARLY_BIRTHDAY, date->date, date->label);
}

static void join_field(struct contact *to, const struct contact *second, enum contact_field field,
	enum contact_join_side side)
{
	if (side == MERGE_BOTH)
		contact_join_add_text(to, second, field);
	else if (side == MERGE_SECOND && field == CONTACT_BIRTHDAY)
		join_birthday(to, second);
	else if (side == MERGE_SECOND)
		contact_field_set(to, second, field);
}

/* ---- What there may be several of ---- */

static struct channel *find_channel(const struct contact *contact, const struct channel *wanted)
{
	struct channel *own;

	VECTOR_EACH (own, &contact->channels)
		if (channel_is_same(own, wanted))
			return own;
	return NULL;
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

static bool contact_join_has_date(const struct contact *contact, const struct yearly_date *date)
{
	const struct yearly_date *own;

	VECTOR_EACH (own, &contact->dates)
		if (yearly_date_is_same(own, date))
			return true;
	return false;
}

static bool contact_join_has_relation(
	const struct contact *contact, const struct relation *relation)
{
	const struct relation *own;

	VECTOR_EACH (own, &contact->relations)
		if (relation_is_same(own, relation))
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
		if (date->kind != YEARLY_BIRTHDAY && !contact_join_has_date(to, date))
			contact_add_date(to, date->kind, date->date, date->label);
	VECTOR_EACH (relation, &second->relations) {
		struct relation copy = *relation;
		if (contact_join_has_relation(to, relation))
			continue;
		copy.name = memory_copy_string(relation->name);
		vector_push(&to->relations, &copy);
	}
	VECTOR_EACH (kept, &second->kept)
		if (!has_kept(to, kept->line))
			contact_add_kept(to, kept->line);
}

void contact_join(struct contact *joined, const struct contact *first, const struct contact *second,
	const enum contact_join_side sides[CONTACT_FIELDS])
{
	contact_copy(joined, first);
	CONTACT_FIELD_EACH (field) {
		if (contact_field(field)->is_name_part)
			join_field(joined, second, field, sides[CONTACT_NAME]);
		else if (contact_field(field)->join != JOIN_UNASKED)
			join_field(joined, second, field, sides[field]);
	}
	join_lists(joined, second);
}
