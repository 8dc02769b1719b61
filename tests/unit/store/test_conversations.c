/* Conversations and follow-ups as they are kept, and the search over them.
 * Not here: a log in pages (test_queue.c), rhythms (test_rhythm_kept.c). */
#include "place.h"

#include "filo/base/error.h"
#include "filo/base/memory.h"
#include "filo/base/vector.h"
#include "filo/people/contact.h"
#include "filo/people/contact_state.h"
#include "filo/people/conversation.h"
#include "filo/people/date.h"
#include "filo/people/followup.h"
#include "filo/store/change.h"
#include "filo/store/conversations.h"
#include "filo/store/conversations_bulk.h"
#include "filo/store/events.h"
#include "filo/store/followups.h"
#include "filo/store/search.h"
#include "filo/store/undo.h"

static struct conversation talk_with(contact_id id, day_number day, const char *summary)
{
	struct conversation talk;

	conversation_init(&talk);
	talk.day = day;
	memory_replace_string(&talk.summary, summary);
	conversation_add_participant(&talk, id, NULL, false);
	return talk;
}

static void who_was_deleted_meanwhile_is_said_in_words(void **state)
{
	struct place *place = *state;
	struct conversation talk = talk_with(add_named(place, "Ada") + 1000, TODAY, "a talk");

	assert_int_equal(conversation_add(place->store, &talk, &place->err), STATUS_NOT_FOUND);
	assert_null(strstr(place->err.message, "FOREIGN"));
	assert_non_null(strstr(place->err.message, "no longer there"));
	conversation_fini(&talk);
}

static void everything_of_a_conversation_comes_back(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada"), bruno = add_named(place, "Bruno");
	struct conversation talk = talk_with(ada, TODAY, "one line"), back;

	conversation_add_participant(&talk, bruno, NULL, true);
	talk.body = memory_copy_string("a longer\ntext");
	talk.precision = PRECISION_TIME;
	talk.minute = 75;
	talk.medium = MEDIUM_LETTER;
	talk.direction = OPENED_BY_THEM;
	talk.feeling = -2;
	talk.awaits_reply = true;
	talk.exchanges = (struct exchanges){ 1u << EXCHANGE_IDEA, 1u << EXCHANGE_GIFT };
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	assert_ok(place, conversation_load(place->store, talk.id, &back, &place->err));
	assert_string_equal(back.summary, "one line");
	assert_string_equal(back.body, "a longer\ntext");
	assert_int_equal(back.minute, 75);
	assert_int_equal(back.medium, MEDIUM_LETTER);
	assert_int_equal(back.direction, OPENED_BY_THEM);
	assert_int_equal(back.feeling, -2);
	assert_true(back.awaits_reply);
	assert_int_equal(back.exchanges.given, 1u << EXCHANGE_IDEA);
	assert_int_equal(back.exchanges.received, 1u << EXCHANGE_GIFT);
	assert_int_equal(back.participants.count, 2);
	/* 01:15 belongs to the evening before; a mention is no contact */
	assert_int_equal(number(place->store, "SELECT last_day FROM rhythm"), TODAY - 1);
	assert_int_equal(number(place->store, "SELECT count(*) FROM rhythm"), 1);
	conversation_fini(&back);
	conversation_fini(&talk);
}

static void what_was_exchanged_and_cannot_be_read_is_told(void **state)
{
	struct place *place = *state;
	struct conversation talk = talk_with(add_named(place, "Ada"), TODAY, "a talk"), back;

	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	run(place->store, "DROP TABLE exchange");
	assert_int_equal(
		conversation_load(place->store, talk.id, &back, &place->err), STATUS_DATABASE);
	conversation_fini(&talk);
}

static void nobody_in_it_or_no_day_is_refused(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada");
	struct conversation talk = talk_with(ada, DAY_NONE, "x");

	assert_int_equal(conversation_add(place->store, &talk, &place->err), STATUS_INVALID);
	talk.day = TODAY;
	((struct participant *)vector_at(&talk.participants, 0))->is_mention = true;
	assert_int_equal(conversation_add(place->store, &talk, &place->err), STATUS_INVALID);
	conversation_fini(&talk);
	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"), 0);
}

static void a_note_of_another_program_may_only_mention(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada");
	struct conversation note = talk_with(ada, TODAY, "Ada moved");

	((struct participant *)vector_at(&note.participants, 0))->is_mention = true;
	note.medium = MEDIUM_NONE;
	note.source = memory_copy_string("friends");
	assert_ok(place, conversation_add(place->store, &note, &place->err));
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM participant WHERE contact_day > 0"), 0);
	note.medium = MEDIUM_CALL;
	assert_int_equal(conversation_add(place->store, &note, &place->err), STATUS_INVALID);
	conversation_fini(&note);
}

static void the_same_source_is_taken_once(void **state)
{
	struct place *place = *state;
	struct conversation talk = talk_with(add_named(place, "Ada"), TODAY, "x");

	talk.source = memory_copy_string("csv");
	talk.source_id = memory_copy_string("17");
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	assert_int_equal(conversation_add(place->store, &talk, &place->err), STATUS_CONFLICT);
	conversation_fini(&talk);
}

static void an_older_entry_never_moves_the_last_day_back(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada");
	struct conversation late = talk_with(ada, TODAY, "late"),
			    early = talk_with(ada, TODAY - 30, "early");

	assert_ok(place, conversation_add(place->store, &late, &place->err));
	assert_ok(place, conversation_add(place->store, &early, &place->err));
	assert_int_equal(number(place->store, "SELECT last_day FROM rhythm"), TODAY);
	assert_int_equal(number(place->store, "SELECT max_gap FROM rhythm"), 30);
	assert_ok(place, conversation_delete(place->store, late.id, &place->err));
	assert_int_equal(number(place->store, "SELECT last_day FROM rhythm"), TODAY - 30);
	conversation_fini(&late);
	conversation_fini(&early);
}

static void who_is_logged_while_resting_has_resurfaced(void **state)
{
	struct place *place = *state;
	struct event rest = { .contact = add_named(place, "Ada"),
		.kind = EVENT_REST,
		.day = TODAY - 10,
		.until = DAY_NONE };
	struct conversation talk = talk_with(rest.contact, TODAY, "there you are");

	assert_ok(place, event_add(place->store, &rest, &place->err));
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	assert_int_equal(contact_state_today(place->store, rest.contact, NULL), STATE_ACTIVE);
	conversation_fini(&talk);
}

static void follow_ups_are_open_until_done(void **state)
{
	struct place *place = *state;
	struct followup open = { .contact = add_named(place, "Ada"),
		.kind = FOLLOWUP_MINE,
		.text = memory_copy_string("the article"),
		.due = TODAY + 3,
		.made_on = TODAY,
		.done_on = DAY_NONE };
	struct vector list = VECTOR_INIT(struct followup);

	assert_ok(place, followup_add(place->store, &open, &place->err));
	assert_ok(place, followup_list(place->store, open.contact, false, &list, &place->err));
	assert_int_equal(list.count, 1);
	assert_ok(place, followup_done(place->store, open.id, TODAY, &place->err));
	assert_ok(place, followup_list(place->store, open.contact, false, &list, &place->err));
	assert_int_equal(list.count, 1);
	assert_ok(place, followup_list(place->store, open.contact, true, &list, &place->err));
	assert_int_equal(list.count, 2);
	assert_int_equal(followup_done(place->store, 99, TODAY, &place->err), STATUS_NOT_FOUND);
	followups_clear(&list);
	vector_fini(&list);
	followup_fini(&open);
}

static size_t found(struct place *place, const char *text, struct finding *first)
{
	struct vector findings = VECTOR_INIT(struct finding);
	struct finding *finding;

	assert_ok(place, search_log(place->store, text, 10, &findings, &place->err));
	size_t count = findings.count;
	if (first && count) {
		*first = *(struct finding *)vector_at(&findings, 0);
		vector_remove(&findings, 0);
	}
	VECTOR_EACH (finding, &findings)
		finding_fini(finding);
	vector_fini(&findings);
	return count;
}

static void the_search_takes_beginnings_and_forgets_accents(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada");
	struct conversation old = talk_with(ada, TODAY - 9, "un caffè al porto"),
			    late = talk_with(ada, TODAY, "caffe again, and the bridge");
	struct finding first = { 0 };

	assert_ok(place, conversation_add(place->store, &old, &place->err));
	assert_ok(place, conversation_add(place->store, &late, &place->err));
	assert_int_equal(found(place, "CAFF", &first), 2);
	assert_int_equal(first.day, TODAY); /* newest first */
	assert_memory_equal(first.excerpt + first.match_at, "caff", 4);
	finding_fini(&first);
	assert_int_equal(found(place, "caff brid", NULL), 1);
	assert_int_equal(found(place, "affe", NULL), 0);
	conversation_fini(&old);
	conversation_fini(&late);
}

static void what_fts_would_read_as_syntax_is_text(void **state)
{
	struct place *place = *state;
	struct conversation talk =
		talk_with(add_named(place, "Ada"), TODAY, "he said \"or\" and NOT (now)");
	static const char *const queries[] = { "\"", "\"or", "NOT", "or", "(now", "a*",
		"summary:", "^he", "NEAR(", "-", "" };

	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++)
		found(place, queries[i], NULL);
	assert_int_equal(found(place, "\"or\" (now)", NULL), 1);
	conversation_fini(&talk);
}

static struct conversation sourced(contact_id id, day_number day, const char *source_id)
{
	struct conversation talk = talk_with(id, day, source_id);

	talk.source = memory_copy_string("csv");
	talk.source_id = memory_copy_string(source_id);
	return talk;
}

/* Of more than one statement can hold. */
static void many_are_added_in_the_order_of_their_days(void **state)
{
	enum { MANY = 1700 };
	static struct conversation talks[MANY];
	struct place *place = *state;
	contact_id ids[] = { add_named(place, "Ada"), add_named(place, "Bruno") };
	char name[16];

	for (int i = 0; i < MANY; i++) {
		snprintf(name, sizeof name, "entry %05d", i * 7919 % MANY);
		talks[i] = sourced(ids[i % 2], TODAY - i * 7919 % MANY, name);
	}
	talks[3].exchanges.given = 1u << EXCHANGE_IDEA;
	assert_ok(place, change_begin(place->store, "many", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	assert_ok(place, conversations_bulk_add(place->store, talks, MANY, &place->err));
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM participant"), MANY);
	assert_int_equal(
		number(place->store, "SELECT count(*) FROM conversation a JOIN conversation b"
				     " ON b.id = a.id + 1 WHERE b.day < a.day"),
		0);
	assert_int_equal(number(place->store, "SELECT conversation FROM exchange"), talks[3].id);
	assert_int_equal(number(place->store, "SELECT max(last_day) FROM rhythm"), TODAY);
	assert_int_equal(found(place, "00042", NULL), 1);
	/* The next entry is indexed as any other. */
	struct conversation next = sourced(ids[0], TODAY, "afterwards");
	assert_ok(place, conversation_add(place->store, &next, &place->err));
	assert_int_equal(found(place, "afterwards", NULL), 1);
	conversation_fini(&next);
	for (int i = 0; i < MANY; i++)
		conversation_fini(&talks[i]);
}

/* More people taking part than are written at once: the index by conversation is away meanwhile. */
static void very_many_are_found_by_person_and_by_conversation(void **state)
{
	enum { PEOPLE = 300, TALKS = 1000 };
	static struct conversation talks[TALKS];
	static contact_id ids[PEOPLE];
	static const char by_conversation[] =
		"SELECT count(*) FROM participant INDEXED BY participant_by_conversation";
	struct place *place = *state;
	char *label;

	for (int i = 0; i < PEOPLE; i++)
		ids[i] = add_named(place, "Ada");
	for (int i = 0; i < TALKS; i++) {
		talks[i] = talk_with(ids[0], TODAY - i, "a party");
		for (int j = 1; j < PEOPLE; j++)
			conversation_add_participant(&talks[i], ids[j], NULL, false);
	}
	assert_ok(place, change_begin(place->store, "many", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	assert_ok(place, conversations_bulk_add(place->store, talks, TALKS, &place->err));
	assert_int_equal(number(place->store, "SELECT count(*) FROM sqlite_schema"
					      " WHERE name = 'participant_by_conversation'"),
		0);
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(number(place->store, by_conversation), PEOPLE * TALKS);
	assert_int_equal(number(place->store, "SELECT count(*) FROM pragma_foreign_key_check"), 0);
	assert_int_equal(number(place->store, "PRAGMA foreign_keys"), 1);
	assert_int_equal(
		number(place->store, "SELECT sum(contact_days) FROM rhythm"), PEOPLE * TALKS);
	assert_ok(place, undo_last(place->store, &label, &place->err));
	assert_int_equal(number(place->store, by_conversation), 0);
	free(label);
	for (int i = 0; i < TALKS; i++)
		conversation_fini(&talks[i]);
}

static void of_many_those_that_are_there_are_left_out(void **state)
{
	struct place *place = *state;
	contact_id ada = add_named(place, "Ada");
	struct conversation first = sourced(ada, TODAY - 9, "one"),
			    talks[] = { sourced(ada, TODAY, "two"), sourced(ada, TODAY - 9, "one"),
				    sourced(ada, TODAY, "two"), sourced(ada, TODAY - 30, "three") };

	assert_ok(place, conversation_add(place->store, &first, &place->err));
	assert_ok(place, change_begin(place->store, "many", &place->err));
	assert_ok(place, conversations_bulk_add(place->store, talks, 4, &place->err));
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(talks[1].id, 0);
	assert_true(!talks[0].id != !talks[2].id);
	assert_true(talks[3].id);
	assert_int_equal(number(place->store, "SELECT count(*) FROM conversation"), 3);
	assert_int_equal(number(place->store, "SELECT count(*) FROM participant"), 3);
	conversation_fini(&first);
	for (size_t i = 0; i < 4; i++)
		conversation_fini(&talks[i]);
}

static void one_of_many_wakes_who_was_resting(void **state)
{
	struct place *place = *state;
	struct event rest = { .contact = add_named(place, "Ada"),
		.kind = EVENT_REST,
		.day = TODAY - 5,
		.until = DAY_NONE };
	struct conversation talks[] = { sourced(rest.contact, TODAY - 40, "before"),
		sourced(rest.contact, TODAY - 5, "the same day") };

	assert_ok(place, event_add(place->store, &rest, &place->err));
	assert_int_equal(contact_state_today(place->store, rest.contact, NULL), STATE_RESTING);
	assert_ok(place, change_begin(place->store, "many", &place->err));
	assert_ok(place, conversations_bulk_add(place->store, talks, 2, &place->err));
	assert_ok(place, change_commit(place->store, &place->err));
	assert_int_equal(contact_state_today(place->store, rest.contact, NULL), STATE_ACTIVE);
	for (size_t i = 0; i < 2; i++)
		conversation_fini(&talks[i]);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(everything_of_a_conversation_comes_back),
		TEST(who_was_deleted_meanwhile_is_said_in_words),
		TEST(what_was_exchanged_and_cannot_be_read_is_told),
		TEST(nobody_in_it_or_no_day_is_refused),
		TEST(a_note_of_another_program_may_only_mention),
		TEST(the_same_source_is_taken_once),
		TEST(many_are_added_in_the_order_of_their_days),
		TEST(very_many_are_found_by_person_and_by_conversation),
		TEST(of_many_those_that_are_there_are_left_out),
		TEST(one_of_many_wakes_who_was_resting),
		TEST(an_older_entry_never_moves_the_last_day_back),
		TEST(who_is_logged_while_resting_has_resurfaced),
		TEST(follow_ups_are_open_until_done),
		TEST(the_search_takes_beginnings_and_forgets_accents),
		TEST(what_fts_would_read_as_syntax_is_text),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
