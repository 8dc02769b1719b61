/* How often, as people type it. Not here: the rhythm that is learned. */
#include "../locale.h"
#include "../unit.h"
#include "filo/people/words/cadence.h"

static void assert_reads(const char *text, int wanted)
{
	struct error err;
	int days = -1;

	assert_int_equal(cadence_parse(text, &days, &err), STATUS_OK);
	assert_int_equal(days, wanted);
}

static void assert_refused(const char *text)
{
	struct error err;
	int days;

	assert_int_equal(cadence_parse(text, &days, &err), STATUS_INVALID);
	assert_non_null(err.message);
	assert_int_not_equal(err.message[0], '\0');
}

static void days_weeks_months_and_years_are_understood(void **state)
{
	assert_reads("30", 30);
	assert_reads(" 10 d ", 10);
	assert_reads("3 weeks", 21);
	assert_reads("2m", 60);
	assert_reads("1 year", 365);
	assert_reads("Every 2 Weeks", 14);
	assert_reads("every week", 7);
	assert_reads("two weeks", 14);
	assert_reads("a month", 30);
	assert_reads("every other day", 2);
	assert_reads("every twenty-one days", 21);
	assert_reads("every Three Days", 3);
	assert_reads("every second week", 14);
	assert_reads("a couple of months", 60);
	assert_reads("a month and a half", 45);
	assert_reads("half a year", 180);
	assert_reads("fortnight", 14);
	assert_reads("every quarter", 90);
	assert_reads("about 10 days", 10);
}

static void how_often_has_words_of_its_own(void **state)
{
	assert_reads("Weekly", 7);
	assert_reads("fortnightly", 14);
	assert_reads("monthly", 30);
	assert_reads("quarterly", 90);
	assert_reads("yearly", 365);
	assert_reads("once a month", 30);
	assert_reads("once every 2 months", 60);
	assert_reads("once in two weeks", 14);
	assert_reads("twice a year", 182);
	assert_reads("two times a month", 15);
	assert_reads("3 times per week", 2);
	assert_reads("2 times in 3 weeks", 10);
	assert_reads("twice every 3 weeks", 10);
	assert_reads("2x a year", 182);
	assert_reads("2 x a year", 182);
	assert_reads("1x every 3 weeks", 21);
	assert_reads("biweekly", 14);
	assert_reads("Bi-Weekly", 14);
	assert_reads("on alternate weeks", 14);
	assert_reads("bimonthly", 60);
	assert_reads("biannual", 180);
	assert_reads("biennial", 730);
	assert_reads("every month and a half", 45);
	assert_reads("once every month and a half", 45);
	assert_reads("twice every year and a half", 270);
	assert_reads("every year and a half", 540);
	assert_reads("every 2 and a half weeks", 18);
}

static void nothing_typed_is_no_wish(void **state)
{
	assert_reads("", 0);
	assert_reads("  ", 0);
}

static void what_is_no_interval_is_refused(void **state)
{
	assert_refused("0");
	assert_refused("-3");
	assert_refused("often");
	assert_refused("two moons");
	assert_refused("times");
	assert_refused("once");
	assert_refused("0 times a year");
	assert_refused("3 times a day");
	assert_refused("3x a day");
	assert_refused("2x");
	assert_refused("x");
	assert_refused("every month and");
	assert_refused("every month and 3");
	assert_refused("2 times 3 weeks");
	assert_refused("twice 3 weeks");
	assert_refused("a");
	assert_refused("an");
	assert_refused("one");
	assert_refused("every a");
	assert_refused("m");
	assert_refused("every w");
	assert_refused("once a");
	assert_refused("a few weeks");
	assert_refused("every friday");
	assert_refused("2 hours");
	assert_refused("9 in the evening");
	assert_refused("due settimane"); /* in English */
	assert_refused("3 moons");
	assert_refused("12 oct");
	assert_refused("101 years");
	assert_refused("99999999999999999999");
}

static void what_is_written_reads_the_same(void **state)
{
	struct strbuf text = STRBUF_INIT;

	cadence_write(&text, 45);
	assert_reads(text.data, 45);
	strbuf_clear(&text);
	cadence_write(&text, 0);
	assert_string_equal(text.data, "");
	strbuf_fini(&text);
}

static void italian_has_its_words(void **state)
{
	assert_reads("due settimane", 14);
	assert_reads("2 a", 730);
	assert_reads("Ogni settimana", 7);
	assert_reads("ogni due mesi", 60);
	assert_reads("tutti i giorni", 1);
	assert_reads("mezz'anno", 180);
	assert_reads("mensile", 30);
	assert_reads("trimestrale", 90);
	assert_reads("una volta al mese", 30);
	assert_reads("due volte l'anno", 182);
	assert_reads("3 volte a settimana", 2);
	assert_reads("every other month", 60);
	assert_reads("ogni mese e mezzo", 45);
	assert_reads("un mese e mezzo", 45);
	assert_reads("ogni settimana e mezza", 11);
	assert_reads("a settimane alterne", 14);
	assert_reads("Una settimana sì e una no", 14);
	assert_reads("un mese sì e uno no", 60);
	assert_reads("un giorno sì e uno no", 2);
	assert_reads("un giorno sì uno no", 2);
	assert_reads("una settimana sì una no", 14);
	assert_reads("una settimana sì e l'altra no", 14);
	assert_reads("un mese sì e l’altro no", 60);
	assert_reads("un anno sì uno no", 730);
	assert_reads("bimestrale", 60);
	assert_reads("bimensile", 15);
	assert_reads("bisettimanale", 3);
	assert_reads("quindicinale", 15);
	assert_reads("biennale", 730);
	assert_reads("2x l'anno", 182);
	assert_reads("once a week", 7);
	assert_refused("ogni tanto");
	assert_refused("spesso");
	assert_refused("due giorni sì e uno no");
}

static void what_has_two_meanings_is_known(void **state)
{
	static const char *const two[] = { "biweekly", " Bi-Weekly ", "bimonthly", "biannual",
		"bimensile", "bisettimanale" };
	static const char *const one[] = { "biennial", "bimestrale", "bimestre", "biennale",
		"weekly", "2x a year", "bidone" };

	for (size_t i = 0; i < sizeof two / sizeof *two; i++)
		assert_true(cadence_is_ambiguous(two[i]));
	for (size_t i = 0; i < sizeof one / sizeof *one; i++)
		assert_false(cadence_is_ambiguous(one[i]));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(days_weeks_months_and_years_are_understood),
		cmocka_unit_test(how_often_has_words_of_its_own),
		cmocka_unit_test(nothing_typed_is_no_wish),
		cmocka_unit_test(what_is_no_interval_is_refused),
		cmocka_unit_test(what_is_written_reads_the_same),
		cmocka_unit_test_setup(italian_has_its_words, speak_italian), /* from then on */
		cmocka_unit_test(what_has_two_meanings_is_known),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
