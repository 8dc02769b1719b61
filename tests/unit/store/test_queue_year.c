/* A year of the queue of a large address book, day by day: dates never crowd out the people one
 * wants to hear from. Not here: single rules (people/test_due.c, test_queue.c). */
#include "place.h"

#include "filo/base/memory.h"
#include "filo/people/contact.h"
#include "filo/people/conversation.h"
#include "filo/people/due.h"
#include "filo/store/circles.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/queue.h"

#define PEOPLE 800
#define KEPT   24
#define DAILY  5
#define YEAR   365

/* The first are kept, in one way or another; a third have a birthday, where the book has dates. */
static void add_one(struct place *place, struct store *store, int number, bool has_dates)
{
	struct contact contact;
	char name[32];

	contact_init(&contact);
	snprintf(name, sizeof name, "Person %03d", number);
	contact.name = memory_copy_string(name);
	if (number < KEPT && number % 4 == 0)
		contact.circle = circle_by_name(store, "Close");
	else if (number < KEPT && number % 4 == 1)
		contact.circle = circle_by_name(store, "Friends");
	else if (number < KEPT && number % 4 == 2)
		contact.cadence_days = 10 + number;
	if (has_dates && number % 3 == 0) {
		struct civil_date born = date_from_day(TODAY + number * 7 % YEAR);
		born.year = 1980;
		contact_add_date(&contact, YEARLY_BIRTHDAY, born, NULL)->is_remembered =
			number % 2 == 0;
	}
	assert_ok(place, contact_add(store, &contact, &place->err));
	contact_fini(&contact);
}

static void talk_on(struct place *place, struct store *store, contact_id with, day_number day)
{
	struct conversation conversation;

	conversation_init(&conversation);
	conversation.day = day;
	conversation_add_participant(&conversation, with, "", false);
	assert_ok(place, conversation_add(store, &conversation, &place->err));
	conversation_fini(&conversation);
}

static void fill(struct place *place, struct store *store, bool has_dates)
{
	assert_ok(place, change_begin(store, "import", &place->err));
	for (int i = 0; i < PEOPLE; i++)
		add_one(place, store, i, has_dates);
	/* Who is kept for nothing but the log, every nine days. */
	for (contact_id id = 4; id <= KEPT; id += 4)
		for (int back = 1; back < 9; back++)
			talk_on(place, store, id, TODAY - 9 * back - (int)id % 7);
	assert_ok(place, change_commit(store, &place->err));
}

static struct queue queue_of(struct place *place, struct store *store, day_number on)
{
	const struct queue_request request = { .on = on };
	struct queue queue;

	store_set_today(store, on);
	assert_ok(place, queue_build(store, &request, &queue, &place->err));
	return queue;
}

static const struct due *due_at(const struct queue *queue, size_t index)
{
	return &((const struct queue_row *)vector_at(&queue->rows, index))->due;
}

static bool is_shown(const struct queue *queue, contact_id id)
{
	for (size_t i = 0; i < due_day_rows(&queue->counts, DAILY); i++)
		if (due_at(queue, i)->id == id)
			return true;
	return false;
}

static void whoever_would_be_shown_without_dates_is_shown_with_them(void **state)
{
	struct place *place = *state;
	struct store *dated, *dateless;
	size_t dates = 0, rhythms = 0;

	assert_ok(place, store_open(&dateless, ":memory:", TODAY, &place->err));
	assert_ok(place, store_open(&dated, ":memory:", TODAY, &place->err));
	fill(place, dateless, false);
	fill(place, dated, true);
	for (day_number day = TODAY; day < TODAY + YEAR; day++) {
		struct queue plain = queue_of(place, dateless, day);
		struct queue full = queue_of(place, dated, day);
		for (size_t i = 0; i < plain.counts.placed && i < DAILY; i++) {
			if (!is_shown(&full, due_at(&plain, i)->id))
				fail_msg("day %d: number %zu is not shown", day - TODAY, i);
			rhythms += due_at(&plain, i)->reason == DUE_RHYTHM;
		}
		dates += full.counts.pinned;
		/* One turns to the first, and the next day goes on from there. */
		if (plain.counts.placed) {
			talk_on(place, dateless, due_at(&plain, 0)->id, day);
			talk_on(place, dated, due_at(&plain, 0)->id, day);
		}
		queue_fini(&plain);
		queue_fini(&full);
	}
	assert_true(dates > 100 && rhythms > 100);
	store_close(dateless);
	store_close(dated);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			whoever_would_be_shown_without_dates_is_shown_with_them, place_setup,
			place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
