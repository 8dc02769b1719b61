/* Statements that took long, for FILO_LOG.
 * Not here: the file (filo/base/log.h). */
#ifndef FILO_STORE_DB_SLOW_SQL_H
#define FILO_STORE_DB_SLOW_SQL_H

#include <sqlite3.h>
#include <stdint.h>

/* From now on statements of `db` that take SLOW_SQL_MS or more are logged; nothing where there is
 * no log. */
void slow_sql_watch(sqlite3 *db);

/* Logs `sql` when it took long: as our source has it, on one line, values never, and nothing of
 * what stands in single quotes. */
void slow_sql_log(const char *sql, int64_t took_ns);

#define SLOW_SQL_MS 20

#endif
