/* Tests of who is due after the history of a whole phone: 300 people, 90,000 days.
 * Not here: how long that takes (tests/bench). */
#include "../../bench/phone.h"

#include "filo/people/due.h"
#include "filo/store/queue.h"
#include "imports.h"

#define PEOPLE 300
#define DAYS   90000

/* Every third is in the address book; of the others only their number is known. */
static bool is_contact(int person)
{
	return person % 3 == 0;
}

static void add_contacts(struct place *place)
{
	assert_ok(place, change_begin(place->store, "contacts", &place->err));
	for (int person = 0; person < PEOPLE; person++) {
		struct contact contact;
		char name[32], number[32];
		if (!is_contact(person))
			continue;
		snprintf(name, sizeof name, "Person Nr%d", person);
		snprintf(number, sizeof number, "+39347%07d", person);
		contact_init(&contact);
		contact.name = memory_copy_string(name);
		contact_add_channel(&contact, CHANNEL_PHONE, number, NULL, false);
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	assert_ok(place, change_commit(place->store, &place->err));
}

static void write_day(void *context, int person, int day)
{
	FILE *file = context;
	long long noon = (long long)day * 86400 + 43200;

	fprintf(file, "{\"when\":%lld,\"who\":\"+39347%07d\",\"by\":\"them\"}\n", noon, person);
	fprintf(file, "{\"when\":%lld,\"who\":\"+39347%07d\",\"by\":\"me\"}\n", noon + 60, person);
}

static void import_phone(struct place *place, double *gaps)
{
	struct phone phone = { .people = PEOPLE, .days = DAYS, .today = TODAY };
	char *text = NULL;
	size_t len;
	enum status status;
	FILE *file = open_memstream(&text, &len);

	for (int person = 0; person < PEOPLE; person++)
		gaps[person] = phone_days(&phone, person, write_day, file);
	fclose(file);
	struct import_plan plan = import_bytes(place, text, len, NULL, &status);
	assert_ok(place, status);
	assert_int_equal(plan.history.people, PEOPLE / 3);
	assert_int_equal(plan.history.aside, PEOPLE - PEOPLE / 3);
	assert_true(plan.history.added + plan.history.aside_days > DAYS * 9 / 10);
	import_plan_fini(&plan);
	free(text);
}

static void a_phone_leaves_a_day_s_worth_of_the_right_people(void **state)
{
	struct place *place = *state;
	struct queue queue;
	double gaps[PEOPLE];
	const struct queue_row *row, *before = NULL;

	add_contacts(place);
	import_phone(place, gaps);
	assert_ok(place, queue_build(place->store, &(struct queue_request){ .on = TODAY }, &queue,
				 &place->err));
	assert_true(queue.rows.count >= DUE_DAILY_DEFAULT);
	assert_int_equal(due_day_rows(&queue.counts, DUE_DAILY_DEFAULT), DUE_DAILY_DEFAULT);
	VECTOR_EACH (row, &queue.rows) {
		int person;
		/* a contact, whose silence is long for the two of them */
		assert_int_equal(sscanf(row->name, "Person Nr%d", &person), 1);
		assert_true(is_contact(person));
		assert_int_equal(row->due.reason, DUE_RHYTHM);
		assert_true(row->days > gaps[person]);
		/* who has been silent for years is none of today */
		assert_false(phone_is_silent(person));
		if (before)
			assert_true(due_compare(&before->due, &row->due) <= 0);
		before = row;
	}
	queue_fini(&queue);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(a_phone_leaves_a_day_s_worth_of_the_right_people,
			place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
