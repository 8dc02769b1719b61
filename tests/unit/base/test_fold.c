/* Folding and words, in many scripts. Not here: the index that cuts so (store/test_search.c). */
#include "../unit.h"
#include "filo/base/fold.h"

#include <locale.h>

#include <string.h>

static void assert_folds(const char *text, const char *wanted)
{
	struct strbuf out = STRBUF_INIT, again = STRBUF_INIT;

	text_fold(&out, text);
	assert_string_equal(out.data, wanted);
	text_fold(&again, out.data);
	assert_string_equal(again.data, wanted);
	strbuf_fini(&again);
	strbuf_fini(&out);
}

static void folding_forgets_case_marks_and_spaces(void **state)
{
	static const char *const alike[] = { "Pérez  Ana", "PEREZ ana", "pe\xCC\x81rez\tANA",
		"\xC2\xA0Pérez\xE2\x80\xAF Ana " };

	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		assert_folds(alike[i], "perez ana");
}

static void a_word_begins_with_what_folds_so(void **state)
{
	assert_true(text_begins("Pérez  Ana", "PEREZ a"));
	assert_true(text_begins("perez", "Pérez"));
	assert_true(text_begins("Pérez", ""));
	assert_false(text_begins("Pérez", "Pérez Ana"));
	assert_false(text_begins("Pérez Ana", "ana"));
}

static void texts_are_alike_once_they_are_folded(void **state)
{
	assert_true(text_folds_alike("Pérez  Ana", "PEREZ ana"));
	assert_true(text_folds_alike("perez", "Pérez"));
	assert_false(text_folds_alike("Pérez", "Pérez Ana"));
	assert_false(text_folds_alike("Pérez Ana", "Ana Pérez"));
}

static void letters_with_a_stroke_fold_to_plain_ones(void **state)
{
	assert_folds("Ødegård", "odegard");
	assert_folds("Łukasz ŁÓDŹ", "lukasz lodz");
	assert_folds("Straße STRASSE", "strasse strasse");
	assert_folds("Æsir œuvre Ðorđe Þór", "aesir oeuvre dorde thor");
	assert_folds("Iğdır ışık İzmir", "igdir isik izmir");
	assert_folds("Əliyev ƏLİ Ɖɔ Ɛsi Ŋɔ Ɣana", "eliyev eli do esi no gana");
	assert_folds("Ʒoʒo Ƶƶ Ɓoni Ƙano Ǥiđđa Ɗan Ƴar Ʋu", "zozo zz boni kano gidda dan yar vu");
	assert_folds("ᴀɴɴᴀ ʙɪɴɪ Ⱥ ɨ ʉ ɂ", "anna bini a i u '");
}

static void greek_and_cyrillic_fold(void **state)
{
	assert_folds("ΣΊΣΥΦΟΣ Γιάννης", "σισυφοσ γιαννησ");
	assert_folds("Ёлкина Йосиф", "елкина иосиф");
	assert_folds(
		"Әлия Құрман Ғани Өмір Ұлан Һәдия Ҙаһир", "алия курман гани омір улан хадия захир");
}

static void hebrew_and_arabic_points_are_no_letters(void **state)
{
	assert_folds("שָׁלוֹם", "שלומ");
	assert_folds("מֹשֶׁה", "משה");
	assert_folds("مُحَمَّد", "محمد");
	assert_folds("أحمد", "احمد");
	assert_folds("مـحـمـد", "محمد");
}

static void what_would_act_on_a_terminal_parts_words(void **state)
{
	assert_folds("2J\xE2\x80\xAE"
		     "evil\xC2\x9B"
		     "x",
		"2j evil x");
	assert_folds("Donau\xC2\xAD"
		     "fahrt",
		"donaufahrt"); /* a soft hyphen is nothing */
}

static void the_locale_changes_nothing(void **state)
{
	if (setlocale(LC_ALL, "tr_TR.UTF-8"))
		assert_folds("TITLE Iı", "title ii");
	setlocale(LC_ALL, "C.UTF-8");
	assert_folds("TITLE Iı", "title ii");
}

static void assert_words(const char *folded, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;
	size_t at = 0, len;

	while ((len = text_next_word(folded, &at)) > 0) {
		strbuf_add(&out, out.len ? "|" : "");
		strbuf_add_bytes(&out, folded + at, len);
		at += len;
	}
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void whatever_stands_for_an_apostrophe_is_one(void **state)
{
	static const char *const alike[] = { "O'Neill", "O\xE2\x80\x99Neill", "O\xE2\x80\x98NEILL",
		"o\xCA\xBCneill", "o\xCA\xBBneill", "O\xEF\xBC\x87Neill", "O\xC2\xB4Neill" };

	for (size_t i = 0; i < sizeof alike / sizeof *alike; i++)
		assert_folds(alike[i], "o'neill");
	assert_folds("ʿAlī Hawaiʻi", "'ali hawai'i");
}

static void assert_joined(const char *folded, bool with_hyphens, const char *wanted)
{
	struct strbuf out = STRBUF_INIT;
	size_t at = 0, len;

	while ((len = text_next_word(folded, &at)) > 0) {
		if (text_join_words(folded, at, len, with_hyphens, &out))
			strbuf_add_char(&out, '|');
		at += len;
	}
	assert_string_equal(out.data, wanted);
	strbuf_fini(&out);
}

static void words_are_joined_over_an_apostrophe(void **state)
{
	assert_joined("d'angelo o`hara", false, "dangelo|ohara|");
	assert_joined("dell'o'connor", false, "delloconnor|oconnor|");
	assert_joined("rock 'n' roll, the boys' house 'x'", false, "");
	assert_joined("o''neill o'-neill", false, "");
	assert_joined("l'", false, "");
}

static void words_of_names_are_joined_over_a_hyphen_too(void **state)
{
	assert_joined("smith-jones", false, "");
	assert_joined("smith-jones anna\u2010maria", true, "smithjones|annamaria|");
	assert_joined("o'neill-ray", true, "oneillray|neillray|");
	assert_joined("smith--jones smith - jones -smith jones-", true, "");
	assert_true(text_has_words("Änna SMITH-Jones", "smithj an"));
	assert_true(text_matches_words("anna smith-jones", "smithj an"));
	assert_false(text_matches_words("smith--jones", "smithj"));
}

static size_t given_name_in(const char *word)
{
	return text_given_name(word, strlen(word));
}

static void a_given_name_of_hangul_stands_behind_that_of_the_family(void **state)
{
	assert_int_equal(given_name_in("박가람"), strlen("박"));
	assert_int_equal(given_name_in("선우가람"), strlen("선우"));
	assert_int_equal(given_name_in("가람"), 0);
	assert_int_equal(given_name_in("박가람누리"), 0);
	assert_int_equal(given_name_in("さくら"), 0);
	assert_int_equal(given_name_in("박가x"), 0);
	assert_true(text_matches_words("박가람 누리", "가람 누"));
	assert_true(text_matches_words("박가람", "가"));
	assert_false(text_matches_words("박가람", "람"));
}

/* Whoever sends a page of words that only apostrophes part makes nothing wait. */
static void only_so_many_words_are_joined(void **state)
{
	assert_joined("a'b'c'd'e", false, "abc|bcd|cde|de|");
	assert_joined("aaaaaaaabbbbbbbbccccccccddddddddeeeeeeee'aaaaaaaabbbbbbbbccccccccd'x", false,
		"aaaaaaaabbbbbbbbccccccccdx|");
	assert_joined("aaaaaaaabbbbbbbbccccccccddddddddeeeeeeee'aaaaaaaabbbbbbbbcccccccc'x", false,
		"aaaaaaaabbbbbbbbccccccccddddddddeeeeeeeeaaaaaaaabbbbbbbbcccccccc|"
		"aaaaaaaabbbbbbbbccccccccx|");
	assert_true(text_matches_words("a'b'c'd'e", "bcd"));
	assert_false(text_matches_words("a'b'c'd'e", "abcd"));
}

static void words_end_at_every_sign(void **state)
{
	assert_words("d'angelo o\xE2\x80\x99hara jean\xE2\x80\x91luc a\xC2\xB7"
		     "b",
		"d|angelo|o|hara|jean|luc|a|b");
	assert_words(" (anna) - 2nd, \xC2\xAB"
		     "x\xC2\xBB ",
		"anna|2nd|x");
	assert_words("?!\xE2\x80\xA6", "");
	assert_words("", "");
}

static void what_nothing_parts_is_a_word_each(void **state)
{
	assert_words("李小龙", "李|小|龙");
	assert_words("anna❤🦊", "anna|❤|🦊");
	assert_words("さくら田", "さ|く|ら|田");
	assert_words("김철수 สมชาย", "김철수|สมชาย");
}

static void words_match_by_their_beginnings(void **state)
{
	assert_true(text_matches_words("giulia rossi", "ros"));
	assert_true(text_matches_words("giulia rossi", "ros giu"));
	assert_false(text_matches_words("giulia rossi", "ulia"));
	assert_true(text_matches_words("giulia rossi", ""));
	/* Signs alone are looked for as they stand. */
	assert_false(text_matches_words("giulia rossi", "$"));
	assert_true(text_matches_words("boats $", "$"));
	assert_true(text_matches_words("o\xE2\x80\x99hara", "o'hara"));
	assert_true(text_matches_words("sean o'neill", "oneill"));
	assert_true(text_matches_words("sean o'neill", "onei se"));
	assert_true(text_matches_words("sean o'neill", "neill"));
	assert_true(text_matches_words("d'a'b", "dab"));
	assert_false(text_matches_words("sean o'neill", "oneills"));
	assert_false(text_matches_words("sean o neill", "oneill"));
	assert_true(text_matches_words("박 서연", "박서"));
	assert_true(text_matches_words("בנ־גוריונ", "בנגור"));
	assert_false(text_matches_words("박, 서연", "박서"));
	assert_false(text_matches_words("박 neill", "박n"));
	assert_false(text_matches_words("o'", "on"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(folding_forgets_case_marks_and_spaces),
		cmocka_unit_test(a_word_begins_with_what_folds_so),
		cmocka_unit_test(texts_are_alike_once_they_are_folded),
		cmocka_unit_test(letters_with_a_stroke_fold_to_plain_ones),
		cmocka_unit_test(greek_and_cyrillic_fold),
		cmocka_unit_test(hebrew_and_arabic_points_are_no_letters),
		cmocka_unit_test(what_would_act_on_a_terminal_parts_words),
		cmocka_unit_test(the_locale_changes_nothing),
		cmocka_unit_test(whatever_stands_for_an_apostrophe_is_one),
		cmocka_unit_test(words_are_joined_over_an_apostrophe),
		cmocka_unit_test(words_of_names_are_joined_over_a_hyphen_too),
		cmocka_unit_test(a_given_name_of_hangul_stands_behind_that_of_the_family),
		cmocka_unit_test(only_so_many_words_are_joined),
		cmocka_unit_test(words_end_at_every_sign),
		cmocka_unit_test(what_nothing_parts_is_a_word_each),
		cmocka_unit_test(words_match_by_their_beginnings),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
