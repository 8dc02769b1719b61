/* Keys out of the bytes a terminal sends, without a terminal: pure, so that it can be tested.
 * Not here: reading them and the clock (input.h). */
#ifndef FILO_TUI_TERMINAL_INPUT_DECODE_H
#define FILO_TUI_TERMINAL_INPUT_DECODE_H

#include "tui/terminal/terminal.h"

/* Adds what the terminfo entry says a key sends; NULL and what is no sequence are left out. */
void input_learn(const char *sequence, int key);

/* The first key of `bytes`: sets *key and returns the bytes it took. 0: they may be the beginning
 * of a longer sequence; with `is_all` nothing more is coming, and there always is an answer.
 * The start of a bracketed paste is KEYS_PASTE, without its text. */
size_t input_decode(const char *bytes, size_t len_bytes, bool is_all, int *key);

/* What a mouse has done, of the latest KEYS_MOUSE. */
enum mouse_act { MOUSE_CLICK, MOUSE_WHEEL_UP, MOUSE_WHEEL_DOWN };
struct mouse_report {
	enum mouse_act act;
	int row, col; /* of the screen, from 0 */
};
const struct mouse_report *input_mouse(void);
/* The bytes of a mouse's report that has lost its first ones, Esc and perhaps "[" and more, at the
 * beginning of `bytes`; 0: it is none. *is_cut: its end is still to come. */
size_t input_mouse_rest(const char *bytes, size_t len_bytes, bool *is_cut);

/* Whether a byte can go on an Esc that was already taken for a key: a slow link may bring "[A" long
 * after it. */
bool input_goes_on_from_escape(char next);

/* Whether `bytes`, behind an Esc that was already taken for a key, begin a string that a terminal
 * answers with ("P>|xterm(390)", "_Gi=1;OK", "Xwords" up to its end), and not what a hand types. */
enum reply { REPLY_NONE, REPLY_UNTOLD, REPLY_WHOLE }; /* untold: so far; whole: its beginning is */
enum reply input_reply_of(const char *bytes, size_t len_bytes);

/* The end of a bracketed paste in `bytes`, as an offset; len_bytes when it is not there. */
size_t input_paste_end(const char *bytes, size_t len_bytes);

#endif
