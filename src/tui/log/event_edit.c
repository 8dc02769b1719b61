/* Another date for an event of the log: until when, or on which day.
 * Not here: adding one (person_events.c), reading the date (event_words.c), how it is kept
 * (store/contacts/events.c). */
#include "tui/log/event_edit.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/date.h"
#include "filo/people/words/event_words.h"
#include "filo/people/words/log_words.h"
#include "filo/store/events.h"
#include "tui/form/prompt.h"
#include "tui/subject.h"

static struct event edited; /* while its date is asked for */

static void event_edit_ask(struct app *app, const char *typed);

static void event_edit_write(struct app *app)
{
	struct strbuf done = STRBUF_INIT;
	struct error err;

	if (event_update(app->store, &edited, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	event_describe(&done, &edited, app->today);
	subject_say_saved(app, done.data);
	strbuf_fini(&done);
}

static void event_edit_answer(struct app *app, void *context, const char *text)
{
	struct error err;

	(void)context;
	if (!text || (text_is_blank(text) && edited.kind != EVENT_REST))
		return;
	if (event_read_date(&edited, text, app->today, &err) == STATUS_OK) {
		event_edit_write(app);
	} else {
		event_edit_ask(app, text);
		app_say_error(app, &err);
	}
}

static void event_edit_ask(struct app *app, const char *typed)
{
	static const char *const questions[] = { N_("On which day? (it was: %s)"),
		N_("Until when? (it was: %s)"),
		N_("Until when? Enter: until they resurface (it was: %s)") };
	struct strbuf question = STRBUF_INIT, was = STRBUF_INIT;
	const char *format = questions[event_has_end(edited.kind) + (edited.kind == EVENT_REST)];

	event_describe(&was, &edited, app->today);
	strbuf_add_format(&question, _(format), was.data);
	app_push(app, prompt_view(question.data, typed, FIELD_TEXT, event_edit_answer, NULL));
	strbuf_fini(&was);
	strbuf_fini(&question);
}

void event_edit(struct app *app, const struct event *event)
{
	day_number day = event_has_end(event->kind) ? event->until : event->day;
	char typed[DATE_ISO_SIZE] = "";

	edited = *event;
	if (day != DAY_NONE)
		date_format_iso(day, typed);
	event_edit_ask(app, typed);
}
