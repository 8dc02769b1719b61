/* Numbers and texts that columns must not hold: a check names them in every column, and what reads
 * them meanwhile is told no lie. Not here: whether rows fit together (test_check.c). */
#include "filo/base/error.h"
#include "filo/store/check.h"
#include "filo/store/circles.h"
#include "filo/store/followups.h"
#include "place.h"
#include "store/db/query.h"

struct told {
	char word[100];
	int lines, with_word;
};

static void note_told(void *context, const char *line)
{
	struct told *told = context;

	told->lines++;
	told->with_word += strstr(line, told->word) != NULL;
}

/* How many lines have the word in them. */
static int told_with(struct place *place, const char *word)
{
	struct told told = { .lines = 0 };
	int problems;

	snprintf(told.word, sizeof told.word, "%s", word);
	assert_ok(place, store_check(place->store, note_told, &told, &problems, &place->err));
	return told.with_word;
}

/* How many lines say "In the table TABLE, ... of COLUMN". */
static int told_of(struct place *place, const char *column)
{
	char word[100];

	snprintf(word, sizeof word, " of %s ", column);
	return told_with(place, word);
}

static int told_in_all(struct place *place)
{
	struct told told = { .word = "" };
	int problems;

	assert_ok(place, store_check(place->store, note_told, &told, &problems, &place->err));
	return told.lines;
}

/* A row in every table. */
static void fill_all(struct place *place)
{
	change(place, "fill",
		INSERT_CONTACT "(1, 'a', 'Ana', 'ana');" INSERT_CONVERSATION
			       "(1, 19000, 1, 'under the oak');" INSERT_PARTICIPANT "(1, 19000, 1);"
			       "INSERT INTO exchange VALUES (1, 0, 1);"
			       "INSERT INTO channel(contact, kind, value, value_key)"
			       " VALUES (1, 0, 'a@b.example', '');"
			       "INSERT INTO tag VALUES (1, 'choir');"
			       "INSERT INTO yearly_date(contact, kind, month, day)"
			       " VALUES (1, 0, 5, 6);"
			       "INSERT INTO relation(contact, kind, name) VALUES (1, 0, 'Bo');"
			       "INSERT INTO kept_property(contact, line) VALUES (1, 'X-A:b');"
			       "INSERT INTO import_mark VALUES (1, 's', 'm');"
			       "INSERT INTO event(contact, kind, day) VALUES (1, 0, 19000);"
			       "INSERT INTO absence(from_day, to_day) VALUES (19000, 19001);"
			       "INSERT INTO followup(contact, kind, text, made_on)"
			       " VALUES (1, 0, 'ring', 19000);"
			       "INSERT INTO seen(kind, key) VALUES ('mail', 'k');"
			       "INSERT INTO seen_day(seen, contact_day, source, medium, day,"
			       " minute, direction) VALUES (1, 19000, 's', 1, 19000, -1, 0);"
			       "INSERT INTO forgotten VALUES ('s', 'i');"
			       "INSERT INTO import_source(path, format, options)"
			       " VALUES ('p', 'f', 'o');"
			       "INSERT INTO draft VALUES ('f', 't', 0);"
			       "INSERT INTO queue_head VALUES (1, 1)");
}

/* Those of `type`, but what is compared with something, and what points at another row. */
#define COLUMNS_OF(type)                                                                           \
	"SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_info(t.name) AS c"        \
	" WHERE t.schema = 'main' AND t.type = 'table' AND c.type = '" type "'"                    \
	" AND t.name NOT IN ('rhythm', 'sqlite_schema') AND c.name NOT IN ('e_w', 'e_s')"          \
	" AND NOT (t.name = 'participant' AND c.name IN ('day', 'contact_day'))"                   \
	" AND NOT EXISTS (SELECT 1 FROM pragma_foreign_key_list(t.name) AS f"                      \
	" WHERE f.\"from\" = c.name)"

/* Sets `value` in the column, and back. */
static void assert_is_named(
	struct place *place, const char *table, const char *column, const char *value)
{
	char sql[200];

	snprintf(sql, sizeof sql, "SELECT quote(%s) FROM %s", column, table);
	struct query query = query_open_once(place->store, sql);
	char *was = query_text(&query);
	if (!was)
		fail_msg("%s has no row", table);
	snprintf(sql, sizeof sql, "UPDATE %s SET %s = %s", table, column, value);
	run(place->store, sql);
	if (!told_of(place, column))
		fail_msg("%s.%s is not named", table, column);
	snprintf(sql, sizeof sql, "UPDATE %s SET %s = %s", table, column, was);
	run(place->store, sql);
	free(was);
}

static void assert_each_is_named(struct place *place, const char *columns, const char *value)
{
	struct query query = query_open_once(place->store, columns);
	struct vector names = VECTOR_INIT(char *);

	while (query_next(&query))
		for (int i = 0; i < 2; i++)
			vector_push(&names, &(char *){ column_copy(&query, i) });
	assert_ok(place, query_close(&query, &place->err));
	assert_true(names.count > 40);
	/* So that nothing is put right. */
	place->store->is_read_only = true;
	run(place->store, "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON");
	for (size_t i = 0; i < names.count; i += 2)
		assert_is_named(place, *(char **)vector_at(&names, i),
			*(char **)vector_at(&names, i + 1), value);
	place->store->is_read_only = false;
	vector_fini_strings(&names);
}

static void every_column_of_numbers_is_named(void **state)
{
	struct place *place = *state;

	fill_all(place);
	run(place->store, "DELETE FROM circle WHERE id > 1");
	assert_int_equal(told_in_all(place), 0);
	assert_each_is_named(place, COLUMNS_OF("INTEGER"), "9223372036854775806");
}

static void every_column_of_text_is_named(void **state)
{
	struct place *place = *state;

	fill_all(place);
	run(place->store, "DELETE FROM circle WHERE id > 1");
	run(place->store, "DELETE FROM setting; INSERT INTO setting VALUES ('k', 'v')");
	assert_each_is_named(place, COLUMNS_OF("TEXT"), "CAST(x'41ff' AS TEXT)");
	assert_each_is_named(place, COLUMNS_OF("TEXT"), "CAST(x'410042' AS TEXT)");
}

static void what_only_counts_is_put_right(void **state)
{
	static const char *const damages[] = { "UPDATE contact SET version = -1",
		"UPDATE conversation SET version = 9223372036854775807",
		"UPDATE state SET change_count = 9223372036854775807",
		"UPDATE state SET undo_bytes = -9", "UPDATE state SET undo_bytes = undo_bytes + 1",
		"UPDATE state SET indexed_contact = -5", "UPDATE state SET indexed_followup = 0",
		"UPDATE state SET due_count = -1",
		"UPDATE undo SET id = 9223372036854775807 WHERE id = 1",
		"UPDATE undo SET size_bytes = 9223372036854775807",
		"UPDATE followup SET id = 9223372036854775807 WHERE id = 1",
		"UPDATE relation SET id = 9223372036854775807", "UPDATE channel SET id = -4",
		"UPDATE kept_property SET id = 9223372036854775807",
		"UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'contact'",
		"UPDATE contact SET name = CAST(x'416e61ff' AS TEXT) WHERE id = 1",
		"UPDATE conversation SET summary = CAST(x'ff' AS TEXT), body = CAST(x'fe' AS TEXT)",
		"UPDATE tag SET tag = CAST(x'61ff' AS TEXT)",
		"INSERT INTO tag SELECT contact, CAST(CAST(tag AS BLOB) || x'00' AS TEXT) FROM tag",
		"UPDATE tempo SET as_of = 9223372036854775807" };
	struct place *place = *state;

	fill_all(place);
	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		run(place->store, damages[i]);
		if (!told_in_all(place))
			fail_msg("nothing is told of %s", damages[i]);
		int left = told_in_all(place);
		if (left)
			fail_msg("%d left of %s", left, damages[i]);
		change(place, "more",
			INSERT_CONTACT "((SELECT max(id) + 1 FROM contact), hex(randomblob(8)),"
				       " 'Bo', 'bo');"
				       "UPDATE conversation SET version = version + 1;"
				       "INSERT INTO followup(contact, kind, text, made_on)"
				       " VALUES (1, 0, 'write', 19000)");
	}
	assert_int_equal(found_in(place->store, "contact_text", "anay"), 1);
	assert_int_equal(found_in(place->store, "detail_text", "ring"), 1);
}

static void rows_without_a_number_are_told_apart(void **state)
{
	struct place *place = *state;

	fill_all(place);
	run(place->store, "INSERT INTO seen_day SELECT seen, 19001, source, medium, day, minute,"
			  " direction, count_me, count_them, seconds FROM seen_day;"
			  "UPDATE seen_day SET direction = 99");
	assert_int_equal(told_with(place, "row 1/19000/s/1,"), 1);
	assert_int_equal(told_with(place, "row 1/19001/s/1,"), 1);
}

static void what_is_restored_by_no_number_is_out_of_range(void **state)
{
	struct place *place = *state;

	fill_all(place);
	run(place->store, "UPDATE undo SET restores = -5");
	place->store->is_read_only = true;
	assert_int_equal(told_with(place, "the value of restores is out of range"), 1);
	place->store->is_read_only = false;
}

static void no_row_is_passed_over(void **state)
{
	struct place *place = *state;

	change(place, "fill",
		"WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 150)"
		"INSERT INTO contact(uid, name, name_key, note) SELECT hex(i), 'Bo', 'bo',"
		" CAST(iif(i < 150, x'41ff', x'41') AS TEXT) FROM n;"
		"INSERT INTO channel(contact, kind, value, value_key) SELECT id, 0, 'a', ''"
		" FROM contact WHERE id < 4");
	run(place->store, "UPDATE channel SET id = id - 10;"
			  "UPDATE contact SET version = -1 WHERE id = 150");
	assert_int_equal(told_with(place, "The table contact has 50 more such values"), 1);
	assert_int_equal(told_in_all(place), 0);
	assert_int_equal(number(place->store, "SELECT count(*) FROM channel WHERE id > 0"), 3);
}

static void who_has_no_name_is_called_by_what_is_known(void **state)
{
	struct place *place = *state;

	change(place, "fill",
		INSERT_CONTACT "(1, 'a', 'Ana', 'ana'), (2, 'b', 'Bo', 'bo'), (3, 'c', 'Cid',"
			       " 'cid');"
			       "INSERT INTO channel(contact, kind, value, value_key)"
			       " VALUES (2, 0, 'b@b.example', '')");
	run(place->store, "UPDATE contact SET name = CAST(x'00' AS TEXT);"
			  "UPDATE circle SET name = '' WHERE id = 1;"
			  "UPDATE contact SET nickname = 'Anita' WHERE id = 1");
	assert_int_equal(told_with(place, "without a name were called"), 1);
	assert_int_equal(told_in_all(place), 0);
	struct query query = query_open(place->store,
		"SELECT group_concat(name) || (SELECT name FROM circle WHERE id = 1)"
		" FROM (SELECT name FROM contact ORDER BY id)");
	char *names = query_text(&query);
	assert_string_equal(names, "Anita,b@b.example,#3#1");
	free(names);
}

#define OTHERWISE(column) "CAST(CAST(" column " AS BLOB) || x'00' AS TEXT)"

/* Nothing is lost of it, and nothing is left to tell. */
static void what_would_be_two_of_a_kind_stays_two(void **state)
{
	static const struct {
		const char *table, *columns, *values;
	} doubles[] = {
		{ "contact", "uid, name, name_key", OTHERWISE("uid") ", name, name_key" },
		{ "conversation", "source, source_id, day, medium",
			"source, " OTHERWISE("source_id") ", day, medium" },
		{ "conversation", "source, source_id, day, medium",
			OTHERWISE("source") ", source_id, day, medium" },
		{ "import_mark", "contact, source, marks",
			"contact, " OTHERWISE("source") ", marks" },
		{ "draft", "form, text, saved_at", OTHERWISE("form") ", text, saved_at" },
		{ "setting", "key, value", OTHERWISE("key") ", value" },
		{ "seen", "kind, key", "kind, " OTHERWISE("key") },
		{ "seen", "kind, key", OTHERWISE("kind") ", key" },
		{ "seen_day", "seen, contact_day, source, medium, day, minute, direction",
			"seen, contact_day, " OTHERWISE(
				"source") ", medium, day, minute, direction" },
		{ "import_source", "path, format, options", OTHERWISE("path") ", format, options" },
	};
	struct place *place = *state;
	char sql[400];

	fill_all(place);
	run(place->store, "UPDATE conversation SET source = 's', source_id = 'i'");
	for (size_t i = 0; i < sizeof doubles / sizeof *doubles; i++) {
		snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", doubles[i].table);
		int64_t before = number(place->store, sql);
		snprintf(sql, sizeof sql, "INSERT INTO %s(%s) SELECT %s FROM %s LIMIT 1",
			doubles[i].table, doubles[i].columns, doubles[i].values, doubles[i].table);
		run(place->store, sql);
		snprintf(sql, sizeof sql, "In the table %s", doubles[i].table);
		assert_int_equal(told_with(place, sql), 1);
		if (told_with(place, sql))
			fail_msg("%s: told again", doubles[i].values);
		snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", doubles[i].table);
		assert_int_equal(number(place->store, sql), before + 1);
	}
}

static void no_circle_gets_the_name_of_another(void **state)
{
	struct place *place = *state;

	run(place->store, "DELETE FROM circle; INSERT INTO circle(id, name) VALUES (1, ''),"
			  " (2, '#1'), (3, 'Choir'), (4, CAST(x'63686f697200' AS TEXT)),"
			  " (5, 'Choir #6'), (6, 'choir')");
	assert_int_equal(told_with(place, "had the name of another"), 1);
	assert_int_equal(told_in_all(place), 0);
	struct query query = query_open(place->store,
		"SELECT group_concat(name) FROM (SELECT name FROM circle ORDER BY id)");
	char *names = query_text(&query);
	assert_string_equal(names, "#1 #1,#1,Choir,choir #4,Choir #6,choir #6 #6");
	free(names);
}

/* SQLite says that the disk is full, or names a kind of value. */
static void where_no_number_is_left_that_is_said(void **state)
{
	static const char *const damages[] = {
		"UPDATE circle SET id = 9223372036854775807",
		"UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'circle'",
		"UPDATE contact SET version = 9223372036854775807",
	};
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		run(place->store, "DELETE FROM circle; DELETE FROM sqlite_sequence"
				  " WHERE name = 'circle'; INSERT INTO circle(id, name)"
				  " VALUES (1, 'Choir')");
		run(place->store, damages[i]);
		assert_ok(place, change_begin(place->store, "x", &place->err));
		enum status status = database_script(place->store,
			"INSERT INTO circle(name) VALUES ('Boat');"
			"UPDATE contact SET version = version + 1",
			&place->err);
		change_rollback(place->store);
		assert_int_equal(status, STATUS_DATABASE);
		if (!strstr(place->err.message, "is so large that none comes after it") ||
			!strstr(place->err.message, "filo check"))
			fail_msg("%s: %s", damages[i], place->err.message);
	}
}

/* Wherever it is read. */
static void a_text_is_read_mended(void **state)
{
	struct place *place = *state;
	struct query query = query_open(place->store,
		"SELECT CAST(x'41ff42' AS TEXT), CAST(x'41004243' AS TEXT), 'plain words, ü'");

	assert_true(query_next(&query));
	assert_string_equal(column_text(&query, 0), "AÿB");
	assert_string_equal(column_text(&query, 1), "ABC");
	assert_string_equal(column_text(&query, 2), "plain words, ü");
	char *copy = column_copy(&query, 1);
	assert_string_equal(copy, "ABC");
	free(copy);
	assert_ok(place, query_close(&query, &place->err));
}

/* As in a file whose schema was changed and put back, or where a table begins at another's page. */
static void nothing_where_a_text_must_be_is_read_as_an_empty_one(void **state)
{
	struct place *place = *state;
	struct vector circles = VECTOR_INIT(struct circle);
	struct followup followup;
	struct contact contact;

	fill_all(place);
	run(place->store, "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET"
			  " sql = replace(sql, ' NOT NULL', '') WHERE type = 'table'"
			  " AND name IN ('contact', 'kept_property', 'followup', 'circle');"
			  "PRAGMA writable_schema = RESET; UPDATE contact SET name = NULL;"
			  "UPDATE kept_property SET line = NULL;"
			  "UPDATE followup SET text = NULL; UPDATE circle SET name = NULL");
	assert_ok(place, contact_load(place->store, 1, &contact, &place->err));
	assert_string_equal(contact.name, "");
	assert_string_equal(((struct kept_property *)vector_at(&contact.kept, 0))->line, "");
	contact_fini(&contact);
	assert_ok(place, followup_load(place->store, 1, &followup, &place->err));
	assert_string_equal(followup.text, "");
	followup_fini(&followup);
	assert_ok(place, circle_list(place->store, &circles, &place->err));
	assert_string_equal(((struct circle *)vector_at(&circles, 0))->name, "");
	struct circle *circle;
	VECTOR_EACH (circle, &circles)
		circle_fini(circle);
	vector_fini(&circles);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(every_column_of_numbers_is_named),
		TEST(every_column_of_text_is_named),
		TEST(what_only_counts_is_put_right),
		TEST(rows_without_a_number_are_told_apart),
		TEST(what_is_restored_by_no_number_is_out_of_range),
		TEST(no_row_is_passed_over),
		TEST(who_has_no_name_is_called_by_what_is_known),
		TEST(what_would_be_two_of_a_kind_stays_two),
		TEST(no_circle_gets_the_name_of_another),
		TEST(where_no_number_is_left_that_is_said),
		TEST(a_text_is_read_mended),
		TEST(nothing_where_a_text_must_be_is_read_as_an_empty_one),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
