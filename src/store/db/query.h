/* Queries whose status sticks: after a failure nothing more is bound, read or run, and closing
 *tells it. Use as struct query query = query_open(store, "SELECT name FROM contact WHERE id = ?1");
 *	bind_id(&query, 1, id);
 *	while (query_next(&query))
 *		... column_text(&query, 0) ...
 *	return query_close(&query, err);
 * Not here: what failures mean (database.h), transactions (change.h). */
#ifndef FILO_STORE_DB_QUERY_H
#define FILO_STORE_DB_QUERY_H

#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/store/store.h"

#include <sqlite3.h>
#include <stdbool.h>
#include <stdint.h>

struct query {
	struct store *store;
	sqlite3_stmt *stmt; /* NULL: it could not be prepared */
	enum status status;
	bool is_for_once;
	struct vector mended; /* of char *: texts of the present row */
};

/* The statement of `sql`, prepared once and kept: the key is the string's address, so pass static
 * strings only. Within a change in which something has failed, it has failed from the beginning. */
struct query query_open(struct store *store, const char *sql);
/* One that is not kept. */
struct query query_open_once(struct store *store, const char *sql);

/* Filo's own notions of nothing: NULL strings, DAY_NONE and id 0 are SQL NULL. Strings and bytes
 * are not copied: they must live until the query is closed. */
void bind_text(struct query *query, int index, const char *text);
void bind_blob(struct query *query, int index, const void *bytes, int count);
void bind_room(struct query *query, int index, int64_t count); /* for so many bytes */
void bind_int(struct query *query, int index, int number);
void bind_number(struct query *query, int index, int64_t number);
void bind_real(struct query *query, int index, double number);
void bind_null(struct query *query, int index);
void bind_day(struct query *query, int index, day_number day);
void bind_id(struct query *query, int index, int64_t id);

/* The next row; false after the last, and from a failure on. At its end a query can be bound and
 * run again. */
bool query_next(struct query *query);

/* What stands in a row. What cannot be read for want of memory fails the query. The file may come
 * from anybody: numbers are brought into the range of what they are read into, and a text is valid
 * (text_repair). */
int64_t column_number(struct query *query, int column);
int column_int(struct query *query, int column);
int column_between(struct query *query, int column, int least, int most);
double column_real(struct query *query, int column);
day_number column_day(struct query *query, int column);
int64_t column_id(struct query *query, int column);
/* One of `count` kinds: 0, the first, for a number that is none of them. */
int column_kind(struct query *query, int column, int count);
/* One that is none was not said. */
enum medium column_medium(struct query *query, int column);
bool column_is_null(struct query *query, int column);
const char *column_text(struct query *query, int column); /* borrowed until the next row */
char *column_copy(struct query *query, int column);       /* caller frees; NULL for NULL */
/* The same of a column that is never NULL: empty for what it holds in a damaged file. */
const char *column_filled(struct query *query, int column);
char *column_copy_filled(struct query *query, int column);
/* As it stands there, whatever it is. */
const char *column_bytes(struct query *query, int column, int *len);
void *column_copy_bytes(struct query *query, int column, int *count);

/* How it went. */
enum status query_close(struct query *query, struct error *err);
/* The same; but `status` where that is not OK: what came of the rows comes first. */
enum status query_close_after(struct query *query, enum status status, struct error *err);
/* Runs one that gives no rows, and closes it. */
enum status query_run(struct query *query, struct error *err);
/* For what takes one id (?1) and gives no rows. */
enum status query_run_id(struct store *store, const char *sql, int64_t id, struct error *err);

/* For what gives ids: adds the first column of each row to `ids` (of int64_t), and closes it. */
enum status query_ids(struct query *query, struct vector *ids, struct error *err);

/* The first column of the first row; `none`, DAY_NONE or NULL where there is no row, or NULL in it
 * (0 for a number), and after a failure, which the change remembers, else store_unread. They close
 * the query. Caller frees the text. */
int64_t query_number(struct query *query, int64_t none);
/* The same, but UNKNOWN after a failure, for what must not be taken for none meanwhile. */
#define UNKNOWN (-1)
int64_t query_count(struct query *query);
day_number query_day(struct query *query);
char *query_text(struct query *query);

#endif
