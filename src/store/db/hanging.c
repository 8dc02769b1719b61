/* Rows that foreign keys take along, or empty, with what they point at, which no change knew of.
 * Not here: which change is undone (undo.c). */
#include "store/db/hanging.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "store/db/change.h"
#include "store/db/changeset_look.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

/* "contact 17": the table and the primary key of a row, whose values `value` gives. */
static int hanging_name(struct hanging *hanging, struct vector *names, const char *name,
	int (*value)(void *row, int column, sqlite3_value **value), void *row)
{
	const struct known_table *table = changeset_known_table(hanging->store, name);
	struct strbuf out = STRBUF_INIT;
	int code = table ? SQLITE_OK : SQLITE_ERROR;

	strbuf_add(&out, name);
	for (int i = 0; table && i < table->columns && code == SQLITE_OK; i++) {
		sqlite3_value *key = NULL;
		if (!table->is_key[i])
			continue;
		code = value(row, i, &key);
		const char *text = key ? (const char *)sqlite3_value_text(key) : NULL;
		strbuf_add_format(&out, " %s", text ? text : "");
	}
	char *taken = strbuf_take(&out);
	vector_push(names, &taken);
	return code;
}

static int hanging_value_before(void *db, int column, sqlite3_value **value)
{
	return sqlite3_preupdate_old(db, column, value);
}

/* SQLite's, before each row that is written: of those that a foreign key or a trigger touches the
 * names are kept. A record of them would be as large as all that is reverted. */
static void hanging_note(void *context, sqlite3 *db, int operation, const char *database,
	const char *table, sqlite3_int64 id, sqlite3_int64 id_after)
{
	struct hanging *hanging = context;

	(void)id, (void)id_after;
	if (operation == SQLITE_INSERT || !sqlite3_preupdate_depth(db) ||
		strcmp(database, "main") != 0 || !change_has_table(table))
		return;
	int code = hanging_name(hanging, &hanging->taken, table, hanging_value_before, db);
	if (code != SQLITE_OK)
		database_fail(hanging->store, code);
}

void hanging_watch(struct hanging *hanging, struct store *store)
{
	*hanging = (struct hanging){
		.store = store, .taken = VECTOR_INIT(char *), .known = VECTOR_INIT(char *)
	};
	/* A session keeps its record by this same hook. */
	assert(!store->session && !store->is_record_due);
	sqlite3_preupdate_hook(store->db, hanging_note, hanging);
}

static int hanging_value_of_key(void *it, int column, sqlite3_value **value)
{
	const char *table;
	int columns, operation, is_indirect;
	int code = sqlite3changeset_op(it, &table, &columns, &operation, &is_indirect);

	if (code != SQLITE_OK)
		return code;
	return operation == SQLITE_INSERT ? sqlite3changeset_new(it, column, value)
					  : sqlite3changeset_old(it, column, value);
}

static enum status hanging_know(void *context, sqlite3_changeset_iter *it, struct error *err)
{
	struct hanging *hanging = context;
	const char *table;
	int columns, operation, is_indirect;
	int code = sqlite3changeset_op(it, &table, &columns, &operation, &is_indirect);

	if (code == SQLITE_OK)
		code = hanging_name(hanging, &hanging->known, table, hanging_value_of_key, it);
	return code == SQLITE_OK
		       ? STATUS_OK
		       : database_tell(hanging->store, database_fail(hanging->store, code), err);
}

static int hanging_compare_names(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static bool has_name(const struct vector *sorted, const char *name)
{
	return sorted->count &&
	       bsearch(&name, sorted->items, sorted->count, sizeof name, hanging_compare_names);
}

static enum status hanging_say(const char *label, struct error *err)
{
	return error_set(err, STATUS_CONFLICT,
		_("Something done since hangs on \"%s\", so it stays as it is: undo or delete that "
		  "first"),
		label);
}

enum status hanging_refuse(struct hanging *hanging, const struct changeset *changeset,
	const char *label, enum status status, struct error *err)
{
	bool is_more = false;
	char **name;

	sqlite3_preupdate_hook(hanging->store->db, NULL, NULL);
	if (status == STATUS_OK && hanging->taken.count)
		status = changeset_walk(
			hanging->store, changeset, false, hanging_know, hanging, label, err);
	vector_sort(&hanging->known, hanging_compare_names);
	VECTOR_EACH (name, &hanging->taken)
		is_more = is_more || !has_name(&hanging->known, *name);
	vector_fini_strings(&hanging->taken);
	vector_fini_strings(&hanging->known);
	return status == STATUS_OK && is_more ? hanging_say(label, err) : status;
}

/* The rows of `table` among those; none: from 1 to 0. */
static struct row_span hanging_span(const char *new_rows, const char *table)
{
	char name[SPAN_TABLE_SIZE];
	struct row_span span;

	while (changeset_next_span(&new_rows, name, &span))
		if (!strcmp(name, table))
			return span;
	return (struct row_span){ .first = 1, .last = 0 };
}

/* Whether a row that is not new itself has a new one of `parent` in its `column`. A row without an
 * id is as new as what it belongs to: who took part, as the entry. */
static enum status hanging_find(struct store *store, const char *new_rows, const char *table,
	const char *column, const char *parent, bool *is_found, struct error *err)
{
	bool has_id = change_has_ids(table);
	struct row_span above = hanging_span(new_rows, parent),
			own = hanging_span(new_rows, has_id ? table : "conversation");
	struct strbuf sql = STRBUF_INIT;

	strbuf_add_format(&sql,
		"SELECT 1 FROM %s WHERE %s BETWEEN ?1 AND ?2 AND %s NOT BETWEEN ?3 AND ?4 LIMIT 1",
		table, column, has_id ? "id" : "conversation");
	struct query query = query_open_once(store, sql.data);
	bind_number(&query, 1, above.first);
	bind_number(&query, 2, above.last);
	bind_number(&query, 3, own.first);
	bind_number(&query, 4, own.last);
	*is_found = *is_found || query_next(&query);
	strbuf_fini(&sql);
	return query_close(&query, err);
}

enum status hanging_refuse_spans(
	struct store *store, const char *new_rows, const char *label, struct error *err)
{
	struct query query =
		query_open(store, "SELECT t.name, f.\"from\", f.\"table\" FROM sqlite_schema AS t,"
				  " pragma_foreign_key_list(t.name) AS f WHERE t.type = 'table'");
	enum status status = STATUS_OK;
	bool is_found = false;

	while (status == STATUS_OK && !is_found && query_next(&query)) {
		const char *table = column_text(&query, 0);
		if (change_has_ids(table) || !strcmp(table, "participant"))
			status = hanging_find(store, new_rows, table, column_text(&query, 1),
				column_text(&query, 2), &is_found, err);
	}
	status = query_close_after(&query, status, err);
	return status == STATUS_OK && is_found ? hanging_say(label, err) : status;
}
