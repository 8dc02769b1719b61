/* Whole copies of the database. Not here: exports. */
#include "filo/base/error.h"
#include "filo/store/backup.h"
#include "filo/store/store.h"
#include "filo/store/watch.h"
#include "place.h"

#include <dirent.h>

static int64_t contacts_in(struct place *place, const char *path)
{
	struct store *copy;

	assert_ok(place, store_open(&copy, path, TODAY, &place->err));
	int64_t contacts = number(copy, "SELECT count(*) FROM contact");
	store_close(copy);
	return contacts;
}

static int files_in(const char *folder)
{
	DIR *dir = opendir(folder);
	int count = 0;

	assert_non_null(dir);
	while (readdir(dir))
		count++;
	closedir(dir);
	return count - 2;
}

static void a_copy_holds_everything_in_one_file_for_its_owner(void **state)
{
	struct place *place = *state;
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, store_backup(place->store, copy, &place->err));
	assert_int_equal(mode_of(copy), 0600);
	assert_false(exists(place_file(place, "copy.db-wal")));
	assert_int_equal(
		files_in(place->folder), 4); /* the database with -wal and -shm, the copy */
	assert_int_equal(contacts_in(place, copy), 1);
}

static void a_copy_replaces_an_older_one(void **state)
{
	struct place *place = *state;
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	assert_ok(place, store_backup(place->store, copy, &place->err));
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, store_backup(place->store, copy, &place->err));
	assert_int_equal(contacts_in(place, copy), 1);
}

static void a_damaged_database_replaces_no_copy(void **state)
{
	struct place *place = *state;
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, store_backup(place->store, copy, &place->err));
	place_damage(place, "exchange");
	assert_int_equal(store_backup(place->store, copy, &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "filo.db is damaged, so it was not copied"));
	shell(place, "! ls | grep part");
	assert_int_equal(contacts_in(place, copy), 1);
	snprintf(copy, sizeof copy, "%s/new.db", place->folder);
	assert_int_equal(store_backup(place->store, copy, &place->err), STATUS_DATABASE);
	assert_false(exists(copy));
	assert_ok(place, store_keep_aside(place->store, copy, &place->err));
	assert_true(exists(copy));
}

/* Searches and rhythms would be told from it. */
static void nor_does_one_whose_index_is_not_its_tables(void **state)
{
	struct place *place = *state;
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, store_backup(place->store, copy, &place->err));
	place_close(place);
	mix_up_indexes(place, "filo.db");
	place_open(place);
	assert_int_equal(store_backup(place->store, copy, &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "older copies stay"));
	assert_int_equal(contacts_in(place, copy), 1);
}

static void memory_can_be_copied_to_a_file(void **state)
{
	struct place *place = *state;
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	place_close(place);
	assert_ok(place, store_open(&place->store, ":memory:", TODAY, &place->err));
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, store_backup(place->store, copy, &place->err));
	assert_int_equal(contacts_in(place, copy), 1);
}

static void check_refused(struct place *place, const char *path, const char *word)
{
	assert_int_not_equal(store_backup(place->store, path, &place->err), STATUS_OK);
	if (!strstr(place->err.message, path) || !strstr(place->err.message, word))
		fail_msg("\"%s\" does not say \"%s\" of %s", place->err.message, word, path);
}

static void what_cannot_be_a_copy_is_refused(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	check_refused(place, place->folder, "is a folder");
	check_refused(place, "/dev/null", "is not a file");
	check_refused(place, place_file(place, "missing/copy.db"), "No such file");
	check_refused(place, place->path, "is the database itself");
	assert_int_equal(symlink(place->path, place_file(place, "link.db")), 0);
	check_refused(place, place_file(place, "link.db"), "is the database itself");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void a_copy_that_finds_no_room_leaves_nothing(void **state)
{
	struct place *place = *state;
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	change(place, "log",
		"INSERT INTO conversation(day, medium, body)"
		" VALUES (1, 1, hex(zeroblob(300000)))");
	int before = files_in(place->folder);
	for (rlim_t room = 4096; room < 600000; room += 49152) {
		limit_files(room);
		check_refused(place, copy, "could not be written: File too large");
		limit_files(0);
		assert_int_equal(files_in(place->folder), before);
	}
	assert_ok(place, store_backup(place->store, copy, &place->err));
}

static void too_many_open_files_are_called_so(void **state)
{
	struct place *place = *state;
	struct store *other;
	int refused = 0;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	int before = files_in(place->folder);
	for (int more = 0; more < 8; more++) {
		pid_t limit = limit_open_files(more);
		enum status status =
			store_backup(place->store, place_file(place, "copy.db"), &place->err);
		lift_limit(limit);
		if (status != STATUS_OK && !strstr(place->err.message, "Too many open files"))
			fail_msg("%d more: %s", more, place->err.message);
		refused += status != STATUS_OK;
		unlink(place_file(place, "copy.db"));
		assert_int_equal(files_in(place->folder), before);
	}
	assert_in_range(refused, 2, 7);
	pid_t limit = limit_open_files(0);
	enum status status = store_open(&other, place->path, TODAY, &place->err);
	lift_limit(limit);
	assert_int_equal(status, STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "Too many open files"));
}

/* While pages are copied, a folder takes the place of the older copy: no rename replaces it. */
static bool put_folder_in_the_way(void *context)
{
	struct place *place = context;
	char copy[96];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	if (exists(place_file(place, "aside.db")))
		return true;
	return rename(copy, place_file(place, "aside.db")) == 0 && mkdir(copy, 0700) == 0;
}

/* Committed, but still in the log that a killed program left. */
static void a_rename_that_fails_leaves_the_older_copy_its_log(void **state)
{
	struct place *place = *state;
	char copy[96], command[160];

	snprintf(copy, sizeof copy, "%s/copy.db", place->folder);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	snprintf(command, sizeof command,
		"cd %s && cp filo.db copy.db && cp filo.db-wal copy.db-wal", place->folder);
	assert_int_equal(system(command), 0);
	change(place, "log",
		"DELETE FROM contact;"
		"INSERT INTO conversation(day, medium, body)"
		" VALUES (1, 1, hex(zeroblob(1200000)))");
	store_watch(place->store, put_folder_in_the_way, place);
	check_refused(place, copy, "");
	store_watch(place->store, NULL, NULL);
	assert_int_equal(rmdir(copy), 0);
	assert_int_equal(rename(place_file(place, "aside.db"), copy), 0);
	assert_int_equal(contacts_in(place, copy), 1);
	assert_ok(place, store_backup(place->store, copy, &place->err));
	assert_int_equal(contacts_in(place, copy), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_copy_holds_everything_in_one_file_for_its_owner),
		TEST(a_copy_replaces_an_older_one),
		TEST(a_damaged_database_replaces_no_copy),
		TEST(nor_does_one_whose_index_is_not_its_tables),
		TEST(memory_can_be_copied_to_a_file),
		TEST(what_cannot_be_a_copy_is_refused),
		TEST(a_copy_that_finds_no_room_leaves_nothing),
		TEST(too_many_open_files_are_called_so),
		TEST(a_rename_that_fails_leaves_the_older_copy_its_log),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
