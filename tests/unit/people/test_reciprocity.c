/* What went to and fro, in a sentence. Not here: how an entry keeps it. */
#include "../unit.h"
#include "filo/people/words/reciprocity.h"

#define HELP   (1U << EXCHANGE_HELP)
#define ADVICE (1U << EXCHANGE_ADVICE)
#define GIFT   (1U << EXCHANGE_GIFT)

static day_number day_of(const char *iso)
{
	day_number day;

	assert_true(date_parse_iso(iso, &day));
	return day;
}

static struct conversation talk(const char *iso, unsigned given, unsigned received)
{
	return (struct conversation){
		.day = day_of(iso), .precision = PRECISION_DAY, .exchanges = { given, received }
	};
}

static void assert_says(const struct conversation *talks, size_t count, const char *wanted)
{
	const struct conversation *log[4];
	struct strbuf said = STRBUF_INIT;

	for (size_t i = 0; i < count; i++)
		log[i] = &talks[i];
	reciprocity_describe(&said, log, count, day_of("2026-11-23"));
	assert_string_equal(said.data, wanted);
	strbuf_fini(&said);
}

static void nothing_exchanged_is_not_spoken_of(void **state)
{
	const struct conversation talks[] = { talk("2026-11-20", 0, 0), talk("2026-10-01", 0, 0) };

	assert_says(talks, 2, "");
	assert_says(talks, 0, "");
}

static void what_was_given_alone_is_said_with_its_day(void **state)
{
	const struct conversation talks[] = { talk("2026-11-20", 0, 0), talk("2026-10-01", HELP, 0),
		talk("2026-09-01", GIFT, 0) };

	assert_says(talks, 3, "You last gave: help (1 Oct).");
}

static void what_came_back_since_is_put_together(void **state)
{
	const struct conversation talks[] = { talk("2026-11-20", 0, HELP),
		talk("2026-11-02", 0, ADVICE), talk("2026-10-01", GIFT, 0),
		talk("2026-09-01", 0, GIFT) };

	assert_says(
		talks, 4, "You last gave: gift (1 Oct). Since then you received: advice, help.");
}

static void what_was_received_first_is_said_first(void **state)
{
	const struct conversation talks[] = { talk("2026-11-20", HELP, 0),
		talk("2026-10-01", 0, ADVICE) };

	assert_says(talks, 2, "You last received: advice (1 Oct). Since then you gave: help.");
}

static void what_went_both_ways_in_one_talk_is_one_sentence(void **state)
{
	const struct conversation talks[] = { talk("2026-11-20", HELP, ADVICE),
		talk("2026-10-01", GIFT, GIFT) };

	assert_says(talks, 2, "On 20 Nov you gave: help, and received: advice.");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_exchanged_is_not_spoken_of),
		cmocka_unit_test(what_was_given_alone_is_said_with_its_day),
		cmocka_unit_test(what_came_back_since_is_put_together),
		cmocka_unit_test(what_was_received_first_is_said_first),
		cmocka_unit_test(what_went_both_ways_in_one_talk_is_one_sentence),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
