/* A list: rows of which one is selected, as many shown as there is room for, one marked with ">".
 * Not here: what the rows are (struct list_ops), rows of which only a part is read (window.h). */
#ifndef FILO_TUI_WIDGET_LIST_H
#define FILO_TUI_WIDGET_LIST_H

#include "tui/terminal/draw.h"
#include "tui/widget/move.h"

struct list_ops {
	int text_col; /* where a row begins, behind the mark in the first column */
	bool is_marked_only_in_focus;
	/* Draws the row into `area`, whose first row and column are its own, and which reaches to
	 * the end of the list's. `role`: ROLE_SELECTED or ROLE_TEXT. */
	void (*draw)(void *context, size_t index, struct rect area, enum role role);
	/* Instead, for rows that take more than one of the screen's: the rows it takes, at least 1.
	 * An area of no rows only measures. */
	int (*draw_tall)(void *context, size_t index, struct rect area, enum role role);
	/* How many of these are a heading, above the mark. NULL: none. */
	int (*heading_rows)(void *context, size_t index);
	/* Tall rows that are read: on the plain screen, where the row of the cursor is what is
	 * heard, moving goes through each of the screen's. */
	bool is_read;
	/* The rows end before the screen does, downwards or up: reads on, and changes the list
	 * accordingly (window_read_on). False: there is no more. NULL: never. */
	bool (*more)(void *context, bool is_forward);
};

struct list {
	const struct list_ops *ops;
	void *context; /* for ops */
	size_t count;
	bool is_told_below;     /* the selected row stands whole elsewhere, too */
	size_t selected, first; /* indexes; `first` is shown at the top */
	int line;               /* of the selected row, below its first: where it is being read */
	size_t line_of;         /* the index that holds for */
	int rows, cols;         /* of the screen, as drawn last */
	size_t below;           /* rows that did not fit whole then, but one taller than all the
				 * screen's, which ends in "…"; not those not read yet */
	bool is_moved;          /* since it was begun: its mark was gone to */
	bool is_paged;          /* the next rows come a page at a time, also where few are left */
	int mark_row, mark_col; /* of the screen, where the cursor rests on it */
};

/* An empty list. Both are borrowed; it needs no fini. */
void list_init(struct list *list, const struct list_ops *ops, void *context);
/* There are now so many rows; what is selected stays so as long as there is such a row. */
void list_set_count(struct list *list, size_t count);
/* Its rows are others from here on: the first one is marked, and nobody has gone to it. */
void list_begin(struct list *list);
/* Something was done with the selected row: reading it begins anew, at its first line. */
void list_read_anew(struct list *list);
/* `count` rows have come in front of those there are, or (is_gone) those are no more; the same
 * stays selected and at the top. */
void list_shift(struct list *list, size_t count, bool is_gone);

/* A page of one-line rows leaves one of them in sight; taller ones are read from their top. */
void list_move(struct list *list, enum move move);
/* The same, but the first row follows the last. */
void list_move_round(struct list *list, enum move move);

/* Scrolls as a draw in this area would: the selected row in sight, no empty rows below while some
 * are hidden above. For who has to know what will be shown. */
void list_settle(struct list *list, struct rect area);
/* With the focus, the cursor rests on the mark. */
void list_draw(struct list *list, struct rect area, bool has_focus);

/* Until it is said otherwise no list has the focus: they lie below what is asked over them, where
 * another may be marked. */
void list_draw_below(bool is_below);

/* The list that was drawn at this place of the screen since list_forget_drawn, and which of its
 * rows stands there; NULL: none. */
struct list *list_drawn_at(int row, int col, size_t *index);
void list_forget_drawn(void);

/* A row of one line for most lists: text, and a part at the right where there is room. */
struct list_line {
	const char *text;
	const char *right; /* NULL: none */
	int right_cols;    /* it takes at the right end; 0: as many as it is wide */
	bool is_right_aligned;
};
/* The columns there are for its text. */
int list_line_cols(struct rect area, const struct list_line *line);
void list_line_draw(struct rect area, enum role role, const struct list_line *line);
/* The same, but where the two have no room beside each other they run on in rows of their own.
 * Where these are more than `most` it is one line, and *is_cut is set. Returns the rows it takes.
 * An area of no rows only measures. */
int list_line_draw_whole(
	struct rect area, enum role role, const struct list_line *line, int most, bool *is_cut);

/* Draws wrapped text below the first `row` rows of `area`, indented, in at most `most` rows; where
 * that is not all of it the last ends in "…". Returns the rows it takes, also where they fall
 * outside; none for "" and NULL. */
int list_draw_indented(struct rect area, int row, int most, enum role role, const char *text);

/* A row in words: the marked one whole, on as many of the screen's as it takes, which it returns;
 * of others what has room in one. An area of no rows only measures. */
int list_draw_words(struct rect area, enum role role, const char *text, bool is_marked);

/* What stands before one that can be chosen: "[x] ", or on the plain screen, where it is heard, a
 * word. */
const char *list_tick(bool is_chosen);

#endif
