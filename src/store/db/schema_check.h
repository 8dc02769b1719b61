/* Whether a database has our schema, object by object, before it is trusted.
 * Not here: the schema (schema.h), what is in the rows (check.c). */
#ifndef FILO_STORE_DB_SCHEMA_CHECK_H
#define FILO_STORE_DB_SCHEMA_CHECK_H

#include "filo/base/error.h"
#include "filo/store/store.h"

/* Compares what the file says its tables, indexes and triggers are with what the first `count` of
 * `versions` make. Refused with the name of one that is other, more or missing. */
enum status schema_check(
	struct store *store, const char *const *versions, int count, struct error *err);

#endif
