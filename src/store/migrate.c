/* Bringing a database to the present schema, one version a transaction, a copy laid beside first.
 * Not here: the schema itself (schema.c). */
#include "database.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"

/* "filo" in ASCII: tells our files from other SQLite databases. */
#define APPLICATION_ID 0x66696C6F

static int64_t read_pragma(struct store *store, const char *sql)
{
	sqlite3_stmt *stmt = database_statement(store, sql, NULL);
	int64_t value = -1;

	if (stmt && sqlite3_step(stmt) == SQLITE_ROW)
		value = sqlite3_column_int64(stmt, 0);
	sqlite3_reset(stmt);
	return value;
}

static enum status copy_beside(struct store *store, int version, struct error *err)
{
	struct strbuf path = STRBUF_INIT;

	strbuf_add_format(&path, "%s.before-v%d", store->path, version + 1);
	enum status status = store_backup(store, path.data, err);
	strbuf_fini(&path);
	return status;
}

static enum status migrate_one(struct store *store, int version, struct error *err)
{
	struct strbuf closing = STRBUF_INIT;
	enum status status = database_script(store, "BEGIN IMMEDIATE", err);

	if (status != STATUS_OK)
		return status;
	/* Somebody else may have done it while we waited. */
	if (read_pragma(store, "PRAGMA user_version") != version)
		return database_script(store, "ROLLBACK", err);
	strbuf_add_format(&closing, "PRAGMA application_id = %d; PRAGMA user_version = %d; COMMIT",
		APPLICATION_ID, version + 1);
	status = database_script(store, schema_versions[version], err);
	if (status == STATUS_OK)
		status = database_script(store, closing.data, err);
	if (status != STATUS_OK)
		database_script(store, "ROLLBACK", NULL);
	strbuf_fini(&closing);
	return status;
}

enum status database_migrate(struct store *store, struct error *err)
{
	int64_t version = read_pragma(store, "PRAGMA user_version");

	if (version == schema_version_count &&
		read_pragma(store, "PRAGMA application_id") == APPLICATION_ID)
		return STATUS_OK;
	if (version < 0)
		return database_error(store, err);
	bool is_empty =
		version == 0 && read_pragma(store, "SELECT count(*) FROM sqlite_schema") == 0;
	if (!is_empty && read_pragma(store, "PRAGMA application_id") != APPLICATION_ID)
		return error_set(err, STATUS_DATABASE,
			_("%s is a database of another program. Name another file with --db"),
			store->path);
	if (version > schema_version_count)
		return error_set(err, STATUS_DATABASE,
			_("%s was written by a newer filo: use that one. Nothing was touched"),
			store->path);
	if (store->is_read_only)
		return error_set(err, STATUS_DATABASE,
			_("%s must be brought up to date but cannot be written: make it writable, "
			  "or open a copy"),
			store->path);
	enum status status = STATUS_OK;
	if (!is_empty)
		status = copy_beside(store, (int)version, err);
	for (int v = (int)version; v < schema_version_count && status == STATUS_OK; v++)
		status = migrate_one(store, v, err);
	return status;
}
