/* What imported histories leave in the database: people seen, numbers of entries, what was
 * deleted. Not here: importing them (tests/cli/history.sh). */
#include "place.h"

#include "filo/base/memory.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/import_sources.h"
#include "filo/store/queue.h"
#include "filo/store/seen.h"
#include "filo/store/undo.h"

static conversation_id imported(struct place *place, contact_id id, const char *source_id)
{
	struct conversation talk;

	conversation_init(&talk);
	talk.day = TODAY - 1;
	talk.precision = PRECISION_TIME;
	talk.minute = 600;
	talk.source = memory_copy_string("mail");
	talk.source_id = memory_copy_string(source_id);
	talk.tally = (struct tally){ 2, 7, 0 };
	conversation_add_participant(&talk, id, NULL, false);
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	conversation_id added = talk.id;
	conversation_fini(&talk);
	return added;
}

static int64_t handle(struct place *place, const char *key, contact_id contact)
{
	struct seen seen = { .kind = "email", .key = key, .name = "", .contact = contact };

	assert_ok(place, seen_save(place->store, &seen, &place->err));
	assert_int_equal(seen_find(place->store, "email", key), seen.id);
	return seen.id;
}

static void saving_an_entry_touches_it_and_growing_does_not(void **state)
{
	struct place *place = *state;
	conversation_id id = imported(place, add_named(place, "Ada"), "a/1");
	struct conversation talk;

	assert_ok(place, conversation_load(place->store, id, &talk, &place->err));
	assert_int_equal(talk.tally.from_them, 7);
	talk.tally.from_me = 5;
	talk.day = TODAY;
	talk.minute = 20;
	assert_ok(place, conversation_grow(place->store, &talk, &place->err));
	assert_int_equal(number(place->store, "SELECT count_me FROM conversation"), 5);
	assert_int_equal(number(place->store, "SELECT day FROM participant"), TODAY);
	assert_int_equal(number(place->store, "SELECT contact_day FROM participant"), TODAY - 1);
	assert_int_equal(number(place->store, "SELECT is_touched FROM conversation"), 0);
	assert_ok(place, conversation_update(place->store, &talk, &place->err));
	assert_int_equal(number(place->store, "SELECT is_touched FROM conversation"), 1);
	assert_int_equal(number(place->store, "SELECT count_them FROM conversation"), 7);
	conversation_fini(&talk);
}

static void a_deleted_import_is_not_forgotten_until_undo(void **state)
{
	struct place *place = *state;
	conversation_id id = imported(place, add_named(place, "Ada"), "a/1");

	assert_ok(place, conversation_delete(place->store, id, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM forgotten"
					      " WHERE source = 'mail' AND source_id = 'a/1'"),
		1);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM forgotten"), 0);
	assert_int_equal(number(place->store, "SELECT count_them FROM conversation"), 7);
}

static void handles_follow_whoever_two_become(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada"), other = add_named(place, "A. Rossi");
	struct contact keep;

	handle(place, "ada@example.org", ada);
	handle(place, "a.rossi@example.org", other);
	assert_ok(place, contact_load(place->store, ada, &keep, &place->err));
	assert_ok(place, contact_merge(place->store, &keep, other, &place->err));
	contact_fini(&keep);
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen WHERE contact = 1"), 2);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen WHERE contact = 1"), 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen WHERE contact = 2"), 1);
}

static void handles_of_who_is_deleted_are_ignored(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada");

	handle(place, "ada@example.org", ada);
	assert_ok(place, contact_delete(place->store, ada, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen WHERE is_ignored"
					      " AND contact IS NULL"),
		1);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen WHERE NOT is_ignored"
					      " AND contact = 1"),
		1);
}

static void days_of_people_seen_are_joined_listed_and_forgotten(void **state)
{
	struct place *place = *state;
	int64_t id = handle(place, "ben@example.org", 0);
	struct seen_day day = { TODAY - 3, "mail", MEDIUM_EMAIL,
		{ TODAY - 3, 700, OPENED_BY_ME, { 1, 0, 0 } } };
	struct vector people = VECTOR_INIT(struct seen_person);
	bool has_changed = false;
	int64_t forgotten = 0;

	assert_ok(place, seen_day_save(place->store, id, false, &day, &has_changed, &place->err));
	assert_true(has_changed);
	has_changed = false;
	assert_ok(place, seen_day_save(place->store, id, false, &day, &has_changed, &place->err));
	assert_false(has_changed);
	day.tally = (struct day_tally){ TODAY - 3, 650, OPENED_BY_THEM, { 0, 4, 0 } };
	assert_ok(place, seen_day_save(place->store, id, false, &day, &has_changed, &place->err));
	assert_int_equal(number(place->store, "SELECT minute * 10 + count_them FROM seen_day"
					      " WHERE count_me = 1"),
		6504);
	assert_ok(place, seen_list(place->store, false, &people, &place->err));
	assert_int_equal(people.count, 1);
	struct seen_person *person = vector_at(&people, 0);
	assert_string_equal(person->key, "ben@example.org");
	assert_int_equal(person->days, 1);
	seen_person_fini(person);
	vector_fini(&people);
	assert_ok(place, seen_forget_all(place->store, &forgotten, &place->err));
	assert_int_equal(forgotten, 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen_day"), 0);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM seen_day"), 1);
}

static void a_source_is_forgotten_but_for_what_was_touched(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada");
	conversation_id touched = imported(place, ada, "a/1");
	struct conversation talk;
	struct source_forgotten forgotten;

	imported(place, ada, "a/2");
	imported(place, ada, "b/2");
	assert_ok(place, conversation_load(place->store, touched, &talk, &place->err));
	assert_ok(place, conversation_update(place->store, &talk, &place->err));
	conversation_fini(&talk);
	assert_ok(place, source_forget(place->store, "mail", "a", &forgotten, &place->err));
	assert_int_equal(forgotten.removed, 1);
	assert_int_equal(forgotten.kept, 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"), 2);
	assert_int_equal(number(place->store, "SELECT contact_days FROM rhythm"), 1);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"), 3);
	assert_int_equal(source_forget(place->store, "none", NULL, &forgotten, &place->err),
		STATUS_NOT_FOUND);
}

static void a_remembered_file_is_kept_once_and_undone(void **state)
{
	struct place *place = *state;
	struct import_source source = { .path = "/home/ada/Mail",
		.format = "mail",
		.options = "",
		.size = 12,
		.mtime = 34,
		.last_run = TODAY };
	struct vector sources = VECTOR_INIT(struct import_source);

	assert_ok(place, import_source_save(place->store, &source, &place->err));
	source.size = 13;
	assert_ok(place, import_source_save(place->store, &source, &place->err));
	assert_ok(place, import_source_list(place->store, &sources, &place->err));
	assert_int_equal(sources.count, 1);
	struct import_source *back = vector_at(&sources, 0);
	assert_int_equal(back->size, 13);
	import_source_fini(back);
	vector_fini(&sources);
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	assert_int_equal(number(place->store, "SELECT size FROM import_source"), 12);
	assert_ok(place, import_source_delete(place->store, source.path, &place->err));
	assert_int_equal(
		import_source_delete(place->store, source.path, &place->err), STATUS_NOT_FOUND);
}

static void a_day_that_only_an_import_tells_of_makes_nobody_new(void **state)
{
	struct place *place = *state;
	struct contact contact;
	struct conversation entry;

	contact_init(&contact);
	contact.name = memory_copy_string("Ada");
	contact.added_on = TODAY - 1;
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	conversation_init(&entry);
	entry.day = TODAY - 9;
	entry.source = memory_copy_string("mail");
	entry.source_id = memory_copy_string("ada@example.org/1");
	conversation_add_participant(&entry, contact.id, NULL, false);
	assert_ok(place, conversation_add(place->store, &entry, &place->err));
	struct queue_request request = { .on = TODAY };
	struct queue queue;
	assert_ok(place, queue_build(place->store, &request, &queue, &place->err));
	assert_int_equal(queue.rows.count, 0);
	queue_fini(&queue);
	/* What was saved by hand since counts. */
	assert_ok(place, conversation_update(place->store, &entry, &place->err));
	assert_ok(place, queue_build(place->store, &request, &queue, &place->err));
	assert_int_equal(queue.rows.count, 1);
	queue_fini(&queue);
	conversation_fini(&entry);
	contact_fini(&contact);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	const struct CMUnitTest tests[] = {
		TEST(saving_an_entry_touches_it_and_growing_does_not),
		TEST(a_deleted_import_is_not_forgotten_until_undo),
		TEST(handles_follow_whoever_two_become),
		TEST(handles_of_who_is_deleted_are_ignored),
		TEST(days_of_people_seen_are_joined_listed_and_forgotten),
		TEST(a_source_is_forgotten_but_for_what_was_touched),
		TEST(a_remembered_file_is_kept_once_and_undone),
		TEST(a_day_that_only_an_import_tells_of_makes_nobody_new),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
