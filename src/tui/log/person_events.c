/* Events of a person, with the words for undo and for the status line.
 * Not here: which key adds which (people_actions.c), asking for a date (people_prompts.c). */
#include "tui/log/person_events.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_state.h"
#include "filo/store/change.h"
#include "filo/store/events.h"
#include "tui/form/form.h"
#include "tui/form/prompt.h"
#include "tui/subject.h"

#include <stdlib.h>

/* Translators: %s is a person; `label` is what undo says; %2$s a date. */
static const struct {
	const char *label, *said, *said_until;
} words[EVENT_KINDS] = {
	[EVENT_SNOOZE] = { N_("snooze %s"), N_("%s is snoozed. u undoes it"),
		N_("%1$s is snoozed until %2$s. u undoes it") },
	[EVENT_SKIP] = { N_("skip a round with %s"),
		N_("Skipped: the wait for %s starts again today. u undoes it"), NULL },
	[EVENT_REST] = { N_("let %s rest"), N_("%s rests until they resurface. u undoes it"),
		N_("%1$s rests until %2$s. u undoes it") },
	[EVENT_WAKE] = { N_("wake %s"), N_("%s is in the queue again. u undoes it"), NULL },
	[EVENT_LET_GO] = { N_("let go of %s"),
		N_("%s is let go; everything written stays. u undoes it"), NULL },
	[EVENT_RETURN] = { N_("welcome %s back"), N_("Welcome back, %s. u undoes it"), NULL },
	[EVENT_WISHED] = { N_("wishes for %s"), N_("Wishes to %s are sent. u undoes it"), NULL },
	[EVENT_NO_WISHES] = { N_("no wishes for %s this year"),
		N_("No wishes for %s this year. u undoes it"), NULL },
	[EVENT_NO_ANSWER] = { N_("no answer to %s"),
		N_("What %s wrote needs no answer. u undoes it"), NULL },
};

static void say_done(struct app *app, const char *name, const struct event *event)
{
	char until[64];

	if (event->until == DAY_NONE || !words[event->kind].said_until) {
		app_say(app, _(words[event->kind].said), name);
		return;
	}
	date_format_until(event->until, app->today, until, sizeof until);
	app_say(app, _(words[event->kind].said_until), name, until);
}

struct adding {
	struct store *store;
	struct event *event;
};

static enum status add_event(void *context, struct error *err)
{
	const struct adding *adding = context;

	return event_add(adding->store, adding->event, err);
}

static enum status add_as_change(
	struct app *app, struct event *event, const char *name, struct error *err)
{
	struct strbuf label = STRBUF_INIT;
	struct adding adding = { app->store, event };

	strbuf_add_format(&label, _(words[event->kind].label), name);
	enum status status = store_change(app->store, label.data, add_event, &adding, err);
	strbuf_fini(&label);
	return status;
}

bool person_event_add(struct app *app, contact_id id, enum event_kind kind, day_number until)
{
	return person_event_add_on(app, id, kind, app->today, until);
}

bool person_event_add_on(
	struct app *app, contact_id id, enum event_kind kind, day_number day, day_number until)
{
	struct event event = { .contact = id, .kind = kind, .day = day, .until = until };
	char *name = person_name(app, id);
	struct error err;

	enum status status = add_as_change(app, &event, name, &err);
	if (status == STATUS_OK) {
		app_refresh(app);
		say_done(app, name, &event);
	} else {
		app_say_error(app, &err);
	}
	free(name);
	return status == STATUS_OK;
}

static void answer_return(struct app *app, void *context, int key)
{
	if (key == 'y')
		person_event_add(app, person_of_context(context), EVENT_RETURN, DAY_NONE);
}

void person_ask_return(struct app *app, contact_id id)
{
	struct strbuf question = STRBUF_INIT;

	if (contact_state_today(app->store, id, NULL) != STATE_ARCHIVED)
		return;
	char *name = person_name(app, id);
	strbuf_add_format(&question, _("You had let go of %s. Are they back?"), name);
	app_push(app, ask_view(question.data, "y n", answer_return, person_to_context(id)));
	strbuf_fini(&question);
	free(name);
}

void *person_to_context(contact_id id)
{
	return (void *)(intptr_t)id;
}

contact_id person_of_context(void *context)
{
	return (contact_id)(intptr_t)context;
}
