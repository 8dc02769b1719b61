/* Drafts: written at once, outside undo.
 * Not here: what a draft's text means (tui). */
#include "filo/store/draft.h"

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "store/db/database.h"

#include <stdlib.h>
#include <time.h>

static enum status put(
	struct store *store, const char *sql, const char *key, const char *value, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, sql, err);

	if (!stmt)
		return STATUS_DATABASE;
	bind_text(stmt, 1, key);
	bind_text(stmt, 2, value);
	return database_run(store, stmt, err);
}

static char *get(struct store *store, const char *sql, const char *key)
{
	sqlite3_stmt *stmt = database_statement(store, sql, NULL);

	if (!stmt)
		return NULL;
	bind_text(stmt, 1, key);
	return database_text(store, stmt);
}

enum status draft_save(struct store *store, const char *form, const char *text, struct error *err)
{
	return put(store,
		"INSERT INTO draft VALUES (?1, ?2, unixepoch()) ON CONFLICT DO UPDATE SET"
		" text = ?2, saved_at = unixepoch()",
		form, text, err);
}

char *draft_load(struct store *store, const char *form)
{
	return get(store, "SELECT text FROM draft WHERE form = ?1", form);
}

void draft_drop(struct store *store, const char *form)
{
	sqlite3_stmt *stmt = database_statement(store, "DELETE FROM draft WHERE form = ?1", NULL);

	if (!stmt)
		return;
	bind_text(stmt, 1, form);
	database_run(store, stmt, NULL);
}

enum status draft_list(struct store *store, struct vector *drafts, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(
		store, "SELECT form, text, saved_at FROM draft ORDER BY saved_at DESC", err);
	enum status status = STATUS_DATABASE;
	bool has_row;

	while (stmt && (status = database_step(store, stmt, &has_row, err)) == STATUS_OK &&
		has_row) {
		struct draft *draft = vector_push(drafts, NULL);
		draft->form = column_copy(stmt, 0);
		draft->text = column_copy(stmt, 1);
		draft->saved_at = column_id(stmt, 2);
	}
	return status;
}

void draft_fini(struct draft *draft)
{
	free(draft->form);
	free(draft->text);
}
