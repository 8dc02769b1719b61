/* Small settings that belong to the data: written at once, outside undo.
 * Not here: the settings file (base/config.c). */
#include "filo/store/settings.h"

#include "filo/base/error.h"
#include "store/db/database.h"

char *setting_get(struct store *store, const char *key)
{
	sqlite3_stmt *stmt =
		database_statement(store, "SELECT value FROM setting WHERE key = ?1", NULL);

	if (!stmt)
		return NULL;
	bind_text(stmt, 1, key);
	return database_text(store, stmt);
}

enum status setting_set(struct store *store, const char *key, const char *value, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store,
		"INSERT INTO setting VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2", err);

	if (!stmt)
		return STATUS_DATABASE;
	bind_text(stmt, 1, key);
	bind_text(stmt, 2, value);
	return database_run(store, stmt, err);
}
