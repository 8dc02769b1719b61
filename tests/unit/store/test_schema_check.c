/* A schema that is not ours is refused before it is trusted. Not here: the rows. */
#include "filo/base/error.h"
#include "filo/store/check.h"
#include "filo/store/draft.h"
#include "filo/store/search.h"
#include "older.h"

static void every_version_there_was_is_ours(void **state)
{
	struct place *place = *state;

	for (int count = 1; count <= schema_version_count; count++) {
		make_version(place, count, "");
		place_open(place);
		assert_int_equal(number(place->store, "PRAGMA user_version"), schema_version_count);
		place_close(place);
	}
}

static void pass_over(void *context, const char *line)
{
	(void)context, (void)line;
}

static bool is_found(struct place *place, const char *words)
{
	struct vector findings = VECTOR_INIT(struct finding);
	struct finding *finding;

	assert_ok(place, search_people(place->store, words, 10, &findings, &place->err));
	size_t count = findings.count;
	VECTOR_EACH (finding, &findings)
		finding_fini(finding);
	vector_fini(&findings);
	return count == 1;
}

/* The index has them as before, no more and no less: its check compares it with the rows. */
static void kept_lines_of_older_databases_are_found(void **state)
{
	struct place *place = *state;
	int found = 0;

	make_version(place, 7,
		"INSERT INTO contact(id, uid, name, name_key) VALUES (1, 'a', 'Ana', 'ana');"
		"INSERT INTO kept_property(contact, line) VALUES"
		" (1, 'X-CSV;X-COLUMN=\"Gusti\":carta\\Nnautica'), (1, 'X-HOBBY:falconeria')");
	place_open(place);
	assert_true(is_found(place, "falcon"));
	assert_true(is_found(place, "gusti"));
	assert_true(is_found(place, "nautica"));
	assert_false(is_found(place, "nnautica"));
	assert_ok(place, store_check(place->store, pass_over, NULL, &found, &place->err));
	assert_int_equal(found, 0);
	run(place->store, "DELETE FROM kept_property");
	assert_false(is_found(place, "falcon"));
	place_close(place);
}

static void names_of_older_databases_are_found_by_their_parts(void **state)
{
	static const char *const words[] = { "provel", "iris", "xaver", "dr", "msc", "mamma iris",
		"smithjones", "가람" };
	struct place *place = *state;
	int found = 0;

	make_version(place, 9,
		"INSERT INTO contact(id, uid, name, name_key, family, given, additional, prefix,"
		" suffix) VALUES (1, 'a', 'Mamma', 'mamma', 'Prøvelund', 'Iris', 'Xaveria', 'Dr.',"
		" 'MSc'), (2, 'b', 'Ines Smith-Jones', 'ines smith-jones', 'Smith-Jones', 'Ines',"
		" NULL, NULL, NULL), (3, 'c', '박가람', '박가람', NULL, NULL, NULL, NULL, NULL)");
	place_open(place);
	assert_int_equal(number(place->store, "PRAGMA user_version"), schema_version_count);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (!is_found(place, words[i]))
			fail_msg("%s finds nobody", words[i]);
	assert_ok(place, store_check(place->store, pass_over, NULL, &found, &place->err));
	assert_int_equal(found, 0);
	run(place->store, "UPDATE contact SET additional = NULL, suffix = 'Gräfin' WHERE id = 1");
	assert_false(is_found(place, "xaver"));
	assert_false(is_found(place, "msc"));
	assert_true(is_found(place, "grafin"));
	run(place->store, "DELETE FROM contact");
	assert_false(is_found(place, "iris"));
	assert_ok(place, store_check(place->store, pass_over, NULL, &found, &place->err));
	assert_int_equal(found, 0);
	place_close(place);
}

static void relations_of_older_databases_are_found_by_their_word(void **state)
{
	struct place *place = *state;
	int found = 0;

	make_version(place, 10,
		INSERT_CONTACT "(1, 'a', 'Ana', 'ana');"
			       "INSERT INTO relation(contact, kind, name) VALUES (1, 1, 'Bo')");
	place_open(place);
	assert_int_equal(number(place->store, "PRAGMA user_version"), schema_version_count);
	assert_true(is_found(place, "partner"));
	assert_ok(place, store_check(place->store, pass_over, NULL, &found, &place->err));
	assert_int_equal(found, 0);
	place_close(place);
}

#define WRITABLE "PRAGMA writable_schema = ON; "
#define SPY      "CREATE TRIGGER spy AFTER INSERT ON conversation BEGIN DELETE FROM contact; END"

static void what_filo_did_not_make_is_refused(void **state)
{
	static const struct {
		const char *sql, *name;
	} others[] = {
		{ SPY, "spy" },
		{ WRITABLE "INSERT INTO sqlite_schema VALUES"
			   " ('Trigger', 'spy', 'conversation', 0, '" SPY "')",
			"spy" },
		{ "DROP TRIGGER log_text_insert; CREATE TRIGGER log_text_insert AFTER INSERT ON "
		  "conversation BEGIN DELETE FROM contact; END",
			"log_text_insert" },
		{ "CREATE TABLE bookmark (url TEXT)", "bookmark" },
		{ "CREATE VIEW people AS SELECT * FROM contact", "people" },
		{ "DROP TABLE setting; CREATE VIEW setting AS SELECT 'a' AS key, 'b' AS value",
			"setting" },
		{ "DROP TABLE tag; CREATE TABLE tag (contact INTEGER, tag TEXT)", "tag" },
		{ "DROP TRIGGER log_text_delete", "log_text_delete" },
		{ "ALTER TABLE circle ADD COLUMN spy INT AS (abs(id))", "circle" },
	};
	struct place *place = *state;

	for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
		unlink(place->path);
		place_open(place);
		place_close(place);
		do_by_hand(place, others[i].sql);
		assert_int_equal(store_open(&place->store, place->path, TODAY, &place->err),
			STATUS_DATABASE);
		place->store = NULL;
		char named[40];
		snprintf(named, sizeof named, "\"%s\"", others[i].name);
		if (!strstr(place->err.message, named))
			fail_msg("%s: %s", others[i].sql, place->err.message);
	}
}

static void it_is_refused_where_nothing_can_be_written_too(void **state)
{
	struct place *place = *state;

	place_open(place);
	place_close(place);
	do_by_hand(place,
		"DROP TABLE tag; CREATE VIEW tag AS WITH RECURSIVE c(x) AS (SELECT 1 UNION "
		"ALL SELECT x + 1 FROM c) SELECT x AS contact, 't' AS tag FROM c");
	chmod(place->path, 0400);
	assert_int_equal(
		store_open(&place->store, place->path, TODAY, &place->err), STATUS_DATABASE);
	place->store = NULL;
	assert_non_null(strstr(place->err.message, "\"tag\""));
}

/* Made while it is open, and dropped again. Drafts are kept all the while, but where it is on them.
 */
static void what_is_made_meanwhile_is_refused_too(void **state)
{
	static const char *const tables[] = { "conversation", "draft", "setting" };
	struct place *place = *state;
	char sql[200];

	place_open(place);
	change(place, "add", "INSERT INTO contact(uid, name, name_key) VALUES ('u', 'Bo', 'bo')");
	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		snprintf(sql, sizeof sql,
			"CREATE TRIGGER evil AFTER INSERT ON %s BEGIN DELETE FROM contact; END",
			tables[i]);
		do_by_hand(place, sql);
		assert_int_equal(change_begin(place->store, "x", &place->err), STATUS_DATABASE);
		assert_non_null(strstr(place->err.message, "\"evil\": drop it first"));
		assert_int_equal(draft_save(place->store, "log", "words", &place->err),
			i ? STATUS_DATABASE : STATUS_OK);
		do_by_hand(place, "DROP TRIGGER evil");
		change(place, "edit", "UPDATE contact SET note = note || 'n'");
		assert_ok(place, draft_save(place->store, "log", "more", &place->err));
	}
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
}

static void what_sqlite_keeps_for_itself_is_no_fault(void **state)
{
	struct place *place = *state;

	place_open(place);
	place_close(place);
	do_by_hand(place, "ANALYZE");
	place_open(place);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup_empty, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(every_version_there_was_is_ours),
		TEST(kept_lines_of_older_databases_are_found),
		TEST(names_of_older_databases_are_found_by_their_parts),
		TEST(relations_of_older_databases_are_found_by_their_word),
		TEST(what_filo_did_not_make_is_refused),
		TEST(it_is_refused_where_nothing_can_be_written_too),
		TEST(what_is_made_meanwhile_is_refused_too),
		TEST(what_sqlite_keeps_for_itself_is_no_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
