/* Small questions on the last row: a line of text, or one key.
 * Not here: forms of several fields (form.c). */
#include "tui/form/prompt.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/command.h"
#include "tui/form/form_complete.h"
#include "tui/form/form_draw.h"
#include "tui/form/form_state.h"
#include "tui/terminal/draw.h"
#include "tui/terminal/wrap.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* A prompt is a form of one field, so that dates, names and files behave alike. */
struct prompt {
	struct field_spec spec;
	char *label; /* on the plain screen the question, in short; NULL: none */
	char *name;  /* of prompt_named; NULL: none */
	void (*answer)(struct app *app, void *context, const char *text);
	void *context;
	void (*drop)(void *context); /* NULL: answered, or nobody's to free */
};

/* Popped first: the answer may push another view. */
static void prompt_answer(struct app *app, struct form *form, const char *text)
{
	struct prompt *prompt = form_context(form);

	prompt->drop = NULL;
	app_remove(app, &form->view);
	prompt->answer(app, prompt->context, text);
	app_refresh(app);
}

static enum status prompt_save(struct app *app, struct form *form, size_t *field, struct error *err)
{
	char *text = memory_copy_string(form_text(form, 0));

	(void)field;
	(void)err;
	prompt_answer(app, form, text);
	free(text);
	return STATUS_CANCELLED;
}

static void prompt_free(void *context)
{
	struct prompt *prompt = context;

	if (prompt->drop)
		prompt->drop(prompt->context);
	free(prompt->label);
	free(prompt->name);
	free(prompt);
}

static const struct form_ops prompt_form_ops = {
	.name = "prompt", .save = prompt_save, .free = prompt_free
};

static context_set prompt_context(const struct view *view)
{
	return form_of((struct view *)view)->offers.count ? IN_ANSWER : IN_PROMPT;
}

static const struct view_ops prompt_view_ops = {
	.name = "prompt",
	.context = prompt_context,
	.draw = form_draw,
	.type = form_type,
	.answer = form_answer,
	.free = form_free,
	.is_overlay = true,
};

/* The question without its examples, for the row of the cursor, which is all that is heard: "Snooze
 * Ana until (Enter: a week from now)". */
static char *prompt_short(const char *question)
{
	const char *example = strstr(question, " (");
	size_t end = strcspn(question, ":?");

	if (example && (size_t)(example - question) < end)
		end = (size_t)(example - question);
	return memory_copy_bytes(question, end + (question[end] == '?'));
}

struct view *prompt_view(const char *question, const char *initial, enum field_kind kind,
	void (*answer)(struct app *app, void *context, const char *text), void *context)
{
	struct prompt *prompt = memory_new(sizeof *prompt);

	prompt->label = draw_is_plain() ? prompt_short(question) : NULL;
	prompt->spec = (struct field_spec){ .name = "answer",
		.label = prompt->label ? prompt->label : "",
		.kind = kind,
		.sense = WHEN_FUTURE,
		.is_single = kind == FIELD_PEOPLE,
		.is_optional = true };
	prompt->answer = answer;
	prompt->context = context;
	struct form *form = form_new(&prompt_view_ops, &prompt_form_ops,
		memory_copy_string(question), NULL, &prompt->spec, 1, prompt);
	form_set_text(form, 0, initial);
	return &form->view;
}

struct view *prompt_named(struct view *view, const char *name)
{
	struct prompt *prompt = form_context(form_of(view));

	memory_replace_string(&prompt->name, name);
	prompt->spec.short_label = prompt->name;
	return view;
}

struct view *prompt_view_owning(const char *question, const char *initial, enum field_kind kind,
	void (*answer)(struct app *app, void *context, const char *text), void *context,
	void (*drop)(void *context))
{
	struct view *view = prompt_view(question, initial, kind, answer, context);
	struct prompt *prompt = form_context(form_of(view));

	prompt->drop = drop;
	return view;
}

struct view *prompt_view_other(const char *question, contact_id other_than,
	void (*answer)(struct app *app, void *context, const char *text), void *context)
{
	struct view *view = prompt_view(question, "", FIELD_PEOPLE, answer, context);
	struct prompt *prompt = form_context(form_of(view));

	prompt->spec.other_than = other_than;
	return view;
}

struct view *prompt_view_taking(struct app *app, const char *question,
	const struct command_argument *takes,
	void (*answer)(struct app *app, void *context, const char *text), void *context,
	const char *typed)
{
	struct view *view = prompt_view(question, typed, takes->kind, answer, context);
	struct prompt *prompt = form_context(form_of(view));

	prompt->spec.complete = takes->complete;
	prompt->spec.tell = takes->tell;
	prompt->spec.is_single = takes->is_single;
	prompt->spec.goes_on = takes->goes_on;
	prompt->spec.offers_all = takes->complete != NULL;
	if (!*typed)
		form_offer(app, form_of(view));
	return view;
}

struct ask {
	struct view view;
	char *question, *keys;
	void (*answer)(struct app *app, void *context, int key);
	void *context;
	void (*drop)(void *context); /* NULL: answered, or nobody's to free */
};

/* Where what is asked begins: behind what is told first, in lines of its own. */
static int question_asked_row(const char *question, int cols)
{
	const char *asked = strrchr(question, '\n');

	if (!asked)
		return 0;
	char *told = memory_copy_bytes(question, (size_t)(asked - question));
	int rows = draw_wrap(told, cols, NULL, NULL);
	free(told);
	return rows;
}

void question_draw(const char *question, struct rect area)
{
	int rows = draw_wrap(question, area.cols - 2, NULL, NULL);

	if (rows + 1 > area.rows)
		rows = area.rows - 1;
	const struct rect box = { area.row + area.rows - rows - 1, area.col, rows + 1, area.cols };
	const struct rect text = { box.row + 1, box.col + 1, rows, box.cols - 2 };
	draw_blank(box);
	draw_rule(box, 0, ROLE_TITLE, NULL, NULL);
	draw_paragraph(text, 0, 0, ROLE_TEXT, question);
	draw_cursor(text, question_asked_row(question, text.cols), 0, false);
}

static void ask_draw(struct app *app, struct view *view, struct rect area)
{
	(void)app;
	question_draw(((struct ask *)view)->question, area);
}

static bool ask_is_yes_or_no(const struct ask *ask)
{
	return !strcmp(ask->keys, "y n");
}

static context_set ask_context(const struct view *view)
{
	return ask_is_yes_or_no((const struct ask *)view) ? IN_YES_NO : IN_QUESTION;
}

/* Also accepts the first letter of the translated word. */
static int ask_key_meant(const struct ask *ask, int key)
{
	if (ask_is_yes_or_no(ask)) {
		utf8proc_int32_t yes, no;
		utf8proc_iterate((const utf8proc_uint8_t *)_("yes"), -1, &yes);
		utf8proc_iterate((const utf8proc_uint8_t *)_("no"), -1, &no);
		if (utf8proc_tolower(key) == yes)
			return 'y';
		if (utf8proc_tolower(key) == no)
			return 'n';
	}
	for (const char *c = ask->keys; *c; c++)
		if (*c != ' ' && *c == key)
			return key;
	return 0;
}

static void ask_answer(struct app *app, struct ask *ask, int key)
{
	ask->drop = NULL;
	app_remove(app, &ask->view);
	ask->answer(app, ask->context, key);
	app_refresh(app);
}

static bool ask_type(struct app *app, struct view *view, int key)
{
	struct ask *ask = (struct ask *)view;
	int meant = ask_key_meant(ask, key);

	if (meant)
		ask_answer(app, ask, meant);
	return meant != 0;
}

static void ask_hints(const struct view *view, struct strbuf *out)
{
	const struct ask *ask = (const struct ask *)view;
	char first[2][8] = { { 0 } };

	if (!ask_is_yes_or_no(ask))
		return;
	memcpy(first[0], _("yes"), text_next(_("yes"), 0));
	memcpy(first[1], _("no"), text_next(_("no"), 0));
	strbuf_add_format(out, "%s %s  %s %s  ", first[0], _("yes"), first[1], _("no"));
}

static void ask_free(struct view *view)
{
	struct ask *ask = (struct ask *)view;

	if (ask->drop)
		ask->drop(ask->context);
	free(ask->question);
	free(ask->keys);
	free(ask);
}

static const struct view_ops ask_view_ops = {
	.name = "ask",
	.context = ask_context,
	.draw = ask_draw,
	.type = ask_type,
	.hints = ask_hints,
	.free = ask_free,
	.is_overlay = true,
};

/* On the plain screen the cursor is where a question begins, so that its row says of what it is:
 * what is told first runs on into what is asked. */
static char *ask_question(const char *question)
{
	struct strbuf out = STRBUF_INIT;

	for (const char *c = question; *c; c++) {
		if (*c != '\n' || !draw_is_plain())
			strbuf_add_char(&out, *c);
		else
			strbuf_add(&out,
				out.len && strchr(".?!:", out.data[out.len - 1]) ? " " : ". ");
	}
	return strbuf_take(&out);
}

struct view *ask_view(const char *question, const char *keys,
	void (*answer)(struct app *app, void *context, int key), void *context)
{
	struct ask *ask = memory_new(sizeof *ask);

	ask->view.ops = &ask_view_ops;
	ask->question = ask_question(question);
	ask->keys = memory_copy_string(keys);
	ask->answer = answer;
	ask->context = context;
	return &ask->view;
}

struct view *ask_view_owning(const char *question, const char *keys,
	void (*answer)(struct app *app, void *context, int key), void *context,
	void (*drop)(void *context))
{
	struct view *view = ask_view(question, keys, answer, context);

	((struct ask *)view)->drop = drop;
	return view;
}

/* ---- Commands ---- */

static void prompt_leave(struct app *app)
{
	prompt_answer(app, form_of(app->top), NULL);
}

static void ask_leave(struct app *app)
{
	ask_answer(app, (struct ask *)app->top, 0);
}

static void ask_say_yes(struct app *app)
{
	ask_answer(app, (struct ask *)app->top, 'y');
}

const struct command prompt_commands[] = {
	{ "say-yes", "Enter", IN_YES_NO, N_("yes"), NULL, ask_say_yes },
	{ "leave-prompt", "Esc", IN_PROMPT, N_("leave without an answer"), N_("leave"),
		prompt_leave },
	{ "leave-question", "Esc", IN_QUESTION | IN_YES_NO, N_("leave a question"), N_("leave"),
		ask_leave },
	{ 0 },
};
