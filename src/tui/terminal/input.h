/* Keys, as the terminal sends them: reading, and the clock for an Esc that may be more.
 * Not here: telling them apart (input_decode.h), what a key does (command.h). */
#ifndef FILO_TUI_TERMINAL_INPUT_H
#define FILO_TUI_TERMINAL_INPUT_H

#include "tui/terminal/terminal.h"

/* The next key if one is waiting, else 0. Alt-x arrives as KEY_ALT + 'x'. Unicode code point or
 * enum key_code. */
int terminal_key(void);
/* The text of the last KEYS_PASTE: valid UTF-8, as pasted. Borrowed until the next key. */
const char *terminal_paste(void);
const char *terminal_paste_told(void); /* how it was repaired; NULL: it was not */
/* Whether more input is waiting: then do not paint yet. */
bool terminal_has_input(void);
/* What poll(2) waits on for keys, and for how many milliseconds at most before terminal_key must
 * be asked again, since a lone Esc may be a key (-1: for ever). */
int terminal_input_fd(void);
int terminal_key_timeout_ms(void);

/* Called by terminal.c. */
void input_start(int fd);
void input_stop(void);
void input_want_mouse(void); /* else its reports are swallowed */
bool input_is_gone(void);    /* the other end has hung up */

#endif
