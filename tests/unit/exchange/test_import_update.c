/* What a second import changes, and what it leaves alone.
 * Not here: finding the person. */
#include "reading.h"

#include "exchange/import/import_update.h"
#include "exchange/vcard/vcard_property.h"
#include "exchange/vcard/vcard_read.h"
#include "filo/base/text.h"

/* A contact as imported from one card, and its marks; then the next card of the same source. */
struct world {
	struct reading first, second;
	struct contact *here;
	char *marks;
};

static struct world import_twice(const char *first, const char *second)
{
	struct world world;

	world.first = read_bytes(vcard_read, first, strlen(first));
	world.second = read_bytes(vcard_read, second, strlen(second));
	world.here = (struct contact *)person_at(&world.first, 0);
	world.marks = import_update_marks(vector_at(&world.first.people, 0));
	return world;
}

/* And says in `gone` what went; NULL: not asked. */
static bool merge_telling(struct world *world, char **gone)
{
	const struct record *record = vector_at(&world->second.people, 0);
	struct import_known known = { 0 };
	char *new_marks = import_update_marks(record);
	struct number_map before = import_marks_set(world->marks ? world->marks : "");
	bool is_changed = import_update_record(world->here, &known, record,
		&(struct import_marks){ world->marks ? &before : NULL, NULL,
			text_is_same(world->marks, new_marks) });

	number_map_fini(&before);
	free(new_marks);
	if (gone)
		*gone = memory_copy_string(known.gone.len ? known.gone.data : "");
	import_known_fini(&known);
	return is_changed;
}

static bool merge(struct world *world)
{
	return merge_telling(world, NULL);
}

static void expect_gone(struct world *world, const char *expected)
{
	char *gone;

	assert_true(merge_telling(world, &gone));
	assert_string_equal(gone, expected);
	free(gone);
}

static void world_fini(struct world *world)
{
	reading_fini(&world->first);
	reading_fini(&world->second);
	free(world->marks);
}

#define CARD(lines)          "BEGIN:VCARD\nUID:ann\nFN:Ann\n" lines "END:VCARD\n"
#define NAMELESS_CARD(lines) "BEGIN:VCARD\n" lines "END:VCARD\n"

static void the_same_card_changes_nothing(void **state)
{
	static const char card[] = CARD("TEL:123456\nNOTE:a\nBDAY:--0412\nX-OWN:1\nCATEGORIES:b\n");
	struct world world = import_twice(card, card);
	assert_false(merge(&world));
	world_fini(&world);
}

static void what_the_source_brought_follows_the_source(void **state)
{
	struct world world = import_twice(CARD("TITLE:Baker\nTEL:123456\nCATEGORIES:a\n"),
		CARD("TITLE:Miller\nTEL:654321\n"));
	expect_gone(&world, "Job title Baker, Phone 123456, Tags a");
	assert_string_equal(world.here->title, "Miller");
	assert_int_equal(world.here->channels.count, 1);
	assert_string_equal(channel_at(world.here, 0), "654321");
	assert_int_equal(world.here->tags.count, 0);
	world_fini(&world);
}

/* A number that comes back with the code of its country is not gone. */
static void what_is_only_written_otherwise_is_not_told(void **state)
{
	struct world world = import_twice(CARD("TEL:333 1234567\nNOTE:sings\nBDAY:19800412\n"),
		CARD("TEL:+39 333 1234567\nNOTE:sings bass\nBDAY:19800413\n"));
	expect_gone(&world, "Birthday 12 Apr 1980");
	assert_int_equal(world.here->dates.count, 1);
	assert_int_equal(world.here->channels.count, 1);
	world_fini(&world);
}

/* An older filo took it. */
static void a_date_that_is_not_read_takes_none_away(void **state)
{
	struct world world = import_twice(CARD("BDAY:19850412\nANNIVERSARY:20100412\n"),
		CARD("BDAY:99991231\nANNIVERSARY:22000412\n"));
	merge(&world);
	assert_int_equal(world.here->dates.count, 2);
	world_fini(&world);
	world = import_twice(CARD("BDAY:19850412\n"), CARD("BDAY:0000-00-00\n"));
	expect_gone(&world, "Birthday 12 Apr 1985");
	world_fini(&world);
}

/* Another file of the kind may know less. */
static void a_card_without_a_uid_takes_nothing_away(void **state)
{
	struct world world = import_twice(
		NAMELESS_CARD("FN:Ann Uno\nN:Uno;Ann\nTEL:123456\nEMAIL:a@p.example\nNOTE:sings\n"
			      "TITLE:Baker\nBDAY:19800412\nCATEGORIES:b\nX-OWN:1\n"),
		NAMELESS_CARD("FN:Uno\nN:Uno;\nTEL:654321\nX-OWN:2\nBDAY:--0501\nNOTE:paints\n"));
	expect_gone(&world, "");
	assert_string_equal(world.here->name, "Ann Uno");
	assert_string_equal(world.here->given, "Ann");
	assert_string_equal(world.here->title, "Baker");
	assert_string_equal(world.here->note, "sings\n\npaints");
	assert_int_equal(world.here->channels.count, 3);
	assert_int_equal(world.here->tags.count, 1);
	assert_int_equal(world.here->kept.count, 2);
	assert_int_equal(((struct yearly_date *)vector_at(&world.here->dates, 0))->date.year, 1980);
	world_fini(&world);
}

static void of_one_value_the_newer_counts_and_is_told(void **state)
{
	struct world world = import_twice(
		NAMELESS_CARD("FN:A. Uno\nTITLE:Baker\nBDAY:19800412\nNOTE:sings\n"),
		NAMELESS_CARD("FN:Ann Uno\nTITLE:Miller\nBDAY:19810412\nNOTE:sings bass\n"));
	expect_gone(&world, "Job title Baker, Birthday 12 Apr 1980");
	assert_string_equal(world.here->name, "Ann Uno");
	assert_string_equal(world.here->title, "Miller");
	assert_string_equal(world.here->note, "sings bass");
	assert_int_equal(world.here->dates.count, 1);
	assert_int_equal(((struct yearly_date *)vector_at(&world.here->dates, 0))->date.year, 1981);
	world_fini(&world);
}

static void what_the_user_wrote_stays(void **state)
{
	struct world world = import_twice(
		CARD("TITLE:Baker\nNOTE:theirs\n"), CARD("TITLE:Miller\nNOTE:theirs\n"));
	memory_replace_string(&world.here->title, "Chief baker");
	memory_replace_string(&world.here->note, "mine");
	contact_add_channel(world.here, CHANNEL_PHONE, "777777", NULL, false);
	contact_add_tag(world.here, "choir");
	world.here->cadence_days = 30;
	assert_false(merge(&world));
	assert_string_equal(world.here->title, "Chief baker");
	assert_string_equal(world.here->note, "mine");
	assert_int_equal(world.here->channels.count, 1);
	assert_int_equal(world.here->tags.count, 1);
	assert_int_equal(world.here->cadence_days, 30);
	world_fini(&world);
}

static void what_the_user_deleted_does_not_come_back(void **state)
{
	static const char card[] = CARD("TEL:123456\nTITLE:Baker\n");
	struct world world = import_twice(card, card);
	struct channel *channel = vector_at(&world.here->channels, 0);
	free(channel->value);
	free(channel->label);
	vector_remove(&world.here->channels, 0);
	memory_replace_string(&world.here->title, NULL);
	assert_false(merge(&world));
	assert_int_equal(world.here->channels.count, 0);
	world_fini(&world);
}

static void notes_by_two_hands_are_both_kept(void **state)
{
	struct world world = import_twice(CARD("NOTE:mine\n"), CARD("NOTE:theirs\n"));
	free(world.marks);
	world.marks = NULL;
	assert_true(merge(&world));
	assert_string_equal(world.here->note, "mine\n\ntheirs");
	world_fini(&world);
}

static void a_number_written_otherwise_is_not_added_twice(void **state)
{
	struct world world =
		import_twice(CARD("TEL:+39 333 1234567\n"), CARD("TEL;TYPE=cell:3331234567\n"));
	free(world.marks);
	world.marks = NULL;
	assert_true(import_update_adds_nothing(world.here, vector_at(&world.second.people, 0)));
	assert_false(merge(&world));
	world_fini(&world);
}

static void another_birthday_is_something_new(void **state)
{
	static const struct {
		const char *here, *said;
		bool is_new;
	} cases[] = {
		{ "BDAY:1980-01-02\n", "BDAY:1985-03-04\n", true },
		{ "BDAY:1980-01-02\n", "BDAY:1981-01-02\n", true },
		{ "BDAY:--0102\n", "BDAY:--0103\n", true },
		{ "BDAY:1980-01-02\n", "BDAY:--0102\n", false },
		{ "BDAY:1980-01-02\n", "BDAY:19800102\n", false },
		{ "BDAY:1980-01-02\n", "NOTE:\n", false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
		char first[200], second[200];
		snprintf(first, sizeof first, CARD("%s"), cases[i].here);
		snprintf(second, sizeof second, CARD("%s"), cases[i].said);
		struct world world = import_twice(first, second);
		assert_int_equal(
			import_update_adds_nothing(world.here, vector_at(&world.second.people, 0)),
			!cases[i].is_new);
		world_fini(&world);
	}
}

/* Radicale gives kept lines back so. */
static void a_line_that_a_server_spelled_anew_is_no_change(void **state)
{
	struct world world = import_twice(
		CARD("GEO:43.77;11.25\nX-OWN;TYPE=b;LEVEL=1;TYPE=a:x, y;z\nx-low/er:1\n"
		     "NICKNAME:Ann\nNICKNAME:Nan,Annie\n"),
		CARD("GEO:43.77\\;11.25\nX-LOW-ER:1\nX-OWN;LEVEL=1;TYPE=a,b:x\\, y\\;z\n"
		     "NICKNAME:Ann\nNICKNAME:Nan\\, Annie\n"));
	assert_int_equal(world.here->kept.count, 4);
	assert_false(merge(&world));
	free(world.marks);
	world.marks = NULL;
	assert_false(merge(&world));
	world_fini(&world);
}

static void a_semicolon_that_divides_a_value_is_one(void **state)
{
	struct strbuf meaning = STRBUF_INIT;
	vcard_property_meaning(&meaning, "~ORG;Y=2;X=1:a\\;b;c");
	assert_string_equal(meaning.data, "~ORG;X=1;Y=2:a\\;b;c");
	strbuf_fini(&meaning);
}

/* Every third number goes, one is written otherwise, and a new one comes last. */
static void of_many_each_follows_the_source(void **state)
{
	struct strbuf first = STRBUF_INIT, second = STRBUF_INIT;
	strbuf_add(&first, "BEGIN:VCARD\nUID:ann\nFN:Ann\n");
	strbuf_add(&second, first.data);
	for (int i = 0; i < 300; i++) {
		strbuf_add_format(&first, "TEL:+39 055 1000%03d\nX-P:%d\n", i, i);
		if (i % 3)
			strbuf_add_format(&second, "TEL:+39 055 1000%03d\nX-P:%d\n", i, i);
	}
	strbuf_add(&first, "END:VCARD\n");
	strbuf_add(&second, "TEL:+390551000001\nTEL:+39 055 1000999\nEND:VCARD\n");
	struct world world = import_twice(first.data, second.data);
	assert_int_equal(world.here->kept.count, 300);
	assert_true(merge(&world));
	assert_int_equal(world.here->kept.count, 200);
	assert_int_equal(world.here->channels.count, 201);
	assert_string_equal(channel_at(world.here, 0), "+39 055 1000001");
	assert_string_equal(channel_at(world.here, 1), "+39 055 1000002");
	assert_string_equal(channel_at(world.here, 2), "+39 055 1000004");
	assert_string_equal(channel_at(world.here, 200), "+39 055 1000999");
	world_fini(&world);
	strbuf_fini(&first);
	strbuf_fini(&second);
}

static const char *line_at(const struct world *world, size_t at)
{
	return ((struct kept_property *)vector_at(&world->here->kept, at))->line;
}

/* What another card says in a group of the same name comes beside, with its label. */
static void groups_of_two_cards_stay_apart(void **state)
{
	struct world world =
		import_twice(CARD("item1.ADR:;;Via Roma 1;Pisa;;;\nitem1.X-ABLabel:Mare\n"),
			CARD("item1.ADR:;;Via Po 2;Torino;;;\nitem1.X-ABLabel:Mare\n"));
	free(world.marks);
	world.marks = NULL;
	assert_true(merge(&world));
	assert_int_equal(world.here->kept.count, 4);
	assert_string_equal(line_at(&world, 2), "~item3.ADR:;;Via Po 2;Torino;;;");
	assert_string_equal(line_at(&world, 3), "item3.X-ABLabel:Mare");
	world_fini(&world);
}

static void a_group_of_the_same_card_follows_it(void **state)
{
	struct world world =
		import_twice(CARD("item1.ADR:;;Via Roma 1;Pisa;;;\nitem1.X-ABLabel:Mare\n"),
			CARD("item1.ADR:;;Via Po 2;Torino;;;\nitem1.X-ABLabel:Mare\n"));
	assert_true(merge(&world));
	assert_int_equal(world.here->kept.count, 2);
	assert_string_equal(line_at(&world, 0), "item1.X-ABLabel:Mare");
	assert_string_equal(line_at(&world, 1), "~item1.ADR:;;Via Po 2;Torino;;;");
	world_fini(&world);
}

/* What 3.0 has no place for is missing in what a server gives back. */
static void a_second_name_and_birthday_stay_when_they_are_missing(void **state)
{
	struct world world = import_twice(CARD("FN:Second\nN:Prova;;;;\nN:Other;;;;\nBDAY:1980-01-"
					       "02\nBDAY:1981-01-02\nBDAY;VALUE=text:in spring\n"),
		CARD("N:Prova;;;;\nBDAY:1980-01-02\n"));
	assert_int_equal(world.here->kept.count, 4);
	assert_false(merge(&world));
	assert_int_equal(world.here->kept.count, 4);
	world_fini(&world);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_same_card_changes_nothing),
		cmocka_unit_test(what_the_source_brought_follows_the_source),
		cmocka_unit_test(what_is_only_written_otherwise_is_not_told),
		cmocka_unit_test(a_date_that_is_not_read_takes_none_away),
		cmocka_unit_test(a_card_without_a_uid_takes_nothing_away),
		cmocka_unit_test(of_one_value_the_newer_counts_and_is_told),
		cmocka_unit_test(what_the_user_wrote_stays),
		cmocka_unit_test(what_the_user_deleted_does_not_come_back),
		cmocka_unit_test(notes_by_two_hands_are_both_kept),
		cmocka_unit_test(a_second_name_and_birthday_stay_when_they_are_missing),
		cmocka_unit_test(groups_of_two_cards_stay_apart),
		cmocka_unit_test(a_group_of_the_same_card_follows_it),
		cmocka_unit_test(a_number_written_otherwise_is_not_added_twice),
		cmocka_unit_test(another_birthday_is_something_new),
		cmocka_unit_test(a_line_that_a_server_spelled_anew_is_no_change),
		cmocka_unit_test(a_semicolon_that_divides_a_value_is_one),
		cmocka_unit_test(of_many_each_follows_the_source),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
