/* Drafts: written at once, outside undo.
 * Not here: what a draft's text means (tui). */
#include "filo/store/draft.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "store/db/database.h"
#include "store/db/query.h"

#include <stdlib.h>
#include <time.h>

static enum status draft_put(
	struct store *store, const char *sql, const char *key, const char *value, struct error *err)
{
	enum status status = database_may_change(store, err);

	if (status != STATUS_OK)
		return status;
	struct query query = query_open(store, sql);
	bind_text(&query, 1, key);
	bind_text(&query, 2, value);
	return query_run(&query, err);
}

static char *draft_get(struct store *store, const char *sql, const char *key)
{
	struct query query = query_open(store, sql);

	bind_text(&query, 1, key);
	return query_text(&query);
}

enum status draft_save(struct store *store, const char *form, const char *text, struct error *err)
{
	return draft_put(store,
		"INSERT INTO draft VALUES (?1, ?2, unixepoch()) ON CONFLICT DO UPDATE SET"
		" text = ?2, saved_at = unixepoch()",
		form, text, err);
}

char *draft_load(struct store *store, const char *form)
{
	return draft_get(store, "SELECT text FROM draft WHERE form = ?1", form);
}

void draft_drop(struct store *store, const char *form)
{
	if (database_may_change(store, NULL) != STATUS_OK)
		return;
	struct query query = query_open(store, "DELETE FROM draft WHERE form = ?1");
	bind_text(&query, 1, form);
	query_run(&query, NULL);
}

enum status draft_list(struct store *store, struct vector *drafts, struct error *err)
{
	struct query query =
		query_open(store, "SELECT form, text, saved_at FROM draft ORDER BY saved_at DESC");

	while (query_next(&query)) {
		struct draft *draft = vector_push(drafts, NULL);
		draft->form = column_copy(&query, 0);
		draft->text = column_copy(&query, 1);
		draft->saved_at = column_id(&query, 2);
	}
	return query_close(&query, err);
}

void draft_fini(struct draft *draft)
{
	free(draft->form);
	free(draft->text);
}
