/* A sliding window over a long list: of its rows only a piece around those shown is in memory, read
 * a page at a time from a row on, forward or backward.
 * Not here: where the rows come from (struct window_ops), drawing them (list.h). */
#ifndef FILO_TUI_WIDGET_WINDOW_H
#define FILO_TUI_WIDGET_WINDOW_H

#include "filo/base/vector.h"
#include "tui/widget/list.h"

#include <stdint.h>

struct window_ops {
	size_t row_bytes;
	/* Appends at most `count` rows: those that follow `from` (NULL: the first of all), or not
	 * is_forward, those before it (NULL: the last of all), in the list's order either way.
	 * Fewer: there are no more. Of `from` only what tells its place is set. */
	void (*read)(void *context, const void *from, bool is_forward, size_t count,
		struct vector *rows);
	void (*row_fini)(void *row);
	/* Whether a row that was read is still there. NULL: its place is known without it. */
	bool (*exists)(void *context, const void *row);
};

struct window {
	const struct window_ops *ops;
	void *context;               /* for ops */
	struct list list;            /* of the items: `lead`, then the rows in memory */
	struct vector rows;          /* the piece */
	bool is_at_start, is_at_end; /* it touches the list's beginning, its end */
	size_t lead;      /* items above the very first row, shown with it; the owner's */
	int64_t above;    /* rows above the piece; -1: it is not known how many */
	size_t page_rows; /* read at a time; may be changed */
	size_t rows_kept; /* more are let go again, at the end that is out of sight */
};

/* Reads nothing yet. All pointers are borrowed; `list_ops` gets the same context. */
void window_init(struct window *window, const struct window_ops *ops,
	const struct list_ops *list_ops, void *context);
void window_fini(struct window *window);
/* No rows; what is read next comes from the beginning. */
void window_clear(struct window *window);

/* The row an item of the list stands for: NULL when it is one of `lead`, or none. */
void *window_row(const struct window *window, size_t item);
void *window_selected(const struct window *window);
/* The items of `lead` that are in the list now. */
size_t window_lead(const struct window *window);

/* Reads anew from the beginning; the first item is selected. */
void window_read_first(struct window *window);
/* Reads anew around the place of `row`, which may be gone, and is none of the window's own. It, or
 * the one that follows, is selected, with `items_above` above it on the screen. */
void window_read_around(struct window *window, const void *row, size_t items_above);
/* Reads anew, after the rows may have changed: the same row selected in the same place, or when it
 * is gone, the one that stood next to it. */
void window_refresh(struct window *window);
/* For struct list_ops: a page more at either end. */
bool window_read_on(struct window *window, bool is_forward);
void window_move(struct window *window, enum move move);

#endif
