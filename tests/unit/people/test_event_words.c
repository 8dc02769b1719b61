/* Another date for an event, as a person types it.
 * Not here: what it does to the queue (test_due.c). */
#include "../unit.h"
#include "filo/people/date.h"
#include "filo/people/words/event_words.h"

#define TODAY date_to_day((struct civil_date){ 2026, 11, 23 })

static void a_snooze_gets_another_end(void **state)
{
	struct event event = { .kind = EVENT_SNOOZE, .day = TODAY - 2, .until = TODAY + 7 };
	struct error err;

	assert_int_equal(event_read_date(&event, "2026-12-24", TODAY, &err), STATUS_OK);
	assert_int_equal(event.until, TODAY + 31);
	assert_int_equal(event.day, TODAY - 2);
	assert_int_equal(event_read_date(&event, "2026-11-21", TODAY, &err), STATUS_INVALID);
	assert_int_not_equal(event_read_date(&event, "", TODAY, &err), STATUS_OK);
	assert_int_equal(event.until, TODAY + 31);
}

static void a_rest_may_have_none(void **state)
{
	struct event event = { .kind = EVENT_REST, .day = TODAY, .until = TODAY + 7 };
	struct error err;

	assert_int_equal(event_read_date(&event, " ", TODAY, &err), STATUS_OK);
	assert_int_equal(event.until, DAY_NONE);
}

static void what_happened_was_not_tomorrow(void **state)
{
	struct event event = { .kind = EVENT_LET_GO, .day = TODAY, .until = DAY_NONE };
	struct error err;

	assert_int_equal(event_read_date(&event, "2026-11-20", TODAY, &err), STATUS_OK);
	assert_int_equal(event.day, TODAY - 3);
	assert_int_equal(event.until, DAY_NONE);
	assert_int_equal(event_read_date(&event, "2026-11-24", TODAY, &err), STATUS_INVALID);
	assert_int_equal(event.day, TODAY - 3);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_snooze_gets_another_end),
		cmocka_unit_test(a_rest_may_have_none),
		cmocka_unit_test(what_happened_was_not_tomorrow),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
