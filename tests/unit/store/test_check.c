/* What a check finds and puts right. Not here: rhythms learned (test_rhythm.c). */
#include "filo/base/error.h"
#include "filo/people/conversation.h"
#include "filo/store/check.h"
#include "filo/store/conversations.h"
#include "filo/store/undo.h"
#include "place.h"

static void keep_line(void *context, const char *line)
{
	snprintf(context, 200, "%s", line);
}

/* Checks, expecting `problems` of which the last says `word`. */
static void check(struct place *place, int problems, const char *word)
{
	char last[200] = "";
	int found = -1;

	assert_ok(place, store_check(place->store, keep_line, last, &found, &place->err));
	if (found != problems || !strstr(last, word))
		fail_msg("%d problems, the last: %s", found, last);
}

static void keep_lines(void *context, const char *line)
{
	size_t len = strlen(context);

	snprintf((char *)context + len, 1000 - len, "%s\n", line);
}

/* Checks, expecting that some line says `word`. */
static void check_tells(struct place *place, const char *word)
{
	char lines[1000] = "";
	int found;

	assert_ok(place, store_check(place->store, keep_lines, lines, &found, &place->err));
	if (!strstr(lines, word))
		fail_msg("no \"%s\" in: %s", word, lines);
}

static void fill(struct place *place)
{
	change(place, "fill",
		INSERT_CONTACT
		"(1, 'a', 'Ana', 'ana');" INSERT_CONVERSATION
		"(1, 19000, 1, 'under the oak'), (2, 19001, 1, 'by letter');" INSERT_PARTICIPANT
		"(1, 19000, 1), (1, 19001, 2)");
}

static void a_sound_database_passes(void **state)
{
	struct place *place = *state;

	check(place, 0, "");
	fill(place);
	check(place, 0, "");
	change(place, "edit", "UPDATE conversation SET summary = 'under the elm' WHERE id = 1");
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	check(place, 0, "");
	change(place, "add", INSERT_CONTACT "(2, 'b', 'Bo', 'bo')");
}

/* Every column, whoever set it. */
static void what_was_learned_is_compared_with_the_log(void **state)
{
	static const char *const damages[] = { "first_day = 7", "last_day = 7", "n = 7",
		"contact_days = 7", "max_gap = 7", "short_gaps = 7", "w = 0.7", "s = 0.7",
		"q = 0.7", "s1 = 0.7", "reply_since = NULL", "reply_since = 7" };
	struct place *place = *state;
	struct conversation talk;
	char sql[80];

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	conversation_init(&talk);
	talk.day = place->store->today + 1; /* for today's: a day begins at 04:00 */
	talk.precision = PRECISION_TIME;
	talk.minute = 90;
	talk.awaits_reply = true;
	conversation_add_participant(&talk, 1, NULL, false);
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	assert_int_equal(number(place->store, "SELECT reply_since FROM rhythm"), talk.day);
	check(place, 0, "");
	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		snprintf(sql, sizeof sql, "UPDATE rhythm SET %s", damages[i]);
		run(place->store, sql);
		check(place, 1, "learned again");
		check(place, 0, "");
	}
	assert_int_equal(number(place->store, "SELECT reply_since FROM rhythm"), talk.day);
	conversation_fini(&talk);
}

static void words_missing_in_the_index_are_put_back(void **state)
{
	struct place *place = *state;

	fill(place);
	run(place->store, "INSERT INTO log_text(log_text) VALUES ('delete-all')");
	assert_int_equal(found_in(place->store, "log_text", "oak"), 0);
	check(place, 1, "rebuilt");
	assert_int_equal(found_in(place->store, "log_text", "oak"), 1);
	check(place, 0, "");
}

/* Its tables may be other ones than those that are known here. */
static void what_a_newer_one_has_migrated_meanwhile_is_not_mended(void **state)
{
	static const struct {
		const char *damage, *rests;
	} damages[] = {
		{ "DELETE FROM tempo", "SELECT count(*) = 0 FROM tempo" },
		{ "INSERT INTO contact_text(contact_text) VALUES ('delete-all')",
			"SELECT count(*) = 0 FROM contact_text('ana')" },
		{ "UPDATE contact SET name_key = 'x'", "SELECT name_key = 'x' FROM contact" },
	};
	struct place *place = *state;
	char line[200];
	int found;

	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		place_close(place);
		shell(place, "rm -f filo.db*");
		place_open(place);
		fill(place);
		run(place->store, damages[i].damage);
		run(place->store, "PRAGMA user_version = 999");
		assert_int_equal(store_check(place->store, keep_line, line, &found, &place->err),
			STATUS_DATABASE);
		assert_non_null(strstr(place->err.message, "was written by a newer filo"));
		assert_int_equal(number(place->store, damages[i].rests), 1);
	}
}

static void words_too_many_in_the_index_are_taken_out(void **state)
{
	struct place *place = *state;

	fill(place);
	run(place->store, "INSERT INTO contact_text(rowid, name) VALUES (77, 'nobody')");
	check(place, 1, "rebuilt");
	assert_int_equal(found_in(place->store, "contact_text", "nobody"), 0);
	assert_int_equal(found_in(place->store, "contact_text", "ana"), 1);
}

/* Words met twice, more words than are few, long ones, scripts of all kinds. */
static void an_index_of_many_words_passes(void **state)
{
	struct place *place = *state;

	fill(place);
	change(place, "much",
		"UPDATE conversation SET summary = 'oak Oak Öak öak',"
		" body = (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
		" WHERE i < 1000) SELECT group_concat('word' || i, ' ') FROM n) WHERE id = 1;"
		"UPDATE conversation SET summary = replace(hex(zeroblob(20000)), '0', 'a'),"
		" body = '李王 נועה 1990-05-06'"
		" WHERE id = 2");
	check(place, 0, "");
}

/* As another program would write that knows nothing of the index. */
static void every_damage_of_an_index_is_found(void **state)
{
	static const char *const damages[] = {
		"INSERT INTO log_text(rowid, summary) VALUES (99, 'oak')",
		"INSERT INTO log_text(log_text, rowid, summary) VALUES"
		" ('delete', ((19000 + 719162) << 40) + 1, 'oak')",
		"INSERT INTO log_text(log_text, rowid, summary) VALUES"
		" ('delete', ((19000 + 719162) << 40) + 1, 'under the oak');"
		"INSERT INTO log_text(rowid, summary) VALUES"
		" (((19000 + 719162) << 40) + 1, 'under the elm')",
		"DELETE FROM log_text_data WHERE id > 100",
		"UPDATE log_text_data SET block = zeroblob(length(block)) WHERE id > 100",
		"DELETE FROM contact_text_data WHERE id > 100",
		"INSERT INTO contact_text(contact_text) VALUES ('delete-all')",
	};
	struct place *place = *state;

	fill(place);
	for (size_t i = 0; i < sizeof damages / sizeof *damages; i++) {
		run(place->store, damages[i]);
		place_close(place);
		place_open(place);
		check(place, 1, "rebuilt");
		check(place, 0, "");
		assert_int_equal(found_in(place->store, "log_text", "oak"), 1);
		assert_int_equal(found_in(place->store, "contact_text", "ana"), 1);
	}
}

static void details_missing_in_the_index_are_put_back(void **state)
{
	struct place *place = *state;

	fill(place);
	change(place, "add",
		"INSERT INTO channel(contact, kind, value, value_key)"
		" VALUES (1, 1, '+39 340 657', '')");
	run(place->store, "INSERT INTO detail_text(detail_text) VALUES ('delete-all')");
	assert_int_equal(found_in(place->store, "detail_text", "40657"), 0);
	check(place, 1, "rebuilt");
	assert_int_equal(found_in(place->store, "detail_text", "40657"), 1);
	check(place, 0, "");
}

static void names_sorted_otherwise_are_put_right(void **state)
{
	struct place *place = *state;

	fill(place);
	run(place->store, "UPDATE contact SET name_key = 'åna'");
	check(place, 1, "order of names");
	assert_int_equal(number(place->store, "SELECT name_key = 'ana' FROM contact"), 1);
	check(place, 0, "");
}

static void rows_that_belong_to_nothing_are_named(void **state)
{
	struct place *place = *state;

	run(place->store, "PRAGMA foreign_keys = OFF; INSERT INTO tag VALUES (5, 'lost');"
			  "PRAGMA foreign_keys = ON");
	check(place, 1, "table tag");
}

static void days_that_differ_are_named(void **state)
{
	struct place *place = *state;

	fill(place);
	run(place->store, "UPDATE conversation SET contact_day = 18000 WHERE id = 2");
	check(place, 1, "entry 2");
}

static void who_took_part_in_nothing_is_named(void **state)
{
	static const char *const lost[][2] = {
		{ "INSERT INTO participant(contact, day, conversation) VALUES (1, 19000, 99)",
			"DELETE FROM participant WHERE conversation = 99" },
		{ "INSERT INTO participant(contact, day, conversation, contact_day) VALUES"
		  " (77, 19000, 1, (SELECT contact_day FROM conversation WHERE id = 1))",
			"DELETE FROM participant WHERE contact = 77" },
		{ "DELETE FROM conversation WHERE id = 2",
			"DELETE FROM participant WHERE conversation = 2" },
	};
	struct place *place = *state;

	fill(place);
	for (size_t i = 0; i < sizeof lost / sizeof *lost; i++) {
		run(place->store, "PRAGMA foreign_keys = OFF");
		run(place->store, lost[i][0]);
		check(place, 1, "table participant");
		run(place->store, lost[i][1]);
		run(place->store, "PRAGMA foreign_keys = ON");
		check(place, 0, "");
	}
}

static void days_of_who_took_part_are_compared(void **state)
{
	static const char *const wrong[] = {
		"UPDATE participant SET day = 19002 WHERE conversation = 2",
		"UPDATE participant SET contact_day = 5 WHERE conversation = 2",
		"UPDATE participant SET is_mention = 1, contact_day = 5 WHERE conversation = 2",
		"UPDATE conversation SET contact_day = 5 WHERE id = 2",
		"UPDATE conversation SET day = 5 WHERE id = 2",
	};
	struct place *place = *state;

	fill(place);
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		change(place, "wrong", wrong[i]);
		check_tells(place, "entry 2");
		assert_ok(place, undo_last(place->store, NULL, &place->err));
		check(place, 0, "");
	}
	change(place, "mention",
		"UPDATE conversation SET contact_day = day;"
		"UPDATE participant SET contact_day = day;"
		"UPDATE participant SET is_mention = 1, contact_day = NULL WHERE conversation = 2");
	check_tells(place, "learned");
	check(place, 0, "");
}

static void an_entry_of_nobody_is_named(void **state)
{
	struct place *place = *state;

	fill(place);
	run(place->store, "DELETE FROM participant WHERE conversation = 1");
	check(place, 1, "Entry 1");
}

static void a_read_only_database_is_only_looked_at(void **state)
{
	struct place *place = *state;

	fill(place);
	run(place->store, "INSERT INTO log_text(log_text) VALUES ('delete-all')");
	place_close(place);
	chmod(place->path, 0400);
	place_open(place);
	check(place, 1, "does not match");
	check(place, 1, "does not match");
}

static void what_no_number_may_be_is_named(void **state)
{
	static const char *const wrong[][2] = {
		{ "UPDATE channel SET kind = 77", "table channel, row 1, the value of kind" },
		{ "UPDATE channel SET kind = -1", "table channel, row 1, the value of kind" },
		{ "UPDATE conversation SET medium = 99 WHERE id = 2",
			"row 2, the value of medium" },
		{ "UPDATE conversation SET minute = 1440 WHERE id = 2", "the value of minute" },
		{ "UPDATE conversation SET feeling = 9 WHERE id = 1", "the value of feeling" },
		{ "UPDATE yearly_date SET month = 13", "table yearly_date, row 1" },
		{ "UPDATE exchange SET kind = 40", "table exchange, row 1" },
		{ "UPDATE event SET day = 99999999999", "table event, row 1" },
	};
	struct place *place = *state;

	fill(place);
	change(place, "more",
		"INSERT INTO channel(contact, kind, value, value_key) VALUES (1, 0, 'a@b', 'a@b');"
		"INSERT INTO yearly_date(contact, kind, month, day) VALUES (1, 0, 5, 6);"
		"INSERT INTO event(contact, kind, day) VALUES (1, 1, 19000);"
		"INSERT INTO exchange VALUES (1, 0, 0)");
	check(place, 0, "");
	for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
		change(place, "wrong", wrong[i][0]);
		check(place, 1, wrong[i][1]);
		assert_ok(place, undo_last(place->store, NULL, &place->err));
	}
}

static void a_row_that_all_rests_on_is_put_back(void **state)
{
	static const char *const tables[] = { "state", "tempo" };
	struct place *place = *state;
	char last[200] = "", sql[80];
	int problems;

	fill(place);
	for (size_t i = 0; i < 2; i++) {
		snprintf(sql, sizeof sql, "DELETE FROM %s", tables[i]);
		run(place->store, sql);
		assert_ok(
			place, store_check(place->store, keep_line, last, &problems, &place->err));
		assert_true(problems > 0);
		check(place, 0, "");
		snprintf(sql, sizeof sql, "SELECT count(*) FROM %s", tables[i]);
		assert_int_equal(number(place->store, sql), 1);
	}
	change(place, "add", INSERT_CONTACT "(NULL, 'zz', 'Zed', 'zed')");
	assert_int_equal(found_in(place->store, "contact_text", "zed"), 1);
	check(place, 0, "");
}

/* What is left of an index that the file has lost. */
static void damage(struct place *place)
{
	char zeros[4096] = "";
	int64_t page = number(
		place->store, "SELECT rootpage FROM sqlite_schema WHERE name = 'tag_by_name'");

	place_close(place);
	int fd = open(place->path, O_WRONLY);
	assert_int_equal(pwrite(fd, zeros, sizeof zeros, (page - 1) * 4096), sizeof zeros);
	close(fd);
	place_open(place);
}

static void in_a_damaged_file_nothing_is_mended(void **state)
{
	struct place *place = *state;
	int problems = 0;
	char last[200] = "";

	fill(place);
	run(place->store, "INSERT INTO log_text(log_text) VALUES ('delete-all');"
			  "UPDATE contact SET name_key = 'zzz'");
	damage(place);
	store_check(place->store, keep_line, last, &problems, &place->err);
	assert_true(problems > 0);
	assert_int_equal(found_in(place->store, "log_text", "oak"), 0);
	assert_int_equal(number(place->store, "SELECT name_key = 'zzz' FROM contact"), 1);
}

static void a_clock_put_back_is_no_fault(void **state)
{
	struct place *place = *state;

	change(place, "fill",
		INSERT_CONTACT
		"(1, 'a', 'Ana', 'ana');" INSERT_CONVERSATION
		"(1, 19000, 1, 'long ago'), (2, 20000, 1, 'today');" INSERT_PARTICIPANT
		"(1, 19000, 1), (1, 20000, 2)");
	check(place, 0, "");
	place_close(place);
	assert_ok(place, store_open(&place->store, place->path, TODAY - 30, &place->err));
	check(place, 0, "");
}

static void a_damaged_file_is_told(void **state)
{
	struct place *place = *state;

	fill(place);
	damage(place);
	int problems = 0;
	char last[200] = "";
	enum status status = store_check(place->store, keep_line, last, &problems, &place->err);
	assert_true(problems > 0 || status != STATUS_OK);
	assert_non_null(strstr(problems ? last : place->err.message, "damaged"));
}

static void an_index_that_is_not_its_tables_is_told(void **state)
{
	struct place *place = *state;
	char last[200] = "";
	int problems = 0;

	fill(place);
	place_close(place);
	mix_up_indexes(place, "filo.db");
	place_open(place);
	store_check(place->store, keep_line, last, &problems, &place->err);
	assert_in_range(problems, 1, 10);
	assert_non_null(strstr(last, "does not match its table: the file is damaged"));
}

static void expect_own_words(void *context, const char *line)
{
	static const char *const sqlite[] = { "row ", "Tree ", "Page ", "page ", "missing from",
		"wrong #", "btree", "disk image", "***" };

	snprintf(context, 200, "%s", line);
	assert_non_null(strstr(line, "filo restore"));
	for (size_t i = 0; i < sizeof sqlite / sizeof *sqlite; i++)
		if (strstr(line, sqlite[i]))
			fail_msg("%s", line);
}

static void damage_is_told_in_words_of_our_own(void **state)
{
	struct place *place = *state;
	char last[200] = "";
	int problems = 0;

	fill(place);
	change(place, "tags", "INSERT INTO tag VALUES (1, 'choir'), (1, 'sailing')");
	damage(place);
	store_check(place->store, expect_own_words, last, &problems, &place->err);
	assert_true(problems > 0);
	assert_string_not_equal(last, "");
}

static void while_another_program_writes_nothing_is_said_of_the_index(void **state)
{
	struct place *place = *state;
	sqlite3 *other;
	int problems = -1;

	fill(place);
	assert_int_equal(sqlite3_open(place->path, &other), SQLITE_OK);
	assert_int_equal(sqlite3_exec(other, "BEGIN IMMEDIATE", NULL, NULL, NULL), SQLITE_OK);
	sqlite3_busy_handler(place->store->db, NULL, NULL);
	assert_int_equal(store_check(place->store, say_nothing, NULL, &problems, &place->err),
		STATUS_DATABASE);
	assert_int_equal(problems, 0);
	assert_non_null(strstr(place->err.message, "Another program is writing"));
	sqlite3_close(other);
	check(place, 0, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_sound_database_passes),
		TEST(what_was_learned_is_compared_with_the_log),
		TEST(words_missing_in_the_index_are_put_back),
		TEST(what_a_newer_one_has_migrated_meanwhile_is_not_mended),
		TEST(words_too_many_in_the_index_are_taken_out),
		TEST(an_index_of_many_words_passes),
		TEST(every_damage_of_an_index_is_found),
		TEST(details_missing_in_the_index_are_put_back),
		TEST(names_sorted_otherwise_are_put_right),
		TEST(rows_that_belong_to_nothing_are_named),
		TEST(days_that_differ_are_named),
		TEST(who_took_part_in_nothing_is_named),
		TEST(days_of_who_took_part_are_compared),
		TEST(an_entry_of_nobody_is_named),
		TEST(a_read_only_database_is_only_looked_at),
		TEST(what_no_number_may_be_is_named),
		TEST(a_row_that_all_rests_on_is_put_back),
		TEST(in_a_damaged_file_nothing_is_mended),
		TEST(a_clock_put_back_is_no_fault),
		TEST(a_damaged_file_is_told),
		TEST(an_index_that_is_not_its_tables_is_told),
		TEST(damage_is_told_in_words_of_our_own),
		TEST(while_another_program_writes_nothing_is_said_of_the_index),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
