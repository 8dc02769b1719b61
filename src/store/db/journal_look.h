/* Whether the journal beside a database is that database's own.
 * Not here: reading what is in it, which SQLite does. */
#ifndef FILO_STORE_DB_JOURNAL_LOOK_H
#define FILO_STORE_DB_JOURNAL_LOOK_H

#include <stdbool.h>

/* True when the change that the journal beside `path` would take back cannot have been of the file
 * that is there. As log_is_of_another else. */
bool journal_is_of_another(const char *path);

#endif
