/* What a terminal would show: a libvterm screen fed with a program's output.
 * Not here: where the output comes from (pty.h), comparing it with what was expected (steps). */
#ifndef TESTS_SCREEN_H
#define TESTS_SCREEN_H

#include "filo/base/strbuf.h"

#include <stdbool.h>
#include <stddef.h>
#include <vterm.h>

struct screen {
	VTerm *vt;
	VTermScreen *cells;
	int rows, cols;
	bool is_alternate;
	bool is_cursor_shown;
	bool is_mouse_on;
	size_t queries; /* sequences that made the terminal answer */
	size_t bells;
	int repeat; /* times to write the last character again, see screen_feed */
	struct strbuf answers;
};

void screen_init(struct screen *screen, int rows, int cols);
void screen_fini(struct screen *screen);
void screen_feed(struct screen *screen, const char *bytes, size_t len);
void screen_resize(struct screen *screen, int rows, int cols);

/* What the terminal sends before a paste (`is_end`: after it): nothing unless the program asked for
 * bracketed paste. */
void screen_add_paste_mark(struct screen *screen, bool is_end, struct strbuf *out);

/* Whether the cursor keys send application codes (smkx of terminfo). */
bool screen_keypad_is_on(struct screen *screen);

/* Rows and columns count from 0. */
void screen_cursor(const struct screen *screen, int *row, int *col);
bool screen_cell(const struct screen *screen, int row, int col, VTermScreenCell *cell);

/* Adds the text of a cell: nothing for the right half of a wide character. */
void screen_add_cell(struct strbuf *out, const VTermScreenCell *cell);

/* Adds the text of a row without the blanks at its end. */
void screen_add_row(const struct screen *screen, int row, struct strbuf *out);

/* Looks for `text` within one row, from the top; false when it is nowhere. */
bool screen_find(const struct screen *screen, const char *text, int *row, int *col);

/* Adds the whole screen in a frame, with row numbers and the cursor, for a person to read. */
void screen_add_frame(const struct screen *screen, struct strbuf *out);

#endif
