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
	char *detail; /* tells namesakes apart, or what it is; NULL: none */
	contact_id person;
};

struct form_field {
	struct field field;
	int row, rows; /* on the screen, as drawn last; row -1: it was not */
	size_t choice;
	char *clean; /* as it was when nothing had been typed */
	size_t clean_choice;
	char *known; /* as it was kept when this was typed: older than `clean` for an old draft */
	size_t known_choice;
};

struct form {
	struct view view;
	const struct form_ops *ops;
	char *title;
	char *draft_name; /* NULL: keeps no drafts */
	char *whom;       /* the draft says whom it is about, where no field does; else NULL */
	char *thrown; /* what Ctrl-x brings: what starting over took, or a draft left behind; NULL:
			 nothing */
	int64_t left; /* that draft; 0: none */
	char *edited; /* while an editor runs: what a draft says of its file; else NULL */
	const struct field_spec *specs;
	struct form_field *fields;
	size_t count, focus;
	struct strbuf choosing;      /* typed in a choice, folded: the beginning of a word for it */
	size_t known_len;            /* bytes of that which are a word that is known; 0: none */
	size_t chosen_before;        /* the choice that a miss leaves */
	enum choice_meant chosen_by; /* what that was last when it chose; MEANT_NONE: it did not */
	day_number today;
	void *context;
	bool writes_over;            /* a record there is: a draft is of a version of it */
	bool is_opened;              /* the clean state is known */
	bool has_asked;              /* Esc on a changed form, once */
	bool has_warned;             /* that leaving now loses what was typed */
	const char *draft_word;      /* until a key: what of a draft is here; NULL: nothing */
	bool has_new_text;           /* typed since the draft was last kept */
	const struct store *kept_in; /* where the draft is; NULL: none was kept yet */
	size_t error_field;          /* with `error` */
	char *error;                 /* NULL: none */
	struct vector people;        /* of struct named */
	struct vector offers;   /* of struct offer: completions of what is typed in the field */
	struct list offer_list; /* of them: Tab takes the selected one */
	bool has_more_offers;   /* than were looked for */
	int value_cols;         /* as drawn last: moving by lines needs it */
	size_t first;           /* field shown first */
	size_t short_count;     /* the fields a short form shows; 0: all */
};

/* Another day has begun: what was typed on the one before keeps its dates. */
void form_set_today(struct form *form, day_number today);

#endif
