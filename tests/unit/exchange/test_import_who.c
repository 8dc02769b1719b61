/* Who is who in an import: two who are not one, and who was deleted.
 * Not here: joining what one person says (test_import_update.c), whole imports (test_import.c). */
#include "imports.h"

static void delete_by_uid(struct place *place, const char *uid)
{
	contact_id id;

	assert_ok(place, contact_by_uid(place->store, uid, &id, &place->err));
	assert_ok(place, contact_delete(place->store, id, &place->err));
}

static void two_names_with_one_uid_are_two_people(void **state)
{
	struct place *place = *state;
	static const char twice[] = "BEGIN:VCARD\nUID:one\nFN:Rosa Zanni\nTEL:111111\nEND:VCARD\n"
				    "BEGIN:VCARD\nUID:one\nFN:Piero Lodi\nTEL:222222\nEND:VCARD\n";
	enum status status;
	struct import_plan plan = import_text(place, twice, &status);

	assert_ok(place, status);
	assert_int_equal(plan.added, 2);
	assert_int_equal(plan.problems.count, 1);
	const struct import_problem *problem = vector_at(&plan.problems, 0);
	assert_int_equal(problem->line, 6);
	assert_non_null(strstr(problem->reason, "Rosa Zanni"));
	import_plan_fini(&plan);
	expect_import(place, twice, 0, 0, 2, 0);
}

static void expect_one_problem(struct place *place, const char *text, int added, const char *says)
{
	enum status status;
	struct import_plan plan = import_text(place, text, &status);

	assert_ok(place, status);
	assert_int_equal(plan.added, added);
	assert_int_equal(plan.problems.count, 1);
	const struct import_problem *problem = vector_at(&plan.problems, 0);
	assert_non_null(strstr(problem->reason, says));
	import_plan_fini(&plan);
}

/* From programs that count their UIDs, one file after another. */
static void a_uid_of_another_file_may_be_somebody_elses(void **state)
{
	static const char other[] = "BEGIN:VCARD\nUID:1\nFN:Piero Lodi\nTEL:222222\nEND:VCARD\n";

	expect_import(
		*state, "BEGIN:VCARD\nUID:1\nFN:Rosa Zanni\nTEL:111111\nEND:VCARD\n", 1, 0, 0, 0);
	expect_one_problem(*state, other, 1, "bears the UID of Rosa Zanni");
	expect_import(*state, other, 0, 0, 1, 0);
}

/* A UUID is nobody else's, whatever the card says by now. */
static void who_bears_a_uuid_is_the_same_under_any_name(void **state)
{
	static const char before[] =
		"BEGIN:VCARD\nUID:urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301"
		"\nFN:Rosa Neri\nTEL:111111\nEND:VCARD\n";
	static const char after[] =
		"BEGIN:VCARD\nUID:urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301\n"
		"FN:Mamma\nTEL:222222\nEND:VCARD\n";

	expect_import(*state, before, 1, 0, 0, 0);
	enum status status;
	struct import_plan plan = import_text(*state, after, &status);
	assert_ok((struct place *)*state, status);
	assert_int_equal(plan.updated, 1);
	assert_int_equal(plan.problems.count, 2);
	static const char *const told[] = { "Rosa Neri is called Mamma now",
		"Gone from Mamma, as this card does not say it any more: Phone 111111" };
	for (size_t i = 0; i < 2; i++) {
		const struct import_problem *problem = vector_at(&plan.problems, i);
		assert_non_null(strstr(problem->reason, told[i]));
	}
	import_plan_fini(&plan);
	expect_import(*state, after, 0, 0, 1, 0);
}

static void who_is_renamed_by_a_card_is_told(void **state)
{
	expect_import(*state, "BEGIN:VCARD\nUID:1\nFN:Mamma\nTEL:111111\nEND:VCARD\n", 1, 0, 0, 0);
	expect_one_problem(*state, "BEGIN:VCARD\nUID:1\nFN:Rosa Zanni\nTEL:111111\nEND:VCARD\n", 0,
		"Mamma is called Rosa Zanni now");
}

/* Imports two files, and then tells what the second is told to have done. */
static void expect_second(
	struct place *place, const char *first, const char *second, int updated, const char *told)
{
	enum status status;

	expect_import(place, first, 1, 0, 0, 0);
	struct import_plan plan = import_text(place, second, &status);
	assert_ok(place, status);
	assert_int_equal(plan.added, 0);
	assert_int_equal(plan.updated, updated);
	assert_int_equal(plan.problems.count, told != NULL);
	if (told) {
		const struct import_problem *problem = vector_at(&plan.problems, 0);
		assert_string_equal(problem->reason, told);
	}
	import_plan_fini(&plan);
	/* Neither takes turns with the other. */
	expect_import(place, first, 0, 0, 1, 0);
	expect_import(place, second, 0, 0, 1, 0);
}

static void a_table_that_knows_less_takes_nothing_away(void **state)
{
	expect_second(*state,
		"Name,E-Mail,Phone,Birthday,Note\n"
		"Anna Rossi,anna@p.example,333 1112223,1980-04-12,friend\n",
		"Name,E-Mail\nRossi,anna@p.example\n", 0, NULL);
	expect_exported(*state, "FN:Anna Rossi", 1);
	expect_exported(*state, "friend", 1);
	expect_exported(*state, "333 1112223", 1);
	expect_exported(*state, "1980", 1);
}

static void a_phone_card_that_knows_less_takes_nothing_away(void **state)
{
	expect_second(*state,
		"BEGIN:VCARD\nVERSION:2.1\nN:Rossi;Anna\nTEL:333 1112223\n"
		"EMAIL:anna@p.example\nBDAY:19800412\nEND:VCARD\n",
		"BEGIN:VCARD\nVERSION:2.1\nN:Rossi;Anna\nTEL:333 1112223\nEND:VCARD\n", 0, NULL);
	expect_exported(*state, "anna@p.example", 1);
}

static void a_table_with_uids_is_silent_where_it_has_no_column(void **state)
{
	static const char without[] = "uid,name,phone\nu1,Ann Uno,\n";

	expect_import(*state,
		"uid,name,email,phone,note\nu1,Ann Uno,ann@p.example,333 1112223,friend\n", 1, 0, 0,
		0);
	expect_one_problem(*state, without, 0,
		"Gone from Ann Uno, as this card does not say it any more: Phone 333 1112223");
	expect_exported(*state, "ann@p.example", 1);
	expect_exported(*state, "friend", 1);
	expect_exported(*state, "1112223", 0);
	expect_import(*state, without, 0, 0, 1, 0);
}

static void a_date_of_a_table_that_is_not_read_takes_none_away(void **state)
{
	expect_import(*state, "uid,name,birthday\nu1,Ann Uno,1980-04-12\n", 1, 0, 0, 0);
	expect_one_problem(*state, "uid,name,birthday\nu1,Ann Uno,1880-04-12\n", 0,
		"kept as it is: birthday 1880-04-12");
	expect_exported(*state, "BDAY:19800412", 1);
}

/* After a file that does not have it, too. */
static void what_was_deleted_does_not_come_back_from_any_of_two_tables(void **state)
{
	struct place *place = *state;
	static const char full[] = "name,email,phone\nAnn Uno,ann@p.example,333 1112223\n";

	expect_second(place, full, "name,email,note\nAnn Uno,ann@p.example,friend\n", 1, NULL);
	run(place->store, "DELETE FROM channel WHERE value = '333 1112223'");
	expect_import(place, full, 0, 0, 1, 0);
	expect_import(place, "name,email,phone,note\nAnn Uno,ann@p.example,333 1112223,kind\n", 0,
		1, 0, 0);
	expect_exported(place, "1112223", 0);
}

static void what_a_group_says_besides_its_members_is_named(void **state)
{
	expect_one_problem(*state,
		"BEGIN:VCARD\nUID:1\nFN:Rosa\nMEMBER:x\nEND:VCARD\nBEGIN:VCARD\nKIND:group\n"
		"FN:Choir\nNOTE:sings\nX-ROOM:4\nMEMBER:1\nEND:VCARD\n",
		1, "Choir\" becomes a tag; what else its card says was left out: Note, X-ROOM");
	struct place *place = *state;
	expect_number(place, 1, "SELECT count(*) FROM kept_property WHERE line LIKE 'MEMBER%'");
}

/* With "urn:uuid:" or bare, in capitals or not (RFC 4122 3). */
static void a_uuid_is_one_in_all_its_spellings(void **state)
{
	static const char *const spellings[] = { "urn:uuid:3f2504e0-4f89-11d3-9a0c-0305e82c3301",
		"3f2504e0-4f89-11d3-9a0c-0305e82c3301", "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
		"URN:UUID:3F2504E0-4F89-11D3-9A0C-0305E82C3301" };

	for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
		struct strbuf card = STRBUF_INIT;
		strbuf_add_format(&card,
			"BEGIN:VCARD\nUID:%s\nFN:Rosa Zanni\nNOTE:%zu\nEND:VCARD\n", spellings[i],
			i);
		expect_import(*state, card.data, i == 0, i > 0, 0, 0);
		strbuf_fini(&card);
	}
	expect_import(*state,
		"BEGIN:VCARD\nUID:3f2504e0-4f89-11d3-9a0c-0305e82c3302\nFN:Piero Lodi\nEND:VCARD\n"
		"BEGIN:VCARD\nUID:urn:uuid:not-one\nFN:Ugo Lodi\nEND:VCARD\n",
		2, 0, 0, 0);
}

/* Who may be here already, by one card and then another. */
static void expect_likely(struct place *place, const char *first, const char *second)
{
	enum status status;

	expect_import(place, first, 1, 0, 0, 0);
	struct import_plan plan = import_text(place, second, &status);
	assert_ok(place, status);
	assert_int_equal(plan.likely_count, 1);
	assert_int_equal(plan.added, 1);
	import_plan_fini(&plan);
}

static void a_son_at_his_fathers_address_is_only_likely(void **state)
{
	expect_likely(*state, "BEGIN:VCARD\nFN:Tom Hale\nEMAIL:hale@b.example\nEND:VCARD\n",
		"BEGIN:VCARD\nFN:Tom Hale Jr.\nEMAIL:hale@b.example\nEND:VCARD\n");
}

static void a_suffix_beside_the_name_tells_them_apart_too(void **state)
{
	expect_likely(*state, "BEGIN:VCARD\nFN:Tom Hale\nTEL:0521 778899\nEND:VCARD\n",
		"BEGIN:VCARD\nFN:Tom Hale\nN:Hale;Tom;;;III\nTEL:0521 778899\nEND:VCARD\n");
}

static void a_suffix_that_is_a_part_of_a_word_is_not_said_by_it(void **state)
{
	expect_likely(*state, "BEGIN:VCARD\nFN:Tom Jensen\nTEL:0521 778899\nEND:VCARD\n",
		"BEGIN:VCARD\nFN:Tom Jensen\nN:Jensen;Tom;;;sen\nTEL:0521 778899\nEND:VCARD\n");
}

static void a_father_of_whom_nothing_new_is_said_is_only_likely(void **state)
{
	expect_likely(*state, "BEGIN:VCARD\nFN:Tom Hale\nN:Hale;Tom;;;Jr.\nEND:VCARD\n",
		"BEGIN:VCARD\nFN:Tom Hale\nEND:VCARD\n");
}

static void one_of_a_family_at_its_telephone_is_only_likely(void **state)
{
	expect_likely(*state, "BEGIN:VCARD\nFN:Ada Hale\nTEL:0521 778899\nEND:VCARD\n",
		"BEGIN:VCARD\nFN:A. Hale\nTEL:0521 778899\nEND:VCARD\n");
}

static void another_apostrophe_is_the_same_name(void **state)
{
	expect_likely(*state, "BEGIN:VCARD\nFN:Lia D'Orsi\nEND:VCARD\n",
		"BEGIN:VCARD\nFN:Lia D\xE2\x80\x99Orsi\nTEL:333444\nEND:VCARD\n");
}

/* What a card of that name proposes: the ids, likeliest first, as text. */
static void expect_candidates(
	struct place *place, const char *card, const char *const *called, size_t count)
{
	enum status status;
	struct import_plan plan = import_text(place, card, &status);

	assert_ok(place, status);
	assert_int_equal(plan.likely.count, 1);
	const struct import_likely *likely = vector_at(&plan.likely, 0);
	assert_int_equal(likely->candidates.count, count);
	for (size_t i = 0; i < count; i++) {
		const struct import_candidate *one = vector_at(&likely->candidates, i);
		assert_string_equal(one->called, called[i]);
	}
	import_plan_fini(&plan);
}

static void of_several_namesakes_the_one_of_the_firm_comes_first(void **state)
{
	static const char *const called[] = { "Lia Orsi (#2, Blu Arch)",
		"Lia Orsi (#1, lia@b.example)", "Lia Orsi (#3)", "Ugo Orsi" };
	struct place *place = *state;
	static const char *const names[] = { "Lia Orsi", "Lia Orsi", "Lia Orsi", "Ugo Orsi" };

	for (size_t i = 0; i < 4; i++) {
		struct contact contact;
		contact_init(&contact);
		contact.name = memory_copy_string(names[i]);
		contact.organization = memory_copy_string(i == 1 ? "Blu Arch" : NULL);
		if (i == 0)
			contact_add_channel(&contact, CHANNEL_EMAIL, "lia@b.example", NULL, false);
		if (i == 3)
			contact_add_channel(&contact, CHANNEL_EMAIL, "blu@b.example", NULL, false);
		assert_ok(place, contact_add(place->store, &contact, &place->err));
		contact_fini(&contact);
	}
	expect_candidates(place,
		"BEGIN:VCARD\nFN:Lia Orsi\nORG:blu arch\nEMAIL:blu@b.example\nEND:VCARD\n", called,
		4);
}

/* One is reached in one way that the card says, the other in the other one; or both in each. */
static void between_namesakes_who_are_reached_so_somebody_has_to_choose(void **state)
{
	static const char *const called[] = { "Lia Orsi (#1, +39 055 555 0101)",
		"Lia Orsi (#2, lia@b.example)" };
	struct place *place = *state;

	expect_import(place,
		"BEGIN:VCARD\nUID:a\nFN:Lia Orsi\nTEL:+39 055 555 0101\nEND:VCARD\n"
		"BEGIN:VCARD\nUID:b\nFN:Lia Orsi\nEMAIL:lia@b.example\nEND:VCARD\n",
		2, 0, 0, 0);
	expect_candidates(place,
		"BEGIN:VCARD\nFN:Lia Orsi\nTEL:+39 055 555 0101\nEMAIL:lia@b.example\n"
		"END:VCARD\n",
		called, 2);
	expect_number(place, 3, "SELECT count(*) FROM contact");
	/* The third has all of it, and so is meant by what comes next. */
	expect_import(place,
		"BEGIN:VCARD\nFN:Lia Orsi\nTEL:+39 055 555 0101\nEMAIL:lia@b.example\n"
		"NOTE:sails\nEND:VCARD\n",
		0, 1, 0, 0);
	expect_number(place, 3, "SELECT id FROM contact WHERE note = 'sails'");
}

/* Imports, deletes the one person, imports again: left where they are, and restored from there. */
static void expect_left_in_trash(struct place *place, const char *text)
{
	struct vector items = VECTOR_INIT(struct trash_item);
	struct trash_item *item;
	enum status status;

	expect_import(place, text, 1, 0, 0, 0);
	expect_number(place, 1, "SELECT count(*) FROM contact");
	assert_ok(place, contact_delete(place->store,
				 number(place->store, "SELECT max(id) FROM contact"), &place->err));
	struct import_plan plan = import_text(place, text, &status);
	assert_ok(place, status);
	assert_int_equal(plan.left_out, 1);
	assert_int_equal(plan.problems.count, 1);
	assert_false(((const struct import_problem *)vector_at(&plan.problems, 0))->is_refused);
	import_plan_fini(&plan);
	expect_number(place, 0, "SELECT count(*) FROM contact");
	assert_ok(place, trash_list(place->store, &items, &place->err));
	assert_ok(place, trash_restore(place->store,
				 ((struct trash_item *)vector_at(&items, 0))->id, &place->err));
	VECTOR_EACH (item, &items)
		trash_item_fini(item);
	vector_fini(&items);
	expect_import(place, text, 0, 0, 1, 0);
}

static void who_was_deleted_stays_so_by_uid(void **state)
{
	expect_left_in_trash(
		*state, "BEGIN:VCARD\nUID:u1\nFN:Ines Pardo\nTEL:0301 2233\nEND:VCARD\n");
}

static void who_was_deleted_stays_so_by_card(void **state)
{
	expect_left_in_trash(*state, "name,birthday\nInes Pardo,1980-02-03\n");
}

/* Of whom nothing but the name is known: also when a note has changed since. */
static void who_was_deleted_stays_so_by_name(void **state)
{
	struct place *place = *state;
	static const char *const again[] = { "name,note\nInes Pardo,hi\n",
		"name,email\nines pardo,ines@p.example\n", "name\nInes Pardo\n" };

	expect_import(place, "name,note\nInes Pardo,hello\n", 1, 0, 0, 0);
	assert_ok(place, contact_delete(place->store,
				 number(place->store, "SELECT max(id) FROM contact"), &place->err));
	for (size_t i = 0; i < sizeof again / sizeof *again; i++)
		expect_one_problem(place, again[i], 0, "is in the trash and was left there");
	/* Another kind of file, and somebody who is here. */
	expect_import(place, "BEGIN:VCARD\nFN:Ines Pardo\nEND:VCARD\n", 1, 0, 0, 0);
	expect_import(place, again[0], 1, 0, 0, 0);
}

static void a_namesake_of_who_was_deleted_is_added_and_told(void **state)
{
	struct place *place = *state;

	expect_import(place, "name,email\nInes Pardo,ines@p.example\n", 1, 0, 0, 0);
	assert_ok(place, contact_delete(place->store,
				 number(place->store, "SELECT max(id) FROM contact"), &place->err));
	expect_one_problem(place, "name,email\nInes Pardo,pardo@q.example\n", 1,
		"Ines Pardo (card 1) may be Ines Pardo, who is in the trash; added as somebody "
		"new");
}

/* Under another name, by another kind of file: added unasked, and told. */
static void who_is_likely_in_the_trash_is_told(void **state)
{
	struct place *place = *state;
	static const char *const cards[] = {
		"BEGIN:VCARD\nFN:Bo\nEMAIL:ines@p.example\nEND:VCARD\n",
		"BEGIN:VCARD\nUID:i\nFN:I. Pardo-Ruiz\nTEL:0301 2233\nEND:VCARD\n",
		"BEGIN:VCARD\nUID:j\nFN:Ines Pardo\nEMAIL:new@p.example\nEND:VCARD\n",
		"name,phone\nInes P,0301 2233\n"
	};

	expect_import(place, "name,email,phone\nInes Pardo,ines@p.example,0301 2233\n", 1, 0, 0, 0);
	assert_ok(place, contact_delete(place->store,
				 number(place->store, "SELECT max(id) FROM contact"), &place->err));
	for (size_t i = 0; i < sizeof cards / sizeof *cards; i++) {
		expect_one_problem(place, cards[i], 1,
			"(card 1) may be Ines Pardo, who is in the trash; added as somebody new");
		expect_import(place, cards[i], 0, 0, 1, 0);
		assert_ok(place, undo_last(place->store, NULL, &place->err));
	}
}

static void who_was_deleted_stays_so_by_name_and_address(void **state)
{
	struct place *place = *state;
	enum status status;

	expect_left_in_trash(place, "name,email\nInes Pardo,ines@p.example\n");
	assert_ok(place, contact_delete(place->store,
				 number(place->store, "SELECT max(id) FROM contact"), &place->err));
	/* As among those who are here: the same address, and a name that may be hers. */
	static const char *const names[] = { "Ines Pardo", "Ines", "I. Pardo", "Pardo Ines" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		char card[200];
		snprintf(card, sizeof card,
			"BEGIN:VCARD\nFN:%s\nEMAIL:ines@p.example\nTEL:1\nEND:VCARD\n", names[i]);
		struct import_plan plan = import_text(place, card, &status);
		assert_ok(place, status);
		assert_int_equal(plan.left_out, 1);
		assert_int_equal(plan.added, 0);
		/* By the name under which the trash has her. */
		const struct import_problem *left = vector_at(&plan.problems, 0);
		assert_non_null(strstr(left->reason, "Ines Pardo"));
		assert_non_null(strstr(left->reason, names[i]));
		import_plan_fini(&plan);
	}
	expect_import(
		place, "BEGIN:VCARD\nFN:Bo Lind\nEMAIL:ines@p.example\nEND:VCARD\n", 1, 0, 0, 0);
}

/* What can no longer be restored is nowhere, and may come again. */
static void who_was_deleted_long_ago_may_come_again(void **state)
{
	static const char text[] = "BEGIN:VCARD\nUID:u1\nFN:Ines Pardo\nTEL:0301 2233\nEND:VCARD\n";
	struct place *place = *state;
	enum status status;

	expect_import(place, text, 1, 0, 0, 0);
	assert_ok(place, contact_delete(place->store,
				 number(place->store, "SELECT max(id) FROM contact"), &place->err));
	store_set_today(place->store, TODAY + 90);
	struct import_plan plan = import_text(place, text, &status);
	assert_ok(place, status);
	assert_int_equal(plan.left_out, 1);
	import_plan_fini(&plan);
	store_set_today(place->store, TODAY + 91);
	expect_import(place, text, 1, 0, 0, 0);
}

static void expect_left_out(
	struct place *place, const char *text, int people, int entries, int entries_added)
{
	enum status status;
	struct import_plan plan = import_text(place, text, &status);

	assert_ok(place, status);
	assert_int_equal(plan.added, 0);
	assert_int_equal(plan.left_out, people);
	assert_int_equal(plan.entries_left_out, entries);
	assert_int_equal(plan.entries_added, entries_added);
	import_plan_fini(&plan);
}

/* Their log and follow-ups stay with them, but for what somebody else took part in. */
static void no_entry_brings_back_who_was_deleted(void **state)
{
	static const char text[] =
		"{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann Trash\","
		"\"channels\":[{\"kind\":\"email\",\"value\":\"ann@t.example\"}]},"
		"{\"uid\":\"b\",\"name\":\"Bo\"}],\"conversations\":["
		"{\"day\":\"2024-01-02\",\"medium\":\"call\",\"summary\":\"one\","
		"\"participants\":[{\"uid\":\"a\",\"name\":\"Ann Trash\"},"
		"{\"uid\":\"b\",\"mention\":true}]},"
		"{\"day\":\"2024-01-03\",\"medium\":\"call\",\"summary\":\"two\","
		"\"participants\":[{\"name\":\"Ann Trash\"}]},"
		"{\"day\":\"2024-01-04\",\"medium\":\"call\",\"summary\":\"three\","
		"\"participants\":[{\"uid\":\"a\"},{\"uid\":\"b\"}]}],"
		"\"followups\":[{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t\","
		"\"made_on\":\"2024-01-02\"}]}";
	struct place *place = *state;

	expect_import(place, text, 2, 0, 0, 0);
	delete_by_uid(place, "a");
	run(place->store, "DELETE FROM conversation");
	expect_left_out(place, text, 1, 3, 1);
	expect_number(place, 1, "SELECT count(*) FROM contact");
	expect_number(place, 1, "SELECT count(*) FROM conversation");
	expect_left_out(place, text, 1, 3, 0);
}

static void no_row_of_a_log_brings_back_who_was_deleted(void **state)
{
	struct place *place = *state;

	expect_import(place, "name,email\nInes Pardo,ines@p.example\n", 1, 0, 0, 0);
	assert_ok(place, contact_delete(place->store,
				 number(place->store, "SELECT max(id) FROM contact"), &place->err));
	expect_left_out(place,
		"date,contact,channel,summary\n2024-01-02,Ines Pardo,call,one\n"
		"2024-01-03,ines@p.example,call,two\n",
		0, 2, 0);
	expect_number(place, 0, "SELECT count(*) FROM contact");
}

/* A comma may stand in a name: only who is known by what lies between is meant. */
static void several_in_one_cell_are_known_by_each_name(void **state)
{
	struct place *place = *state;

	expect_import(place, "BEGIN:VCARD\nFN:Rosa\nEND:VCARD\nBEGIN:VCARD\nFN:Piero\nEND:VCARD\n",
		2, 0, 0, 0);
	expect_import(
		place, "date,contact,summary\n2024-01-02,\"Rosa, Piero\",a walk\n", 0, 0, 0, 0);
	expect_import(
		place, "date,contact,summary\n2024-01-02,\"Zanni, Rosa\",a walk\n", 1, 0, 0, 0);
}

/* Their card is taken for one of somebody here: so is all that the file has of them. */
static void what_a_file_has_of_them_goes_to_whom_their_card_met(void **state)
{
	static const char text[] =
		"{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann Ross\","
		"\"channels\":[{\"kind\":\"email\",\"value\":\"ann@t.example\"}]}],"
		"\"conversations\":[{\"day\":\"2024-01-02\",\"medium\":\"call\","
		"\"summary\":\"one\",\"participants\":[{\"uid\":\"a\",\"name\":\"Ann Ross\"}]}]}";
	struct place *place = *state;

	expect_import(place, text, 1, 0, 0, 0);
	delete_by_uid(place, "a");
	run(place->store, "DELETE FROM conversation");
	add_with_email(place, "A. Ross", "ann@t.example"); /* by hand: an import would leave her */
	expect_left_out(place, text, 0, 0, 1);
	expect_number(place, 1, "SELECT count(*) FROM participant");
}

/* The log knows the entry by its source id: nobody is added for it. */
static void nobody_is_added_for_an_entry_that_is_here(void **state)
{
	static const char before[] =
		"{\"filo\":1,\"conversations\":[{\"day\":\"2024-01-02\",\"medium\":\"call\","
		"\"summary\":\"one\",\"source\":\"csv\",\"source_id\":\"1\","
		"\"participants\":[{\"name\":\"Ann\"}]}]}";
	static const char after[] =
		"{\"filo\":1,\"conversations\":[{\"day\":\"2024-01-02\",\"medium\":\"call\","
		"\"summary\":\"one\",\"source\":\"csv\",\"source_id\":\"1\","
		"\"participants\":[{\"name\":\"Anna\"}]},"
		"{\"day\":\"2024-01-02\",\"medium\":\"call\","
		"\"summary\":\"one\",\"participants\":[{\"name\":\"Ann\"},{\"name\":\"Zoe\"}]},"
		"{\"day\":\"2024-01-03\",\"medium\":\"call\","
		"\"summary\":\"new\",\"participants\":[{\"name\":\"Ann\"}]}]}";

	expect_import(*state, before, 1, 0, 0, 0);
	expect_import(*state, after, 0, 0, 0, 0);
	expect_number(*state, 1, "SELECT count(*) FROM contact");
	expect_number(*state, 2, "SELECT count(*) FROM conversation");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(two_names_with_one_uid_are_two_people),
		TEST(a_uid_of_another_file_may_be_somebody_elses),
		TEST(who_bears_a_uuid_is_the_same_under_any_name),
		TEST(who_is_renamed_by_a_card_is_told),
		TEST(what_was_deleted_does_not_come_back_from_any_of_two_tables),
		TEST(a_table_with_uids_is_silent_where_it_has_no_column),
		TEST(a_date_of_a_table_that_is_not_read_takes_none_away),
		TEST(a_phone_card_that_knows_less_takes_nothing_away),
		TEST(a_table_that_knows_less_takes_nothing_away),
		TEST(what_a_group_says_besides_its_members_is_named),
		TEST(a_uuid_is_one_in_all_its_spellings),
		TEST(a_son_at_his_fathers_address_is_only_likely),
		TEST(a_suffix_beside_the_name_tells_them_apart_too),
		TEST(a_suffix_that_is_a_part_of_a_word_is_not_said_by_it),
		TEST(a_father_of_whom_nothing_new_is_said_is_only_likely),
		TEST(one_of_a_family_at_its_telephone_is_only_likely),
		TEST(of_several_namesakes_the_one_of_the_firm_comes_first),
		TEST(between_namesakes_who_are_reached_so_somebody_has_to_choose),
		TEST(another_apostrophe_is_the_same_name),
		TEST(who_was_deleted_stays_so_by_uid),
		TEST(who_was_deleted_stays_so_by_card),
		TEST(a_namesake_of_who_was_deleted_is_added_and_told),
		TEST(who_was_deleted_stays_so_by_name),
		TEST(who_is_likely_in_the_trash_is_told),
		TEST(who_was_deleted_stays_so_by_name_and_address),
		TEST(who_was_deleted_long_ago_may_come_again),
		TEST(no_entry_brings_back_who_was_deleted),
		TEST(no_row_of_a_log_brings_back_who_was_deleted),
		TEST(several_in_one_cell_are_known_by_each_name),
		TEST(what_a_file_has_of_them_goes_to_whom_their_card_met),
		TEST(nobody_is_added_for_an_entry_that_is_here),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
