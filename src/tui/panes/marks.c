/* People who are marked in the lists: one by one, a range, all that are shown.
 * Not here: acting on them (person/marked.c). */
#include "tui/panes/marks.h"

#include "filo/base/i18n.h"
#include "filo/store/contacts.h"
#include "tui/command.h"
#include "tui/panes/panes.h"
#include "tui/subject.h"

void marks_draw(const struct app *app, contact_id id, struct rect row)
{
	if (vector_has(&app->marked, &id))
		draw_text((struct rect){ row.row, row.col - 1, 1, 1 }, 0, 0, ROLE_KEY, "*");
}

void marks_add_title(const struct app *app, struct strbuf *out)
{
	size_t count = app->marked.count;

	if (count)
		/* Translators: people who are marked, in a title; at most 14 columns. */
		strbuf_add_format(out, NP_("%zu marked", "%zu marked", count), count);
}

void marks_refresh(struct app *app)
{
	for (size_t i = app->marked.count; i-- > 0;)
		if (!contact_version(app->store, *(contact_id *)vector_at(&app->marked, i)))
			vector_remove(&app->marked, i);
}

bool marks_clear(struct app *app)
{
	bool had = app->marked.count > 0 || app->range_from;

	vector_clear(&app->marked);
	app->range_from = 0;
	return had;
}

static void mark(struct app *app, contact_id id)
{
	if (!vector_has(&app->marked, &id))
		vector_push(&app->marked, &id);
}

static void unmark(struct app *app, contact_id id)
{
	for (size_t i = 0; i < app->marked.count; i++)
		if (*(contact_id *)vector_at(&app->marked, i) == id)
			vector_remove(&app->marked, i--);
}

/* Then the next one is selected, so that a held key marks on. */
static void marks_toggle(struct app *app)
{
	contact_id id = person_needed(app);

	if (!id)
		return;
	if (vector_has(&app->marked, &id))
		unmark(app, id);
	else
		mark(app, id);
	app->top->ops->move(app, app->top, MOVE_DOWN);
}

/* Of these those between two, in either direction, with both. */
static void mark_between(struct app *app, const struct vector *ids, contact_id from, contact_id to)
{
	const contact_id *id;
	bool is_within = false;

	VECTOR_EACH (id, ids) {
		bool is_end = *id == from || *id == to;
		if (is_end || is_within)
			mark(app, *id);
		if (is_end && from != to)
			is_within = !is_within;
	}
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
	contact_id id = person_needed(app), from = app->range_from;
	struct vector ids = VECTOR_INIT(contact_id);

	if (!id)
		return;
	app->range_from = from ? 0 : id;
	if (!from)
		app_say(app, "%s", _("From here: V marks up to where it is pressed next"));
	else if (list_people(app, &ids) && vector_has(&ids, &from))
		mark_between(app, &ids, from, id);
	else
		app_say(app, "%s", _("Where the range began is not in this list: V begins anew"));
	vector_fini(&ids);
}

static void marks_all(struct app *app)
{
	struct vector ids = VECTOR_INIT(contact_id);
	const contact_id *id;

	if (list_people(app, &ids)) {
		/* At once where nobody is: looking for each among them takes long for thousands. */
		bool are_new = !app->marked.count;
		VECTOR_EACH (id, &ids) {
			if (are_new)
				vector_push(&app->marked, id);
			else
				mark(app, *id);
		}
	}
	vector_fini(&ids);
}

const struct command marks_commands[] = {
	{ "mark", "Space", IN_PEOPLE, N_("mark this person, or not any more; ; acts on the marked"),
		NULL, marks_toggle },
	{ "mark-range", "V", IN_PEOPLE, N_("mark from here to where it is pressed again"), NULL,
		marks_range },
	{ "mark-all", "*", IN_PEOPLE, N_("mark all that are shown"), NULL, marks_all },
	{ 0 },
};
