/* The contacts pane: everybody by name, of whom only those in sight are in memory.
 * Not here: reading a page (store/contacts.h), the row itself (list_rows.c). */
#include "filo/base/strbuf.h"
#include "tui/panes/panes.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/contact_state.h"
#include "filo/people/words/duration.h"
#include "filo/store/contacts.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define ROWS_BEFORE_DRAWN 12 /* a guess until the screen is known */
#define SCREENS_KEPT      4  /* more rows than this are let go at the far end */
#define RIGHT_COLS        8

struct contacts_pane {
	struct pane pane;
	struct vector rows;          /* of struct contact_row: a piece of the list */
	bool is_at_start, is_at_end; /* the piece touches the list's beginning, its end */
	size_t selected, first;      /* in the piece */
	int visible;                 /* rows, as drawn last */
	int64_t total;               /* -1: not counted yet */
	struct contact_filter filter;
	char *words, *tag, *title; /* what the filter borrows */
};

static struct contacts_pane *contacts_of(const struct pane *pane)
{
	return (struct contacts_pane *)pane;
}

static struct contact_row *row_at(const struct contacts_pane *contacts, size_t index)
{
	return index < contacts->rows.count ? vector_at(&contacts->rows, index) : NULL;
}

static contact_id id_at(const struct contacts_pane *contacts, size_t index)
{
	const struct contact_row *row = row_at(contacts, index);

	return row ? row->id : 0;
}

static contact_id contacts_person(const struct pane *pane)
{
	const struct contacts_pane *contacts = contacts_of(pane);

	return id_at(contacts, contacts->selected);
}

static size_t page_rows(const struct contacts_pane *contacts)
{
	return contacts->visible > 0 ? (size_t)contacts->visible + 1 : ROWS_BEFORE_DRAWN;
}

static void clear(struct contacts_pane *contacts)
{
	struct contact_row *row;

	VECTOR_EACH (row, &contacts->rows)
		contact_row_fini(row);
	vector_clear(&contacts->rows);
	contacts->selected = contacts->first = 0;
	contacts->is_at_start = contacts->is_at_end = false;
}

static void drop_row(struct contacts_pane *contacts, size_t index)
{
	contact_row_fini(row_at(contacts, index));
	vector_remove(&contacts->rows, index);
}

static size_t read_page(struct app *app, struct contacts_pane *contacts, contact_id from,
	bool is_forward, size_t count, struct vector *rows)
{
	struct error err;
	size_t before = rows->count;

	if (contact_page(app->store, &contacts->filter, from, is_forward, count, rows, &err) !=
		STATUS_OK)
		app_say_error(app, &err);
	return rows->count - before;
}

static void append_page(struct app *app, struct contacts_pane *contacts, size_t count)
{
	contact_id from = contacts->rows.count ? id_at(contacts, contacts->rows.count - 1) : 0;
	size_t got = read_page(app, contacts, from, true, count, &contacts->rows);

	contacts->is_at_start = contacts->is_at_start || !from;
	contacts->is_at_end = got < count;
	size_t most = SCREENS_KEPT * page_rows(contacts);
	while (contacts->rows.count > most && contacts->first && contacts->selected) {
		drop_row(contacts, 0);
		contacts->first--;
		contacts->selected--;
		contacts->is_at_start = false;
	}
}

static void prepend_page(struct app *app, struct contacts_pane *contacts, size_t count)
{
	struct vector page = VECTOR_INIT(struct contact_row);
	size_t got = read_page(app, contacts, id_at(contacts, 0), false, count, &page);

	contacts->is_at_start = got < count;
	for (size_t i = 0; i < got; i++)
		vector_insert(&contacts->rows, i, vector_at(&page, i));
	vector_fini(&page);
	contacts->selected += got;
	contacts->first += got;
	size_t most = SCREENS_KEPT * page_rows(contacts);
	while (contacts->rows.count > most &&
		contacts->rows.count > contacts->first + page_rows(contacts)) {
		drop_row(contacts, contacts->rows.count - 1);
		contacts->is_at_end = false;
	}
}

static void read_first(struct app *app, struct contacts_pane *contacts)
{
	clear(contacts);
	append_page(app, contacts, 2 * page_rows(contacts));
}

static void read_last(struct app *app, struct contacts_pane *contacts)
{
	size_t count = 2 * page_rows(contacts);

	clear(contacts);
	size_t got = read_page(app, contacts, 0, false, count, &contacts->rows);
	contacts->is_at_end = true;
	contacts->is_at_start = got < count;
	contacts->selected = got ? got - 1 : 0;
	contacts->first = contacts->selected;
}

/* Reads anew around a person, who keeps the row on the screen. False: they are not in the list. */
static bool read_around(
	struct app *app, struct contacts_pane *contacts, contact_id id, size_t rows_above)
{
	size_t wanted = rows_above + page_rows(contacts);

	clear(contacts);
	size_t above = read_page(app, contacts, id, false, wanted, &contacts->rows);
	contacts->is_at_start = above < wanted;
	append_page(app, contacts, 2 * page_rows(contacts));
	contacts->selected = above;
	for (size_t i = 0; i < contacts->rows.count; i++)
		if (id_at(contacts, i) == id)
			contacts->selected = i;
	if (contacts->selected >= contacts->rows.count)
		contacts->selected = contacts->rows.count ? contacts->rows.count - 1 : 0;
	contacts->first = contacts->selected > rows_above ? contacts->selected - rows_above : 0;
	return id_at(contacts, contacts->selected) == id;
}

/* The selected person, or when gone, who stood next to them. */
static contact_id find_anchor(struct app *app, const struct contacts_pane *contacts)
{
	for (size_t i = contacts->selected; i < contacts->rows.count; i++)
		if (contact_version(app->store, id_at(contacts, i)))
			return id_at(contacts, i);
	for (size_t i = contacts->selected; i-- > 0;)
		if (contact_version(app->store, id_at(contacts, i)))
			return id_at(contacts, i);
	return 0;
}

static void contacts_refresh(struct app *app, struct pane *pane)
{
	struct contacts_pane *contacts = contacts_of(pane);
	contact_id anchor = find_anchor(app, contacts);

	if (anchor)
		read_around(app, contacts, anchor, contacts->selected - contacts->first);
	else
		read_first(app, contacts);
	contacts->total = -1;
}

static bool contacts_idle(struct app *app, struct pane *pane)
{
	struct contacts_pane *contacts = contacts_of(pane);

	if (contacts->total < 0)
		contacts->total = contact_count(app->store, &contacts->filter);
	return false;
}

static void contacts_title(const struct pane *pane, struct strbuf *title, struct strbuf *right)
{
	const struct contacts_pane *contacts = contacts_of(pane);

	if (contacts->title)
		strbuf_add_format(title, _("Contacts: %s"), contacts->title);
	else
		strbuf_add(title, _("Contacts"));
	if (contacts->total > 0)
		strbuf_add_format(right, "%" PRId64, contacts->total);
}

static void describe_row(
	const struct app *app, const struct contact_row *row, char *out, size_t size)
{
	/* Translators: at most 8 columns each. */
	static const char *const states[] = { [STATE_SNOOZED] = N_("snoozed"),
		[STATE_RESTING] = N_("rests"),
		[STATE_ARCHIVED] = N_("let go") };

	*out = '\0';
	if (row->state != STATE_ACTIVE)
		snprintf(out, size, "%s", _(states[row->state]));
	else if (row->last_day != DAY_NONE)
		when_duration_narrow(app->today - row->last_day, out, size);
}

static void draw_empty(const struct contacts_pane *contacts, struct rect area)
{
	const struct rect text = { area.row, area.col + 3, area.rows, area.cols - 4 };

	draw_paragraph(text, 0, 0, ROLE_FAINT,
		contacts->title ? _("Nobody here. Esc shows everybody.")
				: _("Nobody yet. a adds a person, : import brings an address "
				    "book."));
}

/* Enough rows to fill the screen, whatever its size has become. */
static void fill(struct app *app, struct contacts_pane *contacts)
{
	size_t visible = (size_t)contacts->visible;

	if (!contacts->is_at_end && contacts->rows.count < contacts->first + visible)
		append_page(app, contacts, 2 * page_rows(contacts));
	if (!contacts->is_at_start && contacts->first + visible > contacts->rows.count)
		prepend_page(app, contacts, 2 * page_rows(contacts));
	contacts->first = list_scroll(
		contacts->first, contacts->selected, contacts->rows.count, contacts->visible);
}

static void contacts_draw(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct contacts_pane *contacts = contacts_of(pane);
	char right[32];

	contacts->visible = area.rows;
	if (!contacts->rows.count) {
		draw_empty(contacts, area);
		return;
	}
	fill(app, contacts);
	for (int i = 0; i < area.rows; i++) {
		size_t index = contacts->first + (size_t)i;
		const struct contact_row *row = row_at(contacts, index);
		if (!row)
			break;
		describe_row(app, row, right, sizeof right);
		list_row_draw(area, i,
			&(struct list_row){ .name = row->name,
				.right = right,
				.right_cols = RIGHT_COLS,
				.is_selected = index == contacts->selected,
				.has_focus = has_focus,
				.is_right_aligned = true });
	}
}

static void contacts_move(struct app *app, struct pane *pane, enum move move)
{
	struct contacts_pane *contacts = contacts_of(pane);
	size_t page = page_rows(contacts);

	if (move == MOVE_FIRST && !contacts->is_at_start)
		read_first(app, contacts);
	else if (move == MOVE_LAST && !contacts->is_at_end)
		read_last(app, contacts);
	else if ((move == MOVE_DOWN || move == MOVE_PAGE_DOWN) && !contacts->is_at_end &&
		 contacts->selected + page >= contacts->rows.count)
		append_page(app, contacts, 2 * page);
	else if ((move == MOVE_UP || move == MOVE_PAGE_UP) && !contacts->is_at_start &&
		 contacts->selected < page)
		prepend_page(app, contacts, 2 * page);
	contacts->selected =
		list_move(contacts->selected, contacts->rows.count, contacts->visible, move);
	if (contacts->visible > 0)
		contacts->first = list_scroll(contacts->first, contacts->selected,
			contacts->rows.count, contacts->visible);
}

static const char *contacts_open(struct app *app, struct pane *pane)
{
	(void)app;
	return contacts_person(pane) ? "show-person" : NULL;
}

static void contacts_free(struct pane *pane)
{
	struct contacts_pane *contacts = contacts_of(pane);

	clear(contacts);
	vector_fini(&contacts->rows);
	free(contacts->words);
	free(contacts->tag);
	free(contacts->title);
	free(contacts);
}

static const struct pane_ops contacts_ops = {
	.title = contacts_title,
	.draw = contacts_draw,
	.move = contacts_move,
	.open = contacts_open,
	.refresh = contacts_refresh,
	.idle = contacts_idle,
	.person = contacts_person,
	.free = contacts_free,
};

struct pane *contacts_pane_new(struct app *app)
{
	struct contacts_pane *contacts = memory_new(sizeof *contacts);

	(void)app;
	contacts->pane.ops = &contacts_ops;
	contacts->total = -1;
	vector_init(&contacts->rows, sizeof(struct contact_row));
	return &contacts->pane;
}

void contacts_pane_go(struct app *app, struct pane *pane, contact_id id)
{
	struct contacts_pane *contacts = contacts_of(pane);
	size_t rows_above = contacts->visible > 0 ? (size_t)contacts->visible / 3 : 0;

	if (contacts_person(pane) == id || read_around(app, contacts, id, rows_above) ||
		!contact_version(app->store, id))
		return;
	/* Not among those shown: show everybody, those let go too. */
	const struct contact_filter everybody = { .with_archived = true };
	contacts_pane_filter(app, pane, NULL, NULL);
	if (read_around(app, contacts, id, rows_above))
		return;
	contacts_pane_filter(app, pane, &everybody, _("with those let go"));
	read_around(app, contacts, id, rows_above);
}

void contacts_pane_filter(
	struct app *app, struct pane *pane, const struct contact_filter *filter, const char *title)
{
	struct contacts_pane *contacts = contacts_of(pane);
	contact_id selected = contacts_person(pane);
	const struct contact_filter wanted = filter ? *filter : (struct contact_filter){ 0 };

	memory_replace_string(&contacts->words, wanted.words);
	memory_replace_string(&contacts->tag, wanted.tag);
	memory_replace_string(&contacts->title, title);
	contacts->filter = wanted;
	contacts->filter.words = contacts->words;
	contacts->filter.tag = contacts->tag;
	contacts->total = -1;
	if (!selected || !read_around(app, contacts, selected, 0))
		read_first(app, contacts);
}

bool contacts_pane_is_filtered(const struct pane *pane)
{
	return contacts_of(pane)->title != NULL;
}
