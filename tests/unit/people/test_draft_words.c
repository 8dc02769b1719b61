/* What a draft says of the form it is of.
 * Not here: a form's text as a draft (tui/test_form_draft.c). */
#include "../unit.h"
#include "filo/people/words/draft_words.h"

#include <stdlib.h>
#include <string.h>

static const char text[] = "who Ana Pérez\nhow 2\nsummary A walk\\nat night\n=summary A w\n"
			   "empty \nbody one\\ntwo \\\\n\n@body 1-2-3 filo-x.txt\nsummaries no\n";

static void the_longest_beginning_says_which_form_it_is(void **state)
{
	static const struct {
		const char *form, *text;
		enum draft_kind kind;
		int64_t id;
	} forms[] = { { "log:with:17", "summary x\n", DRAFT_LOG_WITH, 17 },
		{ "log:several", "summary x\n", DRAFT_LOG_SEVERAL, 0 },
		{ "log:several:4", "summary x\n", DRAFT_LOG_SEVERAL, 4 },
		{ "log:9", "summary x\n", DRAFT_LOG, 9 },
		{ "followup:with:3", "text x\n", DRAFT_FOLLOWUP_WITH, 3 },
		{ "contact:new", "name x\n", DRAFT_CONTACT_NEW, 0 },
		{ "contact:2", "name x\n", DRAFT_CONTACT, 2 },
		{ "absence:5", "from x\n", DRAFT_ABSENCE, 5 },
		{ "absence", "from x\n", DRAFT_ABSENCE_NEW, 0 } };

	for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
		int64_t id = 0;
		assert_int_equal(draft_kind_of(forms[i].form, forms[i].text, &id), forms[i].kind);
		assert_int_equal(id, forms[i].id);
	}
	assert_int_equal(draft_kind_of("hologram:3", text, NULL), DRAFT_KINDS);
}

static void only_what_was_typed_is_told(void **state)
{
	static const char *const wanted[][2] = { { "who", "Ana Pérez" },
		{ "summary", "A walk\nat night" }, { "body", "one\ntwo \\n" },
		{ "summaries", "no" } };
	struct strbuf words = STRBUF_INIT;
	const char *rest = text;
	char *name;

	for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
		assert_true(draft_next_field(&rest, &name, &words));
		assert_string_equal(name, wanted[i][0]);
		assert_string_equal(words.data, wanted[i][1]);
		free(name);
	}
	assert_false(draft_next_field(&rest, &name, &words));
	strbuf_fini(&words);
}

static void check_described(const char *form, const char *typed, int cols, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;

	draft_describe(&out, form, typed, cols, "...");
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void a_line_tells_which_one_it_is(void **state)
{
	check_described("log:with:1", text, 80, "A conversation with Ana Pérez: A walk at night");
	check_described("log:with:1", text, 6, "A conversation with Ana Pérez: A walk...");
	check_described("log:with:1", "summary \nbody x\n", 80, "A conversation");
	check_described("contact:new", "name Ben\n", 80, "A new contact: Ben");
	check_described("hologram", text, 80, "");
}

static void its_words_are_a_line_and_the_rest(void **state)
{
	struct strbuf out = STRBUF_INIT;

	draft_add_words(&out, "log:with:1", "summary A walk\nbody one\\ntwo\n");
	assert_string_equal(out.data, "A walk\none\ntwo\n");
	strbuf_clear(&out);
	draft_add_words(&out, "followup:with:1", "text a book\n");
	assert_string_equal(out.data, "a book\n");
	strbuf_fini(&out);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_longest_beginning_says_which_form_it_is),
		cmocka_unit_test(only_what_was_typed_is_told),
		cmocka_unit_test(a_line_tells_which_one_it_is),
		cmocka_unit_test(its_words_are_a_line_and_the_rest),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
