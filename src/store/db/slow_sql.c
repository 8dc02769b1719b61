/* Statements that took long, as SQLite's profile tells.
 * Not here: preparing and running them (database.c). */
#include "store/db/slow_sql.h"

#include "filo/base/log.h"
#include "filo/base/strbuf.h"

#include <ctype.h>
#include <stdbool.h>

/* Runs of blanks become one, 'text' becomes '...': a script may have been made from a word of
 * somebody's. */
static void add_statement(struct strbuf *out, const char *sql)
{
	bool is_quoted = false;

	for (const char *c = sql; *c; c++) {
		if (*c == '\'') {
			strbuf_add(out, is_quoted ? "...'" : "'");
			is_quoted = !is_quoted;
		} else if (!is_quoted && !isspace((unsigned char)*c)) {
			strbuf_add_char(out, *c);
		} else if (!is_quoted && out->len && out->data[out->len - 1] != ' ') {
			strbuf_add_char(out, ' ');
		}
	}
}

void slow_sql_log(const char *sql, int64_t took_ns)
{
	struct strbuf line = STRBUF_INIT;

	if (took_ns < SLOW_SQL_MS * INT64_C(1000000))
		return;
	add_statement(&line, sql);
	log_line("sql", "%lld ms: %s", (long long)(took_ns / 1000000), line.data);
	strbuf_fini(&line);
}

static int on_profile(unsigned type, void *context, void *stmt, void *took_ns)
{
	(void)type, (void)context;
	slow_sql_log(sqlite3_sql(stmt), *(sqlite3_int64 *)took_ns);
	return 0;
}

void slow_sql_watch(sqlite3 *db)
{
	if (log_is_open())
		sqlite3_trace_v2(db, SQLITE_TRACE_PROFILE, on_profile, NULL);
}
