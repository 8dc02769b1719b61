/* What the parts of a name say beyond the name that is shown.
 * Not here: where that is shown and found (cli, store/test_search.c). */
#include "../unit.h"
#include "filo/people/full_name.h"

#define PARTS(shown, ...)                                                                          \
	(const struct contact)                                                                     \
	{                                                                                          \
		.name = (shown), __VA_ARGS__                                                       \
	}

static void assert_full_name(const struct contact contact, const char *expected)
{
	struct strbuf name = STRBUF_INIT;

	contact_full_name(&name, &contact);
	assert_string_equal(name.data, expected);
	strbuf_fini(&name);
}

static void parts_that_the_name_does_not_say_are_told(void **state)
{
	assert_full_name(PARTS("Mamma", .family = "Rossi", .given = "Anna", .suffix = "Jr."),
		"Anna Rossi, Jr.");
	assert_full_name(PARTS("Anna Rossi", .family = "Rossi", .given = "Anna", .prefix = "Dr.",
				 .additional = "Maria"),
		"Dr. Anna Maria Rossi");
	assert_full_name(PARTS("Jonathan", .given = "Jo"), "Jo");
}

static void parts_that_the_name_says_are_not(void **state)
{
	assert_full_name(PARTS("Anna Rossi", .family = NULL), "");
	assert_full_name(PARTS("Rossi, ANNA", .family = "Rossi", .given = "Anna"), "");
	assert_full_name(PARTS("Jose Perez-Soler", .given = "José", .family = "Pérez Soler"), "");
	assert_full_name(PARTS("Anna", .given = "Anna", .suffix = " . "), "");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(parts_that_the_name_does_not_say_are_told),
		cmocka_unit_test(parts_that_the_name_says_are_not),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
