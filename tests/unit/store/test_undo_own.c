/* Undo where several programs work on one file. Not here: undo by itself (test_undo.c). */
#include "place.h"

#include "filo/base/error.h"
#include "filo/people/contact.h"
#include "filo/store/contacts.h"
#include "filo/store/undo.h"
#include "store/db/change.h"

/* The id of the latest change; `label` says which it must be. */
static int64_t latest(struct place *place, const char *label)
{
	struct undo_next next;

	assert_ok(place, undo_look(place->store, NULL, &next, &place->err));
	assert_string_equal(next.latest.label, label);
	int64_t id = next.latest.id;
	assert_int_equal(id, undo_latest(place->store));
	undo_next_fini(&next);
	return id;
}

static void check_own(struct place *place, const char *label)
{
	struct undo_next next;

	assert_ok(place, undo_look(place->store, NULL, &next, &place->err));
	if (label)
		assert_string_equal(next.own.label, label);
	else
		assert_int_equal(next.own.id, 0);
	undo_next_fini(&next);
}

/* A second program on the same file, which makes one change. */
static void elsewhere(struct place *place, const char *label, const char *sql)
{
	struct place other = *place;

	place_open(&other);
	change(&other, label, sql);
	place_close(&other);
}

static void one_knows_ones_own_changes(void **state)
{
	struct place *place = *state;

	check_own(place, NULL);
	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	elsewhere(place, "add Bo", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	assert_true(undo_latest_own(place->store) < latest(place, "add Bo"));
	check_own(place, "add Ana");
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	latest(place, "add Ana");
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	check_own(place, NULL);
	assert_ok(place, redo_last(place->store, NULL, &place->err));
	check_own(place, "add Ana");
	/* Taken back elsewhere, it is no longer there to be undone. */
	struct place other = *place;
	place_open(&other);
	assert_ok(place, undo_last(other.store, NULL, &place->err));
	place_close(&other);
	check_own(place, NULL);
	place_close(place);
	place_open(place);
	assert_ok(place, redo_last(place->store, NULL, &place->err));
	check_own(place, NULL);
}

static bool is_redo_own(struct place *place)
{
	struct undo_choice next;
	bool is_own;

	assert_ok(place, redo_look(place->store, NULL, &next, &is_own, &place->err));
	free(next.label);
	assert_true(next.id || !is_own);
	return is_own;
}

static void what_was_undone_elsewhere_is_not_ones_own_to_redo(void **state)
{
	struct place *place = *state;
	struct place other = *place;

	assert_false(is_redo_own(place));
	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	place_open(&other);
	assert_ok(place, undo_last(other.store, NULL, &place->err));
	assert_true(is_redo_own(&other));
	assert_false(is_redo_own(place));
	assert_ok(place, redo_last(place->store, NULL, &place->err));
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_true(is_redo_own(place));
	place_close(&other);
}

static void what_was_never_committed_is_not_ones_own(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "add Ana", &place->err));
	run(place->store, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	limit_files(1);
	assert_int_not_equal(change_commit(place->store, &place->err), STATUS_OK);
	limit_files(0);
	elsewhere(place, "add Bo", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	latest(place, "add Bo");
	check_own(place, NULL);
	assert_int_equal(undo_latest_own(place->store), 0);
}

static void an_earlier_change_is_taken_back_by_itself(void **state)
{
	struct place *place = *state;
	char *label = NULL;

	change(place, "add Ana",
		INSERT_CONTACT "(1, 'a', 'Ana', 'ana');"
			       "INSERT INTO tag VALUES (1, 'choir')");
	int64_t id = latest(place, "add Ana");
	elsewhere(place, "add Bo", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	assert_ok(place, undo_one(place->store, id, &label, &place->err));
	assert_string_equal(label, "add Ana");
	free(label);
	assert_int_equal(number(place->store, "SELECT sum(id) FROM contact"), 2);
	assert_int_equal(number(place->store, "SELECT count(*) FROM tag"), 0);
	assert_int_equal(undo_one(place->store, id, NULL, &place->err), STATUS_NOT_FOUND);
}

/* Takes back "add Ana", which came before what was done elsewhere: it is refused, nothing is gone.
 */
static void check_refused(struct place *place, const char *sql, const char *there)
{
	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	int64_t id = latest(place, "add Ana");
	elsewhere(place, "more", sql);
	assert_int_equal(undo_one(place->store, id, NULL, &place->err), STATUS_CONFLICT);
	assert_string_equal(place->err.message, "Something done since hangs on \"add Ana\", so it "
						"stays as it is: undo or delete that first");
	assert_int_equal(number(place->store, there), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact WHERE id = 1"), 1);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_ok(place, undo_one(place->store, id, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact WHERE id = 1"), 0);
}

static void an_entry_of_somebody_added_before_is_not_taken_along(void **state)
{
	check_refused(*state,
		"INSERT INTO conversation(id, day, medium, summary) VALUES (9, 19990, 0, 'hi');"
		"INSERT INTO participant(contact, day, conversation) VALUES (1, 19990, 9)",
		"SELECT count(*) FROM participant WHERE conversation = 9");
}

static void a_tag_of_somebody_added_before_is_not_taken_along(void **state)
{
	check_refused(*state, "INSERT INTO tag VALUES (1, 'choir')", "SELECT count(*) FROM tag");
}

static void a_reference_is_not_emptied(void **state)
{
	check_refused(*state,
		INSERT_CONTACT "(2, 'b', 'Bo', 'bo');"
			       "INSERT INTO relation(contact, kind, other) VALUES (2, 0, 1)",
		"SELECT count(*) FROM relation WHERE other = 1");
}

/* By a program that keeps no records, the redo of a deletion likewise. */
static void what_another_program_hung_on_it_is_not_taken_along(void **state)
{
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	run(place->store,
		INSERT_CONVERSATION "(9, 19990, 0, 'hi');" INSERT_PARTICIPANT "(1, 19990, 9)");
	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_CONFLICT);
	assert_string_equal(place->err.message, "Something done since hangs on \"add Ana\", so it "
						"stays as it is: undo or delete that first");
	assert_int_equal(number(place->store, "SELECT count(*) FROM participant"), 1);
	run(place->store, "DELETE FROM conversation");
	assert_ok(place, contact_delete(place->store, 1, &place->err));
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	run(place->store, "INSERT INTO tag VALUES (1, 'choir')");
	assert_int_equal(redo_last(place->store, NULL, &place->err), STATUS_CONFLICT);
	assert_int_equal(number(place->store, "SELECT count(*) FROM tag"), 1);
	run(place->store, "DELETE FROM tag");
	assert_ok(place, redo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
}

static void who_was_put_into_a_circle_keeps_it(void **state)
{
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "circle", "INSERT INTO circle(id, name) VALUES (40, 'Choir')");
	run(place->store, "UPDATE contact SET circle = 40");
	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_CONFLICT);
	assert_int_equal(number(place->store, "SELECT circle FROM contact"), 40);
}

/* Nia came by an import of which only the spans of rows are kept, with a tag and an entry. */
static void what_another_program_hung_on_a_large_change_is_not_taken_along(void **state)
{
	static const struct {
		const char *hang, *take_away;
	} rows[] = {
		{ INSERT_CONVERSATION "(99, 19990, 0, 'hi');" INSERT_PARTICIPANT "(5, 19990, 99)",
			"DELETE FROM conversation WHERE id = 99" },
		{ "INSERT INTO followup(contact, kind, text, made_on) VALUES (5, 0, 'x', 19990)",
			"DELETE FROM followup" },
		{ "INSERT INTO relation(contact, kind, other) VALUES (1, 0, 5)",
			"DELETE FROM relation" },
	};
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, change_begin(place->store, "import", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	change_row_is_new(place->store, true);
	run(place->store, INSERT_CONTACT
		"(5, 'n', 'Nia', 'nia'); INSERT INTO tag VALUES (5, 'x');" INSERT_CONVERSATION
		"(8, 19990, 0, 'hi');" INSERT_PARTICIPANT "(5, 19990, 8), (1, 19990, 8)");
	assert_ok(place, change_commit(place->store, &place->err));
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		run(place->store, rows[i].hang);
		assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_CONFLICT);
		assert_non_null(strstr(place->err.message, "hangs on \"import\""));
		run(place->store, rows[i].take_away);
	}
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"), 0);
}

static void a_large_change_is_not_taken_from_under_another(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "import", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	change_row_is_new(place->store, true);
	run(place->store, INSERT_CONTACT "(1, 'n', 'Nia', 'nia')");
	assert_ok(place, change_commit(place->store, &place->err));
	int64_t id = latest(place, "import");
	elsewhere(place, "edit Nia", "UPDATE contact SET note = 'x'");
	assert_int_equal(undo_one(place->store, id, NULL, &place->err), STATUS_CONFLICT);
	assert_int_equal(number(place->store, "SELECT note = 'x' FROM contact"), 1);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_ok(place, undo_one(place->store, id, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
}

static void what_was_saved_as_it_was_is_no_conflict(void **state)
{
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "edit Ana", "UPDATE contact SET note = 'x', version = version + 1");
	int64_t id = latest(place, "edit Ana");
	elsewhere(place, "edit Ana again", "UPDATE contact SET met = 'y', version = version + 1");
	assert_ok(place, undo_one(place->store, id, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT note IS NULL AND met = 'y' FROM contact"), 1);
	elsewhere(place, "edit Ana", "UPDATE contact SET note = 'z', version = version + 1");
	id = latest(place, "edit Ana");
	elsewhere(place, "over it", "UPDATE contact SET note = 'w', version = version + 1");
	assert_int_equal(undo_one(place->store, id, NULL, &place->err), STATUS_CONFLICT);
}

static void add_phone(struct place *place, const char *value, bool is_first)
{
	struct contact contact;

	assert_ok(place, contact_load(place->store, 1, &contact, &place->err));
	contact_add_channel(&contact, CHANNEL_PHONE, value, NULL, false);
	contact_add_tag(&contact, value);
	contact_add_date(
		&contact, YEARLY_OTHER, (struct civil_date){ 0, 5, is_first ? 1 : 2 }, value);
	assert_ok(place, contact_update(place->store, &contact, &place->err));
	contact_fini(&contact);
}

/* Only the rows that differ are written: what each added can go by itself. */
static void what_two_add_to_a_person_is_undone_one_by_one(void **state)
{
	struct place *place = *state, other;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	add_phone(place, "111", true);
	int64_t id = undo_latest(place->store);
	other = *place;
	place_open(&other);
	add_phone(&other, "222", false);
	place_close(&other);
	assert_ok(place, undo_one(place->store, id, NULL, &place->err));
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM channel WHERE value = '222'"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM channel"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM tag"), 1);
	assert_int_equal(number(place->store, "SELECT sum(day) FROM yearly_date"), 2);
}

/* Gives Ana a phone number for each letter, and no other. */
static void set_phones(struct place *place, const char *letters)
{
	struct contact contact;
	const struct channel *channel;

	assert_ok(place, contact_load(place->store, 1, &contact, &place->err));
	VECTOR_EACH (channel, &contact.channels) {
		free(channel->value);
		free(channel->label);
	}
	vector_clear(&contact.channels);
	for (; *letters; letters++)
		contact_add_channel(
			&contact, CHANNEL_PHONE, (char[]){ *letters, '\0' }, NULL, false);
	assert_ok(place, contact_update(place->store, &contact, &place->err));
	contact_fini(&contact);
}

/* Of each list of values one can come to be each other one, in its order. */
static void a_list_becomes_any_other(void **state)
{
	static const char *const lists[] = { "", "a", "ab", "ba", "abc", "bc", "ac", "axc", "cab",
		"abcd", "xabc", "aab", "aa", "acdx", "bxdya" };
	struct place *place = *state;
	struct contact contact;
	const struct channel *channel;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	for (size_t from = 0; from < sizeof lists / sizeof *lists; from++)
		for (size_t i = 0; i < 2 * sizeof lists / sizeof *lists; i++) {
			const char *to = lists[i % 2 ? from : i / 2];
			char is[10] = "";
			set_phones(place, to);
			assert_ok(place, contact_load(place->store, 1, &contact, &place->err));
			VECTOR_EACH (channel, &contact.channels)
				strcat(is, channel->value);
			assert_string_equal(is, to);
			contact_fini(&contact);
		}
}

/* Where one goes and another comes, in its place or at the end, the rows of the rest stay. */
static void what_comes_for_another_leaves_the_rest_alone(void **state)
{
	static const char *const lists[] = { "acdx", "axcd", "bcdx", "xbcd", "cd", "abxd" };
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
		set_phones(place, "");
		set_phones(place, "abcd");
		run(place->store, "CREATE TEMP TABLE was AS SELECT id, value FROM channel");
		set_phones(place, lists[i]);
		assert_int_equal(number(place->store, "SELECT count(*) FROM channel AS c"
						      " JOIN was USING (value)"
						      " WHERE c.id <> was.id"),
			0);
		run(place->store, "DROP TABLE temp.was");
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(one_knows_ones_own_changes),
		TEST(what_was_undone_elsewhere_is_not_ones_own_to_redo),
		TEST(what_was_never_committed_is_not_ones_own),
		TEST(an_earlier_change_is_taken_back_by_itself),
		TEST(an_entry_of_somebody_added_before_is_not_taken_along),
		TEST(a_tag_of_somebody_added_before_is_not_taken_along),
		TEST(a_reference_is_not_emptied),
		TEST(what_another_program_hung_on_it_is_not_taken_along),
		TEST(who_was_put_into_a_circle_keeps_it),
		TEST(what_another_program_hung_on_a_large_change_is_not_taken_along),
		TEST(a_large_change_is_not_taken_from_under_another),
		TEST(what_was_saved_as_it_was_is_no_conflict),
		TEST(what_two_add_to_a_person_is_undone_one_by_one),
		TEST(a_list_becomes_any_other),
		TEST(what_comes_for_another_leaves_the_rest_alone),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
