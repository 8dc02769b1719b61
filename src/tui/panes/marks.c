/* People who are marked in the lists: one by one, a range, all that are shown.
 * Not here: acting on them (person/marked.c). */
#include "tui/panes/marks.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/store/contact_called.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "tui/command.h"
#include "tui/form/prompt.h"
#include "tui/panes/panes.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <limits.h>
#include <string.h>

const struct mark_commands mark_commands_of_panes = { "mark", "mark-range", "mark-all" };

void marks_draw_name(const struct vector *marked, int64_t id, const char *name, struct rect row,
	struct strbuf *out)
{
	bool is_marked = vector_has(marked, &id);

	if (is_marked && draw_is_plain())
		/* Translators: a name in a list, of somebody who is marked. */
		strbuf_add_format(out, _("marked: %s"), name);
	else
		strbuf_add(out, name);
	if (is_marked && !draw_is_plain())
		draw_text((struct rect){ row.row, row.col - 1, row.rows, 1 }, 0, 0, ROLE_KEY, "*");
}

int marks_draw_person(const struct app *app, const struct listed_person *person, struct rect area,
	enum role role, struct list_line line)
{
	struct strbuf name = STRBUF_INIT, shown = STRBUF_INIT;
	bool is_plain = draw_is_plain(), is_cut;

	if (!is_plain && area.rows <= 0)
		return 1;
	person_name_fit(&name, person->name,
		contact_kept_apart(app->store, person->id, person->apart),
		is_plain ? INT_MAX : list_line_cols(area, &line));
	marks_draw_name(&app->marked, person->id, name.data, area, &shown);
	line.text = shown.data;
	int rows = is_plain ? list_line_draw_whole(area, role, &line, INT_MAX, &is_cut) : 1;
	if (!is_plain)
		list_line_draw(area, role, &line);
	strbuf_fini(&shown);
	strbuf_fini(&name);
	return rows;
}

void marks_add_title(const struct vector *marked, int64_t range_from, struct strbuf *out)
{
	size_t count = marked->count;

	if (count && range_from)
		/* Translators: people who are marked, and a range of them that has begun and waits
		 * for its end, in a title; at most 14 columns. */
		strbuf_add_format(out, NP_("%zu and a range", "%zu and a range", count), count);
	else if (count)
		/* Translators: people who are marked, in a title; at most 14 columns. */
		strbuf_add_format(out, NP_("%zu marked", "%zu marked", count), count);
	else if (range_from)
		/* Translators: a range of people has begun and waits for its end, in a title; at
		 * most 14 columns. */
		strbuf_add(out, _("range open"));
}

size_t marks_hidden(struct app *app)
{
	struct vector ids = VECTOR_INIT(contact_id);
	const contact_id *id;
	size_t hidden = 0;

	if (!app->marked.count)
		return 0;
	if (panes_list_people(app, &ids, NULL) != STATUS_OK)
		vector_clear(&ids);
	contact_ids_sort(&ids);
	VECTOR_EACH (id, &app->marked)
		hidden += !contact_ids_have(&ids, *id);
	vector_fini(&ids);
	return hidden;
}

void marks_tell(const struct vector *marked, size_t hidden, struct strbuf *out)
{
	marks_add_title(marked, 0, out);
	if (hidden)
		strbuf_add_format(out,
			/* Translators: behind "6 marked": of those who are marked. */
			NP_(", %zu of them not shown", ", %zu of them not shown", hidden), hidden);
}

void marks_ask(struct app *app, const struct marks_question *question)
{
	const struct mark_commands *names = question->commands;
	struct strbuf text = STRBUF_INIT;

	if (!question->marked->count) {
		app_refuse(app, _("Nobody is marked: %s marks, %s a range, %s all shown"),
			way_here(app, names->one), way_here(app, names->range),
			way_here(app, names->all));
		return;
	}
	marks_tell(question->marked, question->hidden, &text);
	strbuf_add_format(&text, ": %s", question->choices);
	app_push(app, ask_view(text.data, question->keys, question->answer, NULL));
	strbuf_fini(&text);
}

/* Those who are there, or are not. */
static void move_marks(struct app *app, struct vector *from, struct vector *to, bool are_there)
{
	for (size_t i = from->count; i-- > 0;) {
		contact_id id = *(contact_id *)vector_at(from, i);
		if ((contact_version(app->store, id) != 0) != are_there)
			continue;
		vector_push(to, &id);
		vector_remove(from, i);
	}
}

void marks_refresh(struct app *app)
{
	move_marks(app, &app->deleted, &app->marked, true);
	move_marks(app, &app->marked, &app->deleted, false);
}

bool marks_clear(struct app *app)
{
	bool had = app->marked.count > 0 || app->range_from;

	vector_clear(&app->marked);
	if (had)
		vector_clear(&app->deleted);
	app->range_from = 0;
	return had;
}

static bool marks_is_same(struct store *here, struct store *there, contact_id id)
{
	struct contact one, other;

	if (contact_load(here, id, &one, NULL) != STATUS_OK)
		return false;
	bool is_same = contact_load(there, id, &other, NULL) == STATUS_OK;
	if (is_same) {
		is_same = one.uid && other.uid && !strcmp(one.uid, other.uid);
		contact_fini(&other);
	}
	contact_fini(&one);
	return is_same;
}

void marks_keep_same(struct app *app, struct store *fresh)
{
	for (size_t i = app->marked.count; i-- > 0;)
		if (!marks_is_same(app->store, fresh, *(contact_id *)vector_at(&app->marked, i)))
			vector_remove(&app->marked, i);
	vector_clear(&app->deleted);
	app->range_from = 0;
}

void marks_put(struct vector *marked, int64_t id, bool is_marked)
{
	if (is_marked && !vector_has(marked, &id))
		vector_push(marked, &id);
	for (size_t i = marked->count; !is_marked && i-- > 0;)
		if (*(int64_t *)vector_at(marked, i) == id)
			vector_remove(marked, i);
}

/* Who was marked for something else, and is deleted, does not come back among these. */
static void marks_begin(struct app *app)
{
	if (!app->marked.count)
		vector_clear(&app->deleted);
}

void marks_go_on(struct app *app)
{
	if (!draw_is_plain())
		app->top->ops->move(app, app->top, MOVE_DOWN);
}

void marks_say(struct app *app, const struct vector *marked)
{
	struct strbuf said = STRBUF_INIT;

	marks_add_title(marked, 0, &said);
	if (draw_is_plain() && said.len)
		app_say(app, "%s", said.data);
	strbuf_fini(&said);
}

static void marks_toggle(struct app *app)
{
	contact_id id = person_needed(app);

	if (!id)
		return;
	marks_begin(app);
	marks_put(&app->marked, id, !vector_has(&app->marked, &id));
	marks_go_on(app);
}

/* Of `ids` those between two, in either direction, with both. */
static void marks_put_between(
	struct vector *marked, const struct vector *ids, int64_t from, int64_t to)
{
	const int64_t *id;
	bool is_within = false;

	VECTOR_EACH (id, ids) {
		bool is_end = *id == from || *id == to;
		if (is_end || is_within)
			marks_put(marked, *id, true);
		if (is_end && from != to)
			is_within = !is_within;
	}
}

void marks_range_to(struct app *app, struct vector *marked, int64_t *from, const struct vector *ids,
	int64_t id, const struct mark_commands *names)
{
	bool is_end = *from && vector_has(ids, from);

	if (is_end) {
		marks_put_between(marked, ids, *from, id);
		marks_say(app, marked);
	} else {
		app_say(app, _("From here: %s marks up to where it is pressed next"),
			way_here(app, names->range));
	}
	*from = is_end ? 0 : id;
}

static bool list_people(struct app *app, struct vector *ids)
{
	struct error err;

	if (panes_list_people(app, ids, &err) == STATUS_OK)
		return true;
	app_say_error(app, &err);
	return false;
}

static void marks_range(struct app *app)
{
	contact_id id = person_needed(app);
	struct vector ids = VECTOR_INIT(contact_id);

	marks_begin(app);
	if (id && list_people(app, &ids))
		marks_range_to(
			app, &app->marked, &app->range_from, &ids, id, &mark_commands_of_panes);
	vector_fini(&ids);
}

void marks_close_range(struct app *app)
{
	if (!app->range_from || !(app->top->ops->context(app->top) & IN_PEOPLE))
		return;
	marks_range(app);
	app->range_from = 0;
}

static void marks_all(struct app *app)
{
	struct vector ids = VECTOR_INIT(contact_id);
	const contact_id *id;

	marks_begin(app);
	if (list_people(app, &ids)) {
		/* At once where nobody is: looking for each among them takes long for thousands. */
		bool are_new = !app->marked.count;
		VECTOR_EACH (id, &ids) {
			if (are_new)
				vector_push(&app->marked, id);
			else
				marks_put(&app->marked, *id, true);
		}
		marks_say(app, &app->marked);
	}
	vector_fini(&ids);
}

const struct command marks_commands[] = {
	{ "mark", "Space", IN_PEOPLE, N_("mark this person, or not any more"), NULL, marks_toggle },
	{ "mark-range", "V", IN_PEOPLE, N_("mark from here to where it is pressed again"), NULL,
		marks_range },
	{ "mark-all", "*", IN_PEOPLE, N_("mark all that are shown"), NULL, marks_all },
	{ 0 },
};
