/* Giving the terminal to a program of the person's, and taking it back.
 * Not here: what it is and what becomes of what it did. */
#include "tui/foreground.h"

#include "filo/base/i18n.h"
#include "filo/base/launch.h"
#include "tui/loop.h"
#include "tui/terminal/clock.h"
#include "tui/terminal/signals.h"
#include "tui/terminal/terminal.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#define LAST_CHANCE_MS 300 /* to a program that is told to end */
#define LOOK_MS        400 /* between two looks at what it has done */

/* Of filo's group or the program's; none where there is no terminal to give. */
static void foreground_give(pid_t group)
{
	sigset_t only, before;

	sigemptyset(&only);
	sigaddset(&only, SIGTTOU); /* else whoever is behind is stopped for asking */
	sigprocmask(SIG_BLOCK, &only, &before);
	tcsetpgrp(STDIN_FILENO, group);
	sigprocmask(SIG_SETMASK, &before, NULL);
}

/* In a group of its own, so that what it starts ends and is suspended with it. Both sides make it
 * so: neither is to run ahead of the other. */
static pid_t foreground_start(char *const *argv, int input)
{
	pid_t child = fork();

	if (child == 0) {
		setpgid(0, 0);
		foreground_give(getpid());
		signals_restore_in_child();
		if (input >= 0)
			dup2(input, STDIN_FILENO);
		execvp(argv[0], argv);
		_exit(127);
	}
	if (child > 0) {
		setpgid(child, child);
		foreground_give(child);
	}
	return child;
}

static void foreground_end(pid_t child, int *how)
{
	int64_t until_ms = clock_ms() + LAST_CHANCE_MS;

	kill(-child, SIGHUP);
	kill(-child, SIGCONT);
	while (waitpid(child, how, WNOHANG) == 0) {
		if (clock_ms() >= until_ms)
			kill(-child, SIGKILL);
		poll(NULL, 0, 10);
	}
}

/* True: it has ended. Suspended, it suspends filo with it, and both go on together. */
static bool foreground_has_ended(pid_t child, int *how)
{
	pid_t changed = waitpid(child, how, WNOHANG | WUNTRACED);

	if (changed > 0 && WIFSTOPPED(*how)) {
		foreground_give(getpgrp());
		signals_suspend(true);
		foreground_give(child);
		kill(-child, SIGCONT);
		return false;
	}
	return changed != 0;
}

/* Until it ends, or filo itself has been told to: then the child is gone. */
static void foreground_wait(struct app *app, pid_t child, void (*look)(void *context, pid_t child),
	void *context, int *how)
{
	struct pollfd wait = { .fd = signals_fd(), .events = POLLIN };

	if (look)
		look(context, child);
	while (!foreground_has_ended(child, how)) {
		int number;
		poll(&wait, 1, LOOK_MS);
		while ((number = signals_next()) != 0) {
			if (number != SIGHUP && number != SIGTERM)
				continue; /* ^C and ^\ are the program's affair */
			foreground_end(child, how);
			app_end(app, 128 + number);
			return;
		}
		if (look)
			look(context, child);
	}
}

enum status foreground_run(struct app *app, char *const *argv, const char *input,
	void (*look)(void *context, pid_t child), void *context, int *how, struct error *err)
{
	int fd = input ? launch_input(input) : -1;

	*how = 0;
	if (input && fd < 0)
		return error_set(err, STATUS_IO, "%s: %s", argv[0], strerror(errno));
	terminal_suspend();
	pid_t child = foreground_start(argv, fd);
	int code = errno;
	if (child > 0)
		foreground_wait(app, child, look, context, how);
	foreground_give(getpgrp());
	if (fd >= 0)
		close(fd);
	if (!app->is_ending)
		terminal_resume();
	return child > 0 ? STATUS_OK : error_set(err, STATUS_IO, "%s: %s", argv[0], strerror(code));
}
