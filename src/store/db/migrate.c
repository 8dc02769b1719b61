/* Bringing a database to the present schema: a new one in one transaction, an older one version by
 * version, a copy laid beside first.
 * Not here: the schema itself (schema.c). */
#include "store/db/migrate.h"

#include "filo/base/error.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/backup.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/db/schema.h"
#include "store/db/schema_check.h"

#include <stdint.h>
#include <stdlib.h>

/* Of a pragma; no value of one. */
#define UNREADABLE INT64_MIN

/* Another one after whatever was done to the schema. */
#define SCHEMA_COOKIE "PRAGMA schema_version"

static int64_t read_pragma(struct store *store, const char *sql)
{
	struct query query = query_open(store, sql);

	return query_number(&query, UNREADABLE);
}

/* The copy is made in a transaction in which the database is still of this version: another program
 * may be migrating it at the same time. One of a damaged database replaces none that was sound. */
static enum status copy_beside(struct store *store, int version, struct error *err)
{
	struct strbuf path = STRBUF_INIT;
	enum status status = database_script(store, "BEGIN", err);

	if (status != STATUS_OK)
		return status;
	if (read_pragma(store, "PRAGMA user_version") == version) {
		bool is_damaged = (database_look_through(store->db) & 0xFF) == SQLITE_CORRUPT;
		strbuf_add_format(&path, "%s.before-v%d%s", store->path, version + 1,
			is_damaged ? "-damaged" : "");
		status = store_keep_aside(store, path.data, err);
	}
	strbuf_fini(&path);
	database_script(store, "ROLLBACK", NULL);
	return status;
}

/* The version `version` + 1, within the open transaction. */
static enum status migrate_one(struct store *store, int version, const char *sql, struct error *err)
{
	struct strbuf closing = STRBUF_INIT;
	char *first_rows = version ? NULL : schema_first_rows();

	strbuf_add_format(&closing, "%sPRAGMA application_id = %d; PRAGMA user_version = %d",
		first_rows ? first_rows : "", DATABASE_APPLICATION_ID, version + 1);
	sqlite3_free(first_rows);
	enum status status = database_script(store, sql, err);
	if (status == STATUS_OK)
		status = database_script(store, closing.data, err);
	strbuf_fini(&closing);
	return status;
}

/* From one version to another in one transaction. */
static enum status migrate_between(
	struct store *store, const char *const *versions, int from, int to, struct error *err)
{
	enum status status = database_script(store, "BEGIN IMMEDIATE", err);

	if (status != STATUS_OK)
		return status;
	/* Another program may have migrated it while we waited. */
	if (read_pragma(store, "PRAGMA user_version") != from)
		return database_script(store, "ROLLBACK", err);
	if (read_pragma(store, SCHEMA_COOKIE) != store->schema_cookie)
		status = schema_check(store, versions, from, err);
	for (int v = from; v < to && status == STATUS_OK; v++)
		status = migrate_one(store, v, versions[v], err);
	store->schema_cookie = read_pragma(store, SCHEMA_COOKIE);
	if (status == STATUS_OK)
		status = database_script(store, "COMMIT", err);
	if (status != STATUS_OK && !sqlite3_get_autocommit(store->db))
		database_script(store, "ROLLBACK", NULL);
	return status;
}

static enum status refuse_newer(struct store *store, int64_t version, int count, struct error *err)
{
	if (version <= count)
		return STATUS_OK;
	return error_set(err, STATUS_DATABASE,
		_("%s was written by a newer filo: use that one. Nothing was touched"),
		store->path);
}

/* Refuses a database of another program, or of a newer filo. */
static enum status check_identity(
	struct store *store, int64_t version, int count, struct error *err)
{
	bool is_new = version == 0 && read_pragma(store, "SELECT count(*) FROM sqlite_schema") == 0;

	if (!is_new && read_pragma(store, "PRAGMA application_id") != DATABASE_APPLICATION_ID)
		return error_set(err, STATUS_DATABASE,
			_("%s is a database of another program. Name another file with --db"),
			store->path);
	if (!is_new && version < 1)
		return error_set(err, STATUS_DATABASE,
			_("%s does not say which version of filo it is of (%lld), so nothing in it "
			  "is touched: go back to a copy with filo restore"),
			store->path, (long long)version);
	if (version < count && store->is_read_only)
		return error_set(err, STATUS_DATABASE,
			_("%s must be brought up to date but cannot be written: make it writable, "
			  "or open a copy"),
			store->path);
	return refuse_newer(store, version, count, err);
}

/* Looks at one moment: what another program does to the database in between is not mistaken for
 * the work of one that is none of ours. */
static enum status migrate_look(struct store *store, const char *const *versions, int count,
	int64_t *version, struct error *err)
{
	enum status status = database_script(store, "BEGIN", err);

	if (status != STATUS_OK)
		return status;
	*version = read_pragma(store, "PRAGMA user_version");
	status = *version == UNREADABLE ? database_error(store, err)
					: check_identity(store, *version, count, err);
	if (status == STATUS_OK)
		status = schema_check(store, versions, (int)*version, err);
	store->schema_cookie = read_pragma(store, SCHEMA_COOKIE);
	database_script(store, "ROLLBACK", NULL);
	return status;
}

enum status database_check_version(struct store *store, struct error *err)
{
	int64_t version = read_pragma(store, "PRAGMA user_version");

	if (database_failure(store) != STATUS_OK)
		return database_tell(store, database_failure(store), err);
	return refuse_newer(store, version, store->version, err);
}

enum status database_check_schema(struct store *store, struct error *err)
{
	int64_t cookie = read_pragma(store, SCHEMA_COOKIE);
	enum status status = database_failure(store);

	if (status != STATUS_OK)
		return database_tell(store, status, err);
	if (cookie == store->schema_cookie ||
		read_pragma(store, "PRAGMA user_version") != schema_version_count)
		return STATUS_OK;
	status = schema_check(store, schema_versions, schema_version_count, err);
	if (status == STATUS_OK)
		store->schema_cookie = cookie;
	return status;
}

/* No trigger of ours is on these. */
#define TRIGGERS_ASIDE                                                                             \
	"SELECT count(*) FROM sqlite_schema"                                                       \
	" WHERE type = 'trigger' AND tbl_name IN ('draft', 'setting')"

enum status database_check_schema_aside(struct store *store, struct error *err)
{
	return read_pragma(store, TRIGGERS_ASIDE) ? database_check_schema(store, err) : STATUS_OK;
}

/* filo_today(): the day a schema that dates what is there begins with. */
static void today_in_sql(sqlite3_context *context, int count, sqlite3_value **values)
{
	const struct store *store = sqlite3_user_data(context);

	(void)count, (void)values;
	sqlite3_result_int(context, store->today);
}

enum status database_migrate(
	struct store *store, const char *const *versions, int count, struct error *err)
{
	int64_t version = 0;
	enum status status = migrate_look(store, versions, count, &version, err);

	sqlite3_create_function(store->db, "filo_today", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, store,
		today_in_sql, NULL, NULL);

	if (status == STATUS_OK && version > 0 && version < count && !store->is_part)
		status = copy_beside(store, (int)version, err);
	/* A new one is whole, or still nothing: there is nothing in it to lay a copy of beside. */
	if (status == STATUS_OK && version == 0)
		status = migrate_between(store, versions, 0, count, err);
	for (int v = version ? (int)version : 1; v < count && status == STATUS_OK; v++)
		status = migrate_between(store, versions, v, v + 1, err);
	/* A newer program may have been at it while we waited, and have gone beyond us. */
	store->version = count;
	if (status == STATUS_OK && version < count)
		status = database_check_version(store, err);
	return status;
}

enum status database_check_copy(
	sqlite3 *copy, const char *path, const char *const *versions, int count, struct error *err)
{
	struct store *store = memory_new(sizeof *store);
	int64_t version;

	store->db = copy;
	store->path = memory_copy_string(path);
	enum status status = migrate_look(store, versions, count, &version, err);
	database_drop_statements(store);
	free(store->path);
	free(store);
	return status;
}
