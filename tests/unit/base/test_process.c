/* Names of processes. Not here: what is kept under them. */
#include "../unit.h"
#include "filo/base/process.h"

#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static void a_process_runs_until_it_has_ended(void **state)
{
	struct strbuf name = STRBUF_INIT;
	int tells[2], ends[2];
	char text[100] = "", byte;

	assert_int_equal(pipe(tells), 0);
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	if (child == 0) {
		process_name(&name);
		close(ends[1]);
		_exit(write(tells[1], name.data, name.len) < 0 || read(ends[0], &byte, 1) < 0);
	}
	assert_true(read(tells[0], text, sizeof text - 1) > 0);
	assert_true(process_runs(text));
	process_name(&name);
	assert_string_not_equal(text, name.data);
	close(ends[1]);
	waitpid(child, NULL, 0);
	assert_false(process_runs(text));
	close(tells[0]), close(tells[1]), close(ends[0]);
	strbuf_fini(&name);
}

static void an_id_given_again_is_another_process(void **state)
{
	struct strbuf name = STRBUF_INIT;

	process_name(&name);
	assert_true(process_runs(name.data));
	/* The same id, begun at another time, or before the machine was started last. */
	strbuf_add(&name, "0");
	assert_false(process_runs(name.data));
	strbuf_clear(&name);
	strbuf_add_format(&name, "%ld-1-00000000", (long)getpid());
	assert_false(process_runs(name.data));
	assert_false(process_runs(""));
	assert_false(process_runs("none"));
	assert_false(process_runs("-1-0-0"));
	strbuf_fini(&name);
}

int main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_process_runs_until_it_has_ended),
		cmocka_unit_test(an_id_given_again_is_another_process),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
