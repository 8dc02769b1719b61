/* Dates and exchanges as they are typed. Not here: the forms. */
#include "../unit.h"
#include "filo/people/words/exchange_words.h"

#include "filo/people/words/when.h"

static void a_date_reads_back_as_it_was_known(void **state)
{
	const day_number today = date_to_day((struct civil_date){ 2026, 11, 23 });
	const struct when whens[] = { { today, PRECISION_DAY, -1 },
		{ today - 3, PRECISION_TIME, 18 * 60 + 5 },
		{ date_to_day((struct civil_date){ 2026, 10, 1 }), PRECISION_MONTH, -1 },
		{ date_to_day((struct civil_date){ 1998, 6, 1 }), PRECISION_SEASON, -1 },
		{ date_to_day((struct civil_date){ 1998, 1, 1 }), PRECISION_YEAR, -1 } };

	for (size_t i = 0; i < sizeof whens / sizeof *whens; i++) {
		struct strbuf text = STRBUF_INIT;
		struct when read;
		struct error err;
		when_write(&text, &whens[i]);
		assert_int_equal(when_parse(text.data, WHEN_PAST, today, "en", true, &read, &err),
			STATUS_OK);
		assert_int_equal(read.day, whens[i].day);
		assert_int_equal(read.precision, whens[i].precision);
		assert_int_equal(read.minute, whens[i].minute);
		strbuf_fini(&text);
	}
}

static void exchanges_are_read_from_their_first_letters(void **state)
{
	struct strbuf text = STRBUF_INIT;
	struct error err;
	unsigned kinds;

	assert_int_equal(exchanges_read("Idea, adv,", &kinds, &err), STATUS_OK);
	assert_int_equal(kinds, 1U << EXCHANGE_IDEA | 1U << EXCHANGE_ADVICE);
	exchanges_write(&text, kinds);
	assert_string_equal(text.data, "idea, advice");
	strbuf_fini(&text);
	assert_int_equal(exchanges_read("", &kinds, &err), STATUS_OK);
	assert_int_equal(kinds, 0);
}

static void an_unknown_exchange_is_refused(void **state)
{
	struct error err;
	unsigned kinds;

	assert_int_equal(exchanges_read("gift, money", &kinds, &err), STATUS_INVALID);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_date_reads_back_as_it_was_known),
		cmocka_unit_test(exchanges_are_read_from_their_first_letters),
		cmocka_unit_test(an_unknown_exchange_is_refused),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
