/* Commands of the settings: into words, as no shell does it. Not here: starting them. */
#include "../unit.h"
#include "filo/base/command_line.h"

#include "filo/base/strbuf.h"

/* The words with "|" between them, after `value` was put in where it is not NULL. */
static void check(const char *line, const char *value, bool is_whole, const char *wanted)
{
	struct vector words = VECTOR_INIT(char *);
	struct strbuf said = STRBUF_INIT;
	char **word;

	assert_int_equal(command_line_split(line, &words), is_whole);
	if (value)
		command_line_put(&words, value);
	VECTOR_EACH (word, &words)
		strbuf_add_format(&said, "%s|", *word);
	assert_string_equal(said.data, wanted);
	strbuf_fini(&said);
	vector_fini_strings(&words);
}

static void blanks_part_words_and_quotes_keep_them(void **state)
{
	check("mutt -s hello", NULL, true, "mutt|-s|hello|");
	check("  a \t b ", NULL, true, "a|b|");
	check("a 'b c' \"d e\"f", NULL, true, "a|b c|d ef|");
	check("a ''", NULL, true, "a||");
	check("a \"'\" '\"'", NULL, true, "a|'|\"|");
	check("a b\\ c \\\"d \"e\\\"f\" 'g\\h'", NULL, true, "a|b c|\"d|e\"f|g\\h|");
	check("a $HOME;b|c", NULL, true, "a|$HOME;b|c|");
}

static void what_is_not_whole_is_said(void **state)
{
	check("a 'b", NULL, false, "a|b|");
	check("", NULL, false, "");
	check("   ", NULL, false, "");
}

static void a_value_is_one_word_whatever_stands_in_it(void **state)
{
	check("open %s now", "a b; rm -rf %s", true, "open|a b; rm -rf %s|now|");
	check("open --url=%s,%s", "x", true, "open|--url=x,x|");
	check("open", "mailto:a@b.example", true, "open|mailto:a@b.example|");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blanks_part_words_and_quotes_keep_them),
		cmocka_unit_test(what_is_not_whole_is_said),
		cmocka_unit_test(a_value_is_one_word_whatever_stands_in_it),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
