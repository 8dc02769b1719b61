/* The due pane: who would be glad to hear from you today, the rest folded under "n more".
 * Not here: who is due (people/due.h), the row itself (list_rows.c). */
#include "tui/panes/panes.h"

#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/queue.h"

#include <stdio.h>
#include <stdlib.h>

/* Rows are read this many at a time, as far as the selection goes. */
#define READ_ROWS 12

struct due_pane {
	struct pane pane;
	struct queue queue;
	bool is_open; /* unfolded */
	size_t limit; /* rows to read */
	size_t folded_rows;
	size_t selected, first;
	int visible; /* rows, as drawn last */
};

static struct due_pane *due_of(const struct pane *pane)
{
	return (struct due_pane *)pane;
}

/* People listed, whether their rows are read yet or not. */
static size_t shown_count(const struct due_pane *due)
{
	size_t count = due->queue.due_count;

	return due->is_open || count < due->folded_rows ? count : due->folded_rows;
}

static size_t more_count(const struct due_pane *due)
{
	return due->queue.due_count - shown_count(due);
}

static size_t line_count(const struct due_pane *due)
{
	return shown_count(due) + (more_count(due) > 0);
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
	const struct queue_row *row = row_at(due, due->selected);

	/* On "n more" the one above is still the one shown. */
	if (!row && due->selected)
		row = row_at(due, due->selected - 1);
	return row ? row->due.id : 0;
}

static bool read_queue(struct app *app, struct due_pane *due)
{
	const struct queue_request request = { .on = app->today, .limit = due->limit };
	struct error err;
	size_t daily = (size_t)app->config->daily;

	queue_fini(&due->queue);
	if (queue_build(app->store, &request, &due->queue, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return false;
	}
	due->folded_rows = due->queue.pinned_count > daily ? due->queue.pinned_count : daily;
	return true;
}

/* Reads on, so that `index` and a screen below it are there. */
static void reach(struct app *app, struct due_pane *due, size_t index)
{
	size_t wanted = index + (size_t)due->visible;

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
	/* The same person, or who has come to stand in their place. */
	for (size_t i = 0; i < due->queue.rows.count && row_at(due, i); i++)
		if (row_at(due, i)->due.id == before)
			due->selected = i;
	size_t count = shown_count(due);
	if (due->selected >= count)
		due->selected = count ? count - 1 : 0;
	reach(app, due, due->selected);
}

static void due_title(const struct pane *pane, struct strbuf *title, struct strbuf *right)
{
	(void)pane;
	(void)right;
	strbuf_add(title, _("Due today"));
}

static void draw_nobody(struct app *app, const struct due_pane *due, struct rect area)
{
	const struct rect text = { area.row, area.col + 3, area.rows, area.cols - 4 };

	(void)due;
	(void)app;
	draw_paragraph(text, 0, 0, ROLE_FAINT, _("Nobody today. Enjoy your day."));
}

static int widest_reason(const struct due_pane *due, int most_cols)
{
	int widest = 0;

	for (size_t i = due->first; row_at(due, i) && i < due->first + (size_t)due->visible; i++) {
		int cols = text_width(row_at(due, i)->reason);
		if (cols > widest)
			widest = cols;
	}
	return widest < most_cols ? widest : most_cols;
}

static void draw_more(const struct due_pane *due, struct rect area, int row, bool has_focus)
{
	struct strbuf text = STRBUF_INIT;
	size_t more = more_count(due);

	strbuf_add_format(
		&text, NP_("%s %zu more", "%s %zu more", more), draw_glyph(GLYPH_ELLIPSIS), more);
	list_row_draw(area, row,
		&(struct list_row){ .name = text.data,
			.is_selected = due->selected == shown_count(due),
			.has_focus = has_focus });
	strbuf_fini(&text);
}

static void due_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct due_pane *due = due_of(pane);
	size_t count = line_count(due);

	due->visible = area.rows;
	if (!count) {
		draw_nobody(app, due, area);
		return;
	}
	due->first = list_scroll(due->first, due->selected, count, area.rows);
	reach(app, due, due->first); /* the screen may have grown */
	int reason_cols = widest_reason(due, area.cols / 2);
	for (size_t i = due->first; i < count && i < due->first + (size_t)area.rows; i++) {
		const struct queue_row *row = row_at(due, i);
		int at = (int)(i - due->first);
		if (!row && i < shown_count(due))
			continue; /* read once the selection comes near */
		if (!row) {
			draw_more(due, area, at, has_focus);
			continue;
		}
		list_row_draw(area, at,
			&(struct list_row){ .name = row->name,
				.right = row->reason,
				.right_cols = reason_cols,
				.is_selected = i == due->selected,
				.has_focus = has_focus });
	}
}

static void due_move(struct app *app, struct pane *pane, enum move move)
{
	struct due_pane *due = due_of(pane);

	due->selected = list_move(due->selected, line_count(due), due->visible, move);
	reach(app, due, due->selected);
}

static const char *due_open(struct app *app, struct pane *pane)
{
	struct due_pane *due = due_of(pane);
	size_t shown = shown_count(due);

	if (due->selected < shown || !more_count(due))
		return "show-person";
	due->is_open = true;
	reach(app, due, shown);
	if (shown < line_count(due))
		due->selected = shown;
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
	due->visible = READ_ROWS - 2; /* until it is drawn */
	vector_init(&due->queue.rows, sizeof(struct queue_row));
	return &due->pane;
}

size_t due_pane_count(const struct pane *pane)
{
	return due_of(pane)->queue.due_count;
}

size_t due_pane_quiet_count(const struct pane *pane)
{
	return due_of(pane)->queue.quiet_count;
}

int due_pane_rows(const struct pane *pane)
{
	return (int)line_count(due_of(pane));
}
