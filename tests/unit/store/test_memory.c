/* Every change with one allocation of SQLite failing, each in its turn: it is made whole or not at
 * all, what could not be read is never taken for nothing, and the same store can be used again. Of
 * our own none is wanted once a change is kept.
 * Not here: that want of it ends the program (base/memory.h). */
#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/store/change.h"
#include "filo/store/check.h"
#include "filo/store/contact_merge.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/conversations_bulk.h"
#include "filo/store/events.h"
#include "filo/store/undo.h"
#include "place.h"

static sqlite3_mem_methods usual;
static int until_failure; /* allocations until the one that fails; 0: none does */
static bool has_failed;

static bool fails_now(void)
{
	if (!until_failure || --until_failure)
		return false;
	has_failed = true;
	return true;
}

static void *scarce_malloc(int size)
{
	return fails_now() ? NULL : usual.xMalloc(size);
}

static void *scarce_realloc(void *memory, int size)
{
	return fails_now() ? NULL : usual.xRealloc(memory, size);
}

static void make_memory_scarce(void)
{
	sqlite3_mem_methods scarce;

	sqlite3_config(SQLITE_CONFIG_GETMALLOC, &usual);
	scarce = usual;
	scarce.xMalloc = scarce_malloc;
	scarce.xRealloc = scarce_realloc;
	sqlite3_config(SQLITE_CONFIG_MALLOC, &scarce);
}

/* ---- What is done ---- */

static enum status add(struct store *store, const char *name, struct error *err)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	contact.uid = memory_copy_string(name);
	contact_add_channel(&contact, CHANNEL_EMAIL, "someone@example.org", "home", true);
	contact_add_tag(&contact, "choir");
	contact_add_date(&contact, YEARLY_BIRTHDAY,
		(struct civil_date){ .year = 1990, .month = 3, .day = 7 }, NULL);
	enum status status = contact_add(store, &contact, err);
	contact_fini(&contact);
	return status;
}

static void talk(struct conversation *talk, day_number day, contact_id one, contact_id other)
{
	conversation_init(talk);
	talk->day = day;
	talk->medium = MEDIUM_CALL;
	free(talk->summary);
	talk->summary = memory_copy_string("about the boat");
	talk->exchanges.given = 1U << EXCHANGE_ADVICE;
	conversation_add_participant(talk, one, NULL, false);
	if (other)
		conversation_add_participant(talk, other, NULL, false);
}

static enum status log_one(
	struct store *store, day_number day, contact_id one, contact_id other, struct error *err)
{
	struct conversation conversation;

	talk(&conversation, day, one, other);
	enum status status = conversation_add(store, &conversation, err);
	conversation_fini(&conversation);
	return status;
}

static enum status add_somebody(struct store *store, struct error *err)
{
	return add(store, "Dora", err);
}

/* Bo rests and wakes. */
static enum status log_a_talk(struct store *store, struct error *err)
{
	return log_one(store, TODAY, 1, 2, err);
}

static enum status delete_somebody(struct store *store, struct error *err)
{
	return contact_delete(store, 1, err);
}

static enum status edit_somebody(struct store *store, struct error *err)
{
	struct contact contact;
	enum status status = contact_load(store, 1, &contact, err);

	if (status != STATUS_OK)
		return status;
	contact_add_tag(&contact, "sailing");
	memory_replace_string(&contact.name, "Anne");
	status = contact_update(store, &contact, err);
	contact_fini(&contact);
	return status;
}

static enum status merge_two(struct store *store, struct error *err)
{
	struct contact contact;
	enum status status = contact_load(store, 1, &contact, err);

	if (status != STATUS_OK)
		return status;
	status = contact_merge(store, &contact, 2, err);
	contact_fini(&contact);
	return status;
}

static enum status take_back(struct store *store, struct error *err)
{
	return undo_last(store, NULL, err);
}

static enum status import_rows(struct store *store, struct error *err)
{
	struct conversation talks[3];
	enum status status = change_expect_many(store, err);

	if (status == STATUS_OK)
		status = add(store, "Eva", err);
	if (status != STATUS_OK)
		return status;
	for (int i = 0; i < 3; i++)
		talk(&talks[i], TODAY - 9 + i, i + 1, 4);
	/* As an import asks whether it knows somebody. */
	contact_id known;
	status = contact_by_uid(store, "Ana", &known, err);
	if (status == STATUS_OK && !known)
		status = add(store, "Ana again", err);
	if (status == STATUS_OK)
		status = conversations_bulk_add(store, talks, 3, err);
	for (int i = 0; i < 3; i++)
		conversation_fini(&talks[i]);
	return status;
}

static enum status import_many(struct store *store, struct error *err)
{
	enum status status = change_begin(store, "import", err);

	if (status != STATUS_OK)
		return status;
	status = import_rows(store, err);
	if (status == STATUS_OK)
		return change_commit(store, err);
	change_rollback(store);
	return status;
}

/* ---- What is there ---- */

static uint64_t digest_of(struct store *store)
{
	static const char *const tables[] = { "circle", "contact", "channel", "tag", "yearly_date",
		"relation", "conversation", "participant", "exchange", "event", "rhythm", "tempo",
		"undo" };
	uint64_t digest = 14695981039346656037u; /* FNV-1a */

	for (size_t i = 0; i < sizeof tables / sizeof *tables; i++) {
		char sql[80];
		sqlite3_stmt *stmt;
		snprintf(sql, sizeof sql, "SELECT * FROM %s ORDER BY 1, 2", tables[i]);
		assert_int_equal(sqlite3_prepare_v2(store->db, sql, -1, &stmt, NULL), SQLITE_OK);
		while (sqlite3_step(stmt) == SQLITE_ROW) {
			for (int column = 0; column < sqlite3_column_count(stmt); column++) {
				const unsigned char *bytes = sqlite3_column_blob(stmt, column);
				int count = sqlite3_column_bytes(stmt, column);
				digest = (digest ^ (uint64_t)(count + 1)) * 1099511628211u;
				for (int at = 0; at < count; at++)
					digest = (digest ^ bytes[at]) * 1099511628211u;
			}
		}
		sqlite3_finalize(stmt);
	}
	return digest;
}

static void open_copy(struct place *place)
{
	char command[256];

	place_close(place);
	snprintf(command, sizeof command, "cd %s && rm -f filo.db* && cp begin filo.db",
		place->folder);
	assert_int_equal(system(command), 0);
	place_open(place);
}

static void holds_whole_or_not_at_all(
	struct place *place, enum status (*act)(struct store *store, struct error *err))
{
	char begin[96];
	bool is_over = false;
	int problems;

	snprintf(begin, sizeof begin, "%s", place_file(place, "begin"));
	place_close(place);
	assert_int_equal(rename(place->path, begin), 0);
	open_copy(place);
	uint64_t before = digest_of(place->store);
	assert_ok(place, act(place->store, &place->err));
	uint64_t after = digest_of(place->store);
	assert_true(before != after);
	for (int n = 1; !is_over; n += 1 + n / 8) {
		open_copy(place);
		has_failed = false;
		until_failure = n;
		enum status status = act(place->store, &place->err);
		until_failure = 0;
		is_over = !has_failed;
		if (digest_of(place->store) != (status == STATUS_OK ? after : before))
			fail_msg(
				"allocation %d: %s", n, status ? place->err.message : "half of it");
		if (status == STATUS_OK) {
			assert_ok(place, store_unread(place->store, &place->err));
			continue;
		}
		assert_ok(place, act(place->store, &place->err));
		assert_true(digest_of(place->store) == after);
	}
	assert_ok(place, store_check(place->store, say_nothing, NULL, &problems, &place->err));
}

/* Ana, Bo and Cid; Ana was spoken with, Bo rests. */
static int setup(void **state)
{
	struct place *place;
	struct event rest = {
		.contact = 2, .kind = EVENT_REST, .day = TODAY - 30, .until = DAY_NONE
	};

	place_setup(state);
	place = *state;
	assert_ok(place, add(place->store, "Ana", &place->err));
	assert_ok(place, add(place->store, "Bo", &place->err));
	assert_ok(place, add(place->store, "Cid", &place->err));
	assert_ok(place, log_one(place->store, TODAY - 50, 1, 2, &place->err));
	assert_ok(place, log_one(place->store, TODAY - 40, 1, 0, &place->err));
	assert_ok(place, event_add(place->store, &rest, &place->err));
	return 0;
}

static void adding(void **state)
{
	holds_whole_or_not_at_all(*state, add_somebody);
}

static void logging(void **state)
{
	holds_whole_or_not_at_all(*state, log_a_talk);
}

static void editing(void **state)
{
	holds_whole_or_not_at_all(*state, edit_somebody);
}

static void deleting(void **state)
{
	holds_whole_or_not_at_all(*state, delete_somebody);
}

static void merging(void **state)
{
	holds_whole_or_not_at_all(*state, merge_two);
}

static void importing(void **state)
{
	holds_whole_or_not_at_all(*state, import_many);
}

static void undoing(void **state)
{
	struct place *place = *state;

	assert_ok(place, delete_somebody(place->store, &place->err));
	holds_whole_or_not_at_all(place, take_back);
}

#define LOOKED_UP 500 /* allocations until rows are touched, and more */

/* Several people's rhythms are looked up before a row is touched. What fails there may end the
 * transaction: the rows must not go without it. */
static void undoing_entries(void **state)
{
	struct place *place = *state;
	char begin[96];

	assert_ok(place, change_begin(place->store, "several", &place->err));
	for (contact_id id = 1; id <= 3; id++)
		assert_ok(place, log_one(place->store, TODAY - 20 - (int)id, id, 0, &place->err));
	assert_ok(place, change_commit(place->store, &place->err));
	snprintf(begin, sizeof begin, "%s", place_file(place, "begin"));
	place_close(place);
	assert_int_equal(rename(place->path, begin), 0);
	open_copy(place);
	uint64_t before = digest_of(place->store);
	for (int n = 1; n < LOOKED_UP; n++) {
		open_copy(place);
		until_failure = n;
		enum status status = take_back(place->store, &place->err);
		until_failure = 0;
		if (status != STATUS_OK && digest_of(place->store) != before)
			fail_msg("allocation %d: half of it", n);
	}
}

static void undoing_an_import(void **state)
{
	struct place *place = *state;

	assert_ok(place, import_many(place->store, &place->err));
	holds_whole_or_not_at_all(place, take_back);
}

static int is_without_room(void *vec)
{
	const struct vector *notes = vec;

	return notes->count == notes->capacity;
}

/* What a commit brings is noted behind it, and a program that ended there would tell of a change
 * that is kept that it has failed. */
static void room_to_note_a_change_is_made_before_it_is_kept(void **state)
{
	struct place *place = *state;
	struct store *store = place->store;

	sqlite3_commit_hook(store->db, is_without_room, &store->own_changes);
	for (int i = 0; i < 20; i++)
		assert_ok(place, log_one(store, TODAY - i, 3, 0, &place->err));
	sqlite3_commit_hook(store->db, is_without_room, &store->own_undone);
	for (int i = 0; i < 20; i++)
		assert_ok(place, undo_last(store, NULL, &place->err));
}

static enum status pass(void *context, const struct conversation *conversation, struct error *err)
{
	(void)context, (void)conversation, (void)err;
	return STATUS_OK;
}

/* What has failed has ended the reading itself, and no more is to be told than why. */
static void reading(void **state)
{
	struct place *place = *state;
	int refused = 0;

	for (int n = 1, is_over = 0; !is_over; n++) {
		place_close(place);
		place_open(place);
		bool is_own = store_begin_reading(place->store);
		has_failed = false;
		until_failure = n;
		enum status status = conversation_walk(place->store, pass, NULL, &place->err);
		until_failure = 0;
		is_over = !has_failed;
		store_end_reading(place->store, is_own);
		refused += status != STATUS_OK;
		assert_ok(place, store_unread(place->store, &place->err));
		assert_true(sqlite3_get_autocommit(place->store->db));
	}
	assert_true(refused > 10);
}

/* Opens with the n-th allocation failing, until none does. */
static void open_in_want(struct place *place)
{
	int refused = 0;

	for (int n = 1, is_over = 0; !is_over; n += 1 + n / 16) {
		place_close(place);
		has_failed = false;
		until_failure = n;
		enum status status = store_open(&place->store, place->path, TODAY, &place->err);
		until_failure = 0;
		is_over = !has_failed;
		refused += status != STATUS_OK;
		if (status == STATUS_OK)
			continue;
		place->store = NULL;
		assert_string_not_equal(place->err.message, "");
	}
	assert_true(refused > 10);
	assert_int_equal(number(place->store, "SELECT count(*) FROM contact"), 3);
}

static void opening(void **state)
{
	struct place *place = *state;

	open_in_want(place);
	place_close(place);
	chmod(place->path, 0400);
	chmod(place->folder, 0500);
	open_in_want(place);
	chmod(place->folder, 0700);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(opening),
		TEST(adding),
		TEST(logging),
		TEST(editing),
		TEST(deleting),
		TEST(merging),
		TEST(importing),
		TEST(undoing),
		TEST(undoing_entries),
		TEST(undoing_an_import),
		TEST(room_to_note_a_change_is_made_before_it_is_kept),
		TEST(reading),
	};

	make_memory_scarce();
	return cmocka_run_group_tests(tests, NULL, NULL);
}
