/* A text being edited: its keys, its cursor, what shows of it.
 * Not here: forms of fields (tui/form/form.h). */
#ifndef FILO_TUI_WIDGET_FIELD_H
#define FILO_TUI_WIDGET_FIELD_H

#include "filo/base/strbuf.h"
#include "tui/terminal/draw.h"

/* One line of text being edited, with readline keys; several lines when is_multiline. */
struct field {
	struct strbuf text; /* valid UTF-8 */
	size_t cursor;      /* byte offset, at a grapheme */
	size_t scroll;      /* first byte (or first line) shown */
	bool is_multiline;
};
void field_init(struct field *field, const char *text, bool is_multiline);
void field_fini(struct field *field);
void field_set(struct field *field, const char *text); /* the cursor behind it */
/* At the cursor; line breaks become blanks in a one-line field, controls are dropped. */
void field_insert(struct field *field, const char *text, size_t len_bytes);
bool field_key(struct field *field, int key); /* true: used; inserts text and pastes */
/* The keys it uses, for help: names as help writes them; ended by NULL. */
extern const struct field_keys {
	const char *keys, *help; /* N_() */
} field_keys[];
void field_draw(struct field *field, struct rect area, bool has_focus);
/* The wrapped lines it takes in `cols` columns, at least 1; and the cursor `by` of them down (or
 * up), false when there is none. */
int field_lines(const struct field *field, int cols);
bool field_move_line(struct field *field, int cols, int by);

#endif
