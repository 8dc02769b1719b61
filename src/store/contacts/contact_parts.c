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
		column_filled(query, 1), column_text(query, 2), column_int(query, 3));
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
	char *tag = column_copy_filled(query, 0);

	vector_push(&contact->tags, &tag);
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
	contact_add_kept(contact, column_filled(query, 0));
}

static bool is_same_kept(const void *a, const void *b)
{
	return text_is_same(
		((const struct kept_property *)a)->line, ((const struct kept_property *)b)->line);
}

/* Rows with ids stand in the order of these. */
static const struct part {
	size_t list; /* offset of the vector in struct contact */
	const char *select, *insert;
	const char *ids;             /* of the rows; NULL: they have none, and no order */
	const char *update, *remove; /* one row, by its id, or what it says */
	void (*bind)(struct query *query, const void *item); /* from ?2 on */
	void (*load)(struct query *query, struct contact *contact);
	bool (*is_same)(const void *a, const void *b);
} parts[] = {
	{ offsetof(struct contact, channels),
		"SELECT kind, value, label, is_preferred FROM channel WHERE contact = ?1"
		" ORDER BY id",
		"INSERT INTO channel(contact, kind, value, value_key, label, is_preferred)"
		" VALUES (?1, ?2, ?3, '', ?4, ?5)",
		"SELECT id FROM channel WHERE contact = ?1 ORDER BY id",
		"UPDATE channel SET kind = ?2, value = ?3, label = ?4, is_preferred = ?5 WHERE id "
		"= ?1",
		"DELETE FROM channel WHERE id = ?1", bind_channel, load_channel, is_same_channel },
	{ offsetof(struct contact, tags), "SELECT tag FROM tag WHERE contact = ?1 ORDER BY tag",
		"INSERT OR IGNORE INTO tag(contact, tag) VALUES (?1, ?2)", NULL, NULL,
		"DELETE FROM tag WHERE contact = ?1 AND tag = ?2", bind_tag, load_tag,
		is_same_tag },
	{ offsetof(struct contact, dates),
		"SELECT kind, year, month, day, label, is_remembered FROM yearly_date WHERE "
		"contact = ?1"
		" ORDER BY id",
		"INSERT INTO yearly_date(contact, kind, year, month, day, label, is_remembered)"
		" VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)",
		"SELECT id FROM yearly_date WHERE contact = ?1 ORDER BY id",
		"UPDATE yearly_date SET kind = ?2, year = ?3, month = ?4, day = ?5, label = ?6,"
		" is_remembered = ?7 WHERE id = ?1",
		"DELETE FROM yearly_date WHERE id = ?1", bind_date, load_date, is_same_date },
	{ offsetof(struct contact, relations),
		"SELECT r.kind, r.other, ifnull(c.name, r.name) FROM relation AS r"
		" LEFT JOIN contact AS c ON c.id = r.other WHERE r.contact = ?1 ORDER BY r.id",
		"INSERT INTO relation(contact, kind, other, name) VALUES (?1, ?2, ?3, ?4)",
		"SELECT id FROM relation WHERE contact = ?1 ORDER BY id",
		"UPDATE relation SET kind = ?2, other = ?3, name = ?4 WHERE id = ?1",
		"DELETE FROM relation WHERE id = ?1", bind_relation, load_relation,
		is_same_relation },
	{ offsetof(struct contact, kept),
		"SELECT line FROM kept_property WHERE contact = ?1 ORDER BY id",
		"INSERT INTO kept_property(contact, line) VALUES (?1, ?2)",
		"SELECT id FROM kept_property WHERE contact = ?1 ORDER BY id",
		"UPDATE kept_property SET line = ?2 WHERE id = ?1",
		"DELETE FROM kept_property WHERE id = ?1", bind_kept, load_kept, is_same_kept },
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

/* Writes one item; `id` is the contact's in an insertion, else the row's. */
static enum status write_item(struct store *store, const struct part *part, const char *sql,
	int64_t id, const void *item, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_id(&query, 1, id);
	part->bind(&query, item);
	return query_run(&query, err);
}

static enum status contact_parts_add_list(struct store *store, const struct part *part,
	const struct contact *contact, size_t from, struct error *err)
{
	const struct vector *list = list_of(contact, part);
	enum status status = STATUS_OK;

	for (size_t i = from; i < list->count && status == STATUS_OK; i++)
		status =
			write_item(store, part, part->insert, contact->id, vector_at(list, i), err);
	return status;
}

enum status contact_parts_add(struct store *store, const struct contact *contact, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < PARTS && status == STATUS_OK; i++)
		status = contact_parts_add_list(store, &parts[i], contact, 0, err);
	return status;
}

/* ---- Changing them: only the rows that differ, so that what two programs change of one person,
 * one after the other, can be undone one by one ---- */

static bool part_has_item(
	const struct part *part, const struct vector *list, size_t from, const void *item)
{
	/* Further on it is not looked for: a list of thousands shall not cost their square. */
	const size_t most = 1000;

	for (size_t i = from; i < list->count && i - from < most; i++)
		if (part->is_same(vector_at(list, i), item))
			return true;
	return false;
}

static enum status update_set(struct store *store, const struct part *part,
	const struct contact *before, const struct contact *after, struct error *err)
{
	const struct vector *old = list_of(before, part), *new = list_of(after, part);
	enum status status = STATUS_OK;

	for (size_t i = 0; i < old->count && status == STATUS_OK; i++)
		if (!part_has_item(part, new, 0, vector_at(old, i)))
			status = write_item(
				store, part, part->remove, after->id, vector_at(old, i), err);
	/* What is there already is ignored. */
	return status == STATUS_OK ? contact_parts_add_list(store, part, after, 0, err) : status;
}

static enum status read_ids(struct store *store, const struct part *part, contact_id contact,
	struct vector *ids, struct error *err)
{
	struct query query = query_open(store, part->ids);

	bind_id(&query, 1, contact);
	return query_ids(&query, ids, err);
}

/* Row by row, in their order: what is still there stays, what is gone goes, or gives its row to
 * what has come in its place. What is left over then is added at the end. */
static enum status update_rows(struct store *store, const struct part *part,
	const struct vector *old, const struct contact *after, const struct vector *ids,
	struct error *err)
{
	const struct vector *new = list_of(after, part);
	enum status status = STATUS_OK;
	size_t at = 0; /* in the new list */

	for (size_t i = 0; i < ids->count && status == STATUS_OK; i++) {
		const void *was = vector_at(old, i),
			   *is = at < new->count ? vector_at(new, at) : NULL;
		int64_t id = *(int64_t *)vector_at(ids, i);
		bool is_same = is && part->is_same(was, is);
		if (!is || (!is_same && !part_has_item(part, new, at, was) &&
				   part_has_item(part, old, i + 1, is))) {
			status = query_run_id(store, part->remove, id, err);
			continue;
		}
		if (!is_same)
			status = write_item(store, part, part->update, id, is, err);
		at++;
	}
	return status == STATUS_OK ? contact_parts_add_list(store, part, after, at, err) : status;
}

/* Where not every row was understood as an item of its own. */
static enum status write_anew(struct store *store, const struct part *part,
	const struct contact *after, const struct vector *ids, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < ids->count && status == STATUS_OK; i++)
		status = query_run_id(store, part->remove, *(int64_t *)vector_at(ids, i), err);
	return status == STATUS_OK ? contact_parts_add_list(store, part, after, 0, err) : status;
}

static bool is_same_list(const struct part *part, const struct vector *a, const struct vector *b)
{
	size_t alike = 0;

	while (alike < a->count && alike < b->count &&
		part->is_same(vector_at(a, alike), vector_at(b, alike)))
		alike++;
	return alike == a->count && alike == b->count;
}

static enum status update_list(struct store *store, const struct part *part,
	const struct contact *before, const struct contact *after, struct error *err)
{
	const struct vector *old = list_of(before, part);
	struct vector ids = VECTOR_INIT(int64_t);
	enum status status = read_ids(store, part, after->id, &ids, err);
	if (status == STATUS_OK)
		status = ids.count == old->count ? update_rows(store, part, old, after, &ids, err)
						 : write_anew(store, part, after, &ids, err);
	vector_fini(&ids);
	return status;
}

enum status contact_parts_update(struct store *store, const struct contact *before,
	const struct contact *after, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < PARTS && status == STATUS_OK; i++)
		if (!is_same_list(&parts[i], list_of(before, &parts[i]), list_of(after, &parts[i])))
			status = parts[i].ids ? update_list(store, &parts[i], before, after, err)
					      : update_set(store, &parts[i], before, after, err);
	return status;
}
