/* Text: what it takes on a terminal, folding, making it safe.
 * Not here: wrapping (tui/test_wrap.c). */
#include "../unit.h"
#include "filo/base/fold.h"
#include "filo/base/show.h"
#include "filo/base/text.h"

#include <stdlib.h>
#include <string.h>

#define FAMILY   "👨‍👩‍👧"
#define FLAG     "🇮🇹"
#define COMBINED "e\xCC\x81" /* e and an acute accent */

static void widths_are_those_of_terminals(void **state)
{
	static const struct {
		const char *text;
		int cols;
	} texts[] = { { "", 0 }, { "abc", 3 }, { "李小雨", 6 }, { COMBINED "x", 2 }, { FAMILY, 2 },
		{ FLAG "a", 3 }, { "ＷＩ", 4 }, { "שלום", 4 } };

	for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
		assert_int_equal(text_width(texts[i].text), texts[i].cols);
}

static void fitting_never_splits_a_grapheme(void **state)
{
	int cols;

	assert_int_equal(text_fit("李小雨", 3, &cols), strlen("李"));
	assert_int_equal(cols, 2);
	assert_int_equal(text_fit("a" FAMILY "b", 2, &cols), 1);
	assert_int_equal(text_fit("a" FAMILY "b", 3, &cols), 1 + strlen(FAMILY));
	assert_int_equal(text_fit(COMBINED "x", 1, &cols), strlen(COMBINED));
	assert_int_equal(text_fit("abc", 0, &cols), 0);
	assert_int_equal(text_fit("abc", 99, &cols), 3);
	assert_int_equal(cols, 3);
}

static void the_cursor_steps_over_graphemes(void **state)
{
	const char *text = "a" FAMILY COMBINED "b";
	size_t at = 0;

	at = text_next(text, at);
	assert_int_equal(at, 1);
	at = text_next(text, at);
	assert_int_equal(at, 1 + strlen(FAMILY));
	at = text_next(text, at);
	assert_int_equal(at, 1 + strlen(FAMILY COMBINED));
	assert_int_equal(text_previous(text, at), 1 + strlen(FAMILY));
	assert_int_equal(text_previous(text, 0), 0);
	assert_int_equal(text_next(text, strlen(text)), strlen(text));
}

static void assert_shown(const char *text, size_t len, bool is_utf8, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	text_show(&out, text, len, false, is_utf8);
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void what_would_act_on_a_terminal_is_shown_as_marks(void **state)
{
	assert_shown("a\033[2Jb", 6, true, "a^[[2Jb");
	assert_shown("bell\007", 5, true, "bell^G");
	assert_shown("a\0b", 3, true, "a^@b");
	assert_shown("\xC2\x9B"
		     "2J",
		4, true, "<9B>2J");
	assert_shown("x\xE2\x80\xAEy", 5, true, "x<202E>y");
	assert_shown("a\xFFz", 3, true, "a\\xFFz");
	assert_shown("one\ntwo\tthree", 13, true, "one two three");
	assert_shown("caffè", 6, true, "caffè");
}

static void without_utf8_what_is_shown_is_what_is_found(void **state)
{
	static const char *const names[] = { "Pérez", "Ægir", "Weiß", "Þóra", "Łukasz", "Œuvre",
		"Ħamrun", "Żółć", "ﬁnal" };

	for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
		struct strbuf shown = STRBUF_INIT, folded = STRBUF_INIT, name = STRBUF_INIT;
		text_show(&shown, names[i], strlen(names[i]), false, false);
		text_fold(&folded, shown.data);
		text_fold(&name, names[i]);
		assert_string_equal(folded.data, name.data);
		strbuf_fini(&shown);
		strbuf_fini(&folded);
		strbuf_fini(&name);
	}
}

static void without_utf8_names_keep_their_capitals(void **state)
{
	assert_shown("Pérez", 6, false, "Perez");
	assert_shown("Ægir", 5, false, "Aegir");
	assert_shown("WEIß", 5, false, "WEIss");
	assert_shown("“a” – b…", 16, false, "\"a\" - b~");
	assert_shown("李小", 6, false, "????");
}

static void lines_are_kept_where_asked(void **state)
{
	struct strbuf out = STRBUF_INIT;

	text_show(&out, "one\ntwo\033", 8, true, true);
	assert_string_equal(out.data, "one\ntwo^[");
	strbuf_fini(&out);
}

static void validity_is_strict(void **state)
{
	assert_true(text_is_valid("caffè", 6));
	assert_false(text_is_valid("a\0b", 3));
	assert_false(text_is_valid("\xC0\xAF", 2));     /* overlong */
	assert_false(text_is_valid("\xED\xA0\x80", 3)); /* a surrogate */
	assert_false(text_is_valid("\xF4\x90\x80\x80", 4));
}

static void broken_bytes_are_read_as_windows_1252(void **state)
{
	char *text = text_repair("caff\xE8 \x80"
				 "5\0",
		9);

	assert_string_equal(text, "caffè €5");
	free(text);
}

static void assert_told(const char *bytes, size_t len, const char *wanted)
{
	char *told = text_repair_told(bytes, len, "The note");

	assert_string_equal(told ? told : "", wanted);
	free(told);
}

static void what_was_repaired_is_told(void **state)
{
	assert_told("caffè", 6, "");
	assert_told("caffè\0", 7, "The note had NUL bytes, which were left out");
	assert_told("caff\xE8", 5, "The note is not UTF-8; it was read as Windows-1252");
}

static void trimming_knows_unicode_spaces(void **state)
{
	char *text = text_trim("\xEF\xBB\xBF\xC2\xA0 \t a b \xE3\x80\x80\n\xEF\xBB\xBF");

	assert_string_equal(text, "a b");
	assert_true(text_is_blank(" \xC2\xA0\n"));
	assert_true(text_is_blank(NULL));
	assert_true(text_is_blank("\xE2\x80\x8B\xE2\x80\x8D \xC2\xAD\xEF\xB8\x8F\xE3\x85\xA4"));
	assert_false(text_is_blank("\xE2\x80\x8Bn"));
	free(text);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(widths_are_those_of_terminals),
		cmocka_unit_test(fitting_never_splits_a_grapheme),
		cmocka_unit_test(the_cursor_steps_over_graphemes),
		cmocka_unit_test(what_would_act_on_a_terminal_is_shown_as_marks),
		cmocka_unit_test(without_utf8_what_is_shown_is_what_is_found),
		cmocka_unit_test(without_utf8_names_keep_their_capitals),
		cmocka_unit_test(lines_are_kept_where_asked),
		cmocka_unit_test(validity_is_strict),
		cmocka_unit_test(broken_bytes_are_read_as_windows_1252),
		cmocka_unit_test(what_was_repaired_is_told),
		cmocka_unit_test(trimming_knows_unicode_spaces),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
