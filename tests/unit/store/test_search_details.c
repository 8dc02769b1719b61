/* Searching what is known of people beyond names and notes.
 * Not here: names, parts of them, the log (test_search.c). */
#include "filo/store/contacts.h"
#include "filo/store/followups.h"
#include "filo/store/search.h"
#include "filo/store/undo.h"
#include "place.h"

/* Ana, who has everything, and Ben, who knows her. */
static void add_known(struct place *place)
{
	struct contact ana;
	struct followup followup = { .text = memory_copy_string("the exam in Lisbon"),
		.due = DAY_NONE,
		.made_on = TODAY,
		.done_on = TODAY };

	contact_init(&ana);
	ana.name = memory_copy_string("Ana Bell");
	ana.organization = memory_copy_string("Studio Ferrara");
	ana.title = memory_copy_string("violin maker");
	contact_add_channel(&ana, CHANNEL_EMAIL, "a.b@post.example", NULL, false);
	contact_add_channel(&ana, CHANNEL_PHONE, "+39 (340) 657-8712", NULL, false);
	contact_add_channel(&ana, CHANNEL_MESSENGER, "xmpp:nightingale@talk.example", NULL, false);
	contact_add_channel(&ana, CHANNEL_ADDRESS, "Via dei Tigli 3\nModena", NULL, false);
	contact_add_tag(&ana, "choir");
	contact_add_kept(&ana, "X-CSV;X-COLUMN=\"Gusti\":vegetariana\\nsenza glutine");
	contact_add_kept(&ana, "item1.X-HOBBY;TYPE=\"a:b\":Falkner\\, seit\\n2019");
	contact_add_kept(&ana, "PHOTO;ENCODING=b:hidden");
	contact_add_kept(&ana, "X-FILO-OTHER:hidden");
	contact_add_kept(&ana, "~NICKNAME:hidden");
	ana.circle = 1;
	vector_push(&ana.relations, &(struct relation){ .kind = RELATION_FAMILY,
					    .name = memory_copy_string("Cleo Void") });
	assert_ok(place, contact_add(place->store, &ana, &place->err));
	followup.contact = ana.id;
	assert_ok(place, followup_add(place->store, &followup, &place->err));
	followup_fini(&followup);

	struct contact ben;
	contact_init(&ben);
	ben.name = memory_copy_string("Ben");
	vector_push(&ben.relations,
		&(struct relation){ .kind = RELATION_INTRODUCED_BY, .other = ana.id });
	vector_push(
		&ben.relations, &(struct relation){ .kind = RELATION_COLLEAGUE, .other = ana.id });
	assert_ok(place, contact_add(place->store, &ben, &place->err));
	contact_fini(&ana);
	contact_fini(&ben);
}

/* Where Ana (1) or Ben (2) is found, with the text there; "" where nobody is. */
static const char *found_at(struct place *place, const char *query)
{
	static char out[256];
	struct vector findings = VECTOR_INIT(struct finding);
	struct finding *finding;

	out[0] = '\0';
	assert_ok(place, search_people(place->store, query, 100, &findings, &place->err));
	VECTOR_EACH (finding, &findings) {
		size_t len = strlen(out);
		snprintf(out + len, sizeof out - len, "%s%d %s %s: %s", len ? "; " : "",
			(int)finding->contact, finding->where,
			finding->label ? finding->label : "-", finding->excerpt);
		finding_fini(finding);
	}
	vector_fini(&findings);
	return out;
}

static const struct {
	const char *query, *found;
} known[] = {
	{ "post.ex", "1 email E-mail: a.b@post.example" },
	{ "3406", "1 phone Phone: +39 (340) 657-8712" },
	{ "340 65", "1 phone Phone: +39 (340) 657-8712" },
	{ "0039340", "1 phone Phone: +39 (340) 657-8712" },
	{ "+39-340", "1 phone Phone: +39 (340) 657-8712" },
	{ "+39 (0)340 6578712", "1 phone Phone: +39 (340) 657-8712" },
	{ "+44 340 6578712", "" },
	{ "393406578712", "1 phone Phone: +39 (340) 657-8712" },
	{ "8712", "1 phone Phone: +39 (340) 657-8712" },
	{ "nighti", "1 messenger Messenger: xmpp:nightingale@talk.example" },
	{ "modena", "1 address Address: Via dei Tigli 3 Modena" },
	{ "CHOIR", "1 tags Tags: choir" },
	{ "clos", "1 circle Circle: Close" },
	{ "ferrara", "1 organization Organisation: Studio Ferrara" },
	{ "violin", "1 title Job title: violin maker" },
	{ "lisb", "1 followup Follow-up, done: the exam in Lisbon" },
	{ "veget", "1 column Gusti: vegetariana" },
	{ "glutine", "1 column Gusti: vegetariana senza glutine" },
	{ "gusti", "1 column Gusti: vegetariana" },
	{ "falkn", "1 property X-HOBBY: Falkner, seit" },
	{ "2019", "1 property X-HOBBY: Falkner, seit 2019" },
	{ "hobby", "1 property X-HOBBY: Falkner, seit" },
	{ "item1", "" },
	{ "ana", "1 name -: Ana Bell; 2 relation Introduced by: Ana Bell" },
	{ "cleo", "1 relation Family: Cleo Void" },
	{ "famil", "1 relation Family: Cleo Void" },
	{ "Introduced", "2 relation Introduced by: Ana Bell; 1 relation Introduced: Ben" },
	{ "Introduced-By", "2 relation Introduced by: Ana Bell" },
	{ "introduced cousin", "" },
	{ "COLL", "2 relation Colleague: Ana Bell; 1 relation Colleague: Ben" },
	{ "hidden", "" },
	{ "3407", "" },
};

static void check_known(struct place *place)
{
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		assert_string_equal(found_at(place, known[i].query), known[i].found);
}

static void people_are_found_by_all_that_is_known_of_them(void **state)
{
	struct place *place = *state;

	add_known(place);
	check_known(place);
}

/* Ties that one person has many of take no room from the others. */
static void all_who_have_ties_of_a_kind_are_found(void **state)
{
	struct place *place = *state;
	struct vector findings = VECTOR_INIT(struct finding);

	for (int i = 0; i < 4; i++) {
		struct contact contact;
		char name[24];
		contact_init(&contact);
		snprintf(name, sizeof name, "Person %d", i);
		contact.name = memory_copy_string(name);
		for (int tie = 0; tie < 9; tie++) {
			snprintf(name, sizeof name, "Tie %d", tie);
			vector_push(&contact.relations, &(struct relation){ .kind = RELATION_FAMILY,
								.name = memory_copy_string(name) });
		}
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	assert_ok(place, search_people(place->store, "family", 4, &findings, &place->err));
	assert_int_equal(findings.count, 4);
	VECTOR_FINI(struct finding, &findings, finding_fini);
}

static void what_is_deleted_is_found_only_after_undo(void **state)
{
	struct place *place = *state;

	add_known(place);
	assert_ok(place, contact_delete(place->store, 1, &place->err));
	for (size_t i = 0; i < sizeof known / sizeof *known; i++)
		assert_string_equal(found_at(place, known[i].query), "");
	assert_ok(place, undo_last(place->store, NULL, &place->err));
	check_known(place);
}

static void what_is_changed_is_found_as_it_is_now(void **state)
{
	struct place *place = *state;
	struct contact ana;

	add_known(place);
	assert_ok(place, contact_load(place->store, 1, &ana, &place->err));
	memory_replace_string(
		&((struct channel *)vector_at(&ana.channels, 1))->value, "055 1234567");
	assert_ok(place, contact_update(place->store, &ana, &place->err));
	contact_fini(&ana);
	assert_string_equal(found_at(place, "3406"), "");
	assert_string_equal(found_at(place, "55 12"), "1 phone Phone: 055 1234567");
}

/* Many at once are indexed at the end. */
static void what_a_large_change_brings_is_found(void **state)
{
	struct place *place = *state;

	assert_ok(place, change_begin(place->store, "many", &place->err));
	assert_ok(place, change_expect_many(place->store, &place->err));
	add_known(place);
	assert_ok(place, change_commit(place->store, &place->err));
	check_known(place);
	check_known(place);
}

/* More have the beginning in common than are looked at one by one. */
static void a_rare_word_is_found_among_many_that_begin_alike(void **state)
{
	struct place *place = *state;
	char mail[64];

	for (int i = 0; i < 300; i++) {
		struct contact contact;
		contact_init(&contact);
		snprintf(mail, sizeof mail, "%s@%s.example", i == 299 ? "rare" : "x",
			i == 299 ? "mailbox" : "mailing");
		contact.name = memory_copy_string("Ada");
		contact_add_channel(&contact, CHANNEL_EMAIL, mail, NULL, false);
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	assert_string_equal(found_at(place, "mailb"), "300 email E-mail: rare@mailbox.example");
}

static contact_id add_with(struct place *place, enum channel_kind kind, const char *value)
{
	struct contact contact;

	contact_init(&contact);
	contact.name = memory_copy_string("Ada");
	contact_add_channel(&contact, kind, value, NULL, false);
	assert_ok(place, contact_add(place->store, &contact, &place->err));
	contact_id id = contact.id;
	contact_fini(&contact);
	return id;
}

/* Those of 5 to 20 digits are in the index as telephone numbers, all as the words that they are. */
static void a_number_is_found_as_it_is_written(void **state)
{
	struct place *place = *state;
	static const struct {
		const char *query, *found;
	} numbers[] = {
		{ "12-14", "1 address Address: Via Roma 12-14, Pisa" },
		{ "12.50", "1 followup Follow-up: pay 12.50 back" },
		{ "42.5", "1 column Shoe: 42.5" },
		{ "42 1/2", "1 column Boot: 42 1/2" },
		{ "40.7", "1 property GEO: geo:40.7128,-74.0060" },
		{ "1234-5678-9012-3456-7890-1234",
			"1 column Serial: 1234-5678-9012-3456-7890-1234" },
		{ "0542", "1 column IBAN: IT60 0542 8110 1000 0000 0123 456" },
		{ "0542 8110", "1 column IBAN: IT60 0542 8110 1000 0000 0123 456" },
		{ "340 65", "2 phone Phone: +39 (340) 657-8712; 3 address Address: 65 Rue 340" },
		{ "340 66", "" },
	};

	add_with(place, CHANNEL_ADDRESS, "Via Roma 12-14, Pisa");
	add_with(place, CHANNEL_PHONE, "+39 (340) 657-8712");
	add_with(place, CHANNEL_ADDRESS, "65 Rue 340");
	struct followup followup = { .contact = 1,
		.text = memory_copy_string("pay 12.50 back"),
		.due = DAY_NONE,
		.made_on = TODAY,
		.done_on = DAY_NONE };
	assert_ok(place, followup_add(place->store, &followup, &place->err));
	followup_fini(&followup);
	struct contact ada;
	assert_ok(place, contact_load(place->store, 1, &ada, &place->err));
	contact_add_kept(&ada, "X-CSV;X-COLUMN=\"Shoe\":42.5");
	contact_add_kept(&ada, "X-CSV;X-COLUMN=\"Boot\":42 1/2");
	contact_add_kept(&ada, "X-CSV;X-COLUMN=\"Serial\":1234-5678-9012-3456-7890-1234");
	contact_add_kept(&ada, "X-CSV;X-COLUMN=\"IBAN\":IT60 0542 8110 1000 0000 0123 456");
	contact_add_kept(&ada, "GEO:geo:40.7128\\,-74.0060");
	assert_ok(place, contact_update(place->store, &ada, &place->err));
	contact_fini(&ada);
	for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
		assert_string_equal(found_at(place, numbers[i].query), numbers[i].found);
}

/* As many as are wanted begin as it does. */
static void a_number_is_found_in_full_among_many_that_begin_alike(void **state)
{
	struct place *place = *state;

	for (int i = 0; i < 120; i++)
		add_with(place, CHANNEL_PHONE, "333 45 67 89");
	assert_string_equal(found_at(place, "333 99"), "");
	add_with(place, CHANNEL_PHONE, "333 99 88 77");
	assert_string_equal(found_at(place, "333 99"), "121 phone Phone: 333 99 88 77");
}

/* One letter, the end of a number, the label of a column: all that the index has, and no more. */
static void several_words_are_found_behind_many_that_begin_alike(void **state)
{
	static const struct {
		const char *query, *found;
	} words[] = {
		{ "mail x", "321 email E-mail: rare@mail.xample; 323 column Mail: xylophone" },
		{ "mail xylo", "323 column Mail: xylophone" },
		{ "mailbox 912", "322 address Address: Mailbox 39 12345" },
		{ "mail y", "" },
		{ "mailed x", "" },
		{ "rare xa m", "321 email E-mail: rare@mail.xample" },
	};
	struct place *place = *state;
	struct contact last;

	for (int i = 0; i < 320; i++)
		add_with(place, CHANNEL_EMAIL, "post@mail.example");
	add_with(place, CHANNEL_EMAIL, "rare@mail.xample");
	add_with(place, CHANNEL_ADDRESS, "Mailbox 39 12345");
	contact_id id = add_with(place, CHANNEL_EMAIL, "post@mail.example");
	assert_ok(place, contact_load(place->store, id, &last, &place->err));
	contact_add_kept(&last, "X-CSV;X-COLUMN=\"Mail\":xylophone");
	assert_ok(place, contact_update(place->store, &last, &place->err));
	contact_fini(&last);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		assert_string_equal(found_at(place, words[i].query), words[i].found);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(people_are_found_by_all_that_is_known_of_them),
		TEST(all_who_have_ties_of_a_kind_are_found),
		TEST(what_is_deleted_is_found_only_after_undo),
		TEST(what_is_changed_is_found_as_it_is_now),
		TEST(what_a_large_change_brings_is_found),
		TEST(a_rare_word_is_found_among_many_that_begin_alike),
		TEST(a_number_is_found_as_it_is_written),
		TEST(a_number_is_found_in_full_among_many_that_begin_alike),
		TEST(several_words_are_found_behind_many_that_begin_alike),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
