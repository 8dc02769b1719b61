/* The log pane: what you said to each other, newest first, with what is left open above.
 * Not here: how an entry looks (log_rows.c), the words on top (log_head.c), moving and scrolling
 * (widget/window.h). */
#include "tui/panes/log_pane.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/followup.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/log_page.h"
#include "tui/panes/log_head.h"
#include "tui/panes/log_rows.h"
#include "tui/panes/was_selected.h"
#include "tui/way.h"
#include "tui/widget/scroll.h"
#include "tui/widget/window.h"

#include <stdlib.h>

#define PAGE_ROWS 8

struct log_pane {
	struct pane pane;
	struct app *app;
	contact_id wanted, shown;
	struct log_head head;
	struct vector followups; /* of struct followup: the open ones */
	struct vector opened;    /* of struct log_fold: of the person shown */
	struct window window;    /* of struct log_row, led by the follow-ups */
	/* Entries below those in memory, whose last one is at a place; day DAY_NONE: not counted.
	 */
	int64_t beyond;
	struct log_place edge;
	struct log_length length;
	size_t below;                     /* what was drawn last */
	struct was_selected was_selected; /* by log_pane_row */
};

static struct log_pane *log_of(const struct pane *pane)
{
	return (struct log_pane *)pane;
}

static struct log_view log_pane_view(const struct log_pane *log)
{
	return (struct log_view){
		.limit = &log->pane.limit, .is_folded = true, .opened = &log->opened
	};
}

static void log_pane_read_rows(
	void *context, const void *from, bool is_forward, size_t count, struct vector *rows)
{
	struct log_pane *log = context;
	const struct log_place place =
		from ? log_place_of(from) : (struct log_place){ .day = DAY_NONE };
	const struct log_view view = log_pane_view(log);
	size_t first = rows->count;
	struct error err;

	if (log_page_viewed(log->app->store, log->shown, &view, from ? &place : NULL, is_forward,
		    count, rows, &err) != STATUS_OK)
		app_say_error(log->app, &err);
	for (size_t i = first; i < rows->count; i++) {
		struct log_row *row = vector_at(rows, i);
		if (!row->is_event)
			conversation_tell_apart(log->app->store, &row->conversation, log->shown);
	}
}

static void log_pane_row_fini(void *row)
{
	log_row_fini(row);
}

static const struct window_ops window_ops = { .row_bytes = sizeof(struct log_row),
	.read = log_pane_read_rows,
	.row_fini = log_pane_row_fini };

/* What is known of how much is below holds no longer. */
static void log_pane_forget_below(struct log_pane *log)
{
	log->edge.day = DAY_NONE;
	log->length = LOG_LENGTH_UNKNOWN;
}

static void log_pane_read_person(struct app *app, struct log_pane *log)
{
	struct error err;

	log_pane_forget_below(log);
	followups_clear(&log->followups);
	log->window.lead = 0;
	log_head_fini(&log->head);
	if (!log->shown)
		return;
	log_head_load(app, &log->head, log->shown);
	if (limit_is_set(&log->pane.limit))
		return; /* of entries */
	if (followup_list(app->store, log->shown, false, &log->followups, &err) != STATUS_OK)
		app_say_error(app, &err);
	log->window.lead = log->followups.count;
}

/* ---- What is selected, by what it is ---- */

/* In an id of a row, beside that of its table. */
enum { ROW_ENTRY, ROW_EVENT, ROW_FOLLOWUP, ROW_KINDS };

static int64_t log_pane_row(const struct pane *pane)
{
	const struct log_row *row = window_selected(&log_of(pane)->window);
	const struct log_choice choice = log_pane_choice(pane);

	if (choice.followup)
		return choice.followup * ROW_KINDS + ROW_FOLLOWUP;
	if (choice.event)
		return choice.event->id * ROW_KINDS + ROW_EVENT;
	/* A fold is its newest entry. */
	return choice.conversation || choice.fold ? row->conversation.id * ROW_KINDS + ROW_ENTRY
						  : 0;
}

/* As it is now. False: it is gone, or in the log of others. */
static bool log_pane_load_row(const struct log_pane *log, int64_t id, struct log_row *row)
{
	const struct participant *participant;
	struct error err;

	*row = (struct log_row){ .is_event = id % ROW_KINDS == ROW_EVENT };
	if (row->is_event)
		return event_load(log->app->store, id / ROW_KINDS, &row->event, &err) ==
			       STATUS_OK &&
		       row->event.contact == log->shown;
	if (conversation_load(log->app->store, id / ROW_KINDS, &row->conversation, &err) !=
		STATUS_OK)
		return false;
	VECTOR_EACH (participant, &row->conversation.participants)
		if (participant->id == log->shown)
			return true;
	log_row_fini(row);
	return false;
}

static void log_pane_go_to_followup(struct log_pane *log, followup_id id)
{
	for (size_t i = 0; i < log->followups.count; i++) {
		if (((const struct followup *)vector_at(&log->followups, i))->id != id)
			continue;
		if (!log->window.is_at_start)
			window_read_first(&log->window);
		log->window.list.selected = i;
	}
}

/* Where it stands elsewhere than at `before`; NULL: wherever it stands. */
static void log_pane_go_to_row(struct log_pane *log, int64_t id, const struct log_place *before)
{
	const struct list *list = &log->window.list;
	struct log_row row;

	if (id % ROW_KINDS == ROW_FOLLOWUP) {
		log_pane_go_to_followup(log, id / ROW_KINDS);
		return;
	}
	if (!log_pane_load_row(log, id, &row))
		return;
	const struct log_place now = log_place_of(&row);
	if (!before || now.day != before->day || now.minute != before->minute)
		window_read_around(&log->window, &row,
			list->selected > list->first ? list->selected - list->first : 0);
	log_row_fini(&row);
}

void log_pane_mark_at(struct pane *pane, int64_t change, bool is_after)
{
	struct log_pane *log = log_of(pane);
	int64_t id = was_selected_at(&log->was_selected, change, is_after);

	if (id && log->shown == log->wanted)
		log_pane_go_to_row(log, id, NULL);
}

/* With the first row selected, a new first row is. */
static void log_pane_read_anew(struct log_pane *log)
{
	struct window *window = &log->window;
	bool is_newest = window->is_at_start && window->list.selected == window->lead;

	log_pane_read_person(log->app, log);
	if (!is_newest) {
		window_refresh(window);
		return;
	}
	window_read_first(window);
	if (window->rows.count)
		window->list.selected = window->lead;
}

/* What is selected stays so, wherever it stands now. */
static void log_pane_refresh(struct app *app, struct pane *pane)
{
	struct log_pane *log = log_of(pane);
	const struct log_row *row = window_selected(&log->window);
	const struct log_place before = row ? log_place_of(row) : (struct log_place){ 0 };
	int64_t selected = log_pane_row(pane);
	bool has_noted = was_selected_note(&log->was_selected, app->store, selected);

	if (log->shown)
		log_pane_read_anew(log);
	if (selected)
		log_pane_go_to_row(log, selected, &before);
	if (has_noted)
		was_selected_settle(&log->was_selected, log_pane_row(pane));
}

static void log_pane_limited(struct app *app, struct pane *pane)
{
	struct log_pane *log = log_of(pane);

	log_pane_read_person(app, log);
	if (log->shown)
		window_read_first(&log->window);
}

static bool log_pane_idle(struct app *app, struct pane *pane)
{
	struct log_pane *log = log_of(pane);

	if (log->shown == log->wanted)
		return false;
	log->shown = log->wanted;
	vector_clear(&log->opened);
	log_pane_read_person(app, log);
	if (log->shown)
		window_read_first(&log->window);
	else
		window_clear(&log->window);
	return true;
}

static void log_pane_title(const struct pane *pane, struct pane_title *title)
{
	const struct log_pane *log = log_of(pane);

	title->below = log->below;
	strbuf_add(&title->name,
		log->shown && log->head.name ? log->head.name : _("Conversation log"));
}

static int log_pane_draw_row(void *context, size_t item, struct rect area, enum role role)
{
	const struct log_pane *log = context;
	const struct log_style style = {
		.person = log->shown, .today = log->app->today, .role = role
	};
	const struct log_row *row = window_row(&log->window, item);

	if (row)
		return log_row_draw(area, row, &style);
	int used = log_followup_draw(area, vector_at(&log->followups, item), &style);
	/* A blank row below the last, but where it would be read. */
	return used + (item + 1 == log->followups.count && !draw_is_plain());
}

static bool log_pane_read_on(void *context, bool is_forward)
{
	struct log_pane *log = context;

	return window_read_on(&log->window, is_forward);
}

static const struct list_ops list_ops = { .text_col = 1,
	.is_marked_only_in_focus = true,
	.draw_tall = log_pane_draw_row,
	.is_read = true,
	.more = log_pane_read_on };

static void draw_nothing_yet(const struct log_pane *log, struct rect area)
{
	const struct rect text = { area.row, area.col + 1, area.rows, area.cols - 2 };
	bool is_limited = limit_is_set(&log->pane.limit);
	struct strbuf words = STRBUF_INIT;

	strbuf_add_format(&words,
		is_limited   ? _("Nothing like that here. %s shows everything.")
		: log->shown ? _("Nothing written yet. %s logs a conversation: one line, Enter.")
			     : _("Select a person to see here what you said to each other."),
		way_here(log->app, is_limited ? "back" : "log-conversation"));
	draw_paragraph(text, 0, 0, ROLE_FAINT, words.data);
	strbuf_fini(&words);
}

/* Entries below the last row in memory. */
static int64_t log_pane_beyond(struct log_pane *log)
{
	const struct window *window = &log->window;
	const struct log_view view = log_pane_view(log);
	struct error err;

	if (window->is_at_end || !window->rows.count)
		return 0;
	const struct log_place edge =
		log_place_of(vector_at(&window->rows, window->rows.count - 1));
	if (log_place_is_same(&edge, &log->edge))
		return log->beyond;
	log->edge = edge;
	if (log_page_below(log->app->store, log->shown, &view, &edge, &log->length, &log->beyond,
		    &err) != STATUS_OK)
		app_say_error(log->app, &err);
	return log->beyond;
}

/* In entries: a fold counts for all it holds, a follow-up for one. */
static size_t log_pane_count_below(struct log_pane *log)
{
	const struct list *list = &log->window.list;
	size_t below = (size_t)log_pane_beyond(log);

	for (size_t item = list->count - list->below; item < list->count; item++) {
		const struct log_row *row = window_row(&log->window, item);
		below += row ? log_row_entries(row) : 1;
	}
	return below;
}

static void log_pane_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct log_pane *log = log_of(pane);
	int head_rows = log->shown ? log_head_draw(app, &log->head, area) : 0;

	if (head_rows > area.rows)
		head_rows = area.rows;
	area.row += head_rows;
	area.rows -= head_rows;
	if (has_focus)
		draw_cursor(area, 0, 0, false);
	log->below = 0;
	if (!log->window.list.count) {
		draw_nothing_yet(log, area);
		return;
	}
	list_draw(&log->window.list, area, has_focus);
	log->below = log_pane_count_below(log);
}

static void log_pane_move(struct app *app, struct pane *pane, enum move move)
{
	struct log_pane *log = log_of(pane);

	(void)app;
	if (log->shown)
		window_move(&log->window, move);
}

/* Opens a fold, or closes it: the rows are read anew around it. */
static void log_pane_turn_fold(struct log_pane *log, const struct log_row *row)
{
	const struct list *list = &log->window.list;
	struct log_row turned = *row;
	const struct log_fold *opened;

	turned.fold.is_open = !row->fold.is_open;
	if (turned.fold.is_open) {
		vector_push(&log->opened, &row->fold);
	} else {
		VECTOR_EACH (opened, &log->opened)
			if (log_fold_is_same(opened, &row->fold))
				break;
		vector_remove(&log->opened,
			(size_t)(opened - (const struct log_fold *)log->opened.items));
	}
	log->edge.day = DAY_NONE; /* what was in the fold is below it, or the other way round */
	window_read_around(&log->window, &turned,
		list->selected > list->first ? list->selected - list->first : 0);
}

static const char *log_pane_open(struct app *app, struct pane *pane)
{
	struct log_choice choice = log_pane_choice(pane);
	struct log_pane *log = log_of(pane);

	(void)app;
	if (choice.fold)
		log_pane_turn_fold(log, window_row(&log->window, log->window.list.selected));
	if (choice.conversation)
		return "read-entry";
	return choice.followup ? "edit" : NULL;
}

static contact_id log_pane_person(const struct pane *pane)
{
	return log_of(pane)->wanted;
}

static void log_pane_free(struct pane *pane)
{
	struct log_pane *log = log_of(pane);

	window_fini(&log->window);
	followups_clear(&log->followups);
	vector_fini(&log->followups);
	vector_fini(&log->opened);
	log_head_fini(&log->head);
	was_selected_fini(&log->was_selected);
	limit_fini(&log->pane.limit);
	free(log);
}

static const struct pane_ops log_pane_ops = {
	.title = log_pane_title,
	.draw = log_pane_draw,
	.move = log_pane_move,
	.open = log_pane_open,
	.refresh = log_pane_refresh,
	.limited = log_pane_limited,
	.idle = log_pane_idle,
	.person = log_pane_person,
	.free = log_pane_free,
};

struct pane *log_pane_new(struct app *app)
{
	struct log_pane *log = memory_new(sizeof *log);

	log->pane.ops = &log_pane_ops;
	log->app = app;
	was_selected_init(&log->was_selected);
	vector_init(&log->followups, sizeof(struct followup));
	vector_init(&log->opened, sizeof(struct log_fold));
	window_init(&log->window, &window_ops, &list_ops, log);
	log->window.page_rows = PAGE_ROWS;
	return &log->pane;
}

void log_pane_want(struct pane *pane, contact_id person)
{
	log_of(pane)->wanted = person;
}

void log_pane_go(struct app *app, struct pane *pane, contact_id person, conversation_id id)
{
	struct log_pane *log = log_of(pane);
	struct log_row row = { 0 };
	struct error err;

	log->wanted = person;
	limit_fini(&pane->limit);
	log->shown = 0;
	log_pane_idle(app, pane);
	if (conversation_load(app->store, id, &row.conversation, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	if (log_fold_takes(&row.conversation)) {
		const struct log_fold fold = log_fold_of(&row.conversation);
		vector_push(&log->opened, &fold);
	}
	window_read_around(&log->window, &row, 0);
	log_row_fini(&row);
}

struct log_choice log_pane_choice(const struct pane *pane)
{
	const struct log_pane *log = log_of(pane);
	size_t selected = log->window.list.selected;
	const struct log_row *row = window_row(&log->window, selected);

	if (log->shown != log->wanted || selected >= log->window.list.count)
		return (struct log_choice){ 0 };
	if (!row) {
		const struct followup *followup = vector_at(&log->followups, selected);
		return (struct log_choice){ .followup = followup->id };
	}
	if (row->is_event)
		return (struct log_choice){ .event = &row->event };
	if (row->is_fold)
		return (struct log_choice){ .fold = &row->fold };
	return (struct log_choice){ .conversation = row->conversation.id };
}
