/* Starting, feeding and watching a program under a pseudo-terminal.
 * Not here: what the program draws (screen.c). */
#include "pty.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

struct report {
	enum pty_state state;
	pid_t program;
	int wait_status;
};

static volatile sig_atomic_t kept_program;

/* A shell passes a hang-up on to its jobs. */
static void keeper_pass_hangup(int signal_number)
{
	(void)signal_number;
	if (kept_program > 0) {
		kill(-kept_program, SIGHUP);
		kill(-kept_program, SIGCONT);
	}
}

static void keeper_report(int reports, enum pty_state state, int wait_status)
{
	struct report report = { state, kept_program, wait_status };

	if (write(reports, &report, sizeof report) < 0)
		_exit(1);
}

/* Handled signals fall back to their default at exec; ignored ones would not, such as those of a
 * test that runs in the background. */
static void program_exec(char *const argv[], char *const envp[], const char *dir, int terminal)
{
	static const int expected[] = { SIGTTOU, SIGHUP, SIGINT, SIGQUIT };

	setpgid(0, 0);
	tcsetpgrp(terminal, getpid());
	for (size_t i = 0; i < sizeof expected / sizeof *expected; i++)
		signal(expected[i], SIG_DFL);
	if (chdir(dir) < 0)
		_exit(126);
	for (int fd = 0; fd < 3; fd++)
		dup2(terminal, fd);
	execvpe(argv[0], argv, envp);
	dprintf(2, "%s: %s\r\n", argv[0], strerror(errno));
	_exit(127);
}

/* The keeper was forked, not executed: another terminal's pipes would never end for want of it. */
static void keeper_close_others(int terminal, int reports, int orders)
{
	for (int fd = 3; fd < 256; fd++) {
		if (fd != terminal && fd != reports && fd != orders)
			close(fd);
	}
}

static void keeper_run(char *const argv[], char *const envp[], const char *dir, int terminal,
	int reports, int orders)
{
	struct sigaction pass_on = { .sa_handler = keeper_pass_hangup, .sa_flags = SA_RESTART };
	char order;
	int status = 0;

	keeper_close_others(terminal, reports, orders);
	setsid();
	ioctl(terminal, TIOCSCTTY, 0);
	signal(SIGTTOU, SIG_IGN);
	sigaction(SIGHUP, &pass_on, NULL);
	pid_t pid = fork();
	if (pid == 0)
		program_exec(argv, envp, dir, terminal);
	setpgid(pid, pid);
	tcsetpgrp(terminal, pid);
	kept_program = pid;
	keeper_report(reports, PTY_RUNNING, 0);

	while (waitpid(pid, &status, WUNTRACED) == pid && WIFSTOPPED(status)) {
		tcsetpgrp(terminal, getpid());
		keeper_report(reports, PTY_STOPPED, status);
		if (read(orders, &order, 1) < 1)
			break;
		tcsetpgrp(terminal, pid);
		kill(-pid, SIGCONT);
		keeper_report(reports, PTY_RUNNING, 0);
	}
	kept_program = 0;
	keeper_report(reports, PTY_ENDED, status);
	while (read(orders, &order, 1) > 0)
		;
	_exit(0);
}

static bool take_report(struct pty *pty)
{
	struct report report;

	if (read(pty->reports, &report, sizeof report) != sizeof report)
		return false;
	pty->state = report.state;
	pty->wait_status = report.wait_status;
	if (report.program)
		pty->program = report.program;
	return true;
}

static bool open_terminal(struct pty *pty, int rows, int cols)
{
	pty->master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (pty->master < 0 || grantpt(pty->master) < 0 || unlockpt(pty->master) < 0)
		return false;
	pty->slave = open(ptsname(pty->master), O_RDWR | O_NOCTTY | O_CLOEXEC);
	if (pty->slave < 0 || tcgetattr(pty->slave, &pty->modes_before) < 0)
		return false;
	fcntl(pty->master, F_SETFL, O_NONBLOCK);
	pty_resize(pty, rows, cols);
	return true;
}

bool pty_start(struct pty *pty, char *const argv[], char *const envp[], const char *dir, int rows,
	int cols)
{
	int reports[2], orders[2];

	*pty = (struct pty){ .state = PTY_ABSENT, .master = -1, .slave = -1 };
	if (!open_terminal(pty, rows, cols))
		return false;
	if (pipe2(reports, O_CLOEXEC) < 0 || pipe2(orders, O_CLOEXEC) < 0)
		return false;
	pty->keeper = fork();
	if (pty->keeper < 0)
		return false;
	if (pty->keeper == 0)
		keeper_run(argv, envp, dir, pty->slave, reports[1], orders[0]);
	close(reports[1]);
	close(orders[0]);
	pty->reports = reports[0];
	pty->orders = orders[1];
	return take_report(pty);
}

size_t pty_read(struct pty *pty, char *buf, size_t size, int timeout_ms)
{
	struct pollfd fds[] = {
		{ .fd = pty->master, .events = POLLIN },
		{ .fd = pty->state == PTY_ENDED ? -1 : pty->reports, .events = POLLIN },
	};

	if (poll(fds, 2, timeout_ms) <= 0)
		return 0;
	if (fds[0].revents & POLLIN) {
		ssize_t got = read(pty->master, buf, size);
		return got > 0 ? (size_t)got : 0;
	}
	if (fds[1].revents)
		take_report(pty);
	return 0;
}

size_t pty_write(struct pty *pty, const char *bytes, size_t len)
{
	ssize_t taken = pty->master < 0 ? 0 : write(pty->master, bytes, len);

	return taken > 0 ? (size_t)taken : 0;
}

void pty_resize(struct pty *pty, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	ioctl(pty->master, TIOCSWINSZ, &size);
}

void pty_signal(struct pty *pty, int signal_number)
{
	if (pty->state == PTY_RUNNING || pty->state == PTY_STOPPED)
		kill(pty->program, signal_number);
}

void pty_continue(struct pty *pty)
{
	if (pty->state == PTY_STOPPED && write(pty->orders, "c", 1) == 1)
		take_report(pty);
}

void pty_hangup(struct pty *pty)
{
	if (pty->master >= 0)
		close(pty->master);
	if (pty->slave >= 0)
		close(pty->slave);
	pty->master = pty->slave = -1;
}

void pty_end(struct pty *pty)
{
	if (pty->state == PTY_ABSENT)
		return;
	if (pty->state != PTY_ENDED)
		kill(-pty->program, SIGKILL);
	pty_hangup(pty);
	close(pty->orders);
	close(pty->reports);
	waitpid(pty->keeper, NULL, 0);
	pty->state = PTY_ABSENT;
}

/* The state letter of /proc/PID/stat stands after the last ')' of the program's name. */
static bool sleeps(pid_t pid)
{
	char path[64], line[512];

	snprintf(path, sizeof path, "/proc/%d/stat", (int)pid);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0)
		return true;
	ssize_t got = read(fd, line, sizeof line - 1);
	close(fd);
	if (got <= 0)
		return true;
	line[got] = '\0';
	const char *end = strrchr(line, ')');
	return end && strchr("STtZ", end[2]);
}

bool pty_is_waiting(const struct pty *pty)
{
	int unread = 0;

	if (pty->state != PTY_RUNNING)
		return true;
	if (pty->slave >= 0)
		ioctl(pty->slave, FIONREAD, &unread);
	return unread == 0 && sleeps(pty->program);
}

bool pty_modes_are_back(const struct pty *pty)
{
	struct termios now;

	if (pty->slave < 0 || tcgetattr(pty->slave, &now) < 0)
		return false;
	return now.c_iflag == pty->modes_before.c_iflag &&
	       now.c_oflag == pty->modes_before.c_oflag &&
	       now.c_cflag == pty->modes_before.c_cflag &&
	       now.c_lflag == pty->modes_before.c_lflag &&
	       !memcmp(now.c_cc, pty->modes_before.c_cc, sizeof now.c_cc);
}
