/* Names of keys, as help and the manual write them.
 * Not here: bytes of a terminal (input.h). */
#ifndef FILO_TUI_TERMINAL_KEYS_H
#define FILO_TUI_TERMINAL_KEYS_H

#include <stdbool.h>
#include <stddef.h>

/* "Ctrl-r", "PgDn", "l" for a key and back (0: no such key). */
int key_from_name(const char *name, size_t len_bytes);
const char *key_to_name(int key, char out[16]);
/* The name of a key for FILO_LOG, which must not tell what is typed: "character" for any. */
const char *key_kind(int key, char out[16]);
/* Whether `keys`, names with a blank between them, has this one. */
bool keys_have(const char *keys, int key);

#endif
