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

/* The names of rows that are being collected. */
struct naming {
	struct store *store;
	bool only_indirect;  /* of those that a foreign key or a trigger touched */
	struct vector names; /* of char * */
};

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

static enum status name_row(void *context, sqlite3_changeset_iter *it, struct error *err)
{
	struct naming *naming = context;
	struct strbuf name = STRBUF_INIT;
	const char *table;
	int columns, operation, is_indirect;
	int code = sqlite3changeset_op(it, &table, &columns, &operation, &is_indirect);

	if (code == SQLITE_OK && (is_indirect || !naming->only_indirect)) {
		code = add_row_name(&name, it);
		char *taken = strbuf_take(&name);
		vector_push(&naming->names, &taken);
	}
	strbuf_fini(&name);
	return code == SQLITE_OK
		       ? STATUS_OK
		       : database_tell(naming->store, database_fail(naming->store, code), err);
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

static enum status hanging_compare(struct store *store, const struct changeset *changeset,
	const struct vector *taken, const char *label, bool *is_more, struct error *err)
{
	struct naming known = { .store = store, .names = VECTOR_INIT(char *) };
	char **name;
	enum status status = changeset_walk(store, changeset, false, name_row, &known, label, err);

	vector_sort(&known.names, hanging_compare_names);
	VECTOR_EACH (name, taken)
		*is_more = *is_more || !has_name(&known.names, *name);
	vector_fini_strings(&known.names);
	return status;
}

enum status hanging_refuse(struct store *store, const struct changeset *changeset,
	const char *label, enum status status, struct error *err)
{
	struct naming taken = {
		.store = store, .only_indirect = true, .names = VECTOR_INIT(char *)
	};
	struct changeset done = { .size_bytes = 0 };
	void *bytes = NULL;
	bool is_more = false;
	enum status own = change_take_record(store, &bytes, &done.size_bytes);

	done.bytes = bytes;
	if (own != STATUS_OK && status == STATUS_OK)
		status = database_tell(store, own, err);
	if (status == STATUS_OK)
		status = changeset_walk(store, &done, false, name_row, &taken, label, err);
	if (status == STATUS_OK && taken.names.count)
		status = hanging_compare(store, changeset, &taken.names, label, &is_more, err);
	sqlite3_free(bytes);
	vector_fini_strings(&taken.names);
	if (status != STATUS_OK || !is_more)
		return status;
	return error_set(err, STATUS_CONFLICT,
		_("Something done since hangs on \"%s\", so it stays as it is: undo that first"),
		label);
}
