/* Tests that the lock refuses what it says it refuses. Each tries one thing in a child of its own.
 * Not here: reading behind it (tests/read). */
#include "../unit.h"
#include "read/confine.h"

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

static char folder[] = "/tmp/filo-confine-XXXXXX";

enum { DID_IT = 10, WAS_REFUSED, NO_LOCK };

static int read_what_was_given(void)
{
	return open("given", O_RDONLY) >= 0 ? DID_IT : WAS_REFUSED;
}

static int read_another_file(void)
{
	return open("other", O_RDONLY) >= 0 ? DID_IT : WAS_REFUSED;
}

static int open_to_write(void)
{
	return open("given", O_WRONLY) >= 0 ? DID_IT : WAS_REFUSED;
}

static int open_for_both(void)
{
	return open("given", O_RDWR) >= 0 ? DID_IT : WAS_REFUSED;
}

static int open_to_empty(void)
{
	return open("given", O_RDONLY | O_TRUNC) >= 0 ? DID_IT : WAS_REFUSED;
}

static int make_a_file(void)
{
	return open("new", O_RDONLY | O_CREAT, 0600) >= 0 ? DID_IT : WAS_REFUSED;
}

static int make_a_nameless_file(void)
{
	return open(".", O_TMPFILE | O_RDWR, 0600) >= 0 ? DID_IT : WAS_REFUSED;
}

static int open_by_the_newer_call(void)
{
	struct {
		uint64_t flags, mode, resolve;
	} how = { O_WRONLY, 0, 0 };

	return syscall(SYS_openat2, AT_FDCWD, "given", &how, sizeof how) >= 0 ? DID_IT
									      : WAS_REFUSED;
}

static int write_elsewhere(void)
{
	return write(3, "x", 1) == 1 ? DID_IT : WAS_REFUSED;
}

static int remove_a_file(void)
{
	return unlink("given") == 0 ? DID_IT : WAS_REFUSED;
}

static int rename_a_file(void)
{
	return rename("given", "renamed") == 0 ? DID_IT : WAS_REFUSED;
}

static int make_a_folder(void)
{
	return mkdir("sub", 0700) == 0 ? DID_IT : WAS_REFUSED;
}

static int change_rights(void)
{
	return chmod("given", 0777) == 0 ? DID_IT : WAS_REFUSED;
}

static int start_a_program(void)
{
	execl("/bin/true", "true", (char *)NULL);
	return WAS_REFUSED;
}

static int make_a_process(void)
{
	return fork() >= 0 ? DID_IT : WAS_REFUSED;
}

static int open_a_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 ? DID_IT : WAS_REFUSED;
}

static int open_a_local_socket(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0) >= 0 ? DID_IT : WAS_REFUSED;
}

static int send_a_signal(void)
{
	return kill(getppid(), 0) == 0 ? DID_IT : WAS_REFUSED;
}

static int trace_the_parent(void)
{
	return syscall(SYS_ptrace, 16, getpid(), 0, 0) == 0 ? DID_IT : WAS_REFUSED;
}

static int lift_the_limits(void)
{
	const struct rlimit limit = { 1, 1 };

	return setrlimit(RLIMIT_CPU, &limit) == 0 ? DID_IT : WAS_REFUSED;
}

static int run_what_it_made(void)
{
	return mmap(NULL, 4096, PROT_READ | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
			       MAP_FAILED
		       ? DID_IT
		       : WAS_REFUSED;
}

static int take_all_memory(void)
{
	return mmap(NULL, (size_t)1 << 30, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
		       0) != MAP_FAILED
		       ? DID_IT
		       : WAS_REFUSED;
}

static int take_some_memory(void)
{
	return mmap(NULL, (size_t)1 << 24, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1,
		       0) != MAP_FAILED
		       ? DID_IT
		       : WAS_REFUSED;
}

static int say_something(void)
{
	return write(STDOUT_FILENO, "", 0) == 0 ? DID_IT : WAS_REFUSED;
}

/* What became of it behind the lock: DID_IT, WAS_REFUSED (also killed for it), NO_LOCK. */
static int attempt(int (*what)(void))
{
	struct vector paths = VECTOR_INIT(char *);
	char *given = "given";
	int state;
	pid_t child = fork();

	if (child == 0) {
		vector_push(&paths, &given);
		dup2(open("open", O_RDWR), 3);
		if (confine(&paths, NULL) != STATUS_OK)
			_exit(NO_LOCK);
		_exit(what());
	}
	assert_true(child > 0);
	assert_int_equal(waitpid(child, &state, 0), child);
	if (WIFSIGNALED(state) && WTERMSIG(state) == SIGSYS)
		return WAS_REFUSED;
	return WIFEXITED(state) ? WEXITSTATUS(state) : -1;
}

static void what_a_reader_needs_is_allowed(void **state)
{
	assert_int_equal(attempt(read_what_was_given), DID_IT);
	assert_int_equal(attempt(take_some_memory), DID_IT);
	assert_int_equal(attempt(say_something), DID_IT);
}

static void nothing_is_written_or_changed(void **state)
{
	static int (*const attempts[])(void) = { open_to_write, open_for_both, open_to_empty,
		make_a_file, make_a_nameless_file, open_by_the_newer_call, write_elsewhere,
		remove_a_file, rename_a_file, make_a_folder, change_rights };

	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
		assert_int_equal(attempt(attempts[i]), WAS_REFUSED);
	assert_int_equal(access("given", F_OK), 0);
	assert_int_equal(access("new", F_OK), -1);
}

static void nothing_is_started_and_nobody_is_spoken_to(void **state)
{
	static int (*const attempts[])(void) = { start_a_program, make_a_process, open_a_socket,
		open_a_local_socket, send_a_signal, trace_the_parent };

	for (size_t i = 0; i < sizeof attempts / sizeof *attempts; i++)
		assert_int_equal(attempt(attempts[i]), WAS_REFUSED);
}

static void memory_and_time_are_bounded(void **state)
{
	assert_int_equal(attempt(take_all_memory), WAS_REFUSED);
	assert_int_equal(attempt(run_what_it_made), WAS_REFUSED);
	assert_int_equal(attempt(lift_the_limits), WAS_REFUSED);
}

/* Without Landlock in the kernel other files stay readable: then there is nothing to prove. */
static void other_files_stay_closed_where_the_kernel_can(void **state)
{
	long version = syscall(SYS_landlock_create_ruleset, NULL, 0, 1);

	if (version < 1)
		skip();
	assert_int_equal(attempt(read_another_file), WAS_REFUSED);
}

static int make_files(void **state)
{
	static const char *const names[] = { "given", "other", "open" };

	if (!mkdtemp(folder) || chdir(folder) != 0)
		return -1;
	for (size_t i = 0; i < 3; i++)
		close(open(names[i], O_WRONLY | O_CREAT, 0600));
	return 0;
}

static int remove_files(void **state)
{
	unlink("given");
	unlink("other");
	unlink("open");
	return rmdir(folder);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_a_reader_needs_is_allowed),
		cmocka_unit_test(nothing_is_written_or_changed),
		cmocka_unit_test(nothing_is_started_and_nobody_is_spoken_to),
		cmocka_unit_test(memory_and_time_are_bounded),
		cmocka_unit_test(other_files_stay_closed_where_the_kernel_can),
	};

	if (!confine_is_possible()) {
		puts("skipped: sanitizers leave the lock open");
		return 0;
	}
	return cmocka_run_group_tests(tests, make_files, remove_files);
}
