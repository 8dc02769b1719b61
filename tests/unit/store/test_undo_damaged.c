/* Records of undo that are damaged, in whatever way: each comes to an end, and changes nothing.
 * Not here: whole ones (test_undo.c). */
#include "place.h"

#include "filo/store/check.h"
#include "filo/store/trash_walk.h"
#include "filo/store/undo.h"

#define LABEL "edit Ana"

/* Ana, a deletion, and a change that has rows of each kind: brought, taken away, altered. */
static void damaged_fill(struct place *place)
{
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana'), (2, 'b', 'Bo', 'bo')");
	assert_ok(place, contact_delete(place->store, 2, &place->err));
	change(place, "channel",
		"INSERT INTO channel(contact, kind, value, value_key) VALUES (1, 0, 'a', 'a')");
	change(place, LABEL,
		"UPDATE contact SET note = 'likes rain', nickname = 'An' WHERE id = 1;"
		"DELETE FROM channel; INSERT INTO tag(contact, tag) VALUES (1, 'choir')");
}

static int64_t changes_counted(struct place *place)
{
	return number(place->store, "SELECT change_count FROM state");
}

static void assert_refused(struct place *place,
	enum status (*step)(struct store *, char **, struct error *), const char *after)
{
	int64_t before = changes_counted(place);

	if (step(place->store, NULL, &place->err) != STATUS_DATABASE ||
		strcmp(place->err.message,
			"The record of \"" LABEL "\" is damaged, so it stays as it is") != 0)
		fail_msg("after %s: %s", after, place->err.message);
	assert_int_equal(changes_counted(place), before);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void note_line(void *context, const char *line)
{
	char *noted = context;

	snprintf(noted, 200, "%s", line);
}

static void assert_told_by_check(struct place *place)
{
	char line[200] = "";
	int problems = 0;

	assert_ok(place, store_check(place->store, note_line, line, &problems, &place->err));
	assert_int_equal(problems, 1);
	assert_string_equal(line, "The record of \"" LABEL
				  "\" of 2024-10-04 is damaged, so that this cannot be undone");
}

static void spoil(struct place *place, const char *value)
{
	char sql[400];

	snprintf(
		sql, sizeof sql, "UPDATE undo SET changeset = %s WHERE label = '" LABEL "'", value);
	run(place->store, sql);
}

static void what_is_no_changeset_is_refused(void **state)
{
	static const char *const values[] = { "x''", "NULL", "x'54'", "x'5400'", "x'5401'",
		"x'5402'", "x'540100'", "x'54ff'", "x'50'", "x'5016'", "x'0900'",
		"CAST(replace(CAST(changeset AS TEXT), 'contact', 'contbct') AS BLOB)",
		"CAST(replace(CAST(changeset AS TEXT), 'contact', 'setting') AS BLOB)",
		"CAST(changeset || x'54' AS BLOB)", "CAST(changeset || x'17' AS BLOB)" };
	struct place *place = *state;

	damaged_fill(place);
	run(place->store, UNCOMPARED "CREATE TABLE kept AS SELECT * FROM undo");
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		spoil(place, values[i]);
		assert_refused(place, undo_last, values[i]);
		assert_told_by_check(place);
		run(place->store, "UPDATE undo SET changeset = (SELECT changeset FROM kept"
				  " WHERE id = undo.id)");
	}
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		spoil(place, values[i]);
		assert_refused(place, redo_last, values[i]);
		run(place->store, "UPDATE undo SET changeset = (SELECT changeset FROM kept"
				  " WHERE id = undo.id)");
	}
	assert_ok(place, redo_last(place->store, NULL, &place->err));
}

/* By any number of bytes; only what ends with a row may be taken for whole, and what ends before
 * its first changes nothing. */
static void what_was_cut_is_refused(void **state)
{
	struct place *place = *state;
	char *before, value[200];
	int without_row = 0;

	damaged_fill(place);
	run(place->store, UNCOMPARED "CREATE TABLE kept AS SELECT * FROM undo");
	int64_t len = number(place->store, "SELECT length(changeset) FROM undo ORDER BY id DESC");
	for (int64_t cut = 1; cut < len; cut++) {
		snprintf(value, sizeof value,
			"(SELECT substr(changeset, 1, %lld) FROM kept WHERE id = undo.id)",
			(long long)(len - cut));
		spoil(place, value);
		enum status status = undo_last(place->store, &before, &place->err);
		if (status == STATUS_OK) { /* between two tables */
			free(before);
			assert_ok(place, redo_last(place->store, NULL, &place->err));
		} else if (strstr(place->err.message, "What \"" LABEL "\" changed has been")) {
			without_row++;
		} else if (!strstr(place->err.message, "The record of \"" LABEL "\" is damaged")) {
			fail_msg("cut by %lld: %s", (long long)cut, place->err.message);
		}
	}
	assert_int_equal(without_row, 1);
}

/* Whatever becomes of one byte, it comes to an end, and says nothing of the whole database. */
static void a_byte_that_is_another_does_no_harm(void **state)
{
	struct place *place = *state;
	char value[300];

	damaged_fill(place);
	int64_t len = number(place->store, "SELECT length(changeset) FROM undo ORDER BY id DESC");
	place_close(place);
	shell(place, "cp filo.db whole.db");
	for (int64_t at = 1; at <= len; at += 5) {
		shell(place, "cat whole.db >filo.db");
		place_open(place);
		snprintf(value, sizeof value,
			"CAST(substr(changeset, 1, %lld) || x'ff' || substr(changeset, %lld) AS "
			"BLOB)",
			(long long)at - 1, (long long)at + 1);
		spoil(place, value);
		if (undo_last(place->store, NULL, &place->err) != STATUS_OK &&
			strstr(place->err.message, ".recover"))
			fail_msg("byte %lld: %s", (long long)at, place->err.message);
		place_close(place);
	}
}

static void spans_that_are_none_are_refused(void **state)
{
	static const char *const spans[] = { "nonsense", "contact 1", "contact 7 9;x",
		"contact 7 9; ", "contact 7 9" };
	struct place *place = *state;
	char sql[200];

	damaged_fill(place);
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		snprintf(sql, sizeof sql,
			"UPDATE undo SET new_rows = '%s' WHERE label = '" LABEL "'", spans[i]);
		run(place->store, sql);
		assert_refused(place, undo_last, spans[i]);
		assert_told_by_check(place);
	}
}

static void note_person(void *context, int64_t id, const char *uid, const char *name)
{
	int *count = context;

	(void)id, (void)uid, (void)name;
	++*count;
}

static void the_trash_is_walked_to_its_end(void **state)
{
	static const char *const values[] = { "x'54'", "x'5400'", "x'540100'", "x'54ff'",
		"substr(changeset, 1, length(changeset) - 9)" };
	struct place *place = *state;
	int count = 0;
	const struct trash_visitor visitor = { .context = &count, .person = note_person };
	char sql[200];

	damaged_fill(place);
	assert_ok(place, trash_walk(place->store, &visitor, &place->err));
	assert_int_equal(count, 1);
	int64_t id = number(place->store, "SELECT id FROM undo WHERE is_deletion = 1");
	for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
		snprintf(sql, sizeof sql, "UPDATE undo SET changeset = %s WHERE is_deletion = 1",
			values[i]);
		run(place->store, sql);
		assert_ok(place, trash_walk(place->store, &visitor, &place->err));
		assert_int_equal(trash_restore(place->store, id, &place->err), STATUS_DATABASE);
		assert_non_null(strstr(place->err.message, "The record of"));
	}
	assert_int_equal(count, 1);
}

#define DAMAGED "The record of \"" LABEL "\" is damaged, so it stays as it is"

static struct undo_choice look_back(struct place *place)
{
	struct undo_next next;

	assert_ok(place, undo_look(place->store, NULL, &next, &place->err));
	assert_int_equal(next.own.id, next.latest.id);
	undo_choice_fini(&next.own);
	return next.latest;
}

static struct undo_choice look_ahead(struct place *place)
{
	struct undo_choice next;
	bool is_own;

	assert_ok(place, redo_look(place->store, NULL, &next, &is_own, &place->err));
	return next;
}

/* Goes past the damaged one, to `label`. */
static void assert_passes(struct place *place, struct undo_choice choice,
	enum status (*one)(struct store *, int64_t, char **, struct error *), const char *label)
{
	char *done = NULL;

	if (!choice.id || !choice.passed) {
		fail_msg("nothing was passed");
		return;
	}
	assert_string_equal(choice.passed, DAMAGED);
	assert_string_equal(choice.label, label);
	assert_ok(place, one(place->store, choice.id, &done, &place->err));
	assert_string_equal(done, label);
	free(done);
	undo_choice_fini(&choice);
}

/* What is behind the damaged one, `label`, would be refused: it is not offered. */
static void assert_passes_all(struct place *place, struct undo_choice choice,
	enum status (*one)(struct store *, int64_t, char **, struct error *), const char *label)
{
	int64_t before = changes_counted(place);
	char sql[80];

	assert_int_equal(choice.id, 0);
	assert_string_equal(choice.passed, DAMAGED);
	snprintf(sql, sizeof sql, "SELECT max(id) FROM undo WHERE label = '%s'", label);
	assert_int_equal(
		one(place->store, number(place->store, sql), NULL, &place->err), STATUS_CONFLICT);
	assert_int_equal(changes_counted(place), before);
	undo_choice_fini(&choice);
}

static void what_came_before_a_damaged_one_is_undone_and_redone(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "note", "UPDATE contact SET note = 'likes rain' WHERE id = 1");
	change(place, LABEL, "INSERT INTO tag(contact, tag) VALUES (1, 'choir')");
	change(place, "add Cid", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	change(place, LABEL, "UPDATE contact SET note = 'likes snow' WHERE id = 1");
	spoil(place, "x'54'"); /* both of this label */
	assert_passes(place, look_back(place), undo_one, "add Cid");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact WHERE id = 3"), 0);
	/* What the damaged ones did stays, and what they did it to. */
	assert_passes_all(place, look_back(place), undo_one, "note");
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM contact WHERE note = 'likes snow'"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM tag"), 1);
	assert_ok(place, redo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact WHERE id = 3"), 1);
}

static void what_is_told_to_come_next_is_what_is_undone(void **state)
{
	struct place *place = *state;

	change(place, "base", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "add", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	change(place, LABEL, "INSERT INTO tag(contact, tag) VALUES (2, 'choir')");
	spoil(place, "x'54'");
	assert_passes(place, look_back(place), undo_one, "base");
	/* To look changes nothing. */
	int64_t before = changes_counted(place);
	assert_passes_all(place, look_back(place), undo_one, "add");
	assert_int_equal(changes_counted(place), before);
	assert_int_equal(number(place->store, "SELECT sum(id) FROM contact"), 2);
	assert_ok(place, redo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT sum(id) FROM contact"), 3);
}

static void what_a_damaged_one_hangs_on_stays(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, LABEL, "INSERT INTO tag(contact, tag) VALUES (1, 'choir')");
	spoil(place, "x'54'");
	assert_passes_all(place, look_back(place), undo_one, "add");
	assert_non_null(strstr(place->err.message, "hangs on \"add\""));
	assert_int_equal(number(place->store, "SELECT count(*) FROM tag"), 1);
}

static void what_went_with_a_damaged_deletion_is_not_called_undone(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "add Bo", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	change(place, "tag", "INSERT INTO tag(contact, tag) VALUES (2, 'choir')");
	change(place, LABEL, "DELETE FROM contact WHERE id = 2");
	spoil(place, "x'54'");
	assert_int_equal(undo_one(place->store, 3, NULL, &place->err), STATUS_CONFLICT);
	assert_non_null(strstr(place->err.message, "What \"tag\" changed has been changed again"));
	assert_passes(place, look_back(place), undo_one, "add");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
}

/* Ana by hand; Bo by an import of which only the rows are remembered. */
static void add_and_import(struct place *place)
{
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, change_begin(place->store, "import", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	run(place->store, INSERT_CONTACT "(7, 'b', 'Bo', 'bo')");
	assert_ok(place, change_commit(place->store, &place->err));
}

static void a_large_one_before_a_damaged_one_stays_too(void **state)
{
	struct place *place = *state;

	add_and_import(place);
	change(place, LABEL, "INSERT INTO tag(contact, tag) VALUES (7, 'choir')");
	spoil(place, "NULL");
	assert_passes(place, look_back(place), undo_one, "add");
	struct undo_choice none = look_back(place);
	assert_int_equal(none.id, 0);
	assert_string_equal(none.passed, DAMAGED);
	undo_choice_fini(&none);
	assert_int_equal(number(place->store, "SELECT count(*) FROM tag"), 1);
}

static void what_comes_after_a_damaged_one_is_redone(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, LABEL, INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	change(place, "add Cid", INSERT_CONTACT "(3, 'c', 'Cid', 'cid')");
	for (int i = 0; i < 2; i++)
		assert_ok(place, undo_last(place->store, NULL, &place->err));
	spoil(place, "x'54'");
	assert_passes(place, look_ahead(place), redo_one, "add Cid");
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
	/* One that was not brought back took this tag away; no record would know of it. */
	change(place, "tag", "INSERT INTO tag(contact, tag) VALUES (1, 'choir')");
	change(place, LABEL, "DELETE FROM tag");
	change(place, "delete", "DELETE FROM contact WHERE id = 1");
	for (int i = 0; i < 2; i++)
		assert_ok(place, undo_last(place->store, NULL, &place->err));
	spoil(place, "x'54'");
	assert_passes_all(place, look_ahead(place), redo_one, "delete");
	assert_int_equal(number(place->store, "SELECT count(*) FROM tag"), 1);
}

static void what_was_too_large_to_redo_is_passed(void **state)
{
	struct place *place = *state;

	add_and_import(place);
	change(place, LABEL, "UPDATE contact SET note = 'rain' WHERE id = 1");
	for (int i = 0; i < 2; i++)
		assert_ok(place, undo_last(place->store, NULL, &place->err));
	struct undo_choice next = look_ahead(place);
	assert_string_equal(next.passed, "\"import\" was too large to redo: do it again");
	assert_string_equal(next.label, LABEL);
	assert_ok(place, redo_one(place->store, next.id, NULL, &place->err));
	undo_choice_fini(&next);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM contact WHERE note = 'rain'"), 1);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(what_is_no_changeset_is_refused),
		TEST(what_was_cut_is_refused),
		TEST(a_byte_that_is_another_does_no_harm),
		TEST(spans_that_are_none_are_refused),
		TEST(the_trash_is_walked_to_its_end),
		TEST(what_came_before_a_damaged_one_is_undone_and_redone),
		TEST(what_is_told_to_come_next_is_what_is_undone),
		TEST(what_a_damaged_one_hangs_on_stays),
		TEST(what_went_with_a_damaged_deletion_is_not_called_undone),
		TEST(a_large_one_before_a_damaged_one_stays_too),
		TEST(what_comes_after_a_damaged_one_is_redone),
		TEST(what_was_too_large_to_redo_is_passed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
