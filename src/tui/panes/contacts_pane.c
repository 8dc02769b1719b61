/* The contacts pane: everybody by name, of whom only those in sight are in memory.
 * Not here: reading a page (store/contact_list.h), keeping those in sight (widget/window.h). */
#include "tui/panes/contacts_pane.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_state.h"
#include "filo/people/words/duration.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "tui/panes/marks.h"
#include "tui/panes/panes.h"
#include "tui/panes/title.h"
#include "tui/way.h"
#include "tui/widget/window.h"

#include <stdio.h>
#include <stdlib.h>

#define PAGE_ROWS     12 /* about what there is room for on a small screen */
#define ALL_AT_A_TIME 5000
#define SORTED_COLS   12   /* of a circle or a date */
#define PLACED_ROWS   1000 /* with more on either side it is not known how many they are */
#define NAME_COLS_MIN 16   /* of a name beside how long ago it was, in words */

struct contacts_pane {
	struct pane pane;
	struct app *app;
	struct window window;         /* of struct contact_row */
	struct contact_counts counts; /* listed -1: not counted yet */
	bool is_counted;              /* they are, since the last change */
	contact_id unplaced;          /* the last in memory when it was not found how many follow */
	struct contact_filter filter; /* its limit is the pane's */
};

static struct contacts_pane *contacts_of(const struct pane *pane)
{
	return (struct contacts_pane *)pane;
}

static contact_id contacts_person(const struct pane *pane)
{
	const struct contact_row *row = window_selected(&contacts_of(pane)->window);

	return row ? row->id : 0;
}

static void contacts_read_rows(
	void *context, const void *from, bool is_forward, size_t count, struct vector *rows)
{
	struct contacts_pane *contacts = context;
	const struct contact_row *row = from;
	struct error err;

	if (contact_page(contacts->app->store, &contacts->filter, row ? row->id : 0, is_forward,
		    count, rows, &err) != STATUS_OK)
		app_say_error(contacts->app, &err);
}

static void contacts_row_fini(void *row)
{
	contact_row_fini(row);
}

static bool contacts_row_exists(void *context, const void *row)
{
	const struct contacts_pane *contacts = context;

	return contact_version(contacts->app->store, ((const struct contact_row *)row)->id) != 0;
}

static const struct window_ops window_ops = {
	.row_bytes = sizeof(struct contact_row),
	.read = contacts_read_rows,
	.row_fini = contacts_row_fini,
	.exists = contacts_row_exists,
};

/* At once where that takes no time; else when no key waits: what is known stays said until then. */
static void contacts_count_again(struct contacts_pane *contacts)
{
	contacts->unplaced = 0;
	contacts->is_counted =
		contact_counts_kept(contacts->app->store, &contacts->filter, &contacts->counts);
}

/* The list is of others. */
static void contacts_count_anew(struct contacts_pane *contacts)
{
	contacts->counts.listed = -1;
	contacts_count_again(contacts);
}

static void contacts_refresh(struct app *app, struct pane *pane)
{
	struct contacts_pane *contacts = contacts_of(pane);

	(void)app;
	window_refresh(&contacts->window);
	contacts_count_again(contacts);
}

/* What was read from the middle of the list gets its place in it: how many rows are below. */
static bool contacts_find_place(struct contacts_pane *contacts)
{
	struct window *window = &contacts->window;
	const size_t count = window->rows.count;
	const struct contact_row *last = count ? vector_at(&window->rows, count - 1) : NULL;
	struct vector rows = VECTOR_INIT(struct contact_row);

	if (!last || window->above >= 0 || window->is_at_end || contacts->unplaced == last->id)
		return false;
	contacts->unplaced = last->id;
	contacts_read_rows(contacts, last, true, PLACED_ROWS, &rows);
	if (rows.count < PLACED_ROWS)
		window->above = contacts->counts.listed - (int64_t)(count + rows.count);
	VECTOR_FINI(struct contact_row, &rows, contact_row_fini);
	return window->above >= 0;
}

static bool contacts_idle(struct app *app, struct pane *pane)
{
	struct contacts_pane *contacts = contacts_of(pane);

	if (contacts->is_counted)
		return contacts_find_place(contacts);
	contacts->counts = contact_counts(app->store, &contacts->filter);
	contacts->is_counted = true; /* what is not known now, at the next change */
	return true;
}

/* How many there are below those in sight; 0: none, or it is not known. */
static size_t contacts_below(const struct contacts_pane *contacts)
{
	const struct window *window = &contacts->window;
	int64_t up_to_its_end = window->above + (int64_t)window->rows.count;

	if (window->is_at_end)
		return window->list.below;
	if (window->above < 0 || contacts->counts.listed < up_to_its_end)
		return 0;
	return window->list.below + (size_t)(contacts->counts.listed - up_to_its_end);
}

/* How many have no place, where that is not beside the point. */
static void describe_places(const struct contacts_pane *contacts, struct strbuf *out)
{
	const int64_t count = contacts->counts.without_place;

	if (count > 0 && contacts->filter.order == ORDER_NAME &&
		!contacts_pane_is_filtered(&contacts->pane) && !contacts->app->marked.count)
		/* Translators: people who are in no circle yet; at most 16 columns. */
		strbuf_add_format(out, _("%lld to place"), (long long)count);
}

static void contacts_title(const struct pane *pane, struct pane_title *title)
{
	/* Short: what they are limited to stands behind. */
	static const char *const titles[CONTACT_ORDERS] = { [ORDER_NAME] = N_("Contacts"),
		[ORDER_SILENCE] = N_("By silence"),
		[ORDER_CIRCLE] = N_("By circle"),
		/* Translators: contacts by the day of what comes next: a date, a follow-up, a wish.
		 */
		[ORDER_NEXT] = N_("By next date") };
	const struct contacts_pane *contacts = contacts_of(pane);
	const int64_t listed = contacts->counts.listed;

	strbuf_add(&title->name, _(titles[contacts->filter.order]));
	if (contacts->filter.with_archived)
		strbuf_add(&title->about, _("also let go"));
	title->count = listed;
	title->below = contacts_below(contacts);
	title->all = listed > 0 ? (size_t)listed : contacts->window.rows.count;
	describe_places(contacts, &title->rest);
}

const char *contacts_pane_state(enum contact_state state)
{
	/* Translators: at most 8 columns each, of anybody, whatever their gender. */
	static const char *const states[] = { [STATE_SNOOZED] = NC_("list", "snoozed"),
		[STATE_RESTING] = NC_("list", "rests"),
		[STATE_ARCHIVED] = NC_("list", "let go") };

	return i18n_in_context(states[state]);
}

static void describe_row(
	const struct app *app, const struct contact_row *row, bool in_words, char *out, size_t size)
{
	*out = '\0';
	if (row->next_day != DAY_NONE)
		date_format_short(row->next_day, PRECISION_DAY, app->today, out, size);
	else if (row->state != STATE_ACTIVE)
		snprintf(out, size, "%s", contacts_pane_state(row->state));
	else if (row->last_day != DAY_NONE)
		when_duration_narrow(app->today - row->last_day, in_words, out, size);
}

static void draw_empty(const struct contacts_pane *contacts, struct rect area, bool has_focus)
{
	const struct rect text = { area.row, area.col + 3, area.rows, area.cols - 4 };
	struct strbuf words = STRBUF_INIT;

	if (contacts_pane_is_filtered(&contacts->pane))
		pane_add_nobody(contacts->app, &contacts->pane, &words);
	else
		strbuf_add_format(&words,
			_("Nobody yet. %s adds a person, %s brings an address book."),
			way_here(contacts->app, "add-contact"), way_here(contacts->app, "import"));
	draw_paragraph(text, 0, 0, ROLE_FAINT, words.data);
	if (has_focus)
		draw_cursor(text, 0, 0, false);
	strbuf_fini(&words);
}

/* "96 days quiet", where what stands there is a silence, and the name leaves room. */
static void contacts_say_quiet(const struct app *app, struct rect area,
	const struct contact_row *row, char *right, size_t size)
{
	bool is_silence = !row->circle && row->next_day == DAY_NONE && row->state == STATE_ACTIVE &&
			  row->last_day != DAY_NONE && row->last_day < app->today;
	struct strbuf said = STRBUF_INIT, name = STRBUF_INIT;

	strbuf_add_format(&said, _("%s quiet"), right);
	marks_draw_name(&app->marked, row->id, row->name, area, &name);
	if (is_silence && draw_width(name.data) + draw_width(said.data) + 3 <= area.cols)
		snprintf(right, size, "%s", said.data);
	strbuf_fini(&said);
	strbuf_fini(&name);
}

static int contacts_draw_row(void *context, size_t index, struct rect area, enum role role)
{
	const struct contacts_pane *contacts = context;
	struct contact_row *row = window_row(&contacts->window, index);
	char words[64];

	/* By the width of the pane alone, whoever is in sight: nothing jumps while one moves. */
	bool in_words = area.cols - 2 - DURATION_COLS >= NAME_COLS_MIN;
	describe_row(contacts->app, row, in_words || draw_is_plain(), words, sizeof words);
	if (draw_is_plain())
		contacts_say_quiet(contacts->app, area, row, words, sizeof words);
	bool is_sorted = row->circle || row->next_day != DAY_NONE;
	return marks_draw_person(contacts->app,
		&(struct listed_person){ row->id, row->name, &row->apart }, area, role,
		(struct list_line){ .right = row->circle ? row->circle : words,
			.right_cols = is_sorted ? SORTED_COLS : 0,
			.is_right_aligned = true });
}

static bool contacts_read_on(void *context, bool is_forward)
{
	struct contacts_pane *contacts = context;

	return window_read_on(&contacts->window, is_forward);
}

static const struct list_ops list_ops = {
	.text_col = 2, .draw_tall = contacts_draw_row, .more = contacts_read_on
};

static void contacts_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct contacts_pane *contacts = contacts_of(pane);
	const struct rect list = { area.row, area.col + 1, area.rows, area.cols - 1 };

	(void)app;
	if (area.rows > 0) /* two screens and a row more of each, four of which are kept */
		contacts->window.page_rows = 2 * (size_t)(area.rows + 1);
	contacts->window.rows_kept = 2 * contacts->window.page_rows;
	if (contacts->window.list.count)
		list_draw(&contacts->window.list, list, has_focus);
	else
		draw_empty(contacts, area, has_focus);
}

static void contacts_move(struct app *app, struct pane *pane, enum move move)
{
	(void)app;
	window_move(&contacts_of(pane)->window, move);
}

static const char *contacts_open(struct app *app, struct pane *pane)
{
	(void)app;
	return contacts_person(pane) ? "show-person" : NULL;
}

/* Reads anew around a person. False: they are not in the list. */
static bool read_around(struct contacts_pane *contacts, contact_id id, size_t rows_above)
{
	window_read_around(&contacts->window, &(struct contact_row){ .id = id }, rows_above);
	return contacts_person(&contacts->pane) == id;
}

static void contacts_limited(struct app *app, struct pane *pane)
{
	struct contacts_pane *contacts = contacts_of(pane);
	contact_id selected = contacts_person(pane);

	(void)app;
	contacts_count_anew(contacts);
	if (!selected || !read_around(contacts, selected, 0))
		window_read_first(&contacts->window);
}

/* A page at a time, so that no more than the ids are in memory. */
static enum status contacts_people(
	struct app *app, struct pane *pane, struct vector *ids, struct error *err)
{
	const struct contacts_pane *contacts = contacts_of(pane);
	enum status status;
	contact_id from = 0;
	size_t count;

	do {
		struct vector rows = VECTOR_INIT(struct contact_row);
		struct contact_row *row;
		status = contact_page(
			app->store, &contacts->filter, from, true, ALL_AT_A_TIME, &rows, err);
		count = rows.count;
		VECTOR_EACH (row, &rows) {
			from = row->id;
			vector_push(ids, &row->id);
			contact_row_fini(row);
		}
		vector_fini(&rows);
	} while (status == STATUS_OK && count == ALL_AT_A_TIME);
	return status;
}

static void contacts_free(struct pane *pane)
{
	struct contacts_pane *contacts = contacts_of(pane);

	window_fini(&contacts->window);
	limit_fini(&contacts->pane.limit);
	free(contacts);
}

static const struct pane_ops contacts_ops = {
	.title = contacts_title,
	.draw = contacts_draw,
	.move = contacts_move,
	.open = contacts_open,
	.refresh = contacts_refresh,
	.limited = contacts_limited,
	.people = contacts_people,
	.idle = contacts_idle,
	.person = contacts_person,
	.free = contacts_free,
};

struct pane *contacts_pane_new(struct app *app)
{
	struct contacts_pane *contacts = memory_new(sizeof *contacts);

	contacts->pane.ops = &contacts_ops;
	contacts->app = app;
	contacts->counts.listed = -1;
	contacts->filter.limit = &contacts->pane.limit;
	window_init(&contacts->window, &window_ops, &list_ops, contacts);
	contacts->window.page_rows = PAGE_ROWS;
	return &contacts->pane;
}

/* On the screen as far down as a third of it. */
static bool contacts_pane_mark_there(struct contacts_pane *contacts, contact_id id)
{
	int rows = contacts->window.list.rows;

	return contacts_person(&contacts->pane) == id ||
	       read_around(contacts, id, rows > 0 ? (size_t)rows / 3 : 0);
}

void contacts_pane_mark(struct pane *pane, contact_id id)
{
	contact_id selected = contacts_person(pane);

	if (!contacts_pane_mark_there(contacts_of(pane), id) && selected)
		contacts_pane_mark_there(contacts_of(pane), selected);
}

void contacts_pane_go(struct app *app, struct pane *pane, contact_id id)
{
	struct contacts_pane *contacts = contacts_of(pane);

	if (contacts_pane_mark_there(contacts, id) || !contact_version(app->store, id))
		return;
	/* Not among those shown: show everybody, those let go too. */
	limit_fini(&pane->limit);
	contacts->filter.with_archived = false;
	contacts_count_anew(contacts);
	if (contacts_pane_mark_there(contacts, id))
		return;
	contacts->filter.with_archived = true;
	contacts_pane_mark_there(contacts, id);
}

void contacts_pane_show_let_go(struct pane *pane, bool is_shown)
{
	struct contacts_pane *contacts = contacts_of(pane);

	contacts->filter.with_archived = is_shown;
	contacts_limited(contacts->app, pane);
}

void contacts_pane_order(struct pane *pane, enum contact_order order)
{
	struct contacts_pane *contacts = contacts_of(pane);

	contacts->filter.order = order;
	contacts_limited(contacts->app, pane);
}

enum contact_order contacts_pane_ordered(const struct pane *pane)
{
	return contacts_of(pane)->filter.order;
}

bool contacts_pane_is_filtered(const struct pane *pane)
{
	return limit_is_set(&pane->limit) || contacts_of(pane)->filter.with_archived;
}
