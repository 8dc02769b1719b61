/* Fixed words, typed by their names or in words. Not here: another language (tests/cli/words.sh).
 */
#include "../unit.h"
#include "filo/base/i18n.h"
#include "filo/base/spoken.h"

static const struct spoken words[] = { { "silence", NC_("order", "silence") },
	{ "introduced-by", "introduced by" }, { "dmy", NULL } };
#define WORDS (sizeof words / sizeof *words)

static void a_word_is_found_however_it_is_written(void **state)
{
	assert_int_equal(spoken_find(words, WORDS, "silence"), 0);
	assert_int_equal(spoken_find(words, WORDS, "SILÉNCE"), 0);
	assert_int_equal(spoken_find(words, WORDS, "introduced-by"), 1);
	assert_int_equal(spoken_find(words, WORDS, "introduced by"), 1);
	assert_int_equal(spoken_find(words, WORDS, "Introduced_By"), 1);
	assert_int_equal(spoken_find(words, WORDS, "dmy"), 2);
	assert_int_equal(spoken_find(words, WORDS, "silenc"), -1);
	assert_int_equal(spoken_find(words, WORDS, ""), -1);
	assert_int_equal(spoken_find(words, WORDS, "order\004silence"), -1);
}

static void a_beginning_is_enough_where_it_fits_only_one(void **state)
{
	static const struct spoken near[] = { { "due", NULL }, { "duet", NULL }, { "dusk", NULL } };

	(void)state;
	assert_int_equal(spoken_find_begun(words, WORDS, "Introd"), 1);
	assert_int_equal(spoken_find_begun(words, WORDS, "introduced b"), 1);
	assert_int_equal(spoken_find_begun(words, WORDS, ""), -1);
	assert_int_equal(spoken_find_begun(words, WORDS, "silences"), -1);
	assert_int_equal(spoken_find_begun(near, 3, "due"), 0);
	assert_int_equal(spoken_find_begun(near, 3, "du"), -1);
	assert_int_equal(spoken_find_begun(near, 3, "dus"), 2);
}

static const char *near_name(size_t at)
{
	static const char *const names[] = { "vcard", "vcard3", "json", NULL };

	return names[at];
}

static void names_alone_are_found_so(void **state)
{
	(void)state;
	assert_int_equal(spoken_find_name(near_name, "vcard"), 0);
	assert_int_equal(spoken_find_name(near_name, "vc"), -1);
	assert_int_equal(spoken_find_name(near_name, "J"), 2);
	assert_int_equal(spoken_find_name(near_name, "csv"), -1);
}

static void all_are_listed_by_their_names(void **state)
{
	struct strbuf list = STRBUF_INIT;

	spoken_list(words, WORDS, &list);
	assert_string_equal(list.data, "silence, introduced-by, dmy");
	strbuf_fini(&list);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_word_is_found_however_it_is_written),
		cmocka_unit_test(a_beginning_is_enough_where_it_fits_only_one),
		cmocka_unit_test(names_alone_are_found_so),
		cmocka_unit_test(all_are_listed_by_their_names),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
