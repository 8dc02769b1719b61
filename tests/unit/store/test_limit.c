/* What lists are limited to, and in what order they are.
 * Not here: the panes that show it (tests/screen/scenarios/limit.scn). */
#include "place.h"

#include "filo/people/conversation.h"
#include "filo/store/circles.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/log_page.h"
#include "filo/store/queue.h"

static void add_of(struct place *place, const char *name, const char *circle, const char *tag,
	enum channel_kind kind, const char *value)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string(name);
	contact.circle = circle ? circle_by_name(place->store, circle) : 0;
	if (tag)
		contact_add_tag(&contact, tag);
	if (value)
		contact_add_channel(&contact, kind, value, NULL, false);
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	contact_fini(&contact);
}

static void add_talk(
	struct place *place, contact_id id, int days_ago, int feeling, const char *summary)
{
	struct conversation talk;

	conversation_init(&talk);
	talk.day = TODAY - days_ago;
	talk.feeling = feeling;
	memory_replace_string(&talk.summary, summary);
	conversation_add_participant(&talk, id, NULL, false);
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	conversation_fini(&talk);
}

/* Ada, Bruno, Carla, Dora get the ids 1 to 4. */
static void fill(struct place *place)
{
	add_of(place, "Ada Prova", "Close", "Choir", CHANNEL_EMAIL, "ada@studio.example");
	add_of(place, "Bruno Esempio", "Close", "work", CHANNEL_PHONE, "+39 340 657-8712");
	add_of(place, "Carla Ensayo", "Friends", "early music", CHANNEL_EMAIL, NULL);
	add_of(place, "Dora Essai", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_talk(place, 1, 90, -1, "The exam");
	add_talk(place, 1, 10, 1, "A walk by the river");
	add_talk(place, 2, 70, -1, "The bridge");
}

static void set_organization(struct place *place, contact_id id, const char *name)
{
	struct contact contact;

	assert_ok(place, contact_load(place->store, id, &contact, &place->err));
	memory_replace_string(&contact.organization, name);
	assert_ok(place, contact_update(place->store, &contact, &place->err));
	contact_fini(&contact);
}

/* The initials of those whom the limit fits, in order. */
static const char *limited(struct place *place, const char *typed, enum contact_order order)
{
	static char initials[16];
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;
	struct limit limit;
	size_t count = 0;

	assert_ok(place, limit_parse(place->store, typed, &limit, &place->err));
	const struct contact_filter filter = { .limit = &limit, .order = order };
	assert_ok(place, contact_page(place->store, &filter, 0, true, 10, &rows, &place->err));
	assert_int_equal(contact_count(place->store, &filter), rows.count);
	VECTOR_EACH (row, &rows) {
		initials[count++] = row->name[0];
		contact_row_fini(row);
	}
	initials[count] = '\0';
	vector_fini(&rows);
	limit_fini(&limit);
	return initials;
}

static void conditions_have_to_be_met_all(void **state)
{
	static const struct {
		const char *typed, *whom;
	} cases[] = {
		{ "", "ABCD" },
		{ "  ", "ABCD" },
		{ "es", "BD" },
		{ "bru esem", "B" },
		{ "BRUNO", "B" },
		{ "!es", "AC" },
		{ "studio", "A" },
		{ "ada@stu", "A" },
		{ "3406578", "B" },
		{ "340 657", "B" },
		{ "\"0 65\"", "B" },
		{ "34 zz", "" },
		{ "??", "" },
		{ "~c close", "AB" },
		{ "~c cl", "AB" },
		{ "~c !close", "CD" },
		{ "!~c close", "CD" },
		{ "!~c !close", "AB" },
		{ "!~s >60", "A" },
		{ "!~t -", "ABC" },
		{ "~c -", "D" },
		{ "~c !-", "ABC" },
		{ "~t choir", "A" },
		{ "~t !CHOIR", "BCD" },
		{ "~t EAR", "C" },
		{ "~t !wo", "ACD" },
		{ "~t \"early music\"", "C" },
		{ "~t -", "D" },
		{ "~t !-", "ABC" },
		{ "~s >60", "B" },
		{ "~s 60", "B" },
		{ "~s > 60", "B" },
		{ "~s>70", "" },
		{ "~s >69", "B" },
		{ "~s <2w", "A" },
		{ "~s !>60", "A" },
		{ "~s -", "CD" },
		{ "~s !-", "AB" },
		{ "~f good", "A" },
		{ "~f hard", "B" },
		{ "~f :(", "B" },
		{ "~f -", "CD" },
		{ "~f !hard", "ACD" },
		{ "~c close ~t !work ~s <30 ~f good a", "A" },
		{ "#2", "B" },
		{ "!#2", "ACD" },
		{ "es #2", "B" },
		{ "ada #2", "" },
		{ "\"#2\"", "" },
		{ "@studio", "A" },
		{ "@STÚ", "A" },
		{ "!@studio", "BCD" },
		{ "! ~c fri", "ABD" },
		{ "! ada", "BCD" },
		{ "~c ! fri", "ABD" },
		{ "!~t gym", "ABCD" },
		{ "~t !gym ~c close", "AB" },
		{ "ada @studio", "A" },
		{ "bruno @studio", "" },
		{ "@lodz", "C" },
		{ "@biuro c", "C" },
		{ "@ada", "A" },
		{ "@carla", "" },
	};
	struct place *place = *state;

	fill(place);
	set_organization(place, 3, "Biuro Łódź");
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		const char *whom = limited(place, cases[i].typed, ORDER_NAME);
		if (strcmp(whom, cases[i].whom) != 0)
			fail_msg("%s: %s, not %s", cases[i].typed, whom, cases[i].whom);
	}
}

static size_t count_of(struct place *place, const char *typed)
{
	struct limit limit;

	assert_ok(place, limit_parse(place->store, typed, &limit, &place->err));
	const struct contact_filter filter = { .limit = &limit };
	size_t count = contact_count(place->store, &filter);
	limit_fini(&limit);
	return count;
}

/* As a search finds them; each word is a condition of its own as well. */
static void words_that_may_be_one_name_are_one(void **state)
{
	static const struct {
		const char *typed;
		size_t count;
	} cases[] = {
		{ "علی رضا", 3 },
		{ "علی رضا کریمی", 1 },
		{ "رضا علی", 1 },
		{ "علی studio", 1 },
		{ "علی !رضا", 2 },
		{ "علی \"رضا\"", 1 },
		{ "דוד כהן", 1 },
		{ "בן גוריון", 1 },
		{ "김 민준", 1 },
		{ "राम कुमार", 1 },
		{ "สมชาย ใจดี", 1 },
		{ "ада маре", 0 },
	};
	struct place *place = *state;

	add_of(place, "علی‌رضا کریمی", NULL, NULL, CHANNEL_EMAIL,
		"ali@studio.example");
	add_of(place, "علیرضا", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_of(place, "رضا علی", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_of(place, "דודכהן", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_of(place, "דוד בֶּן־גּוּרְיוֹן", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_of(place, "김민준", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_of(place, "कुमार राम", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_of(place, "สมชาย ใจดี", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_of(place, "Адамаре", NULL, NULL, CHANNEL_EMAIL, NULL);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_int_equal(count_of(place, cases[i].typed), cases[i].count);
}

static void what_makes_no_sense_is_refused_with_a_remedy(void **state)
{
	static const struct {
		const char *typed, *said;
		bool is_gone; /* it would make sense, were it there */
	} cases[] = {
		{ "~c chess", "Close, Friends, Network", true },
		{ "~c", "Which circle? There are: Close, Friends, Network" },
		{ "ada ~t chess", "Nobody has the tag \"chess\"", true },
		{ "~t", "~t takes a tag" },
		{ "~t \"\"", "~t takes a tag" },
		{ "#77", "Nobody has the number #77", true },
		{ "!#77", "Nobody has the number #77" },
		{ "#", "# takes a number" },
		{ "#x", "# takes a number" },
		{ "!#2x", "# takes a number" },
		{ "@", "@ takes words" },
		{ "@,", "@ takes words" },
		{ "!@?", "@ takes words" },
		{ "!", "Nothing is said to look for: !" },
		{ "ada !", "Nothing is said to look for: !" },
		{ "!!", "Nothing is said to look for: !!" },
		{ "\"\"", "Nothing is said to look for: \"\"" },
		{ "!\xCC\x81", "Nothing is said to look for" },
		{ "~s", "~s >60" },
		{ "~s soon", "~s >60" },
		{ "~s >", "~s >60" },
		{ "~f meh", "so-so" },
		{ "~f very", "so-so" },
		{ "~f very !hard", "so-so" },
		{ "~f \"very\" hard", "so-so" },
		{ "~", "\"~\" is none of" },
		{ "\"unclosed", "A quote has no end: \"unclosed" },
		{ "~c \"clo", "A quote has no end: ~c \"clo" },
		{ "ada ~s > \"6", "A quote has no end" },
		{ "!~zoo ada", "\"~zoo\" is none of" },
		{ "~zoo ada", "\"~zoo\" is none of" },
	};
	struct place *place = *state;
	struct limit limit;

	fill(place);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_int_equal(limit_parse(place->store, cases[i].typed, &limit, &place->err),
			cases[i].is_gone ? STATUS_NOT_FOUND : STATUS_INVALID);
		assert_false(limit_is_set(&limit));
		if (!strstr(place->err.message, cases[i].said))
			fail_msg("%s: %s", cases[i].typed, place->err.message);
	}
}

static void a_limit_is_said_in_words(void **state)
{
	struct place *place = *state;
	struct strbuf words = STRBUF_INIT;
	struct limit limit;

	fill(place);
	assert_ok(place, limit_parse(place->store, "ada ~c FRI ~s >60 ~t !work ~t - ~f hard",
				 &limit, &place->err));
	limit_describe(&limit, false, &words);
	assert_string_equal(
		words.data, "ada, Friends, quiet over 60 days, not work, without tag, hard");
	strbuf_clear(&words);
	limit_fini(&limit);
	assert_ok(place, limit_parse(place->store, "~s >2 months ada", &limit, &place->err));
	limit_describe(&limit, false, &words);
	assert_string_equal(words.data, "quiet over 60 days, ada");
	strbuf_clear(&words);
	limit_fini(&limit);
	assert_ok(place, limit_parse(place->store, "~s \"2\" months", &limit, &place->err));
	limit_describe(&limit, false, &words);
	assert_string_equal(words.data, "quiet over 2 days, months");
	strbuf_clear(&words);
	limit_fini(&limit);
	assert_ok(
		place, limit_parse(place->store, "~f very hard ~f !Very Good ~f so so ~f good ada",
			       &limit, &place->err));
	limit_describe(&limit, false, &words);
	assert_string_equal(words.data, "very hard, not very good, so-so, good, ada");
	strbuf_clear(&words);
	limit_fini(&limit);
	assert_ok(place, limit_parse(place->store, "~s >20 ~s <1 river", &limit, &place->err));
	limit_describe(&limit, true, &words);
	assert_string_equal(words.data, "more than 20 days ago, less than 1 day ago, river");
	strbuf_clear(&words);
	limit_fini(&limit);
	add_of(place, "Ada Prova", NULL, NULL, CHANNEL_EMAIL, "ada@due.example");
	assert_ok(place, limit_parse(place->store, "#1 !@lodz", &limit, &place->err));
	limit_describe(&limit, false, &words);
	assert_string_equal(words.data, "Ada Prova (#1, ada@studio.example), not @lodz");
	strbuf_fini(&words);
	limit_fini(&limit);
}

/* What completes the text, "|" behind each. */
static const char *completed(struct place *place, const char *text)
{
	static char all[256];
	struct vector found = VECTOR_INIT(char *);
	struct strbuf out = STRBUF_INIT;
	char **one;

	assert_ok(place, limit_complete(place->store, text, &found, &place->err));
	VECTOR_EACH (one, &found)
		strbuf_add_format(&out, "%s|", *one);
	snprintf(all, sizeof all, "%s", out.data);
	strbuf_fini(&out);
	vector_fini_strings(&found);
	return all;
}

static void the_last_word_of_a_limit_is_completed(void **state)
{
	static const struct {
		const char *text, *found;
	} cases[] = {
		{ "~", "~c|~t|~s|~f|" },
		{ "ada ~", "ada ~c|ada ~t|ada ~s|ada ~f|" },
		{ "!~", "!~c|!~t|!~s|!~f|" },
		{ "~c fri", "~c Friends|" },
		{ "~c", "~c Close|~c Friends|~c Network|" },
		{ "~c !fri", "~c !Friends|" },
		{ "ada ~c  fri", "ada ~c Friends|" },
		{ "!~c fri", "!~c Friends|" },
		{ "ada ~t ch", "ada ~t Choir|" },
		{ "~t ear", "~t \"early music\"|" },
		{ "~t mus", "~t \"early music\"|" },
		{ "~t \"early m", "~t \"early music\"|" },
		{ "~t !\"early m", "~t !\"early music\"|" },
		{ "~f very", "~f \"very hard\"|~f \"very good\"|" },
		{ "~c zz", "" },
		{ "~s >", "" },
		{ "ada", "" },
	};
	struct place *place = *state;

	fill(place);
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
		assert_string_equal(completed(place, cases[i].text), cases[i].found);
	assert_string_equal(limit_tell("ada !~c", false), "circle");
	assert_string_equal(limit_tell("~s", true), "days ago, as in <30");
	assert_string_equal(limit_tell("~c Close", false), "");
	assert_string_equal(limit_tell("", false), "");
}

static void a_condition_is_taken_out_of_a_limit_as_it_was_typed(void **state)
{
	struct place *place = *state;
	struct strbuf beside = STRBUF_INIT;
	struct limit limit;

	fill(place);
	assert_ok(place, limit_parse(place->store, "\"a b\"  ~t wo ~c FRI ~s > 60 ~t !choir ~t -",
				 &limit, &place->err));
	limit_write_beside(&limit, LIMIT_TAG, &beside);
	assert_string_equal(beside.data, "\"a b\" ~c FRI ~s > 60 ~t !choir");
	strbuf_clear(&beside);
	limit_fini(&limit);
	limit_add_tag(&limit, "early music");
	limit_write_beside(&limit, LIMIT_CIRCLE, &beside);
	assert_string_equal(beside.data, "~t \"early music\"");
	strbuf_fini(&beside);
	limit_fini(&limit);
}

static void a_word_is_read_as_it_was_written(void **state)
{
	static const char *const words[] = { "choir", "early music", "-", "!no", "~c", "a\"b\\c",
		">2" };
	struct place *place = *state;

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		struct strbuf typed = STRBUF_INIT;
		struct limit limit;
		limit_write_word(&typed, words[i]);
		assert_ok(place, limit_parse(place->store, typed.data, &limit, &place->err));
		assert_int_equal(limit.conditions.count, 1);
		const struct limit_condition *only = vector_at(&limit.conditions, 0);
		assert_string_equal(only->text, words[i]);
		assert_false(only->is_not);
		assert_int_equal(only->kind, LIMIT_WORDS);
		limit_fini(&limit);
		strbuf_fini(&typed);
	}
}

static void people_come_in_the_order_asked_for(void **state)
{
	struct place *place = *state;

	fill(place);
	run(place->store, "INSERT INTO followup(contact, kind, text, due, made_on)"
			  " VALUES (4, 0, '?', 20002, 20000)");
	assert_string_equal(limited(place, "", ORDER_SILENCE), "BACD");
	assert_string_equal(limited(place, "", ORDER_CIRCLE), "ABCD");
	/* Bruno's wish was over 56 days ago, Ada's is over in 4, Dora is asked in 2. */
	assert_string_equal(limited(place, "", ORDER_NEXT), "BDAC");
	assert_string_equal(limited(place, "~c - ", ORDER_NEXT), "D");
}

static void pages_of_any_order_follow_each_other_both_ways(void **state)
{
	struct place *place = *state;
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct contact_row *row;

	fill(place);
	for (int order = 0; order < CONTACT_ORDERS; order++) {
		const struct contact_filter filter = { .order = (enum contact_order)order };
		contact_id ids[4], from = 0;
		for (int i = 0; i < 4; i++) {
			assert_ok(place, contact_page(place->store, &filter, from, true, 1, &rows,
						 &place->err));
			row = vector_at(&rows, (size_t)i);
			from = ids[i] = row->id;
		}
		for (int i = 3; i > 0; i--) {
			assert_ok(place, contact_page(place->store, &filter, ids[i], false, 1,
						 &rows, &place->err));
			row = vector_at(&rows, rows.count - 1);
			assert_int_equal(row->id, ids[i - 1]);
		}
		VECTOR_EACH (row, &rows)
			contact_row_fini(row);
		vector_clear(&rows);
	}
	vector_fini(&rows);
}

static void the_queue_is_limited_with_its_counts(void **state)
{
	struct place *place = *state;
	struct limit limit;
	struct queue queue;

	fill(place);
	run(place->store, "INSERT INTO followup(contact, kind, text, due, made_on)"
			  " VALUES (3, 0, '?', 20000, 20000), (4, 0, '?', 20000, 20000)");
	assert_ok(place, limit_parse(place->store, "~c -", &limit, &place->err));
	const struct queue_request request = { .on = TODAY, .only = &limit, .limit = 5 };
	assert_ok(place, queue_build(place->store, &request, &queue, &place->err));
	assert_int_equal(queue.rows.count, 1);
	assert_string_equal(((struct queue_row *)vector_at(&queue.rows, 0))->name, "Dora Essai");
	assert_int_equal(due_today(&queue.counts), 1);
	queue_fini(&queue);
	limit_fini(&limit);
}

static size_t entries_limited(struct place *place, const char *typed)
{
	struct vector rows = VECTOR_INIT(struct log_row);
	struct limit limit;

	assert_ok(place, limit_parse(place->store, typed, &limit, &place->err));
	assert_ok(place, limit_check_log(&limit, &place->err));
	assert_ok(place, log_page_viewed(place->store, 1, &(struct log_view){ .limit = &limit },
				 NULL, true, 10, &rows, &place->err));
	size_t count = rows.count;
	log_rows_clear(&rows);
	vector_fini(&rows);
	limit_fini(&limit);
	return count;
}

static void add_talk_of_two(struct place *place, contact_id one, contact_id other)
{
	struct conversation talk;

	conversation_init(&talk);
	talk.day = TODAY;
	memory_replace_string(&talk.summary, "Lunch");
	conversation_add_participant(&talk, one, NULL, false);
	conversation_add_participant(&talk, other, NULL, false);
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	conversation_fini(&talk);
}

static void a_log_is_limited_by_what_its_entries_are(void **state)
{
	struct place *place = *state;
	struct limit limit;

	fill(place);
	assert_int_equal(entries_limited(place, ""), 2);
	assert_int_equal(entries_limited(place, "river"), 1);
	assert_int_equal(entries_limited(place, "!river"), 1);
	assert_int_equal(entries_limited(place, "~f hard"), 1);
	assert_int_equal(entries_limited(place, "~f hard ~s <30"), 0);
	assert_int_equal(entries_limited(place, "~s >30"), 1);
	assert_int_equal(entries_limited(place, "~f -"), 0);
	assert_int_equal(entries_limited(place, "#2"), 0);
	add_talk_of_two(place, 1, 2);
	set_organization(place, 2, "Ponti & Co");
	assert_int_equal(entries_limited(place, "#2"), 1);
	assert_int_equal(entries_limited(place, "!#2"), 2);
	assert_int_equal(entries_limited(place, "@ponti"), 1);
	assert_int_equal(entries_limited(place, "@studio"), 3);
	assert_int_equal(entries_limited(place, "@studio #2"), 1);
	assert_int_equal(entries_limited(place, "~c close"), 1);
	assert_int_equal(entries_limited(place, "~c !close"), 2);
	assert_int_equal(entries_limited(place, "~c friends"), 0);
	assert_int_equal(entries_limited(place, "~t work"), 1);
	assert_int_equal(entries_limited(place, "!~t work"), 2);
	assert_int_equal(entries_limited(place, "~t choir"), 0);
	assert_int_equal(entries_limited(place, "~t - ~c -"), 0);
	add_talk_of_two(place, 1, 4);
	assert_int_equal(entries_limited(place, "~t - ~c -"), 1);
	assert_int_equal(entries_limited(place, "~t !-"), 3);
	add_of(place, "علیرضا", NULL, NULL, CHANNEL_EMAIL, NULL);
	add_talk_of_two(place, 1, 5);
	assert_int_equal(entries_limited(place, "علی رضا"), 1);
	add_talk(place, 1, 5, 0, "علیرضا آمد");
	assert_int_equal(entries_limited(place, "علی رضا"), 2);
	assert_int_equal(entries_limited(place, "علی رضا آمد"), 1);
	assert_ok(place, limit_parse(place->store, "~s -", &limit, &place->err));
	assert_int_equal(limit_check_log(&limit, &place->err), STATUS_INVALID);
	limit_fini(&limit);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			conditions_have_to_be_met_all, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			words_that_may_be_one_name_are_one, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			what_makes_no_sense_is_refused_with_a_remedy, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_limit_is_said_in_words, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			the_last_word_of_a_limit_is_completed, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(a_condition_is_taken_out_of_a_limit_as_it_was_typed,
			place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_word_is_read_as_it_was_written, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			people_come_in_the_order_asked_for, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(pages_of_any_order_follow_each_other_both_ways,
			place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			the_queue_is_limited_with_its_counts, place_setup, place_teardown),
		cmocka_unit_test_setup_teardown(
			a_log_is_limited_by_what_its_entries_are, place_setup, place_teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
