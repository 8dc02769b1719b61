/* The title of a pane, with what the pane is limited to: behind it, or where that has no room,
 * whole in rows of its own below. Not here: what a limit means (filo/store/limit.h). */
#include "tui/panes/title.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "tui/way.h"

#include <limits.h>
#include <string.h>

#define TITLE_RULE_COLS  7 /* around the two parts of a title */
#define TITLE_RIGHT_COLS 4 /* kept for what stands at the right: the limit does not jump */

void pane_add_nobody(struct app *app, const struct pane *pane, struct strbuf *out)
{
	strbuf_add_format(out, _("Nobody here. %s shows everybody."), way_here(app, "back"));
	if (pane->limit.lost)
		strbuf_add_format(out, " %s.", pane->limit.lost);
}

/* What stands in the first row, and in those below it. */
struct title {
	struct strbuf left, right, below;
	int below_rows;
};

static void title_fini(struct title *title)
{
	strbuf_fini(&title->left);
	strbuf_fini(&title->right);
	strbuf_fini(&title->below);
}

/* Below, the limit leaves a row to the pane; where it cannot, it is cut behind the title. */
static struct title title_make(const struct pane *pane, struct rect area, const char *marks)
{
	struct title title = { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, 0 };
	struct strbuf limit = STRBUF_INIT;

	pane->ops->title(pane, &title.left, &title.right);
	limit_describe(&pane->limit, !pane->ops->people, &limit);
	int cols = draw_width(title.left.data) + 2 + draw_width(limit.data) + TITLE_RULE_COLS +
		   TITLE_RIGHT_COLS + (*marks ? draw_width(marks) + 3 : 0);
	int rows = draw_paragraph(
		(struct rect){ .cols = area.cols - 2 }, 0, 0, ROLE_TITLE, limit.data);
	if (limit.len && cols > area.cols && rows < area.rows - 1) {
		strbuf_add(&title.below, limit.data);
		title.below_rows = rows;
	} else if (limit.len) {
		strbuf_add_format(&title.left, ": %s", limit.data);
	}
	strbuf_fini(&limit);
	return title;
}

int title_limit_rows(const struct pane *pane, int cols, const char *marks)
{
	struct title title =
		title_make(pane, (struct rect){ .rows = INT_MAX, .cols = cols }, marks);

	title_fini(&title);
	return title.below_rows;
}

struct rect title_draw_limit(const struct pane *pane, struct rect area, const char *marks)
{
	struct title title = title_make(pane, area, marks);
	const int rows = title.below_rows;
	const struct rect below = { area.row + 1, area.col + 1, rows, area.cols - 2 };

	if (rows)
		draw_paragraph(below, 0, 0, ROLE_TITLE, title.below.data);
	title_fini(&title);
	return (struct rect){ area.row + 1 + rows, area.col, area.rows - 1 - rows, area.cols };
}

/* Where the title would be cut, the last parts of what stands at the right are left out. */
static void title_leave_out(struct strbuf *right, const char *title, int cols)
{
	const char *between = draw_between();

	while (draw_width(title) + draw_width(right->data) + TITLE_RULE_COLS > cols) {
		const char *last = NULL;
		for (const char *at = right->data; (at = strstr(at, between)); at++)
			last = at;
		if (!last)
			return;
		strbuf_truncate(right, (size_t)(last - right->data));
	}
}

void title_draw(const struct pane *pane, struct rect area, bool has_focus, const char *marks)
{
	struct title title = title_make(pane, area, marks);
	struct strbuf right = STRBUF_INIT;

	strbuf_add(&right, marks);
	if (right.len && title.right.len)
		strbuf_add(&right, draw_between());
	title_leave_out(&title.right, title.left.data, area.cols - draw_width(right.data));
	strbuf_add(&right, title.right.data);
	draw_rule(area, 0, has_focus ? ROLE_TITLE : ROLE_TEXT, title.left.data, right.data);
	title_fini(&title);
	strbuf_fini(&right);
}
