/* Names typed in a form: completing them, and finding out who is meant.
 * Not here: matching names (store/contact_list.h). */
#include "tui/form/form_people.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/store/contact_called.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "tui/form/chooser.h"
#include "tui/form/form_complete.h"
#include "tui/form/prompt.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#define MATCHES_MAX 60 /* offered at once */

void form_note_person(struct form *form, const char *name, contact_id id)
{
	struct named *named;

	VECTOR_EACH (named, &form->people) {
		if (!strcmp(named->name, name)) {
			named->id = id;
			return;
		}
	}
	vector_push(&form->people, &(struct named){ memory_copy_string(name), id });
}

/* A name without what stands between names: "King, Jr." is one person. */
static char *name_to_type(const char *name)
{
	struct strbuf out = STRBUF_INIT;

	for (const char *c = name; *c; c++)
		if (*c != ',' && *c != ';')
			strbuf_add_char(&out, *c);
	return strbuf_take(&out);
}

static const struct named *find_named(const struct form *form, const char *name)
{
	struct named *named;

	VECTOR_EACH (named, &form->people)
		if (!strcmp(named->name, name))
			return named;
	return NULL;
}

char *form_person_text(struct app *app, const struct form *form, const char *name, contact_id id)
{
	struct strbuf text = STRBUF_INIT, apart = STRBUF_INIT;
	char *plain = name_to_type(name);
	const struct named *other = form ? find_named(form, plain) : NULL;

	contact_tell_apart(app->store, id, &apart);
	strbuf_add(&text, plain);
	if (apart.len || (other && other->id && other->id != id))
		strbuf_add_format(&text, " #%" PRId64, id);
	strbuf_fini(&apart);
	free(plain);
	return strbuf_take(&text);
}

void form_add_person(struct app *app, struct form *form, size_t field, contact_id id)
{
	struct strbuf text = STRBUF_INIT;
	struct contact contact;
	struct error err;

	if (contact_load_row(app->store, id, &contact, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	char *typed = form_person_text(app, form, contact.name, id);
	contact_fini(&contact);
	form_note_person(form, typed, id);
	strbuf_add(&text, form_text(form, field));
	strbuf_add_item(&text, ", ", typed);
	form_set_text(form, field, text.data);
	strbuf_fini(&text);
	free(typed);
}

void form_people_tell(struct app *app, struct contact_row *row, struct strbuf *out)
{
	char when[64];

	strbuf_add(out, contact_kept_apart(app->store, row->id, &row->apart));
	if (row->last_day != DAY_NONE)
		strbuf_add_item(out, ", ", date_format_long(row->last_day, when, sizeof when));
}

void form_offer_people(struct app *app, struct form *form, const char *typed)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	struct error err;

	contact_match(app->store, typed, MATCHES_MAX, &rows, &err);
	VECTOR_EACH (row, &rows) {
		if (row->id != form->specs[form->focus].other_than) {
			struct strbuf detail = STRBUF_INIT;
			char *name = name_to_type(row->name);
			struct offer *offer = form_add_offer(form, name);
			offer->person = row->id;
			free(name);
			form_people_tell(app, row, &detail);
			offer->detail = strbuf_take(&detail);
		}
	}
	form->has_more_offers = rows.count == MATCHES_MAX;
	VECTOR_FINI(struct contact_row, &rows, contact_row_fini);
}

static char *trimmed(const char *text, size_t len)
{
	char *raw = memory_copy_bytes(text, len), *name = text_trim(raw);

	free(raw);
	return name;
}

static bool is_somebody(
	const struct app *app, const struct form *form, const char *text, size_t len)
{
	char *name = trimmed(text, len);
	contact_id id;
	bool is_so = *name && (find_named(form, name) || contact_resolve(app->store, name, &id,
								 NULL) != STATUS_NOT_FOUND);

	free(name);
	return is_so;
}

/* Where the next "@" behind a blank stands, from `at` on; `len`: none. */
static size_t mark_from(const char *names, size_t at, size_t len)
{
	while (at < len && !(names[at] == '@' && at && names[at - 1] == ' '))
		at++;
	return at;
}

/* "Ana @studio" is one person, of that organisation; where it is nobody, "Ana @marco" are two. */
static size_t name_length(const struct app *app, const struct form *form, const char *names)
{
	size_t len = strcspn(names, ",;");

	size_t at = mark_from(names, 1, len);

	if (at == len || is_somebody(app, form, names, len))
		return len;
	for (size_t next; at < len; at = next) {
		next = mark_from(names, at + 1, len);
		if (is_somebody(app, form, names, at) &&
			is_somebody(app, form, names + at + 1, next - at - 1))
			return at;
	}
	return len;
}

/* The next name in a list of names, trimmed; empty between two separators. Caller frees. */
static char *next_name(
	const struct app *app, const struct form *form, size_t field, const char **names)
{
	bool is_single = form->specs[field].is_single;

	*names += !is_single && **names == '@';
	size_t len = is_single ? strlen(*names) : name_length(app, form, *names);
	char *name = trimmed(*names, len);

	*names += len;
	*names += strspn(*names, ",;");
	return name;
}

/* A question about one name; its answer makes the form save again. */
struct name_question {
	struct app *app;
	struct form *form;
	size_t field;
	char *name;
	struct vector rows; /* of struct contact_row: who it may be */
};

static struct name_question *name_question_new(
	struct app *app, struct form *form, size_t field, const char *name)
{
	struct name_question *question = memory_new(sizeof *question);

	question->app = app;
	question->form = form;
	question->field = field;
	question->name = memory_copy_string(name);
	vector_init(&question->rows, sizeof(struct contact_row));
	return question;
}

static void name_question_free(void *context)
{
	struct name_question *question = context;

	VECTOR_FINI(struct contact_row, &question->rows, contact_row_fini);
	free(question->name);
	free(question);
}

static void answer_new(struct app *app, void *context, int key)
{
	struct name_question *question = context;
	struct form *form = question->form;

	if (key == 'y')
		form_note_person(form, question->name, 0);
	name_question_free(question);
	if (key == 'y')
		form_save(app, form);
}

static void ask_new(struct app *app, struct form *form, size_t field, const char *name)
{
	struct strbuf text = STRBUF_INIT;

	strbuf_add_format(&text, _("Nobody is called %s yet.\nAdd this person?"), name);
	app_push(app, ask_view_owning(text.data, "y n", answer_new,
			      name_question_new(app, form, field, name), name_question_free));
	strbuf_fini(&text);
}

static size_t which_count(void *context)
{
	return ((struct name_question *)context)->rows.count;
}

static void which_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct name_question *question = context;
	struct contact_row *row = vector_at(&question->rows, index);

	strbuf_add(left, row->name);
	form_people_tell(question->app, row, right);
}

/* In place of the name that was asked about, the first time it stands there: who is meant is seen,
 * and a namesake beside them is another. */
static void form_people_put(
	struct app *app, struct form *form, const struct name_question *question, const char *text)
{
	const char *all = form_text(form, question->field), *names = all;
	struct strbuf whole = STRBUF_INIT;
	bool is_put = false;

	while (*names && !is_put) {
		const char *before = names + strspn(names, " @");
		char *name = next_name(app, form, question->field, &names);
		if ((is_put = !strcmp(name, question->name))) {
			strbuf_add_bytes(&whole, all, (size_t)(before - all));
			strbuf_add(&whole, text);
			strbuf_add(&whole, before + strlen(name));
			form_set_text(form, question->field, whole.data);
		}
		free(name);
	}
	strbuf_fini(&whole);
}

static void which_open(struct app *app, void *context, size_t index)
{
	struct name_question *question = context;
	struct form *form = question->form;
	const struct contact_row *row = vector_at(&question->rows, index);

	char *text = form_person_text(app, form, row->name, row->id);
	form_note_person(form, text, row->id);
	form_people_put(app, form, question, text);
	free(text);
	app_pop(app);
	form_save(app, form);
}

static const struct chooser_ops which_ops = {
	.context = IN_LIST,
	.title = N_("Who is meant?"),
	.empty = N_("Nobody"),
	.count = which_count,
	.row = which_row,
	.open = which_open,
	.free = name_question_free,
};

static void ask_which(struct app *app, struct form *form, size_t field, const char *name)
{
	struct name_question *question = name_question_new(app, form, field, name);
	struct error err;

	contact_match(app->store, name, 20, &question->rows, &err);
	app_push(app, chooser_view(&which_ops, question));
}

static enum status form_people_add_person(
	struct app *app, const char *name, contact_id *id, struct error *err)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	contact.added_on = app->today;
	enum status status = contact_add(app->store, &contact, err);
	*id = contact.id;
	contact_fini(&contact);
	return status;
}

static enum status form_people_resolve(struct app *app, struct form *form, size_t field,
	const char *name, contact_id *id, struct error *err)
{
	const struct named *named = find_named(form, name);

	if (named && named->id) {
		*id = named->id;
		return STATUS_OK;
	}
	enum status status = contact_resolve(app->store, name, id, err);
	if (status == STATUS_NOT_FOUND && named)
		return form_people_add_person(app, name, id, err);
	if (status == STATUS_NOT_FOUND && contact_may_be_named(name))
		ask_new(app, form, field, name);
	else if (status == STATUS_AMBIGUOUS)
		ask_which(app, form, field, name);
	else
		return status;
	return error_set(err, STATUS_CANCELLED, "%s", "");
}

enum status form_people(struct app *app, struct form *form, size_t field, struct vector *ids,
	size_t *bad_field, struct error *err)
{
	const char *names = form_text(form, field);
	enum status status = STATUS_OK;

	*bad_field = field;
	while (*names && status == STATUS_OK) {
		char *name = next_name(app, form, field, &names);
		contact_id id;
		if (*name) {
			status = form_people_resolve(app, form, field, name, &id, err);
			if (status == STATUS_OK && !vector_has(ids, &id))
				vector_push(ids, &id);
		}
		free(name);
	}
	return status;
}

/* Whom a typed name means without a question; 0: nobody, or it would be asked. */
static contact_id known_person(struct app *app, const struct form *form, const char *name)
{
	const struct named *named = find_named(form, name);
	contact_id id = named ? named->id : 0;

	if (*name && !id && contact_resolve(app->store, name, &id, NULL) != STATUS_OK)
		id = 0;
	return id;
}

void form_known_people(struct app *app, struct form *form, size_t field, struct vector *ids)
{
	const char *names = form_text(form, field);

	while (*names) {
		char *name = next_name(app, form, field, &names);
		contact_id id = known_person(app, form, name);
		if (id && !vector_has(ids, &id))
			vector_push(ids, &id);
		free(name);
	}
}

char *form_people_called(struct app *app, struct form *form, size_t field)
{
	const char *names = form_text(form, field);
	struct strbuf all = STRBUF_INIT;

	while (*names) {
		char *name = next_name(app, form, field, &names);
		contact_id id = known_person(app, form, name);
		char *called = id ? contact_called(app->store, id, NULL) : NULL;
		if (*name)
			strbuf_add_item(&all, ", ", called ? called : name);
		free(called);
		free(name);
	}
	return strbuf_take(&all);
}
