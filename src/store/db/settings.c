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

static enum status setting_write(
	struct store *store, const char *key, const char *value, struct error *err)
{
	struct query query = query_open(
		store, "INSERT INTO setting VALUES (?1, ?2) ON CONFLICT DO UPDATE SET value = ?2");

	bind_text(&query, 1, key);
	bind_text(&query, 2, value);
	return query_run(&query, err);
}

enum status setting_set(struct store *store, const char *key, const char *value, struct error *err)
{
	if (store->is_changing)
		return setting_write(store, key, value, err);
	enum status status = database_begin_aside(store, err);
	return status == STATUS_OK ? database_end(store, setting_write(store, key, value, err), err)
				   : status;
}
