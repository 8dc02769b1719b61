/* Whether the log beside a database is its own: what was killed is opened again, and a copy that
 * was laid over it is noticed. Not here: copies whose header says so (test_restore.c). */
#include "filo/base/error.h"
#include "filo/store/draft.h"
#include "filo/store/restore.h"
#include "place.h"
#include "store/db/files.h"
#include "store/db/log_look.h"

/* Makes the file grow by some pages. */
static void add_much(struct place *place, int n)
{
	char sql[200];

	snprintf(sql, sizeof sql,
		"INSERT INTO contact(uid, name, name_key, note) VALUES ('u%d', 'N%d', 'n%d',"
		" hex(zeroblob(9000)))",
		n, n, n);
	change(place, "add", sql);
}

/* The file and its log as a program that is killed now would leave them. */
static const char *leave_as(const struct place *place, const char *name)
{
	char command[200];

	snprintf(command, sizeof command,
		"rm -f %s-wal && cp filo.db %s && if [ -s filo.db-wal ]; then cp filo.db-wal "
		"%s-wal; fi",
		name, name, name);
	shell(place, command);
	return place_file(place, name);
}

static void a_log_is_known_as_its_own_at_any_moment(void **state)
{
	static const char *const meanwhile[] = { "PRAGMA wal_checkpoint(PASSIVE)",
		"PRAGMA wal_checkpoint(RESTART)", "PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM",
		"SELECT 1", "DELETE FROM contact WHERE id % 3 = 0" };
	struct place *place = *state;
	struct store *other;

	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	for (int i = 0; i < 60; i++) {
		struct store *first = place->store;
		add_much(place, i);
		if (log_is_of_another(leave_as(place, "left.db")))
			fail_msg("after change %d", i);
		sqlite3_exec(other->db, meanwhile[i % 6], NULL, NULL, NULL);
		if (log_is_of_another(leave_as(place, "left.db")))
			fail_msg("after %s, %d", meanwhile[i % 6], i);
		if (i % 4 == 0) { /* they take turns */
			place->store = other;
			other = first;
		}
	}
	store_close(other);
}

static void of_a_log_that_is_torn_nothing_is_said(void **state)
{
	struct place *place = *state;
	char command[120];

	for (int i = 0; i < 8; i++)
		add_much(place, i);
	leave_as(place, "left.db");
	int64_t size = size_of(place_file(place, "left.db-wal"));
	for (int64_t at = 5; at < size; at += 3001) {
		leave_as(place, "left.db");
		snprintf(command, sizeof command,
			"printf X | dd of=left.db-wal bs=1 seek=%lld conv=notrunc 2>dd.out",
			(long long)at);
		shell(place, command);
		if (log_is_of_another(place_file(place, "left.db")))
			fail_msg("torn at %lld", (long long)at);
	}
}

static void a_copy_of_another_state_is_noticed(void **state)
{
	struct place *place = *state;
	struct store *store = NULL;

	add_much(place, 0);
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	leave_as(place, "older.db");
	for (int i = 1; i < 6; i++)
		add_much(place, i);
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	for (int i = 6; i < 9; i++)
		add_much(place, i);
	assert_false(log_is_of_another(leave_as(place, "left.db")));
	shell(place, "cp older.db left.db");
	assert_true(log_is_of_another(place_file(place, "left.db")));
	/* And a newer one. */
	for (int i = 9; i < 14; i++)
		add_much(place, i);
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	shell(place, "cp filo.db left.db");
	assert_true(log_is_of_another(place_file(place, "left.db")));
	/* Opening says so, and touches nothing. */
	assert_int_equal(
		store_open(&store, place_file(place, "left.db"), TODAY, &place->err), STATUS_IO);
	assert_non_null(strstr(place->err.message, "filo restore"));
	assert_true(size_of(place_file(place, "left.db-wal")) > 0);
}

/* What a screen keeps of the queue, and of what is being typed. */
static void keep_much_aside(struct place *place)
{
	run(place->store, "UPDATE state SET snapshot_day = 1, snapshot_change = change_count");
	for (int i = 0; i < 6; i++)
		assert_ok(place, draft_save(place->store, "log:with:1", "words", &place->err));
}

static void what_is_kept_aside_hides_no_copy(void **state)
{
	struct place *place = *state;

	add_much(place, 0);
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	leave_as(place, "older.db");
	change(place, "edit", "UPDATE contact SET note = 'n'");
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	keep_much_aside(place);
	for (int i = 0; i < 2; i++) {
		assert_false(log_is_of_another(leave_as(place, "left.db")));
		shell(place, "cp older.db left.db");
		assert_true(log_is_of_another(place_file(place, "left.db")));
		change(place, "edit", "UPDATE contact SET note = note || 'n'");
	}
}

/* It has counted as much. */
static void another_address_book_is_noticed(void **state)
{
	struct place *place = *state;

	change(place, "add",
		"INSERT INTO contact(uid, name, name_key) VALUES ('u', 'Ada Prova', 'ada prova')");
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	leave_as(place, "other.db");
	place_close(place);
	shell(place, "rm filo.db");
	place_open(place);
	change(place, "add", "INSERT INTO contact(uid, name, name_key) VALUES ('v', 'Bo', 'bo')");
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	keep_much_aside(place);
	assert_false(log_is_of_another(leave_as(place, "left.db")));
	shell(place, "cp other.db left.db");
	assert_true(log_is_of_another(place_file(place, "left.db")));
}

/* The pages change places twice. */
static void what_was_vacuumed_and_restored_has_its_own_log(void **state)
{
	struct place *place = *state;
	char *beside, *from = memory_copy_string(place_file(place, "copy.db"));

	add_much(place, 0);
	run(place->store, "DELETE FROM conversation");
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	shell(place, "cp filo.db copy.db");
	run(place->store, "VACUUM");
	add_much(place, 1);
	assert_ok(place, store_restore(place->path, from, TODAY, &beside, &place->err));
	assert_false(log_is_of_another(leave_as(place, "left.db")));
	free(beside);
	free(from);
}

/* A change under way without a log, of which some is in the file already: left.db. */
static void leave_a_change_under_way(struct place *place)
{
	sqlite3 *db;

	place_close(place);
	assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
	assert_int_equal(
		sqlite3_exec(db,
			"PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1;"
			"BEGIN IMMEDIATE; UPDATE state SET change_count = change_count + 1;"
			"UPDATE setting SET value = 'x';"
			"CREATE TABLE much (bytes); INSERT INTO much VALUES (zeroblob(99999))",
			NULL, NULL, NULL),
		SQLITE_OK);
	shell(place, "cp filo.db left.db; cp filo.db-journal left.db-journal");
	sqlite3_close(db);
}

static void a_copy_beside_a_journal_is_noticed(void **state)
{
	struct place *place = *state;
	struct store *store = NULL;

	add_much(place, 0);
	leave_a_change_under_way(place);
	assert_null(database_file_overtaken(place_file(place, "left.db")));
	place_open(place);
	for (int i = 1; i < 4; i++)
		add_much(place, i);
	run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
	shell(place, "cp filo.db left.db; cp left.db-journal kept");
	assert_string_equal(database_file_overtaken(place_file(place, "left.db")), "-journal");
	assert_int_equal(
		store_open(&store, place_file(place, "left.db"), TODAY, &place->err), STATUS_IO);
	assert_non_null(strstr(place->err.message, "left.db-journal. Nothing was touched"));
	shell(place, "cmp left.db-journal kept && cmp left.db filo.db");
}

/* While a screen has it open, whichever way it counts. */
static void what_was_restored_has_its_own_log(void **state)
{
	struct place *place = *state;
	char *beside;

	add_much(place, 0);
	shell(place, "sqlite3 filo.db \"VACUUM INTO 'early.db'\"");
	for (int i = 1; i < 9; i++)
		add_much(place, i);
	shell(place, "sqlite3 filo.db \"VACUUM INTO 'late.db'\"");
	for (int i = 0; i < 2; i++) {
		run(place->store, "PRAGMA wal_checkpoint(TRUNCATE)");
		char *from = memory_copy_string(place_file(place, i ? "late.db" : "early.db"));
		assert_ok(place, store_restore(place->path, from, TODAY, &beside, &place->err));
		free(from);
		free(beside);
		assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), i ? 9 : 1);
		assert_false(log_is_of_another(leave_as(place, "left.db")));
		add_much(place, 100 + i);
		assert_false(log_is_of_another(leave_as(place, "left.db")));
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_log_is_known_as_its_own_at_any_moment),
		TEST(of_a_log_that_is_torn_nothing_is_said),
		TEST(a_copy_of_another_state_is_noticed),
		TEST(what_is_kept_aside_hides_no_copy),
		TEST(another_address_book_is_noticed),
		TEST(what_was_restored_has_its_own_log),
		TEST(what_was_vacuumed_and_restored_has_its_own_log),
		TEST(a_copy_beside_a_journal_is_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
