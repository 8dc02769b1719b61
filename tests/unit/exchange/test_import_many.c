/* A great many of one kind in one import: each is what it would be alone.
 * Not here: how long that takes (tests/bench). */
#include "imports.h"

#include "filo/store/followups.h"

#define MANY     300
#define NUMBERED 99 /* as far as headers with a number are known */

static void expect_entries(struct place *place, const char *text, int added, int unchanged)
{
	enum status status;
	struct import_plan plan = import_text(place, text, &status);

	assert_ok(place, status);
	assert_int_equal(plan.entries_added, added);
	assert_int_equal(plan.entries_unchanged, unchanged);
	import_plan_fini(&plan);
}

static void entries_of_one_day_are_each_known_again(void **state)
{
	struct strbuf log = STRBUF_INIT;

	strbuf_add(&log, "date,contact,direction,channel,summary,body\n");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&log, "2020-01-02,Ann,me,call,entry %d,%s\n", i % (MANY / 2),
			i < MANY / 2 ? "" : "with a body");
	expect_entries(*state, log.data, MANY, 0);
	strbuf_add(&log, "2020-01-02,Ann,me,call,entry 1,with another body\n"
			 "2020-01-02,Ann,them,call,entry 1,\n"
			 "2020-01-03,Ann,me,call,entry 1,\n");
	expect_entries(*state, log.data, 3, MANY);
	expect_entries(*state, log.data, 0, MANY + 3);
	strbuf_fini(&log);
}

#define TURNS         24000 /* of four people: more than is held at first */
#define ROWS_READ_MAX (INT64_C(20) * TURNS)

static int count_row(unsigned what, void *count, void *statement, void *unused)
{
	(void)what, (void)unused;
	if (++*(int64_t *)count > ROWS_READ_MAX)
		sqlite3_interrupt(sqlite3_db_handle(statement));
	return 0;
}

static void days_that_take_turns_are_not_read_for_every_entry(void **state)
{
	static const char *const names[] = { "Ann", "Bo", "Cy", "Di" };
	struct place *place = *state;
	struct strbuf log = STRBUF_INIT;
	int64_t rows = 0;

	strbuf_add(&log, "date,contact,direction,channel,summary\n");
	for (int i = 0; i < TURNS; i++)
		strbuf_add_format(&log, "2020-01-02,%s,me,call,entry %d\n", names[i % 4], i);
	expect_entries(place, log.data, TURNS, 0);
	sqlite3_trace_v2(place->store->db, SQLITE_TRACE_ROW, count_row, &rows);
	expect_entries(place, log.data, 0, TURNS);
	sqlite3_trace_v2(place->store->db, 0, NULL, NULL);
	strbuf_fini(&log);
}

static void followups_and_events_are_each_known_again(void **state)
{
	struct strbuf json = STRBUF_INIT;

	strbuf_add(&json, "{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\"}],");
	strbuf_add(&json, "\"events\":[");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&json,
			"%s{\"contact\":\"a\",\"kind\":\"skip\",\"day\":\"20%02d-01-%02d\"}",
			i ? "," : "", i / 28, 1 + i % 28);
	strbuf_add(&json, "],\"followups\":[");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&json,
			"%s{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t%d\","
			"\"made_on\":\"2024-01-%02d\"}",
			i ? "," : "", i % 100, 1 + i / 100);
	size_t end = json.len;
	strbuf_add(&json, "]}");
	expect_entries(*state, json.data, MANY, 0);
	expect_entries(*state, json.data, 0, MANY);
	expect_number(*state, MANY, "SELECT count(*) FROM event");
	strbuf_truncate(&json, end);
	strbuf_add(&json, ",{\"contact\":\"a\",\"kind\":\"ask\",\"text\":\"t1\","
			  "\"made_on\":\"2025-01-01\"}]}");
	expect_entries(*state, json.data, 1, MANY);
	strbuf_fini(&json);
}

/* Ann is in all groups, Bo in every other. */
static void somebody_in_many_groups_has_the_tags_of_all(void **state)
{
	struct place *place = *state;
	struct strbuf cards = STRBUF_INIT;

	strbuf_add(&cards, "BEGIN:VCARD\nVERSION:4.0\nFN:Ann\nUID:a\nEND:VCARD\n"
			   "BEGIN:VCARD\nVERSION:4.0\nFN:Bo\nUID:b\nEND:VCARD\n");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&cards,
			"BEGIN:VCARD\nVERSION:4.0\nFN:Group "
			"%d\nKIND:group\nMEMBER:a\n%sEND:VCARD\n",
			i, i % 2 ? "MEMBER:b\n" : "");
	expect_import(place, cards.data, 2, 0, 0, 0);
	expect_number(place, MANY, "SELECT count(*) FROM tag WHERE contact = 1");
	expect_number(place, MANY / 2, "SELECT count(*) FROM tag WHERE contact = 2");
	expect_number(place, 1, "SELECT count(*) FROM tag WHERE tag = 'Group 298'");
	strbuf_fini(&cards);
}

/* Two weeks of each month, of the user and of Ann; then a year over some of them. */
static void absences_that_touch_become_one(void **state)
{
	struct place *place = *state;
	struct strbuf json = STRBUF_INIT;

	strbuf_add(&json, "{\"filo\":1,\"contacts\":[{\"uid\":\"a\",\"name\":\"Ann\"}],"
			  "\"absences\":[");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&json, "%s{%s\"from\":\"%d-%02d-01\",\"to\":\"%d-%02d-14\"}",
			i ? "," : "", i % 2 ? "\"contact\":\"a\"," : "", 1990 + i / 24,
			1 + i / 2 % 12, 1990 + i / 24, 1 + i / 2 % 12);
	strbuf_add(&json, "]}");
	for (int i = 0; i < 2; i++) {
		expect_import(place, json.data, !i, 0, i, 0);
		expect_number(place, MANY / 2, "SELECT count(*) FROM absence WHERE contact = 1");
		expect_number(
			place, MANY / 2, "SELECT count(*) FROM absence WHERE contact IS NULL");
		expect_number(
			place, MANY * INT64_C(13), "SELECT sum(to_day - from_day) FROM absence");
	}
	expect_entries(place,
		"{\"filo\":1,\"absences\":["
		"{\"from\":\"1990-12-20\",\"to\":\"1991-06-30\"},"
		"{\"from\":\"1991-03-01\",\"to\":\"1991-12-31\"}]}",
		0, 0);
	expect_number(place, MANY / 2, "SELECT count(*) FROM absence WHERE contact = 1");
	expect_number(place, MANY / 2 - 12, "SELECT count(*) FROM absence WHERE contact IS NULL");
	strbuf_fini(&json);
}

/* Groups are named in either case; a label stays where something of its group is kept. */
static void each_of_many_labels_stays_with_its_own(void **state)
{
	struct place *place = *state;
	struct strbuf card = STRBUF_INIT;

	strbuf_add(&card, "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\n");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&card, "item%d.URL:http://x%d.example\nNOTE:n%d\n", i, i, i);
	for (int i = MANY; i-- > 0;)
		strbuf_add_format(&card, "ITEM%d.X-ABLabel:l%d\n", i, i);
	strbuf_add(&card, "item9.X-ABADR:it\nEND:VCARD\n");
	expect_import(place, card.data, 1, 0, 0, 0);
	expect_number(place, MANY,
		"SELECT count(*) FROM channel"
		" WHERE value = 'http://x' || substr(label, 2) || '.example'");
	expect_number(place, 2, "SELECT count(*) FROM kept_property WHERE line LIKE 'item9.%'");
	expect_number(place, 2 + MANY, "SELECT count(*) FROM kept_property");
	expect_number(place, 1,
		"SELECT count(*) FROM contact WHERE note LIKE"
		" 'n0' || char(10, 10) || 'n1' || char(10, 10) || '%' || char(10, 10) || 'n299'");
	strbuf_fini(&card);
}

/* Those of the file become those of an empty address book. */
static void many_circles_come_once_each(void **state)
{
	struct place *place = *state;
	struct strbuf json = STRBUF_INIT;

	strbuf_add(&json, "{\"filo\":1,\"circles\":[{\"name\":\"CLOSE\",\"cadence\":7}");
	for (int i = 0; i < MANY; i++)
		strbuf_add_format(&json, ",{\"name\":\"c%d\",\"cadence\":3}", i);
	strbuf_add(&json, ",{\"name\":\"C7\",\"cadence\":9}],\"contacts\":["
			  "{\"uid\":\"a\",\"name\":\"Ann\",\"circle\":\"C299\"}]}");
	for (int i = 0; i < 2; i++) {
		expect_import(place, json.data, !i, 0, i, 0);
		expect_number(place, MANY + 3, "SELECT count(*) FROM circle");
	}
	expect_number(place, 7, "SELECT cadence_days FROM circle WHERE name = 'CLOSE'");
	expect_number(place, 9, "SELECT cadence_days FROM circle WHERE name = 'C7'");
	expect_number(place, 1,
		"SELECT o.name = 'c299' FROM contact AS c JOIN circle AS o ON o.id = c.circle");
	strbuf_fini(&json);
}

/* Each of the changed rows takes the place of one; "#0" has what those brought. */
static void of_many_rows_each_takes_the_place_of_one(void **state)
{
	struct place *place = *state;

	for (int edition = 0; edition < 2; edition++) {
		struct strbuf rows = STRBUF_INIT;
		strbuf_add(&rows, "Name,E-mail,Note\n");
		for (int i = 0; i < MANY; i++)
			strbuf_add_format(&rows, "Ann Moss,ann@x.example,n%d in %d\n", i, edition);
		expect_import(place, rows.data, !edition, edition ? MANY : MANY - 1, 0, 0);
		expect_number(place, MANY + edition, "SELECT count(*) FROM import_mark");
		expect_import(place, rows.data, 0, 0, MANY, 0);
		strbuf_fini(&rows);
	}
	expect_number(place, 1, "SELECT count(*) FROM import_mark WHERE source = 'csv#0'");
}

static void a_number_of_another_country_is_another(void **state)
{
	struct place *place = *state;

	expect_import(place, "Name,Phone\nAnn Moss,+33 333 1234567\nBo Lee,+39 (0)2 55 66 77\n", 2,
		0, 0, 0);
	expect_import(place, "Name,Phone\nB. Lee,+44 2 556677\n", 1, 0, 0, 0);
	expect_import(place, "Name,Phone,Note\nBo Lee,02 556677,n\n", 0, 1, 0, 0);
	expect_import(place, "Name,Phone\nAnn Moss,+44 333 1234567\n", 1, 0, 0, 0);
	expect_number(place, 4, "SELECT count(*) FROM channel");
}

/* Each with those before at the telephone, once; what is said of all joins none of them. */
static void who_shares_a_telephone_in_a_file_is_only_likely(void **state)
{
	struct place *place = *state;
	static const char cards[] =
		"BEGIN:VCARD\nUID:1\nFN:Tom Hale\nTEL:0521 778899\nEND:VCARD\n"
		"BEGIN:VCARD\nUID:2\nFN:Tom Hale Jr.\nTEL:0521 778899\nEND:VCARD\n"
		"BEGIN:VCARD\nUID:3\nFN:Ada Hale\nTEL:0521 778899\nEND:VCARD\n"
		"BEGIN:VCARD\nUID:4\nFN:Cy Oak\nTEL:0521 778899\nEND:VCARD\n";
	const char *path = place_file(place, "family.vcf");
	const struct import_request request = {
		.files = &path, .file_count = 1, .likely = IMPORT_AS_SAME
	};
	struct import_plan plan;
	FILE *file = fopen(path, "w");

	fputs(cards, file);
	fclose(file);
	for (int i = 0; i < 2; i++) {
		import_plan_init(&plan);
		assert_ok(place, import_plan_apply(place->store, &request, &plan, &place->err));
		assert_int_equal(plan.added, i ? 0 : 4);
		assert_int_equal(plan.likely_count, i ? 0 : 2);
		for (size_t j = 0; j < plan.likely.count; j++) {
			const struct import_likely *likely = vector_at(&plan.likely, j);
			assert_int_equal(likely->candidates.count, j + 1);
			assert_true(import_likely_meant(likely)->is_in_file);
		}
		import_plan_fini(&plan);
	}
}

/* A card that brings nothing but itself leaves marks alone, which undo takes back by their name. */
static void what_leaves_marks_alone_is_called_so(void **state)
{
	struct place *place = *state;
	const char *const labels[] = { "import: only which file people are from",
		"import: import" };
	char *label;

	expect_import(place, "Name,E-mail\nAnn Moss,ann@x.example\n", 1, 0, 0, 0);
	expect_import(place,
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Moss\nEMAIL:ann@x.example\nEND:VCARD\n", 0, 0, 1,
		0);
	for (size_t i = 0; i < 2; i++) {
		assert_ok(place, undo_last(place->store, &label, &place->err));
		assert_string_equal(label, labels[i]);
		free(label);
	}
}

/* Which the JSON then says as it says other names: out and in again is the same. */
static void names_of_two_lines_are_of_one(void **state)
{
	struct place *place = *state;

	expect_import(place, "date,contact,summary\n2024-01-01,\"Ann\nMoss;Bo\n\",x\n", 2, 0, 0, 0);
	expect_import(place,
		"{\"filo\":1,\"circles\":[{\"name\":\"c\\nd\",\"cadence\":7}],"
		"\"contacts\":[{\"uid\":\"a\",\"name\":\"Cy\\tLee\",\"circle\":\"c\\nd\","
		"\"tags\":[\"t\\nu\"]}],\"conversations\":[{\"day\":\"2024-01-02\","
		"\"summary\":\"s\",\"participants\":[{\"name\":\"Di\\r\\nOak\"}]}]}",
		2, 0, 0, 0);
	char *told = export_text(place, EXPORT_JSON);
	assert_int_equal(occurrences(told, "\\n") + occurrences(told, "\\r"), 0);
	assert_int_equal(occurrences(told, "\\t"), 0);
	assert_int_equal(occurrences(told, "\"name\":\"c d\""), 1);
	assert_int_equal(occurrences(told, "\"circle\":\"c d\""), 1);
	free(told);
	expect_import(
		place, "{\"filo\":1,\"circles\":[{\"name\":\"c\\nd\",\"cadence\":7}]}", 0, 0, 0, 0);
	expect_number(place, 1, "SELECT count(*) FROM circle WHERE name = 'c d'");
}

static void a_property_too_long_ends_the_import_with_a_sentence(void **state)
{
	struct place *place = *state;
	struct strbuf card = STRBUF_INIT;
	enum status status;

	strbuf_add(&card, "BEGIN:VCARD\nVERSION:3.0\nFN:Ann\nX-LONG:");
	for (int i = 0; i < 17 << 10; i++)
		strbuf_add_format(&card, "%01023d%s", 0, i % 1024 ? "x" : "\n ");
	strbuf_add(&card, "\nEND:VCARD\n");
	struct import_plan plan = import_text(place, card.data, &status);
	assert_int_equal(status, STATUS_INVALID);
	assert_non_null(strstr(place->err.message, "Line 4: "));
	expect_number(place, 0, "SELECT count(*) FROM contact");
	import_plan_fini(&plan);
	strbuf_fini(&card);
}

/* The names of all twice, the second time as mentions. */
static void who_is_named_twice_in_an_entry_takes_part_once(void **state)
{
	struct place *place = *state;
	struct strbuf json = STRBUF_INIT;

	strbuf_add(&json, "{\"filo\":1,\"conversations\":[{\"day\":\"2020-01-01\","
			  "\"medium\":\"call\",\"summary\":\"s\",\"participants\":[");
	for (int i = 0; i < 2 * MANY; i++)
		strbuf_add_format(&json, "%s{\"name\":\"P%d Q\",\"mention\":%s}", i ? "," : "",
			i % MANY, i % 2 || i < MANY ? "true" : "false");
	strbuf_add(&json, "]}]}");
	expect_import(place, json.data, MANY, 0, 0, 0);
	expect_number(place, MANY, "SELECT count(*) FROM participant");
	expect_number(place, MANY / 2, "SELECT count(*) FROM participant WHERE is_mention");
	strbuf_fini(&json);
}

/* The label may come before its value or after it. */
static void each_of_many_columns_has_the_label_of_its_group(void **state)
{
	struct place *place = *state;
	struct strbuf table = STRBUF_INIT;

	strbuf_add(&table, "Name");
	for (int i = 1; i <= NUMBERED; i++)
		strbuf_add_format(&table, ",E-mail %d - Value", i);
	for (int i = NUMBERED; i > 0; i--)
		strbuf_add_format(&table, ",E-mail %d - Label", i);
	strbuf_add(&table, "\nAnn");
	for (int i = 1; i <= NUMBERED; i++)
		strbuf_add_format(&table, ",e%d@x.example", i);
	for (int i = NUMBERED; i > 0; i--)
		strbuf_add_format(&table, ",l%d", i);
	strbuf_add(&table, "\n");
	expect_import(place, table.data, 1, 0, 0, 0);
	expect_number(place, NUMBERED,
		"SELECT count(*) FROM channel"
		" WHERE value = 'e' || substr(label, 2) || '@x.example'");
	strbuf_fini(&table);
}

#define ALL_CARDS 2020 /* of two people, who take turns */

/* Each card brings a number, a paragraph of the note and, to one of them, a new name. */
static void add_cards_of_one_uid(struct strbuf *cards, const char *note)
{
	for (int i = 0; i < ALL_CARDS; i++)
		strbuf_add_format(cards,
			"BEGIN:VCARD\nVERSION:3.0\nFN:%s\nUID:one\nTEL:%d\nNOTE:%s%d\n"
			"END:VCARD\n",
			i % 2 ? "Ann Reed" : "Rosa Zanni", i, note, i);
}

static void of_one_uid_all_cards_are_read(void **state)
{
	struct place *place = *state;
	/* Long enough that the whole note is no longer looked through. */
	char note[100];
	struct strbuf cards = STRBUF_INIT;
	enum status status;

	memset(note, 'n', sizeof note - 1);
	note[sizeof note - 1] = '\0';
	add_cards_of_one_uid(&cards, note);
	struct import_plan plan = import_text(place, cards.data, &status);
	assert_ok(place, status);
	assert_int_equal(plan.added, 2);
	assert_int_equal(plan.updated, ALL_CARDS - 2);
	assert_int_equal(plan.refused, 0);
	assert_int_equal(plan.problems.count, 1); /* whose the UID is, once */
	import_plan_fini(&plan);
	expect_number(place, ALL_CARDS, "SELECT count(*) FROM channel");
	expect_number(place, ALL_CARDS,
		"SELECT sum((length(note) - length(replace(note, char(10) || char(10), ''))) / 2 + "
		"1)"
		" FROM contact");
	/* Each card is known again as itself. */
	expect_import(place, cards.data, 0, 0, ALL_CARDS, 0);
	strbuf_fini(&cards);
}

/* The numbers under which the marks of a person's cards are kept are theirs however they come. */
static void cards_of_one_uid_are_known_in_any_order(void **state)
{
	static const char card[] = "BEGIN:VCARD\nVERSION:4.0\nFN:%s\nUID:one\nTEL:%d\nEND:VCARD\n";
	struct strbuf there = STRBUF_INIT, back = STRBUF_INIT;

	for (int i = 0; i < 6; i++) {
		strbuf_add_format(&there, card, i % 2 ? "Ann Reed" : "Rosa Zanni", i);
		strbuf_add_format(&back, card, i % 2 ? "Rosa Zanni" : "Ann Reed", 5 - i);
	}
	expect_import(*state, there.data, 2, 4, 0, 0);
	expect_import(*state, back.data, 0, 0, 6, 0);
	strbuf_fini(&there);
	strbuf_fini(&back);
}

/* What a later card no longer says is taken back, also of somebody with several cards. */
static void a_card_of_several_takes_back_what_it_brought(void **state)
{
	struct place *place = *state;
	static const char before[] = "BEGIN:VCARD\nFN:Ann Reed\nUID:one\nTEL:1\nEND:VCARD\n"
				     "BEGIN:VCARD\nFN:Ann Reed\nUID:one\nTEL:2\nTEL:3\nEND:VCARD\n",
			  after[] = "BEGIN:VCARD\nFN:Ann Reed\nUID:one\nTEL:1\nEND:VCARD\n"
				    "BEGIN:VCARD\nFN:Ann Reed\nUID:one\nTEL:3\nTEL:2\nEND:VCARD\n"
				    "BEGIN:VCARD\nFN:Ann Reed\nUID:one\nTEL:4\nTEL:2\nEND:VCARD\n";

	expect_import(place, before, 1, 1, 0, 0);
	expect_import(place, after, 0, 1, 2, 0);
	expect_number(place, 4, "SELECT count(*) FROM channel");
	expect_import(place, after, 0, 0, 3, 0);
	expect_import(place, before, 0, 0, 2, 0);
}

/* As it would be alone: the other cards of the same person, and other people, come in. */
static void a_card_that_is_refused_spoils_no_other_of_its_uid(void **state)
{
	struct strbuf cards = STRBUF_INIT;
	char words[300];

	memset(words, 'w', sizeof words - 1);
	words[sizeof words - 1] = '\0';
	strbuf_add_format(&cards,
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Reed\nUID:one\nTEL:1\nEND:VCARD\n"
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Reed\nUID:one\nTEL:2\nEND:VCARD\n"
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Reed\nUID:one\nTEL:3\nPRONOUNS:%s\nEND:VCARD\n"
		"BEGIN:VCARD\nVERSION:4.0\nFN:Ann Reed\nUID:one\nTEL:4\nEND:VCARD\n"
		"BEGIN:VCARD\nVERSION:4.0\nFN:Rosa Zanni\nUID:two\nTEL:5\nEND:VCARD\n",
		words);
	expect_import(*state, cards.data, 2, 2, 0, 1);
	expect_number(*state, 4, "SELECT count(*) FROM channel");
	expect_import(*state, strstr(cards.data, "TEL:2") + 16, 0, 0, 2, 1);
	strbuf_fini(&cards);
}

/* Of both rows: neither knows what the other brought. */
static void what_was_deleted_does_not_come_back_from_one_of_two_rows(void **state)
{
	struct place *place = *state;
	static const char head[] = "name,email,phone,note\n",
			  row[] = "Ada Uno,ada@p.example,%s,%s\n";
	static const char *const notes[][2] = { { "one", "two" }, { "three", "four" } };

	for (size_t i = 0; i < 2; i++) {
		struct strbuf table = STRBUF_INIT;
		strbuf_add(&table, head);
		strbuf_add_format(&table, row, i ? "333 4445556" : "333 1112223", notes[i][0]);
		strbuf_add_format(&table, row, "333 1112223", notes[i][1]);
		expect_import(place, table.data, !i, i ? 2 : 1, 0, 0);
		expect_import(place, table.data, 0, 0, 2, 0);
		expect_exported(place, "333 1112223", !i);
		run(place->store, "DELETE FROM channel WHERE value = '333 1112223'");
		strbuf_fini(&table);
	}
	expect_exported(place, "333 4445556", 1);
	/* Each row has its own marks, and what it brought before stands together. */
	expect_number(place, 1, "SELECT count(*) FROM import_mark WHERE source = 'csv#0'");
	expect_number(place, 3, "SELECT count(*) FROM import_mark");
}

static void a_note_that_is_edited_in_its_row_takes_the_place_of_the_earlier(void **state)
{
	struct place *place = *state;

	for (int i = 1; i < 7; i++) {
		struct strbuf table = STRBUF_INIT;
		enum status status;
		strbuf_add_format(
			&table, "name,email,note\nAda Uno,ada@p.example,note %d\n", i % 5);
		struct import_plan plan = import_text(place, table.data, &status);
		assert_ok(place, status);
		assert_int_equal(plan.problems.count, i > 1);
		import_plan_fini(&plan);
		strbuf_fini(&table);
	}
	expect_exported(place, "NOTE:note 1\r\n", 1);
	expect_number(place, 2, "SELECT count(*) FROM import_mark");
	/* One that was written here does not go, nor one that another row brought. */
	run(place->store, "UPDATE contact SET note = 'mine'");
	expect_import(place, "name,email,note\nAda Uno,ada@p.example,six\n", 0, 1, 0, 0);
	expect_exported(place, "NOTE:mine\\n\\nsix\r\n", 1);
}

static void a_note_of_another_row_stays(void **state)
{
	struct place *place = *state;

	expect_import(place,
		"name,email,phone,note\nAda Uno,ada@p.example,333 1112223,one\n"
		"Ada Uno,ada@p.example,333 4445556,one\n",
		1, 1, 0, 0);
	expect_import(place,
		"name,email,phone,note\nAda Uno,ada@p.example,333 1112223,one\n"
		"Ada Uno,ada@p.example,333 4445556,two\n",
		0, 1, 1, 0);
	expect_exported(place, "NOTE:one\\n\\ntwo\r\n", 1);
}

/* However many had the same one: what was deleted does not come back with a file. */
static void of_many_follow_ups_alike_none_comes_back(void **state)
{
	struct place *place = *state;
	struct strbuf file = STRBUF_INIT;
	enum status status;

	strbuf_add(&file, "{\"filo\":1,\"contacts\":[");
	for (int i = 0; i < 70; i++)
		strbuf_add_format(
			&file, "%s{\"uid\":\"u%d\",\"name\":\"P%d\"}", i ? "," : "", i, i);
	strbuf_add(&file, "],\"followups\":[");
	for (int i = 0; i < 70; i++)
		strbuf_add_format(&file,
			"%s{\"contact\":\"u%d\",\"kind\":\"ask\",\"text\":\"the same\","
			"\"made_on\":\"2024-01-01\"}",
			i ? "," : "", i);
	strbuf_add(&file, "]}");
	struct import_plan plan = import_text(place, file.data, &status);
	assert_ok(place, status);
	import_plan_fini(&plan);
	for (int64_t id = 1; id <= 70; id++)
		assert_ok(place, followup_delete(place->store, id, &place->err));
	plan = import_text(place, file.data, &status);
	assert_ok(place, status);
	import_plan_fini(&plan);
	expect_number(place, 0, "SELECT count(*) FROM followup");
	strbuf_fini(&file);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, place_setup, place_teardown)
	static const struct CMUnitTest tests[] = {
		TEST(entries_of_one_day_are_each_known_again),
		TEST(days_that_take_turns_are_not_read_for_every_entry),
		TEST(followups_and_events_are_each_known_again),
		TEST(somebody_in_many_groups_has_the_tags_of_all),
		TEST(absences_that_touch_become_one),
		TEST(each_of_many_labels_stays_with_its_own),
		TEST(many_circles_come_once_each),
		TEST(names_of_two_lines_are_of_one),
		TEST(what_leaves_marks_alone_is_called_so),
		TEST(of_many_rows_each_takes_the_place_of_one),
		TEST(who_shares_a_telephone_in_a_file_is_only_likely),
		TEST(a_number_of_another_country_is_another),
		TEST(each_of_many_columns_has_the_label_of_its_group),
		TEST(who_is_named_twice_in_an_entry_takes_part_once),
		TEST(a_property_too_long_ends_the_import_with_a_sentence),
		TEST(of_one_uid_all_cards_are_read),
		TEST(what_was_deleted_does_not_come_back_from_one_of_two_rows),
		TEST(a_note_that_is_edited_in_its_row_takes_the_place_of_the_earlier),
		TEST(a_note_of_another_row_stays),
		TEST(of_many_follow_ups_alike_none_comes_back),
		TEST(cards_of_one_uid_are_known_in_any_order),
		TEST(a_card_of_several_takes_back_what_it_brought),
		TEST(a_card_that_is_refused_spoils_no_other_of_its_uid),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
