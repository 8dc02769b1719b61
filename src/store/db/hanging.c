/* Rows that foreign keys take along, or empty, with what they point at, which no change knew of.
 * Not here: which change is undone (undo.c). */
#include "store/db/hanging.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "store/db/change.h"
#include "store/db/database.h"

#include <stdlib.h>
#include <string.h>

enum status hanging_watch(struct store *store, struct error *err)
{
	enum status status = change_record(store);

	return status == STATUS_OK ? STATUS_OK : database_tell(store, status, err);
}

static int row_value(sqlite3_changeset_iter *it, int operation, int column, sqlite3_value **value)
{
	return operation == SQLITE_INSERT ? sqlite3changeset_new(it, column, value)
					  : sqlite3changeset_old(it, column, value);
}

/* Adds "contact 17": the table and the primary key of a row. */
static int add_row_name(struct strbuf *out, sqlite3_changeset_iter *it)
{
	const char *table;
	unsigned char *is_key = NULL;
	int columns, operation, is_indirect;
	int code = sqlite3changeset_op(it, &table, &columns, &operation, &is_indirect);

	if (code == SQLITE_OK)
		code = sqlite3changeset_pk(it, &is_key, &columns);
	if (code == SQLITE_OK)
		strbuf_add(out, table);
	for (int i = 0; i < columns && code == SQLITE_OK; i++) {
		sqlite3_value *value = NULL;
		if (!is_key[i])
			continue;
		code = row_value(it, operation, i, &value);
		const char *text = value ? (const char *)sqlite3_value_text(value) : NULL;
		strbuf_add_format(out, " %s", text ? text : "");
	}
	return code;
}

/* The names of the rows of a changeset; with `only_indirect` of those that a foreign key or a
 * trigger touched. */
static enum status name_rows(struct store *store, const void *changeset, int size_bytes,
	bool only_indirect, struct vector *names)
{
	sqlite3_changeset_iter *it = NULL;
	int code = sqlite3changeset_start(&it, size_bytes, (void *)changeset);

	while (code == SQLITE_OK && sqlite3changeset_next(it) == SQLITE_ROW) {
		struct strbuf name = STRBUF_INIT;
		const char *table;
		int columns, operation, is_indirect;
		code = sqlite3changeset_op(it, &table, &columns, &operation, &is_indirect);
		if (code == SQLITE_OK && (is_indirect || !only_indirect)) {
			code = add_row_name(&name, it);
			char *taken = strbuf_take(&name);
			vector_push(names, &taken);
		}
		strbuf_fini(&name);
	}
	int ended = sqlite3changeset_finalize(it);
	if (code == SQLITE_OK)
		code = ended;
	return code == SQLITE_OK ? STATUS_OK : database_fail(store, code);
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

static enum status hanging_compare(struct store *store, const void *changeset, int size_bytes,
	const struct vector *taken, bool *is_more)
{
	struct vector known = VECTOR_INIT(char *);
	char **name;
	enum status status = name_rows(store, changeset, size_bytes, false, &known);

	if (known.count)
		qsort(known.items, known.count, sizeof(char *), hanging_compare_names);
	VECTOR_EACH (name, taken)
		*is_more = *is_more || !has_name(&known, *name);
	vector_fini_strings(&known);
	return status;
}

enum status hanging_refuse(struct store *store, const void *changeset, int size_bytes,
	const char *label, enum status status, struct error *err)
{
	struct vector taken = VECTOR_INIT(char *);
	void *done = NULL;
	int done_bytes = 0;
	bool is_more = false;
	enum status own = change_take_record(store, &done, &done_bytes);

	if (own == STATUS_OK && status == STATUS_OK)
		own = name_rows(store, done, done_bytes, true, &taken);
	if (own == STATUS_OK && taken.count)
		own = hanging_compare(store, changeset, size_bytes, &taken, &is_more);
	sqlite3_free(done);
	vector_fini_strings(&taken);
	if (status != STATUS_OK)
		return status;
	if (own != STATUS_OK)
		return database_tell(store, own, err);
	if (!is_more)
		return STATUS_OK;
	return error_set(err, STATUS_CONFLICT,
		_("Something done since hangs on \"%s\", so it stays as it is: undo that first"),
		label);
}
