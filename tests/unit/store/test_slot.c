/* Whom a time carved out is for: fixed for its day. Not here: the setting (base/test_config.c). */
#include "place.h"

#include "filo/base/memory.h"
#include "filo/people/contact.h"
#include "filo/store/contacts.h"
#include "filo/store/slot.h"

/* On the weekday of TODAY, an hour apart. */
static struct config_slots slots_today(int count)
{
	struct config_slots slots = { .count = (size_t)count };

	for (int i = 0; i < count; i++)
		slots.all[i] = (struct config_slot){ .weekday = date_weekday(TODAY),
			.minute = 600 + 60 * i,
			.length_min = 20,
			.people = 2 };
	return slots;
}

/* Somebody whose wish of every day was set ten days ago. */
static contact_id add_due(struct place *place, const char *name)
{
	store_set_today(place->store, TODAY - 10);
	contact_id id = add_wished(place, name, 1);
	store_set_today(place->store, TODAY);
	return id;
}

static contact_id person_at(const struct slot_today *today, size_t index)
{
	return *(contact_id *)vector_at(&today->people, index);
}

static void the_people_stay_the_same_all_day(void **state)
{
	struct place *place = *state;
	const struct config_slots slots = slots_today(1);
	struct slot_today today;
	contact_id ada = add_due(place, "Ada"), bruno = add_due(place, "Bruno");

	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_ptr_equal(today.slot, &slots.all[0]);
	assert_int_equal(today.people.count, 2);
	slot_today_fini(&today);
	add_due(place, "Aaron");
	assert_ok(place, contact_delete(place->store, ada, &place->err));
	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_int_equal(today.people.count, 2);
	assert_int_equal(person_at(&today, 0), ada);
	assert_int_equal(person_at(&today, 1), bruno);
	assert_false(today.is_finished);
	assert_ok(place, slot_finish(place->store, &today, &place->err));
	slot_today_fini(&today);
	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_true(today.is_finished);
	slot_today_fini(&today);
	/* A week later there are others. */
	store_set_today(place->store, TODAY + 7);
	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_false(today.is_finished);
	assert_int_not_equal(person_at(&today, 0), ada);
	slot_today_fini(&today);
}

static void on_other_days_there_is_none(void **state)
{
	struct place *place = *state;
	const struct config_slots slots = slots_today(1);
	struct slot_today today;

	add_due(place, "Ada");
	store_set_today(place->store, TODAY + 1);
	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_null(today.slot);
	assert_int_equal(today.people.count, 0);
	slot_today_fini(&today);
}

static void the_second_of_a_day_comes_when_the_first_is_done(void **state)
{
	struct place *place = *state;
	const struct config_slots slots = slots_today(2);
	struct slot_today today;

	add_due(place, "Ada");
	for (size_t i = 0; i < 2; i++) {
		assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
		assert_ptr_equal(today.slot, &slots.all[i]);
		assert_false(today.is_finished);
		assert_int_equal(today.people.count, 1);
		assert_ok(place, slot_finish(place->store, &today, &place->err));
		slot_today_fini(&today);
	}
	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_ptr_equal(today.slot, &slots.all[1]);
	assert_true(today.is_finished);
	slot_today_fini(&today);
}

/* Until somebody is due nothing is fixed. */
static void nobody_due_fixes_nothing(void **state)
{
	struct place *place = *state;
	const struct config_slots slots = slots_today(1);
	struct slot_today today;

	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_non_null(today.slot);
	assert_int_equal(today.people.count, 0);
	slot_today_fini(&today);
	add_due(place, "Ada");
	assert_ok(place, slot_today(place->store, &slots, &today, &place->err));
	assert_int_equal(today.people.count, 1);
	slot_today_fini(&today);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)

int main(void)
{
	static const struct CMUnitTest tests[] = {
		TEST(the_people_stay_the_same_all_day),
		TEST(on_other_days_there_is_none),
		TEST(the_second_of_a_day_comes_when_the_first_is_done),
		TEST(nobody_due_fixes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
