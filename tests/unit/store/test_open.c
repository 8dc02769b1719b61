/* Opening: what is made, what is refused, what can only be looked at. Not here: changes. */
#include "filo/base/error.h"
#include "filo/store/backup.h"
#include "filo/store/change.h"
#include "filo/store/draft.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"
#include "place.h"

static void a_new_database_is_for_its_owner_only(void **state)
{
	struct place *place = *state;
	mode_t before = umask(0);

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	umask(before);
	assert_int_equal(mode_of(place->path), 0600);
	assert_int_equal(mode_of(place_file(place, "filo.db-wal")), 0600);
	assert_int_equal(mode_of(place_file(place, "filo.db-shm")), 0600);
}

static void a_strict_umask_does_not_lock_its_owner_out(void **state)
{
	struct place *place = *state;
	mode_t before = umask(0777);

	place_open(place);
	umask(before);
	assert_int_equal(mode_of(place->path), 0600);
}

static void the_usual_folder_is_made(void **state)
{
	struct place *place = *state;

	setenv("XDG_DATA_HOME", place_file(place, "data"), 1);
	unsetenv("FILO_DB");
	char *path = store_default_path();
	assert_string_equal(path, place_file(place, "data/filo/filo.db"));
	assert_ok(place, store_open(&place->store, path, TODAY, &place->err));
	assert_int_equal(mode_of(place_file(place, "data/filo")), 0700);
	unsetenv("XDG_DATA_HOME");
	free(path);
}

static void the_environment_can_name_the_file(void **state)
{
	setenv("FILO_DB", "/x/y.db", 1);
	char *path = store_default_path();
	assert_string_equal(path, "/x/y.db");
	free(path);
	unsetenv("FILO_DB");
}

static void what_was_kept_is_there_again(void **state)
{
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	place_close(place);
	assert_false(exists(place_file(place, "filo.db-wal")));
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM circle"), 3);
}

static void the_connection_is_careful(void **state)
{
	struct place *place = *state;

	place_open(place);
	assert_int_equal(number(place->store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(number(place->store, "PRAGMA synchronous"), 2);
	assert_int_equal(
		number(place->store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
}

static void memory_will_do(void **state)
{
	struct place *place = *state;

	assert_ok(place, store_open(&place->store, ":memory:", TODAY, &place->err));
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_false(is_read_only(place));
}

/* Refusals: a sentence that names the path and says `word`; the file as it was. */
static void check_refused(struct place *place, const char *path, const char *word)
{
	assert_int_not_equal(store_open(&place->store, path, TODAY, &place->err), STATUS_OK);
	assert_null(place->store);
	if (!strstr(place->err.message, path) || !strstr(place->err.message, word))
		fail_msg("\"%s\" does not say \"%s\" of %s", place->err.message, word, path);
	assert_null(strchr(place->err.message, '\n'));
}

static void write_file(const char *path, const void *data, size_t size_bytes)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fwrite(data, 1, size_bytes, file);
	fclose(file);
}

/* The bytes of a file. Caller frees. */
static char *read_file(const char *path, size_t *size_bytes)
{
	FILE *file = fopen(path, "r");
	char *data = malloc(1 << 20);

	assert_non_null(file);
	*size_bytes = fread(data, 1, 1 << 20, file);
	fclose(file);
	return data;
}

static void check_refused_untouched(struct place *place, const char *word)
{
	size_t before_bytes, after_bytes;
	char *before = read_file(place->path, &before_bytes);

	check_refused(place, place->path, word);
	char *after = read_file(place->path, &after_bytes);
	assert_int_equal(before_bytes, after_bytes);
	assert_memory_equal(before, after, before_bytes);
	free(before);
	free(after);
}

static void a_folder_is_refused(void **state)
{
	struct place *place = *state;

	check_refused(place, place->folder, "is a folder");
}

static void a_device_is_refused(void **state)
{
	check_refused(*state, "/dev/null", "is not a file");
}

static void text_is_refused(void **state)
{
	struct place *place = *state;

	write_file(place->path, "Dear diary\n", 11);
	check_refused_untouched(place, "is not a filo database");
}

static void noise_is_refused(void **state)
{
	struct place *place = *state;
	char noise[10000];

	for (size_t i = 0; i < sizeof noise; i++)
		noise[i] = (char)(i * 7919 >> 3);
	write_file(place->path, noise, sizeof noise);
	check_refused_untouched(place, "is not a filo database");
}

static void an_empty_file_becomes_a_database(void **state)
{
	struct place *place = *state;

	write_file(place->path, "", 0);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM circle"), 3);
}

static void the_log_of_what_is_gone_or_empty_is_left_alone(void **state)
{
	static const char *const ends[] = { "rm filo.db", ": >filo.db", "printf S >filo.db" };
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	shell(place, "umask 077; cp filo.db-wal kept");
	place_close(place);
	for (int i = 0; i < 3; i++) {
		shell(place, "umask 077; cp kept filo.db-wal; touch filo.db");
		shell(place, ends[i]);
		assert_int_equal(
			store_open(&place->store, place->path, TODAY, &place->err), STATUS_IO);
		place->store = NULL;
		assert_non_null(strstr(place->err.message, "is gone or empty"));
		shell(place, "cmp kept filo.db-wal");
	}
}

static void make_foreign(struct place *place, const char *sql)
{
	sqlite3 *db;

	assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
	sqlite3_close(db);
}

static void a_database_of_another_program_is_refused(void **state)
{
	struct place *place = *state;

	make_foreign(place, "CREATE TABLE bookmark(url); PRAGMA user_version = 1");
	check_refused_untouched(place, "another program");
}

static void a_trigger_of_somebody_else_never_runs(void **state)
{
	struct place *place = *state;

	place_open(place);
	run(place->store, "CREATE TRIGGER spy AFTER INSERT ON contact BEGIN SELECT 1; END");
	place_close(place);
	check_refused(place, place->path, "\"spy\"");
}

static void a_newer_database_is_refused(void **state)
{
	struct place *place = *state;

	place_open(place);
	run(place->store, "PRAGMA user_version = 999");
	place_close(place);
	check_refused_untouched(place, "newer filo");
}

/* It is somebody's data, whatever it says. */
static void a_database_without_a_version_is_refused(void **state)
{
	static const char *const versions[] = { "PRAGMA user_version = 0",
		"PRAGMA user_version = -1" };
	struct place *place = *state;

	for (size_t i = 0; i < 2; i++) {
		place_open(place);
		run(place->store, versions[i]);
		place_close(place);
		check_refused_untouched(place, "does not say which version");
		shell(place, "rm filo.db*");
	}
}

static void the_log_beside_a_refused_database_stays(void **state)
{
	struct place *place = *state;
	sqlite3 *db;
	char copy[96];

	/* A foreign database whose program was killed: its newest rows are in the log. */
	snprintf(copy, sizeof copy, "%s/killed.db", place->folder);
	assert_int_equal(sqlite3_open(copy, &db), SQLITE_OK);
	sqlite3_exec(db, "PRAGMA journal_mode = WAL; CREATE TABLE t(x)", NULL, NULL, NULL);
	char command[400];
	snprintf(command, sizeof command, "cp %s %s && cp %s-wal %s-wal", copy, place->path, copy,
		place->path);
	assert_int_equal(system(command), 0);
	sqlite3_close(db);

	check_refused_untouched(place, "another program");
	assert_true(exists(place_file(place, "filo.db-wal")));
}

static void a_file_all_may_write_is_refused(void **state)
{
	struct place *place = *state;

	place_open(place);
	place_close(place);
	chmod(place->path, 0666);
	check_refused_untouched(place, "chmod 600");
}

static void a_file_of_somebody_else_is_refused(void **state)
{
	struct place *place = *state;

	if (geteuid() != 0)
		skip();
	place_open(place);
	place_close(place);
	assert_int_equal(chown(place->path, 12345, 12345), 0);
	check_refused_untouched(place, "somebody else");
}

static void a_missing_folder_is_refused(void **state)
{
	struct place *place = *state;
	char path[96];

	snprintf(path, sizeof path, "%s/nowhere/filo.db", place->folder);
	assert_int_not_equal(store_open(&place->store, path, TODAY, &place->err), STATUS_OK);
	assert_non_null(strstr(place->err.message, "/nowhere does not exist"));
	assert_false(exists(place_file(place, "nowhere")));
}

/* The bits that take writing away are respected by root too, so these need no other user. */
static void check_only_looked_at(struct place *place, const char *word)
{
	place_open(place);
	assert_true(is_read_only(place));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
	if (!strstr(place->err.message, word))
		fail_msg("\"%s\" does not say \"%s\"", place->err.message, word);
	assert_int_not_equal(undo_last(place->store, NULL, &place->err), STATUS_OK);
	assert_int_not_equal(draft_save(place->store, "log", "x", &place->err), STATUS_OK);
}

static void a_read_only_file_can_be_looked_at(void **state)
{
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	place_close(place);
	chmod(place->path, 0400);
	check_only_looked_at(place, "is read-only");
}

static int look_in_a_read_only_folder(struct place *place)
{
	struct store *store;

	if (store_open(&store, place->path, TODAY, &place->err) != STATUS_OK)
		return 1;
	int code = !store->is_read_only                                 ? 2
		   : number(store, "SELECT count(*) FROM contact") != 1 ? 3
		   : change_begin(store, "x", &place->err) == STATUS_OK ? 4
									: 0;
	store_close(store);
	return code;
}

static void give_all_to(struct place *place, uid_t user)
{
	if (geteuid() == 0) {
		assert_int_equal(chown(place->folder, user, (gid_t)-1), 0);
		assert_int_equal(chown(place->path, user, (gid_t)-1), 0);
	}
}

static void a_read_only_folder_can_be_looked_at(void **state)
{
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	place_close(place);
	give_all_to(place, 12345);
	chmod(place->folder, 0500);
	assert_int_equal(in_another_process(place, 12345, look_in_a_read_only_folder), 0);
	chmod(place->folder, 0700);
}

static int leave_without_closing(struct place *place)
{
	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	return 0;
}

static void what_a_killed_program_left_is_seen_in_a_read_only_folder(void **state)
{
	struct place *place = *state;

	assert_int_equal(in_another_process(place, 0, leave_without_closing), 0);
	unlink(place_file(place, "filo.db-shm"));
	give_all_to(place, 12345);
	if (geteuid() == 0)
		assert_int_equal(chown(place_file(place, "filo.db-wal"), 12345, (gid_t)-1), 0);
	chmod(place->folder, 0500);
	assert_int_equal(in_another_process(place, 12345, look_in_a_read_only_folder), 0);
	chmod(place->folder, 0700);
}

static int open_unreadable(struct place *place)
{
	struct store *store;

	return store_open(&store, place->path, TODAY, &place->err) == STATUS_IO &&
			       strstr(place->err.message, "cannot be read")
		       ? 0
		       : 1;
}

static void an_unreadable_file_is_refused(void **state)
{
	struct place *place = *state;

	place_open(place);
	place_close(place);
	give_all_to(place, 12345);
	chmod(place->path, 0200);
	assert_int_equal(in_another_process(place, 12345, open_unreadable), 0);
}

static int open_beside_in_a_read_only_folder(struct place *place)
{
	struct store *store;

	return store_open(&store, place->path, TODAY, &place->err) == STATUS_IO &&
			       strstr(place->err.message, "cannot be created")
		       ? 0
		       : 1;
}

static void a_new_file_in_a_read_only_folder_is_refused(void **state)
{
	struct place *place = *state;

	chmod(place->folder, 0500);
	if (geteuid() == 0)
		assert_int_equal(chown(place->folder, 12345, (gid_t)-1), 0);
	assert_int_equal(in_another_process(place, 12345, open_beside_in_a_read_only_folder), 0);
	chmod(place->folder, 0700);
}

static void a_restored_backup_is_as_good_as_the_first(void **state)
{
	struct place *place = *state;
	char backup[96];

	snprintf(backup, sizeof backup, "%s/backup.db", place->folder);
	place_open(place);
	assert_ok(place, store_backup(place->store, backup, &place->err));
	place_close(place);
	assert_int_equal(rename(backup, place->path), 0);
	place_open(place);
	assert_int_equal(
		number(place->store, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), 1);
}

static void a_full_disk_loses_nothing_and_can_be_tried_again(void **state)
{
	struct place *place = *state;

	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	limit_files(400000);
	enum status status = STATUS_OK;
	for (int i = 0; i < 200 && status == STATUS_OK; i++) {
		assert_ok(place, change_begin(place->store, "log", &place->err));
		run(place->store, INSERT_CONVERSATION "(NULL, 19999, 1, hex(randomblob(3000)))");
		status = change_commit(place->store, &place->err);
	}
	limit_files(0);

	assert_int_equal(status, STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, place->path));
	assert_non_null(strstr(place->err.message, "may not grow"));
	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"),
		number(place->store, "SELECT count(*) FROM undo WHERE label = 'log'"));
	change(place, "log", INSERT_CONVERSATION "(NULL, 19999, 1, 'after')");
	assert_int_equal(found_in(place->store, "log_text", "after"), 1);
}

static void the_other_program_is_noticed(void **state)
{
	struct place *place = *state;
	struct store *other;

	place_open(place);
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	assert_false(store_changed_elsewhere(place->store));
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_false(store_changed_elsewhere(place->store));
	assert_true(store_changed_elsewhere(other));
	assert_false(store_changed_elsewhere(other));
	store_close(other);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup_empty, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_new_database_is_for_its_owner_only),
		TEST(a_strict_umask_does_not_lock_its_owner_out),
		TEST(the_usual_folder_is_made),
		TEST(the_environment_can_name_the_file),
		TEST(what_was_kept_is_there_again),
		TEST(the_connection_is_careful),
		TEST(memory_will_do),
		TEST(a_folder_is_refused),
		TEST(a_device_is_refused),
		TEST(text_is_refused),
		TEST(noise_is_refused),
		TEST(an_empty_file_becomes_a_database),
		TEST(the_log_of_what_is_gone_or_empty_is_left_alone),
		TEST(a_database_of_another_program_is_refused),
		TEST(a_trigger_of_somebody_else_never_runs),
		TEST(a_newer_database_is_refused),
		TEST(a_database_without_a_version_is_refused),
		TEST(the_log_beside_a_refused_database_stays),
		TEST(a_file_all_may_write_is_refused),
		TEST(a_file_of_somebody_else_is_refused),
		TEST(a_missing_folder_is_refused),
		TEST(a_read_only_file_can_be_looked_at),
		TEST(a_read_only_folder_can_be_looked_at),
		TEST(what_a_killed_program_left_is_seen_in_a_read_only_folder),
		TEST(an_unreadable_file_is_refused),
		TEST(a_new_file_in_a_read_only_folder_is_refused),
		TEST(a_restored_backup_is_as_good_as_the_first),
		TEST(a_full_disk_loses_nothing_and_can_be_tried_again),
		TEST(the_other_program_is_noticed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
