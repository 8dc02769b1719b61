/* What is done to a person after asking for something: a date, a circle, tags.
 * Not here: all fields of a contact (contact_form.c). */
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
	app_push(app, prompt_view(question.data, typed, FIELD_WHEN,
			      is_snooze ? answer_snooze : answer_rest, person_to_context(id)));
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

/* A small form over some fields of a contact. */
struct small_form {
	const struct form_ops *ops;
	const struct field_spec *specs;
	size_t count;
	const char *title; /* N_(): %s is the person */
	void (*fill)(struct app *app, struct form *form, const struct contact *contact);
	enum status (*read)(struct app *app, struct form *form, struct contact *contact,
		size_t *field, struct error *err);
};

struct small_editing {
	const struct small_form *small;
	contact_id id;
	int proposed_days;     /* 0: none */
	struct strbuf shorter; /* how the pauses compare with it */
};

static void note_proposal(struct app *app, struct small_editing *editing)
{
	struct person_summary summary;

	if (person_summary_load(app->store, editing->id, app->today, &summary, NULL) != STATUS_OK)
		return;
	editing->proposed_days = summary.proposed_days;
	words_shorter(&editing->shorter, summary.proposed_days, &summary.facts);
	person_summary_fini(&summary);
}

static void small_form_free(void *context)
{
	struct small_editing *editing = context;

	strbuf_fini(&editing->shorter);
	free(editing);
}

static void open_small_form(struct app *app, const struct small_form *small)
{
	contact_id id = person_needed(app);
	struct strbuf title = STRBUF_INIT;
	struct contact contact;
	struct error err;
	char key[32];

	if (!id)
		return;
	if (contact_load(app->store, id, &contact, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	struct small_editing *editing = memory_new(sizeof *editing);
	*editing = (struct small_editing){ .small = small, .id = id, .shorter = STRBUF_INIT };
	note_proposal(app, editing);
	snprintf(key, sizeof key, "%" PRId64, id);
	strbuf_add_format(&title, _(small->title), contact.name);
	struct view *view =
		form_view(app, small->ops, title.data, key, small->specs, small->count, editing);
	small->fill(app, form_of(view), &contact);
	app_push(app, view);
	strbuf_fini(&title);
	contact_fini(&contact);
}

/* Only the fields of the small form are laid over the contact as it is now. */
static enum status save_small_form(
	struct app *app, struct form *form, size_t *field, struct error *err)
{
	const struct small_editing *editing = form_context(form);
	struct contact contact;

	enum status status = contact_load(app->store, editing->id, &contact, err);
	if (status != STATUS_OK)
		return status;
	status = editing->small->read(app, form, &contact, field, err);
	if (status == STATUS_OK)
		status = contact_update(app->store, &contact, err);
	if (status == STATUS_OK)
		app_say(app, _("%s is changed. %s undoes it"), contact.name, way_here(app, "undo"));
	contact_fini(&contact);
	return status;
}

enum { CIRCLE_NAME, CIRCLE_CADENCE, CIRCLE_FIELDS };

static const struct field_spec circle_specs[CIRCLE_FIELDS] = {
	[CIRCLE_NAME] = { .name = "circle",
		.label = N_("Circle"),
		.kind = FIELD_WORDS,
		.is_single = true,
		.is_optional = true,
		.hint = N_("how close") },
	[CIRCLE_CADENCE] = { .name = "cadence",
		.label = N_("In touch"),
		.kind = FIELD_TEXT,
		.is_optional = true,
		.hint = N_("30, 3 weeks, 2m; empty: as the circle") },
};

static void fill_circle(struct app *app, struct form *form, const struct contact *contact)
{
	struct strbuf text = STRBUF_INIT;

	circle_write(app, &text, contact->circle);
	form_set_text(form, CIRCLE_NAME, text.data);
	strbuf_clear(&text);
	cadence_write(&text, contact->cadence_days);
	form_set_text(form, CIRCLE_CADENCE, text.data);
	strbuf_fini(&text);
}

static enum status people_prompts_read_circle(struct app *app, struct form *form,
	struct contact *contact, size_t *field, struct error *err)
{
	*field = CIRCLE_NAME;
	enum status status = circle_read(app, form_text(form, CIRCLE_NAME), &contact->circle, err);
	if (status != STATUS_OK)
		return status;
	*field = CIRCLE_CADENCE;
	return cadence_parse(form_text(form, CIRCLE_CADENCE), &contact->cadence_days, err);
}

/* For the wish, while none is typed. */
static void propose_cadence(struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	const struct small_editing *editing = form_context(form);

	(void)app;
	if (field == CIRCLE_CADENCE && text_is_blank(form_text(form, field)))
		cadence_write(out, editing->proposed_days);
}

static void describe_proposal(struct app *app, struct form *form, struct strbuf *out)
{
	const struct small_editing *editing = form_context(form);

	if (!editing->proposed_days)
		return;
	strbuf_add_format(out, "%s: ", way_here(app, "take-proposed"));
	cadence_describe(out, editing->proposed_days);
	if (editing->shorter.len)
		strbuf_add_format(out, " (%s)", editing->shorter.data);
}

static void describe_circle(struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	const char *text = form_text(form, field);
	int days;
	struct error err;

	if (field == CIRCLE_NAME && text_is_blank(text))
		circles_write(app, out);
	else if (field == CIRCLE_NAME)
		circle_describe(app, out, text);
	else if (text_is_blank(text))
		describe_proposal(app, form, out);
	else if (cadence_parse(text, &days, &err) == STATUS_OK)
		cadence_describe(out, days);
	else
		strbuf_add(out, err.message);
}

static void complete_circle(
	struct app *app, struct form *form, size_t field, const char *typed, struct vector *out)
{
	(void)form;
	(void)field;
	circles_complete(app, typed, out);
}

static const struct form_ops circle_ops = {
	.name = "circle",
	.save = save_small_form,
	.free = small_form_free,
	.describe = describe_circle,
	.propose = propose_cadence,
	.complete = complete_circle,
};

static const struct small_form circle_form = {
	.ops = &circle_ops,
	.specs = circle_specs,
	.count = CIRCLE_FIELDS,
	.title = N_("Circle of %s"),
	.fill = fill_circle,
	.read = people_prompts_read_circle,
};

static void command_circle(struct app *app)
{
	open_small_form(app, &circle_form);
}

static const struct field_spec tag_specs[] = { { .name = "tags",
	.label = N_("Tags"),
	.kind = FIELD_WORDS,
	.is_optional = true,
	.hint = N_("sailing, choir") } };

static void fill_tags(struct app *app, struct form *form, const struct contact *contact)
{
	struct strbuf text = STRBUF_INIT;

	(void)app;
	tags_write(&text, contact);
	if (text.len)
		strbuf_add(&text, ", "); /* what is typed is one more */
	form_set_text(form, 0, text.data);
	strbuf_fini(&text);
}

static enum status people_prompts_read_tags(struct app *app, struct form *form,
	struct contact *contact, size_t *field, struct error *err)
{
	(void)app;
	(void)field;
	(void)err;
	tags_read(contact, form_text(form, 0));
	return STATUS_OK;
}

static void complete_tags(
	struct app *app, struct form *form, size_t field, const char *typed, struct vector *out)
{
	(void)form;
	(void)field;
	tags_complete(app, typed, out);
}

static const struct form_ops tags_ops = {
	.name = "tags", .save = save_small_form, .free = small_form_free, .complete = complete_tags
};

static const struct small_form tags_form = {
	.ops = &tags_ops,
	.specs = tag_specs,
	.count = 1,
	.title = N_("Tags of %s"),
	.fill = fill_tags,
	.read = people_prompts_read_tags,
};

static void command_tags(struct app *app)
{
	open_small_form(app, &tags_form);
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
