/* Contacts, circles, events and absences as they are kept; lists and finding by name.
 * Not here: merging and the queue (test_queue.c), undo (test_undo.c). */
#include "place.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "filo/people/absence.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/date.h"
#include "filo/store/absences.h"
#include "filo/store/circles.h"
#include "filo/store/contact_called.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/events.h"
#include "filo/store/undo.h"

static void everything_of_a_contact_comes_back(void **state)
{
	struct place *place = *state;
	struct contact contact, back;
	contact_id other = add_named(place, "Bruno");
	struct relation relation = { .kind = RELATION_INTRODUCED_BY, .other = other };

	contact_init(&contact);
	contact.name = memory_copy_string("Ada Prova");
	contact.nickname = memory_copy_string("Adina");
	contact.note = memory_copy_string("two\nlines");
	contact.met_on = TODAY - 9;
	contact.cadence_days = 21;
	contact.circle = circle_by_name(place->store, "CLOSE");
	contact_add_channel(&contact, CHANNEL_EMAIL, "ada@example.org", "work", true);
	contact_add_tag(&contact, "choir");
	contact_add_date(&contact, YEARLY_BIRTHDAY, (struct civil_date){ 0, 2, 29 }, NULL);
	contact_add_kept(&contact, "X-SKYPE:ada");
	vector_push(&contact.relations, &relation);
	assert_ok(place, contact_add(place->store, &contact, &place->err));

	assert_ok(place, contact_load(place->store, contact.id, &back, &place->err));
	assert_string_equal(back.name, "Ada Prova");
	assert_string_equal(back.nickname, "Adina");
	assert_string_equal(back.note, "two\nlines");
	assert_int_equal(back.met_on, TODAY - 9);
	assert_int_equal(back.cadence_days, 21);
	assert_int_equal(back.circle, contact.circle);
	assert_string_equal(contact_channel(&back, CHANNEL_EMAIL)->label, "work");
	assert_string_equal(*(char **)vector_at(&back.tags, 0), "choir");
	assert_int_equal(((struct yearly_date *)vector_at(&back.dates, 0))->date.day, 29);
	assert_string_equal(
		((struct kept_property *)vector_at(&back.kept, 0))->line, "X-SKYPE:ada");
	assert_string_equal(((struct relation *)vector_at(&back.relations, 0))->name, "Bruno");
	contact_fini(&back);
	assert_ok(place, contact_load_row(place->store, contact.id, &back, &place->err));
	assert_string_equal(back.note, "two\nlines");
	assert_int_equal(back.circle, contact.circle);
	assert_int_equal(back.channels.count + back.tags.count + back.dates.count, 0);
	contact_fini(&back);
	assert_int_equal(
		contact_load_row(place->store, contact.id + 1, &back, NULL), STATUS_NOT_FOUND);
	vector_clear(&contact.relations);
	contact_fini(&contact);
}

/* Those there were stay, though many others are sorted before them. */
static void thousands_of_tags_become_more(void **state)
{
	struct place *place = *state;
	struct contact contact;
	contact_id ada = add_named(place, "Ada");

	for (char first = 'm'; first >= 'a'; first -= 12) {
		assert_ok(place, contact_load(place->store, ada, &contact, &place->err));
		for (int i = 0; i < 1200; i++) {
			char tag[16];
			snprintf(tag, sizeof tag, "%c%d", first, i);
			contact_add_tag(&contact, tag);
		}
		assert_ok(place, contact_update(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	assert_ok(place, contact_load(place->store, ada, &contact, &place->err));
	assert_int_equal(contact.tags.count, 2400);
	contact_fini(&contact);
}

static void what_makes_no_sense_is_refused_and_nothing_changed(void **state)
{
	struct place *place = *state;
	static const struct {
		const char *name;
		int cadence_days;
		circle_id circle;
	} bad[] = { { " \t", 0, 0 }, { "Ada", -5, 0 }, { "Ada", CADENCE_MAX_DAYS + 1, 0 },
		{ "Ada", 0, 99 } };

	for (size_t i = 0; i < sizeof bad / sizeof *bad; i++) {
		struct contact contact;
		contact_init(&contact);
		contact.name = memory_copy_string(bad[i].name);
		contact.cadence_days = bad[i].cadence_days;
		contact.circle = bad[i].circle;
		assert_int_equal(contact_add(place->store, &contact, &place->err), STATUS_INVALID);
		contact_fini(&contact);
	}
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 0);
	assert_int_equal(number(place->store, "SELECT count(*) FROM undo"), 0);
}

static void names_are_found_by_the_beginnings_of_their_words(void **state)
{
	struct place *place = *state;
	contact_id ana = add_named(place, "Ana Pérez"), anna = add_named(place, "Anna Rossi"), id;

	assert_ok(place, contact_resolve(place->store, "perez", &id, &place->err));
	assert_int_equal(id, ana);
	assert_ok(place, contact_resolve(place->store, "ros ann", &id, &place->err));
	assert_int_equal(id, anna);
	assert_int_equal(contact_resolve(place->store, "an", &id, &place->err), STATUS_AMBIGUOUS);
	assert_non_null(strstr(place->err.message, "Ana Pérez"));
	assert_non_null(strstr(place->err.message, "Anna Rossi"));
	assert_int_equal(
		contact_resolve(place->store, "nobody", &id, &place->err), STATUS_NOT_FOUND);
}

/* However many more there are of a firm, it is said. */
static void of_many_in_one_firm_the_rest_is_counted(void **state)
{
	struct place *place = *state;
	contact_id id;

	for (int i = 0; i < 10; i++) {
		struct contact contact;
		contact_init(&contact);
		contact.name = memory_copy_string("Ana");
		contact.organization = memory_copy_string("Studio");
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	assert_int_equal(
		contact_resolve(place->store, "ana @studio", &id, &place->err), STATUS_AMBIGUOUS);
	assert_non_null(strstr(place->err.message, "and 2 more"));
	assert_int_equal(contact_resolve(place->store, "ana", &id, &place->err), STATUS_AMBIGUOUS);
	assert_non_null(strstr(place->err.message, "and 2 more"));
}

/* With the prefix of its URN or without, in capitals or not. */
static void a_uid_is_understood_however_it_is_written(void **state)
{
	static const char *const kept[] = { "urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301",
		"6f2504e0-4f89-11d3-9a0c-0305e82c3302", "8F2504E0-4F89-11D3-9A0C-0305E82C3303",
		"URN:UUID:9f2504e0-4f89-11d3-9a0c-0305e82c3304" };
	static const char *const typed[][3] = {
		{ "urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301",
			"3f2504e0-4f89-11d3-9a0c-0305e82c3301",
			"3F2504E0-4F89-11D3-9A0C-0305E82C3301" },
		{ "urn:uuid:6f2504e0-4f89-11d3-9a0c-0305e82c3302",
			"6f2504e0-4f89-11d3-9a0c-0305e82c3302",
			"URN:UUID:6F2504E0-4F89-11D3-9A0C-0305E82C3302" },
		{ "urn:uuid:8f2504e0-4f89-11d3-9a0c-0305e82c3303",
			"8f2504e0-4f89-11d3-9a0c-0305e82c3303",
			"urn:uuid:8F2504E0-4F89-11D3-9A0C-0305E82C3303" },
		{ "urn:uuid:9f2504e0-4f89-11d3-9a0c-0305e82c3304",
			"9f2504e0-4f89-11d3-9a0c-0305e82c3304",
			"9F2504E0-4F89-11D3-9A0C-0305E82C3304" },
	};
	struct place *place = *state;

	for (size_t i = 0; i < sizeof kept / sizeof *kept; i++) {
		struct contact contact;
		contact_id id;
		contact_init(&contact);
		contact.name = memory_copy_string("Ada");
		contact.uid = memory_copy_string(kept[i]);
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		for (size_t j = 0; j < 3; j++) {
			assert_ok(place,
				contact_resolve(place->store, typed[i][j], &id, &place->err));
			assert_int_equal(id, contact.id);
		}
		contact_fini(&contact);
	}
}

/* Both are in one book when two programs wrote it: each is found as it is written. */
static void a_uid_as_it_is_written_wins_over_other_spellings(void **state)
{
	static const char *const uids[] = { "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
		"urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301", "abc1", "ABC1" };
	struct place *place = *state;
	contact_id ids[4], id;

	for (size_t i = 0; i < 4; i++) {
		struct contact contact;
		contact_init(&contact);
		contact.name = memory_copy_string("Ada");
		contact.uid = memory_copy_string(uids[i]);
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		ids[i] = contact.id;
		contact_fini(&contact);
	}
	for (size_t i = 0; i < 4; i++) {
		assert_ok(place, contact_resolve(place->store, uids[i], &id, &place->err));
		assert_int_equal(id, ids[i]);
	}
	assert_int_equal(contact_resolve(place->store, "Abc1", &id, &place->err), STATUS_NOT_FOUND);
}

static void a_whole_name_wins_over_longer_ones(void **state)
{
	struct place *place = *state;
	contact_id short_one = add_named(place, "Ana"), id;

	add_named(place, "Ana Maria");
	assert_ok(place, contact_resolve(place->store, "ANA", &id, &place->err));
	assert_int_equal(id, short_one);
}

static void name_and_number_name_one_of_them(void **state)
{
	struct place *place = *state;
	contact_id one = add_named(place, "Ana Rossi"), other = add_named(place, "Ana Rossi"), id;
	char typed[64];

	snprintf(typed, sizeof typed, "Ana Rossi #%d", (int)other);
	assert_ok(place, contact_resolve(place->store, typed, &id, &place->err));
	assert_int_equal(id, other);
	snprintf(typed, sizeof typed, "rossi #%d", (int)one);
	assert_ok(place, contact_resolve(place->store, typed, &id, &place->err));
	assert_int_equal(id, one);
	/* The number is somebody's who is called otherwise: nobody is meant, nor to be added. */
	snprintf(typed, sizeof typed, "Bruno #%d", (int)one);
	assert_int_equal(contact_resolve(place->store, typed, &id, &place->err), STATUS_NOT_FOUND);
	assert_false(contact_may_be_named(typed));
	assert_true(contact_may_be_named("Bruno # 2"));
}

static void assert_called(struct place *place, contact_id id, const char *expected)
{
	char *called = contact_called(place->store, id, NULL);

	assert_string_equal(called, expected);
	free(called);
}

static void only_namesakes_are_called_with_their_number(void **state)
{
	struct place *place = *state;
	contact_id one = add_named(place, "Ana Rossi"), longer = add_named(place, "Ana Rossini");
	char *label = NULL;

	assert_called(place, one, "Ana Rossi");
	contact_id other = add_named(place, "ANA ROSSI");
	assert_called(place, one, "Ana Rossi (#1)");
	assert_called(place, other, "ANA ROSSI (#3)");
	assert_called(place, longer, "Ana Rossini");
	assert_null(contact_called(place->store, 99, NULL));
	assert_ok(place, contact_delete(place->store, other, &place->err));
	assert_called(place, one, "Ana Rossi");
	assert_ok(place, undo_last(place->store, &label, &place->err));
	assert_string_equal(label, "delete ANA ROSSI (#3)");
	free(label);
}

static void pages_follow_each_other_both_ways(void **state)
{
	struct place *place = *state;
	struct contact_filter everybody = { 0 };
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	char name[32];

	for (int i = 0; i < 25; i++) {
		snprintf(name, sizeof name, "Person %02d", (i * 7) % 25);
		add_named(place, name);
	}
	contact_id from = 0;
	for (int page = 0; page < 3; page++) {
		assert_ok(place,
			contact_page(place->store, &everybody, from, true, 10, &rows, &place->err));
		from = ((struct contact_row *)vector_at(&rows, rows.count - 1))->id;
	}
	assert_int_equal(rows.count, 25);
	for (size_t i = 0; i < 25; i++) {
		snprintf(name, sizeof name, "Person %02zu", i);
		row = vector_at(&rows, i);
		assert_string_equal(row->name, name);
	}
	struct vector before = VECTOR_INIT(struct contact_row);
	row = vector_at(&rows, 20);
	assert_ok(place,
		contact_page(place->store, &everybody, row->id, false, 5, &before, &place->err));
	row = vector_at(&before, 0);
	assert_string_equal(row->name, "Person 15");
	assert_int_equal(contact_count(place->store, &everybody), 25);
	VECTOR_EACH (row, &rows)
		contact_row_fini(row);
	VECTOR_EACH (row, &before)
		contact_row_fini(row);
	vector_fini(&rows);
	vector_fini(&before);
}

static void who_was_let_go_is_out_of_the_list_until_they_return(void **state)
{
	struct place *place = *state;
	struct contact_filter usual = { 0 }, all = { .with_archived = true };
	struct event gone = { .contact = add_named(place, "Ada"),
		.kind = EVENT_LET_GO,
		.day = TODAY,
		.until = DAY_NONE };

	add_named(place, "Bruno");
	assert_ok(place, event_add(place->store, &gone, &place->err));
	assert_int_equal(contact_count(place->store, &usual), 1);
	assert_int_equal(contact_count(place->store, &all), 2);
	assert_int_equal(contact_state_today(place->store, gone.contact, NULL), STATE_ARCHIVED);
	gone.kind = EVENT_RETURN;
	assert_ok(place, event_add(place->store, &gone, &place->err));
	assert_int_equal(contact_count(place->store, &usual), 2);
}

/* In no circle, and nothing else is decided about them. */
static void without_a_place_is_who_nothing_is_decided_about(void **state)
{
	struct place *place = *state;
	struct contact_filter without_place = { .without_place = true };
	struct contact contact;
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct event event = { .day = TODAY, .until = DAY_NONE };
	contact_id open = add_named(place, "Ada");

	event.contact = add_named(place, "Gone");
	event.kind = EVENT_LET_GO;
	assert_ok(place, event_add(place->store, &event, &place->err));
	event.contact = add_named(place, "Resting");
	event.kind = EVENT_REST;
	assert_ok(place, event_add(place->store, &event, &place->err));
	event.contact = add_named(place, "Snoozed");
	event.kind = EVENT_SNOOZE;
	event.until = TODAY + 3;
	assert_ok(place, event_add(place->store, &event, &place->err));
	for (int i = 0; i < 3; i++) {
		contact_init(&contact);
		contact.name = memory_copy_string("Decided");
		contact.circle = i == 0 ? circle_by_name(place->store, "Close") : 0;
		contact.cadence_days = i == 1 ? 10 : 0;
		if (i == 2)
			contact_add_date(&contact, YEARLY_DEATH, (struct civil_date){ 0 }, NULL);
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	assert_int_equal(contact_count(place->store, &without_place), 2);
	const struct contact_filter usual = { 0 }, in_circle = { .circle = 1 };
	struct contact_counts counts = contact_counts(place->store, &usual);
	assert_int_equal(counts.listed, contact_count(place->store, &usual));
	assert_int_equal(counts.without_place, 2);
	counts = contact_counts(place->store, &in_circle);
	assert_int_equal(counts.listed, contact_count(place->store, &in_circle));
	assert_int_equal(counts.without_place, 2);
	counts = contact_counts(place->store, &without_place);
	assert_int_equal(counts.listed, 2);
	assert_ok(
		place, contact_page(place->store, &without_place, 0, true, 10, &rows, &place->err));
	assert_int_equal(rows.count, 2);
	assert_int_equal(((struct contact_row *)vector_at(&rows, 0))->id, open);
	assert_string_equal(((struct contact_row *)vector_at(&rows, 1))->name, "Snoozed");
	for (size_t i = 0; i < rows.count; i++)
		contact_row_fini(vector_at(&rows, i));
	vector_fini(&rows);
}

static void a_deleted_circle_leaves_its_people(void **state)
{
	struct place *place = *state;
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string("Ada");
	contact.circle = circle_by_name(place->store, "friends");
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	assert_ok(place, circle_delete(place->store, contact.circle, &place->err));
	assert_int_equal(number(place->store, "SELECT circle IS NULL FROM contact"), 1);
	struct circle again = { .name = "close" };
	assert_int_equal(circle_save(place->store, &again, &place->err), STATUS_INVALID);
	contact_fini(&contact);
}

static void absences_that_touch_become_one(void **state)
{
	struct place *place = *state;
	struct absence a = { .from = 100, .to = 110 }, b = { .from = 111, .to = 115 },
		       c = { .from = 200, .to = 210 }, around = { .from = 90, .to = 205 },
		       backwards = { .from = 10, .to = 9 };

	assert_ok(place, absence_add(place->store, &a, &place->err));
	assert_ok(place, absence_add(place->store, &b, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM absence"), 1);
	assert_ok(place, absence_add(place->store, &c, &place->err));
	assert_ok(place, absence_add(place->store, &around, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM absence"), 1);
	assert_int_equal(number(place->store, "SELECT to_day - from_day FROM absence"), 120);
	assert_int_equal(absence_add(place->store, &backwards, &place->err), STATUS_INVALID);
	assert_int_equal(absence_remove(place->store, 99, &place->err), STATUS_NOT_FOUND);
}

static void a_circle_is_loaded_by_its_id(void **state)
{
	struct place *place = *state;
	struct circle circle;
	circle_id id = circle_by_name(place->store, "close");

	assert_ok(place, circle_load(place->store, id, &circle, &place->err));
	assert_int_equal(circle.id, id);
	assert_string_equal(circle.name, "Close");
	assert_int_equal(circle.cadence_days, 14);
	circle_fini(&circle);
	assert_ok(place, circle_delete(place->store, id, &place->err));
	assert_ok(place, circle_load(place->store, id, &circle, &place->err));
	assert_int_equal(circle.id, 0);
	assert_null(circle.name);
	assert_ok(place, circle_load(place->store, 0, &circle, &place->err));
	assert_null(circle.name);
}

static void a_circle_is_known_by_its_whole_name(void **state)
{
	struct place *place = *state;
	struct circle old = { .name = "Old  Chóir" }, choir = { .name = "Choir old" };

	assert_ok(place, circle_save(place->store, &old, &place->err));
	assert_int_equal(circle_by_name(place->store, "old choir"), old.id);
	assert_int_equal(circle_by_name(place->store, "choir old"), 0);
	assert_int_equal(circle_by_name(place->store, "old c old"), 0);
	assert_int_equal(circle_by_name(place->store, "old"), 0);
	assert_ok(place, circle_save(place->store, &choir, &place->err));
	assert_int_equal(circle_by_name(place->store, "CHOIR OLD"), choir.id);
}

static void a_name_is_one_line_whatever_way_it_came(void **state)
{
	struct place *place = *state;
	char added[] = "Ada\nProva", edited[] = "Ada\r\n\tTre", circle_name[] = "Near\nby";
	struct contact contact = { .name = added };
	struct circle circle = { .name = circle_name };

	assert_ok(place, contact_add(place->store, &contact, &place->err));
	assert_string_equal(contact.name, "Ada Prova");
	contact.name = edited;
	vector_init(&contact.tags, sizeof(char *));
	contact_add_tag(&contact, "two\nlines");
	assert_ok(place, contact_update(place->store, &contact, &place->err));
	assert_ok(place, circle_save(place->store, &circle, &place->err));
	assert_int_equal(number(place->store, "SELECT name = 'Ada   Tre' FROM contact"), 1);
	assert_int_equal(number(place->store, "SELECT tag = 'two lines' FROM tag"), 1);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM circle WHERE name = 'Near by'"), 1);
	vector_fini_strings(&contact.tags);
	free(contact.uid);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(a_circle_is_loaded_by_its_id),
		TEST(a_circle_is_known_by_its_whole_name),
		TEST(everything_of_a_contact_comes_back),
		TEST(thousands_of_tags_become_more),
		TEST(what_makes_no_sense_is_refused_and_nothing_changed),
		TEST(names_are_found_by_the_beginnings_of_their_words),
		TEST(of_many_in_one_firm_the_rest_is_counted),
		TEST(a_uid_is_understood_however_it_is_written),
		TEST(a_uid_as_it_is_written_wins_over_other_spellings),
		TEST(a_whole_name_wins_over_longer_ones),
		TEST(name_and_number_name_one_of_them),
		TEST(only_namesakes_are_called_with_their_number),
		TEST(pages_follow_each_other_both_ways),
		TEST(who_was_let_go_is_out_of_the_list_until_they_return),
		TEST(without_a_place_is_who_nothing_is_decided_about),
		TEST(a_deleted_circle_leaves_its_people),
		TEST(absences_that_touch_become_one),
		TEST(a_name_is_one_line_whatever_way_it_came),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
