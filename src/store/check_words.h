/* Whether the full-text indexes hold the words of the texts.
 * Not here: making them anew (check.c). */
#ifndef FILO_STORE_CHECK_WORDS_H
#define FILO_STORE_CHECK_WORDS_H

#include "filo/base/error.h"
#include "filo/store/store.h"

#include <stdbool.h>

/* Compares the words of each index, and in how many rows each is, with the texts; with
 * `looks_inside` its inner structure too, which needs a database that may be written. */
enum status check_words(struct store *store, bool looks_inside, bool *is_same, struct error *err);

#endif
