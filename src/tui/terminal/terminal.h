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
/* Before it: the terminal is to report clicks and the wheel. */
void terminal_want_mouse(void);
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
	KEYS_F1, /* to F12, in a row */
	KEYS_F5 = KEYS_F1 + 4,
	KEYS_F12 = KEYS_F1 + 11,
	KEYS_MOUSE,   /* a button or the wheel, where that was asked for: input_mouse() has it */
	KEYS_PASTE,   /* a whole bracketed paste: terminal_paste() has it */
	KEYS_IGNORED, /* an unknown sequence, swallowed */
};
#define KEY_CTRL(c)      ((c)&0x1F)
#define KEY_ALT          0x400000 /* added to the code */
#define KEY_IS_TEXT(key) ((key) >= ' ' && (key) != 0x7F && (key) < 0x110000)

/* Rings the bell with the next frame, once. */
void terminal_ring(void);
/* Sends the frame that was drawn, in one write. */
void terminal_paint(void);
/* Everything is drawn again at the next paint (Ctrl-l, after another program). */
void terminal_redraw(void);

/* Sends bytes that are no part of a frame, in one write. False when the terminal has gone. */
bool terminal_send(const char *bytes, size_t len_bytes);
#endif
