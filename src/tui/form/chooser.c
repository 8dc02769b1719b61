/* A list to choose from, over the whole screen: rows asked for one by one.
 * Not here: what is in it (each list's own file). */
#include "tui/form/chooser.h"

#include "tui/form/form.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "tui/command.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/wrap.h"
#include "tui/way.h"
#include "tui/widget/chosen.h"
#include "tui/widget/field.h"
#include "tui/widget/field_draw.h"
#include "tui/widget/heading.h"
#include "tui/widget/list.h"
#include "tui/widget/scroll.h"

#include <stdio.h>
#include <stdlib.h>

#define TEXT_COL      2
#define DETAIL_ROWS   6 /* below the list, where no more are needed */
#define LIST_ROWS_MIN 2
#define LINE_ROWS_MAX 4 /* of a row of the list; a longer one stands whole below */

struct chooser {
	struct view view;
	const struct chooser_ops *ops;
	void *context;
	struct list list;
	bool is_cut;  /* the selected row had no room, as drawn last */
	int64_t gone; /* what was selected until it was no longer there, or is to come; 0: nothing
		       */
	/* The paragraph on it, and of which row it is. */
	struct scroll detail;
	size_t detail_of;
	/* In IN_NARROWING. */
	struct field typed;
	struct vector shown; /* of size_t: the rows of the owner's that are left */
};

static bool is_narrowing(const struct chooser *chooser)
{
	return chooser->ops->context == IN_NARROWING;
}

/* The owner's row of a row of the list. */
static size_t chooser_row(const struct chooser *chooser, size_t index)
{
	return is_narrowing(chooser) ? *(size_t *)vector_at(&chooser->shown, index) : index;
}

static bool chooser_fits(const struct chooser *chooser, size_t row, const char *folded)
{
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	chooser->ops->row(chooser->context, row, &left, &right);
	bool fits = text_has_words(left.data, folded);
	strbuf_fini(&left);
	strbuf_fini(&right);
	return fits;
}

static void chooser_narrow(struct chooser *chooser)
{
	size_t count = chooser->ops->count(chooser->context);
	struct strbuf folded = STRBUF_INIT;

	text_fold(&folded, chooser->typed.text.data);
	vector_clear(&chooser->shown);
	for (size_t row = 0; row < count; row++)
		if (!folded.len || chooser_fits(chooser, row, folded.data))
			vector_push(&chooser->shown, &row);
	strbuf_fini(&folded);
}

static size_t chooser_count(struct chooser *chooser)
{
	list_set_count(&chooser->list, is_narrowing(chooser)
					       ? chooser->shown.count
					       : chooser->ops->count(chooser->context));
	return chooser->list.count;
}

static context_set context_of(const struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;

	if (!chooser->ops->context_at || !chooser_count(chooser))
		return chooser->ops->context;
	return chooser->ops->context_at(chooser->context, chooser->list.selected);
}

static int chooser_heading_rows(void *context, size_t index)
{
	const struct chooser *chooser = context;
	struct strbuf heading = STRBUF_INIT;

	if (chooser->ops->heading)
		chooser->ops->heading(chooser->context, index, &heading);
	bool has_heading = heading.len > 0;
	strbuf_fini(&heading);
	return has_heading;
}

/* From where the marks stand. The rows it took. */
static int chooser_draw_heading(const struct chooser *chooser, size_t index, struct rect area)
{
	const struct rect wide = { area.row, area.col - TEXT_COL, 1, area.cols + TEXT_COL };
	struct strbuf heading = STRBUF_INIT;

	if (chooser->ops->heading)
		chooser->ops->heading(chooser->context, index, &heading);
	int rows = heading.len > 0;
	if (rows)
		draw_text(wide, 0, 0, ROLE_TITLE, heading.data);
	strbuf_fini(&heading);
	return rows;
}

static int chooser_draw_line(
	struct chooser *chooser, size_t index, struct rect area, enum role role)
{
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;
	bool is_cut;

	chooser->ops->row(chooser->context, chooser_row(chooser, index), &left, &right);
	int rows = list_line_draw_whole(area, role,
		&(struct list_line){
			.text = left.data, .right = right.data, .is_right_aligned = true },
		LINE_ROWS_MAX, &is_cut);
	if (index == chooser->list.selected)
		chooser->is_cut = is_cut;
	strbuf_fini(&left);
	strbuf_fini(&right);
	return rows;
}

static int chooser_draw_row(void *context, size_t index, struct rect area, enum role role)
{
	struct chooser *chooser = context;
	int heading = chooser_draw_heading(chooser, index, area);

	area.row += heading;
	area.rows -= heading;
	return heading + (chooser->ops->draw_tall ? chooser->ops->draw_tall(chooser->context,
							    chooser_row(chooser, index), area, role)
						  : chooser_draw_line(chooser, index, area, role));
}

static const struct list_ops list_ops = { .text_col = TEXT_COL,
	.draw_tall = chooser_draw_row,
	.is_read = true,
	.heading_rows = chooser_heading_rows };

/* As many rows as most need, so that the list stays where it is; more for a longer one, while some
 * of the list is left. */
static int chooser_detail_rows(int needed, int rows)
{
	int usual = rows / 2 < DETAIL_ROWS ? rows / 2 : DETAIL_ROWS;
	int most = rows - LIST_ROWS_MIN;

	return needed <= usual ? usual : needed < most ? needed : most;
}

/* A paragraph on the selected row, in `rows` at the bottom of `area` with the rule above it. */
static void chooser_draw_told(
	struct chooser *chooser, struct rect area, int rows, const char *told, int needed)
{
	const struct rect box = { area.row + area.rows - rows, area.col, rows, area.cols };
	const struct rect text = { box.row + 1, box.col + 1, rows - 1, box.cols - 2 };

	if (chooser->detail_of != chooser->list.selected)
		chooser->detail.first = 0;
	chooser->detail_of = chooser->list.selected;
	chooser->detail.count = needed;
	chooser->detail.rows = rows - 1;
	scroll_clamp(&chooser->detail);
	heading_draw(&(struct heading){ .title = NULL }, box, 1, scroll_below(&chooser->detail));
	draw_paragraph(text, 0, chooser->detail.first, ROLE_TEXT, told);
}

/* The rows it took from the bottom of `area`. */
static int chooser_draw_detail(struct app *app, struct chooser *chooser, struct rect area)
{
	struct strbuf detail = STRBUF_INIT;

	if (!chooser->ops->detail || area.rows < DETAIL_ROWS)
		return 0;
	chooser->ops->detail(app, chooser->context, chooser->list.selected, &detail);
	int needed = draw_wrap(detail.data, area.cols - 2, NULL, NULL);
	int rows = detail.len ? chooser_detail_rows(1 + needed, area.rows) : 0;
	if (rows)
		chooser_draw_told(chooser, area, rows, detail.data, needed);
	strbuf_fini(&detail);
	return rows;
}

/* The marked row in words. */
static void chooser_add_row(const struct chooser *chooser, struct strbuf *out)
{
	struct strbuf right = STRBUF_INIT;

	chooser->ops->row(
		chooser->context, chooser_row(chooser, chooser->list.selected), out, &right);
	if (right.len)
		strbuf_add_format(out, ", %s", right.data);
	strbuf_fini(&right);
}

/* The list, and below it, where its marked row has no room in a line, that row: as much of it as
 * leaves some of the list, and paging reads on. */
static void chooser_draw_rows(struct chooser *chooser, struct rect list)
{
	struct rect lines = { list.row, list.col + 1, list.rows, list.cols - 1 };
	struct strbuf row = STRBUF_INIT;

	chooser->is_cut = false;
	list_draw(&chooser->list, lines, true);
	if (!chooser->is_cut || !chooser->ops->row || chooser->ops->detail ||
		list.rows < DETAIL_ROWS)
		return;
	chooser_add_row(chooser, &row);
	int needed = draw_wrap(row.data, list.cols - 2, NULL, NULL);
	int most = list.rows - LIST_ROWS_MIN, rows = 1 + needed < most ? 1 + needed : most;
	draw_blank(list);
	chooser_draw_told(chooser, list, rows, row.data, needed);
	lines.rows -= rows;
	list_draw(&chooser->list, lines, true);
	strbuf_fini(&row);
}

static void chooser_draw_empty(struct app *app, const struct chooser *chooser, struct rect list)
{
	const struct rect area = { list.row, list.col + 1, list.rows, list.cols - 2 };
	const struct chooser_ops *ops = chooser->ops;
	struct strbuf text = STRBUF_INIT;

	if (chooser->typed.text.len)
		strbuf_add(&text, _("Nothing contains these words"));
	else if (ops->empty_way)
		strbuf_add_format(&text, _(ops->empty), way_here(app, ops->empty_way));
	else
		strbuf_add(&text, _(ops->empty));
	draw_paragraph(area, 1, 0, ROLE_TEXT, text.data);
	draw_cursor(area, 1, 0, false);
	strbuf_fini(&text);
}

/* The cursor rests in it, or on the row that was gone to. */
static void chooser_draw_typed(struct chooser *chooser, struct rect row)
{
	const struct rect typed = field_draw_behind(&chooser->typed, row, "/", _("Search"));
	struct strbuf left = STRBUF_INIT, right = STRBUF_INIT;

	if (!chooser->list.count) {
		chosen_say_none(&chooser->typed, typed);
		return;
	}
	chooser->ops->row(
		chooser->context, chooser_row(chooser, chooser->list.selected), &left, &right);
	chosen_tell(&(struct chosen){ .list = &chooser->list, .text = left.data }, &chooser->typed,
		typed);
	strbuf_fini(&left);
	strbuf_fini(&right);
}

/* What stands below the heading. */
static void chooser_draw_below(struct app *app, struct chooser *chooser, struct rect area)
{
	const struct rect field = { area.row + area.rows - 1, area.col, 1, area.cols };
	struct rect list = area;

	list.rows -= is_narrowing(chooser);
	if (chooser->list.count) {
		chooser->detail.rows = chooser->detail.count = 0; /* a page is one of the list */
		list.rows -= chooser_draw_detail(app, chooser, list);
		chooser_draw_rows(chooser, list);
		if (!chooser->detail.rows)
			chooser->detail.first = 0;
	} else {
		chooser_draw_empty(app, chooser, list);
	}
	if (is_narrowing(chooser))
		chooser_draw_typed(chooser, field);
}

static void chooser_draw_under(
	struct app *app, struct chooser *chooser, struct rect area, int heading)
{
	draw_blank(area);
	chooser_draw_below(app, chooser,
		(struct rect){ area.row + heading, area.col, area.rows - heading, area.cols });
}

static void chooser_draw(struct app *app, struct view *view, struct rect area)
{
	struct chooser *chooser = (struct chooser *)view;
	size_t count = chooser_count(chooser);
	char total[24];
	struct heading heading = { _(chooser->ops->title), count ? total : NULL, 0 };
	int told_first = chooser->detail.first;

	snprintf(total, sizeof total, "%zu", count);
	int rows = heading_rows(&heading, area.cols);
	if (area.rows - rows - is_narrowing(chooser) < LIST_ROWS_MIN)
		rows = 1; /* the marked row is in sight on any screen */
	chooser_draw_under(app, chooser, area, rows);
	/* Also where the rest is above: the title stays where it is. */
	bool is_part = chooser->list.below || chooser->list.first;
	heading.most = is_part ? count : 0;
	int wanted = heading_rows(&heading, area.cols);
	if (wanted > rows && area.rows - wanted >= LIST_ROWS_MIN) {
		rows = wanted;
		chooser->detail.first = told_first; /* there were more rows for it */
		chooser_draw_under(app, chooser, area, rows);
	}
	heading_draw(&heading, area, rows, chooser->list.below);
}

static bool chooser_type(struct app *app, struct view *view, int key)
{
	struct chooser *chooser = (struct chooser *)view;

	(void)app;
	if (!is_narrowing(chooser) || !field_key(&chooser->typed, key))
		return false;
	chooser_narrow(chooser);
	list_begin(&chooser->list);
	return true;
}

/* What fits is left to choose from; the only one is taken. */
static void chooser_answer(struct app *app, struct view *view, const char *text)
{
	struct chooser *chooser = (struct chooser *)view;

	if (!is_narrowing(chooser))
		return;
	field_set(&chooser->typed, text);
	chooser_narrow(chooser);
	if (chooser_count(chooser) == 1)
		chooser->ops->open(app, chooser->context, chooser_row(chooser, 0));
}

static void chooser_move(struct app *app, struct view *view, enum move move)
{
	struct chooser *chooser = (struct chooser *)view;

	(void)app;
	chooser_count(chooser);
	if ((move == MOVE_PAGE_DOWN && scroll_below(&chooser->detail)) ||
		(move == MOVE_PAGE_UP && chooser->detail.first))
		scroll_move(&chooser->detail, move);
	else
		list_move(&chooser->list, move);
}

static int64_t chooser_id(const struct chooser *chooser, size_t index)
{
	return chooser->ops->id(chooser->context, chooser_row(chooser, index));
}

static bool chooser_select(struct chooser *chooser, int64_t id)
{
	size_t count = chooser_count(chooser);

	for (size_t i = 0; id && i < count; i++)
		if (chooser_id(chooser, i) == id) {
			chooser->list.selected = i;
			return true;
		}
	return false;
}

/* What was selected stays so, wherever it stands now, and what went or is expected is so when it is
 * there. */
static void chooser_refresh(struct app *app, struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;
	bool is_known = chooser->ops->id && chooser_count(chooser);
	int64_t id = is_known ? chooser_id(chooser, chooser->list.selected) : 0;

	if (chooser->ops->refresh)
		chooser->ops->refresh(app, chooser->context);
	if (is_narrowing(chooser))
		chooser_narrow(chooser);
	chooser_count(chooser);
	if (chooser->ops->id && chooser_select(chooser, chooser->gone))
		chooser->gone = 0;
	else if (is_known && !chooser_select(chooser, id))
		chooser->gone = id;
}

static contact_id chooser_subject(const struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;

	if (!chooser->ops->subject || !chooser_count(chooser))
		return 0;
	return chooser->ops->subject(chooser->context, chooser->list.selected);
}

static struct log_choice chooser_choice(const struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;

	if (!chooser->ops->choice || !chooser_count(chooser))
		return (struct log_choice){ 0 };
	return chooser->ops->choice(chooser->context, chooser->list.selected);
}

static void chooser_free(struct view *view)
{
	struct chooser *chooser = (struct chooser *)view;

	if (chooser->ops->free)
		chooser->ops->free(chooser->context);
	field_fini(&chooser->typed);
	vector_fini(&chooser->shown);
	free(chooser);
}

static const struct view_ops chooser_view_ops = {
	.name = "list",
	.context = context_of,
	.draw = chooser_draw,
	.type = chooser_type,
	.answer = chooser_answer,
	.move = chooser_move,
	.refresh = chooser_refresh,
	.subject = chooser_subject,
	.choice = chooser_choice,
	.free = chooser_free,
};

struct view *chooser_view(const struct chooser_ops *ops, void *context)
{
	struct chooser *chooser = memory_new(sizeof *chooser);

	chooser->view.ops = &chooser_view_ops;
	chooser->ops = ops;
	chooser->context = context;
	field_init(&chooser->typed, "", false);
	vector_init(&chooser->shown, sizeof(size_t));
	if (is_narrowing(chooser))
		chooser_narrow(chooser);
	list_init(&chooser->list, &list_ops, chooser);
	chooser->list.is_told_below = ops->detail;
	if (ops->first)
		chooser->list.selected = ops->first(context);
	return &chooser->view;
}

void *chooser_context(const struct app *app)
{
	return ((struct chooser *)app->top)->context;
}

void chooser_expect(struct app *app, context_set context, int64_t id)
{
	for (struct view *view = app->top; view; view = view->below)
		if (view->ops == &chooser_view_ops &&
			((struct chooser *)view)->ops->context == context)
			((struct chooser *)view)->gone = id;
}

bool chooser_selected(struct app *app, size_t *index)
{
	struct chooser *chooser = (struct chooser *)app->top;

	if (!chooser_count(chooser)) {
		app_refuse(app, "%s", _("Nothing is selected here"));
		return false;
	}
	*index = chooser_row(chooser, chooser->list.selected);
	list_read_anew(&chooser->list); /* what becomes of it is heard from its beginning */
	return true;
}

static void chooser_open_selected(struct app *app)
{
	const struct chooser *chooser = (const struct chooser *)app->top;
	size_t index;

	if (chooser_selected(app, &index))
		chooser->ops->open(app, chooser->context, index);
}

static void chooser_leave(struct app *app)
{
	app_pop(app);
}

const struct command chooser_commands[] = {
	{ "take", "Enter Right", IN_LIST | IN_PERSON_LIST, N_("the selected one"), N_("this one"),
		chooser_open_selected },
	{ "take-narrowed", "Enter", IN_NARROWING, N_("take the selected one"), N_("this one"),
		chooser_open_selected },
	{ "leave-narrowing", "Esc", IN_NARROWING, N_("choose none"), N_("leave"), chooser_leave },
	{ 0 },
};
