/* What the files of store/ share: the open database, its statements, its open change.
 * Not here: anything another layer may see. */
#ifndef FILO_STORE_DATABASE_H
#define FILO_STORE_DATABASE_H

#include "filo/store/store.h"

#include <sqlite3.h>

extern const char *const schema_versions[]; /* [i] brings version i to i + 1 */
extern const int schema_version_count;

#endif
