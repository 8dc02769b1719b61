/* A sliding window over a long list: reading on at its ends, letting go of what is far away.
 * Not here: scrolling among what is in memory (list.c), the rows themselves (struct window_ops). */
#include "tui/widget/window.h"

#define PAGE_ROWS 24 /* until the owner knows better */
#define ROWS_KEPT 400

void window_init(struct window *window, const struct window_ops *ops,
	const struct list_ops *list_ops, void *context)
{
	*window = (struct window){ .ops = ops,
		.context = context,
		.is_at_start = true,
		.page_rows = PAGE_ROWS,
		.rows_kept = ROWS_KEPT };
	list_init(&window->list, list_ops, context);
	vector_init(&window->rows, ops->row_bytes);
}

static void free_rows(const struct window *window, struct vector *rows)
{
	for (size_t i = 0; i < rows->count; i++)
		window->ops->row_fini(vector_at(rows, i));
	vector_clear(rows);
}

void window_fini(struct window *window)
{
	free_rows(window, &window->rows);
	vector_fini(&window->rows);
}

size_t window_lead(const struct window *window)
{
	return window->is_at_start ? window->lead : 0;
}

static void count_items(struct window *window)
{
	list_set_count(&window->list, window_lead(window) + window->rows.count);
}

void window_clear(struct window *window)
{
	free_rows(window, &window->rows);
	window->is_at_start = true;
	window->is_at_end = false;
	window->above = 0;
	window->list.selected = window->list.first = 0;
	count_items(window);
}

void *window_row(const struct window *window, size_t item)
{
	size_t lead = window_lead(window);

	return item >= lead && item - lead < window->rows.count
		       ? vector_at(&window->rows, item - lead)
		       : NULL;
}

void *window_selected(const struct window *window)
{
	return window_row(window, window->list.selected);
}

/* ---- Reading on ---- */

static void drop_row(struct window *window, size_t index)
{
	window->ops->row_fini(vector_at(&window->rows, index));
	vector_remove(&window->rows, index);
}

/* The first row takes along what stands above it. */
static void let_go_above(struct window *window)
{
	struct list *list = &window->list;

	while (window->rows.count > window->rows_kept) {
		size_t gone = window_lead(window) + 1;
		if (list->first < gone || list->selected < gone)
			return;
		drop_row(window, 0);
		window->above += window->above >= 0;
		window->is_at_start = false;
		list_shift(list, gone, true);
	}
}

static void let_go_below(struct window *window)
{
	const struct list *list = &window->list;
	size_t shown = list->first + (list->rows > 0 ? (size_t)list->rows : 0);

	while (window->rows.count > window->rows_kept && list->count > shown + 1 &&
		list->count > list->selected + 1) {
		drop_row(window, window->rows.count - 1);
		window->is_at_end = false;
		count_items(window);
	}
}

/* Apart from the rows there are, so that `from` may be one of them. Caller frees, not the rows. */
static struct vector read_page(
	const struct window *window, const void *from, bool is_forward, size_t count)
{
	struct vector page;

	vector_init(&page, window->ops->row_bytes);
	window->ops->read(window->context, from, is_forward, count, &page);
	return page;
}

static void append_page(struct window *window)
{
	size_t before = window->rows.count;
	struct vector page = read_page(window, before ? vector_at(&window->rows, before - 1) : NULL,
		true, window->page_rows);

	for (size_t i = 0; i < page.count; i++)
		vector_push(&window->rows, vector_at(&page, i));
	window->is_at_end = page.count < window->page_rows;
	vector_fini(&page);
	count_items(window);
	let_go_above(window);
}

static void prepend_page(struct window *window)
{
	size_t before = window->list.count;
	struct vector page =
		read_page(window, vector_at(&window->rows, 0), false, window->page_rows);

	for (size_t i = 0; i < page.count; i++)
		vector_insert(&window->rows, i, vector_at(&page, i));
	window->is_at_start = page.count < window->page_rows;
	if (window->is_at_start)
		window->above = 0;
	else if (window->above >= 0)
		window->above -= (int64_t)page.count;
	vector_fini(&page);
	list_shift(&window->list, window_lead(window) + window->rows.count - before, false);
	let_go_below(window);
}

bool window_read_on(struct window *window, bool is_forward)
{
	if (is_forward ? window->is_at_end : window->is_at_start)
		return false;
	if (is_forward)
		append_page(window);
	else
		prepend_page(window);
	return true;
}

/* ---- Reading anew ---- */

void window_read_first(struct window *window)
{
	window_clear(window);
	append_page(window);
}

/* At most `count` before `from`, and nothing else. */
static void read_before(struct window *window, const void *from, size_t count)
{
	window_clear(window);
	window->ops->read(window->context, from, false, count, &window->rows);
	window->is_at_start = window->rows.count < count;
	window->above = window->is_at_start ? 0 : -1;
	count_items(window);
}

static void read_last(struct window *window)
{
	read_before(window, NULL, window->page_rows);
	window->is_at_end = true;
	window->list.selected = window->list.count ? window->list.count - 1 : 0;
	window->list.first = window->list.selected;
}

void window_read_around(struct window *window, const void *row, size_t items_above)
{
	struct list *list = &window->list;

	read_before(window, row, items_above + window->page_rows / 2);
	size_t place = list->count;
	append_page(window);
	list->selected = place;
	count_items(window);
	list->first = list->selected > items_above ? list->selected - items_above : 0;
}

/* The selected row, or when gone, one that stood next to it. */
static const void *find_anchor(const struct window *window)
{
	size_t lead = window_lead(window), selected = window->list.selected;
	bool (*exists)(void *, const void *) = window->ops->exists;
	const void *row;

	for (size_t i = selected; i >= lead && (row = window_row(window, i)); i++)
		if (!exists || exists(window->context, row))
			return row;
	for (size_t i = selected; i-- > lead && (row = window_row(window, i));)
		if (!exists || exists(window->context, row))
			return row;
	return NULL;
}

void window_refresh(struct window *window)
{
	size_t selected = window->list.selected, first = window->list.first;
	const void *anchor = find_anchor(window);
	struct vector old = window->rows;

	/* The row it is read around has to outlive the rows. */
	vector_init(&window->rows, window->ops->row_bytes);
	if (anchor) {
		window_read_around(window, anchor, selected > first ? selected - first : 0);
	} else {
		window_read_first(window);
		window->list.selected = selected;
		count_items(window);
	}
	free_rows(window, &old);
	vector_fini(&old);
}

/* ---- Moving ---- */

void window_move(struct window *window, enum move move)
{
	struct list *list = &window->list;
	size_t near = window->page_rows / 2;

	if (move == MOVE_FIRST && !window->is_at_start)
		window_read_first(window);
	else if (move == MOVE_LAST && !window->is_at_end)
		read_last(window);
	else if ((move == MOVE_DOWN || move == MOVE_PAGE_DOWN) &&
		 list->selected + near >= list->count)
		window_read_on(window, true);
	else if ((move == MOVE_UP || move == MOVE_PAGE_UP) && list->selected < near)
		window_read_on(window, false);
	list_move(list, move);
}
