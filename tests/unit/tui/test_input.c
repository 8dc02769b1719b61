/* Reading keys from a terminal that does not answer as it should.
 * Not here: keys out of bytes (test_input_decode.c). */
#include "../open_files.h"
#include "../unit.h"
#include "tui/terminal/input.h"

#include <unistd.h>

static void what_fails_for_a_moment_is_read_then_and_for_ever_is_the_end(void **state)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	input_start(ends[0]);
	assert_int_equal(write(ends[1], "jk", 2), 2);
	pid_t limit = limit_descriptors(0); /* poll fails for any file at all */
	for (int i = 0; i < 100; i++)
		assert_int_equal(terminal_key(), 0);
	lift_limit(limit);
	assert_false(input_is_gone());
	assert_int_equal(terminal_key(), 'j');
	assert_int_equal(terminal_key(), 'k');
	limit = limit_descriptors(0);
	for (int i = 0; i < 5000 && !input_is_gone(); i++)
		assert_int_equal(terminal_key(), 0);
	lift_limit(limit);
	assert_true(input_is_gone());
	assert_int_equal(terminal_input_fd(), -1);
	input_stop();
	close(ends[0]);
	close(ends[1]);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_fails_for_a_moment_is_read_then_and_for_ever_is_the_end),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
