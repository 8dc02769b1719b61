/* Finding people and entries whatever signs are typed. Not here: cutting into words (test_fold.c).
 */
#include "filo/base/strbuf.h"
#include "filo/store/contact_list.h"
#include "filo/store/contact_resolve.h"
#include "filo/store/contacts.h"
#include "filo/store/conversations.h"
#include "filo/store/limit.h"
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
		{ "Sean O\xE2\x80\x99Neill", { "oneill", "ONEI", "neill", "o'nei" } },
		{ "Rosa D'Angelo", { "dangelo", "angelo", "rosa dang" } },
		{ "Massimo D\xC2\xB4"
		  "Alema",
			{ "dalema", "alema" } },
		{ "Ines Smith-Jones", { "smithjones", "SMITHJ", "smith-j", "ines smithj" } },
		{ "Jean\xE2\x80\x91Paul Brun", { "jeanpaul", "paul" } },
		{ "박가람", { "가람", "가", "박가", "박가람" } },
		{ "박 서연", { "박서연", "박서", "서연", "박 서연" } },
		{ "허 준", { "허준" } },
		{ "남궁 민수", { "남궁민수", "남궁민" } },
		{ "최가온", { "최 가온", "가온 최" } },
		{ "דוד בֶּן־גּוּרְיוֹן", { "בןגוריון", "בן גוריון", "בןגור", "דוד בןגוריון" } },
		{ "علی‌رضا کریمی", { "علی رضا", "علیرضا", "علی رضا کریمی" } },
		{ "عبد الرحمن", { "عبدالرحمن", "عبدالر" } },
		{ "İlham Əliyev", { "eliyev", "əliyev", "ƏLİYEV" } },
		{ "Kɔfi Ɛsi", { "kofi esi", "ɛsi" } },
		{ "Нұрсұлтан", { "нурсултан" } },
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

/* Two of three are wanted: who is called so from the first letter on, then by name; once each. */
static void names_that_begin_so_come_first(void **state)
{
	static const char *const typed[] = { "vel", "VÉL ", "v" };
	struct place *place = *state;

	const contact_id in_between = add_named(place, "Anna Velia");
	add_named(place, "Beth Veltri");
	const contact_id begun = add_named(place, "Velia Zani");
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct vector findings = VECTOR_INIT(struct finding);
		struct finding *finding;
		assert_ok(place, search_people(place->store, typed[i], 2, &findings, &place->err));
		assert_int_equal(findings.count, 2);
		assert_int_equal(((struct finding *)vector_at(&findings, 0))->contact, begun);
		assert_int_equal(((struct finding *)vector_at(&findings, 1))->contact, in_between);
		VECTOR_EACH (finding, &findings)
			finding_fini(finding);
		vector_fini(&findings);
	}
}

/* More than are sorted after they are found; the first by name are those added last. */
static void of_many_people_the_first_by_name_are_found(void **state)
{
	enum { PEOPLE = 620, WANTED = 20 };
	static const char *const typed[] = { "v", "vel", "VELI", "velia", "velia n" };
	struct place *place = *state;
	contact_id last = 0;
	char name[40];

	assert_ok(place, change_begin(place->store, "add", &place->err));
	for (int i = 0; i < PEOPLE; i++) {
		snprintf(name, sizeof name, "N%03d Velia", PEOPLE - i);
		last = add_named(place, name);
	}
	assert_ok(place, change_commit(place->store, &place->err));
	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		struct vector findings = VECTOR_INIT(struct finding);
		struct finding *finding;
		contact_id expected = last;
		assert_ok(place,
			search_people(place->store, typed[i], WANTED, &findings, &place->err));
		assert_int_equal(findings.count, WANTED);
		VECTOR_EACH (finding, &findings) {
			assert_int_equal(finding->contact, expected--);
			finding_fini(finding);
		}
		vector_fini(&findings);
	}
}

/* Checks that the first of them are found by their place in order. */
static void assert_found_from(
	struct place *place, const char *query, int first, int step, const char *where)
{
	enum { WANTED = 20 };
	struct vector findings = VECTOR_INIT(struct finding);
	struct finding *finding;
	char name[40];

	assert_ok(place, search_people(place->store, query, WANTED, &findings, &place->err));
	assert_int_equal(findings.count, WANTED);
	VECTOR_EACH (finding, &findings) {
		snprintf(name, sizeof name, "N%04d Velia", first);
		assert_string_equal(finding->name, name);
		assert_string_equal(finding->where, where);
		first += step;
		finding_fini(finding);
	}
	vector_fini(&findings);
}

/* What few have is sorted, what more have is looked for among the first names, what many have in
 * all: who has it stands late, or some just before the end of what is looked at, or all over. */
static void of_a_word_that_many_have_the_first_by_name_are_found(void **state)
{
	enum { PEOPLE = 3000 };
	struct place *place = *state;
	char name[40];

	assert_ok(place, change_begin(place->store, "add", &place->err));
	for (int i = PEOPLE - 1; i >= 0; i--) {
		snprintf(name, sizeof name, "N%04d Velia", i);
		add_named(place, name);
	}
	assert_ok(place, change_commit(place->store, &place->err));
	change(place, "edit",
		"UPDATE contact SET title = iif(name >= 'N2900', 'Fewish', ''),"
		" organization = iif(name BETWEEN 'N0640' AND 'N1040', 'Somewhat', ''),"
		" note = iif(name >= 'N0095', 'manifold ', '') || iif(id % 2, 'everywhere', ''),"
		" family = iif(name >= 'N2100', 'Hidden', NULL)");
	assert_found_from(place, "fewish", 2900, 1, "title");
	assert_found_from(place, "somewhat", 640, 1, "organization");
	assert_found_from(place, "manif", 95, 1, "note");
	assert_found_from(place, "manifold velia", 95, 1, "note");
	assert_found_from(place, "every", 1, 2, "note");
	assert_found_from(place, "velia everywhere", 1, 2, "name");
	assert_found_from(place, "hidd", 2100, 1, "family");
	assert_found_from(place, "velia", 0, 1, "name");
}

/* A part of a name that the name does not say; `name` is all else of it. */
static contact_id add_with_part(
	struct place *place, const char *name, const char *column, const char *part)
{
	contact_id id = add_named(place, name);
	char sql[200];

	snprintf(sql, sizeof sql, "UPDATE contact SET %s = '%s' WHERE id = %d", column, part,
		(int)id);
	change(place, "edit", sql);
	return id;
}

static void assert_found_as(struct place *place, const char *query, contact_id id,
	const char *where, const char *label, const char *excerpt)
{
	struct vector findings = VECTOR_INIT(struct finding);
	struct finding *finding;

	assert_ok(place, search_people(place->store, query, 100, &findings, &place->err));
	assert_int_equal(findings.count, 1);
	VECTOR_EACH (finding, &findings) {
		assert_int_equal(finding->contact, id);
		assert_string_equal(finding->where, where);
		assert_string_equal(finding->label ? finding->label : "", label);
		assert_string_equal(finding->excerpt, excerpt);
		finding_fini(finding);
	}
	vector_fini(&findings);
}

static void people_are_found_by_the_parts_of_their_names(void **state)
{
	static const struct {
		const char *name, *column, *part, *query, *label;
	} parts[] = {
		{ "Mamma", "family", "Prøvelund", "provel", "Family name" },
		{ "Zio", "given", "Iɡnazio", "ign", "Given name" },
		{ "Ada Prova", "additional", "Xaveria Straße", "xaveria strasse", "Middle name" },
		{ "Bo Prova", "prefix", "Kapitän", "KAPITAN", "Name prefix" },
		{ "Cleo Prova", "suffix", "MİSAL", "misal", "Name suffix" },
		{ "Nura", "additional", "نُورَة", "نورة", "Middle name" },
		{ "Joanna Prova", "given", "Anna", "anna", "Given name" },
		{ "Dora Esempio", "additional", "Smith-Jones", "smithj", "Middle name" },
	};
	struct place *place = *state;

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		char excerpt[60];
		contact_id id = add_with_part(place, parts[i].name, parts[i].column, parts[i].part);
		snprintf(excerpt, sizeof excerpt, "%s", parts[i].part);
		assert_found_as(
			place, parts[i].query, id, parts[i].column, parts[i].label, excerpt);
	}
}

/* What the name says is told by the name. */
static void a_part_that_the_name_says_is_the_name(void **state)
{
	struct place *place = *state;
	contact_id id = add_with_part(place, "Ada Prova", "given", "Ada");

	assert_found_as(place, "ada", id, "name", "", "Ada Prova");
	run(place->store, "UPDATE contact SET name = 'Mamma' WHERE id = 1");
	assert_found_as(place, "ada", id, "given", "Given name", "Ada");
	run(place->store, "UPDATE contact SET given = NULL WHERE id = 1");
	assert_int_equal(found_in(place->store, "contact_text", "ada"), 0);
	assert_int_equal(found_in(place->store, "contact_text", "mamma"), 1);
}

/* Whoever is called so as it is shown is meant, and nobody else. */
static void a_name_means_its_parts_where_nobody_is_shown_so(void **state)
{
	struct place *place = *state;
	contact_id mamma = add_with_part(place, "Mamma", "given", "Xaveria"), found;

	assert_ok(place, contact_resolve(place->store, "xaver", &found, &place->err));
	assert_int_equal(found, mamma);
	assert_int_equal(contact_match_count(place->store, "mamma xav"), 1);
	contact_id other = add_named(place, "Xaveria Prova");
	assert_ok(place, contact_resolve(place->store, "xaver", &found, &place->err));
	assert_int_equal(found, other);
	assert_true(finds(place, "mamma xav", mamma));
}

static void a_limit_has_people_by_the_parts_of_their_names(void **state)
{
	struct place *place = *state;
	contact_id id = add_with_part(place, "Mamma", "additional", "Xaveria");
	struct vector ids = VECTOR_INIT(contact_id);
	struct limit limit;

	add_named(place, "Ada Prova");
	assert_ok(place, limit_parse(place->store, "xaver", &limit, &place->err));
	assert_ok(place, contact_ids(place->store, &limit, TODAY, &ids, &place->err));
	assert_int_equal(ids.count, 1);
	assert_int_equal(*(contact_id *)vector_at(&ids, 0), id);
	vector_fini(&ids);
	limit_fini(&limit);
}

static void the_excerpt_begins_with_the_word(void **state)
{
	static const char *const texts[] = { "first line\n12 more", "first line \t12 more",
		"(first line) 12", "first line \xFF 12" };
	size_t at, len;

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
		assert_true(fulltext_find(texts[i], "12", &at, &len));
		assert_memory_equal(texts[i] + at, "12", 2);
		assert_int_equal(len, 2);
	}
}

static void an_apostrophe_is_no_part_of_the_word_that_is_found(void **state)
{
	static const struct {
		const char *text, *query, *found;
	} cases[] = {
		{ "with Sean O\xE2\x80\x99Neill", "oneill", "O\xE2\x80\x99Neill" },
		{ "with Sean O'Neill", "neill", "Neill" },
		{ "with Sean O'Neill", "on", "O'N" },
		{ "o' oneill", "oneill", "oneill" },
		{ "Ines Smith-Jones", "smithj", "Smith-J" },
		{ "Jean\xE2\x80\x91Paul", "jeanp", "Jean\xE2\x80\x91P" },
		{ "누리 박가람", "가람", "가람" },
		{ "누리 박 가람", "박가람", "박 가람" },
		{ "א ב ג", "אבג", "א ב ג" },
		{ "דוד בן־גוריון", "בןגור", "בן־גור" },
	};
	size_t at, len;

	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		assert_true(fulltext_find(cases[i].text, cases[i].query, &at, &len));
		assert_int_equal(len, strlen(cases[i].found));
		assert_memory_equal(cases[i].text + at, cases[i].found, len);
	}
	assert_false(fulltext_find("o neill", "oneill", &at, &len));
	assert_false(fulltext_find("o''neill", "oneill", &at, &len));
	assert_false(fulltext_find("smith--jones", "smithj", &at, &len));
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
		"ete à lodz", "lete", "été" };

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

/* Only what is known of people is found by any of its digits. */
static void in_an_entry_a_number_begins_a_word(void **state)
{
	struct place *place = *state;
	struct participant with = { .id = add_named(place, "Ana") };
	struct conversation talk = { .day = TODAY,
		.precision = PRECISION_DAY,
		.minute = -1,
		.summary = "bus 51234, then 123" };
	struct vector findings = VECTOR_INIT(struct finding);

	vector_init(&talk.participants, sizeof with);
	vector_push(&talk.participants, &with);
	assert_ok(place, conversation_add(place->store, &talk, &place->err));
	assert_ok(place, search_log(place->store, "123", 10, &findings, &place->err));
	assert_int_equal(findings.count, 1);
	struct finding *finding = vector_at(&findings, 0);
	assert_string_equal(finding->excerpt + finding->match_at, "123");
	assert_int_equal(finding->match_len, 3);
	finding_fini(finding);
	vector_fini(&findings);
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

/* ---- Long words in the log ---- */

#define LOG_ENTRIES 240
#define AT_ONCE     2000 /* so many are asked of the index at once */

/* The oldest three have what no other has; of the others every seventh speaks of papers. */
static const char *log_words(int i)
{
	static const char *const oldest[] = { "an Éxamination of wood", "dell’esamino, 李小龙",
		"examining, papers too" };

	return i < 3 ? oldest[i] : i % 7 ? "exams, dell’esame" : "exam papers, esame";
}

static void fill_log(struct place *place)
{
	struct participant with = { .id = add_named(place, "Ana") };
	struct vector participants = VECTOR_INIT(struct participant);

	vector_push(&participants, &with);
	for (int i = 0; i < LOG_ENTRIES; i++) {
		struct conversation talk = { .day = TODAY - LOG_ENTRIES + i,
			.precision = PRECISION_DAY,
			.minute = -1,
			.summary = i % 2 ? (char *)log_words(i) : "said",
			.body = i % 2 ? NULL : (char *)log_words(i),
			.participants = participants };
		assert_ok(place, conversation_add(place->store, &talk, &place->err));
	}
	vector_fini(&participants);
}

/* How many entries are found, of which the one at `at` is of which day after the first. */
static size_t log_found(struct place *place, const char *query, size_t count, size_t at, int *entry)
{
	struct vector findings = VECTOR_INIT(struct finding);
	struct finding *finding;

	assert_ok(place, search_log(place->store, query, count, &findings, &place->err));
	size_t found = findings.count;
	*entry = -1;
	if (at < found)
		*entry = ((struct finding *)vector_at(&findings, at))->day - (TODAY - LOG_ENTRIES);
	VECTOR_EACH (finding, &findings)
		finding_fini(finding);
	vector_fini(&findings);
	return found;
}

/* A few are found as the first of many are, for which the index is asked at once. */
static void of_a_long_word_the_newest_entries_are_found(void **state)
{
	static const char *const queries[] = { "exam", "exams", "exam pape", "paper exam",
		"dellesam", "dell'esame", "esame", "examin", "exami pap", "esam exams" };
	struct place *place = *state;
	int entry, same;

	fill_log(place);
	for (size_t i = 0; i < sizeof queries / sizeof *queries; i++) {
		size_t all = log_found(place, queries[i], AT_ONCE, 0, &entry);
		for (size_t count = 1; count <= 12; count++) {
			log_found(place, queries[i], AT_ONCE, count - 1, &same);
			assert_int_equal(log_found(place, queries[i], count, count - 1, &entry),
				all < count ? all : count);
			assert_int_equal(entry, same);
		}
	}
}

static void an_old_entry_is_found_behind_many_that_begin_alike(void **state)
{
	struct place *place = *state;
	int entry;

	fill_log(place);
	assert_int_equal(log_found(place, "examinat", 5, 0, &entry), 1);
	assert_int_equal(entry, 0);
	assert_int_equal(log_found(place, "examin", 5, 0, &entry), 2);
	assert_int_equal(entry, 2);
	assert_int_equal(log_found(place, "dellesami", 5, 0, &entry), 1);
	assert_int_equal(entry, 1);
	assert_int_equal(log_found(place, "李小龙", 5, 0, &entry), 1);
	assert_int_equal(entry, 1);
	assert_int_equal(log_found(place, "exams examin", 5, 0, &entry), 0);
	assert_int_equal(log_found(place, "wooden", 5, 0, &entry), 0);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(people_are_found_by_every_spelling),
		TEST(names_that_begin_so_come_first),
		TEST(of_many_people_the_first_by_name_are_found),
		TEST(of_a_word_that_many_have_the_first_by_name_are_found),
		TEST(people_are_found_by_the_parts_of_their_names),
		TEST(a_part_that_the_name_says_is_the_name),
		TEST(a_name_means_its_parts_where_nobody_is_shown_so),
		TEST(a_limit_has_people_by_the_parts_of_their_names),
		TEST(the_log_takes_every_sign),
		TEST(in_an_entry_a_number_begins_a_word),
		TEST(of_a_page_the_first_words_are_looked_for),
		TEST(the_excerpt_begins_with_the_word),
		TEST(an_apostrophe_is_no_part_of_the_word_that_is_found),
		TEST(a_broken_byte_hides_no_word),
		TEST(of_a_long_word_the_newest_entries_are_found),
		TEST(an_old_entry_is_found_behind_many_that_begin_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
