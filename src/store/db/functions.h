/* What SQL can ask of filo's own ways with words and dates.
 * Not here: folding, which the index shares (tokenizer.h). */
#ifndef FILO_STORE_DB_FUNCTIONS_H
#define FILO_STORE_DB_FUNCTIONS_H

#include <sqlite3.h>

/* Gives the connection filo_has_words(text, folded words): each of them begins a word of the text,
 * filo_next_yearly(month, day, from): the day of the next occurrence, or NULL, and, for the
 * triggers of the schema, filo_kept_text(line): what is searched of a kept line, or NULL. An SQLite
 * code. */
int functions_register(sqlite3 *db);

#endif
