/* Whether the log beside a database is that database's own.
 * Not here: reading what is in it, which SQLite does. */
#ifndef FILO_STORE_DB_LOG_LOOK_H
#define FILO_STORE_DB_LOG_LOOK_H

#include <stdbool.h>

/* True when the log beside `path` cannot have been begun on the file that is there: a copy of an
 * older or newer state was laid over it, or another database. Looked at only where nobody has it
 * open; what cannot be told is taken for its own. */
bool log_is_of_another(const char *path);

#endif
