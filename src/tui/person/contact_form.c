/* The form of a contact, all fields of it.
 * Not here: its fields as text (people/words/typed_fields.c), circles (circle_words.c). */
#include "tui/person/contact_form.h"

#include "filo/base/fold.h"
#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/contact_field.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/typed_fields.h"
#include "filo/people/words/when.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "tui/form/circle_words.h"
#include "tui/form/form.h"
#include "tui/form/form_people.h"
#include "tui/form/record_form.h"
#include "tui/panes/facts.h"
#include "tui/panes/panes.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <stdlib.h>
#include <string.h>

/* In the order in which one would tell of somebody. */
static const enum contact_field shown[] = { CONTACT_NAME, CONTACT_NICKNAME, CONTACT_EMAIL,
	CONTACT_PHONE, CONTACT_MESSENGER, CONTACT_PROFILE, CONTACT_WEBSITE, CONTACT_BIRTHDAY,
	CONTACT_CIRCLE, CONTACT_CADENCE, CONTACT_TAGS, CONTACT_MET, CONTACT_MET_ON,
	CONTACT_INTRODUCED, CONTACT_PRONOUNS, CONTACT_GRAMMATICAL_GENDER, CONTACT_ORGANIZATION,
	CONTACT_TITLE, CONTACT_ADDRESS, CONTACT_ANNIVERSARY, CONTACT_OTHER_DAYS, CONTACT_DEATH,
	CONTACT_NOTE };

#define FIELDS     (sizeof shown / sizeof *shown)
#define NAME_PLACE 0 /* among them */
#define NOTE_PLACE (FIELDS - 1)

static enum field_kind contact_form_kind_of(const struct contact_field_row *row)
{
	switch (row->type) {
	case TYPE_DAY:
		return FIELD_WHEN;
	case TYPE_CIRCLE:
	case TYPE_TAGS:
		return FIELD_WORDS;
	case TYPE_RELATION:
		return FIELD_PEOPLE;
	default:
		return row->choices ? FIELD_CHOICE : row->is_multiline ? FIELD_NOTE : FIELD_TEXT;
	}
}

/* Made of the table of fields, once. */
static const struct field_spec *contact_form_specs(void)
{
	static struct field_spec made[FIELDS];

	for (size_t i = 0; i < FIELDS && !made[FIELDS - 1].name; i++) {
		const struct contact_field_row *row = contact_field(shown[i]);
		made[i] = (struct field_spec){ .name = row->key,
			.label = row->label,
			.kind = contact_form_kind_of(row),
			.sense = WHEN_PAST,
			.is_single = row->type == TYPE_CIRCLE || row->type == TYPE_RELATION,
			.is_optional = shown[i] != CONTACT_NAME,
			.choices = row->choices,
			.lines_go_to = shown[i] == CONTACT_NAME ? NOTE_PLACE : 0,
			.between = row->type == TYPE_CHANNEL || shown[i] == CONTACT_OTHER_DAYS
					   ? ", "
					   : NULL,
			.hint = row->hint,
			.complete = row->type == TYPE_CIRCLE ? circles_complete : tags_complete };
	}
	return made;
}

static enum status contact_form_load(
	struct store *store, int64_t id, void *record, struct error *err)
{
	if (id)
		return contact_load(store, id, record, err);
	contact_init(record);
	return STATUS_OK;
}

static void contact_form_fini(void *record)
{
	contact_fini(record);
}

static void fill_introduction(
	struct app *app, struct form *form, size_t place, const struct contact *contact)
{
	const struct relation *relation = contact_introduction(contact);

	form_set_text(form, place, "");
	if (relation && relation->other)
		form_add_person(app, form, place, relation->other);
	else if (relation && relation->name)
		form_set_text(form, place, relation->name);
}

static void write_yearly(struct strbuf *out, const struct contact *contact, enum yearly_kind kind)
{
	if (kind == YEARLY_OTHER)
		other_days_write(out, contact);
	else
		yearly_field_write(out, contact, kind);
}

/* As it is typed; nothing for what is no text. */
static void write_field(struct app *app, struct strbuf *out, const struct contact *contact,
	enum contact_field field)
{
	const struct contact_field_row *row = contact_field(field);
	const day_number *day = contact_field_day(contact, field);

	if (!contact_field_says(contact, field))
		return;
	switch (row->type) {
	case TYPE_TEXT:
		strbuf_add(out, *contact_field_text(contact, field));
		break;
	case TYPE_DAY:
		when_write(out, &(struct when){ *day, PRECISION_DAY, -1 });
		break;
	case TYPE_CADENCE:
		cadence_write(out, contact->cadence_days);
		break;
	case TYPE_CIRCLE:
		circle_write(app, out, contact->circle);
		break;
	case TYPE_CHANNEL:
		channels_write(out, contact, (enum channel_kind)row->kind);
		break;
	case TYPE_YEARLY:
		write_yearly(out, contact, (enum yearly_kind)row->kind);
		break;
	case TYPE_TAGS:
		tags_write(out, contact);
		break;
	case TYPE_RELATION:
		break;
	}
}

static void fill_field(
	struct app *app, struct form *form, size_t place, const struct contact *contact)
{
	struct strbuf text = STRBUF_INIT;

	if (contact_field(shown[place])->type == TYPE_RELATION) {
		fill_introduction(app, form, place, contact);
		return;
	}
	if (contact_field(shown[place])->choices) {
		form_set_choice(form, place, contact_field_choice(contact, shown[place]));
		return;
	}
	write_field(app, &text, contact, shown[place]);
	form_set_text(form, place, text.data);
	strbuf_fini(&text);
}

static void contact_form_fill(struct app *app, struct form *form, const void *record)
{
	for (size_t i = 0; i < FIELDS; i++)
		fill_field(app, form, i, record);
}

static enum status read_introduction(struct app *app, struct form *form, struct contact *contact,
	size_t *place, struct error *err)
{
	struct vector ids = VECTOR_INIT(contact_id);
	struct relation *present = contact_introduction(contact);

	/* Somebody who is not in the address book stays as they are. */
	if (present && !present->other && !strcmp(present->name, form_text(form, *place)))
		return STATUS_OK;
	enum status status = form_people(app, form, *place, &ids, place, err);
	if (status == STATUS_OK) {
		if (present)
			contact_remove_relation(contact, present);
		if (ids.count)
			vector_push(&contact->relations,
				&(struct relation){ .kind = RELATION_INTRODUCED_BY,
					.other = *(contact_id *)vector_at(&ids, 0) });
	}
	vector_fini(&ids);
	return status;
}

/* *place may move to another field that is at fault. */
static enum status read_field(struct app *app, struct form *form, struct contact *contact,
	size_t *place, struct error *err)
{
	enum contact_field asked = shown[*place];
	const struct contact_field_row *row = contact_field(asked);
	struct when met;

	switch (row->type) {
	case TYPE_DAY:
		*contact_field_day(contact, asked) =
			form_when(form, *place, &met) ? met.day : DAY_NONE;
		return STATUS_OK;
	case TYPE_CIRCLE:
		return circle_read(app, form_text(form, *place), &contact->circle, err);
	case TYPE_RELATION:
		return read_introduction(app, form, contact, place, err);
	default:
		return typed_field_read(contact, asked,
			row->choices ? row->choices[form_choice(form, *place)]
				     : form_text(form, *place),
			app->today, err);
	}
}

static enum status contact_form_write(
	struct app *app, struct form *form, void *record, size_t *field, struct error *err)
{
	enum status status = STATUS_OK;

	for (size_t i = 0; i < FIELDS && status == STATUS_OK; i++) {
		*field = i;
		status = read_field(app, form, record, field, err);
	}
	if (status != STATUS_OK)
		return status;
	*field = NAME_PLACE;
	if (!record_form_id(form))
		((struct contact *)record)->added_on = app->today; /* by hand */
	return record_form_id(form) ? contact_update(app->store, record, err)
				    : contact_add(app->store, record, err);
}

static void contact_form_saved(struct app *app, struct form *form, const void *record)
{
	const struct contact *contact = record;
	bool is_new = !record_form_id(form);

	if (is_new)
		panes_show_person(app, contact->id);
	if (is_new && contact_has_namesake(app->store, contact->id, contact->name))
		app_say(app,
			_("%s is added; somebody of that name was there. %s undoes it, %s makes "
			  "them one"),
			contact->name, way_here(app, "undo"), way_here(app, "merge"));
	else if (!is_new)
		person_say_saved(app, contact->id, true);
	else
		person_say(app, contact->id, _("%s is added. %s undoes it"), "undo");
}

/* Whether a new person has the name of somebody known. */
static void describe_name(struct app *app, const char *name, struct strbuf *out)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	struct error err;

	contact_match(app->store, name, 1, &rows, &err);
	VECTOR_EACH (row, &rows) {
		if (text_folds_alike(row->name, name))
			strbuf_add(out, _("You know somebody of this name already"));
		contact_row_fini(row);
	}
	vector_fini(&rows);
}

static void describe_birthday(struct app *app, const char *text, struct strbuf *out)
{
	struct yearly_date birthday = { .kind = YEARLY_BIRTHDAY };
	struct error err;

	if (text_is_blank(text))
		return;
	if (yearly_date_read(text, app->today, &birthday, &err) == STATUS_OK)
		yearly_describe(out, &birthday, false, app->today);
	else
		strbuf_add(out, err.message);
}

static void describe_cadence(const char *text, struct strbuf *out)
{
	struct error err;
	int days;

	if (cadence_parse(text, &days, &err) == STATUS_OK)
		cadence_describe(out, days);
	else
		strbuf_add(out, err.message);
}

static void contact_form_describe(
	struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	const char *text = form_text(form, field);

	switch (shown[field]) {
	case CONTACT_NAME:
		if (!record_form_id(form))
			describe_name(app, text, out);
		break;
	case CONTACT_BIRTHDAY:
		describe_birthday(app, text, out);
		break;
	case CONTACT_CIRCLE:
		circle_describe(app, out, text);
		break;
	case CONTACT_CADENCE:
		describe_cadence(text, out);
		break;
	default:
		break;
	}
}

static const struct record_ops ops = {
	.form = { .name = "contact",
		.save = record_form_save,
		.free = record_form_free,
		.describe = contact_form_describe },
	.title = { N_("Add a contact"), N_("Edit a contact") },
	.label = { N_("add %s"), N_("edit %s") },
	.name_field = NAME_PLACE,
	.record_bytes = sizeof(struct contact),
	.load = contact_form_load,
	.fini = contact_form_fini,
	.fill = contact_form_fill,
	.write = contact_form_write,
	.saved = contact_form_saved,
};

void contact_form_open(struct app *app, contact_id id)
{
	struct view *view = record_form_view(app, &ops, id, "new", contact_form_specs(), FIELDS);

	if (view)
		app_push(app, view);
}
