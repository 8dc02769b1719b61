/* Who is due, and in which order.
 * Not here: reading what is known of them (store/test_queue.c), the sentences (test_words.c). */
#include "../unit.h"
#include "filo/people/contact_state.h"
#include "filo/people/due.h"
#include "filo/people/score.h"

#define TODAY 20780

/* Somebody with an even rhythm of 7 days, last in touch `a` days ago; nothing else is known. */
static struct due_facts even(contact_id id, int gaps, int a)
{
	struct due_facts facts = { .id = id,
		.rhythm = RHYTHM_EMPTY,
		.skipped_on = DAY_NONE,
		.met_on = DAY_NONE,
		.added_on = DAY_NONE,
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

	facts.rhythm = RHYTHM_EMPTY;
	facts.silence_days = facts.wait_days = -1;
	assert_int_equal(judged(facts).reason, DUE_NONE);
}

static void a_wish_holds_from_its_day_on(void **state)
{
	struct due_facts facts = even(1, 10, 29);

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

	assert_int_equal(due.reason, DUE_NONE);
	assert_true(due.is_quiet);
	/* with a wish it is due, and never quiet */
	struct due_facts facts = even(1, 20, 400);
	facts.own_wish_days = 30;
	due = judged(facts);
	assert_int_equal(due.reason, DUE_WISH);
	assert_false(due.is_quiet);
}

static void who_was_met_lately_is_new_for_a_while(void **state)
{
	static const struct {
		int a, met_ago, added_ago;
		enum due_reason reason;
	} days[] = { { 6, 9, 9, DUE_NONE }, { 7, 9, 9, DUE_NEW }, { 60, 60, 60, DUE_NEW },
		{ 20, 61, 20, DUE_NONE }, /* an old friend, only now written down */
		{ 61, 61, 61, DUE_NONE }, { 20, -1, 30, DUE_NEW },
		{ 20, -1, 61, DUE_NONE },   /* here for long */
		{ 20, -1, -1, DUE_NONE } }; /* by import, without a day you met */

	for (size_t i = 0; i < sizeof days / sizeof *days; i++) {
		struct due_facts facts = even(1, 0, days[i].a);
		facts.met_on = days[i].met_ago < 0 ? DAY_NONE : TODAY - days[i].met_ago;
		facts.added_on = days[i].added_ago < 0 ? DAY_NONE : TODAY - days[i].added_ago;
		assert_int_equal(judged(facts).reason, days[i].reason);
		facts.circle_wish_days = 90; /* a wish says when: nobody is new then */
		assert_int_equal(judged(facts).reason, DUE_NONE);
	}
}

static void who_was_met_once_is_quiet_after_that(void **state)
{
	assert_false(judged(even(1, 0, 60)).is_quiet);
	assert_true(judged(even(1, 0, 61)).is_quiet);
	struct due_facts facts = even(1, 0, 61);
	facts.own_wish_days = 90;
	assert_false(judged(facts).is_quiet);
}

/* Nobody keeps the people of an imported address book by that alone. */
static void the_address_book_makes_nobody_due(void **state)
{
	struct due_facts facts = even(1, 0, 0);

	facts.rhythm = RHYTHM_EMPTY;
	facts.silence_days = facts.wait_days = -1;
	facts.yearly_on = TODAY;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	assert_false(judged(facts).is_kept);
	facts.is_remembered = true;
	assert_int_equal(judged(facts).reason, DUE_DATE);
	facts.is_remembered = false;
	facts.has_followup = true;
	assert_int_equal(judged(facts).reason, DUE_DATE);
	facts.has_followup = false;
	facts.is_in_circle = true;
	assert_int_equal(judged(facts).reason, DUE_DATE);
	assert_true(judged(facts).is_kept);
}

static void a_wish_without_a_talk_counts_from_its_day(void **state)
{
	struct due_facts facts = even(1, 0, 0);

	facts.rhythm = RHYTHM_EMPTY;
	facts.silence_days = -1;
	facts.wait_days = 13;
	facts.is_in_circle = true;
	facts.circle_wish_days = 14;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	facts.wait_days = 14;
	assert_int_equal(judged(facts).reason, DUE_WISH);
}

static void a_circle_is_a_ceiling_and_no_muzzle(void **state)
{
	struct due_facts facts = even(1, 20, 40);

	facts.is_in_circle = true;
	facts.circle_wish_days = 90;
	assert_int_equal(judged(facts).reason, DUE_RHYTHM);
	facts = even(1, 4, 40); /* four gaps are too few beside a circle's wish */
	facts.circle_wish_days = 90;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	facts = even(1, 20, 95);
	facts.circle_wish_days = 90;
	assert_int_equal(judged(facts).reason, DUE_WISH);
	facts = even(1, 20, 40);
	facts.own_wish_days = 90; /* the own wish is a wish to be left until then */
	assert_int_equal(judged(facts).reason, DUE_NONE);
}

static void of_the_dead_only_what_is_marked_is_told(void **state)
{
	struct due_facts facts = even(1, 20, 40);

	facts.is_dead = true;
	facts.own_wish_days = 3;
	facts.reply_since = TODAY - 9;
	facts.yearly_on = TODAY;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	assert_false(judged(facts).is_quiet);
	facts.is_yearly_marked = true;
	assert_int_equal(judged(facts).reason, DUE_DATE);
	facts.yearly_on = DAY_NONE;
	facts.followup_due = TODAY;
	assert_int_equal(judged(facts).reason, DUE_FOLLOWUP);
}

static void a_message_waits_two_days_before_it_is_due(void **state)
{
	struct due_facts facts = even(1, 3, 1);

	facts.reply_since = TODAY - 1;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	facts.reply_since = TODAY - 2;
	assert_int_equal(judged(facts).reason, DUE_REPLY);
	assert_int_equal(judged(facts).day, TODAY - 2);
}

static void an_open_follow_up_is_due_on_its_day(void **state)
{
	struct due_facts facts = even(1, 3, 1);

	facts.followup_due = TODAY + 1;
	assert_int_equal(judged(facts).reason, DUE_NONE);
	facts.followup_due = TODAY;
	assert_int_equal(judged(facts).reason, DUE_FOLLOWUP);
}

static void who_is_snoozed_resting_or_let_go_is_never_due(void **state)
{
	static const enum contact_state states[] = { STATE_SNOOZED, STATE_RESTING, STATE_ARCHIVED };

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

	facts.own_wish_days = 30;
	facts.skipped_on = TODAY - 3;
	facts.wait_days = 3;
	assert_int_equal(judged(facts).reason, DUE_NONE);
}

static void assert_in_order(const struct due *order, size_t count)
{
	for (size_t i = 0; i + 1 < count; i++) {
		assert_true(due_compare(&order[i], &order[i + 1]) < 0);
		assert_true(due_compare(&order[i + 1], &order[i]) > 0);
	}
}

static struct due_facts with_date(int ahead)
{
	struct due_facts facts = even(1, 10, 5);

	facts.yearly_on = TODAY + ahead;
	return facts;
}

static void reasons_come_in_their_order(void **state)
{
	struct due_facts followup = even(1, 10, 5), followup_before = followup, reply = followup,
			 reply_before = followup, wish = followup, met = even(1, 0, 9);

	followup.followup_due = TODAY;
	followup_before.followup_due = TODAY - 3;
	reply.reply_since = TODAY - 5;
	reply_before.reply_since = TODAY - 8;
	wish.own_wish_days = 3;
	met.met_on = TODAY - 9;
	const struct due order[] = { judged(with_date(0)), judged(with_date(-1)),
		judged(with_date(-4)), judged(followup_before), judged(followup),
		judged(reply_before), judged(reply), judged(wish), judged(even(1, 20, 40)),
		judged(met), judged(with_date(1)), judged(with_date(6)), judged(even(1, 10, 1)) };
	static const enum due_reason reasons[] = { DUE_DATE, DUE_DATE, DUE_DATE, DUE_FOLLOWUP,
		DUE_FOLLOWUP, DUE_REPLY, DUE_REPLY, DUE_WISH, DUE_RHYTHM, DUE_NEW, DUE_DATE,
		DUE_DATE, DUE_NONE };
	for (size_t i = 0; i < sizeof order / sizeof *order; i++)
		assert_int_equal(order[i].reason, reasons[i]);
	assert_in_order(order, sizeof order / sizeof *order);
}

static void a_date_ahead_hides_no_reason_of_today(void **state)
{
	struct due_facts facts = with_date(3);

	facts.own_wish_days = 3;
	assert_int_equal(judged(facts).reason, DUE_WISH);
	facts.yearly_on = TODAY;
	assert_int_equal(judged(facts).reason, DUE_DATE);
}

static void wishes_are_ordered_by_the_share_that_has_passed(void **state)
{
	struct due_facts close = even(1, 10, 12), far = even(2, 10, 95);

	close.own_wish_days = 3;
	far.own_wish_days = 90;
	const struct due order[] = { judged(close), judged(far) };
	assert_in_order(order, 2);
	/* of the same share, who would rather stay silent */
	struct due_facts seldom = even(3, 10, 12), often = even(4, 10, 12);
	seldom.own_wish_days = often.own_wish_days = 6;
	for (int i = 0; i < 20; i++)
		rhythm_learn(&often.rhythm, often.rhythm.last_day + 1, 0, false);
	struct due a = judged(seldom), b = judged(often);
	assert_float_equal(a.share, b.share, 1e-9);
	assert_int_equal(due_compare(&a, &b) < 0, a.silent > b.silent);
}

static void rhythms_are_ordered_by_how_long_a_pause_it_is_for_them(void **state)
{
	struct due weekly = judged(even(1, 20, 50)), lately = judged(even(2, 20, 20));

	assert_int_equal(weekly.reason, DUE_RHYTHM);
	assert_int_equal(lately.reason, DUE_RHYTHM);
	assert_true(due_compare(&weekly, &lately) < 0);
}

static void what_is_pinned_takes_no_place(void **state)
{
	struct due_facts facts = even(1, 10, 5);

	struct due today = judged(with_date(0)), ahead = judged(with_date(2));
	assert_true(due_is_pinned(&today) && !due_takes_place(&today));
	assert_false(due_is_pinned(&ahead) || due_takes_place(&ahead));
	facts.own_wish_days = 3;
	struct due wish = judged(facts);
	assert_true(!due_is_pinned(&wish) && due_takes_place(&wish));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(nobody_is_due_with_nothing_known),
		cmocka_unit_test(a_wish_holds_from_its_day_on),
		cmocka_unit_test(a_rhythm_is_due_past_three_of_four_pauses),
		cmocka_unit_test(a_very_long_silence_is_quiet_and_not_due),
		cmocka_unit_test(who_was_met_lately_is_new_for_a_while),
		cmocka_unit_test(who_was_met_once_is_quiet_after_that),
		cmocka_unit_test(the_address_book_makes_nobody_due),
		cmocka_unit_test(a_wish_without_a_talk_counts_from_its_day),
		cmocka_unit_test(a_circle_is_a_ceiling_and_no_muzzle),
		cmocka_unit_test(of_the_dead_only_what_is_marked_is_told),
		cmocka_unit_test(a_message_waits_two_days_before_it_is_due),
		cmocka_unit_test(an_open_follow_up_is_due_on_its_day),
		cmocka_unit_test(who_is_snoozed_resting_or_let_go_is_never_due),
		cmocka_unit_test(a_skipped_round_begins_the_wait_anew),
		cmocka_unit_test(reasons_come_in_their_order),
		cmocka_unit_test(a_date_ahead_hides_no_reason_of_today),
		cmocka_unit_test(wishes_are_ordered_by_the_share_that_has_passed),
		cmocka_unit_test(rhythms_are_ordered_by_how_long_a_pause_it_is_for_them),
		cmocka_unit_test(what_is_pinned_takes_no_place),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
