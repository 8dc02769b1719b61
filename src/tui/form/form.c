/* A form's fields, its keys, saving and leaving it.
 * Not here: drawing (form_draw.c), drafts (form_draft.c), completion (form_complete.c). */
#include "tui/form/form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "filo/store/draft.h"
#include "tui/command.h"
#include "tui/form/editor.h"
#include "tui/form/form_choice.h"
#include "tui/form/form_complete.h"
#include "tui/form/form_draft.h"
#include "tui/form/form_draw.h"
#include "tui/form/form_paste.h"
#include "tui/terminal/input.h"
#include "tui/terminal/terminal.h"
#include "tui/way.h"
#include "tui/widget/field_draw.h"

#include <stdlib.h>
#include <string.h>

static context_set form_place(const struct view *view)
{
	const struct form *form = form_of((struct view *)view);
	enum field_kind kind = form->specs[form->focus].kind;

	if (form->offers.count)
		return IN_COMPLETION;
	if (!form_has_text(kind))
		return IN_PICKER;
	return kind == FIELD_NOTE ? IN_NOTE : IN_FORM;
}

static void form_refresh(struct app *app, struct view *view)
{
	if (form_of(view)->is_opened)
		form_set_today(form_of(view), app->today);
}

static const struct view_ops form_view_ops = {
	.name = "form",
	.context = form_place,
	.draw = form_draw,
	.point = form_point,
	.type = form_type,
	.answer = form_answer,
	.keep = form_keep,
	.refresh = form_refresh,
	.add_unkept = form_add_unkept,
	.free = form_free,
	.is_overlay = true,
};

struct form *form_new(const struct view_ops *view_ops, const struct form_ops *ops, char *title,
	char *draft_name, const struct field_spec *specs, size_t count, void *context)
{
	struct form *form = memory_new(sizeof *form);

	form->view.ops = view_ops;
	form->ops = ops;
	form->title = title;
	strbuf_init(&form->choosing);
	form->draft_name = draft_name;
	form->specs = specs;
	form->count = count;
	form->context = context;
	form->fields = memory_new(count * sizeof *form->fields);
	for (size_t i = 0; i < count; i++)
		field_init(&form->fields[i].field, "", specs[i].kind == FIELD_NOTE);
	vector_init(&form->people, sizeof(struct named));
	vector_init(&form->offers, sizeof(struct offer));
	list_init(&form->offer_list, &form_offer_list, form);
	return form;
}

struct view *form_view(struct app *app, const struct form_ops *ops, const char *title,
	const char *key, const struct field_spec *specs, size_t count, void *context)
{
	struct strbuf name = STRBUF_INIT;

	(void)app;
	strbuf_add(&name, ops->name);
	if (key)
		strbuf_add_format(&name, ":%s", key);
	struct form *form = form_new(&form_view_ops, ops, memory_copy_string(title),
		strbuf_take(&name), specs, count, context);
	return &form->view;
}

void form_free(struct view *view)
{
	struct form *form = form_of(view);
	struct named *named;

	if (form->ops->free)
		form->ops->free(form->context);
	for (size_t i = 0; i < form->count; i++) {
		field_fini(&form->fields[i].field);
		free(form->fields[i].clean);
		free(form->fields[i].known);
	}
	VECTOR_EACH (named, &form->people)
		free(named->name);
	vector_fini(&form->people);
	form_clear_offers(form);
	vector_fini(&form->offers);
	free(form->fields);
	free(form->error);
	free(form->title);
	strbuf_fini(&form->choosing);
	free(form->draft_name);
	free(form->whom);
	free(form->thrown);
	free(form->edited);
	free(form);
}

struct form *form_of(struct view *view)
{
	return (struct form *)view; /* the view is its first member */
}

void *form_context(const struct form *form)
{
	return form->context;
}

const char *form_text(const struct form *form, size_t field)
{
	return form->fields[field].field.text.data;
}

void form_set_text(struct form *form, size_t field, const char *text)
{
	field_set(&form->fields[field].field, text);
}

size_t form_choice(const struct form *form, size_t field)
{
	return form->fields[field].choice;
}

void form_set_choice(struct form *form, size_t field, size_t choice)
{
	if (choice < form_count_choices(&form->specs[field]))
		form->fields[field].choice = choice;
}

bool form_has_text(enum field_kind kind)
{
	return kind != FIELD_CHOICE && kind != FIELD_FLAG;
}

void form_focus(struct form *form, size_t field)
{
	if (field >= form->count)
		return;
	form->focus = field;
	strbuf_clear(&form->choosing);
	if (field >= form->short_count)
		form->short_count = 0;
	form_clear_offers(form);
}

void form_set_short(struct form *form, size_t count)
{
	form->short_count = count;
}

bool form_is_short(const struct form *form)
{
	return form->short_count != 0;
}

bool form_hides(struct app *app, struct form *form, size_t field)
{
	return form->ops->hides && form->ops->hides(app, form, field);
}

size_t form_shown_count(const struct form *form)
{
	return form->short_count ? form->short_count : form->count;
}

void form_set_clean(struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		memory_replace_string(&form->fields[i].clean, form_text(form, i));
		form->fields[i].clean_choice = form->fields[i].choice;
	}
	form_know_clean(form);
	form->is_opened = true;
}

bool form_is_changed(const struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		if (field->choice != field->clean_choice ||
			strcmp(field->field.text.data, field->clean ? field->clean : "") != 0)
			return true;
	}
	return false;
}

static void form_set_error(struct form *form, size_t field, const char *message)
{
	memory_replace_string(&form->error, message);
	form->error_field = field;
	if (message)
		form_focus(form, field);
}

/* Dates and numbers that make no sense never reach the form's own save. */
static bool form_check_fields(struct app *app, struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct field_spec *spec = &form->specs[i];
		const char *text = form_text(form, i);
		struct error err;
		struct when when;
		bool is_blank = text_is_blank(text);
		if (is_blank && !spec->is_optional && form_has_text(spec->kind) &&
			spec->kind != FIELD_NOTE) {
			form_set_error(form, i, _("This field is required"));
			return false;
		}
		if (!is_blank && spec->kind == FIELD_WHEN &&
			form_read_when(form, i, app->today, &when, &err) != STATUS_OK) {
			form_set_error(form, i, err.message);
			return false;
		}
		if (spec->kind == FIELD_NUMBER && text[strspn(text, "0123456789 ")]) {
			form_set_error(form, i, _("A number is needed here"));
			return false;
		}
	}
	return true;
}

void form_close(struct app *app, struct form *form)
{
	if (form->draft_name)
		draft_drop(app->store, form->draft_name);
	form_set_clean(form); /* nothing is left to keep */
	app_remove(app, &form->view);
	app_refresh(app);
}

/* What the database or a file refuses is no field's: that of which was written last may not even
 * be shown. */
static void form_refuse(struct app *app, struct form *form, size_t field, const struct error *err)
{
	bool is_of_field = err->status != STATUS_DATABASE && err->status != STATUS_IO &&
			   !form_hides(app, form, field);

	form_set_error(form, is_of_field ? field : form->focus, err->message);
	app_ring(app);
}

void form_save(struct app *app, struct form *form)
{
	size_t field = form->focus;
	struct error err = { .status = STATUS_OK };

	form_set_error(form, 0, NULL);
	form_clear_offers(form);
	if (!form_check_fields(app, form)) {
		app_ring(app);
		return;
	}
	enum status status = form->ops->save(app, form, &field, &err);
	if (status == STATUS_CANCELLED)
		return;
	if (status != STATUS_OK) {
		form_refuse(app, form, field, &err);
		return;
	}
	form_close(app, form);
}

static void form_leave(struct app *app)
{
	struct form *form = form_of(app->top);
	struct error err;

	form_begin(app, form);
	if (form->draft_name && form_is_changed(form) && !form->has_asked) {
		form->has_asked = true;
		app_refuse(app, _("Not saved. Esc again leaves and keeps it as a draft; %s saves"),
			way_here(app, "save"));
		return;
	}
	/* If the draft cannot be kept, leaving needs a second Esc. */
	if (form_keep_draft(app, form, &err) != STATUS_OK && !form->has_warned) {
		form->has_warned = true;
		app_refuse(
			app, _("The draft cannot be kept: Esc again discards it. %s"), err.message);
		return;
	}
	if (form->has_new_text)
		app_say(app, "%s", _("It was not kept"));
	else if (form->draft_name && form_is_changed(form))
		app_say(app, "%s", _("Kept as a draft: open the form again to go on"));
	app_remove(app, &form->view);
	app_refresh(app);
}

/* A default date is replaced by what is typed; a blank continues it ("today at 6pm"), and a key
 * that moves or erases begins to edit it. */
static bool form_gives_way(const struct form *form, int key)
{
	const struct form_field *field = &form->fields[form->focus];
	bool is_typed = key == KEYS_PASTE || (KEY_IS_TEXT(key) && key != ' ');

	return is_typed && form->specs[form->focus].kind == FIELD_WHEN && field->clean &&
	       field->field.cursor == field->field.text.len &&
	       !strcmp(field->field.text.data, field->clean);
}

static bool form_edit(struct app *app, struct form *form, int key)
{
	const struct field_spec *spec = &form->specs[form->focus];
	struct form_field *field = &form->fields[form->focus];

	if (!form_has_text(spec->kind)) {
		if (key == KEYS_PASTE) {
			app_refuse(app, "%s",
				_("Choose here instead of typing: the space bar shows the next "
				  "choice"));
			return true;
		}
		return form_choose_by_letter(app, form, key);
	}
	if (form_gives_way(form, key))
		field_set(&field->field, "");
	if (key == KEYS_PASTE)
		form_paste(app, form);
	else if (!field_key(&field->field, key))
		return false;
	form->has_new_text = true;
	if (form->error && form->error_field == form->focus)
		form_set_error(form, 0, NULL);
	form_offer(app, form);
	return true;
}

void form_begin(struct app *app, struct form *form)
{
	if (form->is_opened) {
		form_set_today(form, app->today);
		return;
	}
	form->today = app->today;
	form_set_clean(form);
	form_restore_draft(app, form);
}

/* For a key that is about to change it. */
static void form_wake(struct app *app, struct form *form)
{
	form_begin(app, form);
	form->has_asked = form->has_warned = false;
	form->draft_word = NULL;
}

bool form_type(struct app *app, struct view *view, int key)
{
	struct form *form = form_of(view);

	form_wake(app, form);
	return form_edit(app, form, key);
}

/* ---- Commands ---- */

/* The form on top, about to be changed. */
static struct form *form_here(struct app *app)
{
	struct form *form = form_of(app->top);

	form_wake(app, form);
	return form;
}

static void form_here_save(struct app *app)
{
	form_save(app, form_here(app));
}

static void form_start_afresh(struct app *app)
{
	struct form *form = form_here(app);

	form_set_error(form, 0, NULL);
	form_start_over(app, form);
}

/* What the editor has written so far is in the form, and so in its draft. */
static void take_from_editor(struct app *app, void *context, const char *text)
{
	struct form *form = context;

	form_set_text(form, form->focus, text);
	form->has_new_text = true;
	form_keep(app, &form->view);
}

static void note_editor(struct app *app, void *context, const char *name, long editor)
{
	struct form *form = context;

	form_note_editor(form, name, editor);
	form->has_new_text = true;
	form_keep(app, &form->view);
}

static void form_edit_note(struct app *app)
{
	struct form *form = form_here(app);
	char *before = memory_copy_string(form_text(form, form->focus));
	struct error err;

	enum status status = editor_run(app, before, take_from_editor, note_editor, form, &err);
	memory_replace_string(&form->edited, NULL);
	form->has_new_text = true;
	if (status != STATUS_OK && !app->is_ending) {
		take_from_editor(app, form, before);
		app_say_error(app, &err);
	}
	form_keep(app, &form->view);
	free(before);
}

static void form_move_focus(struct app *app, struct form *form, size_t by)
{
	do
		form_focus(form, (form->focus + by) % form->count);
	while (form_hides(app, form, form->focus));
}

static void form_next_field(struct app *app)
{
	form_move_focus(app, form_here(app), 1);
}

static void form_previous_field(struct app *app)
{
	struct form *form = form_here(app);

	form_move_focus(app, form, form->count - 1);
}

/* The last field has no next one. */
static void form_go_on(struct app *app)
{
	struct form *form = form_here(app);

	if (form_take_first(app, form))
		return;
	if (form->specs[form->focus].saves_on_enter || form->focus + 1 == form->count)
		form_save(app, form);
	else
		form_move_focus(app, form, 1);
}

void form_answer(struct app *app, struct view *view, const char *text)
{
	struct form *form = form_of(view);

	form_begin(app, form);
	if (form->draft_name &&
		form_is_changed(form)) { /* what was typed before is not lost for it */
		app_refuse(
			app, _("Your draft is back; \"%s\" was not taken"), text_brief(text).text);
		return;
	}
	form_set_text(form, form->focus, text);
	form->has_new_text = true;
	form_go_on(app);
}

/* Moves among the lines of a note first, then among the fields. */
static void form_go_by_line(struct app *app, struct form *form, int by)
{
	struct field *field = &form->fields[form->focus].field;

	if (form->specs[form->focus].kind == FIELD_NOTE &&
		field_move_line(field, form->value_cols, by))
		return;
	form_move_focus(app, form, by < 0 ? form->count - 1 : 1);
}

static void form_line_up(struct app *app)
{
	form_go_by_line(app, form_here(app), -1);
}

static void form_line_down(struct app *app)
{
	form_go_by_line(app, form_here(app), 1);
}

static void form_take_proposal(struct app *app)
{
	struct form *form = form_here(app);
	struct strbuf text = STRBUF_INIT;

	if (form->ops->propose)
		form->ops->propose(app, form, form->focus, &text);
	if (text.len) {
		field_set(&form->fields[form->focus].field, text.data);
		form->has_new_text = true;
	} else {
		app_refuse(app, "%s", _("Nothing is proposed here"));
	}
	strbuf_fini(&text);
}

static void form_next_choice(struct app *app)
{
	struct form *form = form_here(app);

	strbuf_clear(&form->choosing);
	form_choose_by(form, 1);
}

static void form_next_or_blank(struct app *app)
{
	if (!form_choose_on(form_here(app)))
		form_next_choice(app);
}

static void form_previous_choice(struct app *app)
{
	struct form *form = form_here(app);

	strbuf_clear(&form->choosing);
	form_choose_by(form, form_count_choices(&form->specs[form->focus]) - 1);
}

#define WITH_TEXT (IN_FORMS | IN_PROMPT | IN_ANSWER)

const struct command form_commands[] = {
	{ "next-or-blank", "Space", IN_PICKER,
		N_("the next choice, or the blank in what is typed of several words"), N_("change"),
		form_next_or_blank, .need = HINT_DOING },
	{ "next-choice", "Right", IN_PICKER, N_("the next choice"), NULL, form_next_choice },
	{ "previous-choice", "Left", IN_PICKER, N_("the previous choice"), NULL,
		form_previous_choice },
	{ "editor", "Ctrl-e", IN_NOTE, N_("hand the note to $VISUAL or $EDITOR"), N_("editor"),
		form_edit_note },
	{ "save", "Ctrl-s", WITH_TEXT, N_("save"), N_("save"), form_here_save, IN_FORMS },
	{ "next-field", "Tab", IN_FORM | IN_NOTE | IN_PICKER, N_("next field"), N_("next"),
		form_next_field },
	{ "previous-field", "Shift-Tab", IN_FORMS, N_("the previous field"), NULL,
		form_previous_field },
	{ "go-on", "Enter", IN_FORM | IN_PICKER | IN_COMPLETIONS | IN_PROMPT,
		N_("next field; in the last one, save"), N_("done"), form_go_on,
		IN_PROMPT | IN_ANSWER },
	{ "line-up", "Up", IN_FORM | IN_NOTE | IN_PICKER,
		N_("the line above, or the previous field"), NULL, form_line_up },
	{ "line-down", "Down", IN_FORM | IN_NOTE | IN_PICKER,
		N_("the line below, or the next field"), NULL, form_line_down },
	{ "take-proposed", "Ctrl-p", IN_FORM, N_("write what is proposed below the field"), NULL,
		form_take_proposal },
	{ "start-afresh", "Ctrl-x", WITH_TEXT, N_("start the form over"), NULL, form_start_afresh },
	{ "leave-form", "Esc", IN_FORM | IN_NOTE | IN_PICKER,
		N_("leave; what was typed stays as a draft"), N_("leave"), form_leave },
	{ 0 },
};
