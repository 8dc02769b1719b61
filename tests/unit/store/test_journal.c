/* The database without a log beside it, as network mounts need it (journal = delete).
 * Not here: opening otherwise (test_open.c). */
#include "filo/base/error.h"
#include "filo/store/change.h"
#include "filo/store/restore.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"
#include "place.h"

static int64_t header_version(const struct place *place)
{
	unsigned char byte = 0;
	int fd = open(place->path, O_RDONLY);

	assert_int_equal(pread(fd, &byte, 1, 18), 1);
	close(fd);
	return byte;
}

/* Open without a log, whatever it was before. */
static void open_without_log(struct place *place)
{
	store_set_without_log(true);
	place_open(place);
	assert_int_equal(header_version(place), 1);
	assert_false(exists(place_file(place, "filo.db-wal")));
	assert_false(exists(place_file(place, "filo.db-shm")));
}

static int end_without_log(void **state)
{
	store_set_without_log(false);
	return place_teardown(state);
}

static void without_a_log_nothing_lies_beside(void **state)
{
	struct place *place = *state;

	open_without_log(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_false(exists(place_file(place, "filo.db-wal")));
	assert_false(exists(place_file(place, "filo.db-shm")));
	assert_false(exists(place_file(place, "filo.db-journal")));
	assert_int_equal(number(place->store, "PRAGMA synchronous"), 3);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
}

static void a_database_with_a_log_goes_on_without_and_back(void **state)
{
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_int_equal(header_version(place), 2);
	place_close(place);
	open_without_log(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	change(place, "add", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	place_close(place);
	store_set_without_log(false);
	place_open(place);
	assert_int_equal(header_version(place), 2);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
}

/* What a killed program left in its log, too. */
static void a_log_left_behind_is_taken_in(void **state)
{
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	shell(place, "mkdir killed && cp filo.db filo.db-wal killed");
	place_close(place);
	shell(place, "rm filo.db && mv killed/* .");
	open_without_log(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void without_a_log_changes_elsewhere_are_seen_and_locks_respected(void **state)
{
	struct place *place = *state;
	struct store *other;

	open_without_log(place);
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	store_changed_elsewhere(place->store);
	assert_false(store_changed_elsewhere(place->store));
	assert_ok(place, change_begin(other, "add", &place->err));
	run(other, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	sqlite3_busy_handler(place->store->db, NULL, NULL);
	assert_int_equal(change_begin(place->store, "add", &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "Another program is writing"));
	assert_ok(place, change_commit(other, &place->err));
	assert_true(store_changed_elsewhere(place->store));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	change(place, "add", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	assert_true(store_changed_elsewhere(other));
	store_close(other);
}

static void what_is_open_elsewhere_keeps_its_log(void **state)
{
	struct place *place = *state;
	struct store *other;

	place_open(place);
	store_set_without_log(true);
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	assert_int_equal(header_version(place), 2);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_true(store_changed_elsewhere(other));
	assert_int_equal(number(other, "SELECT count(*) FROM contact"), 1);
	store_close(other);
}

static void a_file_of_others_keeps_its_log(void **state)
{
	struct place *place = *state;

	shell(place, "sqlite3 filo.db 'PRAGMA journal_mode = WAL; CREATE TABLE t(a)' >mode");
	assert_int_equal(header_version(place), 2);
	store_set_without_log(true);
	assert_int_not_equal(store_open(&place->store, place->path, TODAY, &place->err), STATUS_OK);
	assert_int_equal(header_version(place), 2);
}

/* Each as old as the file before one more change, or older. */
static void without_a_log_a_copy_is_noticed(void **state)
{
	static const char *const copies[] = {
		"cat old.db >filo.db",
		"cat beside.db >filo.db",
		">filo.db",
		"head -c 4096 old.db >filo.db",
		"echo none >filo.db",
	};
	struct place *place = *state;
	struct place beside = *place;

	snprintf(beside.path, sizeof beside.path, "%s/beside.db", place->folder);
	for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
		shell(place, "rm -f *.db");
		open_without_log(place);
		change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
		shell(place, "cp filo.db old.db && cp filo.db beside.db");
		/* It counts as much as ours then. */
		open_without_log(&beside);
		change(&beside, "add", INSERT_CONTACT "(2, 'c', 'Cid', 'cid')");
		place_close(&beside);
		change(place, "add", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
		assert_copy_is_kept(place, copies[i], i % 2);
	}
}

static void without_a_log_a_copy_laid_in_the_middle_of_a_change_is_noticed(void **state)
{
	struct place *place = *state;

	open_without_log(place);
	shell(place, "cp filo.db old.db");
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, change_begin(place->store, "x", &place->err));
	run(place->store, INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	shell(place, "cat old.db >filo.db");
	assert_int_equal(change_commit(place->store, &place->err), STATUS_DATABASE);
	assert_int_equal(store_loss(place->store), STORE_WAS_OVERWRITTEN);
	place_close(place);
	shell(place, "cmp old.db filo.db");
}

static int change_and_restore(struct place *place)
{
	char *beside;

	place_open(place);
	change(place, "one more", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	return store_restore(place->path, place_file(place, "old.db"), TODAY, &beside,
		       &place->err) == STATUS_OK
		       ? 0
		       : 1;
}

static void without_a_log_what_others_do_is_no_copy(void **state)
{
	struct place *place = *state;
	struct store *other;

	open_without_log(place);
	change(place, "begin", "INSERT INTO circle(name, cadence_days) VALUES ('c', 30)");
	shell(place, "cp filo.db old.db");
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	shell(place, "touch -d '1 hour' filo.db");
	assert_ok(place, store_may_change(place->store, &place->err));
	/* More than memory holds, so that it is written before its commit. */
	assert_ok(place, change_begin(place->store, "x", &place->err));
	run(place->store, "UPDATE contact SET note = hex(zeroblob(4000000))");
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(in_another_process(place, 0, change_and_restore), 0);
	assert_ok(place, store_may_change(place->store, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	/* One that keeps a log. */
	store_set_without_log(false);
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	assert_int_equal(header_version(place), 2);
	run(other, INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	store_changed_elsewhere(place->store);
	change(place, "add", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	store_close(other);
	change(place, "add", INSERT_CONTACT "(4, 'd', 'Dan', 'dan')");
	/* It has one now, and so has a copy to be told by it. */
	shell(place, "cat old.db >filo.db");
	assert_overwritten(place);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup_empty, end_without_log)
	static const struct CMUnitTest tests[] = {
		TEST(without_a_log_nothing_lies_beside),
		TEST(a_database_with_a_log_goes_on_without_and_back),
		TEST(a_log_left_behind_is_taken_in),
		TEST(without_a_log_changes_elsewhere_are_seen_and_locks_respected),
		TEST(what_is_open_elsewhere_keeps_its_log),
		TEST(a_file_of_others_keeps_its_log),
		TEST(without_a_log_a_copy_is_noticed),
		TEST(without_a_log_a_copy_laid_in_the_middle_of_a_change_is_noticed),
		TEST(without_a_log_what_others_do_is_no_copy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
