/* Two readings of a day become one, in any order. Not here: keeping it (store/test_seen.c). */
#include "../unit.h"
#include "filo/people/tally.h"

#include "filo/people/words/log_words.h"

#include <stdlib.h>
#include <string.h>

static bool is_same(const struct day_tally *a, const struct day_tally *b)
{
	return a->day == b->day && a->minute == b->minute && a->direction == b->direction &&
	       !memcmp(&a->tally, &b->tally, sizeof a->tally);
}

static void a_day_only_grows(void **state)
{
	struct day_tally day = { 5, 600, OPENED_BY_THEM, { 2, 7, 0 } };
	const struct day_tally earlier = { 5, 580, OPENED_BY_ME, { 1, 9, 0 } },
			       joined = { 5, 580, OPENED_BY_ME, { 2, 9, 0 } };
	assert_true(day_tally_merge(&day, &earlier));
	assert_true(is_same(&day, &joined));
	assert_false(day_tally_merge(&day, &earlier));
}

static void a_time_is_worth_more_than_a_day(void **state)
{
	struct day_tally day = { 5, -1, OPENED_BY_ME, { 1, 0, 0 } };
	const struct day_tally timed = { 6, 120, OPENED_BY_THEM, { 0, 1, 0 } };
	assert_true(day_tally_merge(&day, &timed));
	assert_int_equal(day.minute, 120);
	assert_int_equal(day.direction, OPENED_BY_THEM);
}

static void within_one_minute_mine_comes_first(void **state)
{
	struct day_tally day = { 5, 600, OPENED_BY_THEM, { 0, 1, 0 } };
	const struct day_tally mine = { 5, 600, OPENED_BY_ME, { 1, 0, 0 } };
	assert_true(day_tally_merge(&day, &mine));
	assert_int_equal(day.direction, OPENED_BY_ME);
}

static struct day_tally any_reading(void)
{
	return (struct day_tally){ rand() % 2, rand() % 4 - 1, rand() % DIRECTIONS,
		{ rand() % 3, rand() % 3, rand() % 3 } };
}

/* The same readings, in another order and some of them twice. */
static void the_order_of_readings_and_their_number_do_not_matter(void **state)
{
	enum { READINGS = 6 };
	srand(7);
	for (int round = 0; round < 2000; round++) {
		struct day_tally readings[READINGS], one = { 9, -1, OPENED_UNKNOWN, { 0, 0, 0 } },
						     other = one;
		for (int i = 0; i < READINGS; i++) {
			readings[i] = any_reading();
			day_tally_merge(&one, &readings[i]);
		}
		for (int i = 0; i < 40; i++)
			day_tally_merge(&other, &readings[rand() % READINGS]);
		for (int i = READINGS; i-- > 0;)
			day_tally_merge(&other, &readings[i]);
		assert_true(is_same(&one, &other));
	}
}

static void numbers_are_said_instead_of_words(void **state)
{
	static const struct {
		enum medium medium;
		struct tally tally;
		const char *said;
	} days[] = {
		{ MEDIUM_MESSAGE, { 6, 8, 0 }, "14 messages, you wrote 6" },
		{ MEDIUM_MESSAGE, { 0, 1, 0 }, "1 message, you wrote 0" },
		{ MEDIUM_EMAIL, { 1, 1, 0 }, "2 e-mails, you wrote 1" },
		{ MEDIUM_CALL, { 0, 0, 700 }, "call of 12 minutes" },
		{ MEDIUM_CALL, { 0, 0, 5 }, "call of 1 minute" },
		{ MEDIUM_IN_PERSON, { 0, 0, 9000 }, "in person, 2 h 30 min" },
		{ MEDIUM_MESSAGE, { 0, 0, 0 }, "message" },
	};
	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct conversation entry = {
			.precision = PRECISION_DAY, .medium = days[i].medium, .tally = days[i].tally
		};
		struct strbuf out = STRBUF_INIT;
		conversation_describe(&out, &entry, 0);
		assert_string_equal(out.data, days[i].said);
		strbuf_fini(&out);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_only_grows),
		cmocka_unit_test(a_time_is_worth_more_than_a_day),
		cmocka_unit_test(within_one_minute_mine_comes_first),
		cmocka_unit_test(numbers_are_said_instead_of_words),
		cmocka_unit_test(the_order_of_readings_and_their_number_do_not_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
