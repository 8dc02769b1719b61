/* Undo, redo and the trash. Not here: how changes are recorded. */
#include "place.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/store/change.h"
#include "filo/store/contacts.h"
#include "filo/store/sources.h"
#include "filo/store/store.h"
#include "filo/store/undo.h"
#include "store/db/change.h"
#include "store/db/changeset.h"
#include "store/due/rhythm.h"

static void redo(struct place *place, const char *label)
{
	char *said = NULL;

	assert_ok(place, redo_last(place->store, &said, &place->err));
	assert_string_equal(said, label);
	free(said);
}

static bool is_large(struct place *place)
{
	struct undo_next next;

	assert_ok(place, undo_look(place->store, NULL, &next, &place->err));
	bool is = next.latest.is_large;
	undo_next_fini(&next);
	return is;
}

static int64_t count(struct place *place, const char *table)
{
	char sql[80];

	snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", table);
	return number(place->store, sql);
}

static void a_change_is_taken_back_and_brought_again(void **state)
{
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "edit Ana", "UPDATE contact SET note = 'likes rain' WHERE id = 1");
	undo_as(place, "edit Ana");
	assert_int_equal(number(place->store, "SELECT note IS NULL FROM contact"), 1);
	undo_as(place, "add Ana");
	assert_int_equal(count(place, "contact"), 0);
	redo(place, "add Ana");
	redo(place, "edit Ana");
	assert_int_equal(number(place->store, "SELECT note = 'likes rain' FROM contact"), 1);
}

static void undo_outlives_the_program(void **state)
{
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	place_close(place);
	place_open(place);
	undo_as(place, "add Ana");
	place_close(place);
	place_open(place);
	redo(place, "add Ana");
	assert_int_equal(count(place, "contact"), 1);
}

static void the_other_programs_change_can_be_taken_back(void **state)
{
	struct place *place = *state;
	struct store *other;

	assert_ok(place, store_open(&other, place->path, TODAY, &place->err));
	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, undo_last(other, NULL, &place->err));
	assert_int_equal(count(place, "contact"), 0);
	store_close(other);
}

static void with_nothing_to_take_back_it_says_so(void **state)
{
	struct place *place = *state;

	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_NOT_FOUND);
	assert_string_equal(place->err.message, "There is nothing to undo");
	assert_int_equal(redo_last(place->store, NULL, &place->err), STATUS_NOT_FOUND);
	assert_string_equal(place->err.message, "There is nothing to redo");
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
}

static void a_new_change_ends_what_could_be_brought_back(void **state)
{
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	undo_as(place, "add Ana");
	change(place, "add Bo", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
	assert_int_equal(redo_last(place->store, NULL, &place->err), STATUS_NOT_FOUND);
	undo_as(place, "add Bo");
	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_NOT_FOUND);
}

static void undo_counts_as_a_change(void **state)
{
	struct place *place = *state;

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	int64_t before = number(place->store, "SELECT change_count FROM state");
	undo_as(place, "add Ana");
	assert_int_equal(number(place->store, "SELECT change_count FROM state"), before + 1);
}

static void search_follows_undo(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	change(place, "log", INSERT_CONVERSATION "(7, 19999, 1, 'first words')");
	change(place, "edit", "UPDATE conversation SET summary = 'other words', day = 19990");
	undo_as(place, "edit");
	assert_int_equal(found_in(place->store, "log_text", "first"), 1);
	assert_int_equal(found_in(place->store, "log_text", "other"), 0);
	undo_as(place, "log");
	assert_int_equal(found_in(place->store, "log_text", "words"), 0);
	undo_as(place, "add");
	assert_int_equal(found_in(place->store, "contact_text", "ana"), 0);
	redo(place, "add");
	assert_int_equal(found_in(place->store, "contact_text", "ana"), 1);
}

/* Conflicts: what somebody changed by other means. */

static void what_changed_since_is_left_alone(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana'), (2, 'b', 'Bo', 'bo')");
	change(place, "edit two", "UPDATE contact SET note = 'x'");
	run(place->store, "UPDATE contact SET note = 'by hand' WHERE id = 2");
	assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_CONFLICT);
	assert_non_null(strstr(place->err.message, "\"edit two\""));
	assert_int_equal(number(place->store, "SELECT note = 'x' FROM contact WHERE id = 1"), 1);
	assert_int_equal(
		number(place->store, "SELECT note = 'by hand' FROM contact WHERE id = 2"), 1);
	run(place->store, "UPDATE contact SET note = 'x' WHERE id = 2");
	undo_as(place, "edit two");
}

/* A life around person 1: ways to reach them, an entry with them alone and one with Bo, ... */
static void fill(struct place *place)
{
	change(place, "fill",
		INSERT_CONTACT
		"(1, 'a', 'Ana', 'ana'), (2, 'b', 'Bo', 'bo');"
		"UPDATE contact SET circle = 2 WHERE id = 1;"
		"INSERT INTO channel(contact, kind, value, value_key) VALUES (1, 0, 'a@b', 'a@b');"
		"INSERT INTO tag VALUES (1, 'choir');"
		"INSERT INTO yearly_date(contact, kind, month, day) VALUES (1, 0, 2, 29);"
		"INSERT INTO relation(contact, kind, other) VALUES (1, 0, 2), (2, 0, 1);"
		"INSERT INTO kept_property(contact, line) VALUES (1, 'X-FOO:bar');"
		"INSERT INTO import_mark VALUES (1, 'vcard', 'ff');"
		"INSERT INTO event(contact, kind, day) VALUES (1, 1, 19000);"
		"INSERT INTO absence(contact, from_day, to_day) VALUES (1, 19000, 19010);"
		"INSERT INTO followup(contact, kind, text, made_on) VALUES (1, 0, 'ask', "
		"19000);" INSERT_CONVERSATION
		"(1, 19000, 1, 'alone'), (2, 19001, 1, 'together');" INSERT_PARTICIPANT
		"(1, 19000, 1), (1, 19001, 2), (2, 19001, 2);"
		"INSERT INTO exchange VALUES (1, 2, 1), (2, 3, 0);");
}

static const char *const filled[] = { "contact", "channel", "tag", "yearly_date", "relation",
	"kept_property", "import_mark", "event", "absence", "followup", "conversation",
	"participant", "exchange" };
#define FILLED (sizeof filled / sizeof *filled)

/* All rows of the data tables, as one number to compare. */
static int64_t fingerprint(struct place *place)
{
	uint64_t sum = 14695981039346656037u;

	for (size_t i = 0; i < FILLED; i++) {
		char sql[80];
		sqlite3_stmt *stmt;
		snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", filled[i]);
		assert_int_equal(
			sqlite3_prepare_v2(place->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
		while (sqlite3_step(stmt) == SQLITE_ROW)
			for (int c = 0; c < sqlite3_column_count(stmt); c++) {
				const char *text = (const char *)sqlite3_column_text(stmt, c);
				for (text = text ? text : "~"; *text; text++)
					sum = (sum ^ (unsigned char)*text) * 1099511628211u;
				sum = (sum ^ '|') * 1099511628211u;
			}
		sqlite3_finalize(stmt);
	}
	return (int64_t)sum;
}

static void delete_ana(struct place *place)
{
	assert_ok(place, change_begin(place->store, "delete Ana", &place->err));
	change_mark_deletion(place->store);
	run(place->store,
		"DELETE FROM conversation WHERE id = 1; DELETE FROM contact WHERE id = 1");
	assert_ok(place, change_commit(place->store, &place->err));
}

static void a_deleted_person_comes_back_with_everything(void **state)
{
	struct place *place = *state;

	fill(place);
	int64_t before = fingerprint(place);
	delete_ana(place);
	int64_t without = fingerprint(place);
	assert_int_equal(count(place, "participant"), 1);
	assert_int_equal(count(place, "channel"), 0);
	undo_as(place, "delete Ana");
	assert_int_equal(fingerprint(place), before);
	redo(place, "delete Ana");
	assert_int_equal(fingerprint(place), without);
	undo_as(place, "delete Ana");
	assert_int_equal(fingerprint(place), before);
	assert_int_equal(number(place->store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
}

static void a_deleted_circle_comes_back_with_its_people(void **state)
{
	struct place *place = *state;

	fill(place);
	change(place, "delete Friends", "DELETE FROM circle WHERE id = 2");
	assert_int_equal(
		number(place->store, "SELECT circle IS NULL FROM contact WHERE id = 1"), 1);
	undo_as(place, "delete Friends");
	assert_int_equal(number(place->store, "SELECT circle FROM contact WHERE id = 1"), 2);
	redo(place, "delete Friends");
	assert_int_equal(
		number(place->store, "SELECT circle IS NULL FROM contact WHERE id = 1"), 1);
}

/* Rhythms that follow */

static bool is_marked(struct place *place, contact_id id)
{
	struct rhythm_mark *mark;

	VECTOR_EACH (mark, &place->store->marked) {
		if (mark->contact == id)
			return true;
	}
	return false;
}

/* Which people `sql` touches, seen by applying its inverse. */
static void check_touches(struct place *place, const char *sql, bool ana, bool bo, bool all)
{
	struct changeset changeset = { .record = 0 };
	void *bytes;
	struct store *store = place->store;

	assert_ok(place, change_begin(store, "x", &place->err));
	run(store, sql);
	assert_int_equal(
		sqlite3session_changeset(store->session, &changeset.size_bytes, &bytes), SQLITE_OK);
	changeset.bytes = bytes;
	change_forget(store);
	assert_ok(place, changeset_apply(store, &changeset, true, "x", &place->err));
	assert_int_equal(is_marked(place, 1), ana);
	assert_int_equal(is_marked(place, 2), bo);
	assert_int_equal(store->is_all_marked, all);
	sqlite3_free(bytes);
	change_rollback(store);
}

static void undo_touches_the_rhythms_of_those_concerned(void **state)
{
	struct place *place = *state;

	fill(place);
	check_touches(place, "UPDATE conversation SET contact_day = 19001 WHERE id = 2", true, true,
		false);
	check_touches(place, "DELETE FROM participant WHERE contact = 2", false, true, false);
	check_touches(place, "UPDATE event SET day = 19003", true, false, false);
	check_touches(place, "UPDATE absence SET to_day = 19020", true, false, false);
	check_touches(
		place, "INSERT INTO absence(from_day, to_day) VALUES (1, 2)", false, false, true);
	check_touches(place, "UPDATE followup SET text = 'x'", false, false, false);
}

/* The trash */

static int64_t only_in_trash(struct place *place, const char *label)
{
	struct vector items = VECTOR_INIT(struct trash_item);

	assert_ok(place, trash_list(place->store, &items, &place->err));
	assert_int_equal(items.count, 1);
	struct trash_item *item = vector_at(&items, 0);
	int64_t id = item->id;
	assert_string_equal(item->label, label);
	assert_int_equal(item->day, TODAY);
	trash_item_fini(item);
	vector_fini(&items);
	return id;
}

static size_t trash_count(struct place *place)
{
	struct vector items = VECTOR_INIT(struct trash_item);
	struct trash_item *item;

	assert_ok(place, trash_list(place->store, &items, &place->err));
	size_t items_count = items.count;
	VECTOR_EACH (item, &items)
		trash_item_fini(item);
	vector_fini(&items);
	return items_count;
}

static void the_trash_gives_back_what_was_deleted_long_before(void **state)
{
	struct place *place = *state;

	fill(place);
	int64_t before = fingerprint(place);
	delete_ana(place);
	change(place, "add Cy", INSERT_CONTACT "(NULL, 'c', 'Cy', 'cy')");
	int64_t id = only_in_trash(place, "delete Ana");
	assert_ok(place, trash_restore(place->store, id, &place->err));
	assert_int_equal(count(place, "contact"), 3);
	run(place->store, "DELETE FROM contact WHERE name = 'Cy'");
	assert_int_equal(fingerprint(place), before);
	assert_int_equal(trash_count(place), 0);
	assert_int_equal(trash_restore(place->store, id, &place->err), STATUS_NOT_FOUND);
}

/* As any other: what is deleted may have a long name. */
static void a_restoration_is_told_in_as_much_as_others(void **state)
{
	struct place *place = *state;
	struct strbuf label = STRBUF_INIT;
	struct undo_next next;

	fill(place);
	for (int i = 0; i < 200; i++)
		strbuf_add(&label, "n");
	assert_ok(place, change_begin(place->store, label.data, &place->err));
	change_mark_deletion(place->store);
	run(place->store, "DELETE FROM contact WHERE id = 1");
	assert_ok(place, change_commit(place->store, &place->err));
	strbuf_truncate(&label, 120);
	assert_ok(
		place, trash_restore(place->store, only_in_trash(place, label.data), &place->err));
	assert_ok(place, undo_look(place->store, NULL, &next, &place->err));
	assert_int_equal(strlen(next.latest.label), 120);
	undo_next_fini(&next);
	strbuf_fini(&label);
}

static void a_restoration_can_be_taken_back(void **state)
{
	struct place *place = *state;

	fill(place);
	delete_ana(place);
	int64_t without = fingerprint(place);
	int64_t id = only_in_trash(place, "delete Ana");
	assert_ok(place, trash_restore(place->store, id, &place->err));
	undo_as(place, "restore: delete Ana");
	assert_int_equal(fingerprint(place), without);
	assert_int_equal(only_in_trash(place, "delete Ana"), id);
	redo(place, "restore: delete Ana");
	assert_int_equal(trash_count(place), 0);
	undo_as(place, "restore: delete Ana");
	undo_as(place, "delete Ana");
	assert_int_equal(trash_count(place), 0);
	assert_int_equal(count(place, "contact"), 2);
}

static void a_person_comes_back_though_those_around_have_changed(void **state)
{
	struct place *place = *state;

	fill(place);
	delete_ana(place);
	/* Bo's relation to Ana lost its end; Bo's record has been written anew since. */
	change(place, "edit Bo",
		"DELETE FROM relation WHERE contact = 2;"
		"INSERT INTO relation(contact, kind, name) VALUES (2, 0, 'somebody')");
	assert_ok(place,
		trash_restore(place->store, only_in_trash(place, "delete Ana"), &place->err));
	assert_int_equal(count(place, "contact"), 2);
	assert_int_equal(
		number(place->store, "SELECT name = 'somebody' FROM relation WHERE contact = 2"),
		1);
}

static void what_hangs_on_something_deleted_must_wait(void **state)
{
	struct place *place = *state;

	fill(place);
	delete_ana(place);
	change(place, "delete Friends", "DELETE FROM circle WHERE id = 2");
	assert_int_equal(
		trash_restore(place->store, only_in_trash(place, "delete Ana"), &place->err),
		STATUS_CONFLICT);
	assert_non_null(strstr(place->err.message, "restore that first"));
	assert_int_equal(count(place, "contact"), 1);
	undo_as(place, "delete Friends");
	assert_ok(place,
		trash_restore(place->store, only_in_trash(place, "delete Ana"), &place->err));
}

static void the_trash_is_emptied_after_ninety_days(void **state)
{
	struct place *place = *state;

	fill(place);
	delete_ana(place);
	store_set_today(place->store, TODAY + 90);
	assert_int_equal(trash_count(place), 1);
	store_set_today(place->store, TODAY + 91);
	assert_int_equal(trash_count(place), 0);
}

/* Large changes */

static void begin_large(struct place *place)
{
	assert_ok(place, change_begin(place->store, "import", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
}

static void who_was_there_is_as_before_after_a_large_import(void **state)
{
	struct place *place = *state;
	struct contact nia, ana;

	fill(place);
	assert_ok(place, contact_load(place->store, 1, &ana, &place->err));
	contact_add_channel(&ana, CHANNEL_PHONE, "+39 02 5550100", NULL, false);
	assert_ok(place, contact_update(place->store, &ana, &place->err));
	int64_t before = fingerprint(place);
	begin_large(place);
	contact_init(&nia);
	nia.name = memory_copy_string("Nia");
	assert_ok(place, contact_add(place->store, &nia, &place->err));
	assert_ok(place,
		source_marks_save(place->store, nia.id, true, "vcard:n", "0011aabb", &place->err));
	memory_replace_string(&ana.note, "changed by the import");
	memory_replace_string(
		&((struct channel *)vector_at(&ana.channels, 0))->value, "+39 02 5550199");
	assert_ok(place, contact_update(place->store, &ana, &place->err));
	assert_ok(place,
		source_marks_save(place->store, ana.id, false, "vcard:a", "ccdd2233", &place->err));
	assert_ok(place, change_commit(place->store, &place->err));
	assert_true(fingerprint(place) != before);
	assert_true(is_large(place));
	undo_as(place, "import");
	assert_false(is_large(place));
	assert_int_equal(fingerprint(place), before);
	contact_fini(&nia);
	contact_fini(&ana);
}

static void a_large_change_is_taken_back_by_its_ids(void **state)
{
	struct place *place = *state;

	fill(place);
	int64_t before = fingerprint(place);
	begin_large(place);
	change_row_is_new(place->store, true);
	run(place->store, INSERT_CONTACT
		"(NULL, 'n', 'Nia', 'nia');"
		"INSERT INTO tag SELECT id, 'new' FROM contact WHERE uid = 'n';" INSERT_CONVERSATION
		"(NULL, 19500, 1, 'imported');"
		"INSERT INTO participant(contact, day, conversation)"
		" SELECT 2, day, id FROM conversation WHERE summary = 'imported';"
		"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9001)"
		" INSERT INTO conversation(day, medium, summary) SELECT 19400, 1, '' FROM n;"
		"INSERT INTO circle(name) VALUES ('Abroad')");
	change_row_is_new(place->store, false);
	run(place->store, "UPDATE contact SET note = 'richer',"
			  " circle = (SELECT id FROM circle WHERE name = 'Abroad') WHERE id = 2;"
			  "INSERT INTO tag VALUES (2, 'new')");
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(number(place->store, "SELECT size_bytes < 400 FROM undo WHERE id = 2"), 1);

	undo_as(place, "import");
	assert_int_equal(fingerprint(place), before);
	assert_int_equal(number(place->store, "SELECT count(*) FROM circle"), 3);
	assert_int_equal(found_in(place->store, "log_text", "imported"), 0);
	assert_int_equal(redo_last(place->store, NULL, &place->err), STATUS_INVALID);
	assert_non_null(strstr(place->err.message, "\"import\" was too large"));
	undo_as(place, "fill");
}

static void a_large_change_rolled_back_leaves_the_next_one_whole(void **state)
{
	struct place *place = *state;

	begin_large(place);
	change_row_is_new(place->store, true);
	run(place->store, INSERT_CONTACT "(NULL, 'n', 'Nia', 'nia')");
	change_rollback(place->store);
	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	undo_as(place, "add Ana");
	redo(place, "add Ana");
	assert_int_equal(count(place, "contact"), 1);
}

/* A record may come from anybody: only rows of data are deleted by it. */
static void a_record_that_names_something_else_is_refused(void **state)
{
	static const char *const spans[] = { "setting 0 99;", "undo 0 99;", "sqlite_schema 0 99;" };
	struct place *place = *state;
	char sql[200];

	change(place, "add Ana", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	run(place->store, "INSERT INTO setting VALUES ('a', 'b')");
	int64_t settings = count(place, "setting");
	for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
		snprintf(sql, sizeof sql, "UPDATE undo SET new_rows = '%s'", spans[i]);
		run(place->store, sql);
		assert_int_equal(undo_last(place->store, NULL, &place->err), STATUS_DATABASE);
		assert_non_null(strstr(place->err.message, "is damaged"));
		assert_int_equal(count(place, "setting"), settings);
		assert_int_equal(count(place, "contact"), 1);
	}
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_change_is_taken_back_and_brought_again),
		TEST(undo_outlives_the_program),
		TEST(the_other_programs_change_can_be_taken_back),
		TEST(with_nothing_to_take_back_it_says_so),
		TEST(a_new_change_ends_what_could_be_brought_back),
		TEST(undo_counts_as_a_change),
		TEST(search_follows_undo),
		TEST(what_changed_since_is_left_alone),
		TEST(a_deleted_person_comes_back_with_everything),
		TEST(a_deleted_circle_comes_back_with_its_people),
		TEST(undo_touches_the_rhythms_of_those_concerned),
		TEST(the_trash_gives_back_what_was_deleted_long_before),
		TEST(a_restoration_can_be_taken_back),
		TEST(a_restoration_is_told_in_as_much_as_others),
		TEST(a_person_comes_back_though_those_around_have_changed),
		TEST(what_hangs_on_something_deleted_must_wait),
		TEST(the_trash_is_emptied_after_ninety_days),
		TEST(who_was_there_is_as_before_after_a_large_import),
		TEST(a_large_change_is_taken_back_by_its_ids),
		TEST(a_large_change_rolled_back_leaves_the_next_one_whole),
		TEST(a_record_that_names_something_else_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
