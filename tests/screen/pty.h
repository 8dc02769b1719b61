/* A program running under a pseudo-terminal, with a keeper between us and it that does what a
 * login shell does: owns the session, puts the program in the foreground, sees it stop and end.
 * Not here: what the program draws (screen.h). */
#ifndef TESTS_PTY_H
#define TESTS_PTY_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

enum pty_state {
	PTY_ABSENT,
	PTY_RUNNING,
	PTY_STOPPED, /* as after Ctrl-Z */
	PTY_ENDED,
};

struct pty {
	enum pty_state state;
	pid_t program;
	int wait_status; /* of waitpid, once PTY_ENDED */
	struct termios modes_before;
	int master;  /* -1 once hung up */
	int slave;   /* our own view of the program's end: modes, unread input */
	int reports; /* from the keeper: what became of the program */
	int orders;  /* to the keeper: a byte means "continue" */
	pid_t keeper;
};

/* Starts `argv` (found in PATH) in folder `dir` with exactly the environment `envp`. False, with
 * errno set, when no pseudo-terminal is to be had. End it with pty_end. */
bool pty_start(struct pty *pty, char *const argv[], char *const envp[], const char *dir, int rows,
	int cols);

/* Waits at most `timeout_ms` for output or news of the program; returns the bytes read into
 * `buf`, 0 when there were none. */
size_t pty_read(struct pty *pty, char *buf, size_t size, int timeout_ms);

/* Writes what fits now; returns the bytes taken, which may be 0. */
size_t pty_write(struct pty *pty, const char *bytes, size_t len);

void pty_resize(struct pty *pty, int rows, int cols);
void pty_signal(struct pty *pty, int signal_number); /* to the program only */
void pty_continue(struct pty *pty);                  /* as the shell's fg */
void pty_hangup(struct pty *pty);                    /* the connection is cut */
void pty_end(struct pty *pty);                       /* kills what still runs, frees everything */

/* Whether the program has read all its input and sleeps. */
bool pty_is_waiting(const struct pty *pty);

/* Whether the terminal's modes are again what they were before the program started. */
bool pty_modes_are_back(const struct pty *pty);

#endif
