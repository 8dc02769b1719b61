/* Starting other programs apart from this one: they outlive it, and nobody waits for them.
 * Not here: programs that get the terminal (tui/foreground.h). */
#ifndef FILO_BASE_LAUNCH_H
#define FILO_BASE_LAUNCH_H

#include "filo/base/error.h"

#include <stddef.h>

/* Starts `argv` in a session of its own, without a terminal: it reads `input` (NULL: nothing) and
 * what it prints is thrown away. Returns once it runs, and leaves no child behind. STATUS_IO: it
 * could not be started; the sentence names it and why.
 * *watch (may be NULL): a descriptor to be closed by the caller, for launch_outcome. */
enum status launch_apart(char *const *argv, const char *input, int *watch, struct error *err);

enum launch_outcome {
	LAUNCH_RUNS,
	LAUNCH_DONE,   /* it ended with status 0, or nobody knows how */
	LAUNCH_FAILED, /* it ended otherwise */
};
/* How it stands, without waiting. *status, where it failed: its exit status, or 128 and the number
 * of its signal. */
enum launch_outcome launch_look(int watch, int *status);

/* A descriptor from which a program reads `text` (NULL: nothing); -1, with errno. */
int launch_input(const char *text);

#endif
