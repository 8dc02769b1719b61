/* Times away, the user's own or one person's: a list, adding, editing, removing.
 * Not here: what they do to the rhythm (people/rhythm.c). */
#include "tui/lists/absences_list.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/absence.h"
#include "filo/people/words/when.h"
#include "filo/store/absences.h"
#include "filo/store/contact_called.h"
#include "tui/command.h"
#include "tui/form/form_people.h"
#include "tui/form/item_list.h"
#include "tui/form/record_form.h"
#include "tui/subject.h"
#include "tui/way.h"

#include <stdlib.h>

static enum status absences_read(struct app *app, struct vector *items, struct error *err)
{
	enum status status = absence_list(app->store, items, err);
	struct absence *absence;

	VECTOR_EACH (absence, items)
		contact_call_in_place(app->store, absence->contact, &absence->name);
	return status;
}

/* Of the list's items, and of the form's record. */
static void absences_fini(void *absence)
{
	absence_fini(absence);
}

static void absence_add_days(const struct absence *absence, struct strbuf *out)
{
	char days[DATE_SPAN_SIZE];

	strbuf_add(out, date_format_span(absence->from, absence->to, days, sizeof days));
}

static void absences_row(void *context, size_t index, struct strbuf *left, struct strbuf *right)
{
	const struct absence *absence = item_list_at(context, index);

	absence_add_days(absence, left);
	strbuf_add(right, absence->name ? absence->name : _("you"));
}

/* ---- The form of one ---- */

enum { FIELD_OF_FROM, FIELD_OF_TO, FIELD_OF_WHO, ABSENCE_FIELDS };

static const struct field_spec absence_specs[ABSENCE_FIELDS] = {
	{ .name = "from",
		.label = N_("From"),
		.kind = FIELD_WHEN,
		.sense = WHEN_FUTURE,
		.bound = WHEN_FIRST_DAY,
		.hint = N_("12 dec, 3 days ago, 11-15 dec") },
	{ .name = "to",
		.label = N_("To"),
		.kind = FIELD_WHEN,
		.sense = WHEN_FUTURE,
		.bound = WHEN_LAST_DAY,
		.is_optional = true,
		.hint = N_("6 jan, 2w; empty: no day beyond those") },
	{ .name = "who",
		.label = N_("Who"),
		.kind = FIELD_PEOPLE,
		.is_single = true,
		.is_optional = true,
		.hint = N_("empty: you yourself") },
};

static enum status absence_form_load(
	struct store *store, int64_t id, void *record, struct error *err)
{
	enum status status = id ? absence_load(store, id, record, err) : STATUS_OK;

	if (status != STATUS_OK)
		absence_fini(record);
	return status;
}

static void absence_form_fill(struct app *app, struct form *form, const void *record)
{
	const struct absence *absence = record;
	char from[DATE_ISO_SIZE], to[DATE_ISO_SIZE];

	form_set_text(form, FIELD_OF_FROM, date_format_iso(absence->from, from));
	form_set_text(form, FIELD_OF_TO, date_format_iso(absence->to, to));
	form_set_text(form, FIELD_OF_WHO, "");
	if (absence->contact)
		form_add_person(app, form, FIELD_OF_WHO, absence->contact);
}

/* What begins it is all of it where no end is said. */
static enum status absence_form_write(
	struct app *app, struct form *form, void *record, size_t *field, struct error *err)
{
	struct absence *absence = record;
	struct vector ids = VECTOR_INIT(contact_id);
	const char *to = form_text(form, FIELD_OF_TO);
	enum status status = when_parse_days(form_text(form, FIELD_OF_FROM), WHEN_FUTURE,
		app->today, &absence->from, &absence->to, err);

	*field = status == STATUS_OK ? FIELD_OF_TO : FIELD_OF_FROM;
	if (status == STATUS_OK && !text_is_blank(to))
		status = when_parse_last(to, absence->from, app->today, &absence->to, err);
	if (status == STATUS_OK && !absence_is_own(form_text(form, FIELD_OF_WHO)))
		status = form_people(app, form, FIELD_OF_WHO, &ids, field, err);
	if (status == STATUS_OK) {
		*field = FIELD_OF_TO;
		absence->contact = ids.count ? *(contact_id *)vector_at(&ids, 0) : 0;
		absence_say_more(app->store, absence);
		status = absence->id ? absence_update(app->store, absence, err)
				     : absence_add(app->store, absence, err);
	}
	vector_fini(&ids);
	return status;
}

static void absence_form_saved(struct app *app, struct form *form, const void *record)
{
	const struct absence *absence = record;
	struct strbuf days = STRBUF_INIT;

	chooser_expect(app, IN_ABSENCES, absence->id);
	absence_add_days(absence, &days);
	if (record_form_id(form))
		subject_say_saved(app, days.data);
	strbuf_fini(&days);
}

static const struct record_ops absence_ops = {
	.form = { .name = "absence", .save = record_form_save, .free = record_form_free },
	.title = { N_("Add an absence"), N_("Edit an absence") },
	.label = { N_("absence"), N_("edit an absence") },
	.name_field = FIELD_OF_WHO,
	.record_bytes = sizeof(struct absence),
	.load = absence_form_load,
	.fini = absences_fini,
	.fill = absence_form_fill,
	.write = absence_form_write,
	.saved = absence_form_saved,
};

void absence_form_open(struct app *app, int64_t id)
{
	struct view *view =
		record_form_view(app, &absence_ops, id, NULL, absence_specs, ABSENCE_FIELDS);

	if (view)
		app_push(app, view);
}

static void add_absence(struct app *app)
{
	absence_form_open(app, 0);
}

static void edit_absence(struct app *app)
{
	const struct absence *absence = item_list_selected(app);

	if (absence)
		absence_form_open(app, absence->id);
}

static void remove_absence(struct app *app)
{
	const struct absence *absence = item_list_selected(app);
	struct error err;

	if (!absence)
		return;
	if (absence_remove(app->store, absence->id, &err) != STATUS_OK) {
		app_say_error(app, &err);
		return;
	}
	app_refresh(app);
	app_say(app, _("Removed. %s brings it back"), way_here(app, "undo"));
}

static const struct item_list_ops absences_ops = {
	.chooser = { .context = IN_ABSENCES,
		.title = N_("Absences: these days do not count as silence"),
		.empty = N_("No absences: %s adds one."),
		.empty_way = "add-absence",
		.row = absences_row },
	.item_bytes = sizeof(struct absence),
	.read = absences_read,
	.item_fini = absences_fini,
	.begins_with_id = true,
};

static void command_absences(struct app *app)
{
	app_push(app, item_list_view(item_list_new(app, &absences_ops)));
}

const struct command absences_commands[] = {
	{ "absences", "", IN_PANES, N_("absences, yours or theirs"), NULL, command_absences },
	{ "add-absence", "a", IN_ABSENCES, N_("add an absence"), N_("add"), add_absence },
	{ "edit-absence", "Enter e Right", IN_ABSENCES,
		N_("give an absence other days, or another person"), N_("edit"), edit_absence },
	{ "remove-absence", "d", IN_ABSENCES, N_("remove the absence"), N_("remove"),
		remove_absence },
	{ 0 },
};
