/* Whose the files beside a database are, and its folder. Not here: the file itself (test_open.c).
 */
#include "filo/base/error.h"
#include "filo/base/paths.h"
#include "filo/store/backup.h"
#include "filo/store/restore.h"
#include "place.h"

static void check_refused(struct place *place, const char *name, const char *words)
{
	assert_int_equal(
		store_open(&place->store, place_file(place, name), TODAY, &place->err), STATUS_IO);
	place->store = NULL;
	if (!strstr(place->err.message, words))
		fail_msg("%s", place->err.message);
}

/* A database, and beside it the log of one whose program was killed. */
static void leave_a_log(struct place *place)
{
	place_open(place);
	change(place, "add", INSERT_CONTACT "(NULL, 'b', 'Bo', 'bo')");
	shell(place, "cp filo.db kept.db && cp filo.db-wal kept.db-wal");
	place_close(place);
	shell(place, "mv kept.db filo.db && mv kept.db-wal filo.db-wal");
}

static void a_log_that_anybody_can_write_is_refused(void **state)
{
	struct place *place = *state;

	leave_a_log(place);
	shell(place, "chmod 666 filo.db-wal");
	check_refused(place, "filo.db", "filo.db-wal: run chmod 600");
	shell(place, "chmod 600 filo.db-wal && >filo.db-journal && chmod 606 filo.db-journal");
	check_refused(place, "filo.db", "filo.db-journal: run chmod 600");
	shell(place, "rm filo.db-journal");
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void a_log_of_somebody_else_is_refused(void **state)
{
	struct place *place = *state;

	if (geteuid() != 0)
		skip();
	leave_a_log(place);
	shell(place, "chown 12345 filo.db-wal");
	check_refused(place, "filo.db", "filo.db-wal belongs to somebody else");
}

static void a_link_in_the_place_of_a_log_is_refused(void **state)
{
	struct place *place = *state;

	leave_a_log(place);
	shell(place, "mv filo.db-wal elsewhere && ln -s elsewhere filo.db-wal");
	check_refused(place, "filo.db", "filo.db-wal is no file");
	/* Also where the database is named by a link. */
	shell(place, "mkdir other && chmod 700 other && ln -s ../filo.db other/named.db");
	check_refused(place, "other/named.db", "filo.db-wal is no file");
}

static void a_folder_that_anybody_can_write_to_is_refused(void **state)
{
	struct place *place = *state;

	place_open(place);
	place_close(place);
	shell(place, "chmod 777 .");
	check_refused(place, "filo.db", "chmod o-w");
	/* What is there is not all's to take away. */
	shell(place, "chmod 1777 .");
	place_open(place);
	place_close(place);
	shell(place, "chmod 777 . && rm filo.db*");
	check_refused(place, "filo.db", "chmod o-w");
	assert_false(exists(place->path));
}

static void a_copy_laid_over_a_log_is_noticed(void **state)
{
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	place_close(place);
	shell(place, "cp filo.db copy.db && sqlite3 copy.db 'PRAGMA journal_mode = DELETE' >null");
	leave_a_log(place);
	shell(place, "cp copy.db filo.db && cp filo.db-wal before");
	check_refused(place, "filo.db", "filo restore");
	shell(place, "cmp copy.db filo.db && cmp before filo.db-wal");
	shell(place, "rm filo.db-wal");
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void a_log_without_its_database_is_not_lost(void **state)
{
	static const char *const ways[] = { "rm filo.db", ">filo.db", "rm -f filo.db filo.db-shm" };
	struct place *place = *state;
	char *beside;

	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		leave_a_log(place);
		shell(place, "cp filo.db whole && cp filo.db-wal before && >filo.db-shm");
		shell(place, ways[i]);
		check_refused(place, "filo.db", "move ");
		shell(place, "cmp before filo.db-wal && ! test -s filo.db");
		/* The three ways out. */
		shell(place, "cp whole filo.db && chmod 600 filo.db");
		place_open(place);
		assert_ok(place,
			store_backup(place->store, place_file(place, "copy.db"), &place->err));
		place_close(place);
		shell(place, ways[i]);
		shell(place, "cp before filo.db-wal && chmod 600 filo.db-wal");
		char *copy = memory_copy_string(place_file(place, "copy.db"));
		assert_ok(place, store_restore(place->path, copy, TODAY, &beside, &place->err));
		free(copy);
		free(beside);
		place_open(place);
		assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
		place_close(place);
		shell(place, "cmp before filo.db.before-restore-wal && rm filo.db* copy.db");
		shell(place,
			"cp before filo.db-wal && chmod 600 filo.db-wal && mv filo.db-wal away");
		place_open(place);
		place_close(place);
		shell(place, "rm filo.db*");
	}
}

/* As a migration or a restore does: a whole copy, in part. */
static int leave_a_part(struct place *place)
{
	char *part = NULL;
	int fd = path_open_part(place->path, &part);

	return fd >= 0 && write(fd, "half", 4) == 4 ? 0 : 1;
}

static void what_a_killed_program_left_in_part_goes_with_the_next(void **state)
{
	struct place *place = *state;
	char *own = NULL;

	place_close(place);
	assert_int_equal(in_another_process(place, 0, leave_a_part), 0);
	shell(place, "ls | grep -q filo-part");
	place_open(place);
	shell(place, "! ls | grep -q filo-part");
	place_close(place);
	int fd = path_open_part(place->path, &own); /* of one that is at it */
	place_open(place);
	assert_true(exists(own));
	close(fd);
	free(own);
}

/* Else only root could change it again. */
static void what_was_laid_beside_a_read_only_file_is_written_to_again(void **state)
{
	struct place *place = *state;

	place_open(place);
	place_close(place);
	shell(place, "chmod 444 filo.db; : >filo.db-wal; : >filo.db-shm; chmod 444 filo.db-*");
	place_open(place);
	place_close(place);
	assert_int_equal(mode_of(place_file(place, "filo.db-shm")), 0444);
	shell(place, "chmod u+w filo.db");
	place_open(place);
	assert_int_equal(mode_of(place_file(place, "filo.db-shm")), 0644);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup_empty, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_log_that_anybody_can_write_is_refused),
		TEST(a_log_of_somebody_else_is_refused),
		TEST(a_link_in_the_place_of_a_log_is_refused),
		TEST(a_folder_that_anybody_can_write_to_is_refused),
		TEST(a_copy_laid_over_a_log_is_noticed),
		TEST(a_log_without_its_database_is_not_lost),
		TEST(what_a_killed_program_left_in_part_goes_with_the_next),
		TEST(what_was_laid_beside_a_read_only_file_is_written_to_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
