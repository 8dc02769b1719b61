/* How the full-text index cuts text into words.
 * Not here: the queries (fulltext.h). */
#ifndef FILO_STORE_DB_TOKENIZER_H
#define FILO_STORE_DB_TOKENIZER_H

#include <sqlite3.h>

/* Gives the connection filo's own way to cut and fold (filo/base/fold.h), for the index and for
 * queries alike, and the SQL function filo_fold(text). An SQLite code. */
int tokenizer_register(sqlite3 *db);

#endif
