/* The search: people and log, as you type; n and N go on among what was found.
 * Not here: finding (store), the panes it leads to. */
#include "tui/find/search.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/contact_called.h"
#include "filo/store/search.h"
#include "filo/store/store.h"
#include "tui/command.h"
#include "tui/panes/panes.h"
#include "tui/subject.h"
#include "tui/terminal/draw.h"
#include "tui/way.h"
#include "tui/widget/chosen.h"
#include "tui/widget/field.h"
#include "tui/widget/field_draw.h"
#include "tui/widget/heading.h"
#include "tui/widget/list.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#define ROWS_MAX    12
#define FOUND_TYPED (ROWS_MAX + 1) /* while typing: more than there is room for */
#define FOUND_MAX   1000           /* of people, and of entries, once one moves through them */
#define NAME_COLS   20
#define DATE_COLS   12
#define WIDE_COLS   57 /* narrower, a name takes a third and an entry shows no date */

/* Outlives its view: n and N go on in it. */
struct search {
	char *text;
	struct vector findings; /* of struct finding: people, then entries */
	struct list list;       /* of them */
	bool is_whole;          /* else only as many as are shown while typing */
	bool is_cut;            /* there may be more than were looked for */
};

struct search_view {
	struct view view;
	struct field typed;
	bool is_stale; /* the findings are of an earlier text */
};

static void search_drop_findings(struct search *search)
{
	struct finding *finding;

	VECTOR_EACH (finding, &search->findings)
		finding_fini(finding);
	vector_clear(&search->findings);
	list_set_count(&search->list, 0);
}

void search_free(struct search *search)
{
	if (!search)
		return;
	search_drop_findings(search);
	vector_fini(&search->findings);
	free(search->text);
	free(search);
}

static struct finding *search_finding_at(const struct search *search, size_t index)
{
	return index < search->findings.count ? vector_at(&search->findings, index) : NULL;
}

/* A finding in a sentence: who, when, where, and the text. */
static void search_add_words(struct app *app, struct finding *finding, struct strbuf *out)
{
	char date[64];

	person_name_fit(out, finding->name,
		contact_kept_apart(app->store, finding->contact, &finding->apart), INT_MAX);
	if (finding->conversation) {
		date_format_short(finding->day, PRECISION_DAY, app->today, date, sizeof date);
		strbuf_add_format(out, ", %s", date);
	}
	if (finding->label)
		strbuf_add_format(out, ", %s", finding->label);
	if (strcmp(finding->excerpt, finding->name) != 0)
		strbuf_add_format(out, ": %s", finding->excerpt);
}

/* A person found by name is a name; what else was found has beside it where, and the text. */
static void search_draw_columns(void *context, size_t index, struct rect area, enum role role)
{
	const struct app *app = context;
	struct finding *finding = search_finding_at(app->search, index);
	const char *apart = contact_kept_apart(app->store, finding->contact, &finding->apart);
	bool is_wide = area.cols >= WIDE_COLS;
	int name_cols = is_wide ? NAME_COLS : area.cols / 3, col = name_cols + 1;
	struct strbuf name = STRBUF_INIT;
	char date[64];

	if (!finding->conversation && !strcmp(finding->excerpt, finding->name)) {
		col = draw_match(
			area, 0, 0, role, finding->name, finding->match_at, finding->match_len);
		if (*apart)
			draw_format(area, 0, col, ROLE_FAINT, " (%s)", apart);
		return;
	}
	person_name_fit(&name, finding->name, apart, name_cols);
	draw_cell(area, 0, 0, name_cols, role, name.data);
	strbuf_fini(&name);
	if (finding->conversation && is_wide) {
		date_format_short(finding->day, PRECISION_DAY, app->today, date, sizeof date);
		draw_cell(area, 0, col, DATE_COLS - 1, ROLE_FAINT, date);
		col += DATE_COLS;
	}
	if (finding->label) {
		col += draw_text(area, 0, col, ROLE_FAINT, finding->label);
		col += draw_text(area, 0, col, ROLE_FAINT, ": ");
	}
	draw_match(
		area, 0, col, ROLE_TEXT, finding->excerpt, finding->match_at, finding->match_len);
}

/* On the plain screen, where the marked row is heard, it is a sentence. */
static int search_draw_finding(void *context, size_t index, struct rect area, enum role role)
{
	struct app *app = context;
	struct finding *finding = search_finding_at(app->search, index);
	struct strbuf words = STRBUF_INIT;

	if (!draw_is_plain() || index != app->search->list.selected) {
		search_draw_columns(context, index, area, role);
		return 1;
	}
	search_add_words(app, finding, &words);
	int rows = list_draw_words(area, role, words.data, true);
	strbuf_fini(&words);
	return rows;
}

static const struct list_ops list_ops = { .text_col = 2, .draw_tall = search_draw_finding };

static struct search *search_of(struct app *app)
{
	if (!app->search) {
		app->search = memory_new(sizeof *app->search);
		vector_init(&app->search->findings, sizeof(struct finding));
		list_init(&app->search->list, &list_ops, app);
	}
	return app->search;
}

/* Whole, or while typing: no more than is shown. */
static void search_read(struct app *app, struct search *search, bool is_whole)
{
	size_t people = is_whole ? FOUND_MAX : FOUND_TYPED;
	struct error err;

	search_drop_findings(search);
	search->is_whole = is_whole;
	search->is_cut = false;
	if (text_is_blank(search->text))
		return;
	bool is_reading = store_begin_reading(app->store);
	enum status status =
		search_people(app->store, search->text, people, &search->findings, &err);
	size_t found = search->findings.count, entries = is_whole ? FOUND_MAX : people - found;
	if (status == STATUS_OK)
		status = search_log(app->store, search->text, entries, &search->findings, &err);
	if (status != STATUS_OK)
		app_say_error(app, &err);
	search->is_cut = found == people || search->findings.count - found == entries;
	store_end_reading(app->store, is_reading);
	list_set_count(&search->list, search->findings.count);
}

static void search_find(struct app *app, const char *text)
{
	struct search *search = search_of(app);

	memory_replace_string(&search->text, text);
	search_read(app, search, false);
}

/* Reads the rest when the user moves through the results. */
static void search_find_rest(struct app *app, struct search *search)
{
	const struct list before = search->list;

	if (search->is_whole || !search->findings.count)
		return;
	search_read(app, search, true);
	search->list.selected = before.selected;
	search->list.first = before.first;
	search->list.is_moved = before.is_moved;
	list_set_count(&search->list, search->findings.count);
}

static void search_go_to(struct app *app, const struct finding *finding)
{
	if (finding->conversation)
		panes_show_entry(app, finding->contact, finding->conversation);
	else
		panes_show_person(app, finding->contact);
}

/* ---- Typing ---- */

static context_set search_context(const struct view *view)
{
	(void)view;
	return IN_SEARCH;
}

static void search_draw_typed(
	struct search_view *view, const struct search *search, struct rect row)
{
	const struct rect typed = field_draw_behind(&view->typed, row, "/", _("Search"));
	const struct finding *finding = search_finding_at(search, search->list.selected);

	if (finding)
		chosen_tell(&(struct chosen){ &search->list, finding->name, search->is_cut },
			&view->typed, typed);
	else if (!view->is_stale && !text_is_blank(view->typed.text.data))
		chosen_say_none(&view->typed, typed);
}

static void search_draw(struct app *app, struct view *base, struct rect area)
{
	struct search_view *view = (struct search_view *)base;
	struct search *search = search_of(app);
	bool is_blank = text_is_blank(view->typed.text.data);

	int rows = area.rows - 2 < ROWS_MAX ? area.rows - 2 : ROWS_MAX;
	if (rows < 1)
		rows = 1;
	const struct rect box = { area.row + area.rows - rows - 2, area.col, rows + 2, area.cols };
	struct rect list = { box.row + 1, box.col + 1, rows, box.cols - 1 };
	const struct rect field = { box.row + rows + 1, box.col, 1, box.cols };
	draw_blank(box);
	bool is_reading = store_begin_reading(app->store);
	if (search->findings.count)
		list_draw(&search->list, list, true);
	else if (!view->is_stale)
		draw_paragraph((struct rect){ list.row, list.col + 2, list.rows, list.cols - 3 }, 0,
			0, ROLE_FAINT,
			is_blank ? _("Words of a name, a note, or what you talked about")
				 : _("Nothing contains these words"));
	store_end_reading(app->store, is_reading);
	/* What was not looked for is not counted. */
	heading_draw(&(struct heading){ .title = _("Search"),
			     .right = search->is_cut ? _("there is more") : NULL },
		box, 1, search->is_cut ? 0 : search->list.below);
	search_draw_typed(view, search, field);
	if (app_reads_refusal(app) && !search->findings.count)
		draw_cursor(list, 0, 2, true);
}

/* Searches only when no key is waiting. */
static bool search_idle(struct app *app, struct view *base)
{
	struct search_view *view = (struct search_view *)base;

	if (!view->is_stale)
		return false;
	view->is_stale = false;
	search_find(app, view->typed.text.data);
	return true;
}

static void search_move_to(struct app *app, struct search_view *view, enum move move)
{
	search_idle(app, &view->view); /* keys came faster than the last search */
	search_find_rest(app, search_of(app));
	list_move(&search_of(app)->list, move);
}

static void search_accept(struct app *app)
{
	struct search_view *view = (struct search_view *)app->top;
	struct search *search = search_of(app);

	search_idle(app, &view->view);
	search_find_rest(app, search);
	const struct finding *finding = search_finding_at(search, search->list.selected);
	if (!finding) {
		app_ring(app);
		return;
	}
	app_remove(app, &view->view);
	while (app->top->below)
		app_pop(app); /* a card or an entry, if it was opened from there */
	search_go_to(app, finding);
	app_say(app, _("%s next, %s previous, %s clears the search"), way_here(app, "next-match"),
		way_here(app, "previous-match"), way_here(app, "back"));
	app->message_is_beside = true;
}

static void search_answer(struct app *app, struct view *base, const char *text)
{
	struct search_view *view = (struct search_view *)base;

	field_set(&view->typed, text);
	view->is_stale = true;
	search_accept(app);
}

static void search_leave(struct app *app)
{
	search_clear(app);
	app_pop(app);
}

static void search_next(struct app *app)
{
	search_move_to(app, (struct search_view *)app->top, MOVE_DOWN);
}

static void search_previous(struct app *app)
{
	search_move_to(app, (struct search_view *)app->top, MOVE_UP);
}

static void search_move(struct app *app, struct view *base, enum move move)
{
	search_move_to(app, (struct search_view *)base, move);
}

static bool search_type(struct app *app, struct view *base, int key)
{
	struct search_view *view = (struct search_view *)base;

	(void)app;
	if (!field_key(&view->typed, key))
		return false;
	view->is_stale = true;
	return true;
}

static void search_refresh(struct app *app, struct view *base)
{
	(void)app;
	((struct search_view *)base)->is_stale = true;
}

static void search_view_free(struct view *base)
{
	struct search_view *view = (struct search_view *)base;

	field_fini(&view->typed);
	free(view);
}

static const struct view_ops search_ops = {
	.name = "search",
	.context = search_context,
	.draw = search_draw,
	.type = search_type,
	.answer = search_answer,
	.move = search_move,
	.refresh = search_refresh,
	.idle = search_idle,
	.free = search_view_free,
	.is_overlay = true,
};

/* ---- Commands ---- */

static void search_open(struct app *app)
{
	struct search_view *view = memory_new(sizeof *view);

	search_clear(app);
	view->view.ops = &search_ops;
	field_init(&view->typed, "", false);
	app_push(app, &view->view);
}

static void search_step(struct app *app, enum move move)
{
	struct search *search = search_of(app);
	size_t before = search->list.selected;

	if (!search->findings.count) {
		app_refuse(app, _("No search yet: %s starts one"), way_here(app, "search"));
		return;
	}
	list_move(&search->list, move);
	if (search->list.selected == before) {
		app_refuse(app, "%s",
			move == MOVE_DOWN ? _("That was the last") : _("That was the first"));
		return;
	}
	search_go_to(app, search_finding_at(search, search->list.selected));
	app_say(app, _("%zu of %zu for %s"), search->list.selected + 1, search->findings.count,
		search->text);
	app->message_is_beside = true;
}

static void search_next_match(struct app *app)
{
	search_step(app, MOVE_DOWN);
}

static void search_previous_match(struct app *app)
{
	search_step(app, MOVE_UP);
}

bool search_clear(struct app *app)
{
	bool had = app->search && app->search->findings.count;

	search_free(app->search);
	app->search = NULL;
	return had;
}

const struct command search_commands[] = {
	{ "search", "/", IN_PANES | IN_CARD | IN_ENTRY, N_("search people and log"), N_("search"),
		search_open, .takes = &takes_text },
	{ "next-match", "n", IN_PANES, N_("next match of the search"), NULL, search_next_match },
	{ "previous-match", "N", IN_PANES, N_("previous match of the search"), NULL,
		search_previous_match },
	{ "go-to-finding", "Enter", IN_SEARCH, N_("go to the selected match"), N_("go there"),
		search_accept },
	{ "next-finding", "Tab", IN_SEARCH, N_("the next match"), N_("next"), search_next },
	{ "previous-finding", "Shift-Tab", IN_SEARCH, N_("the previous match"), NULL,
		search_previous },
	{ "leave-search", "Esc", IN_SEARCH, N_("leave the search and clear it"), N_("leave"),
		search_leave },
	{ 0 },
};
