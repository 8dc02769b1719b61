/* Completing what is typed in a field: the word at the cursor, what it may become, taking it.
 * Not here: people (form_people.c), files (form_paths.c). */
#include "tui/form/form_complete.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "tui/command.h"
#include "tui/form/form_paths.h"
#include "tui/form/form_people.h"
#include "tui/terminal/terminal.h"

#include <stdlib.h>
#include <string.h>

static void offer_fini(struct offer *offer)
{
	free(offer->text);
	free(offer->detail);
}

void form_clear_offers(struct form *form)
{
	struct offer *offer;

	VECTOR_EACH (offer, &form->offers)
		offer_fini(offer);
	vector_clear(&form->offers);
	form->has_more_offers = false;
	list_set_count(&form->offer_list, 0);
}

struct offer *form_add_offer(struct form *form, const char *text)
{
	return vector_push(&form->offers, &(struct offer){ .text = memory_copy_string(text) });
}

static bool has_one_word(const struct field_spec *spec)
{
	return spec->kind == FIELD_PATH || spec->is_single;
}

/* Where the "@" stands before the cursor that opens another name, as in "Ana @ma"; `start`: none.
 * That of an address, "ana@example.org", is a letter like others. */
static size_t find_mark(const char *text, size_t start, size_t cursor)
{
	for (size_t at = cursor; at > start; at--)
		if (text[at - 1] == '@' && (at - 1 == start || text[at - 2] == ' '))
			return at - 1;
	return start;
}

/* The word or name at the cursor: its bytes in the field's text. */
static void find_token(const struct form *form, size_t *start, size_t *end)
{
	const struct field *field = &form->fields[form->focus].field;
	const char *text = field->text.data;

	if (has_one_word(&form->specs[form->focus])) {
		*start = 0;
		*end = field->text.len;
		return;
	}
	*start = field->cursor;
	while (*start && text[*start - 1] != ',' && text[*start - 1] != ';')
		(*start)--;
	*end = field->cursor + strcspn(text + field->cursor, ",;");
	while (*start < *end && text[*start] == ' ')
		(*start)++;
	if (form->specs[form->focus].kind == FIELD_PEOPLE && *start < field->cursor)
		*start = find_mark(text, *start, field->cursor);
}

static void offer_words(
	struct app *app, struct form *form, const struct field_spec *spec, const char *typed)
{
	struct vector words = VECTOR_INIT(char *), told = VECTOR_INIT(char *);

	if (spec->kind == FIELD_PATH)
		paths_complete(typed, &words);
	else if (spec->complete)
		spec->complete(app, typed, &words);
	if (spec->tell)
		spec->tell(app, &words, &told);
	for (size_t i = 0; i < words.count; i++) {
		struct offer *offer = form_add_offer(form, *(char **)vector_at(&words, i));
		if (i < told.count)
			offer->detail = memory_copy_string(*(char **)vector_at(&told, i));
	}
	vector_fini_strings(&told);
	vector_fini_strings(&words);
}

void form_offer(struct app *app, struct form *form)
{
	const struct field_spec *spec = &form->specs[form->focus];
	size_t start, end;

	form_clear_offers(form);
	if (spec->kind != FIELD_PEOPLE && spec->kind != FIELD_PATH && spec->kind != FIELD_WORDS)
		return;
	find_token(form, &start, &end);
	char *raw = memory_copy_bytes(form_text(form, form->focus) + start, end - start);
	char *typed = spec->kind == FIELD_PATH ? memory_copy_string(raw) : text_trim(raw);
	if (*typed && spec->kind == FIELD_PEOPLE)
		form_offer_people(app, form, typed + (*typed == '@'));
	else if (*typed || (spec->offers_all && form->fields[form->focus].field.text.len == 0))
		offer_words(app, form, spec, typed);
	/* No offer when the text is complete already. */
	if (form->offers.count == 1 &&
		!strcmp(((struct offer *)vector_at(&form->offers, 0))->text, typed))
		form_clear_offers(form);
	list_set_count(&form->offer_list, form->offers.count);
	free(typed);
	free(raw);
}

/* "Ana @ma" becomes "Ana, Marco": what stands before a mark is a name of its own. */
static void end_name_before(struct field *field, size_t *start, size_t *end)
{
	size_t name_end = *start;

	while (name_end && field->text.data[name_end - 1] == ' ')
		name_end--;
	if (field->text.data[*start] != '@' || !name_end ||
		strchr(",;", field->text.data[name_end - 1]))
		return;
	strbuf_splice(&field->text, name_end, *start - name_end, ", ", 2);
	*end = *end - *start + name_end + 2;
	*start = name_end + 2;
}

/* Puts the selected offer in place of the word at the cursor. */
static void accept_offer(struct app *app, struct form *form)
{
	struct field *field = &form->fields[form->focus].field;
	size_t start, end;

	find_token(form, &start, &end);
	const struct offer *offer = vector_at(&form->offers, form->offer_list.selected);
	bool is_last = end == field->text.len;
	if (offer->person && !has_one_word(&form->specs[form->focus]))
		end_name_before(field, &start, &end);
	char *text = offer->person ? form_person_text(app, form, offer->text, offer->person)
				   : memory_copy_string(offer->text);
	strbuf_splice(&field->text, start, end - start, text, strlen(text));
	field->cursor = start + strlen(text);
	if (offer->person)
		form_note_person(form, text, offer->person);
	free(text);
	if (is_last && !has_one_word(&form->specs[form->focus])) /* another may follow */
		field_insert(field, ", ", 2);
	bool is_folder = form->specs[form->focus].kind == FIELD_PATH && field->cursor &&
			 field->text.data[field->cursor - 1] == '/';
	if (is_last && form->specs[form->focus].goes_on)
		field_insert(field, " ", 1);
	form->has_new_text = true;
	form_clear_offers(form);
	if (is_folder)
		form_offer(app, form);
}

bool form_take_first(struct app *app, struct form *form)
{
	bool is_so = form->specs[form->focus].offers_all && form->offers.count &&
		     text_is_blank(form_text(form, form->focus));

	if (is_so)
		accept_offer(app, form);
	return is_so;
}

/* ---- Commands ---- */

static void form_complete_accept(struct app *app)
{
	accept_offer(app, form_of(app->top));
}

/* At the end of the text the key takes the offer; within it, it moves the cursor. */
static void accept_at_end(struct app *app)
{
	struct form *form = form_of(app->top);
	const struct field *field = &form->fields[form->focus].field;

	if (field->text.data[field->cursor])
		form_type(app, &form->view, KEYS_RIGHT);
	else
		accept_offer(app, form);
}

static void completion_next(struct app *app)
{
	list_move_round(&form_of(app->top)->offer_list, MOVE_DOWN);
}

static void completion_previous(struct app *app)
{
	list_move_round(&form_of(app->top)->offer_list, MOVE_UP);
}

static void completion_drop(struct app *app)
{
	form_clear_offers(form_of(app->top));
}

const struct command completion_commands[] = {
	{ "take-completion", "Tab", IN_COMPLETIONS, N_("take the completion that is marked"),
		N_("take"), form_complete_accept, .need = HINT_DOING },
	{ "take-completion-at-end", "Right", IN_COMPLETIONS, N_("add it after what is typed"), NULL,
		accept_at_end },
	{ "next-completion", "Down", IN_COMPLETIONS, N_("the next completion"), NULL,
		completion_next },
	{ "previous-completion", "Up", IN_COMPLETIONS, N_("the previous completion"), NULL,
		completion_previous },
	{ "no-completion", "Esc", IN_COMPLETIONS, N_("close the completions"), N_("take none"),
		completion_drop },
	{ 0 },
};
