/* Indexing what a large change brought all at once: an FTS5 index that gets its rows one statement
 * at a time writes a segment for each.
 * Not here: the triggers that index every other change (schema.c). */
#include "store/log/fulltext_bulk.h"

#include "filo/base/error.h"
#include "store/contacts/contact_sql.h"
#include "store/db/change.h"
#include "store/db/change_hooks.h"
#include "store/db/database.h"
#include "store/db/query.h"
#include "store/db/schema.h"

/* How much of the index is put in order in memory before it is written: the usual megabyte, or
 * more while much comes in. */
#define HASH_BYTES(bytes) "INSERT INTO log_text(log_text, rank) VALUES ('hashsize', " bytes ")"

/* Rows indexed by one statement: this only decides how soon a full disk is noticed. */
#define ROWS_AT_ONCE 65536

/* Drops only the triggers that index new rows. Those for deleted and changed rows stay: they skip
 * rows that are not indexed yet. */
static enum status fulltext_bulk_begin(struct store *store, struct error *err)
{
	enum status status = change_set_aside(store, "TRIGGER", "contact_text_insert", err);

	if (status == STATUS_OK)
		status = change_set_aside(store, "TRIGGER", "log_text_insert", err);
	if (status != STATUS_OK)
		return status;
	return database_script(store,
		"UPDATE state SET indexed_contact ="
		" ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'contact'), 0),"
		" indexed_conversation ="
		" ifnull((SELECT seq FROM sqlite_sequence WHERE name = 'conversation'), "
		"0);" HASH_BYTES("8388608"),
		err);
}

enum status fulltext_bulk_expect_removal(
	struct store *store, const struct row_span *span, struct error *err)
{
	int64_t stays = span->first - 1 + change_last_id(store, span->table) - span->last;
	enum status status = database_script(store, HASH_BYTES("8388608"), err);

	if (status != STATUS_OK || stays > span->last - span->first)
		return status;
	status = change_set_aside(store, "TRIGGER", "log_text_delete", err);
	if (status != STATUS_OK)
		return status;
	return database_script(store,
		"INSERT INTO log_text(log_text) VALUES ('delete-all');"
		"UPDATE state SET indexed_conversation = 0",
		err);
}

static const struct {
	const char *bounds, *index;
} steps[] = {
	{ "SELECT indexed_contact, ifnull((SELECT max(id) FROM contact), 0) FROM state",
		"INSERT INTO contact_text(rowid, {searched}) SELECT id, {searched} FROM contact"
		" WHERE id BETWEEN ?1 AND ?2 ORDER BY id" },
	{ "SELECT indexed_conversation, ifnull((SELECT max(id) FROM conversation), 0) FROM state",
		/* A large change assigns ids by day (conversations_bulk_add), so in the order of
		   ids the index rows ascend. */
		"INSERT INTO log_text(rowid, summary, body)"
		" SELECT " LOG_TEXT_ROWID("") ", summary, body FROM conversation"
					      " WHERE id BETWEEN ?1 AND ?2 ORDER BY id" },
};

static enum status index_rows(
	struct store *store, const char *sql, int64_t first, int64_t last, struct error *err)
{
	struct query query = query_open(store, contact_sql(sql));

	bind_number(&query, 1, first);
	bind_number(&query, 2, last);
	return query_run(&query, err);
}

static enum status fulltext_bulk_end(struct store *store, struct error *err)
{
	enum status status = STATUS_OK;

	if (!store->is_large)
		return status;
	for (size_t i = 0; i < sizeof steps / sizeof *steps; i++) {
		struct query query = query_open(store, steps[i].bounds);
		query_next(&query);
		int64_t indexed = column_id(&query, 0), last = column_id(&query, 1);
		status = query_close(&query, err);
		for (int64_t first = indexed; first < last && status == STATUS_OK;
			first += ROWS_AT_ONCE)
			status = index_rows(store, steps[i].index, first + 1,
				first + ROWS_AT_ONCE < last ? first + ROWS_AT_ONCE : last, err);
		if (status != STATUS_OK)
			return status;
	}
	return database_script(store,
		"UPDATE state SET indexed_contact = 9223372036854775807,"
		" indexed_conversation = 9223372036854775807;" HASH_BYTES("1048576"),
		err);
}

const struct change_hook fulltext_bulk_hook = {
	.expect_many = fulltext_bulk_begin,
	.settle = fulltext_bulk_end,
};
