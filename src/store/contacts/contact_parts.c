/* Channels, tags, yearly dates, relations and kept properties, each kind by one table of SQL.
 * Not here: the contact's own row (contacts.c). */
#include "store/contacts/contact_parts.h"

#include "filo/base/text.h"
#include "filo/people/sameness.h"
#include "store/db/query.h"

#include <string.h>

static void bind_channel(struct query *query, const void *item)
{
	const struct channel *channel = item;

	bind_number(query, 2, channel->kind);
	bind_text(query, 3, channel->value);
	bind_text(query, 4, channel->label);
	bind_number(query, 5, channel->is_preferred);
}

static void load_channel(struct query *query, struct contact *contact)
{
	contact_add_channel(contact, (enum channel_kind)column_kind(query, 0, CHANNEL_KINDS),
		column_text(query, 1), column_text(query, 2), column_int(query, 3));
}

static bool is_same_channel(const void *a, const void *b)
{
	const struct channel *one = a, *other = b;

	return one->kind == other->kind && text_is_same(one->value, other->value) &&
	       text_is_same(one->label, other->label) && one->is_preferred == other->is_preferred;
}

static void bind_tag(struct query *query, const void *item)
{
	bind_text(query, 2, *(char *const *)item);
}

static void load_tag(struct query *query, struct contact *contact)
{
	contact_add_tag(contact, column_text(query, 0));
}

static bool is_same_tag(const void *a, const void *b)
{
	return text_is_same(*(char *const *)a, *(char *const *)b);
}

static void bind_date(struct query *query, const void *item)
{
	const struct yearly_date *yearly = item;

	bind_number(query, 2, yearly->kind);
	bind_number(query, 3, yearly->date.year);
	bind_number(query, 4, yearly->date.month);
	bind_number(query, 5, yearly->date.day);
	bind_text(query, 6, yearly->label);
	bind_number(query, 7, yearly->is_remembered);
}

static void load_date(struct query *query, struct contact *contact)
{
	struct civil_date date = { .year = column_int(query, 1),
		.month = column_int(query, 2),
		.day = column_int(query, 3) };

	contact_add_date(contact, (enum yearly_kind)column_kind(query, 0, YEARLY_KINDS), date,
		column_text(query, 4))
		->is_remembered = column_int(query, 5);
}

static bool is_same_date(const void *a, const void *b)
{
	return yearly_date_is_same(a, b) && ((const struct yearly_date *)a)->is_remembered ==
						    ((const struct yearly_date *)b)->is_remembered;
}

static void bind_relation(struct query *query, const void *item)
{
	const struct relation *relation = item;

	bind_number(query, 2, relation->kind);
	bind_id(query, 3, relation->other);
	bind_text(query, 4, relation->other ? NULL : relation->name);
}

static void load_relation(struct query *query, struct contact *contact)
{
	struct relation relation = { .kind = (enum relation_kind)column_kind(
					     query, 0, RELATION_KINDS),
		.other = column_id(query, 1),
		.name = column_copy(query, 2) };

	vector_push(&contact->relations, &relation);
}

static bool is_same_relation(const void *a, const void *b)
{
	return relation_is_same(a, b);
}

static void bind_kept(struct query *query, const void *item)
{
	bind_text(query, 2, ((const struct kept_property *)item)->line);
}

static void load_kept(struct query *query, struct contact *contact)
{
	contact_add_kept(contact, column_text(query, 0));
}

static bool is_same_kept(const void *a, const void *b)
{
	return text_is_same(
		((const struct kept_property *)a)->line, ((const struct kept_property *)b)->line);
}

static const struct part {
	size_t list; /* offset of the vector in struct contact */
	const char *select, *insert, *remove;
	void (*bind)(struct query *query, const void *item); /* from ?2 on */
	void (*load)(struct query *query, struct contact *contact);
	bool (*is_same)(const void *a, const void *b);
} parts[] = {
	{ offsetof(struct contact, channels),
		"SELECT kind, value, label, is_preferred FROM channel WHERE contact = ?1"
		" ORDER BY id",
		"INSERT INTO channel(contact, kind, value, value_key, label, is_preferred)"
		" VALUES (?1, ?2, ?3, '', ?4, ?5)",
		"DELETE FROM channel WHERE contact = ?1", bind_channel, load_channel,
		is_same_channel },
	{ offsetof(struct contact, tags), "SELECT tag FROM tag WHERE contact = ?1 ORDER BY tag",
		"INSERT OR IGNORE INTO tag(contact, tag) VALUES (?1, ?2)",
		"DELETE FROM tag WHERE contact = ?1", bind_tag, load_tag, is_same_tag },
	{ offsetof(struct contact, dates),
		"SELECT kind, year, month, day, label, is_remembered FROM yearly_date WHERE "
		"contact = ?1"
		" ORDER BY id",
		"INSERT INTO yearly_date(contact, kind, year, month, day, label, is_remembered)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
		"DELETE FROM yearly_date WHERE contact = ?1", bind_date, load_date, is_same_date },
	{ offsetof(struct contact, relations),
		"SELECT r.kind, r.other, ifnull(c.name, r.name) FROM relation AS r"
		" LEFT JOIN contact AS c ON c.id = r.other WHERE r.contact = ?1 ORDER BY r.id",
		"INSERT INTO relation(contact, kind, other, name) VALUES (?1, ?2, ?3, ?4)",
		"DELETE FROM relation WHERE contact = ?1", bind_relation, load_relation,
		is_same_relation },
	{ offsetof(struct contact, kept),
		"SELECT line FROM kept_property WHERE contact = ?1 ORDER BY id",
		"INSERT INTO kept_property(contact, line) VALUES (?1, ?2)",
		"DELETE FROM kept_property WHERE contact = ?1", bind_kept, load_kept,
		is_same_kept },
};
#define PARTS (sizeof parts / sizeof *parts)

static const struct vector *list_of(const struct contact *contact, const struct part *part)
{
	return (const struct vector *)((const char *)contact + part->list);
}

enum status contact_parts_load(struct store *store, struct contact *contact, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < PARTS && status == STATUS_OK; i++) {
		struct query query = query_open(store, parts[i].select);
		bind_id(&query, 1, contact->id);
		while (query_next(&query))
			parts[i].load(&query, contact);
		status = query_close(&query, err);
	}
	return status;
}

static enum status contact_parts_add_list(struct store *store, const struct part *part,
	const struct contact *contact, struct error *err)
{
	const struct vector *list = list_of(contact, part);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < list->count && status == STATUS_OK; i++) {
		struct query query = query_open(store, part->insert);
		bind_id(&query, 1, contact->id);
		part->bind(&query, vector_at(list, i));
		status = query_run(&query, err);
	}
	return status;
}

enum status contact_parts_add(struct store *store, const struct contact *contact, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < PARTS && status == STATUS_OK; i++)
		status = contact_parts_add_list(store, &parts[i], contact, err);
	return status;
}

static bool is_same_list(const struct part *part, const struct vector *a, const struct vector *b)
{
	if (a->count != b->count)
		return false;
	for (size_t i = 0; i < a->count; i++) {
		if (!part->is_same(vector_at(a, i), vector_at(b, i)))
			return false;
	}
	return true;
}

enum status contact_parts_update(struct store *store, const struct contact *before,
	const struct contact *after, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < PARTS && status == STATUS_OK; i++) {
		const struct part *part = &parts[i];
		if (is_same_list(part, list_of(before, part), list_of(after, part)))
			continue;
		struct query query = query_open(store, part->remove);
		bind_id(&query, 1, after->id);
		status = query_run(&query, err);
		if (status == STATUS_OK)
			status = contact_parts_add_list(store, part, after, err);
	}
	return status;
}
