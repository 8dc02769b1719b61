/* Files without a name. Not here: what is kept in them. */
#include "../unit.h"
#include "filo/base/scratch.h"

#include <fcntl.h>
#include <sys/stat.h>

static void no_other_program_gets_it(void **state)
{
	FILE *file = scratch_open();
	struct stat about;

	assert_non_null(file);
	assert_int_equal(fcntl(fileno(file), F_GETFD), FD_CLOEXEC);
	assert_int_equal(fstat(fileno(file), &about), 0);
	assert_int_equal(about.st_nlink, 0);
	fclose(file);
}

static void what_is_written_is_read(void **state)
{
	FILE *file = scratch_open();
	char text[8] = "";

	assert_non_null(file);
	assert_int_equal(fwrite("words", 1, 5, file), 5);
	rewind(file);
	assert_int_equal(fread(text, 1, sizeof text - 1, file), 5);
	assert_string_equal(text, "words");
	fclose(file);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(no_other_program_gets_it),
		cmocka_unit_test(what_is_written_is_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
