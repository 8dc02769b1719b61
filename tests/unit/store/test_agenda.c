/* The agenda read from the database: what is open, and which days it gives the next ones.
 * Not here: its sentences (people/test_agenda_words.c). */
#include "place.h"

#include "filo/base/memory.h"
#include "filo/base/strbuf.h"
#include "filo/store/absences.h"
#include "filo/store/agenda.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"

static contact_id add_person_born(struct place *place, const char *name, int cadence_days,
	enum yearly_kind kind, day_number born, bool is_marked)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	contact.cadence_days = cadence_days;
	if (born != DAY_NONE)
		contact_add_date(&contact, kind, date_from_day(born), NULL)->is_remembered =
			is_marked;
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	contact_id id = contact.id;
	contact_fini(&contact);
	return id;
}

static contact_id add_person(struct place *place, const char *name, int cadence_days)
{
	return add_person_born(place, name, cadence_days, YEARLY_BIRTHDAY, DAY_NONE, false);
}

static void talk(struct place *place, contact_id id, day_number day)
{
	struct conversation conversation;

	conversation_init(&conversation);
	conversation.day = day;
	conversation_add_participant(&conversation, id, NULL, false);
	assert_ok(place, conversation_add(place->store, &conversation, &place->err));
	conversation_fini(&conversation);
}

static void promise(struct place *place, contact_id id, enum followup_kind kind, day_number made_on,
	day_number due)
{
	struct followup followup = { .contact = id,
		.kind = kind,
		.text = (char *)"it",
		.due = due,
		.made_on = made_on,
		.done_on = DAY_NONE };

	assert_ok(place, followup_add(place->store, &followup, &place->err));
}

static void away(struct place *place, contact_id id, int from, int to)
{
	struct absence absence = { .contact = id, .from = TODAY + from, .to = TODAY + to };

	assert_ok(place, absence_add(place->store, &absence, &place->err));
}

static void happens(struct place *place, contact_id id, enum event_kind kind, day_number until)
{
	struct event event = { .contact = id, .kind = kind, .day = TODAY, .until = until };

	assert_ok(place, event_add(place->store, &event, &place->err));
}

/* "0 Ada mine; 5 Bea wish": the day ahead, who, and what. `days` 0: all that is open. */
static void check_agenda(struct place *place, int days, const char *wanted)
{
	struct vector items = VECTOR_INIT(struct agenda_item);
	struct strbuf found = STRBUF_INIT;
	struct agenda_item *item;

	if (days)
		assert_ok(place, agenda_days(place->store, days, &items, &place->err));
	else
		assert_ok(place, agenda_open(place->store, &items, &place->err));
	VECTOR_EACH (item, &items) {
		strbuf_add_format(&found, "%s%d %s %s", found.len ? "; " : "", item->day - TODAY,
			item->name ? item->name : "-", agenda_item_name(item));
		agenda_item_fini(item);
	}
	vector_fini(&items);
	assert_string_equal(found.data, wanted);
	strbuf_fini(&found);
}

static void what_is_open_comes_in_groups_the_oldest_first(void **state)
{
	struct place *place = *state;
	contact_id ada = add_person(place, "Ada", 0), bea = add_person(place, "Bea", 0);

	promise(place, bea, FOLLOWUP_ASK, TODAY, DAY_NONE);
	promise(place, ada, FOLLOWUP_MINE, TODAY - 9, TODAY + 4);
	promise(place, bea, FOLLOWUP_MINE, TODAY - 31, DAY_NONE);
	promise(place, ada, FOLLOWUP_THEIRS, TODAY - 90, DAY_NONE);
	promise(place, ada, FOLLOWUP_ASK, TODAY - 2, TODAY - 1);
	check_agenda(place, 0, "-31 Bea mine; 4 Ada mine; -90 Ada theirs; -1 Ada ask; 0 Bea ask");
	assert_ok(place, followup_done(place->store, 3, TODAY, &place->err));
	check_agenda(place, 0, "4 Ada mine; -90 Ada theirs; -1 Ada ask; 0 Bea ask");
}

static void days_have_what_is_dated_and_the_late_today(void **state)
{
	struct place *place = *state;
	contact_id ada = add_person(place, "Ada", 0);

	promise(place, ada, FOLLOWUP_ASK, TODAY - 50, TODAY - 40);
	promise(place, ada, FOLLOWUP_ASK, TODAY - 50, DAY_NONE);
	promise(place, ada, FOLLOWUP_THEIRS, TODAY, TODAY + 14);
	promise(place, ada, FOLLOWUP_MINE, TODAY, TODAY + 15);
	check_agenda(place, 14, "0 Ada ask; 14 Ada theirs");
	check_agenda(place, 15, "0 Ada ask; 14 Ada theirs; 15 Ada mine");
}

static void a_wish_stands_on_the_day_it_makes_due(void **state)
{
	struct place *place = *state;

	talk(place, add_person(place, "Today", 10), TODAY - 10);
	talk(place, add_person(place, "Soon", 10), TODAY - 4);
	talk(place, add_person(place, "Later", 40), TODAY - 4);
	talk(place, add_person(place, "Due", 10), TODAY - 11);
	talk(place, add_person(place, "Free", 0), TODAY - 4);
	check_agenda(place, 14, "0 Today wish; 6 Soon wish");
}

static void days_away_put_a_wish_off(void **state)
{
	struct place *place = *state;
	contact_id ada = add_person(place, "Ada", 10), bea = add_person(place, "Bea", 10);

	talk(place, ada, TODAY - 5); /* in 5 days, but for the 2 that she is away */
	talk(place, bea, TODAY - 8); /* in 2 days */
	away(place, ada, 1, 2);
	check_agenda(place, 14, "1 Ada absence; 2 Bea wish; 7 Ada wish");
	away(place, 0, 2, 3);
	check_agenda(place, 14, "1 Ada absence; 2 - absence; 4 Bea wish; 8 Ada wish");
}

static void who_waits_while_you_are_away_comes_when_you_are_back(void **state)
{
	struct place *place = *state;

	talk(place, add_person(place, "Ada", 10), TODAY - 30);
	check_agenda(place, 14, "");
	away(place, 0, -1, 3);
	check_agenda(place, 14, "0 - absence; 4 Ada wish");
}

static void a_snooze_puts_a_wish_off_and_letting_go_ends_it(void **state)
{
	struct place *place = *state;
	contact_id ada = add_person(place, "Ada", 10), bea = add_person(place, "Bea", 10);

	talk(place, ada, TODAY - 30);
	talk(place, bea, TODAY - 9);
	happens(place, ada, EVENT_SNOOZE, TODAY + 7);
	check_agenda(place, 14, "1 Bea wish; 7 Ada wish");
	check_agenda(place, 6, "1 Bea wish");
	happens(place, ada, EVENT_REST, DAY_NONE);
	happens(place, bea, EVENT_LET_GO, DAY_NONE);
	check_agenda(place, 14, "");
}

static void dates_are_of_the_people_you_keep(void **state)
{
	struct place *place = *state;
	day_number born = date_add_months(TODAY + 10, -12 * 30);

	contact_id ada = add_person_born(place, "Ada", 300, YEARLY_BIRTHDAY, born, false);
	add_person_born(place, "Unknown", 0, YEARLY_BIRTHDAY, born, false);
	add_person_born(place, "Marked", 0, YEARLY_BIRTHDAY, born + 1, true);
	add_person_born(place, "Gone", 300, YEARLY_DEATH, born, false);
	add_person_born(place, "Missed", 300, YEARLY_DEATH, born + 2, true);
	add_person_born(place, "Past", 300, YEARLY_BIRTHDAY, born - 11, false);
	check_agenda(place, 14, "10 Ada date; 11 Marked date; 12 Missed date");
	check_agenda(place, 9, "");
	happens(place, ada, EVENT_REST, DAY_NONE);
	check_agenda(place, 14, "11 Marked date; 12 Missed date");
}

static void wishes_that_are_sent_settle_a_date(void **state)
{
	struct place *place = *state;
	contact_id ada =
		add_person_born(place, "Ada", 300, YEARLY_BIRTHDAY, TODAY + 6 - 3653, false);

	check_agenda(place, 14, "6 Ada date");
	happens(place, ada, EVENT_WISHED, DAY_NONE);
	check_agenda(place, 14, "");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	const struct CMUnitTest tests[] = {
		TEST(what_is_open_comes_in_groups_the_oldest_first),
		TEST(days_have_what_is_dated_and_the_late_today),
		TEST(a_wish_stands_on_the_day_it_makes_due),
		TEST(days_away_put_a_wish_off),
		TEST(who_waits_while_you_are_away_comes_when_you_are_back),
		TEST(a_snooze_puts_a_wish_off_and_letting_go_ends_it),
		TEST(dates_are_of_the_people_you_keep),
		TEST(wishes_that_are_sent_settle_a_date),
	};

	return cmocka_run_group_tests_name("agenda", tests, NULL, NULL);
}
