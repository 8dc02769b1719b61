/* What is the same however it is written. Not here: what an import does about it. */
#include "../unit.h"
#include "filo/people/phone.h"
#include "filo/people/sameness.h"

static void assert_key(enum channel_kind kind, const char *value, const char *key)
{
	struct strbuf out = STRBUF_INIT;

	channel_key(&out, kind, value);
	assert_string_equal(out.data, key);
	strbuf_fini(&out);
}

static void phone_numbers_match_with_and_without_country(void **state)
{
	assert_key(CHANNEL_PHONE, "+39 333 123-4567", "p331234567");
	assert_key(CHANNEL_PHONE, "0039 333 1234567", "p331234567");
	assert_key(CHANNEL_PHONE, "333 1234567", "p331234567");
	assert_key(CHANNEL_PHONE, "06 555 1234", "p65551234");
	assert_key(CHANNEL_PHONE, "+39 06 5551234 ext. 12", "p65551234");
	assert_key(CHANNEL_PHONE, "112", "");
}

static void expect_said(const char *one, const char *other, bool is_same)
{
	if (channel_says(CHANNEL_PHONE, one, other) != is_same ||
		channel_says(CHANNEL_PHONE, other, one) != is_same)
		fail_msg("%s and %s", one, other);
}

static void a_phone_number_is_one_however_it_is_written(void **state)
{
	static const char *const numbers[][5] = {
		{ "+39 (0)2 55 66 77", "+39 2 556677", "0039 02 556677", "02 556677",
			"02/556677 ext. 3" },
		{ "+44 (0)20 7946 0958", "+44 20 79460958", "0044 20 7946 0958", "020 7946 0958",
			"442079460958" },
		{ "+47 22 33 44 55", "0047 22334455", "22334455", "4722334455", "+47 (22) 334455" },
		{ "+33 6 12 34 56 78", "+33 (0)6 12345678", "06 12 34 56 78", "0033612345678",
			"33612345678" },
		{ "+1 212 555 0123", "001 212 5550123", "(212) 555-0123", "12125550123",
			"212-555-0123" },
		{ "+353 1 234 5678", "+353 (0)1 2345678", "01 234 5678", "00353 1 2345678",
			"01-2345678" },
	};
	size_t count = sizeof numbers / sizeof *numbers;

	/* The first two have the code of the country. */
	for (size_t set = 0; set < count; set++)
		for (size_t i = 0; i < 2; i++)
			for (size_t j = 0; j < 5; j++)
				expect_said(numbers[set][i], numbers[set][j], true);
	for (size_t set = 0; set < count; set++)
		for (size_t other = 0; other < count; other++)
			if (set != other)
				expect_said(numbers[set][0], numbers[other][1], false);
}

static void numbers_of_two_countries_are_two(void **state)
{
	static const char *const of_countries[] = { "+33 333 1234567", "+44 333 1234567",
		"0039 333 1234567", "+1 333 123 4567", "+353 333 1234567" };

	for (size_t i = 0; i < sizeof of_countries / sizeof *of_countries; i++) {
		for (size_t j = 0; j < sizeof of_countries / sizeof *of_countries; j++) {
			expect_said(of_countries[i], of_countries[j], i == j);
			assert_int_equal(phone_is_meant(of_countries[i], of_countries[j]), i == j);
		}
		expect_said(of_countries[i], "333 1234567", true);
		assert_true(phone_is_meant(of_countries[i], "1234567"));
	}
	assert_true(phone_is_meant("+39 (0)2 55 66 77", "556677"));
	assert_false(phone_is_meant("+39 (0)2 55 66 77", "+44 2 556677"));
	assert_false(phone_is_meant("+39 (0)2 55 66 77", "6677"));
}

/* They may differ in their first digits alone. */
static void numbers_of_one_country_are_compared_whole(void **state)
{
	static const char *const pairs[][2] = {
		{ "+1 212 555 0147", "+1 312 555 0147" },
		{ "+49 151 23456789", "+49 171 23456789" },
		{ "0086 138 1234 5678", "+86 158 1234 5678" },
		{ "(212) 555-0147", "312 555 0147" },
		{ "+1 212 555 0147", "312 555 0147" },
		{ "+1 212 555 0147", "13125550147" },
		{ "0151 23456789", "0171/23456789" },
		{ "+49 151 23456789", "0171 23456789" },
		{ "4915123456789", "0171 23456789" },
		{ "4915123456789", "4917123456789" },
		{ "+62 857 1234 567", "0857 0123 4567" },
		{ "8901234567", "8 900 123-45-67" },
	};

	static const char *const same[][2] = {
		{ "+49 151 23456789", "4915123456789" },
		{ "4915123456789", "0151 23456789" },
		{ "+7 912 345-67-89", "8 (912) 345-67-89" },
		{ "+36 20 123 4567", "06 20 123 4567" },
		{ "+39 02 12345678", "390212345678" },
		{ "+39 02 1234567", "39021234567" },
		{ "02 1234567", "39021234567" },
		{ "+44 20 7946 0958", "44 (0)20 7946 0958" },
		{ "44 (0)20 7946 0958", "020 7946 0958" },
		{ "44 (0)20 7946 0958", "442079460958" },
		{ "+49 151 12345678", "49 0151 12345678" },
		{ "+380 50 123 4567", "8 050 123 4567" },
		{ "+54 11 15 1234 5678", "011 15 1234-5678" },
		{ "+225 07 12345678", "2250712345678" },
		{ "+353 87 123 4567", "353 (0)87 123 4567" },
		{ "+1 212 555 0147", "011 1 212 555 0147" },
		{ "+44 20 7946 0958", "011 44 20 7946 0958" },
		{ "+52 1 55 1234 5678", "044 55 1234 5678" },
		{ "+55 11 98765-4321", "98765-4321" },
		{ "+52 1 55 1234 5678", "+52 55 1234 5678" },
		{ "+54 9 11 2345-6789", "541123456789" },
	};

	for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
		expect_said(pairs[i][0], pairs[i][1], false);
		assert_false(phone_is_meant(pairs[i][0], pairs[i][1]));
	}
	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		expect_said(same[i][0], same[i][1], true);
	expect_said("+49 151 23456789", "0151/23456789", true);
	expect_said("+1 212 555 0147", "(212) 555-0147", true);
	expect_said("12125550147", "212 555 0147", true);
	assert_true(phone_is_meant("+49 151 23456789", "+49 23456789"));
}

static void addresses_and_handles_match_by_what_counts(void **state)
{
	assert_key(CHANNEL_EMAIL, " Ann@Example.ORG", "eann@example.org");
	assert_key(CHANNEL_PROFILE, "https://www.example.org/ann/", "hexample.org/ann");
	assert_key(CHANNEL_PROFILE, "@ann", "hann");
	assert_key(CHANNEL_WEBSITE, "https://example.org", "");
}

static void a_couple_is_not_one_of_the_two(void **state)
{
	static const char *const couples[] = { "Ann & Bob Reed", "Ann and Bob Reed",
		"Ann e Bob Reed", "Ann und Bob Reed", "Ann Reed + Bob Hale", "Ann/Bob Reed",
		"Ann Reed et Bob Hale", "Ann u. Bob Reed", "Ann Reed / Bob", "Bob Hale e Ann Reed",
		"Bob y Ann Reed", "Bob Hale y Ann Reed", "Ann Vera e Bob Reed",
		"Bob Hale / Ann Reed", "Ann (& Bob) Reed", "Bob Hale c/o Ann Reed",
		"Ann ed Eva Reed", "Mr. & Mrs. Ann Reed", "Ann Reed e Bob", "Ann Reed i Bob",
		"Ann Reed y Bob", "Ann Reed e Bob (Acme, Inc.)" };

	for (size_t i = 0; i < sizeof couples / sizeof *couples; i++)
		assert_int_equal(names_agree("Ann Reed", couples[i]), NAMES_DIFFER);
	assert_int_equal(names_agree(couples[0], "Bob & Ann Reed"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Ann Reed", "Ann E. Reed"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Lou Gasset", "Lou Ortega y Gasset"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Lou Ortega", "Lou Ortega y Gasset"), NAMES_DIFFER);
	assert_int_equal(names_agree("Li En Chen", "Li Chen"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Ann y Bob", "Bob"), NAMES_DIFFER);
	assert_int_equal(names_agree("Ann Reed y Bob", "Bob"), NAMES_DIFFER);
	assert_int_equal(names_agree("Ann Reed e Bob", "Bob Reed"), NAMES_DIFFER);
	assert_int_equal(names_agree("Ann Reed e Bob", "Reed Bob"), NAMES_DIFFER);
}

static void what_is_told_besides_makes_no_couple(void **state)
{
	static const char *const same[] = { "Ann Reed (c/o Acme)", "Ann Reed c/o Bob Hale",
		"Ann Reed (Hale & Co)", "Dr. med. et phil. Ann Reed",
		"Dr. med. und Dr. phil. Ann Reed", "Ann Reed, Dr. med. et phil.",
		"Ann Reed, PhD, MBA", "Ann Reed, Dipl. Ing.", "Reed, Ann Vera",
		"Reed, Ann Vera (Acme)" };

	for (size_t i = 0; i < sizeof same / sizeof *same; i++)
		assert_int_equal(names_agree(same[i], "Ann Reed"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Ann Reed / Acme", "Acme"), NAMES_DIFFER);
	assert_int_equal(names_agree("Ann Reed / Acme", "Ann Reed / Acme"), NAMES_EQUAL);
	assert_int_equal(names_agree("Reed, Ann", "Reed, Ann Vera"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Reed Hale, Ann Vera", "Ann Vera Reed"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Toni Gil i Puig", "Puig, Toni"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Lou Costa e Silva", "Lou Silva"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Lou Gil y de Biedma", "Lou Biedma"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Costa e Silva, Lou", "Lou Costa"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Ortega y Gasset", "Lou Ortega y Gasset"), NAMES_AGREE_WIDELY);
	assert_int_equal(
		names_agree("Ortega y Gasset, Lou", "Lou Ortega y Gasset"), NAMES_AGREE_WIDELY);
}

static void names_agree_by_words_and_initials(void **state)
{
	assert_true(names_agree("Giulia Rossi", "ROSSI, Giulia"));
	assert_true(names_agree("G. Rossi", "Giulia Rossi"));
	assert_true(names_agree("Ana P\xC3\xA9rez", "Ana Maria Perez"));
	assert_true(names_agree("Giulia", "Giulia Rossi"));
	assert_false(names_agree("Giulia Rossi", "Marco Rossi"));
	assert_false(names_agree("G.", "Giulia Rossi"));
	assert_false(names_agree("Ann", "Anna"));
}

static void apostrophes_and_hyphens_make_no_difference(void **state)
{
	static const char *const names[] = { "Lia D'Orsi-Pol",
		"Lia D\xE2\x80\x99Orsi\xE2\x80\x91"
		"Pol",
		"lia d\xCA\xBC"
		"orsi\xE2\x80\x93pol",
		"L\xC3\xAD"
		"a D`Orsi Pol" };
	for (size_t i = 0; i < sizeof names / sizeof *names; i++)
		assert_int_equal(names_agree(names[0], names[i]), NAMES_EQUAL);
}

static void generations_are_told_apart(void **state)
{
	assert_int_equal(names_agree("Tom Hale", "Tom Hale Jr."), NAMES_DIFFER);
	assert_int_equal(names_agree("Tom Hale II", "Tom Hale III"), NAMES_DIFFER);
	assert_int_equal(names_agree("Tom Hale, Junior", "Tom B. Hale Jr"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Tom Hale", "T. Hale"), NAMES_AGREE);
	static const char *const after[] = { "Jnr", "Jnr.", "Snr", "the younger", "the Elder",
		"the Third", "der J\xC3\xBCngere", "der Juengere", "d. \xC3\x84.", "d. J.",
		"der \xC3\x84ltere", "m\xC5\x82.", "st.", "il giovane", "il Vecchio", "figlio",
		"le Jeune", "l'a\xC3\xAEn\xC3\xA9", "l'ancien", "hijo", "el joven", "el Viejo",
		"o Novo", "o Mo\xC3\xA7o", "de Jonge", "de oude", "zn.", "m\xC5\x82odszy",
		"starszy" };
	for (size_t i = 0; i < sizeof after / sizeof *after; i++) {
		struct strbuf name = STRBUF_INIT;
		strbuf_add_format(&name, "Tom Hale %s", after[i]);
		if (names_agree("Tom Hale", name.data) != NAMES_DIFFER)
			fail_msg("%s is nobody else", name.data);
		strbuf_fini(&name);
	}
	assert_int_equal(
		names_agree("Tom Hale d. J.", "Tom Hale der J\xC3\xBCngere"), NAMES_AGREE_WIDELY);
}

static void a_name_that_could_tell_a_generation_is_a_name(void **state)
{
	assert_int_equal(names_agree("Jan de Jonge", "J. de Jonge"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Jill St. John", "J. St. John"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("Anne Le Jeune", "A. Le Jeune"), NAMES_AGREE_WIDELY);
	assert_int_equal(names_agree("D. J. Hale", "Dora J. Hale"), NAMES_AGREE_WIDELY);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(phone_numbers_match_with_and_without_country),
		cmocka_unit_test(a_phone_number_is_one_however_it_is_written),
		cmocka_unit_test(numbers_of_two_countries_are_two),
		cmocka_unit_test(numbers_of_one_country_are_compared_whole),
		cmocka_unit_test(addresses_and_handles_match_by_what_counts),
		cmocka_unit_test(a_couple_is_not_one_of_the_two),
		cmocka_unit_test(what_is_told_besides_makes_no_couple),
		cmocka_unit_test(names_agree_by_words_and_initials),
		cmocka_unit_test(apostrophes_and_hyphens_make_no_difference),
		cmocka_unit_test(generations_are_told_apart),
		cmocka_unit_test(a_name_that_could_tell_a_generation_is_a_name),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
