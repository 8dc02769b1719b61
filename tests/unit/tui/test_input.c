/* Reading keys from a terminal that does not answer as it should.
 * Not here: keys out of bytes (test_input_decode.c). */
#include "../unit.h"
#include "tui/terminal/input.h"

#include <sys/resource.h>
#include <unistd.h>

/* With none allowed, poll fails for any file at all. */
static void allow_files(bool are_allowed)
{
	struct rlimit limit;

	getrlimit(RLIMIT_NOFILE, &limit);
	limit.rlim_cur = are_allowed ? limit.rlim_max : 0;
	setrlimit(RLIMIT_NOFILE, &limit);
}

static void what_fails_for_a_moment_is_read_then_and_for_ever_is_the_end(void **state)
{
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	input_start(ends[0]);
	assert_int_equal(write(ends[1], "jk", 2), 2);
	allow_files(false);
	for (int i = 0; i < 100; i++)
		assert_int_equal(terminal_key(), 0);
	allow_files(true);
	assert_false(input_is_gone());
	assert_int_equal(terminal_key(), 'j');
	assert_int_equal(terminal_key(), 'k');
	allow_files(false);
	for (int i = 0; i < 5000 && !input_is_gone(); i++)
		assert_int_equal(terminal_key(), 0);
	allow_files(true);
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
