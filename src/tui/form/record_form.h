/* The form of a record: a new one, or one that is kept. Read, written and undone as a whole; when
 * it was changed elsewhere meanwhile, both texts are shown and one is chosen.
 * Not here: fields and keys (form.h), which records there are (the *_form.c files). */
#ifndef FILO_TUI_FORM_RECORD_FORM_H
#define FILO_TUI_FORM_RECORD_FORM_H

#include "tui/form/form.h"

struct store;

/* N_(): of a new record, and of one there is. */
struct record_words {
	const char *add, *edit;
};

struct record_ops {
	struct form_ops form;      /* with .save = record_form_save and .free = record_form_free */
	struct record_words title; /* %s: the person, of is_of_person */
	struct record_words label; /* for undo; %s: as above, or as typed in `name_field` */
	size_t name_field;
	bool is_of_person; /* the record is a person, and no field has the name */
	size_t record_bytes;
	/* What the form holds beside its fields, zeroed when it opens. 0 and NULL: nothing. */
	size_t own_bytes;
	void (*own_fini)(void *own);
	/* The record `id`, or with 0 a new one, into what is zeroed. When it fails, nothing is left
	 * to free. NULL: such records are only added, and begin as zeroes. */
	enum status (*load)(struct store *store, int64_t id, void *record, struct error *err);
	void (*fini)(void *record); /* what it holds */
	/* Lays a record over the fields, whatever they hold. Two records that say the same fill
	 * them alike: that is how a change made elsewhere is noticed. */
	void (*fill)(struct app *app, struct form *form, const void *record);
	/* Whether it has pushed a question that comes before saving. NULL: never. */
	bool (*asks)(struct app *app, struct form *form);
	/* In an open change: lays what was typed over the record, and writes it. *field: the one
	 * at fault. */
	enum status (*write)(
		struct app *app, struct form *form, void *record, size_t *field, struct error *err);
	/* Says that it is saved. NULL: nothing is said. */
	void (*saved)(struct app *app, struct form *form, const void *record);
};

/* The form to push, filled with the record `id` (0: a new one, with the `key` of form_view). NULL,
 * and said why, when it cannot be read. */
struct view *record_form_view(struct app *app, const struct record_ops *ops, int64_t id,
	const char *key, const struct field_spec *specs, size_t count);
int64_t record_form_id(const struct form *form); /* 0: a new one */
void *record_form_own(const struct form *form);  /* of ops->own_bytes */

/* For struct record_ops.form. */
/* What messages call by that field: people told from namesakes, or a name as typed. Caller frees.
 */
char *record_form_name(struct app *app, struct form *form, size_t field);
enum status record_form_save(struct app *app, struct form *form, size_t *field, struct error *err);
void record_form_free(void *context);

#endif
