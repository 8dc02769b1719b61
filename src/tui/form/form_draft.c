/* A form's text as a draft: kept at every pause in typing, laid back when the form opens again.
 * Not here: when that is (loop.c, form_draw.c). */
#include "tui/form/form_draft.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/store/draft.h"
#include "tui/form/form_state.h"

#include <stdlib.h>
#include <string.h>

/* One line a field: its name, a blank, its text with newlines and backslashes escaped; choices as
 * numbers. */
void form_encode(const struct form *form, struct strbuf *out)
{
	for (size_t i = 0; i < form->count; i++) {
		strbuf_add_format(out, "%s ", form->specs[i].name);
		if (!form_has_text(form->specs[i].kind)) {
			strbuf_add_format(out, "%zu\n", form->fields[i].choice);
			continue;
		}
		for (const char *c = form_text(form, i); *c; c++) {
			if (*c == '\n')
				strbuf_add(out, "\\n");
			else if (*c == '\\')
				strbuf_add(out, "\\\\");
			else
				strbuf_add_char(out, *c);
		}
		strbuf_add_char(out, '\n');
	}
}

static void decode_value(const char *value, size_t len, struct strbuf *out)
{
	for (size_t i = 0; i < len; i++) {
		if (value[i] != '\\' || i + 1 == len)
			strbuf_add_char(out, value[i]);
		else
			strbuf_add_char(out, value[++i] == 'n' ? '\n' : value[i]);
	}
}

static void decode_line(struct form *form, const char *line, size_t len)
{
	for (size_t i = 0; i < form->count; i++) {
		size_t name_len = strlen(form->specs[i].name);
		struct strbuf value = STRBUF_INIT;
		if (len <= name_len || line[name_len] != ' ' ||
			strncmp(line, form->specs[i].name, name_len) != 0)
			continue;
		decode_value(line + name_len + 1, len - name_len - 1, &value);
		if (form_has_text(form->specs[i].kind))
			form_set_text(form, i, value.data);
		else
			form_set_choice(form, i, strtoul(value.data, NULL, 10));
		strbuf_fini(&value);
	}
}

bool form_decode(struct form *form, const char *draft)
{
	while (*draft) {
		size_t len = strcspn(draft, "\n");
		decode_line(form, draft, len);
		draft += len + (draft[len] == '\n');
	}
	return form_is_changed(form);
}

enum status form_keep_draft(struct app *app, struct form *form, struct error *err)
{
	struct strbuf draft = STRBUF_INIT;
	enum status status = STATUS_OK;

	if (!form->draft_name || !form->has_new_text)
		return STATUS_OK;
	if (form_is_changed(form)) {
		form_encode(form, &draft);
		status = draft_save(app->store, form->draft_name, draft.data, err);
		strbuf_fini(&draft);
	} else {
		draft_drop(app->store, form->draft_name);
	}
	form->has_new_text = status != STATUS_OK; /* then it is retried at the next pause */
	return status;
}

void form_keep(struct app *app, struct view *view)
{
	struct error err;

	if (form_keep_draft(app, form_of(view), &err) != STATUS_OK)
		app_say_error(app, &err);
}

bool form_restore_draft(struct app *app, struct form *form)
{
	if (!form->is_opened)
		form_set_clean(form);
	char *draft = form->draft_name ? draft_load(app->store, form->draft_name) : NULL;
	bool is_laid = draft && form_decode(form, draft);
	free(draft);
	if (!is_laid)
		return false;
	for (size_t i = 0; i < form->count; i++) /* back to where they were typing */
		if (strcmp(form_text(form, i), form->fields[i].clean) != 0)
			form_focus(form, i);
	app_say(app, "%s", _("Your draft is back. Ctrl-x starts over"));
	return true;
}
