/* Going back to a copy. Not here: making copies (test_backup.c). */
#include "filo/store/restore.h"

#include "filo/base/error.h"
#include "filo/store/backup.h"
#include "filo/store/draft.h"
#include "filo/store/settings.h"
#include "filo/store/undo.h"
#include "filo/store/watch.h"
#include "place.h"
#include "store/db/own_numbers.h"

/* Restores from `name` in the folder; what was there lies at `beside` there, or nothing was. */
static void restore(struct place *place, const char *name, const char *beside)
{
	char from[96], *laid;

	snprintf(from, sizeof from, "%s", place_file(place, name));
	assert_ok(place, store_restore(place->path, from, TODAY, &laid, &place->err));
	if (beside)
		assert_string_equal(laid, place_file(place, beside));
	else
		assert_null(laid);
	free(laid);
}

static void check_refused(struct place *place, const char *name, const char *words)
{
	char from[96], *laid;

	snprintf(from, sizeof from, "%s", place_file(place, name));
	assert_int_not_equal(
		store_restore(place->path, from, TODAY, &laid, &place->err), STATUS_OK);
	assert_null(laid);
	if (!strstr(place->err.message, words))
		fail_msg("%s", place->err.message);
}

static int64_t people(struct place *place)
{
	place_open(place);
	int64_t count = number(place->store, "SELECT count(*) FROM contact");
	place_close(place);
	return count;
}

/* One person is in copy.db, two in the database. */
static void begin(struct place *place)
{
	char copy[96];

	snprintf(copy, sizeof copy, "%s", place_file(place, "copy.db"));
	place_open(place);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, store_backup(place->store, copy, &place->err));
	change(place, "add", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	place_close(place);
}

static void what_was_there_can_be_had_again(void **state)
{
	struct place *place = *state;

	begin(place);
	restore(place, "copy.db", "filo.db.before-restore");
	assert_int_equal(people(place), 1);
	assert_int_equal(mode_of(place->path), 0600);
	assert_int_equal(mode_of(place_file(place, "filo.db.before-restore")), 0600);
	restore(place, "filo.db.before-restore", "filo.db.before-restore-2");
	assert_int_equal(people(place), 2);
}

static void who_has_it_open_sees_the_copy_and_can_go_on(void **state)
{
	struct place *place = *state;

	begin(place);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
	store_changed_elsewhere(place->store);
	restore(place, "copy.db", "filo.db.before-restore");
	assert_true(store_changed_elsewhere(place->store));
	assert_false(is_read_only(place));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	change(place, "add", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	place_close(place);
	assert_int_equal(people(place), 2);
}

/* Bo has number 2 in what was there, and nobody in the copy. */
static void a_number_that_was_given_away_is_given_to_nobody_else(void **state)
{
	struct place *place = *state;

	begin(place);
	place_open(place);
	restore(place, "copy.db", "filo.db.before-restore");
	change(place, "add", "INSERT INTO contact(uid, name, name_key) VALUES ('c', 'Cid', 'cid')");
	assert_int_equal(number(place->store, "SELECT id FROM contact WHERE uid = 'c'"), 3);
	/* Nor to another change, a table that was empty, or after going forth again. */
	assert_int_equal(number(place->store, "SELECT max(id) FROM undo"), 3);
	place_close(place);
	restore(place, "filo.db.before-restore", "filo.db.before-restore-2");
	place_open(place);
	change(place, "add", "INSERT INTO contact(uid, name, name_key) VALUES ('d', 'Dan', 'dan')");
	assert_int_equal(number(place->store, "SELECT id FROM contact WHERE uid = 'd'"), 4);
}

/* Another address book, in which number 1 is Zoe. */
static void lay_strange_copy(struct place *place)
{
	struct place other = *place;

	snprintf(other.path, sizeof other.path, "%s/strange.db", place->folder);
	place_open(&other);
	change(&other, "add", INSERT_CONTACT "(1, 'z', 'Zoe', 'zoe')");
	place_close(&other);
}

static void where_numbers_are_of_others_nothing_is_written_by_them(void **state)
{
	struct place *place = *state;

	begin(place);
	lay_strange_copy(place);
	place_open(place);
	restore(place, "strange.db", "filo.db.before-restore");
	assert_int_equal(change_begin(place->store, "log", &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "from another address book"));
	assert_int_equal(store_loss(place->store), STORE_HOLDS_OTHERS);
	/* What is opened now knows them, and is told again when Ana is back. */
	place_close(place);
	place_open(place);
	assert_int_equal(store_loss(place->store), STORE_IS_HERE);
	change(place, "rename", "UPDATE contact SET name = 'Zoe B'");
	restore(place, "copy.db", "filo.db.before-restore-2");
	assert_true(store_changed_elsewhere(place->store));
	assert_int_equal(store_loss(place->store), STORE_HOLDS_OTHERS);
	assert_int_equal(draft_save(place->store, "log", "text", &place->err), STATUS_DATABASE);
}

static int refuse_settings(void *context, int action, const char *one, const char *two,
	const char *database, const char *trigger)
{
	(void)context, (void)two, (void)database, (void)trigger;
	return action == SQLITE_READ && !strcmp(one, "setting") ? SQLITE_DENY : SQLITE_OK;
}

/* In a copy, whose mark tells of another place. */
static void numbers_that_could_not_be_read_at_first_are_nobody_elses(void **state)
{
	struct place *place = *state;

	begin(place);
	snprintf(place->path, sizeof place->path, "%s/copy.db", place->folder);
	place_open(place);
	sqlite3_set_authorizer(place->store->db, refuse_settings, NULL);
	own_numbers_watch(place->store);
	sqlite3_set_authorizer(place->store->db, NULL, NULL);
	assert_int_equal(store_unread(place->store, &place->err), STATUS_DATABASE);
	change(place, "rename", "UPDATE contact SET name = 'Ana B'");
	assert_int_equal(store_loss(place->store), STORE_IS_HERE);
}

/* What is typed on a screen while the database under it is restored. */
static void follow_up(struct place *place, const char *text)
{
	char sql[120];

	snprintf(sql, sizeof sql,
		"INSERT INTO followup(contact, kind, text, made_on) VALUES (1, 0, '%s', 20000)",
		text);
	change(place, text, sql);
}

/* Of the same people, but its third change is another one than here, and so is a follow-up. */
static void a_copy_that_went_its_own_way_is_told_apart(void **state)
{
	struct place *place = *state, other = *place;

	begin(place);
	snprintf(other.path, sizeof other.path, "%s/copy.db", place->folder);
	place_open(&other);
	follow_up(&other, "there");
	place_close(&other);
	place_open(place);
	follow_up(place, "here");
	restore(place, "copy.db", "filo.db.before-restore");
	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_DATABASE);
	assert_int_equal(store_loss(place->store), STORE_HOLDS_OTHERS);
	assert_int_equal(number(place->store, "SELECT count(*) FROM followup"), 1);
}

/* Its first change gave it its mark, whatever it was opened with. */
static void who_gave_the_mark_knows_it(void **state)
{
	struct place *place = *state;

	lay_strange_copy(place);
	place_open(place);
	assert_ok(place, change_begin(place->store, "given up", &place->err));
	change_rollback(place->store);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	restore(place, "strange.db", "filo.db.before-restore");
	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_DATABASE);
	assert_int_equal(store_loss(place->store), STORE_HOLDS_OTHERS);
}

/* The first change gives a file its mark; another program that has it open learns of it. */
static void a_mark_that_another_program_gave_is_no_restoring(void **state)
{
	struct place *place = *state, other = *place;

	place_open(place);
	place_open(&other);
	assert_ok(place, change_begin(place->store, "given up", &place->err));
	change_rollback(place->store);
	change(&other, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_true(store_changed_elsewhere(place->store));
	change(place, "add", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	change(&other, "add", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 3);
	place_close(&other);
}

static void a_draft_outlasts_restoring(void **state)
{
	struct place *place = *state;
	char *text;

	begin(place);
	lay_strange_copy(place);
	place_open(place);
	assert_ok(place, draft_save(place->store, "log", "typed", &place->err));
	restore(place, "copy.db", "filo.db.before-restore");
	assert_ok(place, draft_load(place->store, "log", &text, &place->err));
	assert_string_equal(text, "typed");
	free(text);
	/* About one of other people it is not. */
	restore(place, "strange.db", "filo.db.before-restore-2");
	assert_int_equal(draft_save(place->store, "log", "typed on", &place->err), STATUS_DATABASE);
	assert_ok(place, draft_load(place->store, "log", &text, &place->err));
	assert_null(text);
}

static enum status save_draft(struct place *place)
{
	return draft_save(place->store, "log", "typed", &place->err);
}

static enum status set_slot(struct place *place)
{
	return setting_set(place->store, "slot", "typed", &place->err);
}

/* Who writes in `context` is done, and then it is restored. */
static void restore_at_last(void *context)
{
	struct place *other = context;

	assert_ok(other, database_script(other->store, "COMMIT", &other->err));
	restore(other, "strange.db", "filo.db.before-restore");
}

static void what_waits_for_a_restoring_writes_nothing_into_it(void **state)
{
	static enum status (*const writes[])(struct place *) = { save_draft, set_slot };
	struct place *place = *state, other = *place;

	lay_strange_copy(place);
	for (size_t i = 0; i < sizeof writes / sizeof *writes; i++) {
		shell(place, "rm -f filo.db*");
		begin(place);
		place_open(place);
		place_open(&other);
		assert_ok(place, database_script(other.store, "BEGIN IMMEDIATE", &place->err));
		store_on_wait(place->store, restore_at_last, &other);
		assert_int_equal(writes[i](place), STATUS_DATABASE);
		assert_int_equal(store_loss(place->store), STORE_HOLDS_OTHERS);
		place_close(&other);
		place_close(place);
		place_open(place);
		assert_int_equal(number(place->store, "SELECT count(*) FROM draft"), 0);
		assert_int_equal(
			number(place->store, "SELECT count(*) FROM setting WHERE key = 'slot'"), 0);
		place_close(place);
	}
}

static void nothing_there_is_restored_too(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "rm filo.db");
	restore(place, "copy.db", NULL);
	assert_int_equal(people(place), 1);
}

static void where_a_link_leads_to_nothing_yet_it_is_restored_there(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "rm filo.db; mkdir real; ln -s real/far.db filo.db");
	restore(place, "copy.db", NULL);
	shell(place, "[ -L filo.db ] && [ -s real/far.db ] && ! ls | grep before-restore");
	assert_int_equal(people(place), 1);
}

static void what_cannot_be_read_is_moved_aside_as_it_is(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "head -c 9000 /dev/zero | tr '\\0' x >filo.db && cp filo.db noise"
		     " && umask 077 && : >filo.db-wal && head -c 32768 /dev/zero >filo.db-shm");
	restore(place, "copy.db", "filo.db.before-restore");
	shell(place, "cmp noise filo.db.before-restore"
		     " && ! ls | grep -e part -e restored -e restore- -e wal -e shm");
	assert_int_equal(people(place), 1);
}

static void a_damaged_database_is_replaced_by_a_sound_one(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "truncate -s 40960 filo.db");
	restore(place, "copy.db", "filo.db.before-restore");
	assert_int_equal(people(place), 1);
	place_open(place);
	assert_int_equal(number(place->store, "SELECT count(*) FROM pragma_integrity_check"
					      " WHERE integrity_check = 'ok'"),
		1);
}

/* Nor is a log without its file given to what is laid beside, nor a link followed. */
static void what_is_called_like_what_is_laid_beside_stays(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "truncate -s 40960 filo.db && echo mine >filo.db.restored"
		     " && echo hers >filo.db.before-restore-wal"
		     " && ln -s nowhere filo.db.before-restore-2");
	restore(place, "copy.db", "filo.db.before-restore-3");
	assert_int_equal(people(place), 1);
	shell(place, "grep -q mine filo.db.restored && grep -q hers filo.db.before-restore-wal"
		     " && ! ls | grep filo-restored");
}

/* Of what was there nothing is seen, and what takes its place is not there yet. */
static void where_restoring_was_interrupted_no_new_one_is_begun(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "mv filo.db filo.db.before-restore && cp copy.db filo.db.filo-restored");
	assert_int_equal(store_open(&place->store, place->path, TODAY, &place->err), STATUS_IO);
	assert_non_null(strstr(place->err.message, "filo.db.filo-restored lies beside it"));
	assert_false(exists(place->path));
	restore(place, "filo.db.filo-restored", NULL);
	assert_int_equal(people(place), 1);
	restore(place, "copy.db", "filo.db.before-restore-2");
	shell(place, "! ls | grep filo-restored");
}

static void after_a_copy_was_laid_over_the_log_it_is_put_right(void **state)
{
	struct place *place = *state;

	begin(place);
	place_open(place);
	change(place, "add", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	shell(place, "cp filo.db-wal kept");
	place_close(place);
	shell(place, "cp copy.db filo.db && cp kept filo.db-wal && chmod 600 filo.db-wal");
	assert_int_equal(store_open(&place->store, place->path, TODAY, &place->err), STATUS_IO);
	place->store = NULL;
	restore(place, "copy.db", "filo.db.before-restore");
	shell(place, "cmp kept filo.db.before-restore-wal");
	assert_int_equal(people(place), 1);
}

static void what_is_no_sound_copy_of_ours_is_refused(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "echo words >words.db && sqlite3 other.db 'CREATE TABLE x(y)'"
		     " && cp copy.db short.db && truncate -s 40960 short.db"
		     " && cp copy.db spied.db && sqlite3 spied.db 'CREATE TABLE spy(x)'"
		     " && cp copy.db newer.db && sqlite3 newer.db 'PRAGMA user_version = 999'"
		     " && cp copy.db odd.db && sqlite3 odd.db 'PRAGMA user_version = 0'"
		     " && cp copy.db cut.db && truncate -s 100 cut.db && mkdir folder");
	shell(place, "cp copy.db mixed.db");
	mix_up_indexes(place, "mixed.db");
	check_refused(place, "mixed.db", "mixed.db is damaged itself");
	check_refused(place, "words.db", "words.db is no copy of a filo database");
	check_refused(place, "other.db", "is no copy of a filo database");
	check_refused(place, "folder", "folder is no copy of a filo database");
	check_refused(place, "short.db", "short.db is damaged itself");
	check_refused(place, "cut.db", "cut.db is");
	check_refused(place, "spied.db", "spied.db has something that filo did not make, \"spy\"");
	check_refused(place, "newer.db", "newer.db was written by a newer filo");
	check_refused(place, "odd.db", "odd.db does not say which version");
	check_refused(place, "none.db", "cannot be read");
	check_refused(place, "filo.db", "is the database itself");
	shell(place, "! ls | grep before");
	assert_int_equal(people(place), 2);
}

static void without_room_the_database_is_named_and_stays(void **state)
{
	static const rlim_t rooms[] = { 100, 40000, 200000 };
	struct place *place = *state;

	begin(place);
	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		limit_files(rooms[i]);
		check_refused(place, "copy.db", "/filo.db may not grow");
		limit_files(0);
		assert_null(strstr(place->err.message, "part"));
		assert_int_equal(people(place), 2);
		shell(place, "! ls | grep before");
	}
}

static void for_want_of_files_nothing_is_moved_away(void **state)
{
	struct place *place = *state;
	int refused = 0;

	for (int more = 0; more < 24; more++) {
		char from[96], *laid;
		shell(place, "rm -rf *");
		begin(place);
		snprintf(from, sizeof from, "%s", place_file(place, "copy.db"));
		pid_t limit = limit_open_files(more);
		enum status status = store_restore(place->path, from, TODAY, &laid, &place->err);
		lift_limit(limit);
		if (status != STATUS_OK && !strstr(place->err.message, "Too many open files"))
			fail_msg("%d more: %s", more, place->err.message);
		refused += status != STATUS_OK;
		assert_int_equal(people(place), status == STATUS_OK ? 1 : 2);
		shell(place, status == STATUS_OK ? "! ls | grep restore-" : "! ls | grep restore");
		free(laid);
	}
	assert_in_range(refused, 2, 23);
}

static void where_nothing_was_a_refused_copy_leaves_nothing(void **state)
{
	struct place *place = *state;

	begin(place);
	shell(place, "cp copy.db spied.db && sqlite3 spied.db 'CREATE TABLE spy(x)' && rm filo.db");
	check_refused(place, "spied.db", "all is as it was before");
	shell(place, "! ls | grep filo.db");
}

static void a_copy_with_other_pages_is_taken_too(void **state)
{
	struct place *place = *state;
	char *laid;

	begin(place);
	/* A copy whose page size is another one. */
	shell(place, "sqlite3 copy.db 'PRAGMA page_size = 8192; VACUUM'");
	assert_ok(place, store_restore(place->path, place_file(place, "copy.db"), TODAY, &laid,
				 &place->err));
	free(laid);
	assert_int_equal(people(place), 1);
}

#define WORDS 25

/* As often as it is told, each in a change, by a program of its own. */
static int log_words(struct place *place)
{
	char sql[120];

	place->store = NULL;
	place_open(place);
	for (int i = 0; i < WORDS; i++) {
		snprintf(sql, sizeof sql,
			"INSERT INTO conversation(day, medium, summary) VALUES (1, 1, '%d %d')",
			(int)getpid(), i);
		change(place, "log", sql);
	}
	place_close(place);
	return 0;
}

static int restore_often(struct place *place)
{
	char from[96], *laid;
	int status = 0;

	snprintf(from, sizeof from, "%s", place_file(place, "copy.db"));
	for (int i = 0; i < 5 && status == 0; i++) {
		status = store_restore(place->path, from, TODAY, &laid, &place->err);
		free(laid);
	}
	return status;
}

/* Whatever was said to be logged is in the database, or in what was laid beside it. */
static void nothing_is_lost_between_what_is_laid_beside_and_the_copy(void **state)
{
	static int (*const acts[])(
		struct place *) = { log_words, log_words, log_words, restore_often, restore_often };
	struct place *place = *state;
	pid_t pids[sizeof acts / sizeof *acts];
	int status;

	begin(place);
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		pids[i] = fork();
		assert_true(pids[i] >= 0);
		if (pids[i] == 0)
			_exit(acts[i](place));
	}
	for (size_t i = 0; i < sizeof acts / sizeof *acts; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	shell(place, "for f in filo.db filo.db.before-restore*; do"
		     " sqlite3 $f 'SELECT summary FROM conversation'; done | sort -u | wc -l >n"
		     " && test $(cat n) -eq 75 && test $(ls | grep -c before-restore) -eq 10");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup_empty, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(what_was_there_can_be_had_again),
		TEST(who_has_it_open_sees_the_copy_and_can_go_on),
		TEST(a_number_that_was_given_away_is_given_to_nobody_else),
		TEST(where_numbers_are_of_others_nothing_is_written_by_them),
		TEST(numbers_that_could_not_be_read_at_first_are_nobody_elses),
		TEST(a_copy_that_went_its_own_way_is_told_apart),
		TEST(who_gave_the_mark_knows_it),
		TEST(a_mark_that_another_program_gave_is_no_restoring),
		TEST(a_draft_outlasts_restoring),
		TEST(what_waits_for_a_restoring_writes_nothing_into_it),
		TEST(nothing_there_is_restored_too),
		TEST(where_a_link_leads_to_nothing_yet_it_is_restored_there),
		TEST(what_cannot_be_read_is_moved_aside_as_it_is),
		TEST(a_damaged_database_is_replaced_by_a_sound_one),
		TEST(what_is_called_like_what_is_laid_beside_stays),
		TEST(where_restoring_was_interrupted_no_new_one_is_begun),
		TEST(after_a_copy_was_laid_over_the_log_it_is_put_right),
		TEST(what_is_no_sound_copy_of_ours_is_refused),
		TEST(without_room_the_database_is_named_and_stays),
		TEST(for_want_of_files_nothing_is_moved_away),
		TEST(where_nothing_was_a_refused_copy_leaves_nothing),
		TEST(a_copy_with_other_pages_is_taken_too),
		TEST(nothing_is_lost_between_what_is_laid_beside_and_the_copy),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
