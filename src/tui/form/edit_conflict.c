/* What is being edited was changed elsewhere meanwhile: the two texts, side by side.
 * Not here: noticing it, and what follows from the answer (record_form.c). */
#include "tui/form/edit_conflict.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "tui/form/form_choice.h"
#include "tui/form/form_state.h"

#include <string.h>

static const char *words_of(const struct form *form, size_t field)
{
	const struct field_spec *spec = &form->specs[field];

	if (spec->kind == FIELD_FLAG || spec->kind == FIELD_CHOICE)
		return form_choice_word(spec, form_choice(form, field));
	return text_is_blank(form_text(form, field)) ? _("(nothing)") : form_text(form, field);
}

static void edit_conflict_add_line(
	struct strbuf *out, const char *format, const struct form *form, size_t field)
{
	strbuf_add_format(out, format, _(form->specs[field].label), words_of(form, field));
	strbuf_add_char(out, '\n');
}

bool edit_conflict_is_in(const struct form *form, const struct form *kept, size_t field)
{
	const struct form_field *held = &form->fields[field];
	const char *mine = form_text(form, field), *theirs = form_text(kept, field);
	size_t my_choice = form_choice(form, field), their_choice = form_choice(kept, field);

	if (!strcmp(mine, theirs) && my_choice == their_choice)
		return false;
	return (strcmp(mine, held->known) != 0 || my_choice != held->known_choice) &&
	       (strcmp(theirs, held->known) != 0 || their_choice != held->known_choice);
}

void edit_conflict_describe(struct strbuf *out, const struct form *form, const struct form *kept)
{
	strbuf_add(out, _("This was changed elsewhere while you were editing it."));
	strbuf_add_char(out, '\n');
	for (size_t i = 0; i < form->count; i++) {
		if (!edit_conflict_is_in(form, kept, i))
			continue;
		/* Translators: a field of a form, and the two texts that are in it. */
		edit_conflict_add_line(out, _("%s, yours: %s"), form, i);
		edit_conflict_add_line(out, _("%s, theirs: %s"), kept, i);
	}
	/* Translators: the keys m and t stay as they are. */
	strbuf_add(out, _("m keeps yours, t takes theirs"));
}
