/* Taking back entries by the thousand, with all that hangs on them. Not here: small changes, what
 * else a large one brought (test_undo.c). */
#include "place.h"

#include "filo/store/check.h"
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

static void take_back(struct place *place, const char *label)
{
	char *said = NULL;

	assert_ok(place, undo_last(place->store, &said, &place->err));
	assert_string_equal(said, label);
	free(said);
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
	take_back(place, "edit");
	change(place, "delete", "DELETE FROM conversation WHERE summary = 'first word7'");
	assert_int_equal(found_in(place->store, "log_text", "word7"), 0);
	take_back(place, "delete");
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
		take_back(place, "second");
		assert_int_equal(found_in(place->store, "log_text", "second"), 0);
		assert_int_equal(found_in(place->store, "log_text", "first"), 3000);
		everything_is_sound(place, 3000);
		one_entry_is_edited(place);
	}
	take_back(place, "first");
	everything_is_sound(place, 0);
}

/* What was deleted is not left in the file, however much it was. */
static void nothing_of_them_stays_in_the_file(void **state)
{
	struct place *place = *state;

	add_named(place, "Ana");
	add_named(place, "Bo");
	import_entries(place, "unmistakable", 3000);
	take_back(place, "unmistakable");
	place_close(place);
	shell(place, "! grep -q 'unmistakable word77' filo.db");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(entries_go_with_all_that_hangs_on_them),
		TEST(nothing_of_them_stays_in_the_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
