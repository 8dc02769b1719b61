/* What changes did, row by row.
 * Not here: how commands print it (tests/cli/outcome.sh), taking changes back (test_undo.c). */
#include "place.h"

#include "filo/store/changed_rows.h"
#include "filo/store/undo.h"
#include "store/db/change.h"

#define PEOPLE                                                                                     \
	"INSERT INTO contact(uid, name, name_key) VALUES ('a', 'Ana', 'ana'), ('b', 'Bo', 'bo'),"  \
	" ('c', 'Cleo', 'cleo')"

/* "made entry 1 on 19990; people 1 2": of one change. */
static char *told(struct place *place, int64_t record, bool is_inverse)
{
	static const char *const hows[] = {
		[ROW_MADE] = "made", [ROW_CHANGED] = "changed", [ROW_REMOVED] = "removed"
	};
	struct changed_rows changed;
	const struct changed_row *row;
	const contact_id *id;
	struct strbuf out = STRBUF_INIT;
	char *label = NULL;

	changed_rows_init(&changed);
	assert_ok(place,
		changed_rows_add(place->store, record, is_inverse, &changed, &label, &place->err));
	VECTOR_EACH (row, &changed.rows) {
		strbuf_add_format(&out, "%s %s %d", hows[row->how], changed_kind_name(row->kind),
			(int)row->id);
		if (row->day != DAY_NONE)
			strbuf_add_format(&out, " on %d", row->day);
		strbuf_add(&out, "; ");
	}
	strbuf_add(&out, "people");
	VECTOR_EACH (id, &changed.people)
		strbuf_add_format(&out, " %d", (int)*id);
	changed_rows_fini(&changed);
	free(label);
	return strbuf_take(&out);
}

static void assert_told(struct place *place, bool is_inverse, const char *wanted)
{
	char *found = told(place, undo_latest_own(place->store), is_inverse);

	assert_string_equal(found, wanted);
	free(found);
}

static void what_hangs_on_a_person_is_a_part_of_them(void **state)
{
	struct place *place = *state;

	change(place, "add",
		PEOPLE "; INSERT INTO tag VALUES (1, 'choir');"
		       "INSERT INTO channel(contact, kind, value, value_key)"
		       " VALUES (1, 0, 'x', 'x')");
	assert_told(place, false, "made contact 1; made contact 2; made contact 3; people 1 2 3");
	assert_told(place, true,
		"removed contact 1; removed contact 2; removed contact 3; people 1 2 3");
	/* Of an update SQLite tells neither whose it is nor what stays. */
	change(place, "label", "UPDATE channel SET label = 'home' WHERE contact = 1");
	assert_told(place, false, "changed contact 1; people 1");
	change(place, "untag", "DELETE FROM tag WHERE contact = 1");
	assert_told(place, false, "changed contact 1; people 1");
}

static void rows_come_with_their_day_and_their_people(void **state)
{
	struct place *place = *state;

	change(place, "add", PEOPLE);
	change(place, "log",
		"INSERT INTO conversation(day, medium) VALUES (19990, 0);"
		"INSERT INTO participant(contact, day, conversation, is_mention)"
		" VALUES (1, 19990, 1, 0), (2, 19990, 1, 1);"
		"INSERT INTO followup(contact, kind, text, due, made_on)"
		" VALUES (3, 0, 'x', 20010, 20000)");
	assert_told(place, false, "made entry 1 on 19990; made followup 1 on 20010; people 1 3");
	change(place, "reword", "UPDATE conversation SET summary = 'y'");
	assert_told(place, false, "changed entry 1 on 19990; people 1");
	change(place, "done", "UPDATE followup SET done_on = 20000");
	assert_told(place, false, "changed followup 1 on 20010; people 3");
	change(place, "hand over", "UPDATE followup SET contact = 2");
	assert_told(place, false, "changed followup 1 on 20010; people 2 3");
	change(place, "delete", "DELETE FROM conversation");
	assert_told(place, false, "removed entry 1 on 19990; people 1");
	change(place, "rest", "INSERT INTO event(contact, kind, day) VALUES (1, 2, 20000)");
	assert_told(place, false, "made event 1; people 1");
	change(place, "away",
		"INSERT INTO absence(contact, from_day, to_day)"
		" VALUES (NULL, 20001, 20002)");
	assert_told(place, false, "made absence 1 on 20001; people");
}

/* Its new rows are known by their numbers; what no change can have brought is passed over. */
static void an_import_is_told_by_its_numbers(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "import", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	change_row_is_new(place->store, true);
	run(place->store, PEOPLE);
	change_row_is_new(place->store, false);
	assert_ok(place, change_commit(place->store, &place->err));
	assert_told(place, true,
		"removed contact 1; removed contact 2; removed contact 3; people 1 2 3");
	run(place->store, "UPDATE undo SET new_rows ="
			  " 'contact 1 9223372036854775807;contact 9 -9223372036854775807;"
			  "contact 2 2;undo 1 1;'");
	assert_told(place, false, "made contact 2; people 2");
}

static void of_no_record_nothing_is_told(void **state)
{
	struct place *place = *state;
	char *found = told(place, 17, false);

	assert_string_equal(found, "people");
	free(found);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(what_hangs_on_a_person_is_a_part_of_them),
		TEST(rows_come_with_their_day_and_their_people),
		TEST(an_import_is_told_by_its_numbers),
		TEST(of_no_record_nothing_is_told),
	};

	return cmocka_run_group_tests_name("changed rows", tests, NULL, NULL);
}
