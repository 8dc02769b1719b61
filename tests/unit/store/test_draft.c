/* Drafts and settings. Not here: forms. */
#include "filo/base/vector.h"
#include "filo/store/draft.h"
#include "filo/store/settings.h"
#include "filo/store/undo.h"
#include "place.h"

static void check_draft(struct place *place, const char *form, const char *text)
{
	char *found = draft_load(place->store, form);

	if (text)
		assert_string_equal(found, text);
	else
		assert_null(found);
	free(found);
}

static void a_draft_is_found_again(void **state)
{
	struct place *place = *state;

	assert_ok(place, draft_save(place->store, "log", "who: Ana\nwhat: ", &place->err));
	place_close(place);
	place_open(place);
	check_draft(place, "log", "who: Ana\nwhat: ");
	check_draft(place, "person", NULL);
}

static void the_last_draft_of_a_form_counts(void **state)
{
	struct place *place = *state;

	assert_ok(place, draft_save(place->store, "log", "h", &place->err));
	assert_ok(place, draft_save(place->store, "log", "he", &place->err));
	check_draft(place, "log", "he");
	draft_drop(place->store, "log");
	check_draft(place, "log", NULL);
	draft_drop(place->store, "log");
}

static void drafts_are_listed_latest_first(void **state)
{
	struct place *place = *state;
	struct vector drafts = VECTOR_INIT(struct draft);
	struct draft *draft;

	assert_ok(place, draft_save(place->store, "log", "one", &place->err));
	assert_ok(place, draft_save(place->store, "person", "two", &place->err));
	run(place->store, "UPDATE draft SET saved_at = saved_at - 60 WHERE form = 'log'");
	assert_ok(place, draft_list(place->store, &drafts, &place->err));
	assert_int_equal(drafts.count, 2);
	draft = vector_at(&drafts, 0);
	assert_string_equal(draft->form, "person");
	assert_string_equal(draft->text, "two");
	assert_true(draft->saved_at > 1600000000);
	VECTOR_EACH (draft, &drafts)
		draft_fini(draft);
	vector_fini(&drafts);
}

static void drafts_are_no_part_of_undo(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, draft_save(place->store, "log", "text", &place->err));
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	check_draft(place, "log", "text");
}

static void a_setting_is_kept_and_replaced(void **state)
{
	struct place *place = *state;

	assert_null(setting_get(place->store, "view"));
	assert_ok(place, setting_set(place->store, "view", "due", &place->err));
	assert_ok(place, setting_set(place->store, "view", "people", &place->err));
	char *value = setting_get(place->store, "view");
	assert_string_equal(value, "people");
	free(value);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_draft_is_found_again),
		TEST(the_last_draft_of_a_form_counts),
		TEST(drafts_are_listed_latest_first),
		TEST(drafts_are_no_part_of_undo),
		TEST(a_setting_is_kept_and_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
