/* What is done to a person after asking for something: a date, a circle, tags.
 * Not here: the forms of a circle and of tags (person_forms.c). */
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_state.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/when.h"
#include "filo/people/words/words_pattern.h"
#include "filo/store/contacts.h"
#include "filo/store/person_summary.h"
#include "tui/command.h"
#include "tui/form/form.h"
#include "tui/form/prompt.h"
#include "tui/log/person_events.h"
#include "tui/person/circle_words.h"
#include "tui/person/person_forms.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#define SNOOZE_DAYS 7 /* when no date is typed */

static void ask_until(struct app *app, contact_id id, enum event_kind kind, const char *typed);

/* The prompt has refused what is no date; what is none ahead comes back with what was typed. */
static void add_event_until(
	struct app *app, contact_id id, enum event_kind kind, const char *text, day_number blank)
{
	struct when when = { .day = blank };
	struct error err;

	if (!text)
		return;
	if (!text_is_blank(text) && when_parse(text, WHEN_FUTURE, app->today, i18n_language(),
					    i18n_is_day_first(), &when, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	if (when.day != DAY_NONE && when.day <= app->today) {
		ask_until(app, id, kind, text);
		app_say(app, "%s",
			_("That day is not in the future: try tomorrow, fri, 2w or 12 oct"));
		return;
	}
	person_event_add(app, id, kind, when.day);
}

static void answer_snooze(struct app *app, void *context, const char *text)
{
	add_event_until(
		app, person_of_context(context), EVENT_SNOOZE, text, app->today + SNOOZE_DAYS);
}

static void answer_rest(struct app *app, void *context, const char *text)
{
	add_event_until(app, person_of_context(context), EVENT_REST, text, DAY_NONE);
}

static void ask_until(struct app *app, contact_id id, enum event_kind kind, const char *typed)
{
	struct strbuf question = STRBUF_INIT;
	char *name = person_name(app, id);
	bool is_snooze = kind == EVENT_SNOOZE;

	strbuf_add_format(&question,
		is_snooze ? _("Snooze %s until (Enter: a week from now)")
			  : _("Let %s rest until (Enter: until they resurface)"),
		name);
	app_push(app, prompt_named(prompt_view(question.data, typed, FIELD_WHEN,
					   is_snooze ? answer_snooze : answer_rest,
					   person_to_context(id)),
			      is_snooze ? _("Snooze until") : _("Rest until")));
	strbuf_fini(&question);
	free(name);
}

static void command_snooze(struct app *app)
{
	contact_id id = person_needed(app);

	if (id)
		ask_until(app, id, EVENT_SNOOZE, "");
}

static void command_rest(struct app *app)
{
	contact_id id = person_needed(app);

	if (id)
		ask_until(app, id, EVENT_REST, "");
}

static void snooze_until(struct app *app, const char *argument)
{
	contact_id id = person_needed(app);

	if (id)
		add_event_until(app, id, EVENT_SNOOZE, argument, DAY_NONE);
}

static void rest_until(struct app *app, const char *argument)
{
	contact_id id = person_needed(app);

	if (id)
		add_event_until(app, id, EVENT_REST, argument, DAY_NONE);
}

static void command_circle(struct app *app)
{
	contact_id id = person_needed(app);

	if (id)
		circle_of_person_open(app, id);
}

static void command_tags(struct app *app)
{
	contact_id id = person_needed(app);

	if (id)
		tags_of_person_open(app, id);
}

/* ":circle friends", ":tags choir, sailing": without the form. */
static void people_prompts_set(struct app *app, const char *argument,
	enum status (*set)(
		struct app *app, struct contact *contact, const char *argument, struct error *err))
{
	contact_id id = person_needed(app);
	struct contact contact;
	struct error err;

	if (!id)
		return;
	enum status status = contact_load(app->store, id, &contact, &err);
	if (status == STATUS_OK) {
		status = set(app, &contact, argument, &err);
		if (status == STATUS_OK)
			status = contact_update(app->store, &contact, &err);
		if (status == STATUS_OK) {
			app_refresh(app);
			app_say(app, _("%s is changed. %s undoes it"), contact.name,
				way_here(app, "undo"));
		}
		contact_fini(&contact);
	}
	if (status != STATUS_OK)
		app_say_error(app, &err);
}

static enum status put_into_circle(
	struct app *app, struct contact *contact, const char *argument, struct error *err)
{
	return circle_read(app, argument, &contact->circle, err);
}

static enum status add_tags(
	struct app *app, struct contact *contact, const char *argument, struct error *err)
{
	struct strbuf all = STRBUF_INIT;

	(void)app;
	(void)err;
	tags_write(&all, contact);
	strbuf_add_item(&all, ", ", argument);
	tags_read(contact, all.data);
	strbuf_fini(&all);
	return STATUS_OK;
}

static void circle_with(struct app *app, const char *argument)
{
	people_prompts_set(app, argument, put_into_circle);
}

static void tags_with(struct app *app, const char *argument)
{
	people_prompts_set(app, argument, add_tags);
}

const struct command people_prompts_commands[] = {
	{ "snooze", "s", WITH_PERSON, N_("snooze this person until a date"), N_("snooze"),
		command_snooze, WITH_PERSON & ~IN_PEOPLE_LISTS, NULL, snooze_until },
	{ "rest", "r", WITH_PERSON, N_("let this tie rest, until they resurface or a date"),
		N_("rest"), command_rest, IN_REVIEW | IN_QUIET_TIES, NULL, rest_until },
	{ "circle", "c", WITH_PERSON | IN_TRIAGE, N_("circle, and how often to be in touch"),
		N_("circle"), command_circle, IN_QUIET_TIES, NULL, circle_with },
	{ "tags", "t", WITH_PERSON, N_("tags of this person"), NULL, command_tags, 0, NULL,
		tags_with },
	{ 0 },
};
