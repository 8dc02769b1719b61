/* Where lines break. Not here: drawing them. */
#include "../unit.h"
#include "tui/terminal/wrap.h"

#include "filo/base/strbuf.h"

/* The lines of `text`, with `|` between them. */
static void check_as(bool is_utf8, const char *text, int cols, const char *wanted)
{
	struct strbuf lines = STRBUF_INIT;

	while (*text) {
		size_t next, len = wrap_line(text, cols, is_utf8, &next);
		assert_true(next > 0);
		if (lines.len)
			strbuf_add_char(&lines, '|');
		strbuf_add_bytes(&lines, text, len);
		text += next;
	}
	assert_string_equal(lines.data, wanted);
	strbuf_fini(&lines);
}

static void check(const char *text, int cols, const char *wanted)
{
	check_as(true, text, cols, wanted);
}

static void lines_break_at_blanks(void **state)
{
	check("one two three", 7, "one two|three");
	check("one two three", 9, "one two|three");
	check("one two", 80, "one two");
}

static void newlines_always_break(void **state)
{
	check("one\n\ntwo", 80, "one||two");
}

static void a_word_that_is_too_long_is_cut(void **state)
{
	check("abcdefgh ij", 3, "abc|def|gh|ij");
}

static void wide_characters_break_anywhere_but_never_in_half(void **state)
{
	check("李小龙李小龙", 5, "李小|龙李|小龙");
	check("ab李小", 3, "ab|李|小");
}

static void a_long_text_begins_a_line_with_each_sentence(void **state)
{
	char text[] = "Ana is deleted. Soon? u brings 3.5 back";
	char shorter[] = "One. Two";

	wrap_sentences(text, 30);
	assert_string_equal(text, "Ana is deleted.\nSoon? u brings 3.5 back");
	wrap_sentences(shorter, 8);
	assert_string_equal(shorter, "One. Two");
}

static void marks_stay_with_their_letter(void **state)
{
	check("e\xCC\x81"
	      "e\xCC\x81",
		1, "e\xCC\x81|e\xCC\x81");
}

static void no_column_at_all_still_comes_to_an_end(void **state)
{
	check("ab李", 0, "a|b|李");
}

static void columns_are_those_of_what_is_shown(void **state)
{
	check("a\033bc", 3, "a\033|bc");
	check_as(false, "ßßß", 4, "ßß|ß");
	check_as(false, "Weiß, Strauß", 7, "Weiß,|Strauß");
	check_as(false, "李小", 3, "李|小");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_break_at_blanks),
		cmocka_unit_test(newlines_always_break),
		cmocka_unit_test(a_long_text_begins_a_line_with_each_sentence),
		cmocka_unit_test(a_word_that_is_too_long_is_cut),
		cmocka_unit_test(wide_characters_break_anywhere_but_never_in_half),
		cmocka_unit_test(marks_stay_with_their_letter),
		cmocka_unit_test(columns_are_those_of_what_is_shown),
		cmocka_unit_test(no_column_at_all_still_comes_to_an_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
