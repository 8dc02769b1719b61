/* A text of blocks, longer than the screen, to read and scroll: cards, entries, briefings.
 * Not here: what is said in it. */
#ifndef FILO_TUI_WIDGET_DOCUMENT_H
#define FILO_TUI_WIDGET_DOCUMENT_H

#include "filo/base/vector.h"
#include "tui/terminal/draw.h"
#include "tui/widget/scroll.h"

struct document {
	struct vector blocks; /* private */
	struct scroll scroll;
};

void document_init(struct document *document);
void document_fini(struct document *document);
/* Empties it; the place it is scrolled to stays. */
void document_clear(struct document *document);

/* A heading, with a blank row above it when it is not the first; a blank row is not heard, and on
 * the plain screen left out. */
void document_add_heading(struct document *document, const char *text);
/* Whom it is about, which else its title says: on the plain screen, where the row of the cursor is
 * what is heard, the first row of the text. */
void document_add_name(struct document *document, const char *name);
/* A paragraph, wrapped; blank text: nothing. */
void document_add(struct document *document, enum role role, const char *text);
/* A line of a table: what it is ("": the same as above), what it says, wrapped beside it, or on the
 * plain screen behind it. Blank text: nothing. */
void document_add_fact(struct document *document, const char *label, const char *text);
/* One row that `draw` fills, as wide as there is room for. `context` is borrowed until the
 * document is cleared. */
void document_add_picture(struct document *document,
	void (*draw)(const void *context, struct rect row), const void *context);

/* Draws it. With the focus, the cursor rests at its top, or on the plain screen on the row that is
 * being read. */
void document_draw(struct document *document, struct rect area, bool has_focus);
/* The same with the focus, below a rule that says these; either may be NULL. */
void document_draw_titled(
	struct document *document, struct rect area, const char *title, const char *right);

#endif
