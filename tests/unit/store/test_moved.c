/* The file under our feet: replaced, removed, known by two names, copied over while open.
 * Not here: whose file may be opened at all (test_open.c). */
#include "filo/base/error.h"
#include "filo/store/backup.h"
#include "filo/store/draft.h"
#include "filo/store/store.h"
#include "place.h"

#include <signal.h>

#define ANA INSERT_CONTACT "(1, 'a', 'Ana', 'ana')"

/* Another database, which holds Ana and Bo, at `name`. */
static void make_other(struct place *place, const char *name)
{
	struct place other = *place;

	snprintf(other.path, sizeof other.path, "%s/other.db", place->folder);
	place_open(&other);
	change(&other, "two", ANA ", (2, 'b', 'Bo', 'bo')");
	place_close(&other);
	assert_int_equal(rename(other.path, place_file(place, name)), 0);
}

static void assert_moved(struct place *place, enum status status)
{
	assert_int_equal(status, STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "was replaced or removed"));
	assert_non_null(strstr(place->err.message, "else by giving the command again"));
}

static void what_is_replaced_is_not_written_to(void **state)
{
	struct place *place = *state;
	char log[96];

	change(place, "add", ANA);
	snprintf(log, sizeof log, "%s", place_file(place, "filo.db-wal"));
	assert_true(size_of(log) > 0);
	make_other(place, "filo.db");
	assert_moved(place, change_begin(place->store, "x", &place->err));
	assert_true(is_read_only(place));
	assert_moved(place, draft_save(place->store, "log", "text", &place->err));
	/* Or it would be read as the other one's. */
	assert_int_equal(size_of(log), 0);
	place_close(place);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
	assert_int_equal(number(place->store, "SELECT count(*) FROM draft"), 0);
}

static void a_change_that_was_open_already_is_refused(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "x", &place->err));
	run(place->store, ANA);
	assert_int_equal(unlink(place->path), 0);
	assert_moved(place, change_commit(place->store, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
}

static void a_look_and_closing_notice_it_too(void **state)
{
	struct place *place = *state;

	change(place, "add", ANA);
	make_other(place, "filo.db");
	store_changed_elsewhere(place->store);
	assert_true(is_read_only(place));
	place_close(place);
	place_open(place);
	change(place, "three", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	make_other(place, "filo.db");
	place_close(place);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
}

/* As cp does it: into the file itself, whose log lies beside. */
static void what_is_copied_over_is_not_written_to(void **state)
{
	struct place *place = *state;
	char log[96], command[300];

	change(place, "add", ANA);
	make_other(place, "other.db");
	snprintf(log, sizeof log, "%s", place_file(place, "filo.db-wal"));
	snprintf(command, sizeof command,
		"cd %s && sqlite3 other.db 'PRAGMA journal_mode = DELETE' >null && cp other.db "
		"filo.db",
		place->folder);
	assert_int_equal(system(command), 0);
	off_t before = size_of(log);
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "filo restore"));
	assert_true(is_read_only(place));
	place_close(place);
	/* Nothing of it went over the copy. */
	assert_int_equal(size_of(log), before);
	snprintf(command, sizeof command, "cd %s && cmp other.db filo.db", place->folder);
	assert_int_equal(system(command), 0);
}

/* A store that has only read so far: its log is empty, and says nothing. */
static void open_idle(struct place *place)
{
	change(place, "add", ANA);
	place_close(place);
	place_open(place);
	assert_int_equal(size_of(place_file(place, "filo.db-wal")), 0);
}

/* Each kind of copy: filo's own, a database with a log, one of an older state, none at all. */
static void what_is_copied_over_an_idle_one_is_noticed_too(void **state)
{
	static const char *const copies[] = {
		"sqlite3 old.db 'PRAGMA journal_mode = DELETE' >null && cat old.db >filo.db",
		"cat other.db >filo.db",
		"cat old.db >filo.db",
		"touch -r filo.db kept && cat old.db >filo.db && touch -d '1 hour' filo.db",
		">filo.db",
		"head -c 4096 old.db >filo.db",
	};
	struct place *place = *state;

	make_other(place, "other.db");
	for (size_t i = 0; i < sizeof copies / sizeof *copies; i++) {
		place_close(place);
		shell(place, "rm -f filo.db*");
		place_open(place);
		place_close(place);
		shell(place, "cp filo.db old.db");
		place_open(place);
		open_idle(place);
		assert_copy_is_kept(place, copies[i], i % 2);
	}
}

static void what_is_copied_over_before_a_commit_is_refused_there(void **state)
{
	struct place *place = *state;

	make_other(place, "other.db");
	open_idle(place);
	assert_ok(place, change_begin(place->store, "x", &place->err));
	run(place->store, INSERT_CONTACT "(9, 'z', 'Zed', 'zed')");
	shell(place, "cat other.db >filo.db");
	assert_int_equal(change_commit(place->store, &place->err), STATUS_DATABASE);
	assert_int_equal(store_loss(place->store), STORE_WAS_OVERWRITTEN);
}

/* After a change of its own, and after a checkpoint of another's. */
static void what_is_copied_over_what_was_written_to_is_noticed(void **state)
{
	struct place *place = *state;
	struct store *other;

	make_other(place, "other.db");
	open_idle(place);
	change(place, "two", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	shell(place, "cat other.db >filo.db");
	assert_overwritten(place);
	place_close(place);
	shell(place, "rm filo.db*");
	place_open(place);
	open_idle(place);
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	run(other, INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	run(other, "PRAGMA wal_checkpoint(TRUNCATE)");
	assert_true(store_changed_elsewhere(place->store));
	assert_int_equal(store_loss(place->store), STORE_IS_HERE);
	shell(place, "cat other.db >filo.db");
	assert_overwritten(place);
	store_close(other);
}

static int add_and_be_killed(struct place *place)
{
	place_open(place);
	change(place, "two", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	kill(getpid(), SIGKILL);
	return 1;
}

/* Of what the killed one wrote nothing was in the file yet. */
static void what_is_copied_over_behind_the_log_of_a_killed_program_is_noticed(void **state)
{
	struct place *place = *state;

	make_other(place, "other.db");
	place_close(place);
	assert_int_equal(in_another_process(place, 0, add_and_be_killed), -1);
	assert_true(size_of(place_file(place, "filo.db-wal")) > 0);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	shell(place, "cat other.db >filo.db");
	assert_overwritten(place);
	place_close(place);
	shell(place, "cmp other.db filo.db");
}

/* The word of the index that says how much a checkpoint began to take. */
static volatile uint32_t *to_be_taken(struct place *place)
{
	sqlite3_file *file = NULL;
	volatile void *index = NULL;

	sqlite3_file_control(place->store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	assert_int_equal(file->pMethods->xShmMap(file, 0, 32768, 0, &index), SQLITE_OK);
	return (volatile uint32_t *)index + 128 / 4;
}

/* By a program that was killed meanwhile. */
static void a_checkpoint_left_unended_is_ended(void **state)
{
	struct place *place = *state;

	make_other(place, "other.db");
	open_idle(place);
	change(place, "two", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	*to_be_taken(place) = 1;
	store_changed_elsewhere(place->store);
	store_changed_elsewhere(place->store);
	assert_int_equal(store_loss(place->store), STORE_IS_HERE);
	shell(place, "cat other.db >filo.db");
	assert_overwritten(place);
}

static int fail_to_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 at)
{
	(void)file, (void)bytes, (void)count, (void)at;
	return SQLITE_IOERR_READ;
}

static void what_cannot_be_read_now_was_not_copied_over(void **state)
{
	struct place *place = *state;
	sqlite3_file *file = NULL;

	open_idle(place);
	sqlite3_file_control(place->store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	const sqlite3_io_methods *sound = file->pMethods;
	sqlite3_io_methods failing = *sound;
	failing.xRead = fail_to_read;
	shell(place, "touch -d '1 hour' filo.db");
	file->pMethods = &failing;
	enum status status = change_begin(place->store, "x", &place->err);
	file->pMethods = sound;
	assert_int_equal(status, STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "cannot be read or written"));
	assert_int_equal(store_loss(place->store), STORE_IS_HERE);
	change(place, "two", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
}

static void what_cannot_be_found_now_was_not_moved(void **state)
{
	struct place *place = *state;
	char command[200];

	change(place, "add", ANA);
	snprintf(command, sizeof command, "mv %s %s.away && ln -s %s %s", place->folder,
		place->folder, place->folder, place->folder);
	assert_int_equal(system(command), 0);
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_IO);
	assert_non_null(strstr(place->err.message, "cannot be read: "));
	assert_int_equal(store_loss(place->store), STORE_IS_HERE);
	snprintf(command, sizeof command, "rm %s && mv %s.away %s", place->folder, place->folder,
		place->folder);
	assert_int_equal(system(command), 0);
	change(place, "two", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
}

static int find_it_moved(sqlite3_file *file, int what, void *answer)
{
	(void)file;
	if (what == SQLITE_FCNTL_HAS_MOVED)
		*(int *)answer = 1;
	return what == SQLITE_FCNTL_HAS_MOVED ? SQLITE_OK : SQLITE_NOTFOUND;
}

/* SQLite says so of whatever it cannot look for. */
static void what_stands_where_it_did_was_not_moved(void **state)
{
	struct place *place = *state;
	sqlite3_file *file = NULL;

	change(place, "add", ANA);
	sqlite3_file_control(place->store->db, "main", SQLITE_FCNTL_FILE_POINTER, &file);
	const sqlite3_io_methods *sound = file->pMethods;
	sqlite3_io_methods failing = *sound;
	failing.xFileControl = find_it_moved;
	file->pMethods = &failing;
	enum status status = change_begin(place->store, "x", &place->err);
	file->pMethods = sound;
	assert_ok(place, status);
	change_rollback(place->store);
	assert_int_equal(store_loss(place->store), STORE_IS_HERE);
}

static void a_link_that_leads_elsewhere_now_is_another_file(void **state)
{
	struct place *place = *state;

	make_other(place, "other.db");
	place_close(place);
	shell(place, "mv filo.db kept.db && ln -s kept.db filo.db");
	place_open(place);
	change(place, "add", ANA);
	shell(place, "ln -sf other.db filo.db");
	assert_moved(place, change_begin(place->store, "x", &place->err));
	place_close(place);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
	place_close(place);
	shell(place, "ln -sf kept.db filo.db");
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void what_checkpoints_write_and_a_touch_is_no_copy(void **state)
{
	static const char *const meanwhile[] = { "PRAGMA wal_checkpoint(PASSIVE)",
		"PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(RESTART)",
		"UPDATE contact SET note = hex(zeroblob(400000))" };
	struct place *place = *state;
	struct store *other;

	open_idle(place);
	shell(place, "touch -d '1 hour' filo.db");
	assert_ok(place, store_may_change(place->store, &place->err));
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	for (int i = 0; i < 60; i++) {
		run(i % 3 ? other : place->store,
			"INSERT INTO contact(uid, name, name_key) VALUES (hex(randomblob(9)), 'N', "
			"'n')");
		run(i % 2 ? other : place->store, meanwhile[i % 5]);
		if (i % 4)
			assert_ok(place, store_may_change(place->store, &place->err));
		else if (i % 8)
			change(place, "x", "UPDATE contact SET note = ''");
	}
	store_close(other);
}

static void assert_taken_away(struct place *place, enum status status)
{
	assert_int_equal(status, STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "took away what lies beside"));
}

/* As somebody does who tidies up. What was committed is in the file, whoever ends the program. */
static void a_log_that_is_taken_away_loses_nothing(void **state)
{
	static const char *const away[] = { "rm filo.db-wal", "rm filo.db-shm",
		"rm filo.db-wal filo.db-shm", "mv filo.db-wal gone; : >filo.db-wal" };
	struct place *place = *state;
	struct place killed = *place;

	snprintf(killed.path, sizeof killed.path, "%s/killed.db", place->folder);
	for (int i = 0; i < 4; i++) {
		change(place, "add", INSERT_CONTACT "(NULL, hex(randomblob(9)), 'Bo', 'bo')");
		shell(place, away[i]);
		assert_taken_away(place, change_begin(place->store, "x", &place->err));
		assert_taken_away(place, store_may_change(place->store, &place->err));
		shell(place, "cp filo.db killed.db");
		place_open(&killed);
		assert_int_equal(number(killed.store, "SELECT count(*) FROM contact"), i + 1);
		place_close(&killed);
		place_close(place);
		place_open(place);
	}
}

static void a_log_taken_away_in_a_change_has_it_refused(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "x", &place->err));
	run(place->store, ANA);
	shell(place, "rm filo.db-wal");
	assert_taken_away(place, change_commit(place->store, &place->err));
	assert_taken_away(place, store_may_change(place->store, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
}

static int add_there(struct place *place)
{
	place_open(place);
	change(place, "add", INSERT_CONTACT "(NULL, hex(randomblob(9)), 'Bo', 'bo')");
	place_close(place);
	return 0;
}

/* Another program that came after has an index of its own: what it wrote stays. */
static void behind_another_index_nothing_is_taken_out_of_the_log(void **state)
{
	struct place *place = *state;

	shell(place, "rm filo.db-wal filo.db-shm");
	assert_int_equal(in_another_process(place, 0, add_there), 0);
	assert_taken_away(place, change_begin(place->store, "x", &place->err));
	place_close(place);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void a_second_name_given_while_it_is_open_keeps_from_writing(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "x", &place->err));
	run(place->store, ANA);
	shell(place, "ln filo.db second.db");
	assert_int_equal(change_commit(place->store, &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "hard link"));
	store_changed_elsewhere(place->store);
	assert_int_equal(store_may_change(place->store, &place->err), STATUS_DATABASE);
	shell(place, "rm second.db");
	change(place, "add", ANA);
}

static void a_file_with_two_names_is_only_read(void **state)
{
	struct place *place = *state;

	change(place, "add", ANA);
	place_close(place);
	assert_int_equal(link(place->path, place_file(place, "second.db")), 0);
	place_open(place);
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "hard link"));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void a_copy_goes_where_a_link_leads(void **state)
{
	struct place *place = *state;
	struct stat info;
	char behind[96], name[96];

	snprintf(behind, sizeof behind, "%s", place_file(place, "behind.db"));
	snprintf(name, sizeof name, "%s", place_file(place, "name.db"));
	assert_int_equal(symlink("behind.db", name), 0);
	for (int times = 0; times < 2; times++) { /* new, then over the one before */
		assert_ok(place, store_backup(place->store, name, &place->err));
		assert_int_equal(lstat(name, &info), 0);
		assert_true(S_ISLNK(info.st_mode));
		assert_int_equal(lstat(behind, &info), 0);
		assert_true(S_ISREG(info.st_mode));
	}
}

static int open_until_told(struct place *place)
{
	struct store *store;

	return store_backup(place->store, place_file(place, "open.db"), &place->err) ==
				       STATUS_INVALID &&
			       strstr(place->err.message, "Another program has") &&
			       store_open(&store, place_file(place, "open.db"), TODAY,
				       &place->err) == STATUS_OK
		       ? 0
		       : 1;
}

/* Locks are between processes: the copy is tried from another one. */
static void what_somebody_has_open_is_not_copied_over(void **state)
{
	struct place *place = *state;
	struct store *other;

	make_other(place, "open.db");
	assert_ok(place, store_open(&other, place_file(place, "open.db"), TODAY, &place->err));
	assert_int_equal(in_another_process(place, 0, open_until_told), 0);
	store_close(other);
	assert_ok(place, store_backup(place->store, place_file(place, "open.db"), &place->err));
}

static void a_name_is_never_a_uri(void **state)
{
	struct place *place = *state;
	struct store *store;
	char before[256];

	assert_non_null(getcwd(before, sizeof before));
	assert_int_equal(chdir(place->folder), 0);
	assert_ok(place, store_open(&store, "file:x.db?mode=memory", TODAY, &place->err));
	store_close(store);
	assert_true(exists("file:x.db?mode=memory"));
	assert_false(exists("x.db"));
	assert_int_equal(chdir(before), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(what_is_replaced_is_not_written_to),
		TEST(a_change_that_was_open_already_is_refused),
		TEST(a_look_and_closing_notice_it_too),
		TEST(what_is_copied_over_is_not_written_to),
		TEST(what_is_copied_over_an_idle_one_is_noticed_too),
		TEST(what_is_copied_over_before_a_commit_is_refused_there),
		TEST(what_is_copied_over_what_was_written_to_is_noticed),
		TEST(what_is_copied_over_behind_the_log_of_a_killed_program_is_noticed),
		TEST(a_checkpoint_left_unended_is_ended),
		TEST(what_cannot_be_read_now_was_not_copied_over),
		TEST(what_cannot_be_found_now_was_not_moved),
		TEST(what_stands_where_it_did_was_not_moved),
		TEST(a_link_that_leads_elsewhere_now_is_another_file),
		TEST(what_checkpoints_write_and_a_touch_is_no_copy),
		TEST(a_log_that_is_taken_away_loses_nothing),
		TEST(a_log_taken_away_in_a_change_has_it_refused),
		TEST(behind_another_index_nothing_is_taken_out_of_the_log),
		TEST(a_second_name_given_while_it_is_open_keeps_from_writing),
		TEST(a_file_with_two_names_is_only_read),
		TEST(a_copy_goes_where_a_link_leads),
		TEST(what_somebody_has_open_is_not_copied_over),
		TEST(a_name_is_never_a_uri),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
