/* The form of a follow-up: something to ask, promised, or promised to you.
 * Not here: marking it done (log_actions.c). */
#include "tui/log/followup_form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/followup.h"
#include "filo/people/words/when.h"
#include "filo/store/conversations.h"
#include "tui/form/form.h"
#include "tui/form/form_people.h"
#include "tui/subject.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

enum { WHO, TEXT, KIND, DUE, FIELDS };

/* In the order of enum followup_kind. */
static const char *const kinds[] = { N_("something to ask"), N_("I promised it"),
	N_("they promised it"), NULL };
_Static_assert(sizeof kinds / sizeof *kinds == FOLLOWUP_KINDS + 1, "a word for each kind");

static const struct field_spec specs[FIELDS] = {
	[WHO] = { .name = "who",
		.label = N_("With"),
		.kind = FIELD_PEOPLE,
		.hint = N_("names; a comma or @ adds one") },
	[TEXT] = { .name = "text",
		.label = N_("What"),
		.kind = FIELD_TEXT,
		.saves_on_enter = true,
		.hint = N_("how did the exam go?  Enter saves") },
	[KIND] = { .name = "kind", .label = N_("It is"), .kind = FIELD_CHOICE, .choices = kinds },
	[DUE] = { .name = "due",
		.label = N_("When"),
		.kind = FIELD_WHEN,
		.sense = WHEN_FUTURE,
		.is_optional = true,
		.hint = N_("fri, 2w, 12 oct or empty") },
};

struct editing {
	followup_id id; /* 0: a new one */
	day_number due; /* as it was: a date that has passed since may stay */
};

static enum status read_due(struct app *app, struct form *form, day_number *due, struct error *err)
{
	const struct editing *editing = form_context(form);
	struct when when;

	*due = DAY_NONE;
	if (!form_when(form, DUE, &when))
		return STATUS_OK;
	if (when.day < app->today && when.day != editing->due)
		return error_set(err, STATUS_INVALID, _("That day has passed already"));
	*due = when.day;
	return STATUS_OK;
}

/* One for each person; in an open change. */
static enum status write_all(struct app *app, struct form *form, struct followup *followup,
	size_t *field, struct error *err)
{
	struct vector ids = VECTOR_INIT(contact_id);
	const contact_id *id;

	enum status status = form_people(app, form, WHO, &ids, field, err);
	if (status == STATUS_OK && (!ids.count || (followup->id && ids.count > 1)))
		status = error_set(err, STATUS_INVALID,
			ids.count ? _("A follow-up has one person: add another one with f")
				  : _("Who is it with?"));
	if (status != STATUS_OK) {
		vector_fini(&ids);
		return status;
	}
	*field = TEXT;
	VECTOR_EACH (id, &ids) {
		followup->contact = *id;
		if (status == STATUS_OK)
			status = followup->id ? followup_update(app->store, followup, err)
					      : followup_add(app->store, followup, err);
		if (ids.count > 1)
			followup->id = 0;
	}
	vector_fini(&ids);
	return status;
}

static enum status write_as_change(struct app *app, struct form *form, struct followup *followup,
	size_t *field, struct error *err)
{
	struct strbuf label = STRBUF_INIT;

	strbuf_add_format(&label,
		followup->id ? _("edit the follow-up with %s") : _("follow-up with %s"),
		form_text(form, WHO));
	enum status status = change_begin(app->store, label.data, err);
	strbuf_fini(&label);
	if (status != STATUS_OK)
		return status;
	status = write_all(app, form, followup, field, err);
	if (status == STATUS_OK)
		return change_commit(app->store, err);
	change_rollback(app->store);
	return status;
}

static enum status save(struct app *app, struct form *form, size_t *field, struct error *err)
{
	const struct editing *editing = form_context(form);
	struct followup followup = { .due = DAY_NONE, .made_on = DAY_NONE, .done_on = DAY_NONE };
	enum status status = STATUS_OK;
	bool is_new = !editing->id;

	if (!is_new)
		status = followup_load(app->store, editing->id, &followup, err);
	if (status != STATUS_OK)
		return status;
	*field = DUE;
	status = read_due(app, form, &followup.due, err);
	if (status == STATUS_OK) {
		free(followup.text);
		followup.text = text_trim(form_text(form, TEXT));
		followup.kind = (enum followup_kind)form_choice(form, KIND);
		status = write_as_change(app, form, &followup, field, err);
	}
	if (status == STATUS_OK)
		app_say(app,
			is_new ? _("A follow-up with %s is noted. u takes it back")
			       : _("The follow-up with %s is changed. u takes it back"),
			form_text(form, WHO));
	followup_fini(&followup);
	return status;
}

static const struct form_ops ops = { .name = "followup", .save = save, .free = free };

static struct view *new_view(struct app *app, const struct editing *values, const char *key)
{
	struct editing *editing = memory_new(sizeof *editing);

	*editing = *values;
	struct view *view =
		form_view(app, &ops, values->id ? _("Edit a follow-up") : _("Add a follow-up"), key,
			specs, FIELDS, editing);
	form_focus(form_of(view), TEXT);
	return view;
}

static void set_due(struct form *form, day_number due)
{
	struct strbuf text = STRBUF_INIT;

	when_write(&text, &(struct when){ .day = due, .precision = PRECISION_DAY, .minute = -1 });
	form_set_text(form, DUE, text.data);
	strbuf_fini(&text);
}

static void add_person(struct app *app, struct form *form, contact_id person)
{
	char *name = person_name(app, person);

	form_add_person(form, WHO, name, person);
	free(name);
}

static void open_old(struct app *app, followup_id id)
{
	struct followup followup;
	struct error err;
	char key[32];

	if (followup_load(app->store, id, &followup, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	snprintf(key, sizeof key, "%" PRId64, id);
	struct view *view = new_view(app, &(struct editing){ id, followup.due }, key);
	struct form *form = form_of(view);
	add_person(app, form, followup.contact);
	form_set_text(form, TEXT, followup.text);
	form_set_choice(form, KIND, followup.kind);
	set_due(form, followup.due);
	app_push(app, view);
	followup_fini(&followup);
}

void followup_form_open(struct app *app, contact_id person, followup_id id)
{
	char key[32];

	if (id) {
		open_old(app, id);
		return;
	}
	snprintf(key, sizeof key, "with:%" PRId64, person);
	struct view *view = new_view(app, &(struct editing){ 0, DAY_NONE }, key);
	if (person)
		add_person(app, form_of(view), person);
	app_push(app, view);
}

void followup_form_open_with(struct app *app, const char *who, const char *text, day_number due)
{
	struct view *view = new_view(app, &(struct editing){ 0, DAY_NONE }, "with:0");
	struct form *form = form_of(view);

	form_set_clean(form); /* what comes from elsewhere is worth keeping as a draft */
	form_set_text(form, WHO, who);
	form_set_text(form, TEXT, text);
	set_due(form, due);
	app_push(app, view);
}
