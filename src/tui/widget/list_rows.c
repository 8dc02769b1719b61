/* What the two lists of people share: a row with its mark, moving, scrolling.
 * Not here: who is in them (due_pane.c, contacts_pane.c). */
#include "tui/panes/panes.h"

#define MARK_COL 1
#define NAME_COL 3

void list_row_draw(struct rect area, int row, const struct list_row *list_row)
{
	int right_at = area.cols - 1 - list_row->right_cols;
	int name_cols = (list_row->right_cols ? right_at - 1 : area.cols - 1) - NAME_COL;
	const struct rect name = { area.row, area.col + NAME_COL, area.rows, name_cols };

	if (list_row->is_selected) {
		draw_text(area, row, MARK_COL, ROLE_TEXT, ">");
		if (list_row->has_focus)
			draw_cursor(area, row, MARK_COL, false);
	}
	draw_text(name, row, 0,
		list_row->is_selected && list_row->has_focus ? ROLE_SELECTED : ROLE_TEXT,
		list_row->name);
	if (name_cols <= 0 || !list_row->right || !*list_row->right)
		return;
	if (list_row->is_right_aligned)
		draw_right(area, row, area.cols - 1, ROLE_FAINT, list_row->right);
	else
		draw_text(area, row, right_at, ROLE_FAINT, list_row->right);
}

size_t list_move(size_t selected, size_t count, int visible, enum move move)
{
	size_t page = visible > 1 ? (size_t)visible - 1 : 1;
	size_t last = count ? count - 1 : 0;

	switch (move) {
	case MOVE_UP:
		return selected ? selected - 1 : 0;
	case MOVE_DOWN:
		return selected < last ? selected + 1 : last;
	case MOVE_PAGE_UP:
		return selected > page ? selected - page : 0;
	case MOVE_PAGE_DOWN:
		return last - selected > page ? selected + page : last;
	case MOVE_FIRST:
		return 0;
	case MOVE_LAST:
		return last;
	}
	return selected;
}

size_t list_scroll(size_t first, size_t selected, size_t count, int visible)
{
	size_t rows = visible > 0 ? (size_t)visible : 1;

	if (selected < first)
		first = selected;
	if (selected >= first + rows)
		first = selected - rows + 1;
	if (first && first + rows > count) /* no empty rows below while some are hidden above */
		first = count > rows ? count - rows : 0;
	return first;
}
