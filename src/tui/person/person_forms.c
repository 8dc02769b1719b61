/* The forms over a few fields of a person: their circle and wish, their tags.
 * Not here: all fields (contact_form.c), the same without a form (people_prompts.c). */
#include "tui/person/person_forms.h"

#include "filo/base/i18n.h"
#include "filo/base/text.h"
#include "filo/people/words/cadence.h"
#include "filo/people/words/contact_words.h"
#include "filo/people/words/words_pattern.h"
#include "filo/store/contacts.h"
#include "filo/store/person_summary.h"
#include "tui/form/circle_words.h"
#include "tui/form/record_form.h"
#include "tui/subject.h"
#include "tui/way.h"

static enum status person_form_load(
	struct store *store, int64_t id, void *record, struct error *err)
{
	return contact_load(store, id, record, err);
}

static void person_form_fini(void *record)
{
	contact_fini(record);
}

static void person_form_saved(struct app *app, struct form *form, const void *record)
{
	(void)form;
	person_say_saved(app, ((const struct contact *)record)->id, true);
}

/* ---- Circle and wish ---- */

struct proposed_wish {
	int days;              /* 0: none */
	struct strbuf shorter; /* how the pauses compare with it */
};

static void proposed_wish_load(struct app *app, contact_id id, struct proposed_wish *wish)
{
	struct person_summary summary;

	strbuf_init(&wish->shorter);
	if (person_summary_load(app->store, id, app->today, &summary, NULL) != STATUS_OK)
		return;
	wish->days = summary.proposed_days;
	words_shorter(&wish->shorter, summary.proposed_days, &summary.facts);
	person_summary_fini(&summary);
}

static void proposed_wish_fini(void *own)
{
	strbuf_fini(&((struct proposed_wish *)own)->shorter);
}

enum { CIRCLE_NAME, CIRCLE_CADENCE, CIRCLE_FIELDS };

static const struct field_spec circle_specs[CIRCLE_FIELDS] = {
	[CIRCLE_NAME] = { .name = "circle",
		.label = N_("Circle"),
		.kind = FIELD_WORDS,
		.complete = circles_complete,
		.is_single = true,
		.is_optional = true,
		.hint = N_("how close") },
	[CIRCLE_CADENCE] = { .name = "cadence",
		.label = N_("In touch"),
		.kind = FIELD_TEXT,
		.is_optional = true,
		.hint = N_("30, 3 weeks, 2m; empty: as the circle") },
};

static void circle_of_person_fill(struct app *app, struct form *form, const void *record)
{
	const struct contact *contact = record;
	struct strbuf text = STRBUF_INIT;

	circle_write(app, &text, contact->circle);
	form_set_text(form, CIRCLE_NAME, text.data);
	strbuf_clear(&text);
	cadence_write(&text, contact->cadence_days);
	form_set_text(form, CIRCLE_CADENCE, text.data);
	strbuf_fini(&text);
}

static enum status circle_of_person_write(
	struct app *app, struct form *form, void *record, size_t *field, struct error *err)
{
	struct contact *contact = record;

	*field = CIRCLE_NAME;
	enum status status = circle_read(app, form_text(form, CIRCLE_NAME), &contact->circle, err);
	if (status != STATUS_OK)
		return status;
	*field = CIRCLE_CADENCE;
	status = cadence_parse(form_text(form, CIRCLE_CADENCE), &contact->cadence_days, err);
	return status == STATUS_OK ? contact_update(app->store, contact, err) : status;
}

/* For the wish, while none is typed. */
static void propose_cadence(struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	const struct proposed_wish *wish = record_form_own(form);

	(void)app;
	if (field == CIRCLE_CADENCE && text_is_blank(form_text(form, field)))
		cadence_write(out, wish->days);
}

static void describe_proposal(struct app *app, struct form *form, struct strbuf *out)
{
	const struct proposed_wish *wish = record_form_own(form);

	if (!wish->days)
		return;
	strbuf_add_format(out, "%s: ", way_here(app, "take-proposed"));
	cadence_describe(out, wish->days);
	if (wish->shorter.len)
		strbuf_add_format(out, " (%s)", wish->shorter.data);
}

static void describe_circle(struct app *app, struct form *form, size_t field, struct strbuf *out)
{
	const char *text = form_text(form, field);
	int days;
	struct error err;

	if (field == CIRCLE_NAME && text_is_blank(text))
		circles_write(app, out);
	else if (field == CIRCLE_NAME)
		circle_describe(app, out, text);
	else if (text_is_blank(text))
		describe_proposal(app, form, out);
	else if (cadence_parse(text, &days, &err) == STATUS_OK)
		cadence_describe(out, days);
	else
		strbuf_add(out, err.message);
}

static const struct record_ops circle_ops = {
	.form = { .name = "circle-of",
		.save = record_form_save,
		.free = record_form_free,
		.describe = describe_circle,
		.propose = propose_cadence },
	.title = { .edit = N_("Circle of %s") },
	.label = { .edit = N_("edit %s") },
	.is_of_person = true,
	.record_bytes = sizeof(struct contact),
	.own_bytes = sizeof(struct proposed_wish),
	.own_fini = proposed_wish_fini,
	.load = person_form_load,
	.fini = person_form_fini,
	.fill = circle_of_person_fill,
	.write = circle_of_person_write,
	.saved = person_form_saved,
};

void circle_of_person_open(struct app *app, contact_id id)
{
	struct view *view =
		record_form_view(app, &circle_ops, id, NULL, circle_specs, CIRCLE_FIELDS);

	if (!view)
		return;
	proposed_wish_load(app, id, record_form_own(form_of(view)));
	app_push(app, view);
}

/* ---- Tags ---- */

static const struct field_spec tag_specs[] = { { .name = "tags",
	.label = N_("Tags"),
	.kind = FIELD_WORDS,
	.complete = tags_complete,
	.is_optional = true,
	.hint = N_("sailing, choir") } };

static void tags_of_person_fill(struct app *app, struct form *form, const void *record)
{
	struct strbuf text = STRBUF_INIT;

	(void)app;
	tags_write(&text, record);
	if (text.len)
		strbuf_add(&text, ", "); /* what is typed is one more */
	form_set_text(form, 0, text.data);
	strbuf_fini(&text);
}

static enum status tags_of_person_write(
	struct app *app, struct form *form, void *record, size_t *field, struct error *err)
{
	enum status status = tags_read(record, form_text(form, 0), err);

	(void)field;
	return status == STATUS_OK ? contact_update(app->store, record, err) : status;
}

static const struct record_ops tags_ops = {
	.form = { .name = "tags", .save = record_form_save, .free = record_form_free },
	.title = { .edit = N_("Tags of %s") },
	.label = { .edit = N_("edit %s") },
	.is_of_person = true,
	.record_bytes = sizeof(struct contact),
	.load = person_form_load,
	.fini = person_form_fini,
	.fill = tags_of_person_fill,
	.write = tags_of_person_write,
	.saved = person_form_saved,
};

void tags_of_person_open(struct app *app, contact_id id)
{
	struct view *view = record_form_view(app, &tags_ops, id, NULL, tag_specs, 1);

	if (view)
		app_push(app, view);
}
