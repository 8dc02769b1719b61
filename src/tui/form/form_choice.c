/* Choosing in a field that is not typed: the next one, or by the first letters of a word.
 * Not here: its keys (form.c). */
#include "tui/form/form_choice.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
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

static void form_add_choice_word(const struct field_spec *spec, size_t choice, struct strbuf *out)
{
	text_fold(out, spec->kind == FIELD_FLAG ? (choice ? _("yes") : _("no"))
						: _(spec->choices[choice]));
}

/* How many steps on the first choice is, from `from` of them on, whose word begins with what is
 * typed. */
static enum choice_meant find_begun(const struct form *form, size_t from, size_t *steps)
{
	const struct field_spec *spec = &form->specs[form->focus];
	const struct form_field *field = &form->fields[form->focus];
	size_t count = form_count_choices(spec);
	enum choice_meant meant = MEANT_NONE;

	for (size_t i = from; i < count + from && meant == MEANT_NONE; i++) {
		size_t choice = (field->choice + i) % count;
		struct strbuf word = STRBUF_INIT;
		form_add_choice_word(spec, choice, &word);
		if (!strncmp(word.data, form->choosing.data, form->choosing.len))
			meant = word.len == form->choosing.len ? MEANT_WHOLE : MEANT_ONE;
		*steps = i;
		strbuf_fini(&word);
	}
	return meant;
}

/* By another word for it: "instagram" is a message. One letter may begin too much. */
static enum choice_meant find_meant(const struct form *form, size_t *choice)
{
	const struct field_spec *spec = &form->specs[form->focus];
	enum choice_meant meant =
		spec->means ? spec->means(form->choosing.data, choice) : MEANT_NONE;

	return meant == MEANT_ONE && form->choosing.len < 2 ? MEANT_SEVERAL : meant;
}

/* Chooses by what is typed, the choice's own words first. False: nothing begins so. */
static bool choose_typed(struct form *form, size_t from)
{
	size_t steps, choice;
	enum choice_meant meant = find_begun(form, from, &steps);

	if (meant != MEANT_NONE) {
		form_choose_by(form, steps);
		form->chosen_by = meant;
		return true;
	}
	meant = find_meant(form, &choice);
	if (meant > MEANT_SEVERAL) {
		form_set_choice(form, form->focus, choice);
		form->has_new_text = true;
		form->chosen_by = meant;
	}
	return meant != MEANT_NONE;
}

/* Behind what has chosen, another word begins. Behind a letter or a whole word its first letter
 * chooses, too; else it may be the end of a word that is not known, and two are needed. */
static bool choose_anew(struct form *form, const char *letter)
{
	size_t steps, choice;
	bool was_letter = text_next(form->choosing.data, 0) + strlen(letter) >= form->choosing.len;
	enum choice_meant before = form->chosen_by;

	if (before == MEANT_NONE)
		return false;
	strbuf_clear(&form->choosing);
	strbuf_add(&form->choosing, letter);
	form->chosen_by = MEANT_NONE;
	if (was_letter || before == MEANT_WHOLE)
		return choose_typed(form, 1);
	return find_begun(form, 1, &steps) != MEANT_NONE || find_meant(form, &choice) != MEANT_NONE;
}

bool form_choose_by_letter(struct app *app, struct form *form, int key)
{
	struct strbuf letter = STRBUF_INIT;
	char typed[8] = "";

	if (key == KEYS_BACKSPACE)
		strbuf_clear(&form->choosing);
	if (!KEY_IS_TEXT(key))
		return key == KEYS_BACKSPACE;
	utf8proc_encode_char(key, (utf8proc_uint8_t *)typed);
	text_fold(&letter, typed);
	bool is_first = !form->choosing.len;
	if (is_first)
		form->chosen_by = MEANT_NONE;
	strbuf_add(&form->choosing, letter.data);
	if (!choose_typed(form, is_first) && !choose_anew(form, letter.data))
		app_say(app, _("Nothing begins with \"%s\" here. Backspace begins anew"),
			form->choosing.data);
	strbuf_fini(&letter);
	return true;
}

/* Whether a blank may follow what is typed: in a choice, or in another word for one, which means
 * the same with a hyphen. */
static bool form_choice_has_blank(const struct form *form)
{
	const struct field_spec *spec = &form->specs[form->focus];
	struct strbuf begin = STRBUF_INIT, joined = STRBUF_INIT;
	size_t count = form_count_choices(spec), choice;

	strbuf_add_format(&begin, "%s ", form->choosing.data);
	strbuf_add_format(&joined, "%s-", form->choosing.data);
	bool has_blank = spec->means && spec->means(joined.data, &choice) != MEANT_NONE;
	for (size_t i = 0; i < count && !has_blank; i++) {
		struct strbuf word = STRBUF_INIT;
		form_add_choice_word(spec, i, &word);
		has_blank = !strncmp(word.data, begin.data, begin.len);
		strbuf_fini(&word);
	}
	strbuf_fini(&begin);
	strbuf_fini(&joined);
	return has_blank;
}

bool form_choose_on(struct form *form)
{
	if (!form->choosing.len || !form_choice_has_blank(form))
		return false;
	strbuf_add_char(&form->choosing, ' ');
	return true;
}
