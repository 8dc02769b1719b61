/* Every field of a contact out of one database, through a format, into another: nothing is lost.
 * Not here: what the formats look like (test_vcard_write.c, test_csv.c, test_json.c). */
#include "../store/place.h"

#include "filo/base/memory.h"
#include "filo/exchange/export.h"
#include "filo/exchange/import.h"
#include "filo/people/contact_field.h"
#include "filo/store/contacts.h"
#include "filo/store/search.h"

struct journey {
	struct place *from, *to;
};

static int setup(void **state)
{
	struct journey *journey = calloc(1, sizeof *journey);

	assert_int_equal(place_setup((void **)&journey->from), 0);
	assert_int_equal(place_setup((void **)&journey->to), 0);
	*state = journey;
	return 0;
}

static int teardown(void **state)
{
	struct journey *journey = *state;
	int code = place_teardown((void **)&journey->from);

	code += place_teardown((void **)&journey->to);
	free(journey);
	return code;
}

static void fill_text(struct contact *contact, enum contact_field field)
{
	struct strbuf text = STRBUF_INIT;

	if (contact_field(field)->choices) {
		assert_true(contact_field_read(contact, field, contact_field(field)->choices[1]));
		return;
	}
	strbuf_add_format(&text, "the %s; of, \"her\" \\ own", contact_field(field)->key);
	if (contact_field(field)->is_multiline)
		strbuf_add(&text, "\n\nand more");
	*contact_field_text(contact, field) = strbuf_take(&text);
}

static void fill_field(struct contact *contact, enum contact_field field)
{
	const struct contact_field_row *row = contact_field(field);
	const struct civil_date day = { 1984, 5, 12 };
	struct relation relation = { .kind = (enum relation_kind)row->kind };

	switch (row->type) {
	case TYPE_TEXT:
		fill_text(contact, field);
		break;
	case TYPE_DAY:
		*contact_field_day(contact, field) = 17000;
		break;
	case TYPE_CADENCE:
		contact->cadence_days = 45;
		break;
	case TYPE_CIRCLE:
		contact->circle = 2;
		break;
	case TYPE_CHANNEL:
		contact_add_channel(
			contact, (enum channel_kind)row->kind, "xmpp:one@example.org", NULL, true);
		break;
	case TYPE_YEARLY:
		contact_add_date(contact, (enum yearly_kind)row->kind, day, NULL)->is_remembered =
			true;
		break;
	case TYPE_RELATION:
		relation.name = memory_copy_string("Zoe Finta");
		vector_push(&contact->relations, &relation);
		break;
	case TYPE_TAGS:
		contact_add_tag(contact, "sailing, and rowing");
		break;
	}
}

static void fill(struct contact *contact)
{
	contact_init(contact);
	CONTACT_FIELD_EACH (field) {
		fill_field(contact, field);
		assert_true(contact_field_says(contact, field));
	}
}

static void travel(struct journey *journey, enum export_format format)
{
	const char *path = place_file(journey->from, "file");
	struct import_request request = { .files = &path, .file_count = 1 };
	struct import_plan plan;

	assert_ok(journey->from,
		export_file(journey->from->store, format, path, NULL, &journey->from->err));
	import_plan_init(&plan);
	assert_ok(journey->to,
		import_plan_apply(journey->to->store, &request, &plan, &journey->to->err));
	assert_int_equal(plan.added, 1);
	assert_int_equal(plan.refused, 0);
	import_plan_fini(&plan);
}

/* CSV has no column for everything, vCard no property for what filo notes for itself. */
static bool has_place(enum export_format format, enum contact_field field)
{
	if (format == EXPORT_CONTACTS_CSV)
		return contact_field(field)->headers[0];
	return format == EXPORT_JSON || contact_field(field)->vcard;
}

static void goes_through(struct journey *journey, enum export_format format)
{
	struct contact sent, arrived;
	const struct yearly_date *date;

	fill(&sent);
	assert_ok(journey->from, contact_add(journey->from->store, &sent, &journey->from->err));
	travel(journey, format);
	contact_id id;
	assert_ok(
		journey->to, contact_by_uid(journey->to->store, sent.uid, &id, &journey->to->err));
	assert_ok(journey->to, contact_load(journey->to->store, id, &arrived, &journey->to->err));
	CONTACT_FIELD_EACH (field) {
		if (!has_place(format, field))
			continue;
		if (!contact_field_says(&arrived, field) ||
			(contact_field(field)->column &&
				!contact_field_is_same(&sent, &arrived, field)))
			fail_msg("%s is lost", contact_field(field)->key);
	}
	VECTOR_EACH (date, &arrived.dates)
		assert_true(date->is_remembered);
	contact_fini(&sent);
	contact_fini(&arrived);
}

static void every_field_goes_through_vcard_4(void **state)
{
	goes_through(*state, EXPORT_VCARD);
}

static void every_field_goes_through_vcard_3(void **state)
{
	goes_through(*state, EXPORT_VCARD3);
}

static void every_field_with_a_column_goes_through_csv(void **state)
{
	goes_through(*state, EXPORT_CONTACTS_CSV);
}

static void every_field_goes_through_json(void **state)
{
	goes_through(*state, EXPORT_JSON);
}

static void expect_in_circle(struct place *place, const char *circle)
{
	struct strbuf sql = STRBUF_INIT;

	strbuf_add_format(&sql,
		"SELECT count(*) FROM contact JOIN circle AS o ON o.id = circle WHERE o.name = "
		"'%s'",
		circle);
	assert_int_equal(number(place->store, sql.data), 1);
	strbuf_fini(&sql);
}

/* In a database in another language circles are called otherwise: one comes with its people, once,
 * and goes with the import when that is undone. */
static void a_circle_that_is_not_there_comes_along(void **state)
{
	static const enum export_format formats[] = { EXPORT_VCARD, EXPORT_CONTACTS_CSV };
	struct journey *journey = *state, back = { journey->to, journey->from };
	struct contact sent;

	contact_init(&sent);
	sent.name = memory_copy_string("Ada Finta");
	sent.circle = 2;
	assert_ok(journey->from, contact_add(journey->from->store, &sent, &journey->from->err));
	contact_fini(&sent);
	run(journey->to->store, "UPDATE circle SET name = 'Cerchia ' || id");
	for (size_t i = 0; i < 2; i++) {
		travel(journey, formats[i]);
		expect_in_circle(journey->to, "Friends");
		assert_int_equal(number(journey->to->store,
					 "SELECT count(*) FROM circle WHERE name = 'Friends'"),
			1);
		run(journey->from->store, "DELETE FROM contact; DELETE FROM circle WHERE id = 2");
		travel(&back, formats[i]);
		expect_in_circle(journey->from, "Friends");
		undo_as(journey->to, "import: file");
		assert_int_equal(number(journey->to->store,
					 "SELECT count(*) FROM circle WHERE name = 'Friends'"),
			0);
	}
}

static void every_searched_field_is_found(void **state)
{
	struct journey *journey = *state;
	struct contact contact;

	fill(&contact);
	assert_ok(journey->from, contact_add(journey->from->store, &contact, &journey->from->err));
	CONTACT_FIELD_EACH (field) {
		struct vector found = VECTOR_INIT(struct finding);
		struct finding *finding;
		if (!contact_field(field)->is_searched)
			continue;
		assert_ok(journey->from,
			search_people(journey->from->store, contact_field(field)->key, 5, &found,
				&journey->from->err));
		assert_int_equal(found.count, 1);
		VECTOR_EACH (finding, &found)
			finding_fini(finding);
		vector_fini(&found);
	}
	contact_fini(&contact);
}

#define JOURNEY(test) cmocka_unit_test_setup_teardown(test, setup, teardown)

int main(void)
{
	const struct CMUnitTest tests[] = {
		JOURNEY(every_field_goes_through_vcard_4),
		JOURNEY(every_field_goes_through_vcard_3),
		JOURNEY(every_field_with_a_column_goes_through_csv),
		JOURNEY(every_field_goes_through_json),
		JOURNEY(a_circle_that_is_not_there_comes_along),
		JOURNEY(every_searched_field_is_found),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
