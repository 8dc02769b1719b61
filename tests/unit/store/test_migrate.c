/* From an older schema to a newer one, by way of a copy. Not here: the schema itself. */
#include "filo/base/error.h"
#include "filo/store/backup.h"
#include "filo/store/draft.h"
#include "filo/store/seen.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"
#include "older.h"

#include "filo/store/watch.h"
#include "store/db/migrate.h"

/* What a version to come might do, and the one after it. */
#define ADD_HAT   "ALTER TABLE contact ADD COLUMN hat TEXT"
#define FILL_HAT  "UPDATE contact SET hat = 'straw'"
#define BREAK_HAT ADD_HAT "; UPDATE nothing SET hat = 1"

/* Brings the database beyond the present schema, by one version or (`then` not NULL) two. */
static enum status go_beyond(struct place *place, const char *first, const char *then)
{
	const char *versions[32];

	assert_in_range(schema_version_count, 1, 29);
	memcpy(versions, schema_versions, (size_t)schema_version_count * sizeof *versions);
	versions[schema_version_count] = first;
	versions[schema_version_count + 1] = then;
	return database_migrate(
		place->store, versions, schema_version_count + (then ? 2 : 1), &place->err);
}

static int version_of(struct place *place)
{
	return (int)number(place->store, "PRAGMA user_version") - schema_version_count;
}

static const char *copy_before(struct place *place, int versions_beyond)
{
	char name[40];

	snprintf(name, sizeof name, "filo.db.before-v%d", schema_version_count + versions_beyond);
	return place_file(place, name);
}

static void add_ana(struct place *place)
{
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
}

static void every_version_missed_is_caught_up(void **state)
{
	struct place *place = *state;

	add_ana(place);
	assert_ok(place, go_beyond(place, ADD_HAT, FILL_HAT));
	assert_int_equal(version_of(place), 2);
	assert_int_equal(number(place->store, "SELECT hat = 'straw' FROM contact"), 1);
	assert_ok(place, go_beyond(place, ADD_HAT, FILL_HAT));
}

static void the_database_before_lies_beside(void **state)
{
	struct place *place = *state;

	add_ana(place);
	assert_ok(place, go_beyond(place, ADD_HAT, FILL_HAT));
	assert_int_equal(mode_of(copy_before(place, 1)), 0600);
	assert_false(exists(copy_before(place, 2)));
	place_close(place);
	assert_ok(place, store_open(&place->store, copy_before(place, 1), TODAY, &place->err));
	assert_int_equal(version_of(place), 0);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void a_damaged_one_takes_the_place_of_no_copy(void **state)
{
	struct place *place = *state;

	add_ana(place);
	assert_ok(place, store_backup(place->store, copy_before(place, 1), &place->err));
	shell(place, "cp filo.db.before-v* sound");
	place_close(place);
	mix_up_indexes(place, "filo.db");
	place_open(place);
	go_beyond(place, ADD_HAT, NULL);
	shell(place, "rm filo.db.before-v*-damaged && cmp sound filo.db.before-v*");
}

static void a_new_database_needs_no_copy(void **state)
{
	struct place *place = *state;

	assert_false(exists(copy_before(place, 0)));
}

static void a_version_that_fails_leaves_the_one_before(void **state)
{
	struct place *place = *state;

	add_ana(place);
	assert_int_equal(go_beyond(place, BREAK_HAT, NULL), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, place->path));
	assert_int_equal(version_of(place), 0);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_ok(place, go_beyond(place, ADD_HAT, NULL));
}

static void without_room_for_the_copy_nothing_is_done(void **state)
{
	struct place *place = *state;

	add_ana(place);
	limit_files(40000);
	assert_int_equal(go_beyond(place, ADD_HAT, NULL), STATUS_IO);
	limit_files(0);
	assert_int_equal(version_of(place), 0);
	assert_false(exists(copy_before(place, 1)));
	assert_ok(place, go_beyond(place, ADD_HAT, NULL));
}

static void an_older_database_is_left_alone_when_read_only(void **state)
{
	struct place *place = *state;

	place_close(place);
	chmod(place->path, 0400);
	place_open(place);
	assert_int_equal(go_beyond(place, ADD_HAT, NULL), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "make it writable"));
	assert_false(exists(copy_before(place, 1)));
}

/* Opens, closes `opened`, and begins once nobody holds the other end of `go` any more. Opening is
 * not part of the race: it knows only the present schema, and would rightly refuse a later one. */
static int migrate_with_others(struct place *place, int opened, int go)
{
	char none;

	if (store_open(&place->store, place->path, TODAY, &place->err) != STATUS_OK)
		return 1;
	close(opened);
	if (read(go, &none, 1) != 0)
		return 2;
	return go_beyond(place, ADD_HAT, NULL) == STATUS_OK ? 0 : 3;
}

static void two_programs_migrate_once(void **state)
{
	struct place *place = *state;
	int status, opened[2], go[2];
	char none;
	pid_t pids[3];

	add_ana(place);
	place_close(place);
	assert_int_equal(pipe(opened), 0);
	assert_int_equal(pipe(go), 0);
	for (int i = 0; i < 3; i++) {
		pids[i] = fork();
		if (pids[i] == 0) {
			close(go[1]);
			_exit(migrate_with_others(place, opened[1], go[0]));
		}
	}
	close(opened[1]);
	assert_int_equal(read(opened[0], &none, 1), 0);
	close(go[1]);
	for (int i = 0; i < 3; i++) {
		assert_int_equal(waitpid(pids[i], &status, 0), pids[i]);
		assert_int_equal(status, 0);
	}
	close(opened[0]);
	close(go[0]);
	assert_ok(place, store_open(&place->store, copy_before(place, 1), TODAY, &place->err));
	assert_int_equal(version_of(place), 0);
}

static void finish_migration(void *other)
{
	run(other, "COMMIT");
}

/* Brings the database two versions further in a program of its own, which is done only after it has
 * been waited for. The caller closes it. */
static struct store *migrate_elsewhere(struct place *place)
{
	struct store *other;
	char version[40];

	snprintf(version, sizeof version, "PRAGMA user_version = %d", schema_version_count + 2);
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	run(other, "BEGIN IMMEDIATE");
	run(other, ADD_HAT);
	run(other, FILL_HAT);
	run(other, version);
	store_on_wait(place->store, finish_migration, other);
	return other;
}

static void a_migration_that_is_waited_for_is_found_done(void **state)
{
	struct place *place = *state;

	add_ana(place);
	struct store *other = migrate_elsewhere(place);
	assert_ok(place, go_beyond(place, ADD_HAT, FILL_HAT));
	assert_int_equal(number(place->store, "SELECT hat = 'straw' FROM contact"), 1);
	store_close(other);
}

static void one_beyond_us_that_is_waited_for_is_refused(void **state)
{
	struct place *place = *state;

	add_ana(place);
	struct store *other = migrate_elsewhere(place);
	assert_int_equal(go_beyond(place, ADD_HAT, NULL), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "written by a newer filo"));
	assert_int_equal(version_of(place), 2);
	store_close(other);
}

/* Version 1 as it was: its index knew no letter behind the stroke of ø. */
static void an_index_of_the_first_version_is_made_anew(void **state)
{
	struct place *place = *state;
	sqlite3 *db;

	place_close(place);
	unlink(place->path);
	assert_int_equal(sqlite3_open(place->path, &db), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db, schema_versions[0], NULL, NULL, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_exec(db,
				 "INSERT INTO contact(id, uid, name, name_key)"
				 " VALUES (1, 'a', 'Søren Ærlig', 'søren ærlig');"
				 "INSERT INTO conversation(day, medium, summary)"
				 " VALUES (20000, 1, 'om Łódź');"
				 "INSERT INTO participant(contact, day, conversation)"
				 " VALUES (1, 20000, 1);"
				 "INSERT INTO channel(contact, kind, value, value_key)"
				 " VALUES (1, 1, '+45 32 10 55 66', '');"
				 "PRAGMA application_id = 1718185071; PRAGMA user_version = 1",
				 NULL, NULL, NULL),
		SQLITE_OK);
	sqlite3_close(db);
	chmod(place->path, 0600);
	place_open(place);
	assert_int_equal(version_of(place), 0);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM contact_text('\"soren\"* \"aerlig\"*')"),
		1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM log_text('\"lodz\"*')"), 1);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM detail_text('\"321055\"*')"), 1);
	assert_int_equal(number(place->store,
				 "SELECT count(*) FROM contact WHERE name_key = 'soren aerlig'"),
		1);
}

/* Version 8 knew fewer letters, and no words across apostrophes; whatever its index had is gone. */
static void an_index_of_other_letters_is_made_anew(void **state)
{
	struct place *place = *state;

	place_close(place);
	make_version(place, 8,
		"INSERT INTO contact(id, uid, name, name_key)"
		" VALUES (1, 'a', 'Əli D’Alema', 'əli d’alema');"
		"INSERT INTO conversation(day, medium, summary)"
		" VALUES (20000, 1, 'l’amore di O''Neill');"
		"INSERT INTO participant(contact, day, conversation) VALUES (1, 20000, 1);"
		"INSERT INTO channel(contact, kind, value, value_key)"
		" VALUES (1, 4, 'https://ex.example/Ɖɔ', '');"
		"INSERT INTO contact_text(contact_text) VALUES ('delete-all');"
		"INSERT INTO log_text(log_text) VALUES ('delete-all');"
		"INSERT INTO detail_text(detail_text) VALUES ('delete-all');");
	place_open(place);
	assert_int_equal(version_of(place), 0);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM contact_text('\"eli\"* \"dalem\"*')"),
		1);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM log_text('\"lamore\"* \"oneil\"*')"), 1);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM log_text('\"amore\"* \"neill\"*')"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM detail_text('\"do\"*')"), 1);
	assert_int_equal(number(place->store,
				 "SELECT count(*) FROM contact WHERE name_key = 'eli d''alema'"),
		1);
}

/* Known by folded names: who was mapped or ignored is not asked about again, a day that is there or
 * was deleted does not come in twice. "dora seki" and "dóra şəki" were two. */
static void who_was_seen_by_other_letters_is_known(void **state)
{
	struct place *place = *state;

	place_close(place);
	make_version(place, 8,
		INSERT_CONTACT
		"(1, 'a', 'Dóra Şəki', 'dora səki'), (2, 'b', 'Bo', 'bo');"
		"INSERT INTO seen(id, kind, key, name, contact, is_ignored) VALUES"
		" (1, 'whatsapp', 'dora seki', 'Dora Seki', NULL, 0),"
		" (2, 'whatsapp', 'dora səki', 'Dóra Şəki', 1, 0),"
		" (3, 'whatsapp', 'ɓo lə', 'Ɓo Lə', NULL, 1),"
		" (4, 'email', 'bɔ’x@ex.example', '', NULL, 0),"
		" (5, 'signal', 'lə', 'Lə', 1, 0), (6, 'signal', 'le', 'Le', 2, 0),"
		" (7, 'profile', 'ex.example/in/bɔ', 'Bɔ', NULL, 0);"
		"INSERT INTO seen_day VALUES (1, 20000, 'whatsapp', 1, 20000, -1, 0, 1, 1, NULL),"
		" (3, 20001, 'whatsapp', 1, 20001, -1, 0, 1, 1, NULL);"
		"INSERT INTO conversation(id, day, medium, source, source_id) VALUES"
		" (1, 20000, 1, 'whatsapp', 'dora səki/2024-10-04'),"
		" (2, 20000, 1, 'x', 'ex.example/in/bɔ/2024-10-04/call'),"
		" (3, 20000, 1, 'csv', 'nobody knows ə/2024-10-04'),"
		" (4, 20000, 1, 'csv', 'dora səki');"
		"INSERT INTO forgotten VALUES ('whatsapp', 'dora səki/2024-10-05');");
	place_open(place);
	assert_int_equal(version_of(place), 0);
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen"), 6);
	assert_int_equal(seen_find(place->store, "whatsapp", "dora seki"), 2);
	assert_int_equal(number(place->store, "SELECT seen FROM seen_day WHERE day = 20000"), 2);
	assert_int_equal(seen_find(place->store, "whatsapp", "bo le"), 3);
	assert_int_equal(seen_find(place->store, "email", "bo'x@ex.example"), 4);
	assert_int_equal(seen_find(place->store, "signal", "le"), 6);
	assert_int_equal(seen_find(place->store, "signal", "lə"), 5);
	assert_int_equal(seen_find(place->store, "profile", "ex.example/in/bo"), 7);
	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation WHERE source_id IN"
					      " ('dora seki/2024-10-04', 'dora səki',"
					      " 'ex.example/in/bo/2024-10-04/call',"
					      " 'nobody knows ə/2024-10-04')"),
		4);
	assert_int_equal(number(place->store, "SELECT count(*) FROM forgotten"
					      " WHERE source_id = 'dora seki/2024-10-05'"),
		1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM sqlite_schema"
					      " WHERE name = 'key_anew'"),
		0);
}

/* Undo keeps rows as they were when their table had fewer columns. */
static void what_was_done_before_is_undone_after(void **state)
{
	struct place *place = *state;
	char *label;

	add_ana(place);
	change(place, "edit", "UPDATE contact SET nickname = 'Anita' WHERE id = 1");
	change(place, "delete", "DELETE FROM contact WHERE id = 1");
	assert_ok(place, go_beyond(place, ADD_HAT, NULL));
	assert_ok(place, undo_last(place->store, &label, &place->err));
	free(label);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM contact WHERE nickname = 'Anita'"
				     " AND hat IS NULL"),
		1);
	assert_ok(place, undo_last(place->store, &label, &place->err));
	free(label);
	assert_int_equal(number(place->store, "SELECT nickname IS NULL FROM contact"), 1);
	assert_ok(place, undo_last(place->store, &label, &place->err));
	free(label);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
}

static void undo_or_redo(struct place *place,
	enum status (*move)(struct store *, char **, struct error *), const char *sql)
{
	char *label = NULL;

	assert_ok(place, move(place->store, &label, &place->err));
	free(label);
	assert_int_equal(number(place->store, sql), 1);
}

/* Names of before sorted otherwise: that is nobody's change, and does not come back. */
static void what_was_sorted_otherwise_before_is_undone_after(void **state)
{
	static const char nobody[] = "SELECT count(*) = 0 FROM contact",
			  soren[] = "SELECT name_key = 'soren' FROM contact",
			  sorn[] = "SELECT name_key = 'sorn' FROM contact";
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Sørn', 'sørn')");
	change(place, "edit", "UPDATE contact SET name = 'Søren', name_key = 'søren'");
	run(place->store, "UPDATE contact SET name_key = filo_fold(name)");
	undo_or_redo(place, undo_last, sorn);
	undo_or_redo(place, undo_last, nobody);
	undo_or_redo(place, redo_last, sorn);
	undo_or_redo(place, redo_last, soren);
	run(place->store, "UPDATE contact SET name_key = 'søren'");
	change(place, "delete", "DELETE FROM contact");
	undo_or_redo(place, undo_last, soren);
	run(place->store, "UPDATE contact SET note = 'changed since'");
	undo_or_redo(place, undo_last, sorn);
	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_CONFLICT);
}

/* As with names: it is nobody's change, and does not come back. */
static void who_was_seen_by_other_letters_is_undone_after(void **state)
{
	static const char nobody[] = "SELECT count(*) = 0 FROM seen",
			  le[] = "SELECT key = 'le' FROM seen";
	struct place *place = *state;

	change(place, "seen", "INSERT INTO seen(id, kind, key) VALUES (1, 'x', 'lə')");
	change(place, "forget", "DELETE FROM seen");
	undo_or_redo(place, undo_last, le);
	undo_or_redo(place, undo_last, nobody);
	undo_or_redo(place, redo_last, le);
}

/* A wish of before had no day: it counts from when it is back. */
static void a_wish_deleted_before_is_back_with_a_day(void **state)
{
	struct place *place = *state;

	run(place->store, UNCOMPARED "DROP INDEX contact_by_wish;"
				     "ALTER TABLE contact DROP COLUMN wish_set_on;" INSERT_CONTACT
				     "(1, 'a', 'Ana', 'ana'), (2, 'b', 'Bo', 'bo');"
				     "UPDATE contact SET cadence_days = 30 WHERE id = 1");
	change(place, "delete", "DELETE FROM contact");
	run(place->store,
		"ALTER TABLE contact ADD COLUMN wish_set_on INTEGER;"
		"CREATE INDEX contact_by_wish ON contact(id, cadence_days, circle, wish_set_on, "
		"met_on) WHERE cadence_days > 0 OR circle IS NOT NULL");
	undo_or_redo(place, undo_last, "SELECT wish_set_on = 20000 FROM contact WHERE id = 1");
	assert_int_equal(
		number(place->store, "SELECT wish_set_on IS NULL FROM contact WHERE id = 2"), 1);
}

/* As when it is killed, or the disk is full, while it is made for the first time. */
static void half_a_new_database_is_none(void **state)
{
	struct place *place = *state;
	int failed = 0;

	for (rlim_t room = 4096; room < 400000; room += 12288) {
		place_close(place);
		shell(place, "rm -f filo.db filo.db-wal filo.db-shm");
		limit_files(room);
		bool has_room =
			store_open(&place->store, place->path, TODAY, &place->err) == STATUS_OK;
		limit_files(0);
		if (has_room)
			continue;
		failed++;
		place->store = NULL;
		place_open(place);
		assert_int_equal(version_of(place), 0);
		add_ana(place);
		shell(place, "! ls | grep -q before");
	}
	assert_true(failed > 3);
}

/* As when a newer filo is started while this one is still open. */
static void what_a_newer_one_has_migrated_meanwhile_is_not_written_to(void **state)
{
	struct place *place = *state;
	struct store *other;
	char sql[60];

	snprintf(sql, sizeof sql, "PRAGMA user_version = %d", schema_version_count + 1);
	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	run(other, sql);
	assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "was written by a newer filo"));
	/* What was typed is kept all the same. */
	assert_ok(place, draft_save(place->store, "log", "text", &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM draft"), 1);
	snprintf(sql, sizeof sql, "PRAGMA user_version = %d", schema_version_count);
	run(other, sql);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	store_close(other);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(every_version_missed_is_caught_up),
		TEST(the_database_before_lies_beside),
		TEST(a_damaged_one_takes_the_place_of_no_copy),
		TEST(a_new_database_needs_no_copy),
		TEST(a_version_that_fails_leaves_the_one_before),
		TEST(without_room_for_the_copy_nothing_is_done),
		TEST(an_older_database_is_left_alone_when_read_only),
		TEST(two_programs_migrate_once),
		TEST(a_migration_that_is_waited_for_is_found_done),
		TEST(one_beyond_us_that_is_waited_for_is_refused),
		TEST(what_was_done_before_is_undone_after),
		TEST(what_was_sorted_otherwise_before_is_undone_after),
		TEST(a_wish_deleted_before_is_back_with_a_day),
		TEST(an_index_of_the_first_version_is_made_anew),
		TEST(an_index_of_other_letters_is_made_anew),
		TEST(who_was_seen_by_other_letters_is_known),
		TEST(who_was_seen_by_other_letters_is_undone_after),
		TEST(half_a_new_database_is_none),
		TEST(what_a_newer_one_has_migrated_meanwhile_is_not_written_to),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
