/* Headings: where each part has room.
 * Not here: the rule itself (terminal/draw.c), what there is below (scroll.c). */
#include "tui/widget/heading.h"

#include "filo/base/strbuf.h"
#include "tui/terminal/wrap.h"
#include "tui/widget/scroll.h"

#define RULE_COLS      7 /* around the two parts of a heading */
#define TITLE_COLS_MIN 8 /* that are worth it */

static void heading_add_part(struct strbuf *out, const char *part)
{
	if (part && *part)
		strbuf_add_format(out, "%s%s", out->len ? draw_between() : "", part);
}

/* All of it in words, with `below` of what there is. */
static void heading_tell(const struct heading *heading, size_t below, struct strbuf *out)
{
	struct strbuf more = STRBUF_INIT;

	scroll_add_below(&more, below);
	heading_add_part(out, heading->title);
	heading_add_part(out, heading->right);
	heading_add_part(out, more.data);
	strbuf_fini(&more);
}

static bool heading_is_line(const struct heading *heading, int cols)
{
	struct strbuf more = STRBUF_INIT;

	scroll_add_below(&more, heading->most);
	const char *right = more.len ? more.data : heading->right;
	int right_cols = right ? draw_width(right) + 4 : 0;
	bool is_line = !heading->title || draw_width(heading->title) + 2 + right_cols <= cols;
	strbuf_fini(&more);
	return is_line;
}

int heading_rows(const struct heading *heading, int cols)
{
	struct strbuf words = STRBUF_INIT;

	if (heading_is_line(heading, cols))
		return 1;
	if (draw_is_plain())
		heading_tell(heading, heading->most, &words);
	int rows = draw_is_plain() ? 0 : 1;
	rows += draw_wrap(words.len ? words.data : heading->title, cols - 2, NULL, NULL);
	strbuf_fini(&words);
	return rows;
}

/* The rule, with what has room at its right end: how to go on before where one is, and that there
 * is more before the end of the title. */
static void heading_draw_rule(
	const struct heading *heading, struct rect area, const char *title, size_t below)
{
	const struct heading right = { .title = heading->right };
	struct strbuf said = STRBUF_INIT;

	heading_tell(&right, below, &said);
	if (below &&
		draw_width(said.data) > area.cols - RULE_COLS - draw_width(title ? title : "")) {
		strbuf_clear(&said);
		scroll_add_below(&said, below);
	}
	bool has_room = !below || draw_width(said.data) + TITLE_COLS_MIN <= area.cols - RULE_COLS;
	draw_rule(area, 0, ROLE_TITLE, title, has_room ? said.data : heading->right);
	strbuf_fini(&said);
}

void heading_draw(const struct heading *heading, struct rect area, int rows, size_t below)
{
	const struct rect text = { area.row, area.col + 1, rows, area.cols - 2 };
	int needed = heading_rows(heading, area.cols);
	struct strbuf words = STRBUF_INIT;

	if (heading_is_line(heading, area.cols) || (rows == 1 && needed > 1)) {
		heading_draw_rule(heading, area, heading->title, below);
	} else if (draw_is_plain() || rows < needed) {
		heading_tell(heading, below, &words);
		draw_paragraph(text, 0, 0, ROLE_TITLE, words.data);
	} else {
		heading_draw_rule(heading, area, NULL, below);
		draw_paragraph(text, 1, 0, ROLE_TITLE, heading->title);
	}
	strbuf_fini(&words);
}
