/* The due pane: who would be glad to hear from you today, the rest folded under "n more".
 * Not here: who is due (people/due.h), moving and scrolling (widget/list.h). */
#include "tui/panes/due_pane.h"

#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/due_words.h"
#include "filo/store/queue.h"
#include "tui/widget/list.h"

#include <stdio.h>
#include <stdlib.h>

/* Rows are read this many at a time, as far as the selection goes. */
#define READ_ROWS 12

/* From here on what is folded is told in full words. */
#define WIDE_COLS 44

struct due_pane {
	struct pane pane;
	struct queue queue;
	bool is_open;     /* unfolded */
	size_t limit;     /* rows to read */
	size_t day_rows;  /* a day's worth */
	struct list list; /* of people, what is folded, and what is in no row */
	int reason_cols;
	day_number on;
	int cols; /* as drawn last */
};

static struct due_pane *due_of(const struct pane *pane)
{
	return (struct due_pane *)pane;
}

/* People listed, whether their rows are read yet or not. */
static size_t shown_count(const struct due_pane *due)
{
	return due->is_open ? due_today(&due->queue.counts) + due->queue.counts.ahead
			    : due->day_rows;
}

/* What is said below the people; nothing when there is nothing to say. */
static char *folded_line(const struct due_pane *due)
{
	struct strbuf line = STRBUF_INIT, text = STRBUF_INIT;

	due_words_folded(&text, &due->queue.counts, shown_count(due), due->cols < WIDE_COLS);
	if (text.len)
		strbuf_add_format(&line, "%s %s", draw_glyph(GLYPH_ELLIPSIS), text.data);
	strbuf_fini(&text);
	return strbuf_take(&line);
}

static char *aside_line(const struct due_pane *due)
{
	struct strbuf line = STRBUF_INIT;

	due_words_aside(&line, &due->queue.counts, due->queue.away_until, due->on);
	return strbuf_take(&line);
}

static bool has_line(const struct due_pane *due, char *(*line_of)(const struct due_pane *))
{
	char *line = line_of(due);
	bool has_text = *line;

	free(line);
	return has_text;
}

static size_t line_count(const struct due_pane *due)
{
	return shown_count(due) + has_line(due, folded_line) + has_line(due, aside_line);
}

static const struct queue_row *row_at(const struct due_pane *due, size_t index)
{
	return index < shown_count(due) && index < due->queue.rows.count
		       ? vector_at(&due->queue.rows, index)
		       : NULL;
}

static contact_id due_person(const struct pane *pane)
{
	const struct due_pane *due = due_of(pane);
	const struct queue_row *row = row_at(due, due->list.selected);

	/* On the lines below, the last one is still the one shown. */
	if (!row && shown_count(due))
		row = row_at(due, shown_count(due) - 1);
	return row ? row->due.id : 0;
}

static bool read_queue(struct app *app, struct due_pane *due)
{
	const struct queue_request request = { .on = app->today, .limit = due->limit };
	struct error err;
	size_t daily = (size_t)app->config->daily;

	queue_fini(&due->queue);
	due->on = app->today;
	enum status status = queue_build(app->store, &request, &due->queue, &err);
	if (status == STATUS_OK)
		due->day_rows = due_day_rows(&due->queue.counts, daily);
	else
		app_say_error(app, &err);
	list_set_count(&due->list, line_count(due));
	return status == STATUS_OK;
}

/* Reads on, so that `index` and a screen below it are there. */
static void due_pane_reach(struct app *app, struct due_pane *due, size_t index)
{
	size_t wanted = index + (size_t)due->list.rows;

	if (wanted >= shown_count(due))
		wanted = shown_count(due) ? shown_count(due) - 1 : 0;
	if (wanted < due->queue.rows.count)
		return;
	due->limit = (wanted / READ_ROWS + 1) * READ_ROWS;
	read_queue(app, due);
}

static void due_refresh(struct app *app, struct pane *pane)
{
	struct due_pane *due = due_of(pane);
	contact_id before = due_person(pane);

	if (!read_queue(app, due))
		return;
	/* The same person, or whoever is in that row now. */
	for (size_t i = 0; i < due->queue.rows.count && row_at(due, i); i++)
		if (row_at(due, i)->due.id == before)
			due->list.selected = i;
	size_t count = shown_count(due);
	if (due->list.selected >= count)
		due->list.selected = count ? count - 1 : 0;
	due_pane_reach(app, due, due->list.selected);
}

static void due_title(const struct pane *pane, struct strbuf *title, struct strbuf *right)
{
	(void)pane;
	(void)right;
	strbuf_add(title, _("Due today"));
}

static int due_draw_nobody(struct rect area)
{
	const struct rect text = { area.row, area.col + 3, area.rows, area.cols - 4 };

	return draw_paragraph(text, 0, 0, ROLE_FAINT, _("Nobody today. Enjoy your day."));
}

static int widest_reason(const struct due_pane *due, int most_cols)
{
	size_t end = due->list.first + (size_t)due->list.rows;
	int widest = 0;

	for (size_t i = due->list.first; row_at(due, i) && i < end; i++) {
		int cols = text_width(row_at(due, i)->reason);
		if (cols > widest)
			widest = cols;
	}
	return widest < most_cols ? widest : most_cols;
}

static bool is_folded_line(const struct due_pane *due, size_t index)
{
	return index == shown_count(due) && has_line(due, folded_line);
}

static void due_draw_line(
	const struct due_pane *due, size_t index, struct rect area, enum role role)
{
	char *text = is_folded_line(due, index) ? folded_line(due) : aside_line(due);

	list_line_draw(area, role, &(struct list_line){ .text = text });
	free(text);
}

static void due_draw_row(void *context, size_t index, struct rect area, enum role role)
{
	const struct due_pane *due = context;
	const struct queue_row *row = row_at(due, index);

	if (row)
		list_line_draw(area, role,
			&(struct list_line){ .text = row->name,
				.right = row->reason,
				.right_cols = due->reason_cols });
	else if (index >= shown_count(due))
		due_draw_line(due, index, area, role);
}

static const struct list_ops list_ops = { .text_col = 2, .draw = due_draw_row };

static void due_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct due_pane *due = due_of(pane);
	struct rect list = { area.row, area.col + 1, area.rows, area.cols - 1 };

	if (!shown_count(due)) {
		int rows = due_draw_nobody(area);
		rows = rows < area.rows ? rows : area.rows - 1;
		list.row += rows;
		list.rows -= rows;
	}
	due->cols = area.cols;
	list_settle(&due->list, list);
	due_pane_reach(app, due, due->list.first); /* the screen may have grown */
	due->reason_cols = widest_reason(due, area.cols / 2);
	list_draw(&due->list, list, has_focus);
}

static void due_move(struct app *app, struct pane *pane, enum move move)
{
	struct due_pane *due = due_of(pane);

	list_move(&due->list, move);
	due_pane_reach(app, due, due->list.selected);
}

static const char *due_open(struct app *app, struct pane *pane)
{
	struct due_pane *due = due_of(pane);
	size_t shown = shown_count(due);

	if (due->list.selected < shown || !due->list.count)
		return "show-person";
	if (!is_folded_line(due, due->list.selected))
		return due->queue.counts.address ? "address-dates" : NULL;
	due->is_open = true;
	list_set_count(&due->list, line_count(due));
	due_pane_reach(app, due, shown);
	if (shown < due->list.count)
		due->list.selected = shown;
	return NULL;
}

static void due_free(struct pane *pane)
{
	struct due_pane *due = due_of(pane);

	queue_fini(&due->queue);
	free(due);
}

static const struct pane_ops due_ops = {
	.title = due_title,
	.draw = due_draw,
	.move = due_move,
	.open = due_open,
	.refresh = due_refresh,
	.person = due_person,
	.free = due_free,
};

struct pane *due_pane_new(struct app *app)
{
	struct due_pane *due = memory_new(sizeof *due);

	(void)app;
	due->pane.ops = &due_ops;
	due->limit = READ_ROWS;
	list_init(&due->list, &list_ops, due);
	due->list.rows = READ_ROWS - 2; /* until it is drawn */
	vector_init(&due->queue.rows, sizeof(struct queue_row));
	return &due->pane;
}

size_t due_pane_count(const struct pane *pane)
{
	return due_today(&due_of(pane)->queue.counts);
}

int due_pane_rows(const struct pane *pane)
{
	const struct due_pane *due = due_of(pane);

	/* The words for nobody take two rows. */
	return (int)due->list.count + (shown_count(due) ? 0 : 2);
}
