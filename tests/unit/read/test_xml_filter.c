/* Tests of what the filter makes of the XML of phones, at any size of the pieces it is given.
 * Not here: the rows (tests/read/android). */
#include "../unit.h"
#include "read/xml_filter.h"

#include <string.h>

static void assert_filtered_by(const char *from, const char *to, size_t piece)
{
	struct xml_filter filter = { .waiting = STRBUF_INIT };
	struct strbuf out = STRBUF_INIT;
	size_t len = strlen(from);

	for (size_t at = 0; at < len; at += piece)
		xml_filter(&filter, from + at, len - at < piece ? len - at : piece, false, &out);
	xml_filter(&filter, "", 0, true, &out);
	assert_string_equal(out.data, to);
	xml_filter_fini(&filter);
	strbuf_fini(&out);
}

static void assert_filtered(const char *from, const char *to)
{
	static const size_t pieces[] = { 1, 2, 3, 7, 31, 32, 33, 64, 65, 1000 };

	for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++)
		assert_filtered_by(from, to, pieces[i]);
}

static void what_is_xml_stays(void **state)
{
	assert_filtered(
		"<a b=\"c &amp; &#233; d\">text</a>\n", "<a b=\"c &amp; &#233; d\">text</a>\n");
	assert_filtered("<a b='\"'/>", "<a b='\"'/>");
}

static void what_is_none_is_made_it(void **state)
{
	assert_filtered("<a b=\"&#55357;&#56832;\"/>", "<a b=\"&#128512;\"/>");
	assert_filtered("<a b=\"&#55357;x\"/>", "<a b=\"\xef\xbf\xbdx\"/>");
	assert_filtered("<a b=\"&#0;\x01\"/>", "<a b=\"\xef\xbf\xbd\xef\xbf\xbd\"/>");
	assert_filtered("<a b=\"x & y < z\"/>", "<a b=\"x &amp; y &lt; z\"/>");
	assert_filtered("<a b=\"\xff\xc3\"/>", "<a b=\"\xef\xbf\xbd\xef\xbf\xbd\"/>");
	assert_filtered("<a b=\"&nbsp;\"/>", "<a b=\"&amp;nbsp;\"/>");
}

static void pictures_comments_and_declarations_are_left_out(void **state)
{
	assert_filtered(
		"<?xml version=\"1.0\"?><!-- a & b\n--><p ct=\"x\" data=\"QUJD<&\" e=\"f\"/>",
		"\n<p ct=\"x\" data=\"\" e=\"f\"/>");
	assert_filtered("<p metadata=\"kept\"/>", "<p metadata=\"kept\"/>");
	assert_filtered("<!DOCTYPE a><a/>", "<a/>");
}

static void latin_1_becomes_utf_8_when_it_says_so(void **state)
{
	assert_filtered("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><a b=\"caff\xe8\"/>",
		"<a b=\"caff\xc3\xa8\"/>");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_is_xml_stays),
		cmocka_unit_test(what_is_none_is_made_it),
		cmocka_unit_test(pictures_comments_and_declarations_are_left_out),
		cmocka_unit_test(latin_1_becomes_utf_8_when_it_says_so),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
