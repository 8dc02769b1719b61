/* The terminal: taking it over and giving it back, keys in, frames out.
 * Not here: what is drawn (draw.h), what a key does (command.h). */
#ifndef FILO_TUI_TERMINAL_TERMINAL_H
#define FILO_TUI_TERMINAL_TERMINAL_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"

#include <stdbool.h>

/* Takes the terminal: falls back to xterm-256color, xterm, vt100 when TERM is unknown (*notice
 * then says so, translated; else NULL). ESCDELAY 25 ms unless set. No queries. */
enum status terminal_start(const char **notice, struct error *err);
/* Gives it back as it was; safe to call twice and from a signal handler's path. */
void terminal_stop(void);
/* For a program of the user's (editor, shell on ^Z): leave the screen, come back and repaint. */
void terminal_suspend(void);
void terminal_resume(void);

int terminal_rows(void);
int terminal_cols(void);
bool terminal_is_utf8(void);
/* Reads the size anew; true when it has changed. */
bool terminal_update_size(void);
/* The terminal has hung up: nothing can be read or written any more. */
bool terminal_is_gone(void);

/* What is known about this terminal beyond its terminfo entry, by its name. */
enum terminal_ability {
	ABILITY_PASTE = 1 << 0,     /* bracketed paste, ?2004 */
	ABILITY_CLIPBOARD = 1 << 1, /* OSC 52 */
	ABILITY_SYNC = 1 << 2,      /* synchronised output, ?2026 */
};
unsigned terminal_abilities_of(const char *name, bool is_in_tmux);

/* Codes above the Unicode range stand for keys without a character. */
enum key_code {
	KEY_CODE_FIRST = 0x200000,
	KEYS_UP,
	KEYS_DOWN,
	KEYS_LEFT,
	KEYS_RIGHT,
	KEYS_HOME,
	KEYS_END,
	KEYS_PAGE_UP,
	KEYS_PAGE_DOWN,
	KEYS_DELETE,
	KEYS_INSERT,
	KEYS_BACKSPACE,
	KEYS_ENTER,
	KEYS_TAB,
	KEYS_BACK_TAB,
	KEYS_ESCAPE,
	KEYS_PASTE,   /* a whole bracketed paste: terminal_paste() has it */
	KEYS_IGNORED, /* an unknown sequence, swallowed */
};
#define KEY_CTRL(c)      ((c)&0x1F)
#define KEY_ALT          0x400000 /* added to the code */
#define KEY_IS_TEXT(key) ((key) >= ' ' && (key) != 0x7F && (key) < 0x110000)

/* The next key if one is waiting, else 0. Alt-x arrives as KEY_ALT + 'x'. Unicode code point or
 * enum key_code. */
int terminal_key(void);
/* The text of the last KEYS_PASTE: valid UTF-8, as pasted. Borrowed until the next key. */
const char *terminal_paste(void);
/* Whether more input is waiting: then do not paint yet. */
bool terminal_has_input(void);
/* What poll(2) waits on for keys, and for how many milliseconds at most before terminal_key must
 * be asked again, since a lone Esc may be a key (-1: for ever). */
int terminal_input_fd(void);
int terminal_key_timeout_ms(void);

/* Sends the frame that was drawn, in one write. */
void terminal_paint(void);
/* Everything is drawn again at the next paint (Ctrl-l, after another program). */
void terminal_redraw(void);

/* Sends bytes that are no part of a frame, in one write. False when the terminal has gone. */
bool terminal_send(const char *bytes, size_t len_bytes);
/* Sends `text` to the clipboard of the user's machine by OSC 52 (through tmux and screen too),
 * when the terminal is known to take it. False: not known, or more than terminals take. */
bool terminal_copy(const char *text);

#endif
