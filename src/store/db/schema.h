/* The schema, version by version.
 * Not here: running it (migrate.h). */
#ifndef FILO_STORE_DB_SCHEMA_H
#define FILO_STORE_DB_SCHEMA_H

/* SQL for the rowid of log_text: days since 0001-01-01 above the lower LOG_ID_BITS, the
 * conversation's id in them, so that newest first is the index's own order. `row` is where day and
 * id stand: "", "new." or "old.". */
#define LOG_ID_BITS         40
#define LOG_TEXT_ROWID(row) "((" row "day + 719162) << 40) + " row "id"

extern const char *const schema_versions[]; /* [i] brings version i to i + 1 */
extern const int schema_version_count;

/* SQL for what a new database begins with: circles, named in the language of its first start.
 * sqlite3_free() it. */
char *schema_first_rows(void);

#endif
