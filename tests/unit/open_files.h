/* How many open files this program may have, for the tests of more than one room.
 * Not here: any test. */
#ifndef FILO_TESTS_UNIT_OPEN_FILES_H
#define FILO_TESTS_UNIT_OPEN_FILES_H

#include "unit.h"

#include <signal.h>
#include <stdbool.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static inline bool descriptors_set(pid_t of, rlim_t most, struct rlimit *before)
{
	if (prlimit(of, RLIMIT_NOFILE, NULL, before) < 0)
		return false;
	struct rlimit limit = { .rlim_cur = most, .rlim_max = before->rlim_max };
	return prlimit(of, RLIMIT_NOFILE, &limit, NULL) == 0;
}

/* At most so many, until the limit is lifted. Another process sets it and sets it back: under
 * valgrind a limit of one's own is valgrind's, which makes a file before it refuses to open it, and
 * leaves poll alone. Returns that process. */
static inline pid_t limit_descriptors(rlim_t most)
{
	pid_t self = getpid(), child = fork();
	struct rlimit before;
	int status;

	if (child == 0) {
		prctl(PR_SET_PDEATHSIG, SIGKILL); /* where the test fails */
		bool is_set = descriptors_set(self, most, &before);
		raise(SIGSTOP);
		_exit(is_set && prlimit(self, RLIMIT_NOFILE, &before, NULL) == 0 ? 0 : 1);
	}
	assert_int_equal(waitpid(child, &status, WUNTRACED), child);
	return child;
}

/* What follows is tried with so many open files more. */
static inline pid_t limit_open_files(int more)
{
	int next = dup(STDIN_FILENO);

	close(next);
	return limit_descriptors((rlim_t)next + (rlim_t)more);
}

static inline void lift_limit(pid_t child)
{
	int status;

	kill(child, SIGCONT);
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_int_equal(status, 0);
}

#endif
