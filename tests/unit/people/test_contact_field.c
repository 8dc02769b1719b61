/* The table of what a contact is made of. Not here: that formats and store keep it
 * (exchange/test_field_round_trip.c). */
#include "../unit.h"
#include "filo/people/contact_field.h"

#include "filo/base/memory.h"

#include <stdlib.h>
#include <string.h>

static bool is_equal(const char *a, const char *b)
{
	return a && b && !strcmp(a, b);
}

static void every_row_is_there_and_named_once(void **state)
{
	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		assert_non_null(row->key);
		/* What filo notes for itself is no affair of an address book's. */
		if (!row->vcard) {
			assert_null(row->label);
			continue;
		}
		CONTACT_FIELD_EACH (other) {
			const struct contact_field_row *next = contact_field(other);
			if (other <= field)
				continue;
			assert_string_not_equal(row->key, next->key);
			assert_false(is_equal(row->column, next->column));
			assert_false(is_equal(row->label, next->label));
			if (next->vcard && (!row->name_part || !next->name_part))
				assert_string_not_equal(row->vcard, next->vcard);
		}
	}
}

static void a_header_names_one_field(void **state)
{
	CONTACT_FIELD_EACH (field)
		for (size_t i = 0; i < CONTACT_FIELD_HEADERS && contact_field(field)->headers[i];
			i++)
			assert_int_equal(
				contact_field_of_header(contact_field(field)->headers[i]), field);
	assert_int_equal(contact_field_of_header("shoe size"), CONTACT_FIELDS);
}

static void a_property_names_one_text(void **state)
{
	assert_int_equal(contact_field_of_property("FN"), CONTACT_NAME);
	assert_int_equal(contact_field_of_property("TITLE"), CONTACT_TITLE);
	assert_int_equal(contact_field_of_property("N"), CONTACT_FIELDS);
	assert_int_equal(contact_field_of_property("TEL"), CONTACT_FIELDS);
}

static void what_a_person_sees_has_a_label_and_what_they_choose_too(void **state)
{
	CONTACT_FIELD_EACH (field) {
		const struct contact_field_row *row = contact_field(field);
		if (row->is_fact || row->join != JOIN_UNASKED)
			assert_non_null(row->label);
		if (row->join == JOIN_BOTH)
			assert_int_equal(row->type, TYPE_TEXT);
	}
}

static void kinds_find_their_field(void **state)
{
	for (int kind = 0; kind < CHANNEL_KINDS; kind++) {
		enum contact_field field = contact_field_of_channel((enum channel_kind)kind);
		assert_int_equal(contact_field(field)->type, TYPE_CHANNEL);
		assert_int_equal(contact_field(field)->kind, kind);
	}
	for (int kind = YEARLY_BIRTHDAY; kind < YEARLY_KINDS; kind++) {
		enum contact_field field = contact_field_of_yearly((enum yearly_kind)kind);
		assert_int_equal(contact_field(field)->type, TYPE_YEARLY);
		assert_int_equal(contact_field(field)->kind, kind);
	}
}

static void what_is_set_is_said_and_the_same(void **state)
{
	struct contact from, to;
	contact_init(&from);
	contact_init(&to);
	from.met_on = from.added_on = from.wish_set_on = 17000;
	from.circle = 3;
	from.cadence_days = 30;
	CONTACT_FIELD_EACH (field) {
		if (!contact_field(field)->column)
			continue;
		if (contact_field_text(&from, field))
			*contact_field_text(&from, field) = memory_copy_string("said");
		assert_true(contact_field_says(&from, field));
		assert_false(contact_field_says(&to, field));
		assert_false(contact_field_is_same(&from, &to, field));
		contact_field_set(&to, &from, field);
		assert_true(contact_field_says(&to, field));
		assert_true(contact_field_is_same(&from, &to, field));
	}
	contact_fini(&from);
	contact_fini(&to);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_row_is_there_and_named_once),
		cmocka_unit_test(a_header_names_one_field),
		cmocka_unit_test(a_property_names_one_text),
		cmocka_unit_test(what_a_person_sees_has_a_label_and_what_they_choose_too),
		cmocka_unit_test(kinds_find_their_field),
		cmocka_unit_test(what_is_set_is_said_and_the_same),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
