/* The queue read from the database, summaries, and merging two people.
 * Not here: reasons and order (people/test_due.c). */
#include "place.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "filo/people/absence.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/people/due.h"
#include "filo/people/followup.h"
#include "filo/store/absences.h"
#include "filo/store/change.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/log_page.h"
#include "filo/store/person_summary.h"
#include "filo/store/queue.h"
#include "filo/store/undo.h"
#include "store/contacts/people_counts.h"
#include "store/due/rhythm_check.h"

static conversation_id talk(struct place *place, contact_id id, day_number day, bool awaits_reply)
{
	struct conversation conversation;

	conversation_init(&conversation);
	conversation.day = day;
	conversation.awaits_reply = awaits_reply;
	conversation_add_participant(&conversation, id, NULL, false);
	assert_ok(place, conversation_add(place->store, &conversation, &place->err));
	conversation_id added = conversation.id;
	conversation_fini(&conversation);
	return added;
}

static struct queue queue_on(struct place *place, struct queue_request request)
{
	struct queue queue;

	if (queue_build(place->store, &request, &queue, &place->err) != STATUS_OK)
		fail_msg("%s", place->err.message);
	return queue;
}

static const struct queue_row *row(const struct queue *queue, size_t index)
{
	assert_true(index < queue->rows.count);
	return vector_at(&queue->rows, index);
}

static void those_due_come_in_order_and_the_rest_by_name(void **state)
{
	struct place *place = *state;
	contact_id wish = add_wished(place, "Zeno", 10), reply = add_wished(place, "Ada", 0),
		   calm = add_wished(place, "Bruno", 0);

	talk(place, wish, TODAY - 20, false);
	talk(place, reply, TODAY - 4, true);
	talk(place, calm, TODAY - 1, false);
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY, .all = true });
	assert_int_equal(due_today(&queue.counts), 2);
	assert_int_equal(queue.counts.pinned, 1);
	assert_string_equal(row(&queue, 0)->name, "Ada");
	assert_int_equal(row(&queue, 0)->due.reason, DUE_REPLY);
	assert_string_equal(row(&queue, 1)->name, "Zeno");
	assert_int_equal(row(&queue, 1)->days, 20);
	assert_string_equal(row(&queue, 2)->name, "Bruno");
	queue_fini(&queue);
}

static void a_past_day_knows_nothing_of_later_ones(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 10);

	talk(place, id, TODAY - 40, false);
	talk(place, id, TODAY - 5, false);
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY });
	assert_int_equal(due_today(&queue.counts), 0);
	queue_fini(&queue);
	queue = queue_on(place, (struct queue_request){ .on = TODAY - 10 });
	assert_int_equal(due_today(&queue.counts), 1);
	assert_int_equal(row(&queue, 0)->days, 30);
	assert_int_equal(row(&queue, 0)->n, 0);
	queue_fini(&queue);
	queue = queue_on(place, (struct queue_request){ .on = TODAY + 10 });
	assert_int_equal(row(&queue, 0)->days, 15);
	queue_fini(&queue);
}

static void an_entry_dated_ahead_counts_from_its_day_on(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 10);

	talk(place, id, TODAY - 20, false);
	talk(place, id, TODAY + 3, false);
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY });
	assert_int_equal(due_today(&queue.counts), 1);
	queue_fini(&queue);
	store_set_today(place->store, TODAY + 4);
	queue = queue_on(place, (struct queue_request){ .on = TODAY + 4 });
	assert_int_equal(due_today(&queue.counts), 0);
	queue_fini(&queue);
}

static void an_absence_stops_the_clock_of_a_wish(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 10);
	struct absence away = { .from = TODAY - 8, .to = TODAY - 1 };
	struct person_summary summary;

	talk(place, id, TODAY - 12, false);
	assert_ok(place, absence_add(place->store, &away, &place->err));
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY });
	assert_int_equal(due_today(&queue.counts), 0);
	queue_fini(&queue);
	assert_ok(place, person_summary_load(place->store, id, TODAY, &summary, &place->err));
	assert_int_equal(summary.facts.silence_days, 4);
	assert_int_equal(summary.facts.absent_days, 8);
	person_summary_fini(&summary);
}

static void a_birthday_is_told_from_a_week_before_until_wished(void **state)
{
	struct place *place = *state;
	struct contact contact;
	struct civil_date date = date_from_day(TODAY + 7);

	contact_init(&contact);
	contact.name = memory_copy_string("Ada");
	date.year = 0;
	contact_add_date(&contact, YEARLY_BIRTHDAY, date, NULL)->is_remembered = true;
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY - 1 });
	assert_int_equal(queue.rows.count, 0);
	queue_fini(&queue);
	for (int day = 0; day <= 12; day++) {
		queue = queue_on(place, (struct queue_request){ .on = TODAY + day });
		assert_int_equal(queue.rows.count, 1);
		assert_int_equal(queue.counts.ahead, day < 7);
		assert_int_equal(queue.counts.pinned, day >= 7);
		queue_fini(&queue);
	}
	struct event wished = {
		.contact = contact.id, .kind = EVENT_WISHED, .day = TODAY + 8, .until = DAY_NONE
	};
	assert_ok(place, event_add(place->store, &wished, &place->err));
	queue = queue_on(place, (struct queue_request){ .on = TODAY + 9 });
	assert_int_equal(due_today(&queue.counts), 0);
	queue_fini(&queue);
	contact_fini(&contact);
}

static void a_wish_without_a_talk_comes_up_in_its_time(void **state)
{
	struct place *place = *state;

	add_wished(place, "Ada", 10);
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY + 9 });
	assert_int_equal(due_today(&queue.counts), 0);
	queue_fini(&queue);
	queue = queue_on(place, (struct queue_request){ .on = TODAY + 10, .with_why = true });
	assert_int_equal(row(&queue, 0)->due.reason, DUE_WISH);
	assert_non_null(strstr(row(&queue, 0)->why, "nothing is written yet"));
	queue_fini(&queue);
}

static void a_changed_wish_counts_from_its_change(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 10);
	struct contact contact;

	store_set_today(place->store, TODAY + 8);
	assert_ok(place, contact_load(place->store, id, &contact, &place->err));
	contact.cadence_days = 5;
	assert_ok(place, contact_update(place->store, &contact, &place->err));
	contact_fini(&contact);
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY + 12 });
	assert_int_equal(due_today(&queue.counts), 0);
	queue_fini(&queue);
	queue = queue_on(place, (struct queue_request){ .on = TODAY + 13 });
	assert_int_equal(due_today(&queue.counts), 1);
	queue_fini(&queue);
}

/* An address book of 800, a third with birthdays, and nobody is due by it on any day of a year;
 * the one who is kept comes up whatever dates there are. */
static void an_address_book_makes_nobody_due(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "import", &place->err));
	for (int i = 0; i < 800; i++) {
		char name[32];
		struct contact contact;
		contact_init(&contact);
		snprintf(name, sizeof name, "Person %03d", i);
		contact.name = memory_copy_string(name);
		if (i % 3 == 0) {
			struct civil_date born = date_from_day(TODAY + i % 365);
			born.year = 1980;
			contact_add_date(&contact, YEARLY_BIRTHDAY, born, NULL);
		}
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	assert_ok(place, change_commit(place->store, &place->err));
	contact_id kept = add_wished(place, "Zoe", 7);
	talk(place, kept, TODAY, false);
	for (int day = 1; day <= 365; day++) {
		struct queue queue =
			queue_on(place, (struct queue_request){ .on = TODAY + day, .limit = 5 });
		assert_int_equal(due_today(&queue.counts), day >= 7);
		if (day >= 7)
			assert_int_equal(row(&queue, 0)->due.id, kept);
		assert_int_equal(queue.counts.ahead, 0);
		queue_fini(&queue);
	}
	struct queue dates =
		queue_on(place, (struct queue_request){ .on = TODAY, .address_dates = true });
	assert_true(dates.rows.count > 0);
	assert_int_equal(row(&dates, 0)->due.reason, DUE_DATE);
	queue_fini(&dates);
}

static contact_id add_with_dates(struct place *place, const char *name, const int *ahead,
	const enum yearly_kind *kinds, size_t count, int year)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	for (size_t i = 0; i < count; i++) {
		struct civil_date date = date_from_day(TODAY + ahead[i]);
		date.year = year;
		contact_add_date(&contact, kinds[i], date, NULL)->is_remembered =
			kinds[i] != YEARLY_BIRTHDAY || year > 0;
	}
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	contact_id id = contact.id;
	contact_fini(&contact);
	return id;
}

static enum due_reason reason_on(struct place *place, day_number on)
{
	struct queue queue = queue_on(place, (struct queue_request){ .on = on });
	enum due_reason reason = queue.rows.count ? row(&queue, 0)->due.reason : DUE_NONE;

	queue_fini(&queue);
	return reason;
}

/* An anniversary that is settled hides no birthday, and wishes are meant for the nearest date. */
static void of_two_dates_each_is_told_in_its_time(void **state)
{
	struct place *place = *state;
	static const int ahead[] = { 0, 4 };
	static const enum yearly_kind kinds[] = { YEARLY_ANNIVERSARY, YEARLY_BIRTHDAY };
	contact_id id = add_with_dates(place, "Ada", ahead, kinds, 2, 1980);
	struct event wished = {
		.contact = id, .kind = EVENT_WISHED, .day = TODAY, .until = DAY_NONE
	};

	assert_int_equal(reason_on(place, TODAY), DUE_DATE);
	assert_ok(place, event_add(place->store, &wished, &place->err));
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY + 4 });
	assert_int_equal(queue.rows.count, 1);
	assert_int_equal(row(&queue, 0)->due.day, TODAY + 4);
	queue_fini(&queue);
	talk(place, id, TODAY + 4, false); /* in touch on the day itself */
	assert_int_equal(reason_on(place, TODAY + 4), DUE_NONE);
}

static void the_dead_are_told_on_marked_days_and_not_before_they_died(void **state)
{
	struct place *place = *state;
	static const int ahead[] = { -30, 0 };
	static const enum yearly_kind kinds[] = { YEARLY_BIRTHDAY, YEARLY_DEATH };
	contact_id id = add_with_dates(place, "Ada", ahead, kinds, 2, 0);
	struct contact contact;

	assert_int_equal(reason_on(place, TODAY), DUE_DATE);
	assert_ok(place, contact_load(place->store, id, &contact, &place->err));
	struct yearly_date *died = vector_at(&contact.dates, 1);
	died->date = date_from_day(TODAY);
	died->is_remembered = false;
	contact.cadence_days = 10;
	assert_ok(place, contact_update(place->store, &contact, &place->err));
	contact_fini(&contact);
	talk(place, id, TODAY - 20, false);
	assert_int_equal(reason_on(place, TODAY - 1), DUE_WISH);
	assert_int_equal(reason_on(place, TODAY), DUE_NONE);
}

static void no_answer_needed_settles_a_message(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 0);
	/* It bears the day of the message. */
	struct event event = {
		.contact = id, .kind = EVENT_NO_ANSWER, .day = TODAY - 5, .until = DAY_NONE
	};

	talk(place, id, TODAY - 5, true);
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY });
	assert_int_equal(row(&queue, 0)->due.reason, DUE_REPLY);
	queue_fini(&queue);
	assert_ok(place, event_add(place->store, &event, &place->err));
	queue = queue_on(place, (struct queue_request){ .on = TODAY });
	assert_int_equal(due_today(&queue.counts), 0);
	queue_fini(&queue);
	talk(place, id, TODAY, true); /* a later message asks anew, also one of the same day */
	queue = queue_on(place, (struct queue_request){ .on = TODAY + 2 });
	assert_int_equal(row(&queue, 0)->due.reason, DUE_REPLY);
	queue_fini(&queue);
}

static void while_you_are_away_the_rest_waits(void **state)
{
	struct place *place = *state;
	struct absence away = { .from = TODAY, .to = TODAY + 9 };
	contact_id wish = add_wished(place, "Ada", 3), reply = add_wished(place, "Bea", 0);
	struct followup ask = { .contact = reply,
		.text = "how was it?",
		.due = TODAY,
		.made_on = TODAY - 9,
		.done_on = DAY_NONE };

	assert_ok(place, followup_add(place->store, &ask, &place->err)); /* hides no message */

	talk(place, wish, TODAY - 20, false);
	talk(place, reply, TODAY - 5, true);
	assert_ok(place, absence_add(place->store, &away, &place->err));
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY + 1 });
	assert_int_equal(queue.rows.count, 1);
	assert_int_equal(row(&queue, 0)->due.id, reply);
	assert_int_equal(queue.counts.waiting, 1);
	assert_int_equal(queue.away_until, TODAY + 9);
	queue_fini(&queue);
	queue = queue_on(place, (struct queue_request){ .on = TODAY + 10 });
	assert_int_equal(queue.rows.count, 2);
	assert_int_equal(queue.away_until, DAY_NONE);
	queue_fini(&queue);
}

static void an_old_friend_written_down_now_is_not_new(void **state)
{
	struct place *place = *state;
	static const char *const met[] = { NULL, "at school, 1998" };

	for (size_t i = 0; i < 2; i++) {
		struct contact contact;
		contact_init(&contact);
		contact.name = memory_copy_string(i ? "Zoe" : "Ada");
		contact.met = memory_copy_string(met[i]);
		contact.added_on = TODAY;
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		talk(place, contact.id, TODAY - 9, false);
		contact_fini(&contact);
	}
	struct queue queue = queue_on(place, (struct queue_request){ .on = TODAY });
	assert_int_equal(queue.rows.count, 1);
	assert_string_equal(row(&queue, 0)->name, "Ada");
	queue_fini(&queue);
}

static void long_silences_known_by_month_count_for_who_resurfaced(void **state)
{
	static const struct {
		const char *name;
		day_number before[2];
		enum precision precision;
		bool is_resurfaced;
	} people[] = {
		{ "Two", { TODAY - 1100, DAY_NONE }, PRECISION_DAY, true },
		{ "Month", { TODAY - 1100, DAY_NONE }, PRECISION_MONTH, true },
		{ "Three", { TODAY - 1131, TODAY - 1100 }, PRECISION_DAY, true },
		{ "Short", { TODAY - 100, DAY_NONE }, PRECISION_DAY, false },
		{ "Between", { TODAY - 1100, TODAY - 60 }, PRECISION_MONTH, false },
	};
	struct place *place = *state;

	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		contact_id id = add_wished(place, people[i].name, 0);
		for (int k = 0; k < 2 && people[i].before[k] != DAY_NONE; k++) {
			struct conversation before;
			conversation_init(&before);
			before.day = people[i].before[k];
			before.precision = people[i].precision;
			conversation_add_participant(&before, id, NULL, false);
			assert_ok(place, conversation_add(place->store, &before, &place->err));
			conversation_fini(&before);
		}
		talk(place, id, TODAY, false);
		struct vector rows = VECTOR_INIT(struct log_row);
		assert_ok(place, log_page(place->store, id, NULL, true, 1, &rows, &place->err));
		struct log_row *log_row = vector_at(&rows, 0);
		if (log_row->is_resurfaced != people[i].is_resurfaced)
			fail_msg("%s", people[i].name);
		log_rows_clear(&rows);
		vector_fini(&rows);
	}
}

/* Enough people that the head of the queue is kept. */
static void what_is_read_back_equals_what_was_judged(void **state)
{
	struct place *place = *state;
	struct queue_request request = { .on = TODAY, .limit = 50 };

	assert_ok(place, change_begin(place->store, "many", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	for (int i = 0; i < 1200; i++) {
		char name[32];
		snprintf(name, sizeof name, "Person %d", (i * 7919) % 1200);
		contact_id id = add_wished(place, name, 1 + i % 60);
		talk(place, id, TODAY - i % 97, false);
	}
	assert_ok(place, change_commit(place->store, &place->err));
	struct queue judged = queue_on(place, request), read = queue_on(place, request);
	assert_int_equal(number(place->store, "SELECT count(*) FROM queue_head"), 200);
	assert_int_equal(people_counts(place->store).all, 1200);
	run(place->store, "UPDATE setting SET value = replace(value, '1200', '17')"
			  " WHERE key = 'people-counted'");
	assert_int_equal(people_counts(place->store).all, 17); /* kept with it */
	assert_int_equal(due_today(&read.counts), due_today(&judged.counts));
	assert_int_equal(read.rows.count, 50);
	for (size_t i = 0; i < 50; i++) {
		assert_int_equal(row(&read, i)->due.id, row(&judged, i)->due.id);
		assert_string_equal(row(&read, i)->reason, row(&judged, i)->reason);
	}
	talk(place, row(&read, 0)->due.id, TODAY, false);
	struct queue after = queue_on(place, request);
	assert_int_equal(due_today(&after.counts), due_today(&judged.counts) - 1);
	assert_int_not_equal(row(&after, 0)->due.id, row(&read, 0)->due.id);
	queue_fini(&judged);
	queue_fini(&read);
	queue_fini(&after);
}

static void a_summary_counts_pauses_and_who_opened(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 0);
	struct person_summary summary;

	talk(place, id, TODAY - 50, false);
	talk(place, id, TODAY - 40, false);
	talk(place, id, TODAY - 38, false);
	talk(place, id, TODAY - 8, false);
	assert_ok(place, person_summary_load(place->store, id, TODAY, &summary, &place->err));
	assert_int_equal(summary.facts.gap_count, 3);
	assert_int_equal(summary.facts.gaps[0], 10);
	assert_int_equal(summary.facts.gaps[2], 30);
	assert_int_equal(summary.facts.longest_gap, 30);
	assert_int_equal(summary.opened_unknown, 0);
	assert_ok(place, person_summary_count_openings(place->store, &summary, &place->err));
	assert_int_equal(summary.opened_unknown, 2);
	assert_int_equal(summary.facts.silence_days, 8);
	person_summary_fini(&summary);
}

static void two_who_are_one_share_everything_and_one_undo_parts_them(void **state)
{
	struct place *place = *state;
	contact_id keep = add_wished(place, "Ada", 0), gone = add_wished(place, "A. Prova", 0);
	struct conversation both;
	struct followup open = { .contact = gone,
		.text = memory_copy_string("ask"),
		.due = DAY_NONE,
		.made_on = TODAY,
		.done_on = DAY_NONE };
	struct contact joined;
	char *label;
	int wrong;

	talk(place, keep, TODAY - 20, false);
	talk(place, gone, TODAY - 10, false);
	conversation_init(&both);
	both.day = TODAY - 5;
	conversation_add_participant(&both, keep, NULL, true);
	conversation_add_participant(&both, gone, NULL, false);
	assert_ok(place, conversation_add(place->store, &both, &place->err));
	assert_ok(place, followup_add(place->store, &open, &place->err));
	assert_ok(place, contact_load(place->store, keep, &joined, &place->err));
	assert_ok(place, contact_merge(place->store, &joined, gone, &place->err));

	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 1);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM followup WHERE contact = 1"), 1);
	assert_int_equal(number(place->store, "SELECT n FROM rhythm WHERE contact = 1"), 2);
	assert_ok(place, rhythm_check(place->store, true, &wrong, &place->err));
	assert_int_equal(wrong, 0);
	assert_ok(place, undo_last(place->store, &label, &place->err));
	free(label);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 2);
	assert_int_equal(number(place->store, "SELECT n FROM rhythm WHERE contact = 2"), 1);
	assert_ok(place, rhythm_check(place->store, true, &wrong, &place->err));
	assert_int_equal(wrong, 0);
	conversation_fini(&both);
	followup_fini(&open);
	contact_fini(&joined);
}

static void nobody_is_merged_with_themselves(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 0);
	struct contact contact;

	assert_ok(place, contact_load(place->store, id, &contact, &place->err));
	assert_int_equal(contact_merge(place->store, &contact, id, &place->err), STATUS_INVALID);
	assert_int_equal(contact_merge(place->store, &contact, 99, &place->err), STATUS_NOT_FOUND);
	contact_fini(&contact);
}

static void a_log_tells_silences_and_who_resurfaced(void **state)
{
	struct place *place = *state;
	contact_id id = add_wished(place, "Ada", 0);
	struct vector rows = VECTOR_INIT(struct log_row);
	struct log_row *log_row;

	for (int i = 0; i < 6; i++)
		talk(place, id, TODAY - 1000 - 7 * i, false);
	talk(place, id, TODAY - 2, false);
	assert_ok(place, log_page(place->store, id, NULL, true, 3, &rows, &place->err));
	assert_int_equal(rows.count, 3);
	log_row = vector_at(&rows, 0);
	assert_int_equal(log_row->gap_days, 998);
	assert_true(log_row->is_resurfaced);
	log_row = vector_at(&rows, 1);
	assert_false(log_row->is_long_gap || log_row->is_resurfaced);
	/* the next page begins where this one ends, and goes back to it */
	struct log_place last = log_place_of(vector_at(&rows, 2));
	assert_ok(place, log_page(place->store, id, &last, true, 10, &rows, &place->err));
	assert_int_equal(rows.count, 7);
	struct log_place oldest = log_place_of(vector_at(&rows, 6));
	struct vector newer = VECTOR_INIT(struct log_row);
	assert_ok(place, log_page(place->store, id, &oldest, false, 10, &newer, &place->err));
	assert_int_equal(newer.count, 6);
	log_row = vector_at(&newer, 0);
	assert_int_equal(log_row->conversation.day, TODAY - 2);
	log_rows_clear(&rows);
	log_rows_clear(&newer);
	vector_fini(&rows);
	vector_fini(&newer);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(those_due_come_in_order_and_the_rest_by_name),
		TEST(a_past_day_knows_nothing_of_later_ones),
		TEST(an_entry_dated_ahead_counts_from_its_day_on),
		TEST(an_absence_stops_the_clock_of_a_wish),
		TEST(a_birthday_is_told_from_a_week_before_until_wished),
		TEST(a_wish_without_a_talk_comes_up_in_its_time),
		TEST(a_changed_wish_counts_from_its_change),
		TEST(an_address_book_makes_nobody_due),
		TEST(of_two_dates_each_is_told_in_its_time),
		TEST(the_dead_are_told_on_marked_days_and_not_before_they_died),
		TEST(no_answer_needed_settles_a_message),
		TEST(while_you_are_away_the_rest_waits),
		TEST(an_old_friend_written_down_now_is_not_new),
		TEST(long_silences_known_by_month_count_for_who_resurfaced),
		TEST(what_is_read_back_equals_what_was_judged),
		TEST(a_summary_counts_pauses_and_who_opened),
		TEST(two_who_are_one_share_everything_and_one_undo_parts_them),
		TEST(nobody_is_merged_with_themselves),
		TEST(a_log_tells_silences_and_who_resurfaced),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
