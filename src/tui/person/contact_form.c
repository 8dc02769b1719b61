/* The form of a contact, all fields of it.
 * Not here: its channels, dates, tags and circle as text (typed_fields.c, contact_words.c). */
#include "tui/person/contact_form.h"

#include "filo/base/i18n.h"
#include "filo/base/memory.h"
#include "filo/base/text.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/when.h"
#include "filo/store/contacts.h"
#include "filo/store/store.h"
#include "tui/form/edit_conflict.h"
#include "tui/form/form.h"
#include "tui/panes/facts.h"
#include "tui/panes/panes.h"
#include "tui/person/circle_words.h"
#include "tui/person/typed_fields.h"

#include <inttypes.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	NAME,
	NICKNAME,
	EMAIL,
	PHONE,
	MESSENGER,
	PROFILE,
	WEBSITE,
	BIRTHDAY,
	CIRCLE,
	CADENCE,
	TAGS,
	MET,
	MET_ON,
	INTRODUCED,
	ORGANIZATION,
	TITLE,
	ADDRESS,
	ANNIVERSARY,
	OTHER_DAYS,
	NOTE,
	FIELDS
};

#define TEXT_FIELD(field_name, field_label, field_hint)                                            \
	{                                                                                          \
		.name = (field_name), .label = (field_label), .kind = FIELD_TEXT,                  \
		.is_optional = true, .hint = (field_hint)                                          \
	}

static const struct field_spec specs[FIELDS] = {
	[NAME] = { .name = "name",
		.label = N_("Name"),
		.kind = FIELD_TEXT,
		.hint = N_("as you would say it") },
	[NICKNAME] = TEXT_FIELD("nickname", N_("Called"), N_("a nickname, found by it too")),
	[EMAIL] = TEXT_FIELD(
		"email", N_("E-mail"), N_("several with commas; ana@example.org (work)")),
	[PHONE] = TEXT_FIELD("phone", N_("Phone"), NULL),
	[MESSENGER] = TEXT_FIELD("messenger", N_("Messenger"), N_("xmpp:ana@example.org")),
	[PROFILE] = TEXT_FIELD("profile", N_("Profile"), N_("@ana@example.social (Mastodon)")),
	[WEBSITE] = TEXT_FIELD("website", N_("Website"), NULL),
	[BIRTHDAY] = TEXT_FIELD("birthday", N_("Birthday"), N_("12 May 1984, 12 May, or only May")),
	[CIRCLE] = { .name = "circle",
		.label = N_("Circle"),
		.kind = FIELD_WORDS,
		.is_single = true,
		.is_optional = true,
		.hint = N_("how close") },
	[CADENCE] = TEXT_FIELD(
		"cadence", N_("In touch every"), N_("30, 3 weeks, 2m; empty: as the circle")),
	[TAGS] = { .name = "tags",
		.label = N_("Tags"),
		.kind = FIELD_WORDS,
		.is_optional = true,
		.hint = N_("sailing, choir") },
	[MET] = TEXT_FIELD("met", N_("How you met"), N_("at the choir; through a friend")),
	[MET_ON] = { .name = "met-on",
		.label = N_("Met on"),
		.kind = FIELD_WHEN,
		.sense = WHEN_PAST,
		.is_optional = true },
	[INTRODUCED] = { .name = "introduced",
		.label = N_("Introduced by"),
		.kind = FIELD_PEOPLE,
		.is_single = true,
		.is_optional = true },
	[ORGANIZATION] = TEXT_FIELD("organization", N_("Works at"), NULL),
	[TITLE] = TEXT_FIELD("title", N_("As"), NULL),
	[ADDRESS] = { .name = "address",
		.label = N_("Address"),
		.kind = FIELD_NOTE,
		.is_optional = true,
		.hint = N_("a blank line between several") },
	[ANNIVERSARY] = TEXT_FIELD("anniversary", N_("Anniversary"), NULL),
	[OTHER_DAYS] =
		TEXT_FIELD("days", N_("Other days"), N_("name day: 24 June, moved here: May 2019")),
	[NOTE] = { .name = "note",
		.label = N_("Note"),
		.kind = FIELD_NOTE,
		.is_optional = true,
		.hint = N_("what you want to remember of them") },
};

/* Fields that are a string of the contact as it stands. */
static const struct {
	size_t field, offset;
} strings[] = {
	{ NAME, offsetof(struct contact, name) },
	{ NICKNAME, offsetof(struct contact, nickname) },
	{ MET, offsetof(struct contact, met) },
	{ ORGANIZATION, offsetof(struct contact, organization) },
	{ TITLE, offsetof(struct contact, title) },
	{ NOTE, offsetof(struct contact, note) },
};

static const struct {
	size_t field;
	enum channel_kind kind;
} channels[] = {
	{ EMAIL, CHANNEL_EMAIL },
	{ PHONE, CHANNEL_PHONE },
	{ MESSENGER, CHANNEL_MESSENGER },
	{ PROFILE, CHANNEL_PROFILE },
	{ WEBSITE, CHANNEL_WEBSITE },
	{ ADDRESS, CHANNEL_ADDRESS },
};

#define COUNT(table) (sizeof(table) / sizeof *(table))

struct editing {
	contact_id id; /* 0: a new one */
	int64_t version;
	struct edit_conflict conflict;
};

static char **string_at(const struct contact *contact, size_t i)
{
	return (char **)((char *)contact + strings[i].offset);
}

static struct relation *introduction_of(const struct contact *contact)
{
	struct relation *relation;

	VECTOR_EACH (relation, &contact->relations)
		if (relation->kind == RELATION_INTRODUCED_BY)
			return relation;
	return NULL;
}

static void fill_texts(struct app *app, struct form *form, const struct contact *contact)
{
	struct strbuf text = STRBUF_INIT;
	const struct when met = { contact->met_on, PRECISION_DAY, -1 };

	for (size_t i = 0; i < COUNT(strings); i++) {
		const char *value = *string_at(contact, i);
		form_set_text(form, strings[i].field, value ? value : "");
	}
	for (size_t i = 0; i < COUNT(channels); i++) {
		strbuf_clear(&text);
		channels_write(&text, contact, channels[i].kind);
		form_set_text(form, channels[i].field, text.data);
	}
	strbuf_clear(&text);
	circle_write(app, &text, contact->circle);
	form_set_text(form, CIRCLE, text.data);
	strbuf_clear(&text);
	cadence_write(&text, contact->cadence_days);
	form_set_text(form, CADENCE, text.data);
	strbuf_clear(&text);
	tags_write(&text, contact);
	form_set_text(form, TAGS, text.data);
	strbuf_clear(&text);
	when_write(&text, &met);
	form_set_text(form, MET_ON, text.data);
	strbuf_fini(&text);
}

static void fill_dates(struct form *form, const struct contact *contact)
{
	struct strbuf text = STRBUF_INIT;

	yearly_field_write(&text, contact, YEARLY_BIRTHDAY);
	form_set_text(form, BIRTHDAY, text.data);
	strbuf_clear(&text);
	yearly_field_write(&text, contact, YEARLY_ANNIVERSARY);
	form_set_text(form, ANNIVERSARY, text.data);
	strbuf_clear(&text);
	other_days_write(&text, contact);
	form_set_text(form, OTHER_DAYS, text.data);
	strbuf_fini(&text);
}

static void fill_introduction(struct form *form, const struct contact *contact)
{
	const struct relation *relation = introduction_of(contact);

	form_set_text(form, INTRODUCED, "");
	if (relation && relation->other)
		form_add_person(form, INTRODUCED, relation->name, relation->other);
	else if (relation && relation->name)
		form_set_text(form, INTRODUCED, relation->name);
}

static void fill_with_kept(struct app *app, struct form *form)
{
	const struct editing *editing = form_context(form);
	struct contact contact;
	struct error err;

	if (contact_load(app->store, editing->id, &contact, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	fill_texts(app, form, &contact);
	fill_dates(form, &contact);
	fill_introduction(form, &contact);
	contact_fini(&contact);
}

/* The parts of a name that an address book brought, where a new name does not hold them. */
static void drop_stale_parts(struct contact *contact)
{
	char **parts[] = { &contact->family, &contact->given, &contact->additional,
		&contact->prefix, &contact->suffix };

	for (size_t i = 0; i < COUNT(parts); i++)
		if (*parts[i] && !strstr(contact->name, *parts[i]))
			memory_replace_string(parts[i], NULL);
}

static void read_strings(struct form *form, struct contact *contact)
{
	for (size_t i = 0; i < COUNT(strings); i++) {
		char *trimmed = text_trim(form_text(form, strings[i].field));
		memory_replace_string(string_at(contact, i),
			*trimmed || strings[i].field == NAME ? trimmed : NULL);
		free(trimmed);
	}
	drop_stale_parts(contact);
	for (size_t i = 0; i < COUNT(channels); i++)
		channels_read(contact, channels[i].kind, form_text(form, channels[i].field));
	tags_read(contact, form_text(form, TAGS));
}

static enum status read_circle(struct app *app, struct form *form, struct contact *contact,
	size_t *field, struct error *err)
{
	*field = CIRCLE;
	enum status status = circle_read(app, form_text(form, CIRCLE), &contact->circle, err);
	if (status != STATUS_OK)
		return status;
	*field = CADENCE;
	return cadence_parse(form_text(form, CADENCE), &contact->cadence_days, err);
}

static enum status read_dates(struct app *app, struct form *form, struct contact *contact,
	size_t *field, struct error *err)
{
	static const struct {
		size_t field;
		enum yearly_kind kind;
	} dates[] = { { BIRTHDAY, YEARLY_BIRTHDAY }, { ANNIVERSARY, YEARLY_ANNIVERSARY } };
	struct when met;

	contact->met_on = form_when(form, MET_ON, &met) ? met.day : DAY_NONE;
	for (size_t i = 0; i < COUNT(dates); i++) {
		*field = dates[i].field;
		enum status status = yearly_field_read(
			contact, dates[i].kind, form_text(form, dates[i].field), app->today, err);
		if (status != STATUS_OK)
			return status;
	}
	*field = OTHER_DAYS;
	return other_days_read(contact, form_text(form, OTHER_DAYS), app->today, err);
}

static void remove_introduction(struct contact *contact)
{
	struct relation *relation = introduction_of(contact);

	if (!relation)
		return;
	free(relation->name);
	vector_remove(&contact->relations,
		(size_t)(relation - (struct relation *)contact->relations.items));
}

static enum status read_introduction(struct app *app, struct form *form, struct contact *contact,
	size_t *field, struct error *err)
{
	struct vector ids = VECTOR_INIT(contact_id);
	const struct relation *present = introduction_of(contact);

	/* Somebody who is not in the address book stays as they are. */
	if (present && !present->other && !strcmp(present->name, form_text(form, INTRODUCED)))
		return STATUS_OK;
	*field = INTRODUCED;
	enum status status = form_people(app, form, INTRODUCED, &ids, field, err);
	if (status == STATUS_OK) {
		remove_introduction(contact);
		if (ids.count)
			vector_push(&contact->relations,
				&(struct relation){ .kind = RELATION_INTRODUCED_BY,
					.other = *(contact_id *)vector_at(&ids, 0) });
	}
	vector_fini(&ids);
	return status;
}

/* In an open change. */
static enum status write_contact(struct app *app, struct form *form, struct contact *contact,
	size_t *field, struct error *err)
{
	read_strings(form, contact);
	enum status status = read_circle(app, form, contact, field, err);
	if (status == STATUS_OK)
		status = read_dates(app, form, contact, field, err);
	if (status == STATUS_OK)
		status = read_introduction(app, form, contact, field, err);
	if (status != STATUS_OK)
		return status;
	*field = NAME;
	return contact->id ? contact_update(app->store, contact, err)
			   : contact_add(app->store, contact, err);
}

static enum status write_as_change(struct app *app, struct form *form, struct contact *contact,
	size_t *field, struct error *err)
{
	struct strbuf label = STRBUF_INIT;

	strbuf_add_format(&label, contact->id ? _("edit %s") : _("add %s"), form_text(form, NAME));
	enum status status = change_begin(app->store, label.data, err);
	strbuf_fini(&label);
	if (status != STATUS_OK)
		return status;
	status = write_contact(app, form, contact, field, err);
	if (status == STATUS_OK)
		return change_commit(app->store, err);
	change_rollback(app->store);
	return status;
}

static bool is_changed_elsewhere(struct app *app, struct form *form)
{
	struct editing *editing = form_context(form);
	int64_t present = editing->id ? contact_version(app->store, editing->id) : 0;

	if (!present || present == editing->version)
		return false;
	editing->conflict = (struct edit_conflict){ .form = form,
		.specs = specs,
		.count = FIELDS,
		.fill = fill_with_kept,
		.version = &editing->version,
		.present = present };
	edit_conflict_ask(app, &editing->conflict);
	return true;
}

static enum status save(struct app *app, struct form *form, size_t *field, struct error *err)
{
	const struct editing *editing = form_context(form);
	struct contact contact;
	enum status status = STATUS_OK;
	bool is_new = !editing->id;

	if (is_changed_elsewhere(app, form))
		return STATUS_CANCELLED;
	if (is_new)
		contact_init(&contact);
	else
		status = contact_load(app->store, editing->id, &contact, err);
	if (status != STATUS_OK)
		return status;
	status = write_as_change(app, form, &contact, field, err);
	if (status == STATUS_OK) {
		if (is_new)
			panes_show_person(app, contact.id);
		app_say(app,
			is_new ? _("%s is added. u takes it back")
			       : _("%s is changed. u takes it back"),
			contact.name);
	}
	contact_fini(&contact);
	return status;
}

/* Whether a new person has the name of somebody known. */
static void describe_name(struct app *app, const char *name, struct strbuf *out)
{
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	struct strbuf typed = STRBUF_INIT, known = STRBUF_INIT;
	struct error err;

	text_fold(&typed, name);
	if (typed.len)
		contact_match(app->store, name, 1, &rows, &err);
	VECTOR_EACH (row, &rows) {
		text_fold(&known, row->name);
		if (!strcmp(typed.data, known.data))
			strbuf_add(out, _("You know somebody of this name already"));
		contact_row_fini(row);
	}
	vector_fini(&rows);
	strbuf_fini(&typed);
	strbuf_fini(&known);
}

static void describe_birthday(struct app *app, const char *text, struct strbuf *out)
{
	struct yearly_date birthday = { .kind = YEARLY_BIRTHDAY };
	struct error err;

	if (text_is_blank(text))
		return;
	if (yearly_read(text, app->today, &birthday.date, &err) == STATUS_OK)
		yearly_describe(out, &birthday, app->today);
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

static void describe(struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	const struct editing *editing = form_context(form);
	const char *text = form_text(form, field);

	if (field == NAME && !editing->id)
		describe_name(app, text, out);
	else if (field == BIRTHDAY)
		describe_birthday(app, text, out);
	else if (field == CIRCLE)
		circle_describe(app, out, text);
	else if (field == CADENCE)
		describe_cadence(text, out);
}

static void complete(
	struct app *app, struct form *form, size_t field, const char *typed, struct vector *out)
{
	(void)form;
	if (field == TAGS)
		tags_complete(app, typed, out);
	else
		circles_complete(app, typed, out);
}

static const struct form_ops ops = {
	.name = "contact", .save = save, .free = free, .describe = describe, .complete = complete
};

void contact_form_open(struct app *app, contact_id id)
{
	char key[32] = "new";

	if (id && !contact_version(app->store, id)) {
		app_say(app, "%s", _("That person is not here any more"));
		return;
	}
	struct editing *editing = memory_new(sizeof *editing);
	editing->id = id;
	if (id)
		snprintf(key, sizeof key, "%" PRId64, id);
	struct view *view = form_view(app, &ops, id ? _("Edit a contact") : _("Add a contact"), key,
		specs, FIELDS, editing);
	if (id) {
		editing->version = contact_version(app->store, id);
		fill_with_kept(app, form_of(view));
	}
	app_push(app, view);
}
