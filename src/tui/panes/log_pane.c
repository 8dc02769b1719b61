/* The log pane: what you said to each other, newest first, with what is left open above.
 * Not here: how an entry looks (log_rows.c), the words on top (log_head.c). */
#include "tui/panes/panes.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/followup.h"
#include "filo/store/queue.h"
#include "tui/panes/log_head.h"
#include "tui/panes/log_rows.h"

#include <stdlib.h>

#define PAGE_ROWS 8
#define ROWS_KEPT 400 /* more are let go at the far end */

struct log_pane {
	struct pane pane;
	contact_id wanted, shown;
	struct log_head head;
	struct vector followups;         /* of struct followup: the open ones */
	struct vector rows;              /* of struct log_row: a piece of the log */
	bool is_at_newest, is_at_oldest; /* the piece touches the log's ends */
	size_t selected, first;          /* items: follow-ups, then rows */
	int visible;                     /* rows for items, as drawn last */
	int cols;
};

static struct log_pane *log_of(const struct pane *pane)
{
	return (struct log_pane *)pane;
}

static size_t followup_count(const struct log_pane *log)
{
	return log->is_at_newest ? log->followups.count : 0;
}

static size_t item_count(const struct log_pane *log)
{
	return followup_count(log) + log->rows.count;
}

static const struct log_row *row_at(const struct log_pane *log, size_t item)
{
	size_t followups = followup_count(log);

	return item >= followups && item < item_count(log) ? vector_at(&log->rows, item - followups)
							   : NULL;
}

static void clear_followups(struct log_pane *log)
{
	struct followup *followup;

	VECTOR_EACH (followup, &log->followups)
		followup_fini(followup);
	vector_clear(&log->followups);
}

static void clear_rows(struct log_pane *log)
{
	struct log_row *row;

	VECTOR_EACH (row, &log->rows)
		log_row_fini(row);
	vector_clear(&log->rows);
}

static void drop_row(struct log_pane *log, size_t index)
{
	log_row_fini(vector_at(&log->rows, index));
	vector_remove(&log->rows, index);
}

static void read_older(struct app *app, struct log_pane *log)
{
	struct log_place place, *from = NULL;
	struct error err;
	size_t before = log->rows.count;

	if (before) {
		place = log_place_of(vector_at(&log->rows, before - 1));
		from = &place;
	}
	if (log_page(app->store, log->shown, from, true, PAGE_ROWS, &log->rows, &err) != STATUS_OK)
		app_say_error(app, &err);
	log->is_at_oldest = log->rows.count - before < PAGE_ROWS;
	while (log->rows.count > ROWS_KEPT && log->first > followup_count(log) + 1) {
		size_t followups = followup_count(log);
		drop_row(log, 0);
		log->is_at_newest = false;
		log->first -= followups + 1;
		log->selected -= followups + 1;
	}
}

static void read_newer(struct app *app, struct log_pane *log)
{
	struct vector page = VECTOR_INIT(struct log_row);
	struct log_place from = log_place_of(vector_at(&log->rows, 0));
	struct error err;

	if (log_page(app->store, log->shown, &from, false, PAGE_ROWS, &page, &err) != STATUS_OK)
		app_say_error(app, &err);
	for (size_t i = 0; i < page.count; i++)
		vector_insert(&log->rows, i, vector_at(&page, i));
	log->is_at_newest = page.count < PAGE_ROWS;
	log->selected += page.count + followup_count(log);
	log->first += page.count + followup_count(log);
	vector_fini(&page);
	while (log->rows.count > ROWS_KEPT && log->first + PAGE_ROWS < item_count(log)) {
		drop_row(log, log->rows.count - 1);
		log->is_at_oldest = false;
	}
}

static void read_newest(struct app *app, struct log_pane *log)
{
	clear_rows(log);
	log->is_at_newest = true;
	log->selected = log->first = 0;
	read_older(app, log);
}

static void read_oldest(struct app *app, struct log_pane *log)
{
	struct error err;

	clear_rows(log);
	if (log_page(app->store, log->shown, NULL, false, PAGE_ROWS, &log->rows, &err) != STATUS_OK)
		app_say_error(app, &err);
	log->is_at_oldest = true;
	log->is_at_newest = log->rows.count < PAGE_ROWS;
	log->selected = item_count(log) ? item_count(log) - 1 : 0;
	log->first = log->selected;
}

/* From this place on: it, and what is older. */
static void read_from(struct app *app, struct log_pane *log, struct log_place place)
{
	struct error err;

	clear_rows(log);
	log->is_at_newest = false;
	place.id++; /* a place just above, so that this row itself comes too */
	if (log_page(app->store, log->shown, &place, true, PAGE_ROWS, &log->rows, &err) !=
		STATUS_OK)
		app_say_error(app, &err);
	log->is_at_oldest = log->rows.count < PAGE_ROWS;
	log->selected = log->first = 0;
	if (log->rows.count)
		read_newer(app, log);
	else
		read_newest(app, log);
}

static void read_person(struct app *app, struct log_pane *log)
{
	struct error err;

	clear_followups(log);
	log_head_fini(&log->head);
	if (!log->shown)
		return;
	log_head_load(app, &log->head, log->shown);
	if (followup_list(app->store, log->shown, false, &log->followups, &err) != STATUS_OK)
		app_say_error(app, &err);
}

static void log_refresh(struct app *app, struct pane *pane)
{
	struct log_pane *log = log_of(pane);
	const struct log_row *row = row_at(log, log->selected);
	struct log_place place = { 0 };
	size_t selected = log->selected, below_first = selected - log->first;
	bool is_newest = log->is_at_newest, has_row = row != NULL;

	if (!log->shown)
		return;
	if (has_row)
		place = log_place_of(row);
	read_person(app, log);
	if (has_row && (!is_newest || selected > followup_count(log))) {
		read_from(app, log, place);
		log->first = log->selected > below_first ? log->selected - below_first : 0;
	} else {
		read_newest(app, log);
		log->selected = selected < item_count(log) ? selected : 0;
	}
}

static bool log_idle(struct app *app, struct pane *pane)
{
	struct log_pane *log = log_of(pane);

	if (log->shown == log->wanted)
		return false;
	log->shown = log->wanted;
	read_person(app, log);
	clear_rows(log);
	log->is_at_newest = log->is_at_oldest = true;
	log->selected = log->first = 0;
	if (log->shown)
		read_newest(app, log);
	return true;
}

static void log_title(const struct pane *pane, struct strbuf *title, struct strbuf *right)
{
	const struct log_pane *log = log_of(pane);

	(void)right;
	strbuf_add(title, log->shown && log->head.name ? log->head.name : _("Conversation log"));
}

static int draw_item(struct app *app, const struct log_pane *log, struct rect area, int row,
	size_t item, bool has_focus)
{
	const struct log_style style = { .person = log->shown,
		.today = app->today,
		.is_selected = item == log->selected,
		.has_focus = has_focus };
	const struct log_row *log_row = row_at(log, item);

	if (log_row)
		return log_row_draw(area, row, log_row, &style);
	int used = log_followup_draw(area, row, vector_at(&log->followups, item), &style);
	return used + (item + 1 == followup_count(log)); /* a blank row below the last */
}

/* Scrolls until the selected item shows whole, or from its top when it is taller than the pane. */
static void scroll_to_selected(struct app *app, struct log_pane *log, struct rect area)
{
	const struct rect nowhere = { area.row, area.col, 0, area.cols };
	int needed = 0;

	if (log->first > log->selected)
		log->first = log->selected;
	if (log->selected - log->first > (size_t)area.rows)
		log->first = log->selected - (size_t)area.rows;
	for (size_t i = log->first; i <= log->selected; i++)
		needed += draw_item(app, log, nowhere, 0, i, false);
	while (needed > area.rows && log->first < log->selected)
		needed -= draw_item(app, log, nowhere, 0, log->first++, false);
}

static void draw_nothing_yet(const struct log_pane *log, struct rect area)
{
	const struct rect text = { area.row, area.col + 1, area.rows, area.cols - 2 };

	draw_paragraph(text, 0, 0, ROLE_FAINT,
		log->shown ? _("Nothing written yet. l logs a conversation: one line, Enter.")
			   : _("Choose a person, and what you said to each other stands here."));
}

static void log_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct log_pane *log = log_of(pane);
	int head_rows = log->shown ? log_head_draw(app, &log->head, area) : 0;

	if (head_rows > area.rows)
		head_rows = area.rows;
	area.row += head_rows;
	area.rows -= head_rows;
	log->visible = area.rows;
	log->cols = area.cols;
	if (has_focus)
		draw_cursor(area, 0, 0, false);
	if (!item_count(log)) {
		draw_nothing_yet(log, area);
		return;
	}
	if (area.rows <= 0)
		return;
	scroll_to_selected(app, log, area);
	int row = 0;
	for (size_t i = 0; row < area.rows; i++) {
		if (log->first + i >= item_count(log) && !log->is_at_oldest)
			read_older(app, log);
		if (log->first + i >= item_count(log))
			break;
		row += draw_item(app, log, area, row, log->first + i, has_focus);
	}
}

/* The items that make a screenful from the selected one on, up or down. */
static size_t page_items(struct app *app, const struct log_pane *log, int by)
{
	const struct rect nowhere = { 0, 0, 0, log->cols };
	size_t items = 0, at = log->selected;
	int rows = 0;

	while (at < item_count(log)) {
		rows += draw_item(app, log, nowhere, 0, at, false);
		if (rows > log->visible)
			break;
		items++;
		if (by < 0 && !at)
			break;
		at = by < 0 ? at - 1 : at + 1;
	}
	return items ? items : 1;
}

static void log_move(struct app *app, struct pane *pane, enum move move)
{
	struct log_pane *log = log_of(pane);

	if (!log->shown)
		return;
	if (move == MOVE_FIRST && !log->is_at_newest)
		read_newest(app, log);
	else if (move == MOVE_LAST && !log->is_at_oldest)
		read_oldest(app, log);
	else if ((move == MOVE_DOWN || move == MOVE_PAGE_DOWN) && !log->is_at_oldest &&
		 log->selected + PAGE_ROWS / 2 >= item_count(log))
		read_older(app, log);
	else if ((move == MOVE_UP || move == MOVE_PAGE_UP) && !log->is_at_newest &&
		 log->selected < PAGE_ROWS / 2 && log->rows.count)
		read_newer(app, log);
	size_t by = 1;
	if (move == MOVE_PAGE_DOWN || move == MOVE_PAGE_UP)
		by = page_items(app, log, move == MOVE_PAGE_UP ? -1 : 1);
	size_t last = item_count(log) ? item_count(log) - 1 : 0;
	if (move == MOVE_FIRST)
		log->selected = 0;
	else if (move == MOVE_LAST)
		log->selected = last;
	else if (move == MOVE_DOWN || move == MOVE_PAGE_DOWN)
		log->selected = last - log->selected > by ? log->selected + by : last;
	else
		log->selected = log->selected > by ? log->selected - by : 0;
	if (move == MOVE_PAGE_DOWN)
		log->first = log->selected;
}

static const char *log_open(struct app *app, struct pane *pane)
{
	struct log_choice choice = log_pane_choice(pane);

	(void)app;
	if (choice.conversation)
		return "read-entry";
	return choice.followup ? "edit" : NULL;
}

static contact_id log_person(const struct pane *pane)
{
	return log_of(pane)->wanted;
}

static void log_free(struct pane *pane)
{
	struct log_pane *log = log_of(pane);

	clear_rows(log);
	clear_followups(log);
	vector_fini(&log->rows);
	vector_fini(&log->followups);
	log_head_fini(&log->head);
	free(log);
}

static const struct pane_ops log_ops = {
	.title = log_title,
	.draw = log_draw,
	.move = log_move,
	.open = log_open,
	.refresh = log_refresh,
	.idle = log_idle,
	.person = log_person,
	.free = log_free,
};

struct pane *log_pane_new(struct app *app)
{
	struct log_pane *log = memory_new(sizeof *log);

	(void)app;
	log->pane.ops = &log_ops;
	log->is_at_newest = log->is_at_oldest = true;
	vector_init(&log->followups, sizeof(struct followup));
	vector_init(&log->rows, sizeof(struct log_row));
	return &log->pane;
}

void log_pane_want(struct pane *pane, contact_id person)
{
	log_of(pane)->wanted = person;
}

void log_pane_go(struct app *app, struct pane *pane, contact_id person, conversation_id id)
{
	struct log_pane *log = log_of(pane);
	struct conversation conversation;
	struct error err;

	log->wanted = person;
	log_idle(app, pane);
	if (conversation_load(app->store, id, &conversation, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	read_from(app, log,
		(struct log_place){ .day = conversation.day,
			.minute =
				conversation.precision == PRECISION_TIME ? conversation.minute : -1,
			.id = id });
	log->first = log->selected;
	conversation_fini(&conversation);
}

struct log_choice log_pane_choice(const struct pane *pane)
{
	const struct log_pane *log = log_of(pane);
	const struct log_row *row = row_at(log, log->selected);

	if (log->shown != log->wanted || log->selected >= item_count(log))
		return (struct log_choice){ 0 };
	if (!row) {
		const struct followup *followup = vector_at(&log->followups, log->selected);
		return (struct log_choice){ .followup = followup->id };
	}
	if (row->is_event)
		return (struct log_choice){ 0 };
	return (struct log_choice){ .conversation = row->conversation.id };
}
