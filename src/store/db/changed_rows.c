/* What a change did, row by row: its tables as the things that people and programs know.
 * Not here: the records (undo.c), applying them (changeset.c). */
#include "filo/store/changed_rows.h"

#include "filo/base/memory.h"
#include "filo/people/conversation.h"
#include "store/db/changeset.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

const char *changed_kind_name(enum changed_kind kind)
{
	static const char *const names[CHANGED_KINDS] = { [CHANGED_CONTACT] = "contact",
		[CHANGED_ENTRY] = "entry",
		[CHANGED_FOLLOWUP] = "followup",
		[CHANGED_EVENT] = "event",
		[CHANGED_ABSENCE] = "absence",
		[CHANGED_CIRCLE] = "circle",
		[CHANGED_SEEN] = "seen",
		[CHANGED_SOURCE] = "source",
		[CHANGED_VIEW] = "view",
		[CHANGED_DRAFT] = "draft" };

	return names[kind];
}

/* What a row of a table is, or a part of; columns as in the schema, -1: it has none. Of an update
 * only those are told that changed, and the key: whose it is, and the day, are looked up then. */
static const struct changed_table {
	const char *table;
	enum changed_kind kind;
	bool is_part;
	int id, person, day;
	const char *by_id; /* of what has both an id and a person */
} changed_tables[] = {
	{ "contact", CHANGED_CONTACT, false, 0, 0, -1, NULL },
	{ "channel", CHANGED_CONTACT, true, 1, 1, -1, "SELECT contact FROM channel WHERE id = ?1" },
	{ "yearly_date", CHANGED_CONTACT, true, 1, 1, -1,
		"SELECT contact FROM yearly_date WHERE id = ?1" },
	{ "relation", CHANGED_CONTACT, true, 1, 1, -1,
		"SELECT contact FROM relation WHERE id = ?1" },
	{ "kept_property", CHANGED_CONTACT, true, 1, 1, -1,
		"SELECT contact FROM kept_property WHERE id = ?1" },
	{ "tag", CHANGED_CONTACT, true, 0, 0, -1, NULL },
	{ "import_mark", CHANGED_CONTACT, true, 0, 0, -1, NULL },
	{ "conversation", CHANGED_ENTRY, false, 0, -1, 1, NULL },
	{ "participant", CHANGED_ENTRY, true, 2, 0, -1, NULL },
	{ "exchange", CHANGED_ENTRY, true, 0, -1, -1, NULL },
	{ "followup", CHANGED_FOLLOWUP, false, 0, 1, 4,
		"SELECT contact FROM followup WHERE id = ?1" },
	{ "event", CHANGED_EVENT, false, 0, 1, 4, "SELECT contact FROM event WHERE id = ?1" },
	{ "absence", CHANGED_ABSENCE, false, 0, 1, 2, "SELECT contact FROM absence WHERE id = ?1" },
	{ "circle", CHANGED_CIRCLE, false, 0, -1, -1, NULL },
	{ "seen", CHANGED_SEEN, false, 0, -1, -1, NULL },
	{ "seen_day", CHANGED_SEEN, true, 0, -1, -1, NULL },
	{ "import_source", CHANGED_SOURCE, false, 0, -1, -1, NULL },
};
enum { PARTICIPANT_IS_MENTION = 4 };

#define SPAN_ROWS_MAX 10000000

static const struct changed_table *changed_table_named(const char *name)
{
	for (size_t i = 0; i < sizeof changed_tables / sizeof *changed_tables; i++)
		if (!strcmp(changed_tables[i].table, name))
			return &changed_tables[i];
	return NULL;
}

struct changed_walk {
	struct store *store;
	struct changed_rows *changed;
};

/* As it stands in the row, before or else after; NULL: an update left it alone. */
static sqlite3_value *changed_value(
	sqlite3_changeset_iter *it, int operation, int column, bool is_before)
{
	sqlite3_value *value = NULL;

	if (column < 0 || operation == (is_before ? SQLITE_INSERT : SQLITE_DELETE))
		return NULL;
	int code = is_before ? sqlite3changeset_old(it, column, &value)
			     : sqlite3changeset_new(it, column, &value);
	return code == SQLITE_OK ? value : NULL;
}

static int64_t changed_number(sqlite3_changeset_iter *it, int operation, int column)
{
	sqlite3_value *value = changed_value(it, operation, column, true);

	if (!value)
		value = changed_value(it, operation, column, false);
	return value ? sqlite3_value_int64(value) : 0;
}

static int64_t changed_look_up(struct store *store, const char *by_id, int64_t id)
{
	struct query query = query_open(store, by_id);

	bind_id(&query, 1, id);
	return query_number(&query, 0);
}

static void changed_add_person(struct changed_rows *changed, sqlite3_value *value)
{
	contact_id id = value ? sqlite3_value_int64(value) : 0;

	if (id)
		vector_push(&changed->people, &id);
}

static void changed_add_people(struct changed_walk *walk, const struct changed_table *table,
	sqlite3_changeset_iter *it, int operation)
{
	bool is_mention = !strcmp(table->table, "participant") &&
			  changed_number(it, operation, PARTICIPANT_IS_MENTION);

	if (is_mention)
		return;
	changed_add_person(walk->changed, changed_value(it, operation, table->person, true));
	changed_add_person(walk->changed, changed_value(it, operation, table->person, false));
	contact_id kept = operation == SQLITE_UPDATE && table->by_id
				  ? changed_look_up(walk->store, table->by_id,
					    changed_number(it, operation, 0))
				  : 0;
	if (kept)
		vector_push(&walk->changed->people, &kept);
}

static int64_t changed_id(struct changed_walk *walk, const struct changed_table *table,
	sqlite3_changeset_iter *it, int operation)
{
	int64_t id = changed_number(it, operation, table->id);

	return id || !table->by_id ? id
				   : changed_look_up(walk->store, table->by_id,
					     changed_number(it, operation, 0));
}

static enum status changed_visit(void *context, sqlite3_changeset_iter *it, struct error *err)
{
	struct changed_walk *walk = context;
	const char *name;
	int columns, operation, is_indirect;
	int code = sqlite3changeset_op(it, &name, &columns, &operation, &is_indirect);

	if (code != SQLITE_OK)
		return database_tell(walk->store, database_fail(walk->store, code), err);
	const struct changed_table *table = changed_table_named(name);
	if (!table)
		return STATUS_OK;
	sqlite3_value *day = changed_value(it, operation, table->day, operation == SQLITE_DELETE);
	struct changed_row row = { .kind = table->kind,
		.id = changed_id(walk, table, it, operation),
		.how = table->is_part || operation == SQLITE_UPDATE ? ROW_CHANGED
		       : operation == SQLITE_INSERT                 ? ROW_MADE
								    : ROW_REMOVED,
		.day = day && sqlite3_value_type(day) == SQLITE_INTEGER
			       ? (day_number)sqlite3_value_int64(day)
			       : DAY_NONE };
	if (row.id)
		vector_push(&walk->changed->rows, &row);
	changed_add_people(walk, table, it, operation);
	return STATUS_OK;
}

/* What was made or removed stands before the changes of its parts. */
static int changed_compare(const void *a, const void *b)
{
	const struct changed_row *one = a, *other = b;

	if (one->kind != other->kind)
		return one->kind < other->kind ? -1 : 1;
	if (one->id != other->id)
		return one->id < other->id ? -1 : 1;
	return (one->how == ROW_CHANGED) - (other->how == ROW_CHANGED);
}

static int changed_compare_ids(const void *a, const void *b)
{
	const contact_id *one = a, *other = b;

	return (*one > *other) - (*one < *other);
}

/* Sorted, so that the same stand together: the first of them stays. */
static void changed_keep_once(struct vector *items, int (*compare)(const void *, const void *),
	bool (*is_same)(const void *, const void *))
{
	size_t kept = 0;

	vector_sort(items, compare);
	for (size_t i = 0; i < items->count; i++) {
		if (kept && is_same(vector_at(items, kept - 1), vector_at(items, i)))
			continue;
		memmove(vector_at(items, kept++), vector_at(items, i), items->item_bytes);
	}
	while (items->count > kept)
		vector_remove(items, items->count - 1);
}

static bool changed_is_same_row(const void *a, const void *b)
{
	const struct changed_row *one = a, *other = b;

	return one->kind == other->kind && one->id == other->id;
}

static bool changed_is_same_id(const void *a, const void *b)
{
	return !changed_compare_ids(a, b);
}

/* Of what was changed, and not in this. */
static day_number changed_day(struct store *store, const struct changed_row *row)
{
	static const char *const days[CHANGED_KINDS] = {
		[CHANGED_ENTRY] = "SELECT day FROM conversation WHERE id = ?1",
		[CHANGED_FOLLOWUP] = "SELECT due FROM followup WHERE id = ?1",
		[CHANGED_EVENT] = "SELECT until FROM event WHERE id = ?1",
		[CHANGED_ABSENCE] = "SELECT from_day FROM absence WHERE id = ?1"
	};

	if (!days[row->kind])
		return DAY_NONE;
	struct query query = query_open(store, days[row->kind]);
	bind_id(&query, 1, row->id);
	return query_day(&query);
}

static enum status changed_add_participants(
	struct store *store, struct changed_rows *changed, conversation_id entry, struct error *err)
{
	struct query query = query_open(store,
		"SELECT contact FROM participant WHERE conversation = ?1 AND is_mention = 0");

	bind_id(&query, 1, entry);
	return query_ids(&query, &changed->people, err);
}

/* What the changes do not tell of rows that are there still. */
static enum status changed_settle(
	struct store *store, struct changed_rows *changed, struct error *err)
{
	enum status status = STATUS_OK;
	struct changed_row *row;

	changed_keep_once(&changed->rows, changed_compare, changed_is_same_row);
	VECTOR_EACH (row, &changed->rows) {
		if (row->how == ROW_CHANGED)
			row->day = changed_day(store, row);
		if (row->how != ROW_REMOVED && row->kind == CHANGED_ENTRY && status == STATUS_OK)
			status = changed_add_participants(store, changed, row->id, err);
	}
	changed_keep_once(&changed->people, changed_compare_ids, changed_is_same_id);
	return status;
}

void changed_rows_init(struct changed_rows *changed)
{
	vector_init(&changed->rows, sizeof(struct changed_row));
	vector_init(&changed->people, sizeof(contact_id));
}

void changed_rows_fini(struct changed_rows *changed)
{
	vector_fini(&changed->rows);
	vector_fini(&changed->people);
}

/* What a large change brought is known by its numbers alone. The file may come from anybody: what
 * cannot be is passed over. */
static void changed_add_spans(struct changed_rows *changed, const char *new_rows, bool is_inverse)
{
	char name[SPAN_TABLE_SIZE];
	struct row_span span;

	while (changeset_next_span(&new_rows, name, &span)) {
		const struct changed_table *table = changed_table_named(name);
		bool can_be = span.first > 0 && span.first <= span.last &&
			      span.last - span.first < SPAN_ROWS_MAX;
		if (!table || table->is_part || !can_be)
			continue;
		for (int64_t id = span.first; id <= span.last; id++) {
			const struct changed_row row = { .kind = table->kind,
				.id = id,
				.how = is_inverse ? ROW_REMOVED : ROW_MADE,
				.day = DAY_NONE };
			vector_push(&changed->rows, &row);
			if (table->kind == CHANGED_CONTACT)
				vector_push(&changed->people, &id);
		}
	}
}

enum status changed_rows_add(struct store *store, int64_t record, bool is_inverse,
	struct changed_rows *changed, char **label, struct error *err)
{
	struct changed_walk walk = { store, changed };
	char *new_rows;
	enum status status =
		undo_walk(store, record, is_inverse, changed_visit, &walk, label, &new_rows, err);

	if (status == STATUS_OK && new_rows)
		changed_add_spans(changed, new_rows, is_inverse);
	free(new_rows);
	if (status == STATUS_OK)
		status = changed_settle(store, changed, err);
	return status == STATUS_NOT_FOUND ? STATUS_OK : status;
}

enum status changed_rows_own(
	struct store *store, struct changed_rows *changed, char **label, struct error *err)
{
	enum status status = STATUS_OK;
	const int64_t *record;

	*label = NULL;
	VECTOR_EACH (record, &store->own_changes) {
		if (status != STATUS_OK)
			break;
		memory_replace_string(label, NULL);
		status = changed_rows_add(store, *record, false, changed, label, err);
	}
	return status;
}
