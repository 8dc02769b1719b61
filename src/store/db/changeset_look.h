/* Whether a changeset is whole, before SQLite is given it.
 * Not here: applying it (changeset.h). */
#ifndef FILO_STORE_DB_CHANGESET_LOOK_H
#define FILO_STORE_DB_CHANGESET_LOOK_H

#include "filo/base/error.h"
#include "store/db/changeset.h"

#include <stdbool.h>

#define KNOWN_COLUMNS_MAX 64
#define KNOWN_NAME_BYTES  32

/* What a changeset has to say of a table of ours; it does not change while a store is open. */
struct known_table {
	char name[KNOWN_NAME_BYTES];
	int columns;
	bool is_key[KNOWN_COLUMNS_MAX];
};

/* NULL: it is none of ours. Good until the next one is asked for. */
const struct known_table *changeset_known_table(struct store *store, const char *name);

/* *is_whole: each table is one of ours as it is, each row has all of its values, and nothing is
 * left over. The status tells whether it could be read. */
enum status changeset_look(
	struct store *store, const struct changeset *changeset, bool *is_whole, struct error *err);

#endif
