/* A form's text as a draft: kept at every pause in typing, laid back when the form opens again.
 * Not here: when that is (loop.c, form_draw.c). */
#include "tui/form/form_draft.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/process.h"
#include "filo/people/words/draft_words.h"
#include "filo/store/draft.h"
#include "tui/form/form_choice.h"
#include "tui/form/form_state.h"
#include "tui/form/text_file.h"
#include "tui/way.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void encode_text(const char *name, const char *text, struct strbuf *out)
{
	strbuf_add_format(out, "%s ", name);
	for (const char *c = text; *c; c++) {
		if (*c == '\n')
			strbuf_add(out, "\\n");
		else if (*c == '\\')
			strbuf_add(out, "\\\\");
		else
			strbuf_add_char(out, *c);
	}
	strbuf_add_char(out, '\n');
}

static void encode_value(
	const struct form *form, size_t field, const char *text, size_t choice, struct strbuf *out)
{
	if (form_has_text(form->specs[field].kind))
		encode_text(form->specs[field].name, text, out);
	else
		strbuf_add_format(out, "%s %zu\n", form->specs[field].name, choice);
}

static bool is_typed(const struct form *form, size_t field)
{
	const struct form_field *at = &form->fields[field];

	return strcmp(form_text(form, field), at->known) != 0 || at->choice != at->known_choice;
}

/* By which day what was typed goes: "tomorrow". */
#define DAY_LINE "day "

/* One line a field: its name, a blank, its text with newlines and backslashes escaped; choices as
 * numbers. Beside one that was changed, after a "=", what it was: which version it was of. */
void form_encode(const struct form *form, struct strbuf *out)
{
	char day[DATE_ISO_SIZE];

	for (size_t i = 0; i < form->count; i++) {
		const struct form_field *field = &form->fields[i];
		encode_value(form, i, form_text(form, i), field->choice, out);
		if (!form->writes_over || !is_typed(form, i))
			continue;
		strbuf_add_char(out, '=');
		encode_value(form, i, field->known, field->known_choice, out);
	}
	if (form->whom)
		encode_text("who", form->whom, out);
	strbuf_add_format(out, DAY_LINE "%s\n", date_format_iso(form->today, day));
	if (form->edited)
		strbuf_add(out, form->edited);
}

/* "@note 4711-83521-1b9d6bcd filo-8Ku2Xd.txt": who may still be writing the field, and where. */
void form_note_editor(struct form *form, const char *name, long editor)
{
	struct strbuf line = STRBUF_INIT;

	strbuf_add_format(&line, "@%s ", form->specs[form->focus].name);
	process_name_of(&line, editor);
	strbuf_add_format(&line, " %s\n", name);
	free(form->edited);
	form->edited = strbuf_take(&line);
}

/* The field of that name takes the text, and with it the draft: only then the file goes. */
static void take_left_text(
	struct app *app, struct form *form, const char *field, const char *text, const char *path)
{
	struct error err;
	size_t i = 0;

	while (i < form->count && strcmp(form->specs[i].name, field) != 0)
		i++;
	if (i == form->count || !form_has_text(form->specs[i].kind))
		return;
	form_set_text(form, i, text);
	form->has_new_text = true;
	if (form_keep_draft(app, form, &err) == STATUS_OK)
		unlink(path);
	else
		app_say_error(app, &err);
}

/* What an editor wrote, or still writes, after filo was killed. True: that is said. */
static bool form_take_left(struct app *app, struct form *form, const char *draft)
{
	char field[32], editor[64], name[32], *path;
	const char *line = *draft == '@' ? draft : strstr(draft, "\n@");

	if (!line || sscanf(line + (*line == '\n'), "@%31s %63s %31s", field, editor, name) != 3)
		return false;
	path = text_file_find(name);
	char *text = path ? text_file_read(path, NULL, NULL) : NULL;
	bool is_writing = text && process_runs(editor);
	if (is_writing) {
		const char *begin = line + (*line == '\n');
		free(form->edited); /* the next draft tells of it, too */
		form->edited = memory_copy_bytes(begin, strcspn(begin, "\n") + 1);
		app_say(app,
			_("An editor still has this text open, in %s: end it there, and open this "
			  "again"),
			path);
	} else if (text) {
		take_left_text(app, form, field, text, path);
	}
	free(text);
	free(path);
	return is_writing;
}

static void set_typed(struct form *form, size_t field, const char *value)
{
	if (form_has_text(form->specs[field].kind))
		form_set_text(form, field, value);
	else
		form_set_choice(form, field, strtoul(value, NULL, 10));
}

static void set_known(struct form *form, size_t field, const char *value)
{
	if (form_has_text(form->specs[field].kind))
		memory_replace_string(&form->fields[field].known, value);
	else
		form->fields[field].known_choice = strtoul(value, NULL, 10);
}

static void decode_line(struct form *form, const char *line, size_t len,
	void (*set)(struct form *form, size_t field, const char *value))
{
	for (size_t i = 0; i < form->count; i++) {
		size_t name_len = strlen(form->specs[i].name);
		struct strbuf value = STRBUF_INIT;
		if (len <= name_len || line[name_len] != ' ' ||
			strncmp(line, form->specs[i].name, name_len) != 0)
			continue;
		draft_unescape(&value, line + name_len + 1, len - name_len - 1);
		set(form, i, value.data);
		strbuf_fini(&value);
	}
}

static void decode_lines(struct form *form, const char *draft, bool is_known,
	void (*set)(struct form *form, size_t field, const char *value))
{
	while (*draft) {
		size_t len = strcspn(draft, "\n");
		if (is_known == (*draft == '='))
			decode_line(form, draft + is_known, len - is_known, set);
		draft += len + (draft[len] == '\n');
	}
}

/* What was not changed is as it was kept. */
static void take_as_known(struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		memory_replace_string(&form->fields[i].known, form_text(form, i));
		form->fields[i].known_choice = form->fields[i].choice;
	}
}

/* Dates in words are of the day on which they were typed. */
static void take_day(struct form *form, const char *draft)
{
	const char *line = strstr(draft, "\n" DAY_LINE);
	char written[DATE_ISO_SIZE] = "";
	day_number typed_on, today = form->today;

	if (!line || sscanf(line + strlen("\n" DAY_LINE), "%10s", written) != 1 ||
		!date_parse_iso(written, &typed_on))
		return;
	form->today = typed_on;
	form_set_today(form, today);
}

bool form_decode(struct form *form, const char *draft)
{
	decode_lines(form, draft, false, set_typed);
	/* Older programs did not tell what was there. */
	if (*draft == '=' || strstr(draft, "\n=")) {
		take_as_known(form);
		decode_lines(form, draft, true, set_known);
	}
	take_day(form, draft);
	return form_is_changed(form);
}

enum status form_keep_draft(struct app *app, struct form *form, struct error *err)
{
	struct strbuf draft = STRBUF_INIT;
	enum status status = STATUS_OK;

	/* With the file, the draft that is in it was taken away. */
	form->has_new_text |= form->kept_in && (form->kept_in != app->store ||
						       store_loss(app->store) != STORE_IS_HERE);
	if (!form->draft_name || !form->has_new_text)
		return STATUS_OK;
	if (form_is_changed(form) || form->edited) {
		form_encode(form, &draft);
		status = draft_save(app->store, form->draft_name, draft.data, err);
		strbuf_fini(&draft);
	} else {
		draft_drop(app->store, form->draft_name);
	}
	form->has_new_text = status != STATUS_OK; /* then it is retried at the next pause */
	form->kept_in = app->store;
	return status;
}

void form_keep(struct app *app, struct view *view)
{
	struct error err;

	if (form_keep_draft(app, form_of(view), &err) != STATUS_OK)
		app_say_error(app, &err);
}

/* As the form shows it: no draft will be laid back from it. */
void form_add_unkept(const struct view *view, struct strbuf *out)
{
	const struct form *form = form_of((struct view *)view);

	if (!form->draft_name || !form->has_new_text || !form_is_changed(form))
		return;
	strbuf_add_format(out, "%s\n", form->title);
	for (size_t i = 0; i < form->count; i++) {
		const struct field_spec *spec = &form->specs[i];
		const char *words = form_has_text(spec->kind)
					    ? form_text(form, i)
					    : form_choice_word(spec, form_choice(form, i));
		if (*words)
			strbuf_add_format(out, "%s: %s\n", _(spec->label), words);
	}
}

void form_know_clean(struct form *form)
{
	for (size_t i = 0; i < form->count; i++) {
		memory_replace_string(&form->fields[i].known, form->fields[i].clean);
		form->fields[i].known_choice = form->fields[i].clean_choice;
	}
}

static bool is_of_older(const struct form *form)
{
	for (size_t i = 0; i < form->count; i++)
		if (strcmp(form->fields[i].known, form->fields[i].clean) != 0 ||
			form->fields[i].known_choice != form->fields[i].clean_choice)
			return true;
	return false;
}

/* Back to where they were typing; but a short form begins at its line, whatever was typed around
 * it: who opens it has a line to write. */
static void focus_typed(struct form *form)
{
	size_t begins_at = form->focus;

	for (size_t i = 0; i < form->count; i++)
		if (strcmp(form_text(form, i), form->fields[i].clean) != 0)
			form_focus(form, i);
	if (form_is_short(form))
		form_focus(form, begins_at);
}

/* What was just said leaves the cursor in the field that is opened: on the plain screen that is
 * what is heard, with the word behind it. */
static void form_say_beside(struct app *app, struct form *form, const char *word)
{
	app->message_is_beside = true;
	form->draft_word = word;
}

/* What another screen has left behind comes only when it is asked for: at the start it was offered,
 * or it is of another thought. */
static void offer_left(struct app *app, struct form *form)
{
	struct draft left;
	struct error err;

	if (draft_find_left(app->store, form->draft_name, &left, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	if (left.id) {
		form->left = left.id;
		memory_replace_string(&form->thrown, left.text);
		app_say(app, _("A draft is kept here: %s brings it"),
			way_here(app, "start-afresh"));
		form_say_beside(app, form, _("a draft is kept"));
	}
	draft_fini(&left);
}

void form_restore_draft(struct app *app, struct form *form)
{
	struct error err;
	char *draft = NULL;

	if (!form->is_opened)
		form_set_clean(form);
	if (form->draft_name && draft_load(app->store, form->draft_name, &draft, &err) != STATUS_OK)
		app_say_error(app, &err);
	if (draft) {
		form->kept_in = app->store;
		form_decode(form, draft);
	}
	bool is_said = draft && form_take_left(app, form, draft);
	free(draft);
	if (!form_is_changed(form)) {
		form_know_clean(form);
		if (form->draft_name)
			offer_left(app, form);
		return;
	}
	focus_typed(form);
	if (is_said)
		return;
	bool is_older = is_of_older(form);
	app_say(app,
		is_older ? _("Your draft is back, of what was there before: it was changed since. "
			     "%s starts over")
			 : _("Your draft is back. %s starts over"),
		way_here(app, "start-afresh"));
	if (!is_older)
		form_say_beside(app, form, _("your draft"));
}

/* The text that is in the form, too, of which nothing may have been kept yet. */
static void throw_draft(struct app *app, struct form *form)
{
	struct strbuf draft = STRBUF_INIT;
	struct error err;

	form_encode(form, &draft);
	memory_replace_string(&form->thrown, draft.data);
	form->left = 0;
	strbuf_fini(&draft);
	enum status status = form_keep_draft(app, form, &err);
	if (status == STATUS_OK && form->draft_name)
		status = draft_throw(app->store, form->draft_name, &err);
	if (status != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_note_thrown(app);
	app_say(app, _("Started over. %s again brings back what was typed"),
		way_here(app, "start-afresh"));
}

static void form_bring_back(struct app *app, struct form *form)
{
	struct error err;

	if (form->left && draft_choose(app->store, form->left, &err) != STATUS_OK)
		app_say_error(app, &err);
	form->left = 0;
	form_decode(form, form->thrown);
	focus_typed(form);
	form->has_new_text = true;
	app->has_thrown = false;
}

void form_start_over(struct app *app, struct form *form)
{
	if (!form_is_changed(form)) {
		if (form->thrown)
			form_bring_back(app, form);
		return;
	}
	throw_draft(app, form);
	for (size_t i = 0; i < form->count; i++) {
		form_set_text(form, i, form->fields[i].clean);
		form->fields[i].choice = form->fields[i].clean_choice;
	}
	form_know_clean(form);
	form->has_new_text = false;
}
