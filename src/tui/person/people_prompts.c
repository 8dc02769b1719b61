/* What is done to a person after asking for something: a date, a circle, tags.
 * Not here: the forms of a circle and of tags (person_forms.c). */
#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/contact_state.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/when.h"
#include "filo/store/contacts.h"
#include "filo/store/event_change.h"
#include "tui/command.h"
#include "tui/form/circle_words.h"
#include "tui/form/prompt.h"
#include "tui/log/person_events.h"
#include "tui/person/person_forms.h"
#include "tui/subject.h"

#include <stdlib.h>
#include <string.h>

#define SNOOZE_DAYS 7 /* when no date is typed */

/* ---- Until when ---- */

/* Blank: until `blank`. */
static enum status set_until(struct app *app, contact_id id, enum event_kind kind, day_number blank,
	const char *text, struct error *err)
{
	day_number until = blank;
	enum status status =
		text_is_blank(text) ? STATUS_OK : when_parse_ahead(text, app->today, &until, err);

	return status == STATUS_OK ? person_event_set(app, id, kind, until, err) : status;
}

static enum status set_snooze(struct app *app, contact_id id, const char *text, struct error *err)
{
	return set_until(app, id, EVENT_SNOOZE, app->today + SNOOZE_DAYS, text, err);
}

static enum status set_rest(struct app *app, contact_id id, const char *text, struct error *err)
{
	return set_until(app, id, EVENT_REST, DAY_NONE, text, err);
}

static void ask_until(struct app *app, const char *command, contact_id id, const char *typed);

/* What is refused comes back with what was typed. */
static void set_answered(struct app *app, const char *command, contact_id id, const char *text)
{
	if (text && !command_set(app, command_by_name(app->commands, command), id, text))
		ask_until(app, command, id, text);
}

static void answer_snooze(struct app *app, void *context, const char *text)
{
	set_answered(app, "snooze", person_of_context(context), text);
}

static void answer_rest(struct app *app, void *context, const char *text)
{
	set_answered(app, "rest", person_of_context(context), text);
}

static void ask_until(struct app *app, const char *command, contact_id id, const char *typed)
{
	struct strbuf question = STRBUF_INIT;
	char *name = person_name(app, id);
	bool is_snooze = !strcmp(command, "snooze");

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

/* What would be refused whatever is typed is not asked. */
static void command_until(struct app *app, const char *command, enum event_kind kind)
{
	contact_id id = person_needed(app);
	struct error err;

	if (!id)
		return;
	char *name = person_name(app, id);
	if (event_check(app->store, id, kind, name, &err) == STATUS_OK)
		ask_until(app, command, id, "");
	else
		app_say_error(app, &err);
	free(name);
}

static void command_snooze(struct app *app)
{
	command_until(app, "snooze", EVENT_SNOOZE);
}

static void command_rest(struct app *app)
{
	command_until(app, "rest", EVENT_REST);
}

/* ---- Circle and tags ---- */

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

/* Without the form: lays it over the contact as it is now. `lay` says whether that changes it. */
static enum status change_contact(struct app *app, contact_id id,
	enum status (*lay)(struct app *app, struct contact *contact, const char *text,
		bool *is_changed, struct error *err),
	const char *text, struct error *err)
{
	struct contact contact;
	bool is_changed = false;
	enum status status = contact_load(app->store, id, &contact, err);

	if (status != STATUS_OK)
		return status;
	status = lay(app, &contact, text, &is_changed, err);
	if (status == STATUS_OK && is_changed)
		status = contact_update(app->store, &contact, err);
	contact_fini(&contact);
	if (status == STATUS_OK)
		person_say_saved(app, id, is_changed);
	return status;
}

static enum status lay_circle(struct app *app, struct contact *contact, const char *text,
	bool *is_changed, struct error *err)
{
	*is_changed = true;
	return circle_read(app, text, &contact->circle, err);
}

static enum status set_circle(struct app *app, contact_id id, const char *text, struct error *err)
{
	return change_contact(app, id, lay_circle, text, err);
}

static enum status lay_tags(struct app *app, struct contact *contact, const char *text,
	bool *is_changed, struct error *err)
{
	(void)app;
	return tags_change(contact, text, is_changed, err);
}

static enum status set_tags(struct app *app, contact_id id, const char *text, struct error *err)
{
	return change_contact(app, id, lay_tags, text, err);
}

static const struct command_argument takes_snooze = { .kind = FIELD_WHEN, .set = set_snooze };
static const struct command_argument takes_rest = { .kind = FIELD_WHEN, .set = set_rest };
static const struct command_argument takes_circle = {
	.kind = FIELD_WORDS, .is_single = true, .complete = circles_complete, .set = set_circle
};
static const struct command_argument takes_tags = { .kind = FIELD_WORDS,
	.complete = tags_complete_change,
	.tell = tags_tell,
	.check = tags_check_change,
	.set = set_tags };

const struct command people_prompts_commands[] = {
	{ "snooze", "s", WITH_PERSON, N_("snooze this person until a date"), N_("snooze"),
		command_snooze, WITH_PERSON & ~IN_PEOPLE_LISTS, .takes = &takes_snooze },
	{ "rest", "r", WITH_PERSON, N_("let this tie rest, until they resurface or a date"),
		N_("rest"), command_rest, IN_REVIEW | IN_QUIET_TIES, .takes = &takes_rest },
	{ "circle", "c", WITH_PERSON | IN_TRIAGE, N_("circle, and how often to be in touch"),
		N_("circle"), command_circle, IN_QUIET_TIES, .takes = &takes_circle },
	{ "tags", "t", WITH_PERSON, N_("tags of this person"), NULL, command_tags,
		.takes = &takes_tags },
	{ 0 },
};
