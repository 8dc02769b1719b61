/* Imports of histories: in whatever order and however often, they come to the same; undo takes them
 * back. Random messages, the same at every run.
 * Not here: the words of the report and readers (tests/cli/history.sh). */
#include "imports.h"

#include "filo/exchange/seen_adopt.h"
#include "filo/store/conversations.h"
#include "filo/store/import_sources.h"

#define DAYS   30
#define EVENTS 160

/* Whole lines, each a message. */
struct lines {
	char *line[EVENTS];
	size_t count;
};

static void add_people(struct place *place)
{
	add_with_email(place, "Ada Rossi", "ada@example.org");
	add_with_email(place, "Bruno Neri", "bruno@example.org");
}

/* Two contacts, two strangers, and a group of three. Mine fall on even minutes, theirs on odd ones:
 * within a minute it is the order in a file that counts. */
static void make_lines(struct lines *lines)
{
	static const char *const people[] = { "ada@example.org", "bruno@example.org",
		"carla@example.org", "dora" };

	lines->count = 0;
	for (int i = 0; i < EVENTS; i++) {
		bool is_mine = rand() % 2, is_call = rand() % 10 == 0, is_group = rand() % 6 == 0;
		int minute = (rand() % 1440) & ~1;
		char line[300];
		snprintf(line, sizeof line,
			"{\"when\":\"2024-05-%02dT%02d:%02d:00\",\"who\":\"%s\",\"by\":\"%s\"%s%s}"
			"\n",
			1 + rand() % DAYS, minute / 60, minute % 60 + !is_mine,
			people[rand() % (is_group ? 3 : 4)], is_mine ? "me" : "them",
			is_call && !is_group ? ",\"medium\":\"call\",\"seconds\":60" : "",
			is_group ? ",\"thread\":\"all\"" : "");
		lines->line[lines->count++] = memory_copy_string(line);
	}
}

static void free_lines(struct lines *lines)
{
	for (size_t i = 0; i < lines->count; i++)
		free(lines->line[i]);
}

/* About one of `of` lines; of 1, all. */
static char *some_lines(const struct lines *lines, int of)
{
	struct strbuf text = STRBUF_INIT;

	/* Without its members, the beginning of a group could be a talk between two. */
	strbuf_add(&text, "{\"filo\":\"messages 1\",\"source\":\"messages\"}\n"
			  "{\"thread\":\"all\",\"kind\":\"group\",\"members\":[\"ada@example.org\","
			  "\"bruno@example.org\",\"carla@example.org\"]}\n");
	for (size_t i = 0; i < lines->count; i++)
		if (rand() % of == 0)
			strbuf_add(&text, lines->line[i]);
	return strbuf_take(&text);
}

static void import_ok(struct place *place, const char *text)
{
	enum status status;
	struct import_plan plan = import_text(place, text, &status);

	assert_ok(place, status);
	import_plan_fini(&plan);
}

static char *text_of(struct place *place, const char *sql)
{
	sqlite3_stmt *stmt;

	assert_int_equal(sqlite3_prepare_v2(place->store->db, sql, -1, &stmt, NULL), SQLITE_OK);
	assert_int_equal(sqlite3_step(stmt), SQLITE_ROW);
	char *text = memory_copy_string((const char *)sqlite3_column_text(stmt, 0));
	sqlite3_finalize(stmt);
	return text ? text : memory_copy_string("");
}

/* What import_text wrote once more, with answers to who is who. */
static struct import_plan import_answered(
	struct place *place, const struct history_answer *answers, size_t count)
{
	char path[80];
	const char *files[] = { path };
	const struct import_request request = { .files = files,
		.file_count = 1,
		.history = { .answers = answers, .answer_count = count } };
	struct import_plan plan;

	snprintf(path, sizeof path, "%s/import", place->folder);
	import_plan_init(&plan);
	assert_ok(place, import_plan_apply(place->store, &request, &plan, &place->err));
	return plan;
}

/* The log, as far as an import makes it. */
static char *log_of(struct place *place)
{
	return text_of(place,
		"SELECT group_concat(line, char(10)) FROM (SELECT source_id || ' ' || day || ' ' ||"
		" minute || ' ' || direction || ' ' || ifnull(count_me, '-') || ' ' ||"
		" ifnull(count_them, '-') || ' ' || ifnull(seconds, '-') || ' ' ||"
		" (SELECT group_concat(contact) FROM (SELECT contact FROM participant"
		"  WHERE conversation = c.id ORDER BY contact)) AS line"
		" FROM conversation AS c ORDER BY source_id)");
}

/* What is set aside. */
static char *seen_of(struct place *place)
{
	return text_of(place,
		"SELECT group_concat(line, char(10)) FROM (SELECT key || ' ' || contact_day || ' '"
		" || d.source || ' ' || medium || ' ' || day || ' ' || minute || ' ' || direction"
		" || ' ' || ifnull(count_me, '-') || ' ' || ifnull(count_them, '-') AS line"
		" FROM seen_day AS d JOIN seen ON seen.id = d.seen ORDER BY line)");
}

static void empty_place(struct place *place)
{
	assert_int_equal(sqlite3_exec(place->store->db,
				 "DELETE FROM seen; DELETE FROM conversation", NULL, NULL, NULL),
		SQLITE_OK);
}

static void expect_log(struct place *place, const char *log, const char *seen)
{
	char *log_here = log_of(place), *seen_here = seen_of(place);

	assert_string_equal(log_here, log);
	assert_string_equal(seen_here, seen);
	free(log_here);
	free(seen_here);
}

static void parts_before_and_after_the_whole_change_nothing(void **state)
{
	struct place *place = *state;
	struct lines lines;

	srand(11);
	add_people(place);
	for (int round = 0; round < 12; round++) {
		make_lines(&lines);
		char *whole = some_lines(&lines, 1);
		empty_place(place);
		import_ok(place, whole);
		char *log = log_of(place), *seen = seen_of(place);
		assert_true(*log && *seen);
		for (int part = 0; part < 3; part++) {
			char *some = some_lines(&lines, 3);
			import_ok(place, some);
			free(some);
		}
		expect_log(place, log, seen);
		empty_place(place);
		for (int part = 0; part < 3; part++) {
			char *some = some_lines(&lines, 2);
			import_ok(place, some);
			free(some);
		}
		import_ok(place, whole);
		expect_log(place, log, seen);
		free(log);
		free(seen);
		free(whole);
		free_lines(&lines);
	}
}

static void a_file_that_is_cut_anywhere_is_read_to_there(void **state)
{
	struct place *place = *state;
	struct lines lines;

	srand(12);
	add_people(place);
	make_lines(&lines);
	char *whole = some_lines(&lines, 1);
	import_ok(place, whole);
	char *log = log_of(place), *seen = seen_of(place);
	empty_place(place);
	for (int i = 0; i < 20; i++) {
		enum status status;
		struct import_plan plan = import_bytes(
			place, whole, 60 + (size_t)rand() % (strlen(whole) - 60), NULL, &status);
		assert_ok(place, status);
		import_plan_fini(&plan);
	}
	import_ok(place, whole);
	expect_log(place, log, seen);
	free(log);
	free(seen);
	free(whole);
	free_lines(&lines);
}

static void one_undo_takes_an_import_back(void **state)
{
	struct place *place = *state;
	struct lines lines;

	srand(13);
	add_people(place);
	make_lines(&lines);
	char *whole = some_lines(&lines, 1), *some = some_lines(&lines, 2);
	char *nothing = export_text(place, EXPORT_JSON);
	import_ok(place, some);
	char *before = export_text(place, EXPORT_JSON);
	import_ok(place, whole);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	char *after = export_text(place, EXPORT_JSON);
	assert_string_equal(after, before);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	free(after);
	after = export_text(place, EXPORT_JSON);
	assert_string_equal(after, nothing);
	free(after);
	free(before);
	free(nothing);
	free(some);
	free(whole);
	free_lines(&lines);
}

static void who_is_adopted_and_forgotten_comes_back_the_same(void **state)
{
	struct place *place = *state;
	struct vector people = VECTOR_INIT(struct seen_person);
	struct seen_person *person;
	int64_t days, all = 0;
	struct source_forgotten forgotten;
	struct lines lines;

	srand(14);
	add_people(place);
	make_lines(&lines);
	char *whole = some_lines(&lines, 1);
	import_ok(place, whole);
	assert_ok(place, seen_list(place->store, false, &people, &place->err));
	assert_true(people.count >= 2);
	VECTOR_EACH (person, &people) {
		const struct seen_person *one = person;
		assert_ok(place, seen_adopt(place->store, &one, 1, 0, &days, &place->err));
		all += days;
		seen_person_fini(person);
	}
	vector_fini(&people);
	assert_true(all > 10);
	/* Groups name them, too, from now on. */
	import_ok(place, whole);
	char *log = log_of(place);
	import_ok(place, whole);
	expect_log(place, log, "");
	assert_ok(place, source_forget(place->store, "messages", NULL, &forgotten, &place->err));
	expect_number(place, 0, "SELECT count(*) FROM conversation");
	import_ok(place, whole);
	expect_log(place, log, "");
	free(log);
	free(whole);
	free_lines(&lines);
}

static void what_is_deleted_stays_deleted_and_what_is_saved_stays(void **state)
{
	struct place *place = *state;
	static const char text[] =
		"{\"when\":\"2024-05-01 10:00\",\"who\":\"ada@example.org\",\"by\":\"me\"}\n"
		"{\"when\":\"2024-05-02 10:00\",\"who\":\"ada@example.org\",\"by\":\"me\"}\n";
	static const char more[] =
		"{\"when\":\"2024-05-01 09:00\",\"who\":\"ada@example.org\",\"by\":\"them\"}\n"
		"{\"when\":\"2024-05-02 09:00\",\"who\":\"ada@example.org\",\"by\":\"them\"}\n";
	struct conversation entry;

	add_people(place);
	import_ok(place, text);
	conversation_id id =
		number(place->store, "SELECT id FROM conversation ORDER BY day LIMIT 1");
	assert_ok(place, conversation_delete(place->store, id, &place->err));
	id = number(place->store, "SELECT id FROM conversation");
	assert_ok(place, conversation_load(place->store, id, &entry, &place->err));
	memory_replace_string(&entry.summary, "my own words");
	assert_ok(place, conversation_update(place->store, &entry, &place->err));
	conversation_fini(&entry);
	import_ok(place, text);
	import_ok(place, more);
	expect_number(place, 1, "SELECT count(*) FROM conversation");
	/* Its numbers may grow, its beginning is mine. */
	expect_number(place, 600, "SELECT minute FROM conversation");
	expect_number(place, 1, "SELECT count_them FROM conversation");
	expect_number(place, 1, "SELECT summary = 'my own words' FROM conversation");
}

static void a_talk_in_the_log_is_not_added_again(void **state)
{
	struct place *place = *state;
	struct conversation talk;
	enum status status;

	contact_id ada = add_with_email(place, "Ada Rossi", "ada@example.org");
	conversation_init(&talk);
	talk.day = 19844; /* 2024-05-01 */
	talk.medium = MEDIUM_MESSAGE;
	conversation_add_participant(&talk, ada, NULL, false);
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	conversation_fini(&talk);
	struct import_plan plan = import_text(place,
		"{\"when\":\"2024-05-01 10:00\",\"who\":\"ada@example.org\",\"by\":\"me\"}\n",
		&status);
	assert_ok(place, status);
	assert_int_equal(plan.history.in_log, 1);
	assert_int_equal(plan.history.added, 0);
	import_plan_fini(&plan);
}

/* Four names that nobody has, as one answers about them; the key of a name is the name, folded. */
static void what_was_answered_holds_for_the_imports_that_follow(void **state)
{
	struct place *place = *state;
	struct strbuf text = STRBUF_INIT;
	static const char *const names[] = { "Mamma", "Marta", "Zorro", "Nino" };
	enum status status;

	contact_id ada = add_with_email(place, "Ada Rossi", "ada@example.org");
	for (size_t i = 0; i < sizeof names / sizeof *names * 2; i++)
		strbuf_add_format(&text,
			"{\"when\":\"2024-05-0%d 10:00\",\"who\":\"%s\",\"by\":\"me\"}\n"
			"{\"when\":\"2024-05-0%d 10:01\",\"who\":\"%s\",\"by\":\"them\"}\n",
			1 + (int)i % 2, names[i / 2], 1 + (int)i % 2, names[i / 2]);
	struct import_plan plan = import_text(place, text.data, &status);
	assert_ok(place, status);
	assert_int_equal(plan.history.unknown.count, 4);
	const struct history_unknown *mamma = vector_at(&plan.history.unknown, 0);
	assert_string_equal(mamma->key, "mamma");
	assert_int_equal(mamma->last - mamma->first, 1);
	import_plan_fini(&plan);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	expect_number(place, 0, "SELECT count(*) FROM seen");

	const struct history_answer answers[] = { { "messages", "mamma", .contact = ada },
		{ "messages", "marta", .is_new = true },
		{ "messages", "zorro", .is_ignored = true }, { "messages", "nino" },
		{ "messages", "nobody", .contact = ada } };
	plan = import_answered(place, answers, sizeof answers / sizeof *answers);
	assert_int_equal(plan.history.added, 4);
	assert_int_equal(plan.history.adopted, 1);
	assert_int_equal(plan.history.aside, 1);
	assert_int_equal(plan.history.aside_days, 2);
	import_plan_fini(&plan);
	expect_number(place, 1, "SELECT count(*) FROM contact WHERE name = 'Marta'");
	expect_number(place, 1, "SELECT is_ignored FROM seen WHERE key = 'zorro'");
	/* The same again, without answers. */
	plan = import_text(place, text.data, &status);
	assert_ok(place, status);
	assert_int_equal(plan.history.unchanged, 4);
	assert_int_equal(plan.history.unknown.count, 1);
	import_plan_fini(&plan);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	expect_number(place, 0, "SELECT count(*) FROM conversation");
	expect_number(place, 1, "SELECT count(*) FROM contact");
	strbuf_fini(&text);
}

/* One name in two sources: of one a contact is wanted, the other was said to stay. */
static void who_was_said_to_stay_is_not_adopted_with_a_namesake(void **state)
{
	struct place *place = *state;
	static const struct history_answer answers[] = {
		{ "messages", "marta bini", .is_new = true }, { "messages:irc", "marta bini" }
	};
	struct strbuf text = STRBUF_INIT;

	for (int i = 0; i < 2; i++) {
		strbuf_add_format(&text, "{\"filo\":\"messages 1\",\"source\":\"messages%s\"}\n",
			i ? ":irc" : "");
		for (int day = 1; day <= 2; day++)
			strbuf_add_format(&text,
				"{\"when\":\"2024-05-0%d 10:00\",\"who\":\"Marta "
				"Bini\",\"by\":\"me\"}\n"
				"{\"when\":\"2024-05-0%d 10:01\",\"who\":\"Marta Bini\","
				"\"by\":\"them\"}\n",
				day, day);
	}
	enum status status;
	struct import_plan plan = import_text(place, text.data, &status);
	assert_ok(place, status);
	assert_int_equal(plan.history.unknown.count, 2);
	import_plan_fini(&plan);
	assert_ok(place, undo_last(place->store, NULL, &place->err));

	plan = import_answered(place, answers, 2);
	assert_int_equal(plan.history.adopted, 1);
	assert_int_equal(plan.history.added, 2);
	assert_int_equal(plan.history.aside, 1);
	assert_int_equal(plan.history.aside_days, 2);
	assert_int_equal(plan.history.unknown.count, 1);
	import_plan_fini(&plan);
	strbuf_fini(&text);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	const struct CMUnitTest tests[] = {
		TEST(parts_before_and_after_the_whole_change_nothing),
		TEST(a_file_that_is_cut_anywhere_is_read_to_there),
		TEST(one_undo_takes_an_import_back),
		TEST(who_is_adopted_and_forgotten_comes_back_the_same),
		TEST(what_is_deleted_stays_deleted_and_what_is_saved_stays),
		TEST(a_talk_in_the_log_is_not_added_again),
		TEST(what_was_answered_holds_for_the_imports_that_follow),
		TEST(who_was_said_to_stay_is_not_adopted_with_a_namesake),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
