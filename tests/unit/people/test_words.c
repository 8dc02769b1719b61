/* The sentences, in English: whole, plural, and never a percentage.
 * Not here: who is due (test_due.c). */
#include "../unit.h"
#include "filo/people/words/duration.h"
#include "filo/people/words/words.h"
#include "filo/people/words/words_line.h"
#include "filo/people/words/words_pattern.h"

#include <string.h>

#define TODAY 20780

static void assert_why(const struct due *due, const struct words_facts *facts, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	words_why(&out, due, facts);
	assert_string_equal(out.data, wanted);
	assert_null(strchr(out.data, '%'));
	strbuf_fini(&out);
}

static struct words_facts giulia(int silence_days)
{
	return (struct words_facts){ .name = "Giulia Rossi",
		.given = "Giulia",
		.silence_days = silence_days,
		.today = TODAY };
}

static void a_wish_says_the_wish_and_the_practice(void **state)
{
	struct due due = { .reason = DUE_WISH, .score = { .usual = 12, .own = 9.2 } };
	struct words_facts facts = giulia(31);

	facts.wish_days = 30;
	assert_why(&due, &facts, "You wanted to hear from Giulia every 30 days; it is 31.");
	facts.n = 20;
	assert_why(&due, &facts,
		"You wanted to hear from Giulia every 30 days; it is 31. In practice it has been "
		"about 9 days.");
}

/* So many pauses, from the first of `gaps` on. */
static void set_gaps(struct words_facts *facts, const int *gaps, int count)
{
	facts->n = count;
	facts->gap_count = (size_t)count;
	facts->gaps = gaps;
}

static void a_rhythm_counts_the_pauses_that_were_shorter(void **state)
{
	static const int gaps[] = { 5, 9, 7, 40, 8 };
	struct due due = { .reason = DUE_RHYTHM, .score = { .usual = 12, .own = 9.2 } };
	struct words_facts facts = giulia(31);

	set_gaps(&facts, gaps, 5);
	facts.longest_gap = 40;
	assert_why(&due, &facts,
		"You two usually talk every 9 days; it is 4 weeks now, longer than 4 of your last "
		"5 pauses.");
	facts.silence_days = 41;
	assert_why(&due, &facts,
		"You two usually talk every 9 days; it is 6 weeks now, longer than any so far.");
	facts.silence_days = 70;
	assert_why(&due, &facts,
		"You two usually talk every 9 days; it is 2 months now, longer than any so far (6 "
		"weeks).");
	facts.silence_days = 0;
	assert_why(&due, &facts, "You two usually talk every 9 days; you were in touch today.");
}

static void little_is_said_of_few_pauses(void **state)
{
	static const int gaps[] = { 5, 9, 7 };
	struct due due = { .reason = DUE_NONE };
	struct words_facts facts = giulia(12);

	set_gaps(&facts, gaps, 3);
	assert_why(&due, &facts, "It has been 12 days; your pauses so far were 5, 9 and 7 days.");
	facts.n = 1;
	assert_why(&due, &facts, "Last contact: 12 days ago. Too early to know a rhythm.");
	facts.silence_days = -1;
	assert_why(&due, &facts, "No conversation yet.");
	facts.has_entries = true;
	assert_why(&due, &facts, "No contact on a day that is known yet.");
	facts.wish_days = 30;
	due.reason = DUE_WISH;
	assert_why(&due, &facts,
		"You wanted to hear from Giulia every 30 days; no contact on a day that is known "
		"yet.");
}

static void a_birthday_says_how_old(void **state)
{
	struct due due = { .reason = DUE_DATE, .day = TODAY + 2 };
	struct words_facts facts = giulia(5);

	facts.yearly = (struct yearly_date){ .kind = YEARLY_BIRTHDAY, .date = { 1986, 11, 25 } };
	assert_why(&due, &facts, "Birthday in 2 days, turns 40.");
	facts.yearly.date.year = 0;
	assert_why(&due, &facts, "Birthday in 2 days.");
	due.day = TODAY;
	assert_why(&due, &facts, "Birthday today.");
}

static void days_away_are_told(void **state)
{
	struct due due = { .reason = DUE_WISH };
	struct words_facts facts = giulia(31);

	facts.wish_days = 30;
	facts.absent_days = 8;
	assert_why(&due, &facts,
		"You wanted to hear from Giulia every 30 days; it is 31. 8 days away are not "
		"counted.");
	facts.absent_days = 2;
	assert_why(&due, &facts,
		"You wanted to hear from Giulia every 30 days; it is 31. 2 days away are not "
		"counted.");
}

static void assert_reason(
	enum due_reason reason, const struct words_facts *facts, const char *wanted, bool in_words)
{
	const struct due due = { .reason = reason };
	char out[64];

	words_reason(out, sizeof out, &due, facts, in_words);
	assert_string_equal(out, wanted);
}

static void the_last_contact_is_told_by_the_calendar(void **state)
{
	static const int gaps[] = { 5, 9, 7, 1, 1 };
	struct due due = { .reason = DUE_NONE, .score = { .usual = 12, .own = 9.2 } };
	struct words_facts facts = giulia(0);

	set_gaps(&facts, gaps, 3);
	assert_why(&due, &facts, "Last contact: today; your pauses so far were 5, 9 and 7 days.");
	facts.absent_days = 1;
	assert_why(&due, &facts,
		"Last contact: yesterday; your pauses so far were 5, 9 and 7 days. 1 day away is "
		"not counted.");
	set_gaps(&facts, gaps, 5);
	facts.longest_gap = 9;
	assert_why(&due, &facts,
		"You two usually talk every 9 days; you were in touch yesterday. 1 day away is not "
		"counted.");
	facts.silence_days = 7;
	assert_why(&due, &facts,
		"You two usually talk every 9 days; it is 7 days now, longer than 3 of your last 5 "
		"pauses. 1 day away is not counted.");
	facts.n = 1;
	assert_why(&due, &facts, "Last contact: 8 days ago. Too early to know a rhythm.");
	due.is_quiet = true;
	facts.n = 3;
	facts.silence_days = 400;
	facts.absent_days = 25;
	assert_why(&due, &facts, "Quiet for 14 months.");
}

static void who_was_met_before_the_first_talk_was_spoken_to_since(void **state)
{
	const struct due due = { .reason = DUE_NEW };
	struct words_facts facts = giulia(9);

	facts.met = "sailing";
	facts.met_on = TODAY - 9;
	assert_why(&due, &facts, "Met 9 days ago (sailing), not spoken since.");
	facts.met_on = TODAY - 12;
	assert_why(&due, &facts, "First contact 9 days ago, not spoken since.");
	facts.absent_days = 3;
	assert_why(&due, &facts, "Met 12 days ago (sailing), not spoken since.");
}

static void a_label_counts_the_days_of_the_calendar(void **state)
{
	struct words_facts facts = giulia(7);

	facts.absent_days = 1;
	assert_reason(DUE_NONE, &facts, "8 days", true);
	assert_reason(DUE_RHYTHM, &facts, "quiet, 8 days", true);
	assert_reason(DUE_WISH, &facts, "a wish, 8 days", true);
	assert_reason(DUE_NEW, &facts, "8d new", false);
	facts.silence_days = -1;
	facts.absent_days = 0;
	assert_reason(DUE_NONE, &facts, "", true);
}

static void no_label_is_a_bare_number(void **state)
{
	const struct due due = { .reason = DUE_DATE, .day = TODAY + 2 };
	struct words_facts facts = giulia(5);
	char out[64];

	facts.yearly.kind = YEARLY_BIRTHDAY;
	words_reason(out, sizeof out, &due, &facts, false);
	assert_string_equal(out, "bday in 2d");
}

static void a_quiet_tie_tells_of_an_earlier_return(void **state)
{
	struct due due = { .reason = DUE_NONE, .is_quiet = true };
	struct words_facts facts = giulia(425);

	facts.n = 4;
	assert_why(&due, &facts, "Quiet for 14 months.");
	facts.n = 0;
	assert_why(&due, &facts, "Met once, in 2025.");
	facts.n = 4;
	facts.longest_return = 335;
	assert_why(&due, &facts, "Quiet for 14 months. You came back from 11 months once before.");
}

static void who_opens_is_said_only_when_it_is_plain(void **state)
{
	static const struct {
		int me, them, unknown;
		const char *wanted;
	} openings[] = { { 2, 2, 0, "" }, { 4, 0, 0, "" }, { 6, 5, 0, "" },
		{ 20, 1, 0, "You are mostly the one who starts; Giulia answers." },
		{ 1, 20, 0, "Mostly it is Giulia who starts; you answer." }, { 20, 1, 30, "" } };

	for (size_t i = 0; i < sizeof openings / sizeof *openings; i++) {
		struct strbuf out = STRBUF_INIT;
		words_opener(&out, openings[i].me, openings[i].them, openings[i].unknown, "Giulia");
		assert_string_equal(out.data, openings[i].wanted);
		strbuf_fini(&out);
	}
}

static void durations_are_exact_then_weeks_then_months_then_years(void **state)
{
	static const struct {
		int days;
		const char *words, *narrow, *column;
	} durations[] = { { 0, "0 days", "0d", "today" }, { 1, "1 day", "1d", "1 day" },
		{ 13, "13 days", "13d", "13 days" }, { 14, "2 weeks", "14d", "14 days" },
		{ 59, "8 weeks", "59d", "59 days" }, { 99, "3 months", "99d", "99 days" },
		{ 100, "3 months", "3mo", "3 months" }, { 150, "5 months", "5mo", "5 months" },
		{ 425, "14 months", "14mo", "14 months" }, { 730, "2 years", "2y", "2 years" } };
	char out[64];

	for (size_t i = 0; i < sizeof durations / sizeof *durations; i++) {
		when_duration(durations[i].days, out, sizeof out);
		assert_string_equal(out, durations[i].words);
		when_duration_narrow(durations[i].days, false, out, sizeof out);
		assert_string_equal(out, durations[i].narrow);
		when_duration_narrow(durations[i].days, true, out, sizeof out);
		assert_string_equal(out, durations[i].column);
		assert_true(strlen(out) <= DURATION_COLS);
	}
}

static void assert_line(const struct words_line *line, const struct words_facts *facts,
	double usual_days, const char *wanted)
{
	const struct score score = { .usual = 40, .own = usual_days };
	struct strbuf out = STRBUF_INIT;

	words_line(&out, line, facts, &score, " - ");
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void the_line_of_a_person_says_what_is_known(void **state)
{
	struct words_line line = { .until = DAY_NONE, .last_day = DAY_NONE };
	struct words_facts facts = giulia(3);

	assert_line(&line, &facts, 9.2, "");
	facts.n = 3;
	assert_line(&line, &facts, 9.2, "usually every 9 days");
	facts.wish_days = 30;
	line.last_day = TODAY - 3;
	assert_line(&line, &facts, 9.2, "every 30 days, usually 9 - last 20 Nov");
	line.circle = "Close";
	line.state = STATE_SNOOZED;
	line.until = TODAY + 10;
	assert_line(&line, &facts, 9.2,
		"Close - snoozed until 3 Dec - every 30 days, usually 9 - last 20 Nov");
	line.until = DAY_NONE;
	line.state = STATE_ARCHIVED;
	assert_line(&line, &facts, 60,
		"Close - let go - every 30 days, usually 2 months - last 20 Nov");
}

static void assert_proposal(int days, const struct words_facts *facts, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	words_proposal(&out, days, facts);
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void a_proposal_tells_how_the_pauses_compare(void **state)
{
	static const int gaps[] = { 5, 9, 7, 40 };
	struct words_facts facts = giulia(1);

	facts.gap_count = 4;
	facts.gaps = gaps;
	facts.longest_gap = 40;
	assert_proposal(0, &facts, "");
	assert_proposal(21, &facts,
		"Every 21 days would match how you two talk: 3 of your last 4 pauses were "
		"shorter.");
	assert_proposal(7, &facts,
		"Every 7 days would match how you two talk: 1 of your last 4 pauses was shorter.");
	assert_proposal(45, &facts,
		"Every 45 days would match how you two talk: every pause so far was shorter.");
	facts.longest_gap = 90; /* longer ago */
	assert_proposal(45, &facts,
		"Every 45 days would match how you two talk: 4 of your last 4 pauses were "
		"shorter.");
	assert_proposal(5, &facts, "Every 5 days would match how you two talk.");
}

static void talks_are_counted_by_days_and_years(void **state)
{
	static const struct {
		int days;
		day_number first, last;
		const char *said;
	} known[] = {
		{ 0, DAY_NONE, DAY_NONE, "No talk is written yet." },
		{ 1, TODAY - 21, TODAY - 21, "Talked on 1 day of 2026, last 3 weeks ago." },
		{ 4, TODAY - 40, TODAY - 1, "Talked on 4 days of 2026, last yesterday." },
		{ 31, TODAY - 2600, TODAY - 430,
			"Talked on 31 days, 2019 to 2025, last 14 months ago." },
	};
	struct strbuf out = STRBUF_INIT;

	for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
		const struct rhythm rhythm = { .contact_days = known[i].days,
			.first_day = known[i].first,
			.last_day = known[i].last };
		strbuf_clear(&out);
		words_line_talks(&out, &rhythm, TODAY);
		assert_string_equal(out.data, known[i].said);
	}
	strbuf_fini(&out);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_line_of_a_person_says_what_is_known),
		cmocka_unit_test(a_wish_says_the_wish_and_the_practice),
		cmocka_unit_test(a_rhythm_counts_the_pauses_that_were_shorter),
		cmocka_unit_test(little_is_said_of_few_pauses),
		cmocka_unit_test(a_birthday_says_how_old),
		cmocka_unit_test(days_away_are_told),
		cmocka_unit_test(the_last_contact_is_told_by_the_calendar),
		cmocka_unit_test(who_was_met_before_the_first_talk_was_spoken_to_since),
		cmocka_unit_test(a_label_counts_the_days_of_the_calendar),
		cmocka_unit_test(no_label_is_a_bare_number),
		cmocka_unit_test(a_quiet_tie_tells_of_an_earlier_return),
		cmocka_unit_test(a_proposal_tells_how_the_pauses_compare),
		cmocka_unit_test(talks_are_counted_by_days_and_years),
		cmocka_unit_test(who_opens_is_said_only_when_it_is_plain),
		cmocka_unit_test(durations_are_exact_then_weeks_then_months_then_years),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
