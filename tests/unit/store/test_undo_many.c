/* Taking back entries by the thousand, with all that hangs on them. Not here: small changes, what
 * else a large one brought (test_undo.c). */
#include "place.h"

#include "filo/store/check.h"
#include "filo/store/import_sources.h"
#include "filo/store/seen.h"
#include "filo/store/undo.h"
#include "store/db/change.h"

/* Entries of one import, with who took part and what was given. */
static void import_entries(struct place *place, const char *word, int entries)
{
	char sql[800];

	assert_ok(place, change_begin(place->store, word, &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	change_row_is_new(place->store, true);
	snprintf(sql, sizeof sql,
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < %d)"
		"INSERT INTO conversation(day, contact_day, medium, summary)"
		" SELECT 19600 + i / 100, 19600 + i / 100, 1, '%s word' || i FROM n;"
		"INSERT INTO participant(contact, day, conversation, contact_day)"
		" SELECT 1 + c.id %% 2, day, id, day FROM conversation AS c"
		" WHERE summary LIKE '%s%%';"
		"INSERT INTO exchange SELECT id, 0, 1 FROM conversation WHERE summary LIKE '%s%%'",
		entries, word, word, word);
	change_touch(place->store, 0);
	run(place->store, sql);
	change_row_is_new(place->store, false);
	assert_ok(place, change_commit(place->store, &place->err));
}

static void fail_with_line(void *context, const char *line)
{
	(void)context;
	fail_msg("%s", line);
}

static void everything_is_sound(struct place *place, int entries)
{
	int problems;

	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"), entries);
	assert_int_equal(number(place->store, "SELECT count(*) FROM participant"), entries);
	assert_int_equal(number(place->store, "SELECT count(*) FROM exchange"), entries);
	assert_int_equal(found_in(place->store, "log_text", "word7"), entries > 0);
	assert_ok(place, store_check(place->store, fail_with_line, NULL, &problems, &place->err));
}

/* The index still follows single changes. */
static void one_entry_is_edited(struct place *place)
{
	change(place, "edit",
		"UPDATE conversation SET summary = 'reworded' WHERE summary = 'first word7'");
	assert_int_equal(found_in(place->store, "log_text", "word7"), 0);
	undo_as(place, "edit");
	change(place, "delete", "DELETE FROM conversation WHERE summary = 'first word7'");
	assert_int_equal(found_in(place->store, "log_text", "word7"), 0);
	undo_as(place, "delete");
}

/* Fewer than were there, then more: the index loses words, or is made anew. */
static void entries_go_with_all_that_hangs_on_them(void **state)
{
	static const int entries[] = { 2500, 7000 };
	struct place *place = *state;

	add_named(place, "Ana");
	add_named(place, "Bo");
	import_entries(place, "first", 3000);
	everything_is_sound(place, 3000);
	for (size_t i = 0; i < sizeof entries / sizeof *entries; i++) {
		import_entries(place, "second", entries[i]);
		assert_int_equal(found_in(place->store, "log_text", "second"), entries[i]);
		undo_as(place, "second");
		assert_int_equal(found_in(place->store, "log_text", "second"), 0);
		assert_int_equal(found_in(place->store, "log_text", "first"), 3000);
		everything_is_sound(place, 3000);
		one_entry_is_edited(place);
	}
	undo_as(place, "first");
	everything_is_sound(place, 0);
}

/* What was deleted is not left in the file, however much it was. */
static void nothing_of_them_stays_in_the_file(void **state)
{
	struct place *place = *state;

	add_named(place, "Ana");
	add_named(place, "Bo");
	import_entries(place, "unmistakable", 3000);
	undo_as(place, "unmistakable");
	place_close(place);
	shell(place, "! grep -q 'unmistakable word77' filo.db");
}

static int64_t fingerprint(struct place *place)
{
	return number(place->store,
		"SELECT sum(c.id * p.contact * (c.day - 19000) + length(c.summary))"
		" FROM conversation AS c JOIN participant AS p ON p.conversation = c.id");
}

/* What is too long for memory is recorded in pieces, and read from the record in pieces. */
static void a_source_is_forgotten_in_pieces_and_comes_back_whole(void **state)
{
	struct place *place = *state;
	struct source_forgotten forgotten;

	add_named(place, "Ana");
	add_named(place, "Bo");
	import_entries(place, "first", 9100);
	change(place, "sources",
		"UPDATE conversation SET source = 'mail', source_id = 'a/' || id WHERE id > 50");
	int64_t before = fingerprint(place);
	assert_ok(place, source_forget(place->store, "mail", NULL, &forgotten, &place->err));
	assert_int_equal(forgotten.removed, 9050);
	assert_true(number(place->store, "SELECT length(changeset) FROM undo WHERE is_undone = 3") >
		    1 << 20);
	everything_is_sound(place, 50);
	for (int i = 0; i < 2; i++) {
		undo_as(place, "forget mail");
		everything_is_sound(place, 9100);
		assert_int_equal(fingerprint(place), before);
		assert_ok(place, redo_last(place->store, NULL, &place->err));
		everything_is_sound(place, 50);
	}
	/* Also when something was done since. */
	int64_t id = undo_latest(place->store);
	change(place, "edit", "UPDATE conversation SET summary = 'reworded' WHERE id = 3");
	assert_ok(place, undo_one(place->store, id, NULL, &place->err));
	everything_is_sound(place, 9100);
	/* What can no longer be brought again goes, all of it. */
	change(place, "edit", "UPDATE conversation SET summary = 'anew' WHERE id = 4");
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo WHERE is_undone = 3"), 0);
	assert_int_equal(
		number(place->store, "SELECT undo_bytes - (SELECT sum(size_bytes) FROM undo)"
				     " FROM state"),
		0);
}

static void a_forgetting_that_is_rolled_back_leaves_the_next_record_alone(void **state)
{
	struct place *place = *state;
	struct source_forgotten forgotten;

	add_named(place, "Ana");
	add_named(place, "Bo");
	import_entries(place, "first", 9000);
	change(place, "sources", "UPDATE conversation SET source = 'mail', source_id = 'a/' || id");
	assert_ok(place, change_begin(place->store, "x", &place->err));
	assert_ok(place, source_forget(place->store, "mail", NULL, &forgotten, &place->err));
	change_rollback(place->store);
	everything_is_sound(place, 9000);
	one_entry_is_edited(place);
}

static void people_seen_are_forgotten_in_pieces(void **state)
{
	struct place *place = *state;
	int64_t count;

	change(place, "seen",
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 350)"
		"INSERT INTO seen(kind, key, name) SELECT 'mail', 'p' || i, 'P' || i FROM n;"
		"INSERT INTO seen_day(seen, contact_day, source, medium, day, minute, direction,"
		" count_me, count_them, seconds) SELECT id, 19000 + id % 7, 'mail', 1, 19000, 7, 1,"
		" 1, 1, 0 FROM seen");
	assert_ok(place, seen_forget_all(place->store, &count, &place->err));
	assert_int_equal(count, 350);
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen_day"), 0);
	undo_as(place, "forget people seen");
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen"), 350);
	assert_int_equal(number(place->store, "SELECT sum(contact_day = 19000 + seen % 7)"
					      " FROM seen_day"),
		350);
}

/* Rows that came together have their place in the index with the commit, and follow undo as any;
 * what was rolled back changes nothing for those after it. */
static void what_comes_together_is_indexed_at_the_end(void **state)
{
	struct place *place = *state;
	int problems;

	for (int i = 0; i < 2; i++) {
		assert_ok(place, change_begin(place->store, "some", &place->err));
		assert_ok(place, change_expect_some(place->store, &place->err));
		add_named(place, "Carla");
		run(place->store, "INSERT INTO channel(contact, kind, value, value_key)"
				  " SELECT id, 1, 'carla@example.org', '' FROM contact");
		assert_int_equal(found_in(place->store, "contact_text", "carla"), 0);
		if (i)
			assert_ok(place, change_commit(place->store, &place->err));
		else
			change_rollback(place->store);
	}
	assert_int_equal(found_in(place->store, "contact_text", "carla"), 1);
	assert_int_equal(found_in(place->store, "detail_text", "carla"), 1);
	undo_as(place, "some");
	assert_int_equal(found_in(place->store, "contact_text", "carla"), 0);
	assert_int_equal(found_in(place->store, "detail_text", "carla"), 0);
	assert_ok(place, redo_last(place->store, NULL, &place->err));
	assert_int_equal(found_in(place->store, "detail_text", "carla"), 1);
	add_named(place, "Dora");
	assert_int_equal(found_in(place->store, "contact_text", "dora"), 1);
	assert_ok(place, store_check(place->store, fail_with_line, NULL, &problems, &place->err));
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(entries_go_with_all_that_hangs_on_them),
		TEST(nothing_of_them_stays_in_the_file),
		TEST(a_source_is_forgotten_in_pieces_and_comes_back_whole),
		TEST(a_forgetting_that_is_rolled_back_leaves_the_next_record_alone),
		TEST(people_seen_are_forgotten_in_pieces),
		TEST(what_comes_together_is_indexed_at_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
