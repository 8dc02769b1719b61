/* Queries: what has failed stays failed, in them and in the change around them.
 * Not here: every change with failing allocations (test_memory.c). */
#include "filo/base/error.h"
#include "filo/store/change.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/draft.h"
#include "filo/store/settings.h"
#include "filo/store/watch.h"
#include "place.h"
#include "store/db/query.h"

static const char no_such_table[] = "SELECT 1 FROM nowhere WHERE id = ?1";

static void values_come_back_as_they_went_in(void **state)
{
	struct place *place = *state;
	struct query query = query_open(place->store, "SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7");

	bind_text(&query, 1, "Ana");
	bind_text(&query, 2, NULL);
	bind_number(&query, 3, INT64_MIN);
	bind_real(&query, 4, 0.5);
	bind_day(&query, 5, DAY_NONE);
	bind_id(&query, 6, 0);
	bind_number(&query, 7, 9);
	assert_true(query_next(&query));
	assert_string_equal(column_text(&query, 0), "Ana");
	assert_null(column_text(&query, 1));
	assert_true(column_number(&query, 2) == INT64_MIN);
	assert_true(column_real(&query, 3) == 0.5);
	assert_int_equal(column_day(&query, 4), DAY_NONE);
	assert_true(column_is_null(&query, 5));
	assert_int_equal(column_kind(&query, 6, 10), 9);
	assert_int_equal(column_kind(&query, 6, 9), 0);
	assert_false(query_next(&query));
	assert_ok(place, query_close(&query, &place->err));
}

static void numbers_come_back_in_range(void **state)
{
	struct place *place = *state;
	struct query query =
		query_open(place->store, "SELECT 9223372036854775807, -9223372036854775807, 1441");

	assert_true(query_next(&query));
	assert_int_equal(column_int(&query, 0), INT32_MAX);
	assert_int_equal(column_int(&query, 1), INT32_MIN);
	assert_int_equal(column_day(&query, 0), DAY_MOST);
	assert_int_equal(column_day(&query, 1), DAY_LEAST);
	assert_int_equal(column_between(&query, 2, -1, 1439), 1439);
	assert_int_equal(column_kind(&query, 1, 3), 0);
	assert_int_equal(column_medium(&query, 0), MEDIUM_NONE);
	assert_ok(place, query_close(&query, &place->err));
}

static void a_query_that_cannot_be_prepared_has_no_rows_and_says_so(void **state)
{
	struct place *place = *state;
	struct query query = query_open(place->store, no_such_table);

	bind_id(&query, 1, 1);
	assert_false(query_next(&query));
	assert_null(column_text(&query, 0));
	assert_int_equal(query_close(&query, &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "(SQLite 1)"));
}

/* Outside a change nothing remembers a failure: it is told at once. */
static void an_error_is_never_none(void **state)
{
	const struct contact_filter everybody = { .with_archived = true };
	struct place *place = *state;
	contact_id id;
	char *text;

	assert_int_equal(contact_version(place->store, 1), 0);
	assert_int_equal(contact_count(place->store, &everybody), 0);
	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_int_equal(contact_version(place->store, 1), 1);
	run(place->store, "PRAGMA foreign_keys = OFF; ALTER TABLE contact RENAME TO elsewhere;"
			  "DROP TABLE setting; DROP TABLE draft; DROP TABLE conversation");
	assert_int_equal(contact_by_uid(place->store, "a", &id, &place->err), STATUS_DATABASE);
	assert_int_equal(contact_version(place->store, 1), -1);
	assert_int_equal(contact_count(place->store, &everybody), -1);
	assert_int_equal(conversation_version(place->store, 1), -1);
	assert_int_equal(setting_get(place->store, "view", &text, &place->err), STATUS_DATABASE);
	assert_null(text);
	assert_int_equal(draft_load(place->store, "log", &text, &place->err), STATUS_DATABASE);
	assert_null(text);
}

static void what_fails_in_a_change_fails_the_change(void **state)
{
	struct place *place = *state;
	struct query query;
	contact_id id;

	assert_ok(place, change_begin(place->store, "two", &place->err));
	run(place->store, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	struct query already_open =
		query_open(place->store, "UPDATE contact SET name = 'Anne' WHERE id = 1");
	query = query_open(place->store, no_such_table);
	assert_int_equal(query_number(&query, 0), 0); /* looks like "none" */
	assert_int_equal(query_run(&already_open, &place->err), STATUS_DATABASE);
	assert_int_equal(contact_by_uid(place->store, "a", &id, &place->err), STATUS_DATABASE);
	assert_int_equal(change_commit(place->store, &place->err), STATUS_DATABASE);
	assert_non_null(strstr(place->err.message, "(SQLite 1)"));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
	/* The next change knows nothing of it. */
	change(place, "again", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, contact_by_uid(place->store, "a", &id, &place->err));
	assert_int_equal(id, 1);
}

static bool stop(void *context)
{
	(void)context;
	return false;
}

static void what_is_stopped_was_cancelled(void **state)
{
	struct place *place = *state;
	struct query query = query_open(place->store,
		"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)"
		" SELECT count(*) FROM n");

	store_watch(place->store, stop, NULL);
	assert_false(query_next(&query));
	assert_int_equal(query_close(&query, &place->err), STATUS_CANCELLED);
	store_watch(place->store, NULL, NULL);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(values_come_back_as_they_went_in),
		TEST(numbers_come_back_in_range),
		TEST(a_query_that_cannot_be_prepared_has_no_rows_and_says_so),
		TEST(an_error_is_never_none),
		TEST(what_fails_in_a_change_fails_the_change),
		TEST(what_is_stopped_was_cancelled),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
