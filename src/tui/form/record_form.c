/* The form of a record: filling it, writing it as one change, noticing one made elsewhere.
 * Not here: showing two texts side by side (edit_conflict.c), the fields themselves (form.c). */
#include "tui/form/record_form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/change.h"
#include "tui/form/edit_conflict.h"
#include "tui/form/form_draft.h"
#include "tui/form/form_people.h"
#include "tui/form/form_state.h"
#include "tui/form/prompt.h"
#include "tui/subject.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* The context of the form. */
struct editing {
	const struct record_ops *ops;
	int64_t id;        /* 0: a new record */
	char *called;      /* NULL: its form has a field for that */
	struct form *kept; /* the same form over what is kept now, while that is asked about */
	void *own;
};

static struct editing *editing_of(const struct form *form)
{
	return form_context(form);
}

int64_t record_form_id(const struct form *form)
{
	return editing_of(form)->id;
}

void *record_form_own(const struct form *form)
{
	return editing_of(form)->own;
}

static void forget_kept(struct editing *editing)
{
	if (editing->kept)
		form_free(&editing->kept->view);
	editing->kept = NULL;
}

void record_form_free(void *context)
{
	struct editing *editing = context;

	if (!editing) /* the form over what is kept has none */
		return;
	forget_kept(editing);
	if (editing->ops->own_fini)
		editing->ops->own_fini(editing->own);
	free(editing->own);
	free(editing->called);
	free(editing);
}

/* ---- Changed elsewhere ---- */

static bool is_changed_there(const struct form *form, const struct form *kept, size_t field)
{
	return strcmp(form->fields[field].known, form_text(kept, field)) != 0 ||
	       form->fields[field].known_choice != form_choice(kept, field);
}

/* In the form as it was opened a note is kept of what only they have changed. */
static void take_theirs_of(struct form *form, const struct form *kept, size_t field)
{
	form_set_text(form, field, form_text(kept, field));
	form_set_choice(form, field, form_choice(kept, field));
	memory_replace_string(&form->fields[field].known, form_text(kept, field));
	form->fields[field].known_choice = form_choice(kept, field);
}

/* Fields that only they have changed become theirs. Whether one is left that both have changed,
 * and not to the same. */
static bool record_form_join(struct form *form, const struct form *kept)
{
	const struct named *named;
	bool is_conflict = false;

	VECTOR_EACH (named, &kept->people)
		form_note_person(form, named->name, named->id);
	for (size_t i = 0; i < form->count; i++) {
		if (!is_changed_there(form, kept, i))
			continue;
		if (edit_conflict_is_in(form, kept, i))
			is_conflict = true;
		else
			take_theirs_of(form, kept, i);
	}
	return is_conflict;
}

/* Theirs in the fields that both have changed; what else was typed here is saved. */
static void load_theirs(struct app *app, struct form *form, const struct form *kept)
{
	bool is_mine = false;

	for (size_t i = 0; i < form->count; i++) {
		if (edit_conflict_is_in(form, kept, i))
			take_theirs_of(form, kept, i);
		is_mine |= strcmp(form_text(form, i), form_text(kept, i)) != 0 ||
			   form_choice(form, i) != form_choice(kept, i);
	}
	if (is_mine) {
		form_save(app, form);
		return;
	}
	form_set_clean(form);
	app_say(app, "%s", _("This is what is saved now. Esc keeps it"));
}

/* What is kept now is known: it is what is written over. */
static void note_theirs(struct form *form, const struct form *kept)
{
	for (size_t i = 0; i < form->count; i++) {
		memory_replace_string(&form->fields[i].clean, form_text(kept, i));
		form->fields[i].clean_choice = form_choice(kept, i);
	}
	form_know_clean(form);
}

static void record_form_answer(struct app *app, void *context, int key)
{
	struct form *form = context;
	struct editing *editing = editing_of(form);

	struct form *kept = editing->kept;

	editing->kept = NULL; /* saving may ask anew */
	if (key == 'm')
		note_theirs(form, kept);
	if (key == 'm')
		form_save(app, form);
	else if (key == 't')
		load_theirs(app, form, kept);
	form_free(&kept->view);
}

static bool is_changed_elsewhere(struct app *app, struct form *form, const void *record)
{
	struct editing *editing = editing_of(form);
	struct strbuf question = STRBUF_INIT;

	forget_kept(editing);
	editing->kept =
		form_new(form->view.ops, form->ops, NULL, NULL, form->specs, form->count, NULL);
	editing->ops->fill(app, editing->kept, record);
	if (!record_form_join(form, editing->kept)) {
		forget_kept(editing);
		return false;
	}
	edit_conflict_describe(&question, form, editing->kept);
	app_push(app, ask_view(question.data, "m t", record_form_answer, form));
	strbuf_fini(&question);
	return true;
}

/* ---- Saving ---- */

struct saving {
	struct app *app;
	struct form *form;
	void *record;
	bool is_loaded; /* the record is to be freed */
	size_t *field;
};

/* In an open change: what is kept cannot change between being looked at and written over. */
static enum status record_form_save_in_change(void *context, struct error *err)
{
	struct saving *saving = context;
	const struct editing *editing = editing_of(saving->form);
	const struct record_ops *ops = editing->ops;
	enum status status = STATUS_OK;

	if (ops->load)
		status = ops->load(saving->app->store, editing->id, saving->record, err);
	if (status != STATUS_OK)
		return status;
	saving->is_loaded = true;
	if (editing->id && is_changed_elsewhere(saving->app, saving->form, saving->record))
		return STATUS_CANCELLED;
	return ops->write(saving->app, saving->form, saving->record, saving->field, err);
}

char *record_form_name(struct app *app, struct form *form, size_t field)
{
	if (form->specs[field].kind == FIELD_PEOPLE)
		return form_people_called(app, form, field);
	char *name = text_trim(form_text(form, field));
	size_t len = strlen(name);

	while (len && strchr(",; ", name[len - 1]))
		name[--len] = '\0';
	return name;
}

enum status record_form_save(struct app *app, struct form *form, size_t *field, struct error *err)
{
	const struct editing *editing = editing_of(form);
	const struct record_ops *ops = editing->ops;

	if (ops->asks && ops->asks(app, form))
		return STATUS_CANCELLED;
	struct saving saving = {
		.app = app, .form = form, .record = memory_new(ops->record_bytes), .field = field
	};
	char *name = editing->called ? memory_copy_string(editing->called)
				     : record_form_name(app, form, ops->name_field);
	enum status status = store_change(app->store, record_form_save_in_change, &saving, err,
		editing->id ? ops->label.edit : ops->label.add, name);
	if (status == STATUS_OK && ops->saved)
		ops->saved(app, form, saving.record);
	if (saving.is_loaded)
		ops->fini(saving.record);
	free(saving.record);
	free(name);
	return status;
}

/* ---- Opening ---- */

static struct view *open_view(struct app *app, const struct record_ops *ops, int64_t id,
	const char *key, const struct field_spec *specs, size_t count)
{
	struct editing *editing = memory_new(sizeof *editing);
	struct strbuf title = STRBUF_INIT;

	*editing = (struct editing){ .ops = ops, .id = id };
	if (ops->own_bytes)
		editing->own = memory_new(ops->own_bytes);
	if (ops->is_of_person)
		editing->called = person_name(app, id);
	strbuf_add_format(&title, _(id ? ops->title.edit : ops->title.add), editing->called);
	struct view *view = form_view(app, &ops->form, title.data, key, specs, count, editing);
	if (editing->called)
		form_of(view)->whom = memory_copy_string(editing->called);
	strbuf_fini(&title);
	return view;
}

struct view *record_form_view(struct app *app, const struct record_ops *ops, int64_t id,
	const char *key, const struct field_spec *specs, size_t count)
{
	char id_key[32];
	struct error err;

	if (!id)
		return open_view(app, ops, 0, key, specs, count);
	void *record = memory_new(ops->record_bytes);
	struct view *view = NULL;
	if (ops->load(app->store, id, record, &err) == STATUS_OK) {
		snprintf(id_key, sizeof id_key, "%" PRId64, id);
		view = open_view(app, ops, id, id_key, specs, count);
		ops->fill(app, form_of(view), record);
		form_of(view)->writes_over = true;
		ops->fini(record);
	} else {
		app_say_error(app, &err);
	}
	free(record);
	return view;
}
