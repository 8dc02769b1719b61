/* Whether a changeset is whole, before SQLite is given it.
 * Not here: applying it (changeset.h). */
#ifndef FILO_STORE_DB_CHANGESET_LOOK_H
#define FILO_STORE_DB_CHANGESET_LOOK_H

#include "filo/base/error.h"
#include "store/db/changeset.h"

#include <stdbool.h>

/* *is_whole: each table is one of ours as it is, each row has all of its values, and nothing is
 * left over. The status tells whether it could be read. */
enum status changeset_look(
	struct store *store, const struct changeset *changeset, bool *is_whole, struct error *err);

#endif
