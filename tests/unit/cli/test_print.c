/* What a command says when it cannot go on saying it. Not here: what it prints (tests/cli).
 */
#include "cli/outcome.h"
#include "cli/print.h"
#include "filo/base/memory.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

/* Without memory, of a command that has written a file or not. */
static void run_out_of_memory(bool is_done)
{
	struct cli_outcome outcome;
	const struct cli cli = { .outcome = &outcome };

	outcome_init(&outcome);
	if (is_done)
		outcome_add_file(&cli, "copy.db");
	cli_guard_memory(&cli);
	memory_must_have(NULL);
}

static void assert_said(bool is_done, const char *expected)
{
	char said[200] = "";
	int ends[2], how;

	assert_int_equal(pipe(ends), 0);
	pid_t pid = fork();
	assert_true(pid >= 0);
	if (!pid) {
		dup2(ends[1], STDERR_FILENO);
		run_out_of_memory(is_done);
		_exit(0);
	}
	close(ends[1]);
	for (size_t len = 0, got = 1; got; len += got) {
		ssize_t some = read(ends[0], said + len, sizeof said - 1 - len);
		got = some > 0 ? (size_t)some : 0;
	}
	close(ends[0]);
	assert_int_equal(waitpid(pid, &how, 0), pid);
	assert_true(WIFEXITED(how));
	assert_int_equal(WEXITSTATUS(how), 1);
	assert_string_equal(said, expected);
}

static void without_memory_it_is_said_whether_it_is_done(void **state)
{
	(void)state;
	assert_said(false, "filo: out of memory\n");
	assert_said(true, "filo: It is done and kept, but there was no memory to say more of it\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(without_memory_it_is_said_whether_it_is_done),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
