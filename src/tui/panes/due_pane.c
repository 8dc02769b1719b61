/* The due pane: who would be glad to hear from you today, the rest folded under "n more".
 * Not here: who is due (people/due.h), moving and scrolling (widget/list.h). */
#include "tui/panes/due_pane.h"

#include "filo/base/config.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/words/due_words.h"
#include "filo/people/words/words.h"
#include "filo/store/contact_called.h"
#include "filo/store/contacts.h"
#include "filo/store/queue.h"
#include "tui/panes/due_held.h"
#include "tui/panes/marks.h"
#include "tui/panes/title.h"
#include "tui/subject.h"
#include "tui/way.h"
#include "tui/widget/list.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>

/* Rows are read this many at a time, as far as the selection goes. */
#define READ_ROWS 12

/* From here on (zoomed, or alone on the screen) nobody is folded, and each has their sentence. */
#define SENTENCE_COLS     64
#define SENTENCE_COLS_MIN 24 /* of a sentence itself, beside reasons in words */
#define NAME_COLS         24
#define NAME_COLS_MIN     16 /* of a name, beside them */
#define EDGES             3  /* columns at the left of a row, and at its right end */

struct due_pane {
	struct pane pane;
	const struct app *app;
	struct queue queue;
	bool is_open;       /* unfolded */
	bool has_sentences; /* there is room for them */
	bool words_fit;     /* the reasons in words, beside what else there is */
	bool in_words;      /* the reasons */
	size_t limit;       /* rows to read */
	size_t day_rows;    /* a day's worth */
	size_t due_count;   /* due today, whatever the limit */
	struct list list;   /* of people, what is folded, and what is in no row */
	/* Who was marked and is no longer among the rows: they stay where they were until one
	 * moves, so that the next key is still about them. name NULL: nobody. */
	struct queue_row held;
	size_t held_at;
	int reason_cols;
	day_number on;
	int cols; /* as drawn last */
};

static struct due_pane *due_of(const struct pane *pane)
{
	return (struct due_pane *)pane;
}

/* People of the queue that are listed, whether their rows are read yet or not. */
static size_t queue_count(const struct due_pane *due)
{
	bool is_whole = due->is_open || due->has_sentences || limit_is_set(&due->pane.limit);

	return is_whole ? due_today(&due->queue.counts) + due->queue.counts.ahead : due->day_rows;
}

static bool has_held(const struct due_pane *due)
{
	return due->held.name != NULL;
}

/* People listed: those of the queue, and who is held. */
static size_t shown_count(const struct due_pane *due)
{
	return queue_count(due) + has_held(due);
}

/* What is said below the people, in full words where these have room; nothing when there is nothing
 * to say. */
static char *folded_line(const struct due_pane *due)
{
	struct strbuf line = STRBUF_INIT, text = STRBUF_INIT;

	due_words_folded(&text, &due->queue.counts, queue_count(due), false);
	if (draw_width(text.data) > due->cols - EDGES - 2 - 1) {
		strbuf_clear(&text);
		due_words_folded(&text, &due->queue.counts, queue_count(due), true);
	}
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

static struct queue_row *row_at(const struct due_pane *due, size_t index)
{
	if (has_held(due) && index == due->held_at)
		return (struct queue_row *)&due->held;
	index -= has_held(due) && index > due->held_at;
	return index < queue_count(due) && index < due->queue.rows.count
		       ? vector_at(&due->queue.rows, index)
		       : NULL;
}

static void let_go_of_held(struct due_pane *due)
{
	free(due->held.name);
	free(due->held.reason);
	free(due->held.words);
	free(due->held.apart);
	due->held = (struct queue_row){ 0 };
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

/* How many are due when not all of them are listed. */
static enum status due_pane_count_all(struct app *app, struct due_pane *due, struct error *err)
{
	const struct queue_request request = { .on = app->today, .limit = 1 };
	struct queue queue;
	enum status status = queue_build(app->store, &request, &queue, err);

	if (status != STATUS_OK)
		return status;
	due->due_count = due_today(&queue.counts);
	queue_fini(&queue);
	return STATUS_OK;
}

static bool read_queue(struct app *app, struct due_pane *due)
{
	const struct queue_request request = { .on = app->today,
		.limit = due->limit,
		.only = &due->pane.limit,
		.in_words = true,
		.with_why = due->has_sentences };
	struct error err;
	size_t daily = (size_t)app->config->daily;

	queue_fini(&due->queue);
	due->on = app->today;
	enum status status = queue_build(app->store, &request, &due->queue, &err);
	if (status == STATUS_OK) {
		due->day_rows = due_day_rows(&due->queue.counts, daily);
		due->due_count = due_today(&due->queue.counts);
	}
	if (status == STATUS_OK && limit_is_set(&due->pane.limit))
		status = due_pane_count_all(app, due, &err);
	if (status != STATUS_OK)
		app_say_error(app, &err);
	list_set_count(&due->list, line_count(due));
	return status == STATUS_OK;
}

/* Reads on, so that `index` and a screen below it are there. */
static void due_pane_reach(struct app *app, struct due_pane *due, size_t index)
{
	size_t wanted = index + (size_t)due->list.rows;

	if (wanted >= queue_count(due))
		wanted = queue_count(due) ? queue_count(due) - 1 : 0;
	if (wanted < due->queue.rows.count)
		return;
	due->limit = (wanted / READ_ROWS + 1) * READ_ROWS;
	read_queue(app, due);
}

void due_pane_leave(struct pane *pane)
{
	struct due_pane *due = due_of(pane);

	if (!has_held(due))
		return;
	let_go_of_held(due);
	due->list.selected -= due->list.selected > due->held_at;
	list_set_count(&due->list, line_count(due));
}

bool due_pane_is_on_person(const struct pane *pane)
{
	return row_at(due_of(pane), due_of(pane)->list.selected) != NULL;
}

bool due_pane_mark(struct pane *pane, contact_id id)
{
	struct due_pane *due = due_of(pane);

	for (size_t i = 0; row_at(due, i); i++) {
		if (row_at(due, i)->due.id == id) {
			due->list.selected = i;
			return true;
		}
	}
	return false;
}

/* What is said of who is held: why they are due all the same, further down, or what became of them.
 */
static void describe_held(struct app *app, struct due_pane *due, const struct contact *contact)
{
	struct vector people = VECTOR_INIT(contact_id);
	struct queue_request request = { .on = app->today, .people = &people, .in_words = true };
	struct queue queue;

	vector_push(&people, &contact->id);
	due->held = (struct queue_row){ .due = { .id = contact->id },
		.name = memory_copy_string(contact->name) };
	if (queue_build(app->store, &request, &queue, NULL) == STATUS_OK) {
		struct queue_row *row = queue.rows.count ? vector_at(&queue.rows, 0) : NULL;
		if (row) {
			due->held.reason = row->reason;
			due->held.words = row->words;
			row->reason = row->words = NULL; /* handed over */
		}
		queue_fini(&queue);
	}
	if (!due->held.reason) {
		struct strbuf reason = STRBUF_INIT, words = STRBUF_INIT;
		due_held_words(app, contact->id, false, &reason);
		due_held_words(app, contact->id, true, &words);
		due->held.reason = strbuf_take(&reason);
		due->held.words = strbuf_take(&words);
	}
	vector_fini(&people);
}

static void hold(struct app *app, struct due_pane *due, contact_id id, size_t at)
{
	struct contact contact;

	if (!id || contact_load(app->store, id, &contact, NULL) != STATUS_OK)
		return; /* deleted: whoever is in that row now is marked */
	describe_held(app, due, &contact);
	contact_fini(&contact);
	due->held_at = at < queue_count(due) ? at : queue_count(due);
	list_set_count(&due->list, line_count(due));
	due->list.selected = due->held_at;
}

static void due_refresh(struct app *app, struct pane *pane)
{
	struct due_pane *due = due_of(pane);
	const struct queue_row *marked = row_at(due, due->list.selected);
	contact_id before = marked ? marked->due.id : 0;
	size_t at = due->list.selected;

	let_go_of_held(due);
	if (!read_queue(app, due))
		return;
	if (!due_pane_mark(pane, before))
		hold(app, due, before, at);
	size_t count = shown_count(due);
	if (due->list.selected >= count)
		due->list.selected = count ? count - 1 : 0;
	due_pane_reach(app, due, due->list.selected);
}

static void due_limited(struct app *app, struct pane *pane)
{
	struct due_pane *due = due_of(pane);
	contact_id before = due_person(pane);

	let_go_of_held(due);
	due->limit = READ_ROWS;
	read_queue(app, due);
	due->list.selected = 0;
	due_pane_mark(pane, before);
	due_pane_reach(app, due, due->list.selected);
}

static void due_title(const struct pane *pane, struct pane_title *title)
{
	title->below = due_of(pane)->list.below;
	title->all = due_of(pane)->list.count;
	strbuf_add(&title->name, _("Due today"));
}

static int due_draw_nobody(struct app *app, const struct pane *pane, struct rect area)
{
	const struct rect text = { area.row, area.col + 3, area.rows, area.cols - 4 };
	struct strbuf words = STRBUF_INIT;

	if (limit_is_set(&pane->limit))
		pane_add_nobody(app, pane, &words);
	else
		strbuf_add(&words, _("Nobody today. Enjoy your day."));
	int rows = draw_paragraph(text, 0, 0, ROLE_FAINT, words.data);
	strbuf_fini(&words);
	return rows;
}

static const char *said_reason(const struct due_pane *due, const struct queue_row *row)
{
	return due->in_words ? row->words : row->reason;
}

/* Of the rows in sight; where there are sentences of all, so that these stay where they are. */
static int widest_reason(const struct due_pane *due, int most_cols)
{
	size_t first = due->has_sentences ? 0 : due->list.first;
	size_t end = due->has_sentences ? SIZE_MAX : first + (size_t)due->list.rows;
	int widest = 0;

	for (size_t i = first; row_at(due, i) && i < end; i++) {
		int cols = draw_width(said_reason(due, row_at(due, i)));
		if (cols > widest)
			widest = cols;
	}
	return widest < most_cols ? widest : most_cols;
}

static bool is_folded_line(const struct due_pane *due, size_t index)
{
	return index == shown_count(due) && has_line(due, folded_line);
}

/* Wrapped where it has no room. Returns the rows it takes. */
static int due_draw_line(const struct due_pane *due, size_t index, struct rect area, enum role role)
{
	const struct rect text = { area.row, area.col, area.rows, area.cols - 1 };
	char *line = is_folded_line(due, index) ? folded_line(due) : aside_line(due);
	int rows = draw_paragraph(text, 0, 0, role, line);

	free(line);
	return rows;
}

/* Where the sentence stands, to the right of name and reason. */
static struct rect sentence_of(const struct due_pane *due, struct rect row)
{
	int at = NAME_COLS + due->reason_cols + 3;

	return (struct rect){ row.row, row.col + at, row.rows, row.cols - at - 1 };
}

static int due_draw_row(void *context, size_t index, struct rect area, enum role role)
{
	const struct due_pane *due = context;
	struct queue_row *row = row_at(due, index);

	if (!row)
		return index < shown_count(due) ? 1 : due_draw_line(due, index, area, role);
	return marks_draw_person(due->app,
		&(struct listed_person){ row->due.id, row->name, &row->apart }, area, role,
		(struct list_line){
			.right = said_reason(due, row), .right_cols = due->reason_cols });
}

/* False: it has no room, and is to be heard whole. */
static bool due_draw_name(
	const struct due_pane *due, struct queue_row *row, struct rect area, enum role role)
{
	const struct rect beside = { area.row, area.col, area.rows, NAME_COLS };
	struct strbuf name = STRBUF_INIT, shown = STRBUF_INIT;
	bool is_plain = draw_is_plain();

	person_name_fit(&name, row->name,
		contact_kept_apart(due->app->store, row->due.id, &row->apart),
		is_plain ? INT_MAX : NAME_COLS);
	marks_draw_name(&due->app->marked, row->due.id, name.data, area, &shown);
	bool has_room = !is_plain || draw_width(shown.data) <= NAME_COLS;
	if (has_room)
		draw_text(beside, 0, 0, role, shown.data);
	strbuf_fini(&shown);
	strbuf_fini(&name);
	return has_room;
}

static int due_draw_tall_row(void *context, size_t index, struct rect area, enum role role)
{
	const struct due_pane *due = context;
	struct queue_row *row = row_at(due, index);

	if (!row)
		return due_draw_row(context, index, area, role);
	if (!due_draw_name(due, row, area, role)) {
		int rows = due_draw_row(context, index, area, role);
		return rows + list_draw_indented(area, rows, INT_MAX, ROLE_TEXT, row->why);
	}
	draw_text(area, 0, NAME_COLS + 1, ROLE_FAINT, said_reason(due, row));
	int rows = row->why ? draw_paragraph(sentence_of(due, area), 0, 0, ROLE_TEXT, row->why) : 1;
	return rows > 1 ? rows : 1;
}

static const struct list_ops list_ops = { .text_col = 2, .draw_tall = due_draw_row };
static const struct list_ops sentence_ops = { .text_col = 2, .draw_tall = due_draw_tall_row };

/* Decided by the width of the pane alone, whoever is listed: nothing jumps while one moves. */
static bool reasons_fit(int cols, bool has_sentences)
{
	int beside = has_sentences ? NAME_COLS + 3 + SENTENCE_COLS_MIN : NAME_COLS_MIN + 2;

	return cols - EDGES - beside >= words_reason_cols();
}

/* Where the mark is on somebody who would be folded away again, the others stay too. */
void due_pane_fit(struct app *app, struct pane *pane, int cols)
{
	struct due_pane *due = due_of(pane);
	bool has_sentences = cols >= SENTENCE_COLS;

	if (cols != due->cols)
		due->words_fit = reasons_fit(cols, has_sentences);
	due->cols = cols;
	due->in_words = draw_is_plain() || due->words_fit;
	if (has_sentences == due->has_sentences)
		return;
	due->is_open |= due->has_sentences && due->list.selected >= due->day_rows &&
			row_at(due, due->list.selected);
	due->has_sentences = has_sentences;
	due->list.ops = has_sentences ? &sentence_ops : &list_ops;
	read_queue(app, due);
}

static void due_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct due_pane *due = due_of(pane);
	struct rect list = { area.row, area.col + 1, area.rows, area.cols - 1 };
	/* Where reasons are words, names make room for them. */
	int most_cols = due->in_words ? area.cols * 3 / 5 : area.cols / 2;

	if (!shown_count(due)) {
		int rows = due_draw_nobody(app, pane, area);
		if (has_focus)
			draw_cursor(area, 0, 0, false);
		rows = rows < area.rows ? rows : area.rows - 1;
		list.row += rows;
		list.rows -= rows;
	}
	due->reason_cols = widest_reason(due, most_cols);
	list_settle(&due->list, list);
	due_pane_reach(app, due, due->list.first); /* the screen may have grown */
	due->reason_cols = widest_reason(due, most_cols);
	list_draw(&due->list, list, has_focus);
}

static void due_move(struct app *app, struct pane *pane, enum move move)
{
	struct due_pane *due = due_of(pane);

	list_move(&due->list, move);
	due_pane_leave(pane);
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

static enum status due_people(
	struct app *app, struct pane *pane, struct vector *ids, struct error *err)
{
	struct due_pane *due = due_of(pane);
	size_t count = shown_count(due);

	(void)err; /* was said when they were read */
	if (count)
		due_pane_reach(app, due, count - 1);
	for (size_t i = 0; i < count && row_at(due, i); i++)
		vector_push(ids, &row_at(due, i)->due.id);
	return STATUS_OK;
}

static void due_free(struct pane *pane)
{
	struct due_pane *due = due_of(pane);

	queue_fini(&due->queue);
	let_go_of_held(due);
	limit_fini(&due->pane.limit);
	free(due);
}

static const struct pane_ops due_ops = {
	.title = due_title,
	.draw = due_draw,
	.move = due_move,
	.open = due_open,
	.refresh = due_refresh,
	.limited = due_limited,
	.people = due_people,
	.person = due_person,
	.free = due_free,
};

struct pane *due_pane_new(struct app *app)
{
	struct due_pane *due = memory_new(sizeof *due);

	due->app = app;
	due->pane.ops = &due_ops;
	due->limit = READ_ROWS;
	list_init(&due->list, &list_ops, due);
	due->list.rows = READ_ROWS - 2; /* until it is drawn */
	vector_init(&due->queue.rows, sizeof(struct queue_row));
	return &due->pane;
}

size_t due_pane_count(const struct pane *pane)
{
	return due_of(pane)->due_count;
}

int due_pane_rows(const struct pane *pane)
{
	const struct due_pane *due = due_of(pane);
	const struct rect nowhere = { .cols = due->cols - EDGES };
	int rows = shown_count(due) ? (int)shown_count(due) : 2; /* the words for nobody */

	for (size_t i = shown_count(due); i < due->list.count; i++)
		rows += due_draw_line(due, i, nowhere, ROLE_TEXT);
	return rows;
}
