/* Drafts and settings. Not here: forms. */
#include "filo/base/process.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/store/draft.h"
#include "filo/store/settings.h"
#include "filo/store/undo.h"
#include "place.h"

static void check_draft(struct place *place, const char *form, const char *text)
{
	char *found;

	assert_ok(place, draft_load(place->store, form, &found, &place->err));
	if (text)
		assert_string_equal(found, text);
	else
		assert_null(found);
	free(found);
}

static void check_left(struct place *place, const char *form, const char *text)
{
	struct draft draft;

	assert_ok(place, draft_find_left(place->store, form, &draft, &place->err));
	assert_string_equal(draft.id ? draft.text : "", text);
	draft_fini(&draft);
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
	run(place->store, "UPDATE draft SET saved_at = saved_at - 60 WHERE form LIKE 'log:@%'");
	assert_ok(place, draft_list(place->store, &drafts, &place->err));
	assert_int_equal(drafts.count, 2);
	draft = vector_at(&drafts, 0);
	assert_string_equal(draft->form, "person");
	assert_string_equal(draft->text, "two");
	assert_int_equal(draft_day(draft), store_today(place->store));
	VECTOR_EACH (draft, &drafts)
		draft_fini(draft);
	vector_fini(&drafts);
}

/* A program that runs beside this one, until `ends` is closed. */
struct beside {
	pid_t child;
	int ends;
	char name[100];
};

static struct beside start_beside(void)
{
	struct beside beside = { .name = "" };
	struct strbuf name = STRBUF_INIT;
	int tells[2], ends[2];
	char byte;

	assert_int_equal(pipe(tells), 0);
	assert_int_equal(pipe(ends), 0);
	beside.child = fork();
	if (beside.child == 0) {
		process_name(&name);
		close(ends[1]);
		_exit(write(tells[1], name.data, name.len) < 0 || read(ends[0], &byte, 1) < 0);
	}
	assert_true(read(tells[0], beside.name, sizeof beside.name - 1) > 0);
	close(tells[0]), close(tells[1]), close(ends[0]);
	beside.ends = ends[1];
	return beside;
}

static void end_beside(const struct beside *beside)
{
	close(beside->ends);
	waitpid(beside->child, NULL, 0);
}

static void keep_as(struct place *place, const char *form, const char *name, const char *text)
{
	char sql[300];

	snprintf(sql, sizeof sql, "INSERT INTO draft VALUES ('%s:@%s', '%s', unixepoch() - 5)",
		form, name, text);
	run(place->store, sql);
}

static size_t count_listed(struct place *place)
{
	struct vector drafts = VECTOR_INIT(struct draft);
	struct draft *draft;

	assert_ok(place, draft_list(place->store, &drafts, &place->err));
	VECTOR_EACH (draft, &drafts)
		draft_fini(draft);
	size_t count = drafts.count;
	vector_fini(&drafts);
	return count;
}

static void a_draft_belongs_to_who_types_it(void **state)
{
	struct place *place = *state;
	struct beside beside = start_beside();

	keep_as(place, "log", beside.name, "theirs");
	check_draft(place, "log", NULL);
	assert_int_equal(count_listed(place), 0);
	assert_ok(place, draft_save(place->store, "log", "mine", &place->err));
	check_draft(place, "log", "mine");
	draft_drop(place->store, "log");
	assert_int_equal(number(place->store, "SELECT text = 'theirs' FROM draft"), 1);
	check_left(place, "log", "");
	/* Left behind, it is whose who asks, and comes to nobody unasked. */
	end_beside(&beside);
	assert_int_equal(count_listed(place), 1);
	check_draft(place, "log", NULL);
	check_left(place, "log", "theirs");
}

/* Two programs that were started at once offer the same one. */
static void what_another_program_took_is_not_taken_too(void **state)
{
	struct place *place = *state;
	struct beside beside = start_beside();

	keep_as(place, "log", beside.name, "theirs");
	int64_t id = number(place->store, "SELECT rowid FROM draft");
	assert_int_equal(draft_choose(place->store, id, &place->err), STATUS_NOT_FOUND);
	assert_ok(place, draft_throw_listed(place->store, id, &place->err));
	check_draft(place, "log", NULL);
	end_beside(&beside);
	assert_ok(place, draft_choose(place->store, id, &place->err));
	check_draft(place, "log", "theirs");
}

static void of_two_drafts_of_a_form_none_is_lost(void **state)
{
	struct place *place = *state;
	struct vector drafts = VECTOR_INIT(struct draft);
	struct draft *draft;

	run(place->store, "INSERT INTO draft VALUES ('log', 'of an older filo', 86400)");
	assert_ok(place, draft_save(place->store, "log", "mine", &place->err));
	check_draft(place, "log", "mine");
	assert_ok(place, draft_list(place->store, &drafts, &place->err));
	assert_int_equal(drafts.count, 2);
	draft = vector_at(&drafts, 1);
	assert_string_equal(draft->form, "log");
	assert_ok(place, draft_choose(place->store, draft->id, &place->err));
	VECTOR_EACH (draft, &drafts)
		draft_fini(draft);
	vector_fini(&drafts);
	check_draft(place, "log", "of an older filo");
	check_left(place, "log", "mine");
	draft_drop(place->store, "log");
	check_draft(place, "log", NULL);
	check_left(place, "log", "mine");
}

static void the_latest_draft_thrown_away_can_be_had_back(void **state)
{
	struct place *place = *state;

	assert_int_equal(draft_bring_back(place->store, NULL, &place->err), STATUS_NOT_FOUND);
	assert_ok(place, draft_save(place->store, "log", "first", &place->err));
	assert_ok(place, draft_throw(place->store, "log", &place->err));
	assert_ok(place, draft_throw(place->store, "log", &place->err));
	assert_int_equal(count_listed(place), 0);
	check_draft(place, "log", NULL);
	assert_ok(place, draft_save(place->store, "log", "second", &place->err));
	assert_ok(place, draft_bring_back(place->store, NULL, &place->err));
	check_draft(place, "log", "first");
	draft_drop(place->store, "log");
	check_left(place, "log", "second");
	assert_ok(place, draft_save(place->store, "person", "third", &place->err));
	assert_ok(place, draft_throw(place->store, "person", &place->err));
	assert_ok(place, draft_bring_back(place->store, NULL, &place->err));
	check_draft(place, "person", "third");
	check_draft(place, "log", NULL);
	assert_int_equal(draft_bring_back(place->store, NULL, &place->err), STATUS_NOT_FOUND);
}

static void drafts_are_no_part_of_undo(void **state)
{
	struct place *place = *state;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, draft_save(place->store, "log", "text", &place->err));
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	check_draft(place, "log", "text");
}

static void drafts_within_a_change_are_part_of_it(void **state)
{
	struct place *place = *state;

	assert_ok(place, draft_save(place->store, "log", "text", &place->err));
	assert_ok(place, change_begin(place->store, "add", &place->err));
	run(place->store, INSERT_CONTACT "(1, 'a', 'Ana', 'ana')");
	assert_ok(place, draft_save(place->store, "log", "more", &place->err));
	draft_drop(place->store, "log");
	assert_ok(place, setting_set(place->store, "view", "due", &place->err));
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM draft"), 0);
}

static void a_setting_is_kept_and_replaced(void **state)
{
	struct place *place = *state;

	char *value;

	assert_ok(place, setting_get(place->store, "view", &value, &place->err));
	assert_null(value);
	assert_ok(place, setting_set(place->store, "view", "due", &place->err));
	assert_ok(place, setting_set(place->store, "view", "people", &place->err));
	assert_ok(place, setting_get(place->store, "view", &value, &place->err));
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
		TEST(a_draft_belongs_to_who_types_it),
		TEST(what_another_program_took_is_not_taken_too),
		TEST(of_two_drafts_of_a_form_none_is_lost),
		TEST(the_latest_draft_thrown_away_can_be_had_back),
		TEST(drafts_are_no_part_of_undo),
		TEST(drafts_within_a_change_are_part_of_it),
		TEST(a_setting_is_kept_and_replaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
