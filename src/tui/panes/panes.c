/* The bottom view: the panes, which of them has the focus, and who is shown.
 * Not here: what each pane shows (its own file), where they go (layout.c). */
#include "tui/panes/panes.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"
#include "filo/store/store.h"
#include "tui/command.h"
#include "tui/panes/contacts_pane.h"
#include "tui/panes/detail_pane.h"
#include "tui/panes/due_pane.h"
#include "tui/panes/header.h"
#include "tui/panes/layout.h"
#include "tui/panes/log_pane.h"
#include "tui/panes/marks.h"
#include "tui/panes/title.h"
#include "tui/panes/was_selected.h"

#include <stdlib.h>

/* Where one was before a jump. */
struct place {
	enum pane_id focus, list;
	contact_id person;
	conversation_id entry; /* in the log; 0: none */
};

struct panes {
	struct view view;
	struct pane *panes[PANES];
	struct pane *detail;
	enum pane_id focus;
	enum pane_id list;   /* the list that says whose log is shown */
	struct place before; /* person 0: there was no jump */
	struct was_selected was_selected;
	struct layout layout; /* as drawn last */
	bool is_zoomed;
	bool is_wide; /* the detail column shows, as drawn last */
	char *slot;   /* what is said of the time carved out today; NULL: none */
};

static struct panes *panes_of(const struct view *view)
{
	return (struct panes *)view; /* the view is its first member */
}

static contact_id panes_person_of(const struct panes *panes)
{
	const struct pane *list = panes->panes[panes->list];

	return list->ops->person(list);
}

/* After anything that may have moved the selection. */
static void panes_follow(struct panes *panes)
{
	contact_id person = panes_person_of(panes);

	log_pane_want(panes->panes[PANE_LOG], person);
	detail_pane_want(panes->detail, person);
}

static context_set panes_context(const struct view *view)
{
	static const context_set contexts[PANES] = { IN_DUE, IN_CONTACTS, IN_LOG };

	return contexts[panes_of(view)->focus];
}

/* How many are marked, for the title of the list that says whose log is shown. */
static void panes_add_marks(const struct app *app, const struct pane *pane, struct strbuf *marks)
{
	const struct panes *panes = app->panes;

	if (pane == panes->panes[panes->list])
		marks_add_title(&app->marked, app->range_from, marks);
}

static void draw_pane(struct app *app, struct pane *pane, struct rect area, bool has_focus)
{
	struct strbuf marks = STRBUF_INIT;

	if (area.rows <= 0)
		return;
	panes_add_marks(app, pane, &marks);
	pane->ops->draw(app, pane, title_draw_limit(pane, area, marks.data), has_focus);
	title_draw(
		pane, area, has_focus, marks.data); /* what it says is for the width just drawn */
	strbuf_fini(&marks);
}

static void draw_frame(const struct layout *layout)
{
	const struct rect *log = &layout->panes[PANE_LOG];
	const struct rect *contacts = &layout->panes[PANE_CONTACTS];
	const struct rect bar = { log->row, layout->bar_col, log->rows, 1 };

	if (layout->bar_col < 0 || draw_is_plain())
		return;
	draw_bar(bar, 0);
	draw_text(bar, 0, 0, ROLE_FAINT, draw_glyph(GLYPH_CORNER));
	draw_text(bar, contacts->row - log->row, 0, ROLE_FAINT, draw_glyph(GLYPH_TEE_LEFT));
	if (layout->detail_bar_col < 0)
		return;
	const struct rect detail_bar = { log->row, layout->detail_bar_col, log->rows, 1 };
	draw_bar(detail_bar, 0);
	draw_text(detail_bar, 0, 0, ROLE_FAINT, draw_glyph(GLYPH_CORNER));
}

static void panes_draw(struct app *app, struct view *view, struct rect area)
{
	struct panes *panes = panes_of(view);
	struct layout *layout = &panes->layout;
	struct pane *due = panes->panes[PANE_DUE];

	/* A screen reader reads line by line, which would mix panes that stand side by side. */
	bool is_single = panes->is_zoomed || draw_is_plain();
	layout_compute(layout, area, 0, panes->focus, is_single);
	/* How many rows it has depends on its width, and that only on the screen's. */
	if (layout->panes[PANE_DUE].rows > 0) {
		struct strbuf marks = STRBUF_INIT;
		int cols = layout->panes[PANE_DUE].cols;
		panes_add_marks(app, due, &marks);
		due_pane_fit(app, due, cols);
		int rows = due_pane_rows(due) + title_limit_rows(due, cols, marks.data);
		layout_compute(layout, area, rows, panes->focus, is_single);
		strbuf_fini(&marks);
	}
	panes->is_wide = layout->detail.rows > 0;
	header_draw(app, layout->header, due_pane_count(due), panes->slot);
	draw_frame(layout);
	/* The one with the focus last: the cursor rests there. */
	for (int i = 0; i < PANES; i++)
		if (i != (int)panes->focus)
			draw_pane(app, panes->panes[i], layout->panes[i], false);
	draw_pane(app, panes->detail, layout->detail, false);
	draw_pane(app, panes->panes[panes->focus], layout->panes[panes->focus], true);
}

/* When the last due person is done, they are selected among the contacts instead. */
static void leave_empty_due(struct app *app, struct panes *panes, contact_id last)
{
	if (panes->list != PANE_DUE || panes_person_of(panes) ||
		limit_is_set(&panes->panes[PANE_DUE]->limit))
		return;
	panes->list = PANE_CONTACTS;
	if (panes->focus == PANE_DUE)
		panes->focus = PANE_CONTACTS;
	if (last)
		contacts_pane_go(app, panes->panes[PANE_CONTACTS], last);
}

static void panes_refresh(struct app *app, struct view *view)
{
	struct panes *panes = panes_of(view);
	contact_id before = panes_person_of(panes);
	bool has_noted = was_selected_note(&panes->was_selected, app->store, before);

	for (int i = 0; i < PANES; i++)
		limit_keep_up(app->store, &panes->panes[i]->limit);
	/* Who is due comes first: on a new day that brings what is kept up to date. */
	panes->panes[PANE_DUE]->ops->refresh(app, panes->panes[PANE_DUE]);
	header_read_slot(app, &panes->slot);
	marks_refresh(app);
	bool is_reading = store_begin_reading(app->store);
	panes->panes[PANE_CONTACTS]->ops->refresh(app, panes->panes[PANE_CONTACTS]);
	panes->panes[PANE_LOG]->ops->refresh(app, panes->panes[PANE_LOG]);
	panes->detail->ops->refresh(app, panes->detail);
	store_end_reading(app->store, is_reading);
	leave_empty_due(app, panes, before);
	if (has_noted)
		was_selected_settle(&panes->was_selected, panes_person_of(panes));
	panes_follow(panes);
}

static struct place place_of(const struct panes *panes)
{
	const struct log_choice choice = log_pane_choice(panes->panes[PANE_LOG]);

	return (struct place){ panes->focus, panes->list, panes_person_of(panes),
		panes->focus == PANE_LOG ? choice.conversation : 0 };
}

/* On the lines below the people somebody is shown, but nobody is marked. */
static contact_id panes_subject(const struct view *view)
{
	const struct panes *panes = panes_of(view);
	bool is_on_person =
		panes->focus != PANE_DUE || due_pane_is_on_person(panes->panes[PANE_DUE]);

	return is_on_person ? panes_person_of(panes) : 0;
}

/* What is selected in the log, when that has the focus. */
static struct log_choice panes_choice(const struct view *view)
{
	const struct panes *panes = panes_of(view);

	if (panes->focus != PANE_LOG)
		return (struct log_choice){ 0 };
	return log_pane_choice(panes->panes[PANE_LOG]);
}

static bool idle_pane(struct app *app, struct pane *pane)
{
	return pane->ops->idle && pane->ops->idle(app, pane);
}

/* One slow thing at a time, so that a key waits for no more than one of them. */
static bool panes_idle(struct app *app, struct view *view)
{
	struct panes *panes = panes_of(view);
	bool is_reading = store_begin_reading(app->store);
	bool has_more = idle_pane(app, panes->panes[PANE_LOG]) ||
			(panes->is_wide && idle_pane(app, panes->detail)) ||
			idle_pane(app, panes->panes[PANE_CONTACTS]);

	store_end_reading(app->store, is_reading);
	return has_more;
}

static void panes_move(struct app *app, struct view *view, enum move move)
{
	struct panes *panes = panes_of(view);
	struct pane *pane = panes->panes[panes->focus];
	/* Who is due may be judged anew, and that kept. */
	bool is_reading = panes->focus != PANE_DUE && store_begin_reading(app->store);

	struct place before = place_of(panes);
	pane->ops->move(app, pane, move);
	store_end_reading(app->store, is_reading);
	if (move == MOVE_FIRST || move == MOVE_LAST)
		panes->before = before;
	leave_empty_due(app, panes, before.person);
	panes_follow(panes);
}

static void panes_focus(struct app *app, enum pane_id pane)
{
	app->panes->focus = pane;
	if (pane != PANE_LOG)
		app->panes->list = pane;
	if (app->panes->list != PANE_DUE)
		due_pane_leave(app->panes->panes[PANE_DUE]);
	panes_follow(app->panes);
	if (pane == PANE_LOG) /* for the keys that wait already */
		idle_pane(app, app->panes->panes[PANE_LOG]);
}

/* The pane that stands there; PANES: none. */
static enum pane_id panes_pane_at(const struct panes *panes, int row, int col)
{
	int id = 0;

	while (id < PANES && !rect_has(panes->layout.panes[id], row, col))
		id++;
	return (enum pane_id)id;
}

static void panes_point(struct app *app, struct view *view, int row, int col)
{
	enum pane_id id = panes_pane_at(panes_of(view), row, col);

	if (id != PANES)
		panes_focus(app, id);
}

/* Of the pane under it, which need not have the focus. */
static void panes_wheel(struct app *app, struct view *view, int row, int col, enum move move)
{
	struct panes *panes = panes_of(view);
	enum pane_id id = panes_pane_at(panes, row, col);

	if (id == PANES)
		return;
	contact_id before = panes_person_of(panes);
	panes->panes[id]->ops->move(app, panes->panes[id], move);
	leave_empty_due(app, panes, before);
	panes_follow(panes);
}

static void panes_free(struct view *view)
{
	struct panes *panes = panes_of(view);

	for (int i = 0; i < PANES; i++)
		panes->panes[i]->ops->free(panes->panes[i]);
	panes->detail->ops->free(panes->detail);
	was_selected_fini(&panes->was_selected);
	free(panes->slot);
	free(panes);
}

static const struct view_ops panes_view_ops = {
	.name = "panes",
	.context = panes_context,
	.draw = panes_draw,
	.move = panes_move,
	.point = panes_point,
	.wheel = panes_wheel,
	.refresh = panes_refresh,
	.subject = panes_subject,
	.choice = panes_choice,
	.idle = panes_idle,
	.free = panes_free,
};

struct view *panes_view(struct app *app)
{
	struct panes *panes = memory_new(sizeof *panes);

	panes->view.ops = &panes_view_ops;
	was_selected_init(&panes->was_selected);
	panes->panes[PANE_DUE] = due_pane_new(app);
	panes->panes[PANE_CONTACTS] = contacts_pane_new(app);
	panes->panes[PANE_LOG] = log_pane_new(app);
	panes->detail = detail_pane_new(app);
	app->panes = panes;
	vector_init(&app->marked, sizeof(contact_id));
	vector_init(&app->deleted, sizeof(contact_id));
	return &panes->view;
}

void panes_load(struct app *app)
{
	struct panes *panes = app->panes;

	panes_refresh(app, &panes->view);
	panes_idle(app, &panes->view);
}

static void panes_open(struct app *app)
{
	struct pane *pane = app->panes->panes[app->panes->focus];
	const char *command = pane->ops->open(app, pane);

	if (command)
		command_run(app, command);
	panes_follow(app->panes);
}

static void panes_focus_next(struct app *app, int by)
{
	panes_focus(app, (enum pane_id)(((int)app->panes->focus + by + PANES) % PANES));
}

static void panes_zoom(struct app *app)
{
	struct panes *panes = app->panes;

	if (draw_is_plain())
		app_say(app, "%s", _("On the plain screen each pane is whole already"));
	else if (panes->layout.is_single && !panes->is_zoomed)
		app_say(app, "%s", _("On so small a screen each pane is whole already"));
	else
		panes->is_zoomed = !panes->is_zoomed;
}

void panes_back(struct app *app)
{
	struct panes *panes = app->panes;

	if (panes->is_zoomed)
		panes->is_zoomed = false;
	else if (panes->focus != PANE_LOG && marks_clear(app))
		return;
	else if (limit_is_set(&panes->panes[panes->focus]->limit))
		panes_limit(app, &(struct limit){ 0 });
	else if (panes->focus == PANE_LOG)
		panes_focus(app, panes->list);
	else if (contacts_pane_is_filtered(panes->panes[PANE_CONTACTS]))
		panes_show_let_go(app, false);
}

void panes_show_person(struct app *app, contact_id id)
{
	if (was_selected_note(&app->panes->was_selected, app->store, panes_person(app)))
		was_selected_follow(&app->panes->was_selected, id);
	app->panes->before = place_of(app->panes);
	contacts_pane_go(app, app->panes->panes[PANE_CONTACTS], id);
	panes_focus(app, PANE_CONTACTS);
}

void panes_show_entry(struct app *app, contact_id person, conversation_id id)
{
	panes_show_person(app, person);
	log_pane_go(app, app->panes->panes[PANE_LOG], person, id);
	panes_focus(app, PANE_LOG);
}

void panes_mark(struct app *app, contact_id id)
{
	struct panes *panes = app->panes;

	if (panes->list == PANE_CONTACTS)
		contacts_pane_mark(panes->panes[PANE_CONTACTS], id);
	else
		due_pane_mark(panes->panes[PANE_DUE], id);
	panes_follow(panes);
}

void panes_mark_row_at(struct app *app, int64_t change, bool is_after)
{
	log_pane_mark_at(app->panes->panes[PANE_LOG], change, is_after);
}

/* The title that tells it is not heard, and the same person may be marked as before. */
static void panes_say_limit(struct app *app, const struct limit *limit)
{
	struct strbuf said = STRBUF_INIT;

	if (limit_is_set(limit)) {
		limit_describe(limit, false, &said);
		app_say(app, _("Only %s"), said.data);
	} else {
		app_say(app, "%s", _("Not limited any more"));
	}
	strbuf_fini(&said);
}

static void panes_set_limit(struct app *app, enum pane_id id, struct limit *limit)
{
	struct pane *pane = app->panes->panes[id];
	bool had_limit = limit_is_set(&pane->limit);

	limit_fini(&pane->limit);
	pane->limit = *limit;
	*limit = (struct limit){ 0 };
	pane->ops->limited(app, pane);
	panes_focus(app, id);
	if (draw_is_plain() && (had_limit || limit_is_set(&pane->limit)) && panes_person(app))
		panes_say_limit(app, &pane->limit);
}

void panes_limit(struct app *app, struct limit *limit)
{
	panes_set_limit(app, app->panes->focus, limit);
}

void panes_limit_contacts(struct app *app, struct limit *limit)
{
	panes_set_limit(app, PANE_CONTACTS, limit);
}

const char *panes_limit_typed(const struct app *app)
{
	const struct pane *pane = app->panes->panes[app->panes->focus];

	return limit_is_set(&pane->limit) ? pane->limit.typed : "";
}

const struct limit *panes_contacts_limit(const struct app *app)
{
	return &app->panes->panes[PANE_CONTACTS]->limit;
}

enum status panes_list_people(struct app *app, struct vector *ids, struct error *err)
{
	struct pane *pane = app->panes->panes[app->panes->focus];

	return pane->ops->people(app, pane, ids, err);
}

contact_id panes_person(const struct app *app)
{
	return panes_person_of(app->panes);
}

contact_id panes_person_at(const struct app *app, int64_t change, bool is_after)
{
	return was_selected_at(&app->panes->was_selected, change, is_after);
}

enum pane_id panes_focused(const struct app *app)
{
	return app->panes->focus;
}

void panes_show_let_go(struct app *app, bool is_shown)
{
	panes_limit_contacts(app, &(struct limit){ 0 });
	contacts_pane_show_let_go(app->panes->panes[PANE_CONTACTS], is_shown);
	panes_follow(app->panes);
}

void panes_order(struct app *app, enum contact_order order)
{
	contacts_pane_order(app->panes->panes[PANE_CONTACTS], order);
	panes_focus(app, PANE_CONTACTS);
}

void panes_show_limited(
	struct app *app, enum pane_id pane, struct limit *limit, enum contact_order order)
{
	if (pane == PANE_CONTACTS)
		contacts_pane_order(app->panes->panes[PANE_CONTACTS], order);
	panes_set_limit(app, pane, limit);
}

enum contact_order panes_ordered(const struct app *app)
{
	return contacts_pane_ordered(app->panes->panes[PANE_CONTACTS]);
}

/* To where one was before the last jump; and from there back again. */
static void panes_return(struct app *app)
{
	struct panes *panes = app->panes;
	struct place before = panes->before;

	if (!before.person) {
		app_refuse(app, "%s", _("There is nowhere to go back to yet"));
		return;
	}
	panes->before = place_of(panes);
	panes_focus(app, before.list);
	if (before.list == PANE_CONTACTS)
		contacts_pane_go(app, panes->panes[PANE_CONTACTS], before.person);
	panes_mark(app, before.person);
	panes_focus(app, before.focus);
	if (before.entry)
		log_pane_go(app, panes->panes[PANE_LOG], before.person, before.entry);
	else if (before.focus == PANE_LOG)
		panes->panes[PANE_LOG]->ops->move(app, panes->panes[PANE_LOG], MOVE_FIRST);
}

/* ---- Commands ---- */

static void panes_focus_following(struct app *app)
{
	panes_focus_next(app, 1);
}

static void panes_focus_preceding(struct app *app)
{
	panes_focus_next(app, -1);
}

static void panes_focus_due(struct app *app)
{
	panes_focus(app, PANE_DUE);
}

static void panes_focus_contacts(struct app *app)
{
	panes_focus(app, PANE_CONTACTS);
}

static void panes_focus_log(struct app *app)
{
	panes_focus(app, PANE_LOG);
}

const struct command panes_commands[] = {
	{ "open", "Enter Right", IN_PANES, N_("open the person, or the entry in full"), NULL,
		panes_open },
	{ "next-pane", "Tab", IN_PANES, N_("next pane"), N_("pane"), panes_focus_following },
	{ "previous-pane", "Shift-Tab", IN_PANES, N_("previous pane"), NULL,
		panes_focus_preceding },
	{ "due", "1", IN_PANES, N_("to the people due today"), NULL, panes_focus_due },
	{ "contacts", "2", IN_PANES, N_("to the contacts"), NULL, panes_focus_contacts },
	{ "log", "3", IN_PANES, N_("to the conversation log"), NULL, panes_focus_log },
	{ "return", "Ctrl-o '", IN_PANES, N_("to where you were before a jump"), NULL,
		panes_return },
	{ "zoom", "z", IN_PANES, N_("this pane on the whole screen, and back"), NULL, panes_zoom },
	{ 0 },
};
