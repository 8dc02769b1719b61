/* UUIDs in all their spellings.
 * Not here: whom they are of (exchange/test_import.c). */
#include "../unit.h"

#include "filo/base/uuid.h"

#include <string.h>

#define SMALL "1a111111-2222-3333-4444-55555555555a"
#define LARGE "1A111111-2222-3333-4444-55555555555A"

static void a_uuid_is_read_in_every_spelling(void **state)
{
	static const char *const written[] = { SMALL, LARGE, "urn:uuid:" SMALL, "URN:UUID:" LARGE };
	char small[UUID_LEN + 1];

	(void)state;
	for (size_t i = 0; i < 4; i++) {
		assert_int_equal(uuid_read(written[i], small), strlen(written[i]));
		assert_string_equal(small, SMALL);
		assert_true(uuid_is(written[i]));
		assert_true(uuid_is_same(written[i], written[(i + 1) % 4]));
	}
}

static void what_stands_behind_a_uuid_is_none_of_it(void **state)
{
	char small[UUID_LEN + 1];

	(void)state;
	assert_int_equal(uuid_read(SMALL "#2", small), UUID_LEN);
	assert_false(uuid_is(SMALL "#2"));
	assert_int_equal(uuid_read(SMALL "2", small), 0);
	assert_false(uuid_is("------------------------------------"));
	assert_false(uuid_is("1a11111122223333444455555555555512345"));
	assert_false(uuid_is("1a1111112222333344445555555555551234"));
	assert_int_equal(uuid_read("urn:uuid:1", small), 0);
	assert_int_equal(uuid_read("", small), 0);
}

static void other_uids_are_told_apart_by_case(void **state)
{
	(void)state;
	assert_true(uuid_is_same("a", "a"));
	assert_false(uuid_is_same("a", "A"));
	assert_false(uuid_is_same("a", "urn:uuid:a"));
	assert_false(uuid_is_same(SMALL, "a"));
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_uuid_is_read_in_every_spelling),
		cmocka_unit_test(what_stands_behind_a_uuid_is_none_of_it),
		cmocka_unit_test(other_uids_are_told_apart_by_case),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
