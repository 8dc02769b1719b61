/* Where the panes go on a screen of a given size. Pure arithmetic.
 * Not here: drawing them (panes.c). */
#ifndef FILO_TUI_PANES_LAYOUT_H
#define FILO_TUI_PANES_LAYOUT_H

#include "tui/terminal/draw.h"

#include <stdbool.h>

enum pane_id { PANE_DUE, PANE_CONTACTS, PANE_LOG, PANES };

/* A pane with rows == 0 is not shown. The first row of each is its title. */
struct layout {
	struct rect header;
	struct rect panes[PANES];
	struct rect detail;
	int bar_col;        /* between the lists and the log; -1: none */
	int detail_bar_col; /* between the log and the detail column; -1: none */
	bool is_single;     /* one pane at a time */
};

/* `area`: the screen without the bottom line. `due_rows`: what the due pane would like to show.
 * `only`: the pane to show when there is room for one, or when `is_zoomed`. */
void layout_compute(
	struct layout *layout, struct rect area, int due_rows, enum pane_id only, bool is_zoomed);

#endif
