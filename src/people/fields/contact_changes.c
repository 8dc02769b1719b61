/* What was changed of a contact, field by field.
 * Not here: what a field is (contact_field.c), what is the same however written (sameness.c). */
#include "filo/people/contact_changes.h"

#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/sameness.h"

#include <string.h>

/* What belongs to the field among the items of a list, one by one: `at` goes on behind it. */
static const struct channel *next_channel(const struct contact *contact, int kind, size_t *at)
{
	while (*at < contact->channels.count) {
		const struct channel *channel = vector_at(&contact->channels, (*at)++);
		if ((int)channel->kind == kind)
			return channel;
	}
	return NULL;
}

static bool has_same_channels(const struct contact *a, const struct contact *b, int kind)
{
	size_t at_a = 0, at_b = 0;
	const struct channel *one, *other;

	do {
		one = next_channel(a, kind, &at_a);
		other = next_channel(b, kind, &at_b);
		if (!one || !other)
			return one == other;
	} while (text_is_same(one->value, other->value) && text_is_same(one->label, other->label));
	return false;
}

static bool has_date(const struct contact *contact, const struct yearly_date *date)
{
	const struct yearly_date *other;

	VECTOR_EACH (other, &contact->dates)
		if (yearly_date_is_same(date, other) && date->is_remembered == other->is_remembered)
			return true;
	return false;
}

static bool has_dates_of(const struct contact *a, const struct contact *b, int kind)
{
	const struct yearly_date *date;

	VECTOR_EACH (date, &a->dates)
		if ((int)date->kind == kind && !has_date(b, date))
			return false;
	return true;
}

static bool has_relations_of(const struct contact *a, const struct contact *b, int kind)
{
	const struct relation *relation;

	VECTOR_EACH (relation, &a->relations)
		if ((int)relation->kind == kind && !contact_has_relation(b, relation))
			return false;
	return true;
}

/* They are sorted, and each is there once. */
static bool has_same_tags(const struct contact *a, const struct contact *b)
{
	if (a->tags.count != b->tags.count)
		return false;
	for (size_t i = 0; i < a->tags.count; i++)
		if (strcmp(*(char **)vector_at(&a->tags, i), *(char **)vector_at(&b->tags, i)) != 0)
			return false;
	return true;
}

bool contact_field_has_changed(
	const struct contact *a, const struct contact *b, enum contact_field field)
{
	const struct contact_field_row *row = contact_field(field);

	if (!row->label)
		return false;
	switch (row->type) {
	case TYPE_CHANNEL:
		return !has_same_channels(a, b, row->kind);
	case TYPE_YEARLY:
		return !has_dates_of(a, b, row->kind) || !has_dates_of(b, a, row->kind);
	case TYPE_RELATION:
		return !has_relations_of(a, b, row->kind) || !has_relations_of(b, a, row->kind);
	case TYPE_TAGS:
		return !has_same_tags(a, b);
	default:
		return row->column && !contact_field_is_same(a, b, field);
	}
}
