/* Finding people and entries whatever signs are typed. Not here: cutting into words (test_fold.c).
 */
#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/search.h"
#include "place.h"
#include "store/db/fulltext.h"

/* Whether the search and the choice by name both find `id` by `query`, without an error. */
static bool finds(struct place *place, const char *query, contact_id id)
{
	struct vector findings = VECTOR_INIT(struct finding);
	struct vector rows = VECTOR_INIT(struct contact_row);
	struct finding *finding;
	struct contact_row *row;
	bool by_search = false, by_name = false;

	assert_ok(place, search_people(place->store, query, 100, &findings, &place->err));
	assert_ok(place, contact_match(place->store, query, 100, &rows, &place->err));
	VECTOR_EACH (finding, &findings) {
		by_search = by_search || finding->contact == id;
		finding_fini(finding);
	}
	VECTOR_EACH (row, &rows) {
		by_name = by_name || row->id == id;
		contact_row_fini(row);
	}
	vector_fini(&findings);
	vector_fini(&rows);
	return by_search && by_name;
}

static void people_are_found_by_every_spelling(void **state)
{
	static const struct {
		const char *name, *queries[5];
	} people[] = {
		{ "Siobhan O\xE2\x80\x99Hara", { "O\xE2\x80\x99Hara", "o'hara", "hara", "sio o" } },
		{ "Jean\xE2\x80\x91Luc Brun", { "Jean\xE2\x80\x91Luc", "jean-luc", "luc" } },
		{ "Anna\xC2\xA0Maria \xC2\xB7 Conti", { "anna maria", "\xC2\xB7 conti" } },
		{ "Nils Ødegård", { "odegard", "ØDEGÅRD", "ode" } },
		{ "Zoja Łucka", { "lucka", "łu" } },
		{ "Ёлка Йонас", { "елка", "ионас" } },
		{ "ΣΊΣΥΦΟΣ", { "σίσυφος", "σισ" } },
		{ "नमिता शर्मा", { "नमिता", "शर्मा" } },
		{ "สมชาย ผู้ใจดี", { "สมชาย", "ผู้" } },
		{ "מֹשֶׁה", { "משה", "מֹשֶׁה" } },
		{ "مُحَمَّد", { "محمد", "مح" } },
		{ "李小龙", { "李小龙", "小龙", "龙" } },
		{ "🦊 Volpe", { "🦊", "volpe", "🦊 vol" } },
		{ "???", { "???" } },
		{ "\"AND\" NEAR*", { "\"and\"", "near*", "AND NEAR" } },
	};
	struct place *place = *state;

	for (size_t i = 0; i < sizeof people / sizeof *people; i++) {
		contact_id id = add_named(place, people[i].name);
		assert_true(finds(place, people[i].name, id));
		for (size_t q = 0; people[i].queries[q]; q++)
			if (!finds(place, people[i].queries[q], id))
				fail_msg("%s is not found by %s", people[i].name,
					people[i].queries[q]);
	}
}

static void the_excerpt_begins_with_the_word(void **state)
{
	static const char *const texts[] = { "first line\n12 more", "first line \t12 more",
		"(first line) 12", "first line \xFF 12" };
	size_t at, len;

	(void)state;
	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(fulltext_find(texts[i], "12", &at, &len));
		assert_memory_equal(texts[i] + at, "12", 2);
		assert_int_equal(len, 2);
	}
}

static void a_broken_byte_hides_no_word(void **state)
{
	struct place *place = *state;
	contact_id id = add_named(place, "Éva\xE0\xA4 Örs\x8D");

	assert_true(finds(place, "eva", id));
	assert_true(finds(place, "ORS", id));
	assert_true(finds(place, "Éva\xE0\xA4 Örs\x8D", id));
}

static void the_log_takes_every_sign(void **state)
{
	struct place *place = *state;
	struct participant with = { .id = add_named(place, "Ana") };
	struct conversation talk = { .day = TODAY,
		.precision = PRECISION_DAY,
		.minute = -1,
		.summary = "l\xE2\x80\x99été à Łódź, 李小龙 🦊" };
	static const char *const queries[] = { "l\xE2\x80\x99été", "lodz", "小龙", "🦊",
		"ete à lodz" };

	vector_init(&talk.participants, sizeof with);
	vector_push(&talk.participants, &with);
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		struct vector findings = VECTOR_INIT(struct finding);
		assert_ok(place, search_log(place->store, queries[i], 10, &findings, &place->err));
		assert_int_equal(findings.count, 1);
		struct finding *finding = vector_at(&findings, 0);
		assert_true(finding->match_len > 0);
		finding_fini(finding);
		vector_fini(&findings);
	}
	vector_fini(&talk.participants);
}

/* Somebody pastes a page where a name is asked for: it is not all looked for. */
static void of_a_page_the_first_words_are_looked_for(void **state)
{
	struct place *place = *state;
	struct strbuf page = STRBUF_INIT, query = STRBUF_INIT;
	size_t words = 0;

	change(place, "add", INSERT_CONTACT "(1, 'a', 'Ana Prova', 'ana prova')");
	for (int i = 0; i < 1000; i++)
		strbuf_add(&page, "Ana Prova ");
	assert_true(fulltext_add_query(&query, page.data));
	for (const char *c = query.data; *c; c++)
		words += *c == '*';
	assert_int_equal(words, 32);
	assert_true(finds(place, page.data, 1));
	strbuf_fini(&page);
	strbuf_fini(&query);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(people_are_found_by_every_spelling),
		TEST(the_log_takes_every_sign),
		TEST(of_a_page_the_first_words_are_looked_for),
		TEST(the_excerpt_begins_with_the_word),
		TEST(a_broken_byte_hides_no_word),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
