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

#endif
