/* Comparing the words of formats and commands, which are ASCII: the same in every locale, where
 * strcasecmp and its like are not ("i" and "I" are two letters in Turkish).
 * Not here: what people write (text.h). */
#ifndef FILO_BASE_ASCII_H
#define FILO_BASE_ASCII_H

#include <stdbool.h>
#include <stddef.h>

char ascii_lower(char c);
char ascii_upper(char c);
bool ascii_is_alnum(char c);
bool ascii_is_space(char c); /* also a tab or a line end */

/* The same but for the case of A to Z. */
bool ascii_equal(const char *a, const char *b);
bool ascii_equal_bytes(const char *a, const char *b, size_t len); /* none of them ends before */
/* Whether it is one of `words`, which end with NULL. */
bool ascii_is_among(const char *text, const char *const *words);
bool ascii_begins(const char *text, const char *prefix);
/* Whether at most a slip of the hand parts them, whatever the case: one letter more, fewer or
 * another, or two exchanged. */
bool ascii_is_near(const char *a, const char *b);
/* Where `word` begins in `text`, or NULL. Borrowed. */
const char *ascii_find(const char *text, const char *word);

#endif
