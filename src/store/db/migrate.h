/* Bringing a database to the present schema.
 * Not here: the schema (schema.h). */
#ifndef FILO_STORE_DB_MIGRATE_H
#define FILO_STORE_DB_MIGRATE_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <sqlite3.h>

/* Brings the schema to version `count`, or says why this file is none of ours. */
enum status database_migrate(
	struct store *store, const char *const *versions, int count, struct error *err);

/* Refuses, in a transaction, what a newer filo has brought beyond that since. */
enum status database_check_version(struct store *store, struct error *err);

/* Refuses, in a transaction, what was made or dropped in the schema since it was compared, unless
 * that was a newer filo's work. */
enum status database_check_schema(struct store *store, struct error *err);

/* The same before drafts and settings are written: of triggers on those. */
enum status database_check_schema_aside(struct store *store, struct error *err);

/* Says why the database that is open there, under the name `path`, could not be brought so far. */
enum status database_check_copy(
	sqlite3 *copy, const char *path, const char *const *versions, int count, struct error *err);

#endif
