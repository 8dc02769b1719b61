/* A frame before it is sent.
 * Not here: what is drawn in it (draw.h), sending it (terminal.c). */
#ifndef FILO_TUI_TERMINAL_FRAME_H
#define FILO_TUI_TERMINAL_FRAME_H

#include "filo/base/strbuf.h"

#include <stdbool.h>

struct frame_screen {
	int rows, cols;
	bool has_column; /* the terminal moves the cursor within a row by CHA, and by CUF */
};

/* Says in fewer bytes what curses says in more. */
void frame_shorten(struct strbuf *frame, struct frame_screen screen);

#endif
