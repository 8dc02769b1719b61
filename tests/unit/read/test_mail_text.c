/* Tests of what headers of mail say, in all the ways in which programs write them.
 * Not here: which mail counts (tests/read/mail). */
#include "../unit.h"
#include "filo/base/vector.h"
#include "read/mail_address.h"
#include "read/mail_header.h"
#include "read/mail_text.h"

#include <stdlib.h>
#include <string.h>

static void dates_are_read_as_they_are_written(void **state)
{
	static const struct {
		const char *text;
		int64_t seconds;
	} dates[] = { { "Mon, 4 Mar 2024 10:00:00 +0100", 1709542800 },
		{ "4 Mar 2024 10:00:00 +0100 (CET)", 1709542800 },
		{ "Mon, 4 Mar 2024 10:00 +0100", 1709542800 },
		{ "Mon, 4 Mar 2024 10.00.00 +0100", 1709542800 },
		{ "Mon, 4 Mar 2024 10:00:00 +01:00", 1709542800 },
		{ "Mon, 4 Mar 2024 10:00:00 CET", 1709542800 },
		{ "Mon, 4 Mar 2024 04:00:00 EST", 1709542800 },
		{ "Mon, 4 Mar 24 09:00:00 GMT", 1709542800 },
		{ "Mon, 4 Mar 2024 09:00:00", 1709542800 },
		{ "2024-03-04T10:00:00+01:00", 1709542800 },
		{ "2024-03-04 09:00:00.123Z", 1709542800 },
		{ "Mon, 4 Mar 2024 09:59:60 +0100", 1709542799 } };
	int64_t seconds;

	for (size_t i = 0; i < sizeof dates / sizeof *dates; i++) {
		assert_true(mail_text_date(dates[i].text, &seconds));
		assert_int_equal(seconds, dates[i].seconds);
	}
	assert_false(mail_text_date("some day", &seconds));
	assert_false(mail_text_date("", &seconds));
}

static void words_of_any_charset_become_text(void **state)
{
	static const char *const words[][2] = { { "plain", "plain" },
		{ "=?iso-8859-1?Q?caff=E8?=", "caffè" },
		{ "=?utf-8?B?Y2FmZsOo?= =?utf-8?Q?_nero?=", "caffè nero" },
		{ "=?utf-8?B?YQ==?= =?utf-8?Q?b?=", "ab" },
		{ "=?utf-8?Q?Rossi?= Maria", "Rossi Maria" }, { "caff\xe8", "caffè" },
		{ "caff\xc3\xa8", "caffè" }, { "=?koi8-r?B?8NLJ18XU?=", "Привет" } };

	for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
		char *text = mail_text_decode(words[i][0]);
		assert_string_equal(text, words[i][1]);
		free(text);
	}
}

/* As "name <address>" each, with "; " between. */
static void assert_addresses(const char *header, const char *expected)
{
	struct vector list = VECTOR_INIT(struct mail_address);
	const struct mail_address *address;
	struct strbuf all = STRBUF_INIT;

	mail_addresses_add(&list, header);
	VECTOR_EACH (address, &list) {
		char *text = mail_address_text(address);
		strbuf_add_format(&all, "%s%s", all.len ? "; " : "", text);
		free(text);
	}
	assert_string_equal(all.data, expected);
	mail_addresses_free(&list);
	strbuf_fini(&all);
}

static void addresses_are_found_whatever_is_wrong_with_the_others(void **state)
{
	static const char *const lists[][2] = { { "a@x.y", "a@x.y" },
		{ "A <a@x.y>, \"B, C\" <b@x.y>", "A <a@x.y>; B, C <b@x.y>" },
		{ "a@x.y; b@x.y", "a@x.y; b@x.y" },
		{ "a@x.y (Anna (of old) X)", "Anna (of old) X <a@x.y>" },
		{ "undisclosed-recipients:;, Friends: a@x.y, B <b@x.y>;", "a@x.y; B <b@x.y>" },
		{ "Smith [Sales] <s@x.y>", "Smith [Sales] <s@x.y>" }, { "<mailto:a@x.y>", "a@x.y" },
		{ "<@relay.z,@b.z:a@x.y>", "a@x.y" }, { "Anna a@x.y", "Anna <a@x.y>" },
		{ "Anna <a@x.y", "Anna <a@x.y>" }, { "f..g@x.y", "f..g@x.y" },
		{ "=?utf-8?Q?Rossi,_Maria?= <m@x.y>", "Rossi, Maria <m@x.y>" },
		{ "nobody, <>, @, a@", "" } };

	for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
		assert_addresses(lists[i][0], lists[i][1]);
}

static void groups_in_groups_and_open_brackets_have_no_depth(void **state)
{
	struct strbuf deep = STRBUF_INIT;

	for (int i = 0; i < 100000; i++)
		strbuf_add(&deep, "a:(");
	strbuf_add(&deep, "x@y.z");
	assert_addresses(deep.data, "");
	strbuf_clear(&deep);
	for (int i = 0; i < 100000; i++)
		strbuf_add(&deep, "a:");
	strbuf_add(&deep, "x@y.z");
	assert_addresses(deep.data, "x@y.z");
	strbuf_fini(&deep);
}

static void headers_are_unfolded_and_only_the_first_date_counts(void **state)
{
	static const char block[] =
		"To: a@x.y,\n\tb@x.y\nDate: one\r\ndate: two\nCC: c@x.y\nX: y\n";
	struct mail_header header;

	mail_header_init(&header);
	mail_header_parse(&header, block, sizeof block - 1);
	assert_string_equal(header.fields[MAIL_TO].data, " a@x.y,\tb@x.y,  c@x.y");
	assert_string_equal(header.fields[MAIL_DATE].data, " one");
	assert_false(header.has[MAIL_SUBJECT]);
	mail_header_fini(&header);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(dates_are_read_as_they_are_written),
		cmocka_unit_test(words_of_any_charset_become_text),
		cmocka_unit_test(addresses_are_found_whatever_is_wrong_with_the_others),
		cmocka_unit_test(groups_in_groups_and_open_brackets_have_no_depth),
		cmocka_unit_test(headers_are_unfolded_and_only_the_first_date_counts),
	};

	mail_text_prepare();
	int failed = cmocka_run_group_tests(tests, NULL, NULL);
	mail_text_finish();
	return failed;
}
