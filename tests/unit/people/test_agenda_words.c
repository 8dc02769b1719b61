/* What is said of the items of the agenda.
 * Not here: which there are, and on which day (store/test_agenda.c). */
#include "../unit.h"
#include "filo/people/words/agenda_words.h"

#define TODAY date_to_day((struct civil_date){ 2026, 11, 23 })

static void check_fact(const struct agenda_item *item, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	agenda_words_fact(&out, item, TODAY);
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void check_when(enum followup_kind kind, day_number due, const char *wanted)
{
	struct agenda_item item = { .kind = AGENDA_FOLLOWUP,
		.followup = { .kind = kind, .due = due, .made_on = TODAY - 365 } };
	struct strbuf out = STRBUF_INIT;

	agenda_words_when(&out, &item, TODAY);
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void a_promise_has_a_day_to_be_kept_by(void **state)
{
	check_when(FOLLOWUP_MINE, TODAY + 4, "by Fri 27 Nov");
	check_when(FOLLOWUP_THEIRS, TODAY + 44, "by Wed 6 Jan 2027");
	check_when(FOLLOWUP_ASK, TODAY + 4, "Fri 27 Nov");
	check_when(FOLLOWUP_MINE, DAY_NONE, "since Sun 23 Nov 2025");
}

static void among_days_a_late_one_tells_its_date(void **state)
{
	struct agenda_item item = { .kind = AGENDA_FOLLOWUP,
		.day = TODAY,
		.followup = { .kind = FOLLOWUP_MINE, .due = TODAY } };

	check_fact(&item, "I promised");
	item.followup.due = TODAY - 3;
	check_fact(&item, "by Fri 20 Nov");
}

static void a_date_tells_the_years_where_one_is_known(void **state)
{
	struct agenda_item item = { .kind = AGENDA_DATE,
		.day = TODAY + 7,
		.yearly = { .kind = YEARLY_BIRTHDAY, .date = { 1985, 11, 30 } } };

	check_fact(&item, "Birthday, turns 41");
	item.yearly.date.year = 0;
	check_fact(&item, "Birthday");
	item.yearly = (struct yearly_date){
		.kind = YEARLY_OTHER, .date = { 2025, 11, 30 }, .label = (char *)"moved here"
	};
	check_fact(&item, "1 year");
	assert_string_equal(agenda_words_note(&item), "moved here");
}

static void wishes_and_absences_are_told(void **state)
{
	struct agenda_item wish = { .kind = AGENDA_WISH, .wish_days = 30 };
	struct agenda_item absence = { .kind = AGENDA_ABSENCE, .absence = { .to = TODAY + 44 } };

	check_fact(&wish, "Wish: every 30 days");
	wish.wish_days = 1;
	check_fact(&wish, "Wish: every day");
	check_fact(&absence, "Absent until Wed 6 Jan 2027");
	assert_string_equal(agenda_words_who(&absence), "you");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_promise_has_a_day_to_be_kept_by),
		cmocka_unit_test(among_days_a_late_one_tells_its_date),
		cmocka_unit_test(a_date_tells_the_years_where_one_is_known),
		cmocka_unit_test(wishes_and_absences_are_told),
	};

	return cmocka_run_group_tests_name("agenda words", tests, NULL, NULL);
}
