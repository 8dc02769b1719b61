/* Signals through a signalfd, and the handler for crashes.
 * Not here: ending, resizing, keeping drafts (loop.c). */
#include "tui/terminal/signals.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/signalfd.h>
#include <time.h>
#include <unistd.h>

static const int watched[] = { SIGWINCH, SIGHUP, SIGTERM, SIGINT, SIGQUIT, SIGTSTP, SIGCONT,
	SIGCHLD };
/* All others that end a program, with those for real time (signal(7)): the terminal is given back
 * first. */
static const int crashes[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGSYS, SIGTRAP, SIGXCPU,
	SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO, SIGPWR, SIGSTKFLT };

static int fd = -1;
static sigset_t before, taken;
static struct sigaction pipe_before;
static void (*restore_terminal)(void);

static void on_crash(int number)
{
	if (restore_terminal)
		restore_terminal();
	raise(number); /* SA_RESETHAND: the system's own way now */
}

static void watch_crash(int number)
{
	struct sigaction action = { .sa_handler = on_crash,
		.sa_flags = SA_RESETHAND | SA_NODEFER | SA_ONSTACK };
	struct sigaction old;

	sigaction(number, NULL, &old);
	if (old.sa_handler == SIG_DFL) /* a sanitizer's stays */
		sigaction(number, &action, NULL);
}

static void leave_crash(int number)
{
	struct sigaction old;

	sigaction(number, NULL, &old);
	if (old.sa_handler == on_crash)
		signal(number, SIG_DFL);
}

static void signals_each_crash(void (*act)(int number))
{
	for (size_t i = 0; i < sizeof crashes / sizeof *crashes; i++)
		act(crashes[i]);
	for (int number = SIGRTMIN; number <= SIGRTMAX; number++)
		act(number);
}

/* A stack of its own: an overflow of the other one is a crash too. */
static void watch_crashes(void)
{
	static char stack[16384];
	const stack_t other = { .ss_sp = stack, .ss_size = sizeof stack };

	sigaltstack(&other, NULL);
	signals_each_crash(watch_crash);
}

bool signals_start(void (*restore)(void))
{
	const struct sigaction ignore = { .sa_handler = SIG_IGN };

	restore_terminal = restore;
	sigemptyset(&taken);
	for (size_t i = 0; i < sizeof watched / sizeof *watched; i++) {
		struct sigaction old;
		sigaction(watched[i], NULL, &old);
		bool is_ignored = !(old.sa_flags & SA_SIGINFO) && old.sa_handler == SIG_IGN;
		if (!is_ignored || watched[i] == SIGWINCH || watched[i] == SIGCHLD)
			sigaddset(&taken, watched[i]);
	}
	sigprocmask(SIG_BLOCK, &taken, &before);
	fd = signalfd(-1, &taken, SFD_NONBLOCK | SFD_CLOEXEC);
	if (fd < 0) {
		sigprocmask(SIG_SETMASK, &before, NULL);
		return false;
	}
	sigaction(SIGPIPE, &ignore, &pipe_before); /* a failed write says so itself */
	watch_crashes();
	return true;
}

void signals_stop(bool is_hung_up)
{
	if (fd < 0)
		return;
	/* A hang-up comes as the end of input and as a signal: once is enough. */
	if (is_hung_up)
		signal(SIGHUP, SIG_IGN);
	while (signals_next() != 0)
		;
	close(fd);
	fd = -1;
	signals_each_crash(leave_crash);
	sigaction(SIGPIPE, &pipe_before, NULL);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

int signals_fd(void)
{
	return fd;
}

int signals_next(void)
{
	struct signalfd_siginfo info;

	if (fd < 0 || read(fd, &info, sizeof info) != sizeof info)
		return 0;
	return (int)info.ssi_signo;
}

bool signals_is_ending(void)
{
	sigset_t waiting;

	return fd >= 0 && sigpending(&waiting) == 0 &&
	       (sigismember(&waiting, SIGHUP) || sigismember(&waiting, SIGTERM) ||
		       sigismember(&waiting, SIGINT) || sigismember(&waiting, SIGQUIT));
}

void signals_suspend(bool with_group)
{
	struct sigaction stop = { .sa_handler = SIG_DFL }, old;
	sigset_t only;

	sigaction(SIGTSTP, &stop, &old);
	sigemptyset(&only);
	sigaddset(&only, SIGTSTP);
	/* SIGTSTP, not SIGSTOP: where no shell could continue us, it does nothing. */
	kill(with_group ? 0 : getpid(), SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &only, NULL); /* the process stops here */
	sigprocmask(SIG_BLOCK, &only, NULL);
	sigaction(SIGTSTP, &old, NULL);
	sigemptyset(&only);
	sigaddset(&only, SIGCONT); /* the caller repaints; once is enough */
	sigtimedwait(&only, NULL, &(struct timespec){ 0, 0 });
}

void signals_restore_in_child(void)
{
	sigaction(SIGPIPE, &pipe_before, NULL);
	sigprocmask(SIG_SETMASK, &before, NULL);
}
