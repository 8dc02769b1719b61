/* The schema that the versions make, worked out from their text: to run them takes longer than
 * opening a database does.
 * Not here: the schema itself (schema.c), running it (migrate.c). */
#include "store/db/schema_check.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <string.h>

struct object {
	char *name;
	char *sql;
	bool is_there; /* in the file, too */
};

static void object_drop(struct vector *objects, size_t i)
{
	struct object *object = vector_at(objects, i);

	free(object->name);
	free(object->sql);
	vector_remove(objects, i);
}

/* Looked for from `from` on, then before it: a file mostly has them in the order they were made in.
 */
static struct object *object_find_from(const struct vector *objects, size_t from, const char *name)
{
	for (size_t i = 0; i < objects->count; i++) {
		struct object *object = vector_at(objects, (from + i) % objects->count);
		if (!strcmp(object->name, name))
			return object;
	}
	return NULL;
}

static struct object *object_find(const struct vector *objects, const char *name)
{
	return object_find_from(objects, 0, name);
}

static void object_add(struct vector *objects, char *name, char *sql)
{
	const struct object object = { .name = name, .sql = sql };

	vector_push(objects, &object);
}

/* ---- What the versions make ---- */

/* The word after `prefix` at the beginning of `statement`: the name of what it is about. Caller
 * frees; NULL: it does not begin so. */
static char *name_after(const char *statement, const char *prefix)
{
	size_t len = strlen(prefix);

	if (strncmp(statement, prefix, len) != 0)
		return NULL;
	return memory_copy_bytes(statement + len, strcspn(statement + len, " (;"));
}

/* Bytes of a statement, without the ";" at its end. The body of a trigger has some of its own. */
static size_t statement_len(const char *statement)
{
	const char *end = strncmp(statement, "CREATE TRIGGER ", 15) ? strchr(statement, ';')
								    : strstr(statement, "END;");

	if (!end)
		return strlen(statement);
	return (size_t)(end - statement) + (*end == 'E' ? 3 : 0);
}

/* The tables that a full-text index keeps itself in. */
static const struct {
	const char *end, *columns;
	const char *without; /* it has none with this option; NULL: it always has */
} shadows[] = {
	{ "_data", "(id INTEGER PRIMARY KEY, block BLOB)", NULL },
	{ "_idx", "(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID", NULL },
	{ "_content", "", "content = ''" },
	{ "_docsize", "(id INTEGER PRIMARY KEY, sz BLOB)", "columnsize = 0" },
	{ "_config", "(k PRIMARY KEY, v) WITHOUT ROWID", NULL },
};

static void add_shadows(struct vector *objects, const char *name, const char *sql)
{
	for (size_t i = 0; i < sizeof shadows / sizeof *shadows; i++) {
		struct strbuf shadow = STRBUF_INIT, made = STRBUF_INIT;
		if (shadows[i].without && strstr(sql, shadows[i].without))
			continue;
		strbuf_add(&shadow, name);
		strbuf_add(&shadow, shadows[i].end);
		strbuf_add(&made, "CREATE TABLE '");
		strbuf_add(&made, shadow.data);
		strbuf_add(&made, "'");
		strbuf_add(&made, shadows[i].columns);
		object_add(objects, strbuf_take(&shadow), strbuf_take(&made));
	}
}

static void make_object(struct vector *objects, const char *statement, size_t len)
{
	static const char *const prefixes[] = { "CREATE TABLE ", "CREATE INDEX ",
		"CREATE UNIQUE INDEX ", "CREATE TRIGGER ", "CREATE VIRTUAL TABLE " };
	char *name = NULL;

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && !name; i++)
		name = name_after(statement, prefixes[i]);
	if (!name)
		return;
	char *sql = memory_copy_bytes(statement, len);
	object_add(objects, name, sql);
	if (!strncmp(sql, "CREATE VIRTUAL", 14))
		add_shadows(objects, name, sql);
}

/* With a full-text index go its tables. Triggers and indexes are dropped by name, before their
 * table. */
static void drop_object(struct vector *objects, const char *statement)
{
	static const char *const prefixes[] = { "DROP TABLE ", "DROP INDEX ", "DROP TRIGGER " };
	char *name = NULL;

	for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes && !name; i++)
		name = name_after(statement, prefixes[i]);
	if (!name)
		return;
	size_t len = strlen(name);
	bool is_index = object_find(objects, name) &&
			!strncmp(object_find(objects, name)->sql, "CREATE VIRTUAL", 14);
	for (size_t i = objects->count; i-- > 0;) {
		const struct object *object = vector_at(objects, i);
		if (!strcmp(object->name, name) ||
			(is_index && !strncmp(object->name, name, len) &&
				!strncmp(object->sql, "CREATE TABLE '", 14)))
			object_drop(objects, i);
	}
	free(name);
}

/* As SQLite does it: the new column comes after the last, within the bracket. */
static void add_column(struct vector *objects, const char *statement, size_t len)
{
	static const char adds[] = " ADD COLUMN ";
	char *name = name_after(statement, "ALTER TABLE ");
	struct object *object = name ? object_find(objects, name) : NULL;
	const char *column = strstr(statement, adds);

	if (object && column && column < statement + len) {
		struct strbuf sql = STRBUF_INIT;
		const char *end = strrchr(object->sql, ')');
		column += sizeof adds - 1;
		strbuf_add_bytes(&sql, object->sql, (size_t)(end - object->sql));
		strbuf_add(&sql, ", ");
		strbuf_add_bytes(&sql, column, (size_t)(statement + len - column));
		strbuf_add(&sql, end);
		free(object->sql);
		object->sql = strbuf_take(&sql);
	}
	free(name);
}

static void expect_version(struct vector *objects, const char *script)
{
	while (*script) {
		size_t len = statement_len(script);
		if (*script == 'C')
			make_object(objects, script, len);
		else if (*script == 'D')
			drop_object(objects, script);
		else if (*script == 'A')
			add_column(objects, script, len);
		script += len;
		script += strspn(script, "; \n");
	}
}

/* ---- Comparing ---- */

/* What SQLite makes for itself: indexes of keys, ids given, figures of ANALYZE. */
static bool is_of_sqlite(const char *name, const char *sql)
{
	static const char stat[] = "CREATE TABLE sqlite_stat";

	if (!sql)
		return !strncmp(name, "sqlite_autoindex_", 17);
	return !strcmp(sql, "CREATE TABLE sqlite_sequence(name,seq)") ||
	       !strncmp(sql, stat, sizeof stat - 1);
}

static enum status refuse_object(
	const struct store *store, const char *what, const char *name, struct error *err)
{
	return error_set(err, STATUS_DATABASE, what, store->path, name);
}

/* *at: where it is looked for first, then where the next one is. */
static enum status compare_object(struct store *store, const struct vector *objects, size_t *at,
	struct query *query, struct error *err)
{
	const char *type = column_text(query, 0), *name = column_text(query, 1),
		   *sql = column_text(query, 2);

	if (!type || !name)
		return refuse_object(store,
			_("%s has a schema that is damaged, at \"%s\": go back to a copy with filo "
			  "restore"),
			name ? name : "", err);
	if (is_of_sqlite(name, sql))
		return STATUS_OK;
	struct object *object = object_find_from(objects, *at, name);
	if (!object && !strcmp(type, "trigger"))
		return refuse_object(store,
			_("%s has a trigger that filo did not make, \"%s\": drop it first"), name,
			err);
	if (!object)
		return refuse_object(store,
			_("%s has something that filo did not make, \"%s\": drop it first"), name,
			err);
	*at = (size_t)(object - (const struct object *)vector_at(objects, 0)) + 1;
	object->is_there = sql && !strcmp(sql, object->sql);
	if (object->is_there)
		return STATUS_OK;
	return refuse_object(store,
		_("\"%2$s\" in %1$s is not as filo made it, so nothing is trusted there: go back "
		  "to a copy with filo restore"),
		name, err);
}

static enum status compare_all(struct store *store, const struct vector *objects, struct error *err)
{
	const struct object *object;
	enum status status = STATUS_OK;
	size_t at = 0;
	struct query query =
		query_open(store, "SELECT type, name, sql FROM sqlite_schema ORDER BY rowid");

	while (status == STATUS_OK && query_next(&query))
		status = compare_object(store, objects, &at, &query, err);
	status = query_close_after(&query, status, err);
	VECTOR_EACH (object, objects)
		if (status == STATUS_OK && !object->is_there)
			status = refuse_object(store,
				_("%s lacks \"%s\", without which it cannot be used: go back to a "
				  "copy with filo restore"),
				object->name, err);
	return status;
}

enum status schema_check(
	struct store *store, const char *const *versions, int count, struct error *err)
{
	struct vector objects = VECTOR_INIT(struct object);

	for (int i = 0; i < count; i++)
		expect_version(&objects, versions[i]);
	enum status status = compare_all(store, &objects, err);
	while (objects.count)
		object_drop(&objects, objects.count - 1);
	vector_fini(&objects);
	return status;
}
