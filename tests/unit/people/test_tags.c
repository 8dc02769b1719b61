/* Tags as they are typed: in place of those there are, or given and taken away.
 * Not here: those of others' files (tests/unit/exchange). */
#include "../unit.h"
#include "filo/people/words/contact_words.h"

static struct contact contact;

static int some_tags(void **state)
{
	contact_init(&contact);
	contact_add_tag(&contact, "-old");
	contact_add_tag(&contact, "Œnologia");
	contact_add_tag(&contact, "choir");
	return 0;
}

static int forget_tags(void **state)
{
	contact_fini(&contact);
	return 0;
}

static void expect_tags(const char *expected)
{
	struct strbuf tags = STRBUF_INIT;

	tags_write(&tags, &contact);
	assert_string_equal(tags.data, expected);
	strbuf_fini(&tags);
}

static void expect_change(const char *typed, bool is_changed, const char *expected)
{
	struct error err;
	bool changed;

	assert_int_equal(tags_change(&contact, typed, &changed, &err), STATUS_OK);
	assert_int_equal(changed, is_changed);
	expect_tags(expected);
}

static void tags_are_given_and_taken_away(void **state)
{
	expect_change("boats, -choir", true, "-old, boats, Œnologia");
	expect_change("-OENOLOGIA; ,", true, "-old, boats");
	expect_change("boats, BOATS, -nothing", false, "-old, boats");
	expect_change(" ", false, "-old, boats");
	expect_change("--old", true, "boats");
}

static void of_two_that_fold_alike_the_one_as_typed_is_taken_away(void **state)
{
	contact_add_tag(&contact, "Boats");
	contact_add_tag(&contact, "boats");
	expect_change("-boats", true, "-old, Boats, choir, Œnologia");
	expect_change("-boats", true, "-old, choir, Œnologia");
}

static void no_tag_that_is_typed_begins_with_a_dash(void **state)
{
	static const char *const typed[] = { "-", "choir, -", "-x", "boats; -old2" };
	struct error err;
	bool changed;

	for (size_t i = 0; i < sizeof typed / sizeof *typed; i++) {
		assert_int_equal(tags_read(&contact, typed[i], &err), STATUS_INVALID);
		expect_tags("-old, choir, Œnologia");
	}
	assert_int_equal(tags_change(&contact, "-", &changed, &err), STATUS_INVALID);
	assert_int_equal(tags_read(&contact, "-old, boats", &err), STATUS_OK);
	expect_tags("-old, boats");
}

static void a_tag_with_a_comma_stands_in_quotes(void **state)
{
	static const char written[] = "-old, \"a, \"\"b\"\"\", choir, Œnologia, x";
	struct error err;

	contact_add_tag(&contact, "a, \"b\"");
	expect_change("x", true, "-old, \"a, \"\"b\"\"\", choir, x, Œnologia");
	assert_int_equal(tags_read(&contact, written, &err), STATUS_OK);
	expect_tags("-old, \"a, \"\"b\"\"\", choir, x, Œnologia");
	expect_change("-\"a, \"\"b\"\"\" ; -x", true, "-old, choir, Œnologia");
	contact_add_tag(&contact, "-\"q\"");
	assert_int_equal(tags_read(&contact, "\"-\"\"q\"\"\"", &err), STATUS_OK);
	expect_tags("\"-\"\"q\"\"\"");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup_teardown(
			tags_are_given_and_taken_away, some_tags, forget_tags),
		cmocka_unit_test_setup_teardown(
			of_two_that_fold_alike_the_one_as_typed_is_taken_away, some_tags,
			forget_tags),
		cmocka_unit_test_setup_teardown(
			no_tag_that_is_typed_begins_with_a_dash, some_tags, forget_tags),
		cmocka_unit_test_setup_teardown(
			a_tag_with_a_comma_stands_in_quotes, some_tags, forget_tags),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
