/* What is said of a time carved out. Not here: whom it is for (store/test_slot.c). */
#include "../unit.h"
#include "filo/people/words/slot_words.h"

static struct strbuf said = STRBUF_INIT;

static void the_head_tells_the_time_and_who_is_left(void **state)
{
	static const struct {
		int length_min;
		size_t left;
		const char *words;
	} heads[] = { { 20, 3, "Your twenty minutes: 3 people" },
		{ 30, 1, "Your half hour: 1 person" }, { 60, 0, "Your hour: done" },
		{ 25, 2, "Your 25 minutes: 2 people" } };

	for (size_t i = 0; i < sizeof heads / sizeof *heads; i++) {
		strbuf_clear(&said);
		slot_words_head(&said, heads[i].length_min, heads[i].left);
		assert_string_equal(said.data, heads[i].words);
	}
}

static void the_end_tells_minutes_people_and_who_is_back(void **state)
{
	strbuf_clear(&said);
	slot_words_end(&said, 18, 3);
	slot_words_back(&said, "Jürgen", 3 * 365 + 10);
	assert_string_equal(said.data, "18 minutes, three people; Jürgen is back after 3 years");
	strbuf_clear(&said);
	slot_words_end(&said, 0, 1);
	assert_string_equal(said.data, "Less than a minute, one person");
	strbuf_clear(&said);
	slot_words_end(&said, 1, 12);
	assert_string_equal(said.data, "1 minute, 12 people");
}

static int free_said(void **state)
{
	strbuf_fini(&said);
	return 0;
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_tells_the_time_and_who_is_left),
		cmocka_unit_test(the_end_tells_minutes_people_and_who_is_back),
	};

	return cmocka_run_group_tests(tests, NULL, free_said);
}
