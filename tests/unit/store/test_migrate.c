/* From an older schema to a newer one, by way of a copy. Not here: the schema itself. */
#include "place.h"

/* Versions to come, as they might be. */
static const char *const next[] = { NULL, "ALTER TABLE contact ADD COLUMN hat TEXT" };
static const char *const after_next[] = { NULL, "ALTER TABLE contact ADD COLUMN hat TEXT",
	"UPDATE contact SET hat = 'straw'" };
static const char *const broken[] = { NULL,
	"ALTER TABLE contact ADD COLUMN hat TEXT; UPDATE nothing SET hat = 1" };

static void add_ana(struct place *place)
{
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
}

static void every_version_missed_is_caught_up(void **state)
{
	struct place *place = *state;

	add_ana(place);
	assert_ok(place, database_migrate(place->store, after_next, 3, &place->err));
	assert_int_equal(number(place->store, "PRAGMA user_version"), 3);
	assert_int_equal(number(place->store, "SELECT hat = 'straw' FROM contact"), 1);
	assert_ok(place, database_migrate(place->store, after_next, 3, &place->err));
}

static void the_database_before_lies_beside(void **state)
{
	struct place *place = *state;

	add_ana(place);
	assert_ok(place, database_migrate(place->store, after_next, 3, &place->err));
	assert_int_equal(mode_of(place_file(place, "filo.db.before-v2")), 0600);
	assert_false(exists(place_file(place, "filo.db.before-v3")));
	place_close(place);
	assert_ok(place, store_open(&place->store, place_file(place, "filo.db.before-v2"), TODAY,
				 &place->err));
	assert_int_equal(number(place->store, "PRAGMA user_version"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void a_new_database_needs_no_copy(void **state)
{
	struct place *place = *state;

	assert_false(exists(place_file(place, "filo.db.before-v1")));
}

static void a_version_that_fails_leaves_the_one_before(void **state)
{
	struct place *place = *state;

	add_ana(place);
	assert_int_equal(database_migrate(place->store, broken, 2, &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, place->path));
	assert_int_equal(number(place->store, "PRAGMA user_version"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_ok(place, database_migrate(place->store, next, 2, &place->err));
}

static void without_room_for_the_copy_nothing_is_done(void **state)
{
	struct place *place = *state;

	add_ana(place);
	limit_files(40000);
	assert_int_equal(database_migrate(place->store, next, 2, &place->err), STATUS_IO);
	limit_files(0);
	assert_int_equal(number(place->store, "PRAGMA user_version"), 1);
	assert_false(exists(place_file(place, "filo.db.before-v2")));
	assert_ok(place, database_migrate(place->store, next, 2, &place->err));
}

static void an_older_database_is_left_alone_when_read_only(void **state)
{
	struct place *place = *state;

	place_close(place);
	chmod(place->path, 0400);
	place_open(place);
	assert_int_equal(database_migrate(place->store, next, 2, &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "make it writable"));
	assert_false(exists(place_file(place, "filo.db.before-v2")));
}

static void two_programs_migrate_once(void **state)
{
	struct place *place = *state;
	int status;
	pid_t pids[3];

	add_ana(place);
	place_close(place);
	for (int i = 0; i < 3; i++) {
		pids[i] = fork();
		if (pids[i] == 0) {
			place_open(place);
			_exit((int)database_migrate(place->store, next, 2, &place->err));
		}
	}
	for (int i = 0; i < 3; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	assert_ok(place, store_open(&place->store, place_file(place, "filo.db.before-v2"), TODAY,
				 &place->err));
	assert_int_equal(number(place->store, "PRAGMA user_version"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(every_version_missed_is_caught_up),
		TEST(the_database_before_lies_beside),
		TEST(a_new_database_needs_no_copy),
		TEST(a_version_that_fails_leaves_the_one_before),
		TEST(without_room_for_the_copy_nothing_is_done),
		TEST(an_older_database_is_left_alone_when_read_only),
		TEST(two_programs_migrate_once),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
