/* The form of a follow-up: something to ask, promised, or promised to you.
 * Not here: marking it done (log_actions.c). */
#include "tui/log/followup_form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "filo/people/followup.h"
#include "filo/people/words/thread_words.h"
#include "filo/people/words/when.h"
#include "filo/store/change.h"
#include "filo/store/followups.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"
#include "tui/form/form_people.h"
#include "tui/form/record_form.h"
#include "tui/way.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { WHO, TEXT, KIND, DUE, REST, FIELDS, SHORT_FIELDS = REST };

/* In the order of enum followup_kind. */
static const char *const kinds[] = { N_("something to ask"), N_("I promised it"),
	N_("they promised it"), NULL };
_Static_assert(sizeof kinds / sizeof *kinds == FOLLOWUP_KINDS + 1, "a word for each kind");

static const struct field_spec specs[FIELDS] = {
	[WHO] = { .name = "who",
		.label = N_("With"),
		.kind = FIELD_PEOPLE,
		.hint = N_("names; a comma adds one") },
	[TEXT] = { .name = "text",
		.label = N_("What"),
		.kind = FIELD_TEXT,
		.ends_in_day = true,
		.saves_on_enter = true,
		.lines_go_to = REST,
		.hint = N_("how did the exam go?  Enter saves") },
	[KIND] = { .name = "kind", .label = N_("It is"), .kind = FIELD_CHOICE, .choices = kinds },
	[DUE] = { .name = "due",
		.label = N_("When"),
		.kind = FIELD_WHEN,
		.sense = WHEN_FUTURE,
		.is_optional = true,
		.hint = N_("fri, 2w, 12 oct; or empty") },
	[REST] = { .name = "rest",
		.label = N_("Notes"),
		.kind = FIELD_NOTE,
		.is_optional = true,
		.hint = N_("as long as you like") },
};

/* What is typed may be one for each of several people. */
struct followups {
	struct followup followup;
	struct vector people; /* of contact_id */
};

static enum status followup_form_load(
	struct store *store, int64_t id, void *record, struct error *err)
{
	struct followups *followups = record;

	followups->followup =
		(struct followup){ .due = DAY_NONE, .made_on = DAY_NONE, .done_on = DAY_NONE };
	vector_init(&followups->people, sizeof(contact_id));
	return id ? followup_load(store, id, &followups->followup, err) : STATUS_OK;
}

static void followup_form_fini(void *record)
{
	struct followups *followups = record;

	followup_fini(&followups->followup);
	vector_fini(&followups->people);
}

static void set_due(struct form *form, day_number due)
{
	struct strbuf text = STRBUF_INIT;

	when_write(&text, &(struct when){ .day = due, .precision = PRECISION_DAY, .minute = -1 });
	form_set_text(form, DUE, text.data);
	strbuf_fini(&text);
}

/* The text is one: its first line, and what else it has. */
static void followup_form_set_text(struct form *form, const char *text)
{
	size_t len = strcspn(text, "\n");
	char *first = memory_copy_bytes(text, len);

	form_set_text(form, TEXT, first);
	form_set_text(form, REST, text[len] ? text + len + 1 : "");
	form_set_short(form, text[len] ? 0 : SHORT_FIELDS);
	free(first);
}

static char *followup_form_text(const struct form *form)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, "%s\n%s", form_text(form, TEXT), form_text(form, REST));
	char *trimmed = text_trim(text.data);
	strbuf_fini(&text);
	return trimmed;
}

static void followup_form_fill(struct app *app, struct form *form, const void *record)
{
	const struct followup *followup = &((const struct followups *)record)->followup;

	form_set_text(form, WHO, "");
	form_add_person(app, form, WHO, followup->contact);
	followup_form_set_text(form, followup->text);
	form_set_choice(form, KIND, followup->kind);
	set_due(form, followup->due);
}

static enum status followup_form_read_people(struct app *app, struct form *form,
	struct followups *followups, size_t *field, struct error *err)
{
	enum status status = form_people(app, form, WHO, &followups->people, field, err);
	size_t count = followups->people.count;

	if (status != STATUS_OK || count == 1 || (count && !followups->followup.id))
		return status;
	return error_set(err, STATUS_INVALID,
		count ? _("A follow-up has one person: add another one with %s")
		      : _("Who is it with?"),
		way_here(app, "follow-up"));
}

static enum status write_each(struct app *app, struct followups *followups, struct error *err)
{
	struct followup *followup = &followups->followup;
	bool is_new = !followup->id;
	enum status status = STATUS_OK;
	const contact_id *person;

	VECTOR_EACH (person, &followups->people) {
		followup->contact = *person;
		if (status == STATUS_OK)
			status = is_new ? followup_add(app->store, followup, err)
					: followup_update(app->store, followup, err);
	}
	return status;
}

/* Where no other day is typed, the one that ends the words. */
static enum status followup_form_take_date(
	struct app *app, struct followup *followup, struct error *err)
{
	if (followup->id || followup->due != DAY_NONE)
		return STATUS_OK;
	return threads_take_date(
		followup->text, app->today, i18n_language(), i18n_is_day_first(), followup, err);
}

static enum status followup_form_write(
	struct app *app, struct form *form, void *record, size_t *field, struct error *err)
{
	struct followups *followups = record;
	struct followup *followup = &followups->followup;
	struct when when = { .day = DAY_NONE };

	*field = DUE;
	form_when(form, DUE, &when);
	enum status status = followup_set_due(followup, when.day, app->today, err);
	if (status != STATUS_OK)
		return status;
	free(followup->text);
	followup->text = followup_form_text(form);
	followup->kind = (enum followup_kind)form_choice(form, KIND);
	status = followup_form_read_people(app, form, followups, field, err);
	if (status != STATUS_OK)
		return status;
	*field = TEXT;
	status = followup_form_take_date(app, followup, err);
	return status != STATUS_OK ? status : write_each(app, followups, err);
}

static void followup_form_saved(struct app *app, struct form *form, const void *record)
{
	const struct followup *followup = &((const struct followups *)record)->followup;
	char *who = record_form_name(app, form, WHO), day[64];

	chooser_expect(app, IN_AGENDA, followup->id);
	if (!record_form_id(form) && followup->due != DAY_NONE)
		app_say(app, _("A follow-up with %s is noted, due %s. %s undoes it"), who,
			date_format_near(followup->due, app->today, day, sizeof day),
			way_here(app, "undo"));
	else
		app_say(app,
			!record_form_id(form) ? _("A follow-up with %s is noted. %s undoes it")
			: change_was_idle(app->store)
				? _("The follow-up with %s stays as before")
				: _("The follow-up with %s is changed. %s undoes it"),
			who, way_here(app, "undo"));
	free(who);
}

/* The day that the words will give, or why they give none. */
static void followup_form_describe(
	struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	struct followup followup = { .id = record_form_id(form), .due = DAY_NONE };
	char meaning[128];
	struct error err;

	if (field != DUE)
		return;
	followup.text = followup_form_text(form);
	if (followup_form_take_date(app, &followup, &err) != STATUS_OK) {
		strbuf_add(out, err.message);
	} else if (followup.due != DAY_NONE) {
		when_describe(&(struct when){ followup.due, PRECISION_DAY, -1 }, app->today,
			meaning, sizeof meaning);
		strbuf_add(out, meaning);
	}
	followup_fini(&followup);
}

static const struct record_ops ops = {
	.form = { .name = "followup",
		.save = record_form_save,
		.free = record_form_free,
		.describe = followup_form_describe },
	.title = { N_("Add a follow-up"), N_("Edit a follow-up") },
	.label = { N_("follow-up with %s"), N_("edit the follow-up with %s") },
	.name_field = WHO,
	.record_bytes = sizeof(struct followups),
	.load = followup_form_load,
	.fini = followup_form_fini,
	.fill = followup_form_fill,
	.write = followup_form_write,
	.saved = followup_form_saved,
};

void followup_form_open_date(struct app *app, followup_id id)
{
	struct view *view = record_form_view(app, &ops, id, "with:0", specs, FIELDS);

	if (!view)
		return;
	form_focus(form_of(view), DUE);
	app_push(app, view);
}

void followup_form_open(struct app *app, contact_id person, followup_id id)
{
	char key[32];

	snprintf(key, sizeof key, "with:%" PRId64, person);
	struct view *view = record_form_view(app, &ops, id, key, specs, FIELDS);
	if (!view)
		return;
	if (!id)
		form_set_short(form_of(view), SHORT_FIELDS);
	if (!id && person)
		form_add_person(app, form_of(view), WHO, person);
	form_focus(form_of(view), TEXT);
	app_push(app, view);
}

void followup_form_open_with(struct app *app, const char *who, const char *text, day_number due)
{
	struct view *view = record_form_view(app, &ops, 0, "with:0", specs, FIELDS);
	struct form *form = form_of(view);

	form_set_clean(form); /* what comes from elsewhere is worth keeping as a draft */
	form_set_text(form, WHO, who);
	followup_form_set_text(form, text);
	set_due(form, due);
	form_focus(form, TEXT);
	app_push(app, view);
}
