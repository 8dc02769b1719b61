/* Who is due, and in which order.
 * Not here: reading what is known of them (store/test_queue.c), the sentences (test_words.c). */
#include "filo/people/contact_state.h"
#include "filo/people/due.h"
#include "filo/people/score.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define TODAY 20780

/* Somebody with an even rhythm of 7 days, last in touch `a` days ago; nothing else is known. */
static struct due_facts even(contact_id id, int gaps, int a)
{
	struct due_facts facts = { .id = id,
		.rhythm = RHYTHM_EMPTY,
		.skipped_on = DAY_NONE,
		.yearly_on = DAY_NONE,
		.followup_due = DAY_NONE,
		.reply_since = DAY_NONE,
		.silence_days = a,
		.wait_days = a };

	for (int i = gaps; i >= 0; i--)
		rhythm_learn(&facts.rhythm, TODAY - a - 7 * i, 0, false);
	return facts;
}

static struct due judged(struct due_facts facts)
{
	struct tempo tempo = { 0, 0 };
	struct due due;

	tempo_add(&tempo, &facts.rhythm);
	due_judge(&facts, &tempo, TODAY, 0, &due);
	return due;
}

static void nobody_is_due_with_nothing_known(void **state)
{
	struct due_facts facts = even(1, 0, 0);

	(void)state;
	facts.rhythm = RHYTHM_EMPTY;
	facts.silence_days = facts.wait_days = -1;
	assert_int_equal(judged(facts).reason, DUE_NONE);
}

static void a_wish_holds_from_its_day_on(void **state)
{
	struct due_facts facts = even(1, 10, 29);

	(void)state;
	facts.own_wish_days = 30;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	facts = even(1, 10, 30);
	facts.own_wish_days = 30;
	assert_int_equal(judged(facts).reason, DUE_WISH);
	/* an own wish hides the circle's, also a shorter one */
	facts.circle_wish_days = 7;
	facts.own_wish_days = 60;
	assert_int_equal(judged(facts).reason, DUE_NONE);
}

static void a_rhythm_is_due_past_three_of_four_pauses(void **state)
{
	struct due_facts facts = even(1, 20, 0);
	struct tempo tempo = { 0, 0 };
	struct score score;

	(void)state;
	tempo_add(&tempo, &facts.rhythm);
	rhythm_score(&facts.rhythm, &tempo, 0, 0, 0, &score);
	int limit = (int)score_quantile(&score, 0.75) + 1;
	assert_int_equal(judged(even(1, 20, limit - 1)).reason, DUE_NONE);
	assert_int_equal(judged(even(1, 20, limit)).reason, DUE_RHYTHM);
	/* two gaps are too few */
	assert_int_equal(judged(even(1, 2, 100)).reason, DUE_NONE);
}

static void a_very_long_silence_is_quiet_and_not_due(void **state)
{
	struct due due = judged(even(1, 20, 400));

	(void)state;
	assert_int_equal(due.reason, DUE_NONE);
	assert_true(due.is_quiet);
	/* with a wish it is due, and never quiet */
	struct due_facts facts = even(1, 20, 400);
	facts.own_wish_days = 30;
	due = judged(facts);
	assert_int_equal(due.reason, DUE_WISH);
	assert_false(due.is_quiet);
}

static void who_was_met_once_is_new_for_a_while(void **state)
{
	static const struct {
		int a;
		enum due_reason reason;
	} days[] = { { 6, DUE_NONE }, { 7, DUE_NEW }, { 60, DUE_NEW }, { 61, DUE_NONE } };

	(void)state;
	for (size_t i = 0; i < sizeof days / sizeof *days; i++)
		assert_int_equal(judged(even(1, 0, days[i].a)).reason, days[i].reason);
}

static void a_message_waits_two_days_before_it_is_due(void **state)
{
	struct due_facts facts = even(1, 3, 1);

	(void)state;
	facts.reply_since = TODAY - 1;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	facts.reply_since = TODAY - 2;
	assert_int_equal(judged(facts).reason, DUE_REPLY);
	assert_int_equal(judged(facts).day, TODAY - 2);
}

static void an_open_follow_up_is_due_on_its_day(void **state)
{
	struct due_facts facts = even(1, 3, 1);

	(void)state;
	facts.followup_due = TODAY + 1;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	facts.followup_due = TODAY;
	assert_int_equal(judged(facts).reason, DUE_FOLLOWUP);
}

static void who_is_snoozed_resting_or_let_go_is_never_due(void **state)
{
	static const enum contact_state states[] = { STATE_SNOOZED, STATE_RESTING, STATE_ARCHIVED };

	(void)state;
	for (size_t i = 0; i < sizeof states / sizeof *states; i++) {
		struct due_facts facts = even(1, 10, 100);
		facts.own_wish_days = 1;
		facts.yearly_on = TODAY;
		facts.state = states[i];
		assert_int_equal(judged(facts).reason, DUE_NONE);
	}
}

static void a_skipped_round_begins_the_wait_anew(void **state)
{
	struct due_facts facts = even(1, 10, 50);

	(void)state;
	facts.own_wish_days = 30;
	facts.skipped_on = TODAY - 3;
	facts.wait_days = 3;
	assert_int_equal(judged(facts).reason, DUE_NONE);
}

static void reasons_come_in_their_order(void **state)
{
	struct due_facts date = even(1, 10, 5), followup = date, reply = date, wish = date;

	(void)state;
	date.yearly_on = TODAY + 2;
	followup.followup_due = TODAY;
	reply.reply_since = TODAY - 5;
	wish.own_wish_days = 3;
	const struct due order[] = { judged(date), judged(followup), judged(reply), judged(wish),
		judged(even(1, 20, 40)), judged(even(1, 0, 9)) };
	for (size_t i = 0; i + 1 < sizeof order / sizeof *order; i++) {
		assert_int_equal(order[i].reason, i);
		assert_true(due_compare(&order[i], &order[i + 1]) < 0);
		assert_true(due_compare(&order[i + 1], &order[i]) > 0);
	}
	date.yearly_on = TODAY + 1;
	struct due sooner = judged(date);
	assert_true(due_compare(&sooner, &order[0]) < 0);
}

static void wishes_are_ordered_by_who_would_stay_silent(void **state)
{
	struct due_facts long_ago = even(1, 10, 60), lately = even(2, 10, 12);

	(void)state;
	long_ago.own_wish_days = lately.own_wish_days = 10;
	struct due a = judged(long_ago), b = judged(lately);
	assert_true(a.silent > b.silent);
	assert_true(due_compare(&a, &b) < 0);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_is_due_with_nothing_known),
		cmocka_unit_test(a_wish_holds_from_its_day_on),
		cmocka_unit_test(a_rhythm_is_due_past_three_of_four_pauses),
		cmocka_unit_test(a_very_long_silence_is_quiet_and_not_due),
		cmocka_unit_test(who_was_met_once_is_new_for_a_while),
		cmocka_unit_test(a_message_waits_two_days_before_it_is_due),
		cmocka_unit_test(an_open_follow_up_is_due_on_its_day),
		cmocka_unit_test(who_is_snoozed_resting_or_let_go_is_never_due),
		cmocka_unit_test(a_skipped_round_begins_the_wait_anew),
		cmocka_unit_test(reasons_come_in_their_order),
		cmocka_unit_test(wishes_are_ordered_by_who_would_stay_silent),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
