/* Choosing in a field that is not typed: the next one, or by the first letters of a word.
 * Not here: its keys (form.c). */
#include "tui/form/form_choice.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "tui/form/form_state.h"
#include "tui/terminal/terminal.h"

#include <string.h>
#include <utf8proc.h>

size_t form_count_choices(const struct field_spec *spec)
{
	size_t count = 0;

	if (spec->kind == FIELD_FLAG)
		return 2;
	while (spec->choices && spec->choices[count])
		count++;
	return count;
}

void form_choose_by(struct form *form, size_t by)
{
	struct form_field *field = &form->fields[form->focus];

	size_t count = form_count_choices(&form->specs[form->focus]);

	if (!count)
		return;
	field->choice = (field->choice + by) % count;
	form->has_new_text = true;
}

/* To the first choice from `from` steps on whose word begins with what is typed. */
static bool form_choose_typed(struct form *form, size_t from)
{
	const struct field_spec *spec = &form->specs[form->focus];
	const struct form_field *field = &form->fields[form->focus];
	size_t count = form_count_choices(spec);
	bool is_found = false;

	for (size_t i = from; i < count + from && !is_found; i++) {
		size_t choice = (field->choice + i) % count;
		struct strbuf word = STRBUF_INIT;
		text_fold(&word, spec->kind == FIELD_FLAG ? (choice ? _("yes") : _("no"))
							  : _(spec->choices[choice]));
		is_found = !strncmp(word.data, form->choosing.data, form->choosing.len);
		if (is_found)
			form_choose_by(form, i);
		strbuf_fini(&word);
	}
	return is_found;
}

/* By another word for it: "instagram" is a message. One letter may begin too much. */
static bool form_choose_meant(struct form *form)
{
	const struct field_spec *spec = &form->specs[form->focus];
	const struct strbuf *typed = &form->choosing_all;
	size_t choice;

	if (!spec->means || typed->len < 2 || !spec->means(typed->data, &choice))
		return false;
	form_set_choice(form, form->focus, choice);
	form->has_new_text = true;
	strbuf_clear(&form->choosing);
	strbuf_add(&form->choosing, typed->data);
	return true;
}

/* The beginning of a word; a letter that does not go on with it begins another. */
bool form_choose_by_letter(struct form *form, int key)
{
	char letter[8] = "";

	if (!KEY_IS_TEXT(key))
		return false;
	utf8proc_encode_char(key, (utf8proc_uint8_t *)letter);
	bool is_first = !form->choosing.len;
	text_fold(&form->choosing, letter);
	text_fold(&form->choosing_all, letter);
	if (form_choose_meant(form))
		return true;
	if (!is_first && form_choose_typed(form, 0))
		return true;
	strbuf_clear(&form->choosing);
	text_fold(&form->choosing, letter);
	if (!form_choose_typed(form, 1))
		strbuf_clear(&form->choosing);
	return true;
}
