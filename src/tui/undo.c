/* Taking back the latest change, and bringing it back.
 * Not here: how changes are kept (store). */
#include "tui/command.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/words/duration.h"
#include "filo/store/draft.h"
#include "filo/store/undo.h"
#include "tui/form/prompt.h"
#include "tui/long_work.h"
#include "tui/panes/panes.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

/* `change`: its record. */
static void undo_say_done(struct app *app, enum status status, const struct error *err,
	const char *format, char *label, int64_t change, bool is_redone)
{
	if (status != STATUS_OK) {
		long_work_say_failure(app, err);
		return;
	}
	/* Of several the one who is selected, unless another was when it was done. */
	contact_id then = panes_person_at(app, change, is_redone);
	contact_id about = then ? then : undo_returned(app->store, panes_person(app));
	app_refresh(app);
	if (about)
		panes_mark(app, about);
	panes_mark_row_at(app, change, is_redone);
	app_say(app, format, label, way_here(app, is_redone ? "undo" : "redo"));
	free(label);
}

static void undo_look_on(struct app *app, const struct undo_choice *refused);

static void undo_this(struct app *app, const struct undo_choice *choice)
{
	struct long_work work;
	char *label = NULL;
	struct error err;

	long_work_begin(&work, app, _("Undoing a large change. Esc stops it"));
	enum status status = undo_one(app->store, choice->id, &label, &err);
	long_work_end(&work);
	if (status == STATUS_CONFLICT)
		undo_look_on(app, &(struct undo_choice){ .id = choice->id, .passed = err.message });
	else
		undo_say_done(app, status, &err,
			/* Translators: %s is what was done, such as "log with Ana". */
			choice->is_large ? _("Undone: %s") : _("Undone: %s. %s redoes it"), label,
			choice->id, false);
}

static void drop_elsewhere(void *context)
{
	undo_next_fini(context);
	free(context);
}

static void answer_elsewhere(struct app *app, void *context, int key)
{
	struct undo_next *next = context;

	if (key == 'y')
		undo_this(app, &next->latest);
	else if (key == 'm')
		undo_this(app, &next->own);
	drop_elsewhere(next);
}

/* Of two that are called alike: whose each is, and of when. */
static void undo_tell_apart(struct strbuf *question, const struct undo_next *next, day_number today)
{
	char latest[64], own[64];

	when_relative(next->latest.day, today, latest, sizeof latest);
	when_relative(next->own.day, today, own, sizeof own);
	strbuf_add_format(question,
		/* Translators: keys y, m and n stay as they are; %s is when, such as "today". */
		_("y undoes that one, of another program (%s), m undoes yours, made here before "
		  "it (%s), n neither"),
		latest, own);
}

/* What asks before an undo: what was passed, and that it was not made here. */
static void undo_question(struct strbuf *question, const struct undo_next *next, day_number today)
{
	const struct undo_choice *latest = &next->latest;
	bool is_own = latest->id == next->own.id;

	if (latest->passed)
		strbuf_add_format(question, "%s.\n", latest->passed);
	if (is_own || latest->passed)
		strbuf_add_format(question, _("Before that came: %s"), latest->label);
	else
		strbuf_add_format(
			question, _("The latest change was not made here: %s"), latest->label);
	strbuf_add_char(question, '\n');
	if (next->own.id && !is_own && !strcmp(latest->label, next->own.label))
		undo_tell_apart(question, next, today);
	else if (next->own.id && !is_own)
		/* Translators: the keys y, m and n stay as they are. */
		strbuf_add_format(question, _("y undoes it, m undoes yours (%s), n neither"),
			next->own.label);
	else
		strbuf_add(question, _("Undo it?"));
}

/* Another program has done something since, or this one when it was started last, or what was done
 * last cannot be undone. */
static void undo_ask(struct app *app, struct undo_next *next)
{
	struct strbuf question = STRBUF_INIT;
	struct undo_next *kept = memory_new(sizeof *kept);
	bool has_own = next->own.id && next->own.id != next->latest.id;

	*kept = *next;
	undo_question(&question, next, app->today);
	app_push(app, ask_view_owning(question.data, has_own ? "y m n" : "y n", answer_elsewhere,
			      kept, drop_elsewhere));
	strbuf_fini(&question);
}

/* NULL: there is nothing at all. */
static void undo_say_none(struct app *app, const char *passed, const char *nothing)
{
	app_refuse(app, "%s", passed ? passed : nothing);
}

static void bring_back_draft(struct app *app)
{
	struct error err;

	app->has_thrown = false;
	if (draft_bring_back(app->store, NULL, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	app_say(app, "%s", _("The draft is back: the command drafts lists it"));
}

/* `refused`: what was asked for before, its rows changed otherwise since, or something hanging on
 * them; NULL: nothing. It bars nothing that came before it. */
static void undo_look_on(struct app *app, const struct undo_choice *refused)
{
	struct undo_next next;
	struct error err;

	if (undo_look(app->store, refused, &next, &err) != STATUS_OK) {
		app_say_error(app, &err);
	} else if (!next.latest.id) {
		undo_say_none(app, next.latest.passed, _("There is nothing to undo"));
		undo_next_fini(&next);
	} else if (next.latest.passed || next.latest.id != next.own.id) {
		undo_ask(app, &next);
	} else {
		undo_this(app, &next.latest);
		undo_next_fini(&next);
	}
}

static void undo_take_back(struct app *app)
{
	if (app_says_held(app, HELD_MS))
		return;
	if (app->has_thrown && app->thrown_after == undo_latest(app->store))
		bring_back_draft(app);
	else
		undo_look_on(app, NULL);
}

static void redo_look_on(struct app *app, const struct undo_choice *refused);

static void redo_this(struct app *app, int64_t id)
{
	struct long_work work;
	char *label = NULL;
	struct error err;

	long_work_begin(&work, app, _("Redoing a large change. Esc stops it"));
	enum status status = redo_one(app->store, id, &label, &err);
	long_work_end(&work);
	if (status == STATUS_CONFLICT)
		redo_look_on(app, &(struct undo_choice){ .id = id, .passed = err.message });
	else /* Translators: %s is what was done, such as "log with Ana". */
		undo_say_done(app, status, &err, _("Redone: %s. %s undoes it"), label, id, true);
}

static void answer_redo(struct app *app, void *context, int key)
{
	if (key == 'y')
		redo_this(app, *(int64_t *)context);
	free(context);
}

static void redo_ask(struct app *app, const struct undo_choice *next)
{
	struct strbuf question = STRBUF_INIT;
	int64_t *id = memory_new(sizeof *id);

	*id = next->id;
	if (next->passed)
		strbuf_add_format(&question, "%s.\n", next->passed);
	strbuf_add_format(&question,
		next->passed ? _("After that came: %s") : _("This was not undone here: %s"),
		next->label);
	strbuf_add_char(&question, '\n');
	strbuf_add(&question, _("Redo it?"));
	app_push(app, ask_view_owning(question.data, "y n", answer_redo, id, free));
	strbuf_fini(&question);
}

/* `refused`: what was asked for before; NULL: nothing. */
static void redo_look_on(struct app *app, const struct undo_choice *refused)
{
	struct undo_choice next;
	struct error err;
	bool is_own;

	if (redo_look(app->store, refused, &next, &is_own, &err) != STATUS_OK)
		app_say_error(app, &err);
	else if (!next.id)
		undo_say_none(app, next.passed, _("There is nothing to redo"));
	else if (next.passed || !is_own)
		redo_ask(app, &next);
	else
		redo_this(app, next.id);
	undo_choice_fini(&next);
}

static void undo_bring_back(struct app *app)
{
	redo_look_on(app, NULL);
}

const struct command undo_commands[] = {
	{ "undo", "u", ANYWHERE & ~(IN_TRIAGE | IN_TRIAGE_END), N_("undo the latest change"), NULL,
		undo_take_back },
	{ "redo", "Ctrl-r", ANYWHERE, N_("redo what was undone"), NULL, undo_bring_back },
	{ 0 },
};
