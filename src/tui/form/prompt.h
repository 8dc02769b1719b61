/* Small questions on the last row: a line of text, or one key.
 * Not here: forms of several fields (form.h). */
#ifndef FILO_TUI_FORM_PROMPT_H
#define FILO_TUI_FORM_PROMPT_H

#include "tui/command.h"
#include "tui/form/form.h"

/* A one-line question: `answer` gets the text (NULL: left with Esc). */
struct view *prompt_view(const char *question, const char *initial, enum field_kind kind,
	void (*answer)(struct app *app, void *context, const char *text), void *context);
/* On the plain screen the row of the cursor is what is heard: there it says by this name what is
 * asked, where the question has no room. Returns the view. */
struct view *prompt_named(struct view *view, const char *name);
/* prompt_view; where it is never answered, as when filo ends meanwhile, `drop` frees the context.
 */
struct view *prompt_view_owning(const char *question, const char *initial, enum field_kind kind,
	void (*answer)(struct app *app, void *context, const char *text), void *context,
	void (*drop)(void *context));
/* The same of people, among whom one is not offered. */
struct view *prompt_view_other(const char *question, contact_id other_than,
	void (*answer)(struct app *app, void *context, const char *text), void *context);
/* The same of what a command takes: all it may be is offered while nothing is typed. */
struct view *prompt_view_taking(struct app *app, const char *question,
	const struct command_argument *takes,
	void (*answer)(struct app *app, void *context, const char *text), void *context,
	const char *typed);
/* yes or no, or a few single-key choices: "y n" or "1 2 3"; `answer` gets the key, 0 for Esc. */
struct view *ask_view(const char *question, const char *keys,
	void (*answer)(struct app *app, void *context, int key), void *context);
/* The same; where it is never answered, as when filo ends meanwhile, `drop` frees the context. */
struct view *ask_view_owning(const char *question, const char *keys,
	void (*answer)(struct app *app, void *context, int key), void *context,
	void (*drop)(void *context));

/* How a question looks, over the last rows of `area`. */
void question_draw(const char *question, struct rect area);

#endif
