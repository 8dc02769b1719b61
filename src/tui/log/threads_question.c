/* The question after a line is logged: which of what is open is done?
 * Not here: keeping the answer (log_form.c), other questions (prompt.c). */
#include "tui/log/threads_question.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/people/words/thread_words.h"
#include "tui/command.h"
#include "tui/form/prompt.h"
#include "tui/terminal/input.h"
#include "tui/terminal/terminal.h"

#include <stdlib.h>

#define NUMBERS_MAX 9 /* a key each */

struct question {
	struct view view;
	struct form *form;
	char *who;
	const struct vector *threads;
	void (*answer)(struct app *app, struct form *form, const char *numbers);
	bool is_done[NUMBERS_MAX];
	bool is_seen; /* keys that had been typed before are no answer */
};

static struct question *question_of(const struct view *view)
{
	return (struct question *)view;
}

static size_t count_of(const struct question *question)
{
	size_t count = question->threads->count;

	return count < NUMBERS_MAX ? count : NUMBERS_MAX;
}

/* "1 2": those marked, or all that may be. */
static void add_numbers(struct strbuf *out, const struct question *question, bool all)
{
	for (size_t i = 0; i < count_of(question); i++)
		if (all || question->is_done[i])
			strbuf_add_format(out, out->len ? " %zu" : "%zu", i + 1);
}

/* When no key waits as it goes to the screen, the next one is an answer. */
static void threads_question_draw(struct app *app, struct view *view, struct rect area)
{
	struct question *question = question_of(view);
	struct strbuf list = STRBUF_INIT, numbers = STRBUF_INIT, text = STRBUF_INIT;

	(void)app;
	threads_number(&list, question->threads, NUMBERS_MAX);
	add_numbers(&numbers, question, false);
	if (numbers.len) {
		/* Translators: a person; "1 the exam  2 the article"; "1 2". */
		strbuf_add_format(&text, _("Open with %s: %s\nDone: %s. Enter saves"),
			question->who, list.data, numbers.data);
	} else {
		add_numbers(&numbers, question, true);
		/* Translators: a person; "1 the exam  2 the article"; "1 2". */
		strbuf_add_format(&text, _("Open with %s: %s\nDone: %s, Enter none"), question->who,
			list.data, numbers.data);
	}
	question_draw(text.data, area);
	question->is_seen = question->is_seen || !terminal_has_input();
	strbuf_fini(&list);
	strbuf_fini(&numbers);
	strbuf_fini(&text);
}

static void threads_question_answer(struct app *app, struct question *question)
{
	struct strbuf numbers = STRBUF_INIT;

	add_numbers(&numbers, question, false);
	app_remove(app, &question->view);
	question->answer(app, question->form, numbers.data);
	strbuf_fini(&numbers);
}

/* A key that was meant for what lies below the form: it goes there once the form is saved. */
static void question_pass_on(struct app *app, struct question *question, int key)
{
	const struct view *below = question->view.below->below;

	threads_question_answer(app, question);
	if (app->top == below)
		app_key(app, key);
}

/* The same for one as for several: Enter then saves, and never does anything else. */
static void threads_question_mark(struct app *app, struct question *question, size_t number)
{
	if (number > count_of(question)) {
		app_refuse(app, _("There is no number %zu"), number);
		return;
	}
	question->is_done[number - 1] = !question->is_done[number - 1];
}

static context_set threads_question_context(const struct view *view)
{
	(void)view;
	return IN_THREADS;
}

static bool threads_question_type(struct app *app, struct view *view, int key)
{
	struct question *question = question_of(view);

	if (question->is_seen && !KEY_IS_TEXT(key))
		return false;
	if (question->is_seen && key >= '1' && key <= '9')
		threads_question_mark(app, question, (size_t)(key - '0'));
	else
		question_pass_on(app, question, key);
	return true;
}

/* No key is waiting any more, and it is on the screen. */
static bool threads_question_rest(struct app *app, struct view *view)
{
	(void)app;
	question_of(view)->is_seen = true;
	return false;
}

static void question_free(struct view *view)
{
	free(question_of(view)->who);
	free(view);
}

static const struct view_ops ops = {
	.name = "threads",
	.context = threads_question_context,
	.draw = threads_question_draw,
	.type = threads_question_type,
	.idle = threads_question_rest,
	.free = question_free,
	.is_overlay = true,
};

struct view *threads_question(struct form *form, const char *who, const struct vector *threads,
	void (*answer_form)(struct app *app, struct form *form, const char *numbers))
{
	struct question *question = memory_new(sizeof *question);

	question->view.ops = &ops;
	question->form = form;
	question->who = memory_copy_string(who);
	question->threads = threads;
	question->answer = answer_form;
	return &question->view;
}

/* ---- Commands ---- */

static void threads_question_end(struct app *app)
{
	struct question *question = question_of(app->top);

	if (question->is_seen)
		threads_question_answer(app, question);
	else
		question_pass_on(app, question, app->key);
}

const struct command threads_question_commands[] = {
	{ "end-question", "Enter Esc", IN_THREADS,
		N_("after a log: those marked are done, or none"), N_("go on"),
		threads_question_end },
	{ 0 },
};
