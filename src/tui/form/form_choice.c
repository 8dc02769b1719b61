/* Choosing in a field that is not typed: the next one, or by the first letters of a word.
 * Not here: its keys (form.c). */
#include "tui/form/form_choice.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/base/text.h"
#include "tui/form/form_state.h"
#include "tui/terminal/terminal.h"

#include <stdlib.h>
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

const char *form_choice_word(const struct field_spec *spec, size_t choice)
{
	const char *const *choices = spec->heard && draw_is_plain() ? spec->heard : spec->choices;

	if (spec->kind == FIELD_FLAG)
		return choice ? _("yes") : _("no");
	return choices && *choices ? _(choices[choice]) : "";
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

/* The first choice, from `from` steps on, whose word begins with what is typed. */
static enum choice_meant find_begun(
	const struct form *form, const char *typed, size_t from, size_t *choice)
{
	const struct field_spec *spec = &form->specs[form->focus];
	const struct form_field *field = &form->fields[form->focus];
	size_t count = form_count_choices(spec), len = strlen(typed);
	enum choice_meant meant = MEANT_NONE;

	for (size_t i = from; i < count + from && meant == MEANT_NONE; i++) {
		struct strbuf word = STRBUF_INIT;
		*choice = (field->choice + i) % count;
		text_fold(&word, form_choice_word(spec, *choice));
		if (!strncmp(word.data, typed, len))
			meant = word.len == len ? MEANT_WHOLE : MEANT_ONE;
		strbuf_fini(&word);
	}
	return meant;
}

/* By another word for it: "instagram" is a message. One letter may begin too much. */
static enum choice_meant find_meant(const struct form *form, const char *typed, size_t *choice)
{
	const struct field_spec *spec = &form->specs[form->focus];
	enum choice_meant meant = spec->means ? spec->means(typed, choice) : MEANT_NONE;

	return meant == MEANT_ONE && strlen(typed) < 2 ? MEANT_SEVERAL : meant;
}

/* The choice's own words first; MEANT_ONE and above: *choice. */
static enum choice_meant find_choice(
	const struct form *form, const char *typed, size_t from, size_t *choice, bool *is_its_own)
{
	enum choice_meant meant = find_begun(form, typed, from, choice);

	*is_its_own = meant != MEANT_NONE;
	return *is_its_own ? meant : find_meant(form, typed, choice);
}

/* False: nothing begins with what is typed. What its own word has chosen is kept when more letters
 * begin nothing. */
static bool choose_typed(struct form *form, size_t from)
{
	size_t choice;
	bool is_its_own;
	enum choice_meant meant =
		find_choice(form, form->choosing.data, from, &choice, &is_its_own);

	if (is_its_own)
		form->chosen_before = choice;
	if (meant > MEANT_SEVERAL) {
		form_set_choice(form, form->focus, choice);
		form->has_new_text = true;
		form->chosen_by = meant;
	}
	if (meant == MEANT_WHOLE)
		form->known_len = form->choosing.len;
	return meant != MEANT_NONE;
}

/* What is typed begins with this, behind what has chosen. */
static void begin_anew(struct form *form, const char *typed)
{
	char *word = memory_copy_string(typed);

	strbuf_clear(&form->choosing);
	strbuf_add(&form->choosing, word);
	free(word);
	form->chosen_before = form->fields[form->focus].choice;
	form->chosen_by = MEANT_NONE;
	form->known_len = 0;
}

/* Behind a letter another one chooses; behind a word that is known, another such word, and nothing
 * less, for it may be the end of the first: "calling". The beginning of another word for a choice
 * that turns out to be none has chosen nothing. */
static bool choose_anew(struct form *form, const char *letter)
{
	bool was_letter = text_next(form->choosing.data, 0) + strlen(letter) >= form->choosing.len;
	const char *behind = form->choosing.data + form->known_len;
	size_t choice;
	bool is_its_own;

	if (form->chosen_by != MEANT_NONE && was_letter) {
		begin_anew(form, letter);
		return choose_typed(form, 1);
	}
	if (!form->known_len) {
		if (form->chosen_by != MEANT_NONE)
			form_set_choice(form, form->focus, form->chosen_before);
		form->chosen_by = MEANT_NONE;
		return false;
	}
	enum choice_meant meant = find_choice(form, behind, 0, &choice, &is_its_own);
	if (meant == MEANT_WHOLE) {
		begin_anew(form, behind);
		return choose_typed(form, 0);
	}
	return meant != MEANT_NONE;
}

bool form_choose_by_letter(struct app *app, struct form *form, int key)
{
	struct strbuf letter = STRBUF_INIT;
	char typed[8] = "";
	bool begins_anew = key == KEYS_BACKSPACE || key == KEY_CTRL('u') || key == KEY_CTRL('w');

	if (begins_anew)
		strbuf_clear(&form->choosing);
	if (!KEY_IS_TEXT(key))
		return begins_anew;
	utf8proc_encode_char(key, (utf8proc_uint8_t *)typed);
	text_fold(&letter, typed);
	bool is_first = !form->choosing.len;
	if (is_first)
		begin_anew(form, "");
	strbuf_add(&form->choosing, letter.data);
	if (!choose_typed(form, is_first) && !choose_anew(form, letter.data))
		app_refuse(app, _("Nothing begins with \"%s\" here. Backspace begins anew"),
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
		text_fold(&word, form_choice_word(spec, i));
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
