/* Another date for an event of the log: until when, or on which day.
 * Not here: adding one (person_events.c), how it is kept (store/contacts/events.c). */
#include "tui/log/event_edit.h"

#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/date.h"
#include "filo/people/words/log_words.h"
#include "filo/people/words/when.h"
#include "filo/store/events.h"
#include "tui/form/prompt.h"
#include "tui/way.h"

static struct event edited; /* while its date is asked for */

/* A snooze and a rest are about their end. */
static bool has_end(const struct event *event)
{
	return event->kind == EVENT_SNOOZE || event->kind == EVENT_REST;
}

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
	/* Translators: %s is an event as the log shows it: "snoozed until 8 Dec". */
	app_say(app, _("Changed: %s. %s undoes it"), done.data, way_here(app, "undo"));
	strbuf_fini(&done);
}

static enum status event_edit_read(
	const struct app *app, const char *text, day_number *day, struct error *err)
{
	struct when when;
	enum status status = when_parse(text, has_end(&edited) ? WHEN_FUTURE : WHEN_PAST,
		app->today, i18n_language(), i18n_is_day_first(), &when, err);

	if (status != STATUS_OK)
		return status;
	if (has_end(&edited) && when.day <= edited.day)
		return error_set(err, STATUS_INVALID, _("That is not after the day it begins on"));
	if (!has_end(&edited) && when.day > app->today)
		return error_set(err, STATUS_INVALID, _("That day is still to come"));
	*day = when.day;
	return STATUS_OK;
}

static void event_edit_answer(struct app *app, void *context, const char *text)
{
	day_number day = DAY_NONE;
	struct error err;
	bool is_open = text_is_blank(text) && edited.kind == EVENT_REST;

	(void)context;
	if (!text || (text_is_blank(text) && !is_open))
		return;
	if (is_open || event_edit_read(app, text, &day, &err) == STATUS_OK) {
		*(has_end(&edited) ? &edited.until : &edited.day) = day;
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
	const char *format = questions[has_end(&edited) + (edited.kind == EVENT_REST)];

	event_describe(&was, &edited, app->today);
	strbuf_add_format(&question, _(format), was.data);
	app_push(app, prompt_view(question.data, typed, FIELD_TEXT, event_edit_answer, NULL));
	strbuf_fini(&was);
	strbuf_fini(&question);
}

void event_edit(struct app *app, const struct event *event)
{
	day_number day = has_end(event) ? event->until : event->day;
	char typed[DATE_ISO_SIZE] = "";

	edited = *event;
	if (day != DAY_NONE)
		date_format_iso(day, typed);
	event_edit_ask(app, typed);
}
