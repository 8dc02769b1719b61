/* Changes: all or nothing, recorded, safe from two programs and from being killed.
 * Not here: taking them back. */
#include "filo/base/error.h"
#include "filo/store/change.h"
#include "filo/store/change_label.h"
#include "filo/store/store.h"
#include "place.h"
#include "store/db/change.h"
#include "store/db/database.h"

#include <signal.h>

static void a_change_is_kept_whole(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana'), (2, 'b', 'Bo', 'bo')");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo WHERE label = 'add'"), 1);
}

static void a_change_rolled_back_leaves_nothing(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "add", &place->err));
	run(place->store, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change_rollback(place->store);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), 0);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
}

static enum status add_and_fail(void *context, struct error *err)
{
	struct place *place = context;

	run(place->store, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	return error_set(err, STATUS_INVALID, "no");
}

static enum status add_well(void *context, struct error *err)
{
	struct place *place = context;

	(void)err;
	run(place->store, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	return STATUS_OK;
}

static void a_frame_commits_what_succeeds_and_nothing_else(void **state)
{
	struct place *place = *state;

	assert_int_equal(store_change(place->store, add_and_fail, place, &place->err, "add"),
		STATUS_INVALID);
	assert_string_equal(place->err.message, "no");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
	assert_ok(place, store_change(place->store, add_well, place, &place->err, "add"));
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM undo WHERE label = char(9) || 'add'"),
		1);
}

static void a_change_still_open_at_the_end_leaves_nothing(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "add", &place->err));
	run(place->store, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	place_close(place);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
}

static void a_change_of_nothing_leaves_no_record(void **state)
{
	struct place *place = *state;
	int64_t before = number(place->store, "SELECT change_count FROM state");

	change(place, "nothing", "UPDATE contact SET note = 'x' WHERE id = 77");
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), 0);
	assert_int_equal(number(place->store, "SELECT change_count FROM state"), before);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_int_equal(number(place->store, "SELECT change_count FROM state"), before + 1);
}

static void what_is_saved_as_it_was_leaves_no_record(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "log", INSERT_CONVERSATION "(1, 20000, 1, 'hi')");
	assert_false(change_was_idle(place->store));
	int64_t before = number(place->store, "SELECT change_count FROM state");
	change(place, "edit", "UPDATE contact SET name = 'Ana', version = version + 1");
	assert_true(change_was_idle(place->store));
	change(place, "edit", "UPDATE conversation SET summary = 'hi', version = version + 1");
	assert_true(change_was_idle(place->store));
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), 2);
	assert_int_equal(number(place->store, "SELECT change_count FROM state"), before);
	assert_int_equal(number(place->store, "SELECT version FROM contact"), 1);
	assert_int_equal(number(place->store, "SELECT version FROM conversation"), 1);
	/* Of what was imported it is a change that somebody has saved it. */
	change(place, "edit", "UPDATE conversation SET is_touched = 1, version = version + 1");
	assert_false(change_was_idle(place->store));
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), 3);
	assert_int_equal(number(place->store, "SELECT version FROM conversation"), 2);
}

static enum status add_joining(struct place *place, const char *sql, enum status outcome)
{
	enum status status = change_join(place->store, &place->err, "add %s", "Ana");

	if (status == STATUS_OK)
		run(place->store, sql);
	return change_end(place->store, status == STATUS_OK ? outcome : status, &place->err);
}

static void a_function_makes_its_own_change_or_joins_the_open_one(void **state)
{
	struct place *place = *state;

	assert_ok(place, add_joining(place, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')", STATUS_OK));
	assert_ok(place, change_begin(place->store, "both", &place->err));
	assert_ok(place, add_joining(place, INSERT_CONTACT "(2, 'b', 'Bo', 'bo')", STATUS_OK));
	assert_ok(place, add_joining(place, INSERT_CONTACT "(3, 'c', 'Cy', 'cy')", STATUS_OK));
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), 2);
	assert_int_equal(number(place->store,
				 "SELECT count(*) FROM undo WHERE label = printf('%cadd %%s%cAna',"
				 " char(9), char(9))"),
		1);
}

static void a_function_that_fails_undoes_only_its_own_change(void **state)
{
	struct place *place = *state;

	assert_int_equal(
		add_joining(place, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')", STATUS_INVALID),
		STATUS_INVALID);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
	assert_null(place->store->label);
}

static void a_long_label_is_cut_between_characters(void **state)
{
	struct place *place = *state;
	char name[3001] = "";

	for (int i = 0; i < 1000; i++)
		strcat(name, "日");
	assert_ok(place, change_join(place->store, &place->err, "add %s", name));
	assert_int_equal(strlen(place->store->label), strlen("\tadd %s\t") + (size_t)3 * 120 / 2);
	char *said = change_label_said(place->store->label);
	assert_int_equal(strlen(said), strlen("add ") + (size_t)3 * ((120 - 4) / 2));
	free(said);
	change_rollback(place->store);
}

static void ids_are_never_used_twice(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(NULL, 'a', 'Ana', 'ana')");
	change(place, "delete", "DELETE FROM contact");
	change(place, "add", INSERT_CONTACT "(NULL, 'b', 'Bo', 'bo')");
	assert_int_equal(number(place->store, "SELECT id FROM contact"), 2);
}

static void records_older_than_ninety_days_go(void **state)
{
	struct place *place = *state;

	for (int i = 0; i < 30; i++)
		change(place, "old", INSERT_CONTACT "(NULL, hex(randomblob(8)), 'x', 'x')");
	store_set_today(place->store, TODAY + 91);
	change(place, "new", INSERT_CONTACT "(NULL, 'n', 'x', 'x')");
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo WHERE label = 'old'"), 10);
	change(place, "new", INSERT_CONTACT "(NULL, 'm', 'x', 'x')");
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo WHERE label = 'old'"), 0);
	assert_int_equal(number(place->store, "SELECT undo_bytes FROM state"),
		number(place->store, "SELECT sum(length(changeset)) FROM undo"));
}

static void records_have_room_for_so_much(void **state)
{
	struct place *place = *state;

	for (int i = 0; i < 4; i++)
		change(place, "large",
			"INSERT INTO conversation(day, medium, body)"
			" VALUES (1, 1, hex(zeroblob(6000000)))");
	assert_in_range(number(place->store, "SELECT undo_bytes FROM state"), 12 << 20, 45 << 20);
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), 3);
	assert_int_equal(number(place->store, "SELECT max(id) FROM undo"), 4);
}

/* Two programs */

#define WRITES 100

static int write_many(struct place *place)
{
	struct store *store;

	if (store_open(&store, place->path, TODAY, &place->err) != STATUS_OK)
		return 1;
	for (int i = 0; i < WRITES; i++) {
		if (change_begin(store, "count", &place->err) != STATUS_OK)
			return 2;
		int64_t seen = number(store, "SELECT met_on FROM contact WHERE id = 1");
		char sql[100];
		snprintf(sql, sizeof sql, "UPDATE contact SET met_on = %d WHERE id = 1",
			(int)seen + 1);
		if (database_script(store, sql, &place->err) != STATUS_OK)
			return 3;
		if (change_commit(store, &place->err) != STATUS_OK)
			return 4;
	}
	store_close(store);
	return 0;
}

static void two_programs_lose_no_update(void **state)
{
	struct place *place = *state;
	int status[2];
	pid_t pids[2];

	change(place, "add",
		"INSERT INTO contact(id, uid, name, name_key, met_on) VALUES (1, 'a', 'A', 'a', "
		"0)");
	place_close(place);
	for (int i = 0; i < 2; i++) {
		pids[i] = fork();
		if (pids[i] == 0)
			_exit(write_many(place));
	}
	for (int i = 0; i < 2; i++) {
		assert_int_equal(waitpid(pids[i], &status[i], 0), pids[i]);
		assert_int_equal(status[i], 0);
	}
	place_open(place);
	assert_int_equal(number(place->store, "SELECT met_on FROM contact"), 2 * WRITES);
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo WHERE label = 'count'"),
		2 * WRITES);
}

static int make_and_add(struct place *place)
{
	struct store *store;

	if (store_open(&store, place->path, TODAY, &place->err) != STATUS_OK)
		return 1;
	if (change_begin(store, "add", &place->err) != STATUS_OK)
		return 2;
	run(store, INSERT_CONTACT "(NULL, hex(randomblob(8)), 'x', 'x')");
	if (change_commit(store, &place->err) != STATUS_OK)
		return 3;
	store_close(store);
	return 0;
}

static void two_programs_can_make_the_database_at_once(void **state)
{
	struct place *place = *state;
	int status;
	pid_t pids[4];

	place_close(place);
	unlink(place->path);
	for (int i = 0; i < 4; i++) {
		pids[i] = fork();
		if (pids[i] == 0)
			_exit(make_and_add(place));
	}
	for (int i = 0; i < 4; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 4);
	assert_int_equal(number(place->store, "SELECT count(*) FROM circle"), 3);
}

static void a_program_that_writes_too_long_is_named(void **state)
{
	struct place *place = *state;
	struct store *other;

	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	assert_ok(place, change_begin(other, "long", &place->err));
	sqlite3_busy_timeout(place->store->db, 1);
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "Another program is writing"));
	/* What was expected of it is not expected of the next. */
	assert_ok(place, change_expect_notes(place->store, &place->err));
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
	assert_int_equal(number(place->store, "PRAGMA temp_store"), 2);
	change_rollback(other);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	store_close(other);
}

/* Killed */

/* Adds people for ever, writing a byte to `report` after each. */
static void add_for_ever(struct place *place, int report)
{
	struct store *store;

	if (store_open(&store, place->path, TODAY, &place->err) != STATUS_OK)
		_exit(1);
	for (;;) {
		if (change_begin(store, "add", &place->err) != STATUS_OK)
			_exit(2);
		run(store, INSERT_CONTACT "(NULL, hex(randomblob(16)), 'Zoe', 'zoe')");
		run(store, INSERT_CONVERSATION "(NULL, 19999, 1, 'walked by the river')");
		if (change_commit(store, &place->err) != STATUS_OK || write(report, "x", 1) != 1)
			_exit(3);
	}
}

static void what_was_finished_before_a_kill_is_there(void **state)
{
	struct place *place = *state;

	place_close(place);
	for (int round = 0; round < 5; round++) {
		int ends[2], finished = 0, status;
		char byte;
		place_open(place);
		int64_t before = number(place->store, "SELECT count(*) FROM contact");
		place_close(place);
		assert_int_equal(pipe(ends), 0);
		pid_t pid = fork();
		if (pid == 0)
			add_for_ever(place, ends[1]);
		close(ends[1]);
		while (finished < 30 + round && read(ends[0], &byte, 1) == 1)
			finished++;
		kill(pid, SIGKILL);
		waitpid(pid, &status, 0);
		while (read(ends[0], &byte, 1) == 1)
			finished++;
		close(ends[0]);
		assert_true(WIFSIGNALED(status));

		place_open(place);
		int64_t after = number(place->store, "SELECT count(*) FROM contact");
		assert_in_range(after, before + finished, before + finished + 1);
		assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"), after);
		assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), after);
		assert_int_equal(found_in(place->store, "log_text", "river"), after);
		assert_int_equal(
			number(place->store,
				"SELECT integrity_check = 'ok' FROM pragma_integrity_check"),
			1);
		place_close(place);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_change_is_kept_whole),
		TEST(a_change_rolled_back_leaves_nothing),
		TEST(a_frame_commits_what_succeeds_and_nothing_else),
		TEST(a_change_still_open_at_the_end_leaves_nothing),
		TEST(a_change_of_nothing_leaves_no_record),
		TEST(what_is_saved_as_it_was_leaves_no_record),
		TEST(a_function_makes_its_own_change_or_joins_the_open_one),
		TEST(a_function_that_fails_undoes_only_its_own_change),
		TEST(a_long_label_is_cut_between_characters),
		TEST(ids_are_never_used_twice),
		TEST(records_older_than_ninety_days_go),
		TEST(records_have_room_for_so_much),
		TEST(two_programs_lose_no_update),
		TEST(two_programs_can_make_the_database_at_once),
		TEST(a_program_that_writes_too_long_is_named),
		TEST(what_was_finished_before_a_kill_is_there),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
