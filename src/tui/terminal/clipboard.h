/* The clipboard of the user's machine.
 * Not here: what is copied. */
#ifndef FILO_TUI_TERMINAL_CLIPBOARD_H
#define FILO_TUI_TERMINAL_CLIPBOARD_H

#include <stdbool.h>

/* Sends `text` to the clipboard of the user's machine by OSC 52 (through tmux and screen too),
 * when the terminal is known to take it. False: not known, or more than terminals take. */
bool terminal_copy(const char *text);

#endif
