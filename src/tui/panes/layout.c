/* Where the panes go on a screen of a given size. Pure arithmetic.
 * Not here: drawing them (panes.c). */
#include "tui/panes/layout.h"

/* Below either, one pane at a time; `area` lacks the bottom line. */
#define FULL_COLS 72
#define FULL_ROWS 15
/* Above this the detail column appears. */
#define WIDE_COLS       120
#define LISTS_COLS_MIN  31
#define LISTS_COLS_MAX  40 /* but on screens of which that is less than a quarter */
#define DETAIL_COLS_MIN 32
#define DETAIL_COLS_MAX 48
#define DUE_ROWS_MIN    2

static int layout_clamp(int value, int low, int high)
{
	return value < low ? low : value > high ? high : value;
}

static void lay_one(struct layout *layout, struct rect area, enum pane_id only)
{
	layout->is_single = true;
	layout->panes[only] = area;
}

void layout_compute(
	struct layout *layout, struct rect area, int due_rows, enum pane_id only, bool is_zoomed)
{
	*layout = (struct layout){ .bar_col = -1, .detail_bar_col = -1 };
	layout->header = (struct rect){ area.row, area.col, 1, area.cols };
	const struct rect body = { area.row + 1, area.col, area.rows - 1, area.cols };
	if (is_zoomed || area.cols < FULL_COLS || area.rows < FULL_ROWS) {
		lay_one(layout, body, only);
		return;
	}
	int side_cols = layout_clamp(area.cols / 4, DETAIL_COLS_MIN, DETAIL_COLS_MAX);
	int lists_cols = layout_clamp(area.cols * LISTS_COLS_MIN / 80, LISTS_COLS_MIN,
		side_cols > LISTS_COLS_MAX ? side_cols : LISTS_COLS_MAX);
	int log_cols = body.cols - lists_cols - 1;
	/* A title each; the due pane never takes more than half. */
	int due = layout_clamp(due_rows, DUE_ROWS_MIN, body.rows / 2 - 1) + 1;
	layout->bar_col = body.col + lists_cols;
	if (area.cols > WIDE_COLS) {
		log_cols -= side_cols + 1;
		layout->detail_bar_col = layout->bar_col + 1 + log_cols;
		layout->detail =
			(struct rect){ body.row, layout->detail_bar_col + 1, body.rows, side_cols };
	}
	layout->panes[PANE_DUE] = (struct rect){ body.row, body.col, due, lists_cols };
	layout->panes[PANE_CONTACTS] =
		(struct rect){ body.row + due, body.col, body.rows - due, lists_cols };
	layout->panes[PANE_LOG] =
		(struct rect){ body.row, layout->bar_col + 1, body.rows, log_cols };
}
