/* A list: moving, scrolling, drawing the rows in sight.
 * Not here: what stands in a row (struct list_ops), reading rows a page at a time (window.c). */
#include "tui/widget/list.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "tui/terminal/wrap.h"

#include <limits.h>
#include <string.h>

#define MARK_COL      0
#define BELOW_COL     2 /* where what stands below a row begins */
#define TEXT_COLS_MIN 6 /* with fewer left, the part at the right is not shown */

void list_init(struct list *list, const struct list_ops *ops, void *context)
{
	*list = (struct list){ .ops = ops, .context = context };
}

void list_set_count(struct list *list, size_t count)
{
	size_t last = count ? count - 1 : 0;

	list->count = count;
	if (!count) {
		list->below = 0; /* an empty list is not drawn */
		list->is_moved = false;
	}
	if (list->selected > last)
		list->selected = last;
	if (list->first > last)
		list->first = last;
}

void list_begin(struct list *list)
{
	list->selected = list->first = 0;
	list->is_moved = false;
}

void list_shift(struct list *list, size_t count, bool is_gone)
{
	size_t *const places[] = { &list->count, &list->selected, &list->first, &list->line_of };

	for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
		if (!is_gone)
			*places[i] += count;
		else
			*places[i] -= *places[i] < count ? *places[i] : count;
	}
}

static int height_of(const struct list *list, size_t index)
{
	const struct rect nowhere = { .cols = list->cols };

	return list->ops->draw_tall ? list->ops->draw_tall(list->context, index, nowhere, ROLE_TEXT)
				    : 1;
}

static int headings_of(const struct list *list, size_t index)
{
	return list->ops->heading_rows ? list->ops->heading_rows(list->context, index) : 0;
}

/* Rows of the screen below the selected one's first, up to the one that is being read. */
static int list_line(const struct list *list)
{
	if (!list->ops->is_read || !draw_is_plain() || list->line_of != list->selected)
		return 0;
	int last = height_of(list, list->selected) - headings_of(list, list->selected) - 1;

	return list->line < last ? list->line : last;
}

void list_read_anew(struct list *list)
{
	list->line = 0;
}

/* True: it was within the selected row. */
static bool list_move_line(struct list *list, enum move move)
{
	int before = list_line(list);

	list->line_of = list->selected;
	list->line = before + (move == MOVE_DOWN) - (move == MOVE_UP && before);
	list->line = list_line(list);
	return list->line != before;
}

/* Where reading begins after such a move; from below a row's last one comes first. */
static void list_begin_line(struct list *list, enum move move, bool is_another)
{
	bool is_end = move == MOVE_LAST || move == MOVE_PAGE_DOWN;

	list->line_of = list->selected;
	if (is_another)
		list->line = move == MOVE_UP ? INT_MAX : 0;
	else if (is_end || move == MOVE_FIRST || move == MOVE_PAGE_UP)
		list->line = is_end ? INT_MAX : 0;
}

/* The rows that make a screenful from the selected one on, down or up; *is_tall: one of them takes
 * more than a row of the screen. */
static size_t page_of(const struct list *list, enum move move, bool *is_tall)
{
	size_t page = 0, at = list->selected;
	int left = list->rows;

	*is_tall = false;
	while (at < list->count && left > 0) {
		int rows = height_of(list, at);
		*is_tall |= rows > 1;
		left -= rows;
		page += left >= 0;
		if (move == MOVE_PAGE_UP && !at)
			break;
		at = move == MOVE_PAGE_UP ? at - 1 : at + 1;
	}
	if (!*is_tall)
		page = list->rows > 1 ? (size_t)list->rows - 1 : 1;
	return page ? page : 1;
}

void list_move(struct list *list, enum move move)
{
	bool is_page = move == MOVE_PAGE_UP || move == MOVE_PAGE_DOWN, is_tall = false;
	size_t before = list->selected, page = is_page ? page_of(list, move, &is_tall) : 1;

	list->is_moved = list->count > 0;
	/* On the plain screen: the cursor in another row than before has all of that heard, in the
	 * same one only the letters that differ. */
	list->is_paged = draw_is_plain() && move != MOVE_FIRST && move != MOVE_LAST;
	if (list->count && list_move_line(list, move))
		return;
	list->selected = move_from(list->selected, list->count, page, move);
	if (move == MOVE_PAGE_DOWN && is_tall)
		list->first = list->selected;
	list_begin_line(list, move, list->selected != before);
}

void list_move_round(struct list *list, enum move move)
{
	size_t before = list->selected;

	list_move(list, move);
	if (list->selected != before)
		return;
	if (move == MOVE_DOWN)
		list_move(list, MOVE_FIRST);
	else if (move == MOVE_UP)
		list_move(list, MOVE_LAST);
}

static bool read_more(struct list *list, bool is_forward)
{
	size_t before = list->count;

	return list->ops->more && list->ops->more(list->context, is_forward) &&
	       (is_forward ? list->count > before : list->first > 0);
}

/* Of `left` empty rows below, as many as what is hidden above can fill. True: some. */
static bool fill_from_above(struct list *list, int left)
{
	size_t before = list->first;
	bool has_read = false;

	while (left > 0 && (list->first || (has_read = read_more(list, false)))) {
		left -= height_of(list, list->first - 1);
		if (left >= 0)
			list->first--;
	}
	return has_read || list->first != before;
}

/* The selected row whole, or from its top when it is taller than the screen. */
static void show_selected(struct list *list)
{
	size_t rows = list->rows > 0 ? (size_t)list->rows : 1;
	int needed = 0;

	if (list->first > list->selected) {
		list->first = list->selected;
		if (list->is_paged)
			fill_from_above(list, list->rows - height_of(list, list->selected));
	}
	if (list->selected - list->first >= rows) /* each takes one row at least */
		list->first = list->is_paged ? list->selected : list->selected - rows + 1;
	if (list->first == list->selected)
		return;
	for (size_t i = list->first; i <= list->selected; i++)
		needed += height_of(list, i);
	if (needed > list->rows && list->is_paged)
		list->first = list->selected;
	while (needed > list->rows && list->first < list->selected)
		needed -= height_of(list, list->first++);
}

/* Rows of the screen below the last row of the list. */
static int empty_rows(struct list *list)
{
	int left = list->rows;

	for (size_t i = list->first; left > 0; i++) {
		if (i >= list->count && !read_more(list, true))
			break;
		left -= height_of(list, i);
	}
	return left;
}

static void begin_settling(struct list *list, struct rect area)
{
	list->is_paged &= list->rows == area.rows;
	list->rows = area.rows;
	list->cols = area.cols - list->ops->text_col;
	list_set_count(list, list->count);
	if (list->count)
		show_selected(list);
}

void list_settle(struct list *list, struct rect area)
{
	begin_settling(list, area);
	if (list->count && !list->is_paged)
		fill_from_above(list, empty_rows(list));
}

static int draw_row(struct list *list, size_t index, struct rect area, bool has_focus)
{
	bool is_selected = index == list->selected;
	enum role role = is_selected && has_focus ? ROLE_SELECTED : ROLE_TEXT;
	const struct rect text = { area.row, area.col + list->ops->text_col, area.rows,
		area.cols - list->ops->text_col };
	int mark_row = headings_of(list, index);

	/* Where the focus is elsewhere the mark is another: no two on the screen are alike. */
	if (is_selected && (has_focus || !list->ops->is_marked_only_in_focus))
		draw_text(area, mark_row, MARK_COL, has_focus ? ROLE_TEXT : ROLE_FAINT,
			has_focus ? ">" : draw_glyph(GLYPH_DOT));
	if (is_selected && has_focus) {
		list->mark_row = area.row + mark_row + list_line(list);
		list->mark_col = area.col + MARK_COL;
		draw_cursor(area, mark_row + list_line(list), MARK_COL, false);
	}
	if (list->ops->draw_tall)
		return list->ops->draw_tall(list->context, index, text, role);
	list->ops->draw(list->context, index, text, role);
	return 1;
}

/* Of a row taller than the area the last line in sight says that it goes on. */
static void draw_cut(struct rect area)
{
	draw_right(area, area.rows - 1, area.cols, ROLE_FAINT, draw_glyph(GLYPH_ELLIPSIS));
}

/* Rows of the first one in sight that are hidden above, where it is taller than the screen and read
 * below that. */
static int list_skip(const struct list *list)
{
	if (list->first != list->selected || !list_line(list))
		return 0;
	int row = headings_of(list, list->selected) + list_line(list);

	return row < list->rows ? 0 : row - list->rows + 1;
}

/* The rows left empty below the last one. */
static int draw_rows(struct list *list, struct rect area, bool has_focus)
{
	const struct rect whole = area;
	int skip = list_skip(list);
	size_t i = list->first;

	draw_set_top(area.row);
	area.row -= skip;
	area.rows += skip;
	for (; area.rows > 0; i++) {
		if (i >= list->count && !read_more(list, true))
			break;
		int used = draw_row(list, i, area, has_focus);
		area.row += used;
		area.rows -= used;
	}
	draw_set_top(0);
	list->below = list->count > i ? list->count - i : 0;
	bool is_taller = area.rows < 0 && i - list->first == 1;
	list->below += area.rows < 0 && !is_taller; /* the last one is cut */
	if (is_taller && !list->is_told_below)
		draw_cut(whole);
	return area.rows;
}

/* Where lists stand on the screen, for who points at it. */
static struct {
	struct list *list;
	struct rect area;
} drawn[8];
static size_t drawn_count;

void list_forget_drawn(void)
{
	drawn_count = 0;
}

static void note_drawn(struct list *list, struct rect area)
{
	if (drawn_count < sizeof drawn / sizeof *drawn) {
		drawn[drawn_count].list = list;
		drawn[drawn_count++].area = area;
	}
}

struct list *list_drawn_at(int row, int col, size_t *index)
{
	for (size_t i = drawn_count; i-- > 0;) {
		struct list *list = drawn[i].list;
		int left = row - drawn[i].area.row + list_skip(list);
		if (!rect_has(drawn[i].area, row, col))
			continue;
		for (size_t at = list->first; at < list->count; at++) {
			left -= height_of(list, at);
			*index = at;
			if (left < 0)
				return list;
		}
		return NULL;
	}
	return NULL;
}

static bool is_drawing_below;

void list_draw_below(bool is_below)
{
	is_drawing_below = is_below;
}

/* Rows are drawn before it is known whether they fill the area: measuring them first would cost as
 * much as drawing, and seldom do they not. */
void list_draw(struct list *list, struct rect area, bool has_focus)
{
	has_focus &= !is_drawing_below;
	note_drawn(list, area);
	list->below = 0;
	begin_settling(list, area);
	if (!list->count)
		return;
	int left = draw_rows(list, area, has_focus);
	if (list->is_paged || !fill_from_above(list, left))
		return;
	draw_blank(area);
	draw_rows(list, area, has_focus);
}

/* Aligned at the right it takes no more than it needs: nothing stands below its beginning. */
static int list_line_right_cols(const struct list_line *line)
{
	int needed = line->right ? draw_width(line->right) : 0;
	bool is_less = line->is_right_aligned && needed && needed < line->right_cols;

	return is_less || !line->right_cols ? needed : line->right_cols;
}

int list_line_cols(struct rect area, const struct list_line *line)
{
	int right_cols = list_line_right_cols(line), beside = area.cols - 2 - right_cols;

	return right_cols && beside >= TEXT_COLS_MIN ? beside : area.cols - 1;
}

void list_line_draw(struct rect area, enum role role, const struct list_line *line)
{
	int right_cols = list_line_right_cols(line), right_at = area.cols - 1 - right_cols;
	const struct rect text = { area.row, area.col, area.rows, list_line_cols(area, line) };
	bool has_right = right_cols && right_at - 1 >= TEXT_COLS_MIN;

	int text_cols = draw_text(text, 0, 0, role, line->text);
	if (!has_right || !line->right)
		return;
	/* Wider than its column it has what the text leaves, but a blank. */
	int at = line->is_right_aligned ? text_cols + 1 : right_at;
	const struct rect room = { area.row, area.col + at, area.rows, area.cols - 1 - at };
	if (line->is_right_aligned)
		draw_right(room, 0, room.cols, ROLE_FAINT, line->right);
	else
		draw_text(room, 0, 0, ROLE_FAINT, line->right);
}

int list_line_draw_whole(
	struct rect area, enum role role, const struct list_line *line, int most, bool *is_cut)
{
	int right_cols = list_line_right_cols(line), room = list_line_cols(area, line), rows = 1;
	bool has_room = draw_width(line->text) <= room &&
			(!right_cols || room + right_cols + 2 <= area.cols) &&
			(!line->right || draw_width(line->right) <= right_cols);
	struct strbuf words = STRBUF_INIT;

	if (!has_room) {
		strbuf_add(&words, line->text);
		if (line->right && *line->right)
			strbuf_add_format(&words, "%s%s",
				words.len && strchr("?!.", words.data[words.len - 1])
					? " "
					: draw_between(),
				line->right);
		rows = draw_wrap(words.data, area.cols - 1, NULL, NULL);
	}
	*is_cut = rows > most;
	if (has_room || *is_cut)
		list_line_draw(area, role, line);
	else
		list_draw_words(area, role, words.data, true);
	strbuf_fini(&words);
	return *is_cut ? 1 : rows;
}

int list_draw_indented(struct rect area, int row, int most, enum role role, const char *text)
{
	int cols = area.cols - BELOW_COL - 1, room = area.rows - row;
	const struct rect part = { area.row + row, area.col + BELOW_COL, most < room ? most : room,
		cols };
	int rows = text && *text && cols > 0 ? draw_paragraph(part, 0, 0, role, text) : 0;
	int shown = rows < most ? rows : most;

	if (shown < rows)
		draw_right(
			area, row + shown - 1, area.cols, ROLE_FAINT, draw_glyph(GLYPH_ELLIPSIS));
	return shown;
}

int list_draw_words(struct rect area, enum role role, const char *text, bool is_marked)
{
	const struct rect words = { area.row, area.col, area.rows, area.cols - 1 };

	if (is_marked)
		return draw_paragraph(words, 0, 0, role, text);
	draw_text(words, 0, 0, role, text);
	return 1;
}

const char *list_tick(bool is_chosen)
{
	if (!draw_is_plain())
		return is_chosen ? "[x] " : "[ ] ";
	/* Translators: before a name or a value that is read aloud. */
	return is_chosen ? _("chosen: ") : _("not chosen: ");
}
