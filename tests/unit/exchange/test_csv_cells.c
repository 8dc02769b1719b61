/* What stands in the cells of an address book's CSV: several values, line ends, what is left over.
 * Not here: what the columns are (test_csv_columns.c), dates (test_csv_dates.c). */
#include "one_reading.h"

/* With a bar between two. */
static void assert_values(
	const struct contact *contact, enum channel_kind kind, const char *expected)
{
	struct strbuf values = STRBUF_INIT;
	const struct channel *channel;

	VECTOR_EACH (channel, &contact->channels)
		if (channel->kind == kind)
			strbuf_add_item(&values, "|", channel->value);
	assert_string_equal(values.data, expected);
	strbuf_fini(&values);
}

static void several_addresses_of_a_cell_are_several(void **state)
{
	const struct contact *contact =
		read_contacts("name,email,phone\nAda,\"ada@b.example; Lina <lina@c.example>\","
			      "\"0521 778899, 0521 778800\"\n");
	assert_values(contact, CHANNEL_EMAIL, "ada@b.example|lina@c.example");
	assert_values(contact, CHANNEL_PHONE, "0521 778899|0521 778800");
}

static void what_stands_behind_an_address_labels_it(void **state)
{
	const struct contact *contact =
		read_contacts("name,email,work email\nAda,Ada <ada@b.example> (old),"
			      "\"Ada <ada@c.example> till May; lina@c.example\"\n");
	const struct channel *channels = contact->channels.items;
	assert_values(contact, CHANNEL_EMAIL, "ada@b.example|ada@c.example|lina@c.example");
	assert_string_equal(channels[0].label, "old");
	assert_string_equal(channels[1].label, "work, till May");
	assert_string_equal(channels[2].label, "work");
}

static void they_are_parted_by_whatever_parts_them(void **state)
{
	const struct contact *contact = read_contacts(
		"name,email,phone\nAda,\"ada@b.example|lina@c.example,ada@d.example\","
		"0521 778899 / +39 347 0000001;0521 778800\n");
	assert_values(contact, CHANNEL_EMAIL, "ada@b.example|lina@c.example|ada@d.example");
	assert_values(contact, CHANNEL_PHONE, "0521 778899|+39 347 0000001|0521 778800");
	forget(NULL);
	contact = read_contacts("name,phone\nAda,0521/778899\n");
	assert_values(contact, CHANNEL_PHONE, "0521/778899");
}

static void assert_tags(const char *cell, const char *expected)
{
	struct strbuf csv = STRBUF_INIT, tags = STRBUF_INIT;
	char **tag;

	strbuf_add_format(&csv, "name,tags\nAda,\"%s\"\n", cell);
	const struct contact *contact = read_contacts(csv.data);
	VECTOR_EACH (tag, &contact->tags)
		strbuf_add_item(&tags, "|", *tag);
	assert_string_equal(tags.data, expected);
	forget(NULL);
	strbuf_fini(&csv);
	strbuf_fini(&tags);
}

static void a_backslash_keeps_a_semicolon_in_a_tag(void **state)
{
	(void)state;
	assert_tags("a;b", "a|b");
	assert_tags("a\\;b;c", "a;b|c");
	assert_tags("a\\;b", "a;b");
	assert_tags("a\\\\;b", "a\\|b");
	assert_tags("a\\b;c\\", "a\\b|c\\");
	assert_tags("one, two", "one|two");
	assert_tags("a \\::: b;c", "a ::: b|c");
	assert_tags("a ::: :b", ":b|a");
	assert_tags("a;:b", ":b|a");
}

static void what_is_no_address_parts_nothing(void **state)
{
	const struct contact *contact =
		read_contacts("name,email,phone,phone\nAda,\"\"\"Zanni, Ada\"\" <ada@b.example>\","
			      "\"0521 778899, ask for Ada\",\"5551234567,99#\"\n");
	assert_values(contact, CHANNEL_EMAIL, "ada@b.example");
	assert_values(contact, CHANNEL_PHONE, "0521 778899, ask for Ada|5551234567,99#");
}

static void line_ends_of_all_systems_part_lines(void **state)
{
	assert_string_equal(read_contacts("name,note\rAda,\"one\rtwo\"\r")->note, "one\ntwo");
	forget(NULL);
	assert_string_equal(read_contacts("name,note\r\nAda,\"one\r\ntwo\"\r\n")->note, "one\ntwo");
}

static void a_formula_of_a_text_is_the_text(void **state)
{
	const struct contact *contact =
		read_contacts("name,phone,phone,note\n"
			      "Ada,\"=\"\"0039055\"\"\",\"=\"\"1\"\"&\"\"2\"\"\",\"=\"\"\"\"\"\n");
	assert_values(contact, CHANNEL_PHONE, "0039055|=\"1\"&\"2\"");
	assert_null(contact->note);
}

static void cells_beyond_the_header_are_kept_and_said(void **state)
{
	const struct contact *contact = read_contacts("name,phone\nAda,0521,more,,still more\n");
	assert_int_equal(contact->kept.count, 2);
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"(3)\":more");
	assert_string_equal(kept_at(contact, 1), "X-CSV;X-COLUMN=\"(5)\":still more");
	assert_int_equal(reading.problems.count, 1);
}

static void parts_that_the_whole_address_does_not_say_are_kept(void **state)
{
	const struct contact *contact = read_contacts(
		"Name,Address 1 - Formatted,Address 1 - Street,Address 1 - City,"
		"Address 1 - PO Box\nAda,\"Via Po 1\n40100 Bologna\",Via Po 1,BOLOGNA,CP 30\n");
	assert_int_equal(contact->kept.count, 1);
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"Address 1 - PO Box\":CP 30");
}

static void a_wish_is_read_as_it_is_typed(void **state)
{
	assert_int_equal(read_contacts("name,cadence\nAda,3w\n")->cadence_days, 21);
	forget(NULL);
	const struct contact *contact = read_contacts("name,cadence\nAda,2 of them\n");
	assert_int_equal(contact->cadence_days, 0);
	assert_string_equal(kept_at(contact, 0), "X-CSV;X-COLUMN=\"cadence\":2 of them");
}

static void a_backslash_before_the_colon_of_a_link_goes(void **state)
{
	const struct contact *contact = read_contacts(
		"Name,Website 1 - Value,Website 2 - Value\n"
		"Ada,http\\://ada.example ::: https\\://ada.example/a,ada.example/?c\\://d\n");
	assert_values(contact, CHANNEL_WEBSITE,
		"http://ada.example|https://ada.example/a|ada.example/?c\\://d");
}

int main(void)
{
#define T(name) cmocka_unit_test_teardown(name, forget)
	const struct CMUnitTest tests[] = {
		T(several_addresses_of_a_cell_are_several),
		T(what_stands_behind_an_address_labels_it),
		T(they_are_parted_by_whatever_parts_them),
		T(a_backslash_keeps_a_semicolon_in_a_tag),
		T(what_is_no_address_parts_nothing),
		T(line_ends_of_all_systems_part_lines),
		T(a_formula_of_a_text_is_the_text),
		T(cells_beyond_the_header_are_kept_and_said),
		T(parts_that_the_whole_address_does_not_say_are_kept),
		T(a_wish_is_read_as_it_is_typed),
		T(a_backslash_before_the_colon_of_a_link_goes),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
