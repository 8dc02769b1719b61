/* A list to choose from, over the whole screen: rows asked for one by one.
 * Not here: what is in it (each list's own file). */
#include "tui/form/chooser.h"

#include "tui/form/form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"

#include <stdio.h>
#include <stdlib.h>

#define DETAIL_ROWS 6 /* at most, below the list */

struct chooser {
	struct view view;
	const struct chooser_ops *ops;
	void *context;
	size_t selected, first;
	int rows; /* of the list in the latest draw */
};

static size_t chooser_count(struct chooser *chooser)
{
	size_t count = chooser->ops->count(chooser->context);

	if (chooser->selected >= count)
		chooser->selected = count ? count - 1 : 0;
	return count;
}

static unsigned chooser_context(const struct view *view)
{
	(void)view;
	return IN_LIST;
}

static void draw_row(struct chooser *chooser, struct rect list, size_t index)
{
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;
	bool is_selected = index == chooser->selected;
	int row = (int)(index - chooser->first);

	chooser->ops->row(chooser->context, index, &left, &right);
	int right_cols = right.len ? text_width(right.data) + 2 : 0;
	const struct rect room = { list.row, list.col, list.rows,
		list.cols > right_cols + 8 ? list.cols - right_cols : list.cols };
	draw_text(list, row, 1, ROLE_TEXT, is_selected ? ">" : " ");
	draw_text(room, row, 3, is_selected ? ROLE_SELECTED : ROLE_TEXT, left.data);
	if (room.cols < list.cols)
		draw_right(list, row, list.cols - 1, ROLE_FAINT, right.data);
	if (is_selected)
		draw_cursor(list, row, 1, false);
	strbuf_fini(&left);
	strbuf_fini(&right);
}

/* The paragraph on the selected row; the rows it took from the bottom of `area`. */
static int draw_detail(struct app *app, struct chooser *chooser, struct rect area)
{
	struct strbuf detail = STRBUF_INIT;

	if (!chooser->ops->detail || area.rows < 2 * DETAIL_ROWS)
		return 0;
	chooser->ops->detail(app, chooser->context, chooser->selected, &detail);
	int rows = detail.len ? DETAIL_ROWS : 0;
	struct rect box = { area.row + area.rows - rows, area.col, rows, area.cols };
	if (rows) {
		draw_rule(box, 0, ROLE_FAINT, NULL, NULL);
		box.row++;
		box.rows--;
		box.col++;
		box.cols -= 2;
		draw_paragraph(box, 0, 0, ROLE_TEXT, detail.data);
	}
	strbuf_fini(&detail);
	return rows;
}

static void chooser_draw(struct app *app, struct view *view, struct rect area)
{
	struct chooser *chooser = (struct chooser *)view;
	size_t count = chooser_count(chooser);
	struct rect list = { area.row + 1, area.col, area.rows - 1, area.cols };
	char total[24];

	snprintf(total, sizeof total, "%zu", count);
	draw_rule(area, 0, ROLE_TITLE, _(chooser->ops->title), count ? total : NULL);
	if (!count) {
		const struct rect text = { list.row, list.col + 1, list.rows, list.cols - 2 };
		draw_paragraph(text, 1, 0, ROLE_TEXT, _(chooser->ops->empty));
		return;
	}
	list.rows -= draw_detail(app, chooser, list);
	chooser->rows = list.rows;
	size_t rows = list.rows > 0 ? (size_t)list.rows : 1;
	if (chooser->selected < chooser->first)
		chooser->first = chooser->selected;
	if (chooser->selected >= chooser->first + rows)
		chooser->first = chooser->selected - rows + 1;
	for (size_t i = chooser->first; i < count && i < chooser->first + rows; i++)
		draw_row(chooser, list, i);
}

static bool move_selection(struct chooser *chooser, int key, size_t count)
{
	size_t page = chooser->rows > 1 ? (size_t)chooser->rows - 1 : 1;
	size_t last = count ? count - 1 : 0, at = chooser->selected;

	switch (key) {
	case 'j':
	case KEYS_DOWN:
		at = at < last ? at + 1 : last;
		break;
	case 'k':
	case KEYS_UP:
		at = at ? at - 1 : 0;
		break;
	case KEYS_PAGE_DOWN:
	case KEY_CTRL('d'):
		at = last - at > page ? at + page : last;
		break;
	case KEYS_PAGE_UP:
	case KEY_CTRL('u'):
		at = at > page ? at - page : 0;
		break;
	case 'g':
	case KEYS_HOME:
		at = 0;
		break;
	case 'G':
	case KEYS_END:
		at = last;
		break;
	default:
		return false;
	}
	chooser->selected = at;
	return true;
}

static bool chooser_key(struct app *app, struct view *view, int key)
{
	struct chooser *chooser = (struct chooser *)view;
	size_t count = chooser_count(chooser);

	if (key == KEYS_ESCAPE || key == 'q') {
		app_pop(app);
		return true;
	}
	if (move_selection(chooser, key, count))
		return true;
	if (key == KEYS_ENTER && count) {
		chooser->ops->open(app, chooser->context, chooser->selected);
		return true;
	}
	return chooser->ops->key &&
	       chooser->ops->key(app, chooser->context, chooser->selected, key);
}

static void chooser_refresh(struct app *app, struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;

	if (chooser->ops->refresh)
		chooser->ops->refresh(app, chooser->context);
	chooser_count(chooser);
}

static contact_id chooser_subject(const struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;

	if (!chooser->ops->subject || !chooser_count(chooser))
		return 0;
	return chooser->ops->subject(chooser->context, chooser->selected);
}

static void chooser_hints(const struct view *view, struct strbuf *out)
{
	const struct chooser *chooser = (const struct chooser *)view;

	strbuf_add(out,
		chooser->ops->keys_hint ? _(chooser->ops->keys_hint) : _("Enter open  Esc back"));
}

static void chooser_free(struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;

	if (chooser->ops->free)
		chooser->ops->free(chooser->context);
	free(chooser);
}

static const struct view_ops chooser_view_ops = {
	.name = "list",
	.context = chooser_context,
	.draw = chooser_draw,
	.key = chooser_key,
	.refresh = chooser_refresh,
	.subject = chooser_subject,
	.hints = chooser_hints,
	.free = chooser_free,
	/* The list's own keys come first; what it leaves may be a command. */
	.takes_typing = true,
};

struct view *chooser_view(const struct chooser_ops *ops, void *context)
{
	struct chooser *chooser = memory_new(sizeof *chooser);

	chooser->view.ops = &chooser_view_ops;
	chooser->ops = ops;
	chooser->context = context;
	return &chooser->view;
}
