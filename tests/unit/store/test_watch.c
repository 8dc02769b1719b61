/* Long work that is stopped in its midst: the data is as it was. Not here: who stops it (tui). */
#include "place.h"

#include "filo/base/error.h"
#include "filo/exchange/export.h"
#include "filo/store/backup.h"
#include "filo/store/change.h"
#include "filo/store/check.h"
#include "filo/store/undo.h"
#include "filo/store/watch.h"
#include "store/db/database.h"

#define MANY "20000"

/* So many looks until no more is wanted. */
static int patience;

static bool go_on(void *context)
{
	(void)context;
	return patience-- > 0;
}

static void stop_after(struct place *place, int looks)
{
	patience = looks;
	store_watch(place->store, go_on, NULL);
}

#define assert_stopped(place, call)                                                                \
	do {                                                                                       \
		assert_int_equal(call, STATUS_CANCELLED);                                          \
		assert_true(patience < 0);                                                         \
		assert_non_null(strstr((place)->err.message, "stopped"));                          \
		store_watch((place)->store, NULL, NULL);                                           \
	} while (0)

/* People of one large change. */
static enum status add_many(struct place *place)
{
	enum status status = change_begin(place->store, "many", &place->err);

	if (status == STATUS_OK)
		status = change_expect_many(place->store, &place->err);
	if (status == STATUS_OK)
		status = database_script(place->store,
			"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i "
			"< " MANY ")"
			" INSERT INTO contact(uid, name, name_key) SELECT i, 'N' || i, 'n' || i "
			"FROM n",
			&place->err);
	if (status == STATUS_OK)
		return change_commit(place->store, &place->err);
	change_rollback(place->store);
	return status;
}

static int64_t people(struct place *place)
{
	return number(place->store, "SELECT count(*) FROM contact");
}

/* Early, in the rows; and late, when the index is made at the commit. */
static void a_change_is_rolled_back(void **state)
{
	static const int looks[] = { 0, 10, 300 };
	struct place *place = *state;

	for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
		stop_after(place, looks[i]);
		assert_stopped(place, add_many(place));
		assert_int_equal(people(place), 0);
		assert_int_equal(number(place->store, "SELECT count(*) FROM sqlite_schema"
						      " WHERE type = 'trigger'"),
			20);
	}
	assert_ok(place, add_many(place));
	assert_int_equal(found_in(place->store, "contact_text", "n777"), 1);
}

static void an_undo_is_rolled_back(void **state)
{
	struct place *place = *state;

	assert_ok(place, add_many(place));
	int64_t before = people(place);
	stop_after(place, 3);
	assert_stopped(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(people(place), before);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(people(place), 0);
}

static enum status backup(struct place *place)
{
	return store_backup(place->store, place_file(place, "copy"), &place->err);
}

static enum status export(struct place *place) {
	return export_file(
		place->store, EXPORT_VCARD, place_file(place, "out.vcf"), NULL, &place->err);
}

static void a_file_that_was_there_stays(void **state)
{
	struct place *place = *state;

	assert_ok(place, backup(place));
	assert_ok(place, export(place));
	int64_t copy_bytes = size_of(place_file(place, "copy"));
	assert_ok(place, add_many(place));
	stop_after(place, 2);
	assert_stopped(place, backup(place));
	stop_after(place, 2);
	assert_stopped(place, export(place));
	assert_int_equal(size_of(place_file(place, "copy")), copy_bytes);
	assert_int_equal(size_of(place_file(place, "out.vcf")), 0);
	assert_ok(place, backup(place));
	assert_ok(place, export(place));
	assert_true(size_of(place_file(place, "copy")) > copy_bytes);
	assert_true(size_of(place_file(place, "out.vcf")) > 0);
}

static void a_check_finds_nothing_for_being_stopped(void **state)
{
	struct place *place = *state;
	int problems;

	assert_ok(place, add_many(place));
	for (int looks = 0; looks < 400; looks += 50) {
		stop_after(place, looks);
		assert_stopped(place,
			store_check(place->store, say_nothing, NULL, &problems, &place->err));
	}
	assert_ok(place, store_check(place->store, say_nothing, NULL, &problems, &place->err));
	assert_int_equal(problems, 0);
	/* Nor does a check stand in the way of a large change. */
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_ok(place, add_many(place));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_change_is_rolled_back),
		TEST(an_undo_is_rolled_back),
		TEST(a_file_that_was_there_stays),
		TEST(a_check_finds_nothing_for_being_stopped),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
