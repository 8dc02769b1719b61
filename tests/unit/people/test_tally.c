/* Two readings of a day become one, in any order. Not here: keeping it (store/test_seen.c). */
#include "filo/people/tally.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

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
	(void)state;
	assert_true(day_tally_merge(&day, &earlier));
	assert_true(is_same(&day, &joined));
	assert_false(day_tally_merge(&day, &earlier));
}

static void a_time_is_worth_more_than_a_day(void **state)
{
	struct day_tally day = { 5, -1, OPENED_BY_ME, { 1, 0, 0 } };
	const struct day_tally timed = { 6, 120, OPENED_BY_THEM, { 0, 1, 0 } };
	(void)state;
	assert_true(day_tally_merge(&day, &timed));
	assert_int_equal(day.minute, 120);
	assert_int_equal(day.direction, OPENED_BY_THEM);
}

static void within_one_minute_mine_comes_first(void **state)
{
	struct day_tally day = { 5, 600, OPENED_BY_THEM, { 0, 1, 0 } };
	const struct day_tally mine = { 5, 600, OPENED_BY_ME, { 1, 0, 0 } };
	(void)state;
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
	(void)state;
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

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_day_only_grows),
		cmocka_unit_test(a_time_is_worth_more_than_a_day),
		cmocka_unit_test(within_one_minute_mine_comes_first),
		cmocka_unit_test(the_order_of_readings_and_their_number_do_not_matter),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
