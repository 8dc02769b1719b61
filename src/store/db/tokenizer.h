/* How the full-text index cuts text into words.
 * Not here: the queries (fulltext.h). */
#ifndef FILO_STORE_DB_TOKENIZER_H
#define FILO_STORE_DB_TOKENIZER_H

#include <sqlite3.h>

/* Gives the connection filo's own way to cut and fold (filo/base/fold.h), for the index and for
 * queries alike, and the SQL function filo_fold(text). An SQLite code. */
int tokenizer_register(sqlite3 *db);

/* Called for each word, folded, with `flags` and places that say nothing; SQLITE_OK to go on. */
typedef int (*token_taker)(void *context, int flags, const char *word, int len, int from, int to);

typedef int (*token_cutter)(const char *text, int len, void *context, token_taker take);

/* Cuts a text of `len` bytes (NULL: none) as the index does. An SQLite code. */
int tokenizer_cut_text(const char *text, int len, void *context, token_taker take);
/* The same for what contact_text has: what a hyphen parts is one word, too, and a given name that
 * is written in one with that of the family a word of its own. */
int tokenizer_cut_person(const char *text, int len, void *context, token_taker take);
/* As tokenizer_cut_text for what detail_text has: numbers, too, from any of their digits on. */
int tokenizer_cut_detail(const char *text, int len, void *context, token_taker take);

#endif
