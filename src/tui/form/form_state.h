/* What the files of the form share. Not here: anything another view may see (form.h). */
#ifndef FILO_TUI_FORM_FORM_STATE_H
#define FILO_TUI_FORM_FORM_STATE_H

#include "tui/form/form.h"
#include "tui/widget/list.h"

/* What the user has said a typed name means. */
struct named {
	char *name;
	contact_id id; /* 0: a new person of this name, added on save */
};

/* What a typed word may become. */
struct offer {
	char *text;
	char *detail; /* tells namesakes apart; NULL: none */
	contact_id person;
};

struct form_field {
	struct field field;
	size_t choice;
	char *clean; /* as it was when nothing had been typed */
	size_t clean_choice;
};

struct form {
	struct view view;
	const struct form_ops *ops;
	char *title;
	char *draft_name; /* NULL: keeps no drafts */
	const struct field_spec *specs;
	struct form_field *fields;
	size_t count, focus;
	day_number today;
	void *context;
	bool is_opened;         /* the clean state is known */
	bool has_asked;         /* Esc on a changed form, once */
	bool has_warned;        /* that leaving now loses what was typed */
	bool has_new_text;      /* typed since the draft was last kept */
	size_t error_field;     /* with `error` */
	char *error;            /* NULL: none */
	struct vector people;   /* of struct named */
	struct vector offers;   /* of struct offer: completions of what is typed in the field */
	struct list offer_list; /* of them: Tab takes the selected one */
	int value_cols;         /* of the latest draw: moving by lines needs it */
	size_t first;           /* field shown first */
	size_t short_count;     /* the fields a short form shows; 0: all */
};

/* The same as form_view without drafts when `draft_name` is NULL. Owns title and draft_name. */
struct form *form_new(const struct view_ops *view_ops, const struct form_ops *ops, char *title,
	char *draft_name, const struct field_spec *specs, size_t count, void *context);
void form_free(struct view *view);
void form_draw(struct app *app, struct view *view, struct rect area);
bool form_type(struct app *app, struct view *view, int key);
bool form_is_changed(const struct form *form);
bool form_has_text(enum field_kind kind); /* a kind that is typed, not chosen */
size_t form_shown_count(const struct form *form);

/* Drafts. */
void form_keep(struct app *app, struct view *view);
enum status form_keep_draft(struct app *app, struct form *form, struct error *err);
void form_encode(const struct form *form, struct strbuf *out);
bool form_decode(struct form *form, const char *draft);

/* Completion: form->offers for the field with the focus, and taking one. */
void form_offer(struct app *app, struct form *form);
void form_clear_offers(struct form *form);
struct offer *form_add_offer(struct form *form, const char *text);
extern const struct list_ops form_offer_list; /* form_draw.c */
void form_take_offer(struct app *app, struct form *form);
/* The word or name at the cursor: its bytes in the field's text. */
void form_token(const struct form *form, size_t *start, size_t *end);
void form_offer_people(struct app *app, struct form *form, const char *typed);
void form_offer_paths(struct form *form, const char *typed);
void form_note_person(struct form *form, const char *name, contact_id id);

/* Before it is drawn or typed into, whichever comes first (keys may be typed ahead): what it holds
 * is its clean state, and a draft is laid over that. */
void form_begin(struct app *app, struct form *form);

#endif
