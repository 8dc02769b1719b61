/* A form's fields, its keys, saving and leaving it.
 * Not here: drawing (form_draw.c), drafts (form_draft.c), completion (form_complete.c). */
#include "tui/form/form_state.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/when.h"
#include "filo/store/store.h"
#include "tui/form/editor.h"
#include "tui/terminal/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

unsigned form_context_of(const struct view *view)
{
	(void)view;
	return IN_FORM;
}

static void form_hints(const struct view *view, struct strbuf *out)
{
	const struct form *form = form_of((struct view *)view);
	enum field_kind kind = form->specs[form->focus].kind;

	/* Translators: pairs of a key and one or more words, with two blanks between the pairs. */
	if (form->offers.count)
		strbuf_add(out, _("Tab take  "));
	if (kind == FIELD_CHOICE || kind == FIELD_FLAG)
		strbuf_add(out, _("Space change  "));
	if (kind == FIELD_NOTE)
		strbuf_add(out, _("Ctrl-e editor  "));
	strbuf_add(out, _("Ctrl-s save  Tab next  Esc leave"));
}

static const struct view_ops form_view_ops = {
	.name = "form",
	.context = form_context_of,
	.draw = form_draw,
	.key = form_key,
	.keep = form_keep,
	.hints = form_hints,
	.free = form_free,
	.takes_typing = true,
	.is_overlay = true,
};

struct form *form_new(const struct view_ops *view_ops, const struct form_ops *ops, char *title,
	char *draft_name, const struct field_spec *specs, size_t count, void *context)
{
	struct form *form = memory_new(sizeof *form);

	form->view.ops = view_ops;
	form->ops = ops;
	form->title = title;
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
	}
	VECTOR_EACH (named, &form->people)
		free(named->name);
	vector_fini(&form->people);
	form_clear_offers(form);
	vector_fini(&form->offers);
	free(form->fields);
	free(form->error);
	free(form->title);
	free(form->draft_name);
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

static size_t count_choices(const struct field_spec *spec)
{
	size_t count = 0;

	if (spec->kind == FIELD_FLAG)
		return 2;
	while (spec->choices && spec->choices[count])
		count++;
	return count;
}

void form_set_choice(struct form *form, size_t field, size_t choice)
{
	if (choice < count_choices(&form->specs[field]))
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
	if (field >= form->short_count)
		form->short_count = 0;
	form_clear_offers(form);
}

void form_set_short(struct form *form, size_t count)
{
	form->short_count = count;
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

static void set_error(struct form *form, size_t field, const char *message)
{
	memory_replace_string(&form->error, message);
	form->error_field = field;
	if (message)
		form_focus(form, field);
}

/* Dates and numbers that make no sense never reach the form's own save. */
static bool check_fields(struct app *app, struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		const struct field_spec *spec = &form->specs[i];
		const char *text = form_text(form, i);
		struct error err;
		struct when when;
		bool is_blank = text_is_blank(text);
		if (is_blank && !spec->is_optional && form_has_text(spec->kind) &&
			spec->kind != FIELD_NOTE) {
			set_error(form, i, _("This one is needed"));
			return false;
		}
		if (!is_blank && spec->kind == FIELD_WHEN &&
			when_parse(text, spec->sense, app->today, i18n_language(),
				i18n_is_day_first(), &when, &err) != STATUS_OK) {
			set_error(form, i, err.message);
			return false;
		}
		if (spec->kind == FIELD_NUMBER && text[strspn(text, "0123456789 ")]) {
			set_error(form, i, _("A number is needed here"));
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

void form_save(struct app *app, struct form *form)
{
	size_t field = form->focus;
	struct error err = { .status = STATUS_OK };

	set_error(form, 0, NULL);
	form_clear_offers(form);
	if (!check_fields(app, form))
		return;
	enum status status = form->ops->save(app, form, &field, &err);
	if (status == STATUS_CANCELLED)
		return;
	if (status != STATUS_OK) {
		set_error(form, field, err.message);
		return;
	}
	form_close(app, form);
}

static void leave(struct app *app, struct form *form)
{
	struct error err;

	if (form->offers.count) {
		form_clear_offers(form);
		return;
	}
	if (form->draft_name && form_is_changed(form) && !form->has_asked) {
		form->has_asked = true;
		app_say(app, "%s",
			_("Not saved. Esc again leaves and keeps it as a draft; Ctrl-s saves"));
		return;
	}
	/* Nothing is left behind that could not be kept, unless they say so once more. */
	if (form_keep_draft(app, form, &err) != STATUS_OK && !form->has_warned) {
		form->has_warned = true;
		app_say(app, _("No draft can be kept: Esc once more loses it. %s"), err.message);
		return;
	}
	if (form->has_new_text)
		app_say(app, "%s", _("It was not kept"));
	else if (form->draft_name && form_is_changed(form))
		app_say(app, "%s", _("Kept as a draft: open the form again to go on"));
	app_remove(app, &form->view);
	app_refresh(app);
}

static void start_afresh(struct app *app, struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		form_set_text(form, i, form->fields[i].clean);
		form->fields[i].choice = form->fields[i].clean_choice;
	}
	if (form->draft_name)
		draft_drop(app->store, form->draft_name);
	form->has_new_text = false;
	set_error(form, 0, NULL);
}

static void edit_note(struct app *app, struct form *form)
{
	struct error err;
	char *text = editor_run(app, form_text(form, form->focus), &err);

	if (!text) {
		if (!app->is_ending)
			app_say_error(app, &err);
		return;
	}
	form_set_text(form, form->focus, text);
	free(text);
	form->has_new_text = true;
	form_keep(app, &form->view);
}

static void move_focus(struct form *form, int by)
{
	size_t to = (form->focus + form->count + (size_t)(by + (int)form->count)) % form->count;

	form_focus(form, to);
}

static bool begins_with(const char *word, int key)
{
	utf8proc_int32_t code;

	utf8proc_iterate((const utf8proc_uint8_t *)word, -1, &code);
	return utf8proc_tolower(code) == utf8proc_tolower(key);
}

/* Space and arrows go round; a letter goes to the next choice that begins with it. */
static bool choose(struct form *form, int key)
{
	const struct field_spec *spec = &form->specs[form->focus];
	struct form_field *field = &form->fields[form->focus];
	size_t count = count_choices(spec);

	if (!count)
		return false;
	if (key == ' ' || key == KEYS_RIGHT) {
		field->choice = (field->choice + 1) % count;
		return true;
	}
	if (key == KEYS_LEFT) {
		field->choice = (field->choice + count - 1) % count;
		return true;
	}
	if (!KEY_IS_TEXT(key))
		return false;
	for (size_t i = 1; i <= count; i++) {
		size_t choice = (field->choice + i) % count;
		const char *word = spec->kind == FIELD_FLAG ? (choice ? _("yes") : _("no"))
							    : _(spec->choices[choice]);
		if (begins_with(word, key)) {
			field->choice = choice;
			break;
		}
	}
	return true;
}

/* Keys that go from field to field. */
static bool navigate(struct app *app, struct form *form, int key)
{
	const struct field_spec *spec = &form->specs[form->focus];
	struct field *field = &form->fields[form->focus].field;
	int by = key == KEYS_UP || key == KEYS_BACK_TAB ? -1 : 1;

	switch (key) {
	case KEYS_TAB:
		if (form->offers.count) {
			form_take_offer(app, form);
			return true;
		}
		break;
	case KEYS_ENTER:
		if (spec->kind == FIELD_NOTE)
			return false;
		if (spec->saves_on_enter || form->focus + 1 == form->count) {
			form_save(app, form);
			return true;
		}
		break;
	case KEYS_RIGHT:
		if (!form->offers.count || field->text.data[field->cursor])
			return false;
		form_take_offer(app, form);
		return true;
	case KEYS_UP:
	case KEYS_DOWN:
		if (form->offers.count > 1) {
			list_move_round(&form->offer_list, by < 0 ? MOVE_UP : MOVE_DOWN);
			return true;
		}
		if (spec->kind == FIELD_NOTE && field_move_line(field, form->value_cols, by))
			return true;
		break;
	case KEYS_BACK_TAB:
		break;
	default:
		return false;
	}
	move_focus(form, by);
	return true;
}

/* A date that stands there unasked gives way to what is typed; a blank goes on with it ("today at
 * 6pm"), and any key that moves or erases makes it one's own. */
static bool gives_way(const struct form *form, int key)
{
	const struct form_field *field = &form->fields[form->focus];
	bool is_typed = key == KEYS_PASTE || (KEY_IS_TEXT(key) && key != ' ');

	return is_typed && form->specs[form->focus].kind == FIELD_WHEN && field->clean &&
	       field->field.cursor == field->field.text.len &&
	       !strcmp(field->field.text.data, field->clean);
}

static bool edit(struct app *app, struct form *form, int key)
{
	const struct field_spec *spec = &form->specs[form->focus];
	struct form_field *field = &form->fields[form->focus];

	if (!form_has_text(spec->kind)) {
		if (key == KEYS_PASTE) {
			app_say(app, "%s", _("This is chosen, not typed: the space bar goes on"));
			return true;
		}
		if (!choose(form, key))
			return false;
		form->has_new_text = true;
		return true;
	}
	if (gives_way(form, key))
		field_set(&field->field, "");
	if (key == '@' && spec->kind == FIELD_PEOPLE && !spec->is_single)
		field_insert(&field->field, ", ", field->field.text.len ? 2 : 0);
	else if (!field_key(&field->field, key))
		return false;
	form->has_new_text = true;
	if (form->error && form->error_field == form->focus)
		set_error(form, 0, NULL);
	form_offer(app, form);
	return true;
}

void form_begin(struct app *app, struct form *form)
{
	form->today = app->today;
	if (form->is_opened)
		return;
	form_set_clean(form);
	form_restore_draft(app, form);
}

bool form_key(struct app *app, struct view *view, int key)
{
	struct form *form = form_of(view);

	form_begin(app, form);

	if (key == KEYS_ESCAPE) {
		leave(app, form);
		return true;
	}
	form->has_asked = form->has_warned = false;
	if (key == KEY_CTRL('s')) {
		form_save(app, form);
		return true;
	}
	if (key == KEY_CTRL('e') && form->specs[form->focus].kind == FIELD_NOTE) {
		edit_note(app, form);
		return true;
	}
	if (key == KEY_CTRL('x')) {
		start_afresh(app, form);
		return true;
	}
	return navigate(app, form, key) || edit(app, form, key);
}

bool form_when(const struct form *form, size_t field, struct when *when)
{
	const struct field_spec *spec = &form->specs[field];
	struct error err;

	return !text_is_blank(form_text(form, field)) &&
	       when_parse(form_text(form, field), spec->sense, form->today, i18n_language(),
		       i18n_is_day_first(), when, &err) == STATUS_OK;
}
