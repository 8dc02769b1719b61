/* Joining two records field by field and list by list.
 * Not here: which side the user prefers (merge_view.c). */
#include "filo/people/contact_join.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/full_name.h"
#include "filo/people/kept_groups.h"
#include "filo/people/sameness.h"

#include <stdlib.h>
#include <string.h>

/* A date of which a person has one: the birthday, the death. */
static bool is_one_date(enum contact_field field)
{
	return contact_field(field)->type == TYPE_YEARLY && contact_field(field)->join == JOIN_SIDE;
}

static struct yearly_date *date_of(const struct contact *contact, enum contact_field field)
{
	struct yearly_date *date;

	VECTOR_EACH (date, &contact->dates)
		if (contact_field_of_yearly(date->kind) == field)
			return date;
	return NULL;
}

static enum contact_join_side proposed_date(const struct civil_date *a, const struct civil_date *b)
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
	if (is_one_date(field))
		return proposed_date(&date_of(first, field)->date, &date_of(second, field)->date);
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

static void join_add_date(struct contact *to, const struct yearly_date *date)
{
	contact_add_date(to, date->kind, date->date, date->label)->is_remembered =
		date->is_remembered;
}

/* What is always told of one of them is always told, whichever day was chosen. */
static void join_date(struct contact *to, const struct contact *second, enum contact_field field,
	enum contact_join_side side)
{
	const struct yearly_date *date = date_of(second, field);
	struct yearly_date *own = date_of(to, field);

	if (!date)
		return;
	if (own) {
		own->date = side == MERGE_SECOND ? date->date : own->date;
		own->is_remembered |= date->is_remembered;
	} else if (side == MERGE_SECOND) {
		join_add_date(to, date);
	}
}

static void join_field(struct contact *to, const struct contact *second, enum contact_field field,
	enum contact_join_side side)
{
	if (is_one_date(field))
		join_date(to, second, field, side);
	else if (side == MERGE_BOTH)
		contact_join_add_text(to, second, field);
	else if (side == MERGE_SECOND)
		contact_field_set(to, second, field);
}

/* ---- What there may be several of ---- */

static void join_channels(struct contact *to, const struct contact *second)
{
	const struct channel *channel;

	VECTOR_EACH (channel, &second->channels) {
		struct channel *own = contact_find_channel(to, channel);
		const struct channel *first = contact_channel(to, channel->kind);
		if (own && !own->label)
			own->label = memory_copy_string(channel->label);
		if (!own)
			contact_add_channel(to, channel->kind, channel->value, channel->label,
				channel->is_preferred && !(first && first->is_preferred));
	}
}

static struct yearly_date *contact_join_find_date(
	const struct contact *contact, const struct yearly_date *wanted)
{
	struct yearly_date *own;

	VECTOR_EACH (own, &contact->dates)
		if (yearly_date_is_same(own, wanted))
			return own;
	return NULL;
}

static void join_dates(struct contact *to, const struct contact *second)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &second->dates) {
		struct yearly_date *own = contact_join_find_date(to, date);
		if (is_one_date(contact_field_of_yearly(date->kind)))
			continue;
		if (own)
			own->is_remembered |= date->is_remembered;
		else
			join_add_date(to, date);
	}
}

static bool has_kept(const struct contact *contact, const char *line)
{
	const struct kept_property *kept;

	VECTOR_EACH (kept, &contact->kept)
		if (!strcmp(kept->line, line))
			return true;
	return false;
}

/* By the places of the lines of `contact`: `other` has no such line. Caller frees. */
static bool *find_unshared(const struct contact *contact, const struct contact *other)
{
	bool *is_unshared = memory_new(contact->kept.count);

	for (size_t i = 0; i < contact->kept.count; i++)
		is_unshared[i] = !has_kept(
			other, ((struct kept_property *)vector_at(&contact->kept, i))->line);
	return is_unshared;
}

static void join_kept(struct contact *to, const struct contact *second)
{
	bool *is_new = find_unshared(second, to), *is_other = find_unshared(to, second);

	kept_groups_join(to, second, is_new, is_other);
	free(is_new);
	free(is_other);
}

static void join_lists(struct contact *to, const struct contact *second)
{
	const struct relation *relation;
	char *const *tag;

	join_channels(to, second);
	VECTOR_EACH (tag, &second->tags)
		contact_add_tag(to, *tag);
	join_dates(to, second);
	VECTOR_EACH (relation, &second->relations) {
		struct relation copy = *relation;
		if (contact_has_relation(to, relation))
			continue;
		copy.name = memory_copy_string(relation->name);
		vector_push(&to->relations, &copy);
	}
	join_kept(to, second);
}

void contact_join(struct contact *joined, const struct contact *first, const struct contact *second,
	const enum contact_join_side sides[CONTACT_FIELDS])
{
	contact_copy(joined, first);
	CONTACT_FIELD_EACH (field) {
		if (contact_field(field)->name_part)
			join_field(joined, second, field, sides[CONTACT_NAME]);
		else if (contact_field(field)->join != JOIN_UNASKED)
			join_field(joined, second, field, sides[field]);
	}
	join_lists(joined, second);
}

/* ---- What became of it ---- */

static bool has_date_within(const struct civil_date *whole, const struct civil_date *part)
{
	return (!part->year || part->year == whole->year) &&
	       (!part->month || part->month == whole->month) &&
	       (!part->day || part->day == whole->day);
}

/* As whole lines. */
static bool has_lines(const char *text, const char *lines)
{
	size_t len = strlen(lines);

	for (const char *at = text; (at = strstr(at, lines)); at++)
		if ((at == text || at[-1] == '\n') && (!at[len] || at[len] == '\n'))
			return true;
	return false;
}

static bool join_says(
	const struct contact *joined, const struct contact *second, enum contact_field field)
{
	if (!contact_field_says(joined, field))
		return false;
	if (is_one_date(field))
		return has_date_within(
			&date_of(joined, field)->date, &date_of(second, field)->date);
	if (field == CONTACT_NAME)
		return names_agree(joined->name, second->name) == NAMES_EQUAL;
	if (contact_field(field)->is_multiline)
		return has_lines(
			*contact_field_text(joined, field), *contact_field_text(second, field));
	return contact_field_is_same(joined, second, field);
}

/* "Dr. Ana Quinta Reed" of who is called Ana Reed. */
static bool has_longer_name(const struct contact *contact, const struct contact *than)
{
	struct strbuf full = STRBUF_INIT, other = STRBUF_INIT;

	contact_full_name(&full, contact);
	contact_full_name(&other, than);
	bool is_longer = full.len && names_agree(full.data, than->name) != NAMES_EQUAL &&
			 names_agree(full.data, other.data) != NAMES_EQUAL;
	strbuf_fini(&full);
	strbuf_fini(&other);
	return is_longer;
}

void contact_join_left(
	struct contact *left, const struct contact *second, const struct contact *joined)
{
	bool has_longer = has_longer_name(second, joined);

	contact_init(left);
	CONTACT_FIELD_EACH (field) {
		bool is_asked = contact_field(field)->name_part
					? has_longer
					: contact_field(field)->join != JOIN_UNASKED;
		if (is_asked && contact_field_says(second, field) &&
			!join_says(joined, second, field))
			join_field(left, second, field, MERGE_SECOND);
	}
}
