/* What could not be read outside a change, by functions that return no status: it is told once, and
 * before it was nothing is changed.
 * Not here: the same inside a change (test_memory.c). */
#include "filo/base/error.h"
#include "filo/store/circles.h"
#include "filo/store/contact_days.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/seen.h"
#include "filo/store/undo.h"
#include "place.h"

/* ---- What says none, of a table that cannot be read ---- */

static bool no_circle(struct store *store)
{
	return circle_by_name(store, "Close") == 0;
}

static bool no_state(struct store *store)
{
	return contact_state_today(store, 1, NULL) == STATE_ACTIVE;
}

static bool nothing_to_undo(struct store *store)
{
	return undo_latest(store) == 0;
}

static bool no_day(struct store *store)
{
	return contact_last_day(store, 1, TODAY) == DAY_NONE;
}

static bool no_entry(struct store *store)
{
	return conversation_of_source(store, "mail", "1") == 0;
}

static bool nobody_seen(struct store *store)
{
	return seen_find(store, "mail", "ada@example.org") == 0;
}

static bool no_version(struct store *store)
{
	return contact_version(store, 1) <= 0;
}

static const struct {
	const char *table;
	bool (*is_none)(struct store *store);
} readings[] = {
	{ "circle", no_circle },
	{ "event", no_state },
	{ "undo", nothing_to_undo },
	{ "participant", no_day },
	{ "conversation", no_entry },
	{ "seen", nobody_seen },
	{ "contact", no_version },
};
#define READINGS (sizeof readings / sizeof *readings)

static int refuse_table(void *table, int action, const char *one, const char *two,
	const char *database, const char *trigger)
{
	(void)two, (void)database, (void)trigger;
	return action == SQLITE_READ && !strcmp(one, table) ? SQLITE_DENY : SQLITE_OK;
}

/* Asks once while the table cannot be read. */
static void ask_in_vain(struct place *place, size_t i)
{
	sqlite3_set_authorizer(place->store->db, refuse_table, (void *)readings[i].table);
	if (!readings[i].is_none(place->store))
		fail_msg("%s was read", readings[i].table);
	sqlite3_set_authorizer(place->store->db, NULL, NULL);
}

static void what_could_not_be_read_is_told_once(void **state)
{
	struct place *place = *state;

	add_named(place, "Ada");
	for (size_t i = 0; i < READINGS; i++) {
		ask_in_vain(place, i);
		if (store_unread(place->store, &place->err) != STATUS_DATABASE)
			fail_msg("%s was taken for empty", readings[i].table);
		assert_int_equal(store_unread(place->store, &place->err), STATUS_OK);
	}
}

static void nothing_is_changed_before_that_is_told(void **state)
{
	struct place *place = *state;

	add_named(place, "Ada");
	for (size_t i = 0; i < READINGS; i++) {
		ask_in_vain(place, i);
		assert_int_equal(
			change_begin(place->store, "change", &place->err), STATUS_DATABASE);
		assert_ok(place, change_begin(place->store, "change", &place->err));
		change_rollback(place->store);
	}
}

static void what_the_caller_was_told_is_not_told_again(void **state)
{
	struct place *place = *state;
	struct contact contact;

	contact_id ada = add_named(place, "Ada");
	sqlite3_set_authorizer(place->store->db, refuse_table, "contact");
	assert_int_equal(contact_load(place->store, ada, &contact, &place->err), STATUS_DATABASE);
	sqlite3_set_authorizer(place->store->db, NULL, NULL);
	assert_int_equal(store_unread(place->store, &place->err), STATUS_OK);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			what_could_not_be_read_is_told_once, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			nothing_is_changed_before_that_is_told, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			what_the_caller_was_told_is_not_told_again, place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
