/* Programs started apart: what they get, what is known of them, what is left behind.
 * Not here: who starts them. */
#include "../unit.h"
#include "a_file.h"

#include "filo/base/launch.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Runs a script in a shell, $0 being the file, and waits for its end. */
static enum launch_outcome outcome_of(const char *script, const char *input, int *status)
{
	char *const argv[] = { "sh", "-c", (char *)script, a_file, NULL };
	struct error err;
	int watch;

	assert_int_equal(launch_apart(argv, input, &watch, &err), STATUS_OK);
	poll(&(struct pollfd){ .fd = watch, .events = POLLIN }, 1, -1);
	enum launch_outcome outcome = launch_look(watch, status);
	close(watch);
	return outcome;
}

static void it_reads_what_it_is_given(void **state)
{
	int status;

	assert_int_equal(outcome_of("cat >\"$0\"", "{\"a\": 1}\n", &status), LAUNCH_DONE);
	check_text(a_file, "{\"a\": 1}\n");
	assert_int_equal(outcome_of("cat >\"$0\"", NULL, &status), LAUNCH_DONE);
	check_text(a_file, "");
}

static void its_failure_is_known(void **state)
{
	int status = 0;

	assert_int_equal(outcome_of("exit 3", NULL, &status), LAUNCH_FAILED);
	assert_int_equal(status, 3);
	assert_int_equal(outcome_of("kill -9 $$", NULL, &status), LAUNCH_FAILED);
	assert_int_equal(status, 128 + 9);
}

static void what_is_not_there_is_said_at_once(void **state)
{
	char *const argv[] = { "/dev/null/program", NULL };
	struct error err;
	int watch;

	assert_int_equal(launch_apart(argv, NULL, &watch, &err), STATUS_IO);
	assert_string_equal(err.message, "/dev/null/program: Not a directory");
}

static void no_child_and_no_descriptor_is_left(void **state)
{
	int status, before = dup(STDIN_FILENO);

	close(before);
	/* It sees its three streams, and the folder it looks into. */
	assert_int_equal(outcome_of("ls /proc/self/fd | wc -l | tr -d ' ' >\"$0\"", "x", &status),
		LAUNCH_DONE);
	check_text(a_file, "4\n");
	int after = dup(STDIN_FILENO);
	close(after);
	assert_int_equal(after, before);
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

/* Else whoever reads what filo prints would wait for the program to end. */
static void it_holds_no_pipe_of_ours_open(void **state)
{
	char *const argv[] = { "cat", a_file, NULL };
	struct error err;
	int ends[2], watch;
	char byte;

	unlink(a_file);
	assert_int_equal(mkfifo(a_file, 0600), 0); /* it runs until this is opened and closed */
	assert_int_equal(pipe(ends), 0);
	assert_int_equal(launch_apart(argv, NULL, &watch, &err), STATUS_OK);
	close(ends[1]);
	assert_int_equal(read(ends[0], &byte, 1), 0);
	assert_int_equal(launch_look(watch, &(int){ 0 }), LAUNCH_RUNS);
	close(open(a_file, O_WRONLY | O_CLOEXEC));
	poll(&(struct pollfd){ .fd = watch, .events = POLLIN }, 1, -1);
	assert_int_equal(launch_look(watch, &(int){ 0 }), LAUNCH_DONE);
	close(ends[0]);
	close(watch);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(it_reads_what_it_is_given),
		cmocka_unit_test(its_failure_is_known),
		cmocka_unit_test(what_is_not_there_is_said_at_once),
		cmocka_unit_test(no_child_and_no_descriptor_is_left),
		cmocka_unit_test(it_holds_no_pipe_of_ours_open),
	};

	return cmocka_run_group_tests(tests, with_a_file, without_the_file);
}
