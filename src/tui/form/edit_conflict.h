/* What is being edited was changed elsewhere meanwhile: both texts are shown, one is chosen.
 * Not here: noticing it (each form compares versions when it saves). */
#ifndef FILO_TUI_FORM_EDIT_CONFLICT_H
#define FILO_TUI_FORM_EDIT_CONFLICT_H

#include "tui/form/form.h"

struct edit_conflict {
	struct form *form;
	const struct field_spec *specs;
	size_t count;
	/* Lays what is kept now over the form's fields. */
	void (*fill)(struct app *app, struct form *form);
	int64_t *version; /* the form's: becomes the present one with either answer */
	int64_t present;
};

/* Asks; on "mine" the form is saved again, on "theirs" it shows what is kept. `conflict` lives as
 * long as the form. */
void edit_conflict_ask(struct app *app, struct edit_conflict *conflict);

#endif
