/* Small settings that belong to the data: written at once, outside undo.
 * Not here: the settings file (base/config.c). */
#include "filo/store/settings.h"

#include "filo/base/error.h"
#include "store/db/database.h"
#include "store/db/query.h"

enum status setting_get(struct store *store, const char *key, char **value, struct error *err)
{
	struct query query = query_open(store, "SELECT value FROM setting WHERE key = ?1");

	bind_text(&query, 1, key);
	*value = query_next(&query) ? column_copy(&query, 0) : NULL;
	return query_close(&query, err);
}

enum status setting_set(struct store *store, const char *key, const char *value, struct error *err)
{
	enum status status = database_begin_aside(store, err);

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(
		store, "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2");

	bind_text(&query, 1, key);
	bind_text(&query, 2, value);
	return database_end(store, query_run(&query, err), err);
}
