/* Asking who is the same person as this one; among namesakes, which.
 * Not here: making them one (merge_view.c). */
#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/typed_fields.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "tui/command.h"
#include "tui/form/chooser.h"
#include "tui/form/form.h"
#include "tui/form/form_people.h"
#include "tui/form/prompt.h"
#include "tui/log/person_events.h"
#include "tui/person/merge_view.h"
#include "tui/subject.h"

#include <stdlib.h>
#include <string.h>

#define OTHERS_MAX 20

struct others {
	struct app *app;
	contact_id person;  /* who they may be the same as; not among them */
	struct vector rows; /* of struct contact_row */
};

static size_t others_count(void *context)
{
	const struct others *others = context;

	return others->rows.count;
}

static void others_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct others *others = context;
	struct contact_row *row = vector_at(&others->rows, index);

	strbuf_add(left, row->name);
	form_people_tell(others->app, row, right);
}

/* Tells namesakes apart by an address. */
static void others_detail(struct app *app, void *context, size_t index, struct strbuf *out)
{
	static const enum channel_kind kinds[] = { CHANNEL_EMAIL, CHANNEL_PHONE,
		CHANNEL_MESSENGER };
	const struct others *others = context;
	const struct contact_row *row = vector_at(&others->rows, index);
	struct contact contact;

	contact_init(&contact);
	if (contact_load(app->store, row->id, &contact, NULL) == STATUS_OK) {
		for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
			size_t len = out->len;
			channels_write(out, &contact, kinds[i]);
			strbuf_add(out, out->len > len ? "\n" : "");
		}
		strbuf_add(out, contact.met ? contact.met : "");
	}
	contact_fini(&contact);
}

static void others_open(struct app *app, void *context, size_t index)
{
	const struct others *others = context;
	const struct contact_row *row = vector_at(&others->rows, index);
	contact_id person = others->person, other = row->id;

	app_pop(app);
	merge_open(app, person, other);
}

static void others_free(void *context)
{
	struct others *others = context;

	VECTOR_FINI(struct contact_row, &others->rows, contact_row_fini);
	free(others);
}

static const struct chooser_ops others_ops = {
	.context = IN_LIST,
	.title = N_("Who is meant?"),
	.empty = N_("Nobody"),
	.count = others_count,
	.row = others_row,
	.detail = others_detail,
	.open = others_open,
	.free = others_free,
};

static void drop_person(struct others *others)
{
	for (size_t i = others->rows.count; i-- > 0;) {
		struct contact_row *row = vector_at(&others->rows, i);
		if (row->id != others->person)
			continue;
		contact_row_fini(row);
		vector_remove(&others->rows, i);
	}
}

/* The only one, or the only one of exactly that name; 0: it has to be asked. */
static contact_id only_one(const struct others *others, const char *name)
{
	const struct contact_row *row;
	contact_id found = 0;
	size_t exact = 0;

	VECTOR_EACH (row, &others->rows) {
		if (others->rows.count > 1 && !text_folds_alike(row->name, name))
			continue;
		found = row->id;
		exact++;
	}
	return exact == 1 ? found : 0;
}

/* Whose name it may be, without the person: the only one, or it is asked which. */
static void merge_with_one_of(struct app *app, contact_id person, const char *name)
{
	struct others *others = memory_new(sizeof *others);
	struct error err;

	others->app = app;
	others->person = person;
	vector_init(&others->rows, sizeof(struct contact_row));
	enum status status = contact_match(app->store, name, OTHERS_MAX, &others->rows, &err);
	drop_person(others);
	contact_id other = only_one(others, name);
	if (status != STATUS_OK)
		app_say_error(app, &err);
	else if (!others->rows.count)
		app_refuse(app, _("Nobody else is called %s"), name);
	else if (other)
		merge_open(app, others->person, other);
	else
		app_push(app, chooser_view(&others_ops, others));
	if (status != STATUS_OK || !others->rows.count || other)
		others_free(others);
}

static void merge_with_answer(struct app *app, void *context, const char *text)
{
	contact_id person = person_of_context(context), other;

	if (text_is_blank(text))
		return;
	char *name = text_trim(text);
	if (contact_resolve(app->store, name, &other, NULL) == STATUS_OK && other != person)
		merge_open(app, person, other);
	else
		merge_with_one_of(app, person, name);
	free(name);
}

static void command_merge(struct app *app)
{
	contact_id id = person_needed(app);
	struct strbuf question = STRBUF_INIT, named = STRBUF_INIT;

	if (!id)
		return;
	char *name = person_name(app, id);
	strbuf_add_format(&question, _("Who is the same person as %s?"), name);
	/* Translators: the same, in at most 26 columns with a short name. */
	strbuf_add_format(&named, _("Same person as %s"), name);
	app_push(app, prompt_named(prompt_view_other(question.data, id, merge_with_answer,
					   person_to_context(id)),
			      named.data));
	strbuf_fini(&question);
	strbuf_fini(&named);
	free(name);
}

const struct command merge_with_commands[] = {
	{ "merge", "m", WITH_PERSON, N_("make two contacts one, who are the same person"), NULL,
		command_merge, .takes = &takes_person },
	{ 0 },
};
