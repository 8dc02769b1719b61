/* How many people there are, and have a place: kept, and counted anew after each change.
 * Not here: when it is kept (test_queue.c), counts of a list (test_contacts.c). */
#include "place.h"

#include "filo/base/memory.h"
#include "filo/people/contact.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "store/contacts/people_counts.h"

#define KEPT "key = 'people-counted'" /* the other rows of setting are not this test's */

static void add_person(struct place *place, int cadence_days, bool is_dead)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string("Ada");
	contact.cadence_days = cadence_days;
	if (is_dead)
		contact_add_date(&contact, YEARLY_DEATH, (struct civil_date){ 0 }, NULL);
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	contact_fini(&contact);
}

static void assert_counts(struct place *place, int64_t all, int64_t placed)
{
	const struct people_counts people = people_counts(place->store);
	const struct contact_counts counts =
		contact_counts(place->store, &(struct contact_filter){ .with_archived = true });

	assert_int_equal(people.all, all);
	assert_int_equal(people.placed, placed);
	assert_int_equal(counts.listed, all);
	assert_int_equal(counts.without_place, all - placed);
}

static void fill(struct place *place)
{
	for (int i = 0; i < 3; i++)
		add_person(place, 0, false);
	add_person(place, 30, false);
	add_person(place, 0, true);
	add_person(place, 30, true); /* counts once */
}

static void who_has_a_place_is_counted_once(void **state)
{
	struct place *place = *state;

	assert_counts(place, 0, 0);
	fill(place);
	assert_counts(place, 6, 3);
	assert_ok(place, people_counts_keep(place->store));
	assert_counts(place, 6, 3);
}

static void what_is_kept_holds_until_the_next_change(void **state)
{
	struct place *place = *state;

	fill(place);
	assert_ok(place, people_counts_keep(place->store));
	run(place->store, "UPDATE setting SET value = replace(value, '6 3', '17 4') WHERE " KEPT);
	assert_counts(place, 17, 4); /* read, and not counted */
	add_person(place, 0, false);
	assert_counts(place, 7, 3);
	assert_ok(place, people_counts_keep(place->store));
	assert_counts(place, 7, 3);
}

static void assert_kept(struct place *place, const struct contact_filter *filter, int64_t listed)
{
	struct contact_counts counts = { .listed = -1 };

	assert_int_equal(contact_counts_kept(place->store, filter, &counts), listed >= 0);
	assert_int_equal(counts.listed, listed);
	assert_int_equal(counts.without_place, listed < 0 ? 0 : 3);
}

static void what_is_kept_is_known_without_counting(void **state)
{
	struct place *place = *state;
	const struct contact_filter usual = { 0 }, in_circle = { .circle = 1 };

	fill(place);
	assert_kept(place, &usual, -1);
	assert_ok(place, people_counts_keep(place->store));
	assert_kept(place, &usual, 6);
	assert_kept(place, &in_circle, -1); /* whom a circle has is not */
	add_person(place, 0, false);
	assert_kept(place, &usual, -1);
}

static void what_is_kept_and_makes_no_sense_is_not_believed(void **state)
{
	struct place *place = *state;

	fill(place);
	assert_ok(place, people_counts_keep(place->store));
	run(place->store,
		"UPDATE setting SET value = (SELECT change_count FROM state) || ' 17' WHERE " KEPT);
	assert_counts(place, 6, 3);
	run(place->store, "UPDATE setting SET value = 'many' WHERE " KEPT);
	assert_counts(place, 6, 3);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			who_has_a_place_is_counted_once, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			what_is_kept_holds_until_the_next_change, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			what_is_kept_is_known_without_counting, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(what_is_kept_and_makes_no_sense_is_not_believed,
			place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
