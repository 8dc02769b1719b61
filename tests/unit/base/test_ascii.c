/* Tests of comparing the words of formats.
 * Not here: text that people write (test_text.c). */
#include "../unit.h"
#include "filo/base/ascii.h"

#include <locale.h>
#include <string.h>

static void only_a_to_z_have_case(void **state)
{
	assert_int_equal(ascii_lower('I'), 'i');
	assert_int_equal(ascii_upper('i'), 'I');
	assert_int_equal(ascii_lower('['), '[');
	assert_int_equal(ascii_upper('{'), '{');
	assert_int_equal(ascii_lower((char)0xC9), (char)0xC9);
	assert_false(ascii_is_alnum((char)0xE9));
	assert_false(ascii_is_space('\0'));
}

static void words_are_compared_whole_begun_and_found(void **state)
{
	assert_true(ascii_equal("title", "TITLE"));
	assert_false(ascii_equal("title", "TITLES"));
	assert_true(ascii_begins("MAILTO:a@b", "mailto:"));
	assert_false(ascii_begins("mail", "mailto:"));
	assert_string_equal(ascii_find("my SISTER there", "sister"), "SISTER there");
	assert_null(ascii_find("my sis", "sister"));
}

static void a_word_may_be_one_of_several(void **state)
{
	static const char *const words[] = { "photo", "logo", NULL };

	assert_true(ascii_is_among("LOGO", words));
	assert_false(ascii_is_among("log", words));
}

static void a_slip_of_the_hand_is_near(void **state)
{
	assert_true(ascii_is_near("colour", "color"));
	assert_true(ascii_is_near("bind", "binde"));
	assert_true(ascii_is_near("bind", "ind"));
	assert_true(ascii_is_near("bend", "bind"));
	assert_true(ascii_is_near("bidn", "bind"));
	assert_true(ascii_is_near("aab", "ab"));
	assert_true(ascii_is_near("BIND", "bind"));
	assert_true(ascii_is_near("xBind", "bind"));
	assert_true(ascii_is_near("BIDN", "bind"));
	assert_false(ascii_is_near("dnib", "bind"));
	assert_false(ascii_is_near("bind", "unbind"));
	assert_false(ascii_is_near("ab", "cd"));
}

/* Where there is no Turkish here, this says what the first tests say. */
static void the_same_in_turkish(void **state)
{
	setlocale(LC_ALL, "tr_TR.UTF-8");
	assert_true(ascii_equal("ics", "ICS"));
	assert_true(ascii_equal_bytes("begin:vcard", "BEGIN:VCARD", strlen("BEGIN:VCARD")));
	setlocale(LC_ALL, "C");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_a_to_z_have_case),
		cmocka_unit_test(words_are_compared_whole_begun_and_found),
		cmocka_unit_test(a_word_may_be_one_of_several),
		cmocka_unit_test(a_slip_of_the_hand_is_near),
		cmocka_unit_test(the_same_in_turkish),
	};

	return cmocka_run_group_tests_name("ascii", tests, NULL, NULL);
}
