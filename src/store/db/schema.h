/* The schema, version by version.
 * Not here: running it (migrate.h). */
#ifndef FILO_STORE_DB_SCHEMA_H
#define FILO_STORE_DB_SCHEMA_H

extern const char *const schema_versions[]; /* [i] brings version i to i + 1 */
extern const int schema_version_count;

/* SQL for what a new database begins with: circles, named in the language of its first start.
 * sqlite3_free() it. */
char *schema_first_rows(void);

#endif
