/* The bytes that keys send.
 * Not here: sending them (terminal.h). */
#ifndef TESTS_KEYS_H
#define TESTS_KEYS_H

#include "filo/base/strbuf.h"

#include <stdbool.h>

/* Adds the bytes that key `name` sends on a terminal of type `term`: Enter Esc Tab S-Tab Space
 * Backspace Up Down Left Right Home End PgUp PgDn Insert Delete F1..F12, any character, C-x
 * (control), M-x (Alt; also M-Enter and the like), C-Left and C-Right. False for a name that is
 * no key or a key that this terminal does not have. A terminal type that is not known is taken
 * for an xterm, as it mostly is. */
bool keys_add(struct strbuf *out, const char *term, const char *name);

/* Frees what was read of terminfo. */
void keys_end(void);

#endif
