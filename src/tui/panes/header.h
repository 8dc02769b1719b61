/* The top row: the day, and how many are due.
 * Not here: the panes below it (panes.h). */
#ifndef FILO_TUI_PANES_HEADER_H
#define FILO_TUI_PANES_HEADER_H

#include "tui/app.h"
#include "tui/terminal/draw.h"

/* `slot`: what is said of the time carved out today, instead of how many are due; NULL: none. */
void header_draw(const struct app *app, struct rect area, size_t due_count, const char *slot);

/* Reads that; *slot is freed before. */
void header_read_slot(struct app *app, char **slot);

#endif
