/* What shows of a field, and moving in it by the lines it wraps into.
 * Not here: its keys (field.h). */
#ifndef FILO_TUI_WIDGET_FIELD_DRAW_H
#define FILO_TUI_WIDGET_FIELD_DRAW_H

#include "tui/terminal/draw.h"
#include "tui/widget/field.h"

void field_draw(struct field *field, struct rect area, bool has_focus);
/* With the focus in a row of its own, behind a sign: on the plain screen behind the word instead,
 * so that the row of the cursor says what is typed there. Returns where it stands. */
struct rect field_draw_behind(
	struct field *field, struct rect row, const char *sign, const char *word);
/* The wrapped lines it takes in `cols` columns, at least 1; and the cursor `by` of them down (or
 * up), false when there is none. */
int field_lines(const struct field *field, int cols);
bool field_move_line(struct field *field, int cols, int by);

#endif
