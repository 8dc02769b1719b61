/* Indexing what a large change brought all at once: an FTS5 index that gets its rows one statement
 * at a time writes a segment for each.
 * Not here: the triggers that index every other change (schema.c). */
#include "database.h"
#include "fulltext.h"

/* Rows indexed by one statement; bounds what must be put in order in memory. */
#define ROWS_AT_ONCE 65536

enum status fulltext_defer(struct store *store, struct error *err)
{
	return database_script(store,
		"UPDATE state SET indexed_contact ="
		" ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'contact'), 0),"
		" indexed_conversation ="
		" ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'conversation'), 0)",
		err);
}

static const struct {
	const char *bounds, *index;
} steps[] = {
	{ "SELECT indexed_contact, ifnull((SELECT max(id) FROM contact), 0) FROM state",
		"INSERT INTO contact_text(rowid, name, nickname, organization, note, met)"
		" SELECT id, name, nickname, organization, note, met FROM contact"
		" WHERE id BETWEEN ?1 AND ?2 ORDER BY id" },
	{ "SELECT indexed_conversation, ifnull((SELECT max(id) FROM conversation), 0) FROM state",
		"INSERT INTO log_text(rowid, summary, body)"
		" SELECT ((c.day + 719162) << 40) + c.id, c.summary, c.body FROM"
		" (SELECT id AS place FROM conversation WHERE id BETWEEN ?1 AND ?2 ORDER BY day, "
		"id LIMIT -1)"
		" CROSS JOIN conversation AS c ON c.id = place" },
};

static enum status index_rows(
	struct store *store, const char *sql, int64_t first, int64_t last, struct error *err)
{
	sqlite3_stmt *stmt = database_statement(store, sql, err);

	if (!stmt)
		return STATUS_DATABASE;
	sqlite3_bind_int64(stmt, 1, first);
	sqlite3_bind_int64(stmt, 2, last);
	return database_run(store, stmt, err);
}

enum status fulltext_catch_up(struct store *store, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		sqlite3_stmt *stmt = database_statement(store, steps[i].bounds, err);
		bool has_row;
		if (!stmt || database_step(store, stmt, &has_row, err) != STATUS_OK || !has_row)
			return STATUS_DATABASE;
		int64_t indexed = column_id(stmt, 0), last = column_id(stmt, 1);
		sqlite3_reset(stmt);
		for (int64_t first = indexed; first < last && status == STATUS_OK;
			first += ROWS_AT_ONCE)
			status = index_rows(store, steps[i].index, first + 1,
				first + ROWS_AT_ONCE < last ? first + ROWS_AT_ONCE : last, err);
		if (status != STATUS_OK)
			return status;
	}
	return database_script(store,
		"UPDATE state SET indexed_contact = 9223372036854775807,"
		" indexed_conversation = 9223372036854775807",
		err);
}
