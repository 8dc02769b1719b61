/* Conversations by the hundred thousand taken back: who took part by ranges, the index by halves.
 * Not here: bringing them (conversations_bulk.c), which ones go (db/undo.c). */
#include "store/log/conversations_removal.h"

#include "store/db/database.h"
#include "store/db/query.h"
#include "store/log/conversations_bulk.h"
#include "store/log/fulltext_bulk.h"

#include <string.h>

static enum status removal_delete(
	struct store *store, const char *sql, const struct row_span *span, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_id(&query, 1, span->first);
	bind_id(&query, 2, span->last);
	return query_run(&query, err);
}

/* What hangs on them goes first, so foreign keys have nothing to look for. */
static enum status removal_delete_all(
	struct store *store, const struct row_span *span, struct error *err)
{
	static const char *const deletions[] = {
		"DELETE FROM exchange WHERE conversation BETWEEN ?1 AND ?2",
		"DELETE FROM participant WHERE conversation BETWEEN ?1 AND ?2",
		"DELETE FROM conversation WHERE id BETWEEN ?1 AND ?2",
	};
	enum status status = STATUS_OK;

	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 0, NULL);
	for (size_t i = 0; i < sizeof deletions / sizeof *deletions && status == STATUS_OK; i++)
		status = removal_delete(store, deletions[i], span, err);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
	return status;
}

static enum status removal_of_span(
	struct store *store, const struct row_span *span, bool *is_done, struct error *err)
{
	enum status status;

	if (strcmp(span->table, "conversation") != 0)
		return STATUS_OK;
	*is_done = true;
	status = conversations_bulk_set_index_aside(store, span, err);
	if (status == STATUS_OK)
		status = fulltext_bulk_expect_removal(store, span, err);
	return status == STATUS_OK ? removal_delete_all(store, span, err) : status;
}

const struct change_hook conversations_removal_hook = { .remove = removal_of_span };
