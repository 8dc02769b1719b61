/* The drawing layer: clips by display columns and makes text safe. Everything on the screen goes
 * through here. Not here: what is drawn. */
#ifndef FILO_TUI_TERMINAL_DRAW_H
#define FILO_TUI_TERMINAL_DRAW_H

#include <stdbool.h>
#include <stddef.h>

/* A part of the screen, in cells from the top left. */
struct rect {
	int row, col, rows, cols;
};
bool rect_has(struct rect area, int row, int col);

/* Roles, not colours: draw.c knows what each looks like in 16 colours, two, or none. */
enum role {
	ROLE_TEXT,
	ROLE_TITLE,    /* pane titles, names */
	ROLE_FAINT,    /* frames, dates, hints: must stay readable */
	ROLE_SELECTED, /* the selected row's name, in the pane with the focus */
	ROLE_MATCH,    /* what a search found */
	ROLE_KEY,      /* key names in the key line */
	ROLE_GOOD,     /* a warm feeling, saved */
	ROLE_ERROR,    /* errors, never people */
	ROLE_FIELD,    /* the field being edited */
	ROLES,
	ROLE_EXAMPLE = ROLES, /* in an empty field: faint, and dim where faint is as text */
};

void draw_clear(void);             /* the whole frame */
void draw_blank(struct rect area); /* under an overlay */
/* Keeps a copy of the frame as it is drawn so far, with the place of its cursor. */
void draw_keep(void);
/* Makes the frame what was kept, at a fraction of what drawing it costs. False: nothing was, since
 * the size changed. */
bool draw_bring_back(void);
void draw_drop_kept(void);
/* Plain-screen mode: no frames or decoration, and the cursor always visible. */
void draw_set_plain(bool is_plain);
bool draw_is_plain(void);
/* Text and rules on rows of the screen above this one are left out, until it is 0 again. */
void draw_set_top(int row);

/* Draws one line of `text` (any bytes) at row, col of `area`, clipped to it; what does not fit
 * ends in "…" (or "~" without UTF-8). Returns the columns used. Outside the area: nothing. */
int draw_text(struct rect area, int row, int col, enum role role, const char *text);
int draw_format(struct rect area, int row, int col, enum role role, const char *format, ...)
	__attribute__((format(printf, 5, 6)));
/* As draw_text, in at most `cols` columns, padded with blanks to exactly that. */
int draw_cell(struct rect area, int row, int col, int cols, enum role role, const char *text);
/* The columns draw_text takes for all of it. */
int draw_width(const char *text);
/* The leading bytes of `text` (valid UTF-8) that have room in `cols`. */
size_t draw_fit(const char *text, int cols);
/* Right-aligned so that it ends at column `end` of the area. */
int draw_right(struct rect area, int row, int end, enum role role, const char *text);
/* With bytes match_at..+match_len of `text` shown as ROLE_MATCH. */
int draw_match(struct rect area, int row, int col, enum role role, const char *text,
	size_t match_at, size_t match_len);
/* A horizontal rule over the whole row of the area, with a title in it when not NULL. A vertical
 * one over rows. ASCII without UTF-8; nothing in plain-screen mode but the title. */
void draw_rule(struct rect area, int row, enum role role, const char *title, const char *right);
void draw_bar(struct rect area, int col);

/* Draws wrapped text from `skip` lines on; returns the lines it would take in all. */
int draw_paragraph(struct rect area, int row, int skip, enum role role, const char *text);

/* Where the terminal's cursor rests after the paint: the selected row (hidden cursor, for screen
 * readers and braille) or the place of editing (visible). */
void draw_cursor(struct rect area, int row, int col, bool is_visible);

/* Between parts of a line: " · ", or on the plain screen ", ", which is heard. */
const char *draw_between(void);

/* A glyph in this terminal: "…" "─" "│" "·" ... or its ASCII stand-in. */
enum glyph {
	GLYPH_ELLIPSIS,
	GLYPH_RULE,
	GLYPH_BAR,
	GLYPH_TEE_LEFT,
	GLYPH_TEE_DOWN,
	GLYPH_TEE_UP,
	GLYPH_CORNER,
	GLYPH_DOT,
	GLYPH_ARROW_UP,
	GLYPH_ARROW_DOWN,
	GLYPHS
};
const char *draw_glyph(enum glyph glyph);

/* How things look from draw_start on (looks.h). */
struct look;
void draw_set_looks(const struct look *wanted); /* ROLES of them */
/* For the terminal. */
void draw_start(void); /* colours; once curses runs */
/* Where the cursor rests after this frame; true: it is to be seen. */
bool draw_cursor_place(int *row, int *col);

#endif
