/* Forms: labelled fields, one a line, with drafts kept while typing.
 * Not here: which forms there are (the *_form.c files). */
#ifndef FILO_TUI_FORM_FORM_H
#define FILO_TUI_FORM_FORM_H

#include "filo/base/strbuf.h"
#include "filo/people/words/when.h"
#include "tui/app.h"
#include "tui/widget/field.h"

enum field_kind {
	FIELD_TEXT,
	FIELD_NOTE,   /* several lines; Ctrl-e hands it to the editor */
	FIELD_WHEN,   /* a date; its meaning is shown beside it */
	FIELD_CHOICE, /* one of `choices`: space, arrows, or its first letters */
	FIELD_FLAG,   /* yes or no */
	FIELD_PEOPLE, /* names, completed; several separated by commas, or one */
	FIELD_PATH,   /* a file, completed */
	FIELD_NUMBER,
	FIELD_WORDS, /* free words completed from `complete` (tags, circles) */
};

struct field_spec {
	const char *name;  /* stable, for the draft: "summary" */
	const char *label; /* N_() */
	enum field_kind kind;
	const char *const *choices; /* FIELD_CHOICE: N_() words, NULL-ended */
	enum when_sense sense;      /* FIELD_WHEN */
	bool is_single;             /* FIELD_PEOPLE: exactly one */
	bool is_optional;
	bool saves_on_enter; /* the rest is there for who wants it */
	const char *hint;    /* N_(): shown faint while empty; NULL */
};

struct form;
struct form_ops {
	const char *name; /* of the draft: "log", "contact" */
	/* Saves; on failure fills err and *field (index to put the cursor on) and the form stays.
	 */
	enum status (*save)(struct app *app, struct form *form, size_t *field, struct error *err);
	void (*free)(void *context); /* may be NULL */
	/* A live line beside or under a field (NULL: none): adds to `out`. */
	void (*describe)(struct app *app, struct form *form, size_t field, struct strbuf *out);
	/* Completions of what is typed in a FIELD_WORDS: vector of char *. */
	void (*complete)(struct app *app, struct form *form, size_t field, const char *typed,
		struct vector *out);
};

/* A form over the present view: push it with app_push. `title` translated; `key` makes the draft's
 * own name (such as the id being edited: "17" of "contact:17"; NULL: just ops->name). `context`
 * goes to save. Values set before it is drawn or typed into are its clean state; a draft that was
 * kept is laid over them then, and said so. */
struct view *form_view(struct app *app, const struct form_ops *ops, const char *title,
	const char *key, const struct field_spec *specs, size_t count, void *context);
void *form_context(const struct form *form);
struct form *form_of(struct view *view);

/* Values, by field index. Borrowed strings. */
const char *form_text(const struct form *form, size_t field);
void form_set_text(struct form *form, size_t field, const char *text);
size_t form_choice(const struct form *form, size_t field); /* also FIELD_FLAG: 0 or 1 */
void form_set_choice(struct form *form, size_t field, size_t choice);
/* FIELD_WHEN as read now; false when empty or not understood. */
bool form_when(const struct form *form, size_t field, struct when *when);
/* FIELD_PEOPLE resolved: ids (of contact_id) in order. For form_ops.save, inside its change: a name
 * that is nobody yet makes the form ask whether to add that person, several matches make it ask
 * which; both return STATUS_CANCELLED (pass it on) and save is called again after the answer. */
enum status form_people(struct app *app, struct form *form, size_t field, struct vector *ids,
	size_t *bad_field, struct error *err);
void form_focus(struct form *form, size_t field);
/* Puts a person at the end of a FIELD_PEOPLE, whoever else has the same name. */
void form_add_person(struct form *form, size_t field, const char *name, contact_id id);
/* Shows only the first `count` fields until the focus goes beyond them. */
void form_set_short(struct form *form, size_t count);
/* What Ctrl-s does: for a save that was put off by a question. */
void form_save(struct app *app, struct form *form);
/* Takes the form off with its draft: what it held is kept now, or will be elsewhere. */
void form_close(struct app *app, struct form *form);
/* Lays a kept draft over the form's fields; false when there is none or it does not fit. */
bool form_restore_draft(struct app *app, struct form *form);
/* Marks the present texts as unchanged: Esc leaves without asking. */
void form_set_clean(struct form *form);

/* What was typed in a FIELD_PATH as the system has it: trimmed, ~ for the home folder. Caller
 * frees. */
char *path_typed(const char *typed);

#endif
