/* Binding, stepping and reading, each of which does nothing once something has failed.
 * Not here: keeping statements, and the sentences for failures (database.c). */
#include "store/db/query.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/date.h"
#include "store/db/change.h"
#include "store/db/database.h"

#include <limits.h>

static void query_fail(struct query *query, int code)
{
	if (query->status == STATUS_OK)
		query->status = database_fail(query->store, code);
}

/* An answer of SQLite other than OK fails the query. */
static void query_hold(struct query *query, int code)
{
	if (code != SQLITE_OK)
		query_fail(query, code);
}

/* Whether nothing has failed yet. */
static bool query_is_well(const struct query *query)
{
	return query->status == STATUS_OK;
}

struct query query_open(struct store *store, const char *sql)
{
	struct query query = { .store = store, .status = database_failure(store) };

	if (query_is_well(&query))
		query_hold(&query, database_statement(store, sql, &query.stmt));
	return query;
}

struct query query_open_once(struct store *store, const char *sql)
{
	struct query query = {
		.store = store, .status = database_failure(store), .is_for_once = true
	};

	if (query_is_well(&query))
		query_hold(&query, sqlite3_prepare_v2(store->db, sql, -1, &query.stmt, NULL));
	return query;
}

void bind_text(struct query *query, int index, const char *text)
{
	if (query_is_well(query))
		query_hold(query, sqlite3_bind_text(query->stmt, index, text, -1, SQLITE_STATIC));
}

void bind_blob(struct query *query, int index, const void *bytes, int count)
{
	if (query_is_well(query))
		query_hold(
			query, sqlite3_bind_blob(query->stmt, index, bytes, count, SQLITE_STATIC));
}

void bind_room(struct query *query, int index, int64_t count)
{
	if (query_is_well(query))
		query_hold(
			query, sqlite3_bind_zeroblob64(query->stmt, index, (sqlite3_uint64)count));
}

void bind_int(struct query *query, int index, int number)
{
	bind_number(query, index, number);
}

void bind_number(struct query *query, int index, int64_t number)
{
	if (query_is_well(query))
		query_hold(query, sqlite3_bind_int64(query->stmt, index, number));
}

void bind_real(struct query *query, int index, double number)
{
	if (query_is_well(query))
		query_hold(query, sqlite3_bind_double(query->stmt, index, number));
}

void bind_null(struct query *query, int index)
{
	if (query_is_well(query))
		query_hold(query, sqlite3_bind_null(query->stmt, index));
}

void bind_day(struct query *query, int index, day_number day)
{
	if (day == DAY_NONE)
		bind_null(query, index);
	else
		bind_number(query, index, day);
}

void bind_id(struct query *query, int index, int64_t id)
{
	if (id)
		bind_number(query, index, id);
	else
		bind_null(query, index);
}

static void query_drop_mended(struct query *query)
{
	if (query->mended.count)
		vector_fini_strings(&query->mended);
}

bool query_next(struct query *query)
{
	if (query->store->is_record_due && query->stmt && !sqlite3_stmt_readonly(query->stmt))
		change_record_due(query->store);
	/* What failed beside it may have rolled the change back: it would be a change of its own.
	 */
	if (query_is_well(query))
		query->status = database_failure(query->store);
	if (!query_is_well(query))
		return false;
	query_drop_mended(query);
	int code = sqlite3_step(query->stmt);
	if (code == SQLITE_ROW)
		return true;
	if (code != SQLITE_DONE)
		query_fail(query, code);
	sqlite3_reset(query->stmt);
	return false;
}

int64_t column_number(struct query *query, int column)
{
	return query_is_well(query) ? sqlite3_column_int64(query->stmt, column) : 0;
}

int column_between(struct query *query, int column, int least, int most)
{
	int64_t number = column_number(query, column);

	return number < least ? least : number > most ? most : (int)number;
}

int column_int(struct query *query, int column)
{
	return column_between(query, column, INT_MIN, INT_MAX);
}

double column_real(struct query *query, int column)
{
	return query_is_well(query) ? sqlite3_column_double(query->stmt, column) : 0;
}

bool column_is_null(struct query *query, int column)
{
	return !query_is_well(query) || sqlite3_column_type(query->stmt, column) == SQLITE_NULL;
}

day_number column_day(struct query *query, int column)
{
	int day = column_between(query, column, DAY_LEAST, DAY_MOST);

	return !day && column_is_null(query, column) ? DAY_NONE : day;
}

int64_t column_id(struct query *query, int column)
{
	return column_number(query, column);
}

int column_kind(struct query *query, int column, int count)
{
	int64_t kind = column_number(query, column);

	return kind >= 0 && kind < count ? (int)kind : 0;
}

enum medium column_medium(struct query *query, int column)
{
	int64_t medium = column_number(query, column);

	return medium >= 0 && medium < MEDIA ? (enum medium)medium : MEDIUM_NONE;
}

const char *column_bytes(struct query *query, int column, int *len)
{
	*len = 0;
	if (column_is_null(query, column))
		return NULL;
	const char *text = (const char *)sqlite3_column_text(query->stmt, column);
	*len = sqlite3_column_bytes(query->stmt, column);
	if (!text)
		query_fail(query, SQLITE_NOMEM);
	return text;
}

const char *column_text(struct query *query, int column)
{
	int len;
	const char *text = column_bytes(query, column, &len);

	if (!text || text_is_valid(text, (size_t)len))
		return text;
	char *mended = text_repair(text, (size_t)len);
	if (!query->mended.item_bytes)
		vector_init(&query->mended, sizeof mended);
	return *(char **)vector_push(&query->mended, &mended);
}

char *column_copy(struct query *query, int column)
{
	const char *text = column_text(query, column);

	return text ? memory_copy_string(text) : NULL;
}

const char *column_filled(struct query *query, int column)
{
	const char *text = column_text(query, column);

	return text ? text : "";
}

char *column_copy_filled(struct query *query, int column)
{
	return memory_copy_string(column_filled(query, column));
}

void *column_copy_bytes(struct query *query, int column, int *count)
{
	*count = 0;
	if (column_is_null(query, column))
		return NULL;
	const void *bytes = sqlite3_column_blob(query->stmt, column);
	*count = sqlite3_column_bytes(query->stmt, column);
	if (*count && !bytes)
		query_fail(query, SQLITE_NOMEM);
	return bytes ? memory_copy_bytes(bytes, (size_t)*count) : NULL;
}

enum status query_close(struct query *query, struct error *err)
{
	if (query->is_for_once)
		sqlite3_finalize(query->stmt);
	else
		sqlite3_reset(query->stmt);
	query->stmt = NULL;
	query_drop_mended(query);
	return query_is_well(query) ? STATUS_OK : database_tell(query->store, query->status, err);
}

enum status query_close_after(struct query *query, enum status status, struct error *err)
{
	enum status own = query_close(query, status == STATUS_OK ? err : NULL);

	return status == STATUS_OK ? own : status;
}

enum status query_run(struct query *query, struct error *err)
{
	query_next(query);
	return query_close(query, err);
}

enum status query_run_id(struct store *store, const char *sql, int64_t id, struct error *err)
{
	struct query query = query_open(store, sql);

	bind_id(&query, 1, id);
	return query_run(&query, err);
}

enum status query_ids(struct query *query, struct vector *ids, struct error *err)
{
	while (query_next(query))
		vector_push(ids, &(int64_t){ column_id(query, 0) });
	return query_close(query, err);
}

int64_t query_number(struct query *query, int64_t none)
{
	int64_t number = query_next(query) ? column_number(query, 0) : none;

	return query_close(query, NULL) == STATUS_OK ? number : none;
}

int64_t query_count(struct query *query)
{
	int64_t count = query_next(query) ? column_number(query, 0) : 0;

	return query_close(query, NULL) == STATUS_OK ? count : UNKNOWN;
}

day_number query_day(struct query *query)
{
	day_number day = query_next(query) ? column_day(query, 0) : DAY_NONE;

	query_close(query, NULL);
	return day;
}

char *query_text(struct query *query)
{
	char *text = query_next(query) ? column_copy(query, 0) : NULL;

	query_close(query, NULL);
	return text;
}
