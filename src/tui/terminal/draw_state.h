/* What the terminal asks of the drawing layer. Not here: drawing (draw.h). */
#ifndef FILO_TUI_TERMINAL_DRAW_STATE_H
#define FILO_TUI_TERMINAL_DRAW_STATE_H

#include <stdbool.h>

void draw_start(void); /* colours; once curses runs */
/* Where the cursor rests after this frame; true: it is to be seen. */
bool draw_cursor_place(int *row, int *col);

#endif
