/* Indexing what a large change brought all at once: an FTS5 index that gets its rows one statement
 * at a time writes a segment for each.
 * Not here: the triggers that index every other change (schema.c). */
#include "store/log/fulltext_bulk.h"

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
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

/* What an index has a row for: the table, the trigger that adds the row, the statement that adds
 * those of a range of ids. */
static const struct source {
	const char *table, *trigger, *index;
} sources[] = { { "contact", "contact_text_insert",
			"INSERT INTO contact_text(rowid, " CONTACT_TEXT
			") SELECT id, " CONTACT_TEXT_OF(
				"") " FROM contact WHERE id BETWEEN ?1 AND ?2 ORDER BY id" },
	{ "conversation", "log_text_insert",
		/* A large change assigns ids by day (conversations_bulk_add), so in the order of
		   ids the index rows ascend. */
		"INSERT INTO log_text(rowid, summary, body)"
		" SELECT " LOG_TEXT_ROWID("") ", summary, body FROM conversation"
					      " WHERE id BETWEEN ?1 AND ?2 ORDER BY id" },
#define DETAIL_SOURCE(table, number, column, text)                                                 \
	{ table, table "_text_insert",                                                             \
		"INSERT INTO detail_text(rowid, text) " DETAIL_ROWS(                               \
			table, number, column, text) " WHERE id BETWEEN ?1 AND ?2 ORDER BY id" },
	DETAIL_EACH(DETAIL_SOURCE) };
#define SOURCES (sizeof sources / sizeof *sources)

/* Drops only the triggers that index new rows. Those for deleted and changed rows stay: they skip
 * rows that are not indexed yet, those after the last one now. */
static enum status fulltext_bulk_begin(struct store *store, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;
	enum status status = STATUS_OK;

	strbuf_add(&sql, "UPDATE state SET ");
	for (size_t i = 0; i < SOURCES && status == STATUS_OK; i++) {
		status = change_set_aside(store, "TRIGGER", sources[i].trigger, err);
		strbuf_add_format(&sql,
			"%sindexed_%s = ifnull((SELECT seq FROM sqlite_sequence WHERE name = "
			"'%s'), 0)",
			i ? ", " : "", sources[i].table, sources[i].table);
	}
	strbuf_add(&sql, "; " HASH_BYTES("8388608"));
	if (status == STATUS_OK)
		status = database_script(store, sql.data, err);
	strbuf_fini(&sql);
	return status;
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

static enum status index_rows(
	struct store *store, const char *sql, int64_t first, int64_t last, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_number(&query, 1, first);
	bind_number(&query, 2, last);
	return query_run(&query, err);
}

/* The new rows of one table, and that all of it is indexed. */
static enum status index_source(struct store *store, const struct source *source, struct error *err)
{
	struct strbuf sql = STRBUF_INIT;

	strbuf_add_format(&sql, "SELECT indexed_%s, ifnull((SELECT max(id) FROM %s), 0) FROM state",
		source->table, source->table);
	struct query query = query_open_once(store, sql.data);
	query_next(&query);
	int64_t indexed = column_id(&query, 0), last = column_id(&query, 1);
	enum status status = query_close(&query, err);
	for (int64_t first = indexed; first < last && status == STATUS_OK; first += ROWS_AT_ONCE)
		status = index_rows(store, source->index, first + 1,
			first + ROWS_AT_ONCE < last ? first + ROWS_AT_ONCE : last, err);
	strbuf_clear(&sql);
	strbuf_add_format(&sql, "UPDATE state SET indexed_%s = 9223372036854775807", source->table);
	if (status == STATUS_OK)
		status = database_script(store, sql.data, err);
	strbuf_fini(&sql);
	return status;
}

static enum status fulltext_bulk_end(struct store *store, struct error *err)
{
	enum status status = STATUS_OK;

	if (!store->is_large)
		return status;
	for (size_t i = 0; i < SOURCES && status == STATUS_OK; i++)
		status = index_source(store, &sources[i], err);
	if (status == STATUS_OK)
		status = database_script(store, HASH_BYTES("1048576"), err);
	return status;
}

const struct change_hook fulltext_bulk_hook = {
	.expect_many = fulltext_bulk_begin,
	.settle = fulltext_bulk_end,
};
