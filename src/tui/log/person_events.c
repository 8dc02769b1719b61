/* Events of a person, with the words for undo and for the status line.
 * Not here: which key adds which (people_actions.c), asking for a date (people_prompts.c). */
#include "tui/log/person_events.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/people/contact_state.h"
#include "filo/people/words/event_words.h"
#include "filo/store/event_change.h"
#include "filo/store/events.h"
#include "tui/form/form.h"
#include "tui/form/prompt.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <stdlib.h>

static void event_say_done(struct app *app, const char *name, const struct event *event)
{
	struct strbuf done = STRBUF_INIT;

	event_done(&done, event, name, app->today);
	/* Translators: %s is what was done: "Ana is snoozed until 8 Dec". */
	app_say(app, _("%s. %s undoes it"), done.data, way_here(app, "undo"));
	strbuf_fini(&done);
}

static enum status person_event_set_on(struct app *app, contact_id id, enum event_kind kind,
	day_number day, day_number until, struct error *err)
{
	struct event event = { .contact = id, .kind = kind, .day = day, .until = until };
	char *name = person_name(app, id);
	enum status status = event_change(app->store, &event, name, err);

	if (status == STATUS_OK)
		event_say_done(app, name, &event);
	free(name);
	return status;
}

enum status person_event_set(
	struct app *app, contact_id id, enum event_kind kind, day_number until, struct error *err)
{
	return person_event_set_on(app, id, kind, app->today, until, err);
}

void person_event_add_on(
	struct app *app, contact_id id, enum event_kind kind, day_number day, day_number until)
{
	struct error err;

	if (person_event_set_on(app, id, kind, day, until, &err) == STATUS_OK)
		app_refresh(app);
	else
		app_say_error(app, &err);
}

void person_event_add(struct app *app, contact_id id, enum event_kind kind, day_number until)
{
	person_event_add_on(app, id, kind, app->today, until);
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
	strbuf_add_format(&question, _("You had let go of %s.\nAre they back?"), name);
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
