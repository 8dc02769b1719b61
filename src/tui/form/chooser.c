/* A list to choose from, over the whole screen: rows asked for one by one.
 * Not here: what is in it (each list's own file). */
#include "tui/form/chooser.h"

#include "tui/form/form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"
#include "tui/widget/list.h"

#include <stdio.h>
#include <stdlib.h>

#define DETAIL_ROWS 6 /* at most, below the list */

struct chooser {
	struct view view;
	const struct chooser_ops *ops;
	void *context;
	struct list list;
};

static size_t chooser_count(struct chooser *chooser)
{
	list_set_count(&chooser->list, chooser->ops->count(chooser->context));
	return chooser->list.count;
}

static unsigned chooser_context(const struct view *view)
{
	(void)view;
	return IN_LIST;
}

static void draw_row(void *context, size_t index, struct rect area, enum role role)
{
	const struct chooser *chooser = context;
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	chooser->ops->row(chooser->context, index, &left, &right);
	list_line_draw(area, role,
		&(struct list_line){
			.text = left.data, .right = right.data, .is_right_aligned = true });
	strbuf_fini(&left);
	strbuf_fini(&right);
}

static const struct list_ops list_ops = { .text_col = 2, .draw = draw_row };

/* The paragraph on the selected row; the rows it took from the bottom of `area`. */
static int draw_detail(struct app *app, struct chooser *chooser, struct rect area)
{
	struct strbuf detail = STRBUF_INIT;

	if (!chooser->ops->detail || area.rows < 2 * DETAIL_ROWS)
		return 0;
	chooser->ops->detail(app, chooser->context, chooser->list.selected, &detail);
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
	list.col++;
	list.cols--;
	list_draw(&chooser->list, list, true);
}

static bool chooser_key(struct app *app, struct view *view, int key)
{
	struct chooser *chooser = (struct chooser *)view;
	size_t count = chooser_count(chooser);

	if (key == KEYS_ESCAPE || key == 'q') {
		app_pop(app);
		return true;
	}
	if (move_of_key(key)) {
		list_move(&chooser->list, move_of_key(key));
		return true;
	}
	if (key == KEYS_ENTER && count) {
		chooser->ops->open(app, chooser->context, chooser->list.selected);
		return true;
	}
	return chooser->ops->key &&
	       chooser->ops->key(app, chooser->context, chooser->list.selected, key);
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
	return chooser->ops->subject(chooser->context, chooser->list.selected);
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
	list_init(&chooser->list, &list_ops, chooser);
	return &chooser->view;
}
