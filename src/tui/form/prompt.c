/* Small questions on the last row: a line of text, or one key.
 * Not here: forms of several fields (form.c). */
#include "tui/form/prompt.h"

#include "tui/form/form_state.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/terminal.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* A prompt is a form of one field, so that dates, names and files behave alike. */
struct prompt {
	struct field_spec spec;
	void (*answer)(struct app *app, void *context, const char *text);
	void *context;
};

static enum status prompt_save(struct app *app, struct form *form, size_t *field, struct error *err)
{
	struct prompt *prompt = form_context(form);
	char *text = memory_copy_string(form_text(form, 0));

	(void)field;
	(void)err;
	/* Off first: the answer may well put something else on the screen. */
	app_remove(app, &form->view);
	prompt->answer(app, prompt->context, text);
	free(text);
	app_refresh(app);
	return STATUS_CANCELLED;
}

static const struct form_ops prompt_form_ops = {
	.name = "prompt", .save = prompt_save, .free = free
};

static bool prompt_key(struct app *app, struct view *view, int key)
{
	struct form *form = form_of(view);
	struct prompt *prompt = form_context(form);

	if (key != KEYS_ESCAPE || form->offers.count)
		return form_key(app, view, key);
	app_remove(app, view);
	prompt->answer(app, prompt->context, NULL);
	app_refresh(app);
	return true;
}

static void prompt_hints(const struct view *view, struct strbuf *out)
{
	if (form_of((struct view *)view)->offers.count)
		strbuf_add(out, _("Tab take  "));
	strbuf_add(out, _("Enter done  Esc leave"));
}

static const struct view_ops prompt_view_ops = {
	.name = "prompt",
	.context = form_context_of,
	.draw = form_draw,
	.key = prompt_key,
	.hints = prompt_hints,
	.free = form_free,
	.takes_typing = true,
	.is_overlay = true,
};

struct view *prompt_view(const char *question, const char *initial, enum field_kind kind,
	void (*answer)(struct app *app, void *context, const char *text), void *context)
{
	struct prompt *prompt = memory_new(sizeof *prompt);

	prompt->spec = (struct field_spec){ .name = "answer",
		.label = "",
		.kind = kind,
		.sense = WHEN_FUTURE,
		.is_optional = true };
	prompt->answer = answer;
	prompt->context = context;
	struct form *form = form_new(&prompt_view_ops, &prompt_form_ops,
		memory_copy_string(question), NULL, &prompt->spec, 1, prompt);
	form_set_text(form, 0, initial);
	return &form->view;
}

struct ask {
	struct view view;
	char *question, *keys;
	void (*answer)(struct app *app, void *context, int key);
	void *context;
};

static void ask_draw(struct app *app, struct view *view, struct rect area)
{
	const struct ask *ask = (struct ask *)view;
	int rows = draw_wrap(ask->question, area.cols - 2, NULL, NULL);

	(void)app;
	if (rows + 1 > area.rows)
		rows = area.rows - 1;
	const struct rect box = { area.row + area.rows - rows - 1, area.col, rows + 1, area.cols };
	const struct rect text = { box.row + 1, box.col + 1, rows, box.cols - 2 };
	draw_blank(box);
	draw_rule(box, 0, ROLE_TITLE, NULL, NULL);
	draw_paragraph(text, 0, 0, ROLE_TEXT, ask->question);
	draw_cursor(text, 0, 0, false);
}

/* "y n" is what the table says; a person also presses the first letter of their own word. */
static int key_meant(const struct ask *ask, int key)
{
	size_t left = strlen(ask->keys);

	if (key == KEYS_ESCAPE)
		return 0;
	if (!strcmp(ask->keys, "y n")) {
		utf8proc_int32_t yes, no;
		utf8proc_iterate((const utf8proc_uint8_t *)_("yes"), -1, &yes);
		utf8proc_iterate((const utf8proc_uint8_t *)_("no"), -1, &no);
		if (utf8proc_tolower(key) == yes || key == KEYS_ENTER)
			return 'y';
		if (utf8proc_tolower(key) == no)
			return 'n';
	}
	for (size_t i = 0; i < left; i++)
		if (ask->keys[i] != ' ' && ask->keys[i] == key)
			return key;
	return -1;
}

static bool ask_key(struct app *app, struct view *view, int key)
{
	struct ask *ask = (struct ask *)view;
	int meant = key_meant(ask, key);

	if (meant < 0)
		return true; /* nothing else happens while a question stands */
	app_remove(app, view);
	ask->answer(app, ask->context, meant);
	app_refresh(app);
	return true;
}

static void ask_hints(const struct view *view, struct strbuf *out)
{
	const struct ask *ask = (const struct ask *)view;
	char first[2][8] = { { 0 } };

	if (strcmp(ask->keys, "y n") != 0) {
		strbuf_add(out, _("Esc leave"));
		return;
	}
	memcpy(first[0], _("yes"), text_next(_("yes"), 0));
	memcpy(first[1], _("no"), text_next(_("no"), 0));
	strbuf_add_format(out, "%s %s  %s %s  ", first[0], _("yes"), first[1], _("no"));
	strbuf_add(out, _("Esc leave"));
}

static void ask_free(struct view *view)
{
	struct ask *ask = (struct ask *)view;

	free(ask->question);
	free(ask->keys);
	free(ask);
}

static const struct view_ops ask_view_ops = {
	.name = "ask",
	.context = form_context_of,
	.draw = ask_draw,
	.key = ask_key,
	.hints = ask_hints,
	.free = ask_free,
	.takes_typing = true,
	.is_overlay = true,
};

struct view *ask_view(const char *question, const char *keys,
	void (*answer)(struct app *app, void *context, int key), void *context)
{
	struct ask *ask = memory_new(sizeof *ask);

	ask->view.ops = &ask_view_ops;
	ask->question = memory_copy_string(question);
	ask->keys = memory_copy_string(keys);
	ask->answer = answer;
	ask->context = context;
	return &ask->view;
}
