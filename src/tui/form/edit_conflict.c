/* What is being edited was changed elsewhere meanwhile: both texts are shown, one is chosen.
 * Not here: noticing it (each form compares versions when it saves). */
#include "tui/form/edit_conflict.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/form/prompt.h"

#include <stdlib.h>
#include <string.h>

struct value {
	char *text;
	size_t choice;
};

static struct value *take_values(const struct edit_conflict *conflict)
{
	struct value *values = memory_new(conflict->count * sizeof *values);

	for (size_t i = 0; i < conflict->count; i++) {
		values[i].text = memory_copy_string(form_text(conflict->form, i));
		values[i].choice = form_choice(conflict->form, i);
	}
	return values;
}

static void put_values(const struct edit_conflict *conflict, const struct value *values)
{
	for (size_t i = 0; i < conflict->count; i++) {
		form_set_text(conflict->form, i, values[i].text);
		form_set_choice(conflict->form, i, values[i].choice);
	}
}

static void free_values(struct value *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(values[i].text);
	free(values);
}

static const char *words_of(const struct field_spec *spec, const struct value *value)
{
	if (spec->kind == FIELD_FLAG)
		return value->choice ? _("yes") : _("no");
	if (spec->kind == FIELD_CHOICE)
		return _(spec->choices[value->choice]);
	return text_is_blank(value->text) ? _("(nothing)") : value->text;
}

static void add_differences(struct strbuf *out, const struct edit_conflict *conflict,
	const struct value *mine, const struct value *theirs)
{
	for (size_t i = 0; i < conflict->count; i++) {
		const struct field_spec *spec = &conflict->specs[i];
		if (!strcmp(mine[i].text, theirs[i].text) && mine[i].choice == theirs[i].choice)
			continue;
		/* Translators: a field of a form, and the two texts that are in it. */
		strbuf_add_format(
			out, _("%s, yours: %s"), _(spec->label), words_of(spec, &mine[i]));
		strbuf_add_char(out, '\n');
		strbuf_add_format(
			out, _("%s, theirs: %s"), _(spec->label), words_of(spec, &theirs[i]));
		strbuf_add_char(out, '\n');
	}
}

static void answer(struct app *app, void *context, int key)
{
	struct edit_conflict *conflict = context;

	if (!key)
		return;
	*conflict->version = conflict->present;
	if (key == 'm') {
		form_save(app, conflict->form);
		return;
	}
	conflict->fill(app, conflict->form);
	form_set_clean(conflict->form);
	app_say(app, "%s", _("This is what is kept now. Esc leaves it so"));
}

void edit_conflict_ask(struct app *app, struct edit_conflict *conflict)
{
	struct strbuf question = STRBUF_INIT;
	struct value *mine = take_values(conflict), *theirs;

	conflict->fill(app, conflict->form);
	theirs = take_values(conflict);
	put_values(conflict, mine);
	strbuf_add(&question, _("This was changed elsewhere while you were editing it."));
	strbuf_add_char(&question, '\n');
	add_differences(&question, conflict, mine, theirs);
	/* Translators: the keys m and t stay as they are. */
	strbuf_add(&question, _("m keeps yours, t takes theirs"));
	app_push(app, ask_view(question.data, "m t", answer, conflict));
	strbuf_fini(&question);
	free_values(mine, conflict->count);
	free_values(theirs, conflict->count);
}
