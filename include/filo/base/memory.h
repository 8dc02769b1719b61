/* Allocation that cannot fail: when memory runs out the program ends cleanly.
 * Not here: growing containers (strbuf.h, vector.h). */
#ifndef FILO_BASE_MEMORY_H
#define FILO_BASE_MEMORY_H

#include <stddef.h>

/* Called once when memory has run out, before the program exits, to restore the terminal. */
void memory_on_exhausted(void (*restore)(void));

/* What another allocation gave; with NULL the program ends. */
void *memory_must_have(void *block);
/* As malloc (zeroed), realloc and strdup; never NULL. memory_copy_string(NULL) is NULL.
 * Caller frees with free(). */
void *memory_new(size_t size_bytes);
void *memory_resize(void *block, size_t size_bytes);
char *memory_copy_string(const char *s);
char *memory_copy_bytes(const char *s, size_t len_bytes); /* adds a final NUL */

/* Frees *s and makes it a copy of `value` (which may be NULL). */
void memory_replace_string(char **s, const char *value);

#endif
