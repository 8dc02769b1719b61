/* Forms: labelled fields, one a line, with drafts kept while typing.
 * Not here: which forms there are (the *_form.c files). */
#ifndef FILO_TUI_FORM_FORM_H
#define FILO_TUI_FORM_FORM_H

#include "filo/base/strbuf.h"
#include "filo/people/words/when.h"
#include "tui/app.h"
#include "tui/field_kind.h"
#include "tui/widget/field.h"

/* What the letters typed in a choice mean beside its own words. */
enum choice_meant {
	MEANT_NONE,
	MEANT_SEVERAL, /* they may go on to one */
	MEANT_ONE,
	MEANT_WHOLE, /* a word for it, to which nothing is missing */
};

struct field_spec {
	const char *name;        /* stable, for the draft: "summary" */
	const char *label;       /* N_() */
	const char *short_label; /* instead, where that has no room; NULL: words of it */
	enum field_kind kind;
	const char *const *choices; /* FIELD_CHOICE: N_() words, NULL-ended */
	const char *const *heard;   /* the same without signs, for the plain screen; may be NULL */
	/* FIELD_CHOICE: which one other words mean, or their beginning. May be NULL: none. */
	enum choice_meant (*means)(const char *folded, size_t *choice);
	enum when_sense sense; /* FIELD_WHEN */
	/* FIELD_WHEN: of the days of "next week" the first or the last is meant; this one in
	 * the field behind that of the first. */
	enum { WHEN_ROUGHLY, WHEN_FIRST_DAY, WHEN_LAST_DAY } bound;
	bool is_single;        /* FIELD_PEOPLE: exactly one */
	contact_id other_than; /* FIELD_PEOPLE: who is not offered; 0: nobody */
	bool is_optional;
	bool ends_in_day; /* FIELD_TEXT: what is left open, with its day behind the last comma */
	bool offers_all;  /* what it may be is offered before a letter is typed; Enter takes it */
	bool saves_on_enter; /* the rest is there for who wants it */
	size_t lines_go_to;  /* the note that takes what is pasted behind the first line; 0: none */
	const char
		*between; /* stands between lines pasted else; NULL: a comma in lists, or a blank */
	const char *hint; /* N_(): an example while empty; NULL */
	bool goes_on;     /* FIELD_WORDS: as in struct command_argument */
	/* FIELD_WORDS: as in struct command_argument. */
	void (*complete)(struct app *app, const char *typed, struct vector *out);
	void (*tell)(struct app *app, const struct vector *words, struct vector *told);
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
	/* What Ctrl-p writes into a field, told by `describe`; adds nothing: nothing is proposed
	 * now. May be NULL: never. */
	void (*propose)(struct app *app, struct form *form, size_t field, struct strbuf *out);
	/* Whether a field has nothing to ask now: it is not shown then. May be NULL. */
	bool (*hides)(struct app *app, struct form *form, size_t field);
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
/* What a FIELD_WHEN that is not empty means, as of `today`, or why it is refused. */
enum status form_read_when(const struct form *form, size_t field, day_number today,
	struct when *when, struct error *err);
/* The same in words; of several days, the first and the last. */
enum status form_describe_when(const struct form *form, size_t field, day_number today, char *out,
	size_t size, struct error *err);
/* FIELD_WHEN as read now; false when empty or not understood. */
bool form_when(const struct form *form, size_t field, struct when *when);
void form_focus(struct form *form, size_t field);
bool form_is_short(const struct form *form); /* not all of it is shown yet */
bool form_hides(struct app *app, struct form *form, size_t field);
/* Shows only the first `count` fields until the focus goes beyond them. */
void form_set_short(struct form *form, size_t count);
/* What Ctrl-s does: for a save that was put off by a question. */
void form_save(struct app *app, struct form *form);
/* Takes the form off with its draft: what it held is kept now, or will be elsewhere. */
void form_close(struct app *app, struct form *form);
/* Marks the present texts as unchanged: Esc leaves without asking. */
void form_set_clean(struct form *form);

/* For forms of another kind (a prompt) and the files of the form. form_new is form_view without
 * drafts when `draft_name` is NULL; it owns title and draft_name. */
struct form *form_new(const struct view_ops *view_ops, const struct form_ops *ops, char *title,
	char *draft_name, const struct field_spec *specs, size_t count, void *context);
void form_free(struct view *view);
bool form_type(struct app *app, struct view *view, int key);            /* as view_ops.key */
void form_answer(struct app *app, struct view *view, const char *text); /* as view_ops.answer */
bool form_is_changed(const struct form *form);
bool form_has_text(enum field_kind kind); /* a kind that is typed, not chosen */
size_t form_shown_count(const struct form *form);
/* Before it is drawn or typed into, whichever comes first (keys may be typed ahead): what it holds
 * is its clean state, and a draft is laid over that. */
void form_begin(struct app *app, struct form *form);

#endif
