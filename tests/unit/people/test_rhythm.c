/* The learned rhythm, against values computed by hand.
 * Not here: that the store keeps it in step with the log (store/test_rhythm_kept.c). */
#include "../unit.h"
#include "filo/people/rhythm.h"
#include "filo/people/score.h"

#include <math.h>

#define NEAR     5e-6
#define GAPS_MAX 20

static void assert_near(double got, double wanted)
{
	if (!(fabs(got - wanted) <= NEAR * fmax(1, fabs(wanted))))
		fail_msg("%.7f is not %.7f", got, wanted);
}

/* Contact days `gaps` apart, the first on day 0. */
static struct rhythm learned(const int *gaps, size_t count)
{
	struct rhythm rhythm = RHYTHM_EMPTY;
	day_number day = 0;

	rhythm_learn(&rhythm, day, 0, false);
	for (size_t i = 0; i < count; i++) {
		day += gaps[i];
		rhythm_learn(&rhythm, day, 0, false);
	}
	return rhythm;
}

/* The tempo of one who has only this contact, and others whose sums are given. */
static struct tempo tempo_of(const struct rhythm *own, double e_w, double e_s)
{
	struct tempo tempo = { .e_w = llround(e_w * 4294967296.0),
		.e_s = llround(e_s * 4294967296.0) };

	tempo_add(&tempo, own);
	return tempo;
}

/* For the third row: x = ln 5, ln 9, ln 7 = 1.609438, 2.197225, 1.945910.
 *   w = 0.9 (0.9 * 1 + 1) + 1 = 2.71
 *   s = 0.81 * 1.609438 + 0.9 * 2.197225 + 1.945910 = 5.227057
 *   m0 = 2.85 (no others), k = 1.25, kn = 3.96, m = (1.25 * 2.85 + 5.227057) / 3.96 = 2.219585
 *   an = 1.2 + 1.355 = 2.555
 *   bn = 6 + (10.229718 - 5.227057^2 / 2.71) / 2
 *          + 1.25 * 2.71 * (5.227057 / 2.71 - 2.85)^2 / (2 * 3.96) = 6.437036
 *   sg = 0.551329 * sqrt(6.437036 * 4.96 / (2.555 * 3.96)) = 0.979365
 *   end = 1 / (1 + exp(0.26 + 0.65 ln 4 + 0.17 ln 22 - 0.21 (m - 3))) = 0.135819 */
static const struct row {
	int gaps[GAPS_MAX];
	size_t count;
	int own, circle, a;
	double e_w, e_s;
	double m, sg, end, usual, p75, overdue, silent, rest;
} rows[] = {
	/* n = 0: nothing but the prior */
	{ { 0 }, 0, 0, 0, 0, 0, 0, 2.85, 1.653987, 0.427637, 17.287782, 106.387714, 0.105064,
		0.661134, 0.454998 },
	/* n = 1 */
	{ { 10 }, 1, 0, 0, 5, 0, 0, 2.606704, 1.253442, 0.231337, 13.554309, 53.718158, 0.327485,
		0.589959, 0.30916 },
	/* n = 3 */
	{ { 5, 9, 7 }, 3, 0, 0, 12, 0, 0, 2.219585, 0.979365, 0.135819, 9.203511, 26.991663,
		0.577518, 0.57018, 0.27114 },
	/* n = 20, all gaps equal */
	{ { 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7 }, 20, 0, 0, 7, 0, 0,
		2.058536, 0.62078, 0.036336, 7.83449, 15.495237, 0.482435, 0.201729, 0.067906 },
	/* a = 0: in touch today */
	{ { 5, 9, 7 }, 3, 0, 0, 0, 0, 0, 2.219585, 0.979365, 0.135819, 9.203511, 26.991663, 0.04861,
		0.346854, 0.141775 },
	/* a wish of 30 days pulls with weight 2, the circle's with weight 1 */
	{ { 5, 9, 7 }, 3, 30, 0, 12, 0, 0, 2.616099, 1.00345, 0.145892, 13.682249, 41.202629,
		0.4775, 0.541013, 0.246372 },
	{ { 5, 9, 7 }, 3, 0, 30, 12, 0, 0, 2.457813, 0.993872, 0.141799, 11.679246, 34.802632,
		0.517077, 0.557107, 0.254922 },
	/* others, who talk every e^2 days: the own term is taken out of the sums */
	{ { 5, 9, 7 }, 3, 0, 0, 12, 1.5, 3.0, 2.11897, 0.963433, 0.133358, 8.322557, 23.984533,
		0.604009, 0.562564, 0.279847 },
};

static void scores_are_those_computed_by_hand(void **state)
{
	for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
		const struct row *row = &rows[i];
		struct rhythm rhythm = learned(row->gaps, row->count);
		struct tempo tempo = tempo_of(&rhythm, row->e_w, row->e_s);
		struct score score;
		rhythm_score(&rhythm, &tempo, row->own, row->circle, row->a, &score);
		assert_int_equal(rhythm.n, row->count);
		assert_near(score.m, row->m);
		assert_near(score.sg, row->sg);
		assert_near(score.end, row->end);
		assert_near(score.usual, row->usual);
		assert_near(score_quantile(&score, 0.75), row->p75);
		assert_near(score.overdue, row->overdue);
		assert_near(score_silent(&score, score_horizon(&score)), row->silent);
		assert_near(score.rest, row->rest);
	}
}

static void an_own_wish_hides_the_circles(void **state)
{
	const int gaps[] = { 5, 9, 7 };
	struct rhythm rhythm = learned(gaps, 3);
	struct tempo tempo = tempo_of(&rhythm, 0, 0);
	struct score own, both;

	rhythm_score(&rhythm, &tempo, 30, 0, 12, &own);
	rhythm_score(&rhythm, &tempo, 30, 90, 12, &both);
	assert_true(own.m == both.m && own.sg == both.sg);
}

static void several_talks_of_a_day_and_older_ones_teach_nothing(void **state)
{
	struct rhythm rhythm = RHYTHM_EMPTY;

	rhythm_learn(&rhythm, 100, 0, false);
	rhythm_learn(&rhythm, 110, 0, false);
	struct rhythm before = rhythm;
	rhythm_learn(&rhythm, 110, 0, false);
	rhythm_learn(&rhythm, 90, 0, false);
	assert_memory_equal(&rhythm, &before, sizeof rhythm);
}

static void days_away_are_no_pause(void **state)
{
	const day_number days[] = { 0, 10, 30, 33 };
	const struct span away[] = { { 12, 21 }, { 31, 32 } };
	struct rhythm rhythm;

	rhythm_rebuild(&rhythm, days, 4, away, 2, NULL, 0);
	/* gaps 10, 20 - 10 and 3 - 2 */
	assert_int_equal(rhythm.n, 3);
	assert_int_equal(rhythm.max_gap, 10);
	assert_near(rhythm.s1, 2 * log(10) + log(1));
	assert_int_equal(rhythm_silence(33, 43, away, 2), 10);
	assert_int_equal(rhythm_silence(10, 25, away, 2), 5);
	assert_int_equal(rhythm_silence(10, 15, away, 2), 1);
}

static void a_gap_that_was_all_absence_only_moves_the_last_day(void **state)
{
	const day_number days[] = { 0, 10, 15 };
	const struct span away[] = { { 11, 15 } };
	struct rhythm rhythm;

	rhythm_rebuild(&rhythm, days, 3, away, 1, NULL, 0);
	assert_int_equal(rhythm.n, 2);
	rhythm_learn(&rhythm, 16, 1, false);
	assert_int_equal(rhythm.n, 2);
	assert_int_equal(rhythm.last_day, 16);
}

static void the_gap_that_ends_a_rest_is_not_learned(void **state)
{
	const day_number days[] = { 0, 10, 400, 410 };
	const struct span rest[] = { { 50, INT32_MAX } }, ended[] = { { 50, 90 } };
	struct rhythm rhythm;

	rhythm_rebuild(&rhythm, days, 3, NULL, 0, rest, 1);
	assert_int_equal(rhythm.n, 1);
	assert_int_equal(rhythm.last_day, 400);
	assert_int_equal(rhythm.contact_days, 3);
	rhythm_rebuild(&rhythm, days, 3, NULL, 0, ended, 1);
	assert_int_equal(rhythm.n, 2);
}

static void years_far_apart_and_leap_days_count_in_days(void **state)
{
	struct rhythm rhythm = RHYTHM_EMPTY;
	day_number first = date_to_day((struct civil_date){ 1700, 2, 28 });

	rhythm_learn(&rhythm, first, 0, false);
	rhythm_learn(&rhythm, date_to_day((struct civil_date){ 1700, 3, 1 }), 0, false);
	assert_int_equal(rhythm.max_gap, 1); /* 1700 was no leap year */
	rhythm_learn(&rhythm, date_to_day((struct civil_date){ 2000, 2, 28 }), 0, false);
	rhythm_learn(&rhythm, date_to_day((struct civil_date){ 2000, 3, 1 }), 0, false);
	assert_int_equal(rhythm.n, 3);
	rhythm_learn(&rhythm, date_to_day((struct civil_date){ 2200, 1, 1 }), 0, false);
	assert_int_equal(rhythm.max_gap, 109571); /* 1 March 1700 to 28 February 2000 */
	struct tempo tempo = tempo_of(&rhythm, 0, 0);
	struct score score;
	rhythm_score(&rhythm, &tempo, 0, 0, 200000, &score);
	assert_true(isfinite(score.usual) && score.overdue <= 1 && score.rest <= 1);
}

static void taking_out_what_was_put_in_leaves_the_same_bits(void **state)
{
	const int gaps[][3] = { { 5, 9, 7 }, { 1, 2, 300 }, { 40, 41, 43 } };
	struct tempo tempo = { 0, 0 };

	for (int i = 0; i < 3; i++) {
		struct rhythm rhythm = learned(gaps[i], 3);
		tempo_add(&tempo, &rhythm);
	}
	for (int i = 0; i < 3; i++) {
		struct rhythm rhythm = learned(gaps[i], 3);
		tempo_remove(&tempo, &rhythm);
	}
	assert_true(tempo.e_w == 0 && tempo.e_s == 0);
}

static void the_running_pause_is_at_least_as_long_as_it_has_lasted(void **state)
{
	const int gaps[] = { 5, 9, 7 };
	struct rhythm rhythm = learned(gaps, 3);
	struct tempo tempo = tempo_of(&rhythm, 0, 0);
	struct score score;

	for (int a = 0; a < 400; a += 40) {
		rhythm_score(&rhythm, &tempo, 0, 0, a, &score);
		assert_true(score_running_quantile(&score, 0.5) >= a);
		assert_true(
			score_running_quantile(&score, 0.8) >= score_running_quantile(&score, 0.5));
	}
}

static void a_cadence_is_proposed_from_three_gaps_on(void **state)
{
	const int gaps[] = { 5, 9, 7 };
	struct rhythm three = learned(gaps, 3), two = learned(gaps, 2);
	struct tempo tempo = tempo_of(&three, 0, 0);
	struct score score;

	rhythm_score(&three, &tempo, 0, 0, 0, &score);
	assert_int_equal(rhythm_proposed_cadence(&three, &score), 21); /* 26.99 rounded down */
	assert_int_equal(rhythm_proposed_cadence(&two, &score), 0);
}

static void a_tie_is_quiet_only_after_very_long(void **state)
{
	const int gaps[] = { 5, 9, 7 };
	struct rhythm rhythm = learned(gaps, 3);
	struct tempo tempo = tempo_of(&rhythm, 0, 0);
	struct score score;

	rhythm_score(&rhythm, &tempo, 0, 0, 60, &score);
	assert_false(score_is_quiet(&score));
	rhythm_score(&rhythm, &tempo, 0, 0, 300, &score);
	assert_true(score_is_quiet(&score));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(scores_are_those_computed_by_hand),
		cmocka_unit_test(an_own_wish_hides_the_circles),
		cmocka_unit_test(several_talks_of_a_day_and_older_ones_teach_nothing),
		cmocka_unit_test(days_away_are_no_pause),
		cmocka_unit_test(a_gap_that_was_all_absence_only_moves_the_last_day),
		cmocka_unit_test(the_gap_that_ends_a_rest_is_not_learned),
		cmocka_unit_test(years_far_apart_and_leap_days_count_in_days),
		cmocka_unit_test(taking_out_what_was_put_in_leaves_the_same_bits),
		cmocka_unit_test(the_running_pause_is_at_least_as_long_as_it_has_lasted),
		cmocka_unit_test(a_cadence_is_proposed_from_three_gaps_on),
		cmocka_unit_test(a_tie_is_quiet_only_after_very_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
