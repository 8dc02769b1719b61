/* The title of a pane, with what the pane is limited to: behind it, or where that has no room,
 * whole in rows of its own below. Not here: what a limit means (filo/store/limit.h). */
#include "tui/panes/title.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "tui/way.h"
#include "tui/widget/scroll.h"

#include <inttypes.h>
#include <limits.h>

#define TITLE_RULE_COLS    7 /* around the two parts of a title */
#define TITLE_RIGHT_COLS   4 /* kept for what stands at the right: the limit does not jump */
#define TITLE_BETWEEN_COLS 3

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

static void pane_title_fini(struct pane_title *said)
{
	strbuf_fini(&said->name);
	strbuf_fini(&said->about);
	strbuf_fini(&said->rest);
}

static void title_fini(struct title *title)
{
	strbuf_fini(&title->left);
	strbuf_fini(&title->right);
	strbuf_fini(&title->below);
}

/* Parts at the right, as they stand there. */
enum title_part { PART_MARKS, PART_COUNT, PART_BELOW, PART_REST, PARTS };

static void title_join(const struct strbuf *parts, struct strbuf *out)
{
	strbuf_clear(out);
	for (int i = 0; i < PARTS; i++)
		if (parts[i].len)
			strbuf_add_item(out, draw_between(), parts[i].data);
}

/* Those that have no room leave whole. That there is more below comes before how many there are,
 * and `most` of it is what the last part must have room beside, lest it come and go. */
static void title_add_right(struct strbuf *parts, const char *most, int room, struct strbuf *out)
{
	static const enum title_part leaving[] = { PART_COUNT, PART_BELOW, PART_MARKS };
	const struct strbuf below = parts[PART_BELOW];
	struct strbuf widest = STRBUF_INIT;

	strbuf_add(&widest, most);
	parts[PART_BELOW] = widest;
	title_join(parts, out);
	parts[PART_BELOW] = below;
	strbuf_fini(&widest);
	if (draw_width(out->data) > room)
		strbuf_clear(&parts[PART_REST]);
	title_join(parts, out);
	for (size_t i = 0; i < sizeof leaving / sizeof *leaving && draw_width(out->data) > room;
		i++) {
		strbuf_clear(&parts[leaving[i]]);
		title_join(parts, out);
	}
}

/* What has no room behind the name or at the right stands below, and leaves a row to the pane;
 * where it cannot, it is cut behind the name. `kept`: columns at the right. */
static void title_lay(
	struct title *title, struct rect area, const char *about, int kept, struct strbuf *marks)
{
	const struct rect nowhere = { .cols = area.cols - 2 };
	int left = draw_width(title->left.data) + kept + TITLE_RULE_COLS;
	int with_marks = left + (marks->len ? draw_width(marks->data) + TITLE_BETWEEN_COLS : 0);
	bool is_about_below = *about && with_marks + 2 + draw_width(about) > area.cols;
	bool are_marks_below = marks->len && with_marks > area.cols;

	if (is_about_below)
		strbuf_add(&title->below, about);
	if (are_marks_below)
		strbuf_add_item(&title->below, draw_between(), marks->data);
	if (title->below.len)
		title->below_rows = draw_paragraph(nowhere, 0, 0, ROLE_TITLE, title->below.data);
	if (title->below_rows >= area.rows - 1) {
		title->below_rows = 0;
		is_about_below = are_marks_below = false;
	}
	if (are_marks_below)
		strbuf_clear(marks);
	if (*about && !is_about_below)
		strbuf_add_format(&title->left, ": %s", about);
}

static struct title title_make(const struct pane *pane, struct rect area, const char *marks)
{
	struct title title = { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, 0 };
	struct strbuf parts[PARTS] = { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, STRBUF_INIT };
	struct pane_title said = { STRBUF_INIT, STRBUF_INIT, STRBUF_INIT, 0, 0, 0 };
	struct strbuf limit = STRBUF_INIT, most = STRBUF_INIT;

	pane->ops->title(pane, &said);
	strbuf_add(&title.left, said.name.data);
	limit_describe(&pane->limit, !pane->ops->people, &limit);
	if (limit.len)
		strbuf_add_item(&said.about, ", ", limit.data);
	scroll_add_below(&most, said.all >= (size_t)area.rows ? said.all : said.below);
	int kept = draw_width(most.data);
	strbuf_add(&parts[PART_MARKS], marks);
	title_lay(&title, area, said.about.data, kept > TITLE_RIGHT_COLS ? kept : TITLE_RIGHT_COLS,
		&parts[PART_MARKS]);
	if (said.count > 0)
		strbuf_add_format(&parts[PART_COUNT], "%" PRId64, said.count);
	scroll_add_below(&parts[PART_BELOW], said.below);
	strbuf_add(&parts[PART_REST], said.rest.data);
	title_add_right(parts, most.data, area.cols - draw_width(title.left.data) - TITLE_RULE_COLS,
		&title.right);
	for (int i = 0; i < PARTS; i++)
		strbuf_fini(&parts[i]);
	strbuf_fini(&limit);
	strbuf_fini(&most);
	pane_title_fini(&said);
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

void title_draw(const struct pane *pane, struct rect area, bool has_focus, const char *marks)
{
	struct title title = title_make(pane, area, marks);

	draw_rule(area, 0, has_focus ? ROLE_TITLE : ROLE_TEXT, title.left.data, title.right.data);
	title_fini(&title);
}
