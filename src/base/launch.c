/* Starting other programs apart from this one: they outlive it, and nobody waits for them.
 * Not here: what is started (base/config.h), programs that get the terminal (tui/foreground.c).
 *
 *   filo -> a child, which ends at once -> the minder -> the program
 *
 * The minder, nobody's child, waits for the program and tells how it ended through a pipe, which
 * may have no reader any more. */
#include "filo/base/launch.h"

#include "filo/base/log.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

struct launching {
	char *const *argv;
	int input;             /* what it reads */
	int failed[2], how[2]; /* pipes: an errno when it could not be started; its status */
};

/* As a program expects them: no signal is ignored or held back. */
static void launch_reset_signals(void)
{
	sigset_t none;

	sigemptyset(&none);
	signal(SIGPIPE, SIG_DFL);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

/* Ends the child at hand, which could not do its part: whoever started it reads errno. */
static _Noreturn void launch_fail(const struct launching *launching)
{
	int code = errno;

	if (write(launching->failed[1], &code, sizeof code) < 0)
		_exit(126);
	_exit(127);
}

/* All descriptors of filo close at exec; the program gets three. */
static void launch_program(const struct launching *launching)
{
	launch_reset_signals();
	dup2(launching->input, STDIN_FILENO);
	execvp(launching->argv[0], launching->argv);
	launch_fail(launching);
}

static int launch_status(int how)
{
	return WIFSIGNALED(how) ? 128 + WTERMSIG(how) : WEXITSTATUS(how);
}

/* It holds nothing of what filo has open, or whoever waits for its output would wait for it. */
static void launch_minder(const struct launching *launching)
{
	int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC), how = 0;

	setsid();
	for (int fd = STDIN_FILENO; nowhere >= 0 && fd <= STDERR_FILENO; fd++)
		dup2(nowhere, fd);
	pid_t program = fork();
	if (program == 0)
		launch_program(launching);
	if (program < 0)
		launch_fail(launching);
	signal(SIGPIPE, SIG_IGN);
	close(launching->failed[1]);
	while (waitpid(program, &how, 0) < 0 && errno == EINTR)
		continue;
	int status = launch_status(how);
	if (status)
		log_line("launch", "a program ended with %d", status);
	if (write(launching->how[1], &status, sizeof status) < 0)
		_exit(1);
	_exit(0);
}

/* Closes what the minder has no use for: whoever waits for the end of a pipe would wait for it. */
static void launch_close_others(const struct launching *launching)
{
	const int kept[] = { launching->input, launching->failed[1], launching->how[1],
		log_descriptor() };

	for (int from = STDERR_FILENO + 1, next; from >= 0; from = next < 0 ? -1 : next + 1) {
		next = -1;
		for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
			if (kept[i] >= from && (next < 0 || kept[i] < next))
				next = kept[i];
		if (next != from)
			close_range((unsigned)from, next < 0 ? ~0U : (unsigned)next - 1, 0);
	}
}

int launch_input(const char *text)
{
	if (!text)
		return open("/dev/null", O_RDONLY | O_CLOEXEC);
	int fd = memfd_create("input", MFD_CLOEXEC);
	size_t len = strlen(text), at = 0;
	while (fd >= 0 && at < len) {
		ssize_t sent = write(fd, text + at, len - at);
		if (sent < 0 && errno != EINTR) {
			close(fd);
			return -1;
		}
		at += sent > 0 ? (size_t)sent : 0;
	}
	if (fd >= 0)
		lseek(fd, 0, SEEK_SET);
	return fd;
}

/* errno of why it does not run; 0: it does. */
static int launch_start(struct launching *launching)
{
	int code = 0;
	pid_t child = fork();

	if (child == 0) {
		launch_close_others(launching);
		pid_t minder = fork();
		if (minder == 0)
			launch_minder(launching);
		if (minder < 0)
			launch_fail(launching);
		_exit(0);
	}
	if (child < 0)
		code = errno;
	close(launching->failed[1]);
	launching->failed[1] = -1;
	while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR)
		continue;
	ssize_t got = 0;
	while (child > 0 && (got = read(launching->failed[0], &code, sizeof code)) < 0 &&
		errno == EINTR)
		continue;
	if (got < 0)
		code = errno;
	return code;
}

enum status launch_apart(char *const *argv, const char *input, int *watch, struct error *err)
{
	struct launching launching = {
		.argv = argv, .input = launch_input(input), .failed = { -1, -1 }, .how = { -1, -1 }
	};
	bool is_open = launching.input >= 0 && pipe2(launching.failed, O_CLOEXEC) == 0 &&
		       pipe2(launching.how, O_CLOEXEC | O_NONBLOCK) == 0;
	int code = is_open ? launch_start(&launching) : errno;
	const int done[] = { launching.input, launching.failed[0], launching.failed[1],
		launching.how[1] };

	for (size_t i = 0; i < sizeof done / sizeof *done; i++)
		if (done[i] >= 0)
			close(done[i]);
	if (watch && !code)
		*watch = launching.how[0];
	else if (launching.how[0] >= 0)
		close(launching.how[0]);
	return code ? error_set(err, STATUS_IO, "%s: %s", argv[0], strerror(code)) : STATUS_OK;
}

enum launch_outcome launch_look(int watch, int *status)
{
	ssize_t got = read(watch, status, sizeof *status);

	if (got < 0 && (errno == EAGAIN || errno == EINTR))
		return LAUNCH_RUNS;
	return got == (ssize_t)sizeof *status && *status ? LAUNCH_FAILED : LAUNCH_DONE;
}
