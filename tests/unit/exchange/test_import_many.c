/* A great many of one kind in one import: each is what it would be alone.
 * Not here: how long that takes (tests/bench). */
#include "../store/place.h"

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/exchange/import.h"
#include "filo/people/contact_state.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "filo/store/store.h"

#define MANY 300

/* Imports the text as a file; the caller frees nothing but the plan's counts are kept. */
static struct import_plan import_many_text(struct place *place, const char *text)
{
	char path[80];
	const char *files[] = { path };
	struct import_request request = { .files = files, .file_count = 1 };
	struct import_plan plan, counts;

	snprintf(path, sizeof path, "%s/many", place->folder);
	FILE *file = fopen(path, "w");
	assert_int_equal(fputs(text, file) >= 0, true);
	fclose(file);
	import_plan_init(&plan);
	assert_ok(place, import_plan_apply(place->store, &request, &plan, &place->err));
	counts = plan;
	import_plan_fini(&plan);
	return counts;
}

static void expect_entries(struct place *place, const char *text, int added, int unchanged)
{
	struct import_plan plan = import_many_text(place, text);

	assert_int_equal(plan.entries_added, added);
	assert_int_equal(plan.entries_unchanged, unchanged);
}

static void entries_of_one_day_are_each_known_again(void **state)
{
	struct strbuf log = STRBUF_INIT;

	strbuf_add(&log, "date,contact,direction,channel,summary,body\n");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&log, "2020-01-02,Ann,me,call,entry %d,%s\n", i % (MANY / 2),
			i < MANY / 2 ? "" : "with a body");
	expect_entries(*state, log.data, MANY, 0);
	strbuf_add(&log, "2020-01-02,Ann,me,call,entry 1,with another body\n"
			 "2020-01-02,Ann,them,call,entry 1,\n"
			 "2020-01-03,Ann,me,call,entry 1,\n");
	expect_entries(*state, log.data, 3, MANY);
	expect_entries(*state, log.data, 0, MANY + 3);
	strbuf_fini(&log);
}

static void expect_events(struct place *place, const char *uid, size_t count)
{
	struct vector events = VECTOR_INIT(struct event);
	contact_id id = contact_by_uid(place->store, uid);

	assert_ok(place, event_list(place->store, id, &events, &place->err));
	assert_int_equal(events.count, count);
	vector_fini(&events);
}

static void followups_and_events_are_each_known_again(void **state)
{
	struct strbuf json = STRBUF_INIT;

	strbuf_add(&json, "{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\"}],");
	strbuf_add(&json, "\"events\":[");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&json,
			"%s{\"contact\":\"a\",\"kind\":\"skip\",\"day\":\"20%02d-01-%02d\"}",
			i ? "," : "", i / 28, 1 + i % 28);
	strbuf_add(&json, "],\"followups\":[");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&json,
			"%s{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t%d\","
			"\"made_on\":\"2024-01-%02d\"}",
			i ? "," : "", i % 100, 1 + i / 100);
	size_t end = json.len;
	strbuf_add(&json, "]}");
	expect_entries(*state, json.data, MANY, 0);
	struct import_plan plan = import_many_text(*state, json.data);
	assert_int_equal(plan.entries_unchanged, MANY);
	assert_false(plan.entries_added);
	expect_events(*state, "a", MANY);
	strbuf_truncate(&json, end);
	strbuf_add(&json, ",{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t1\","
			  "\"made_on\":\"2025-01-01\"}]}");
	expect_entries(*state, json.data, 1, MANY);
	strbuf_fini(&json);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(entries_of_one_day_are_each_known_again),
		TEST(followups_and_events_are_each_known_again),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
