/* A terminal with a program in it: the pseudo-terminal, the screen it fills, and all it ever sent.
 * Not here: the language of scenarios (scenario.h). */
#ifndef TESTS_TERMINAL_H
#define TESTS_TERMINAL_H

#include "pty.h"
#include "screen.h"

struct terminal {
	struct pty pty;
	struct screen screen;
	struct strbuf output; /* every byte the program sent since its start */
	size_t mark_bytes;    /* output.len at the last terminal_mark */
	long mark_writes;     /* write calls of the program at the last terminal_mark */
};

bool terminal_start(struct terminal *term, char *const argv[], char *const envp[], const char *dir,
	int rows, int cols);
void terminal_end(struct terminal *term);

/* Takes in what comes within `timeout_ms`; true when there was output. */
bool terminal_pump(struct terminal *term, int timeout_ms);

/* Types `bytes`, taking in output meanwhile so that neither side waits for the other. */
void terminal_send(struct terminal *term, const char *bytes, size_t len);

/* Waits until the program has been quiet for a moment and is waiting for input, or has ended;
 * false when it still isn't after `timeout_ms`. */
bool terminal_settle(struct terminal *term, int timeout_ms);

void terminal_resize(struct terminal *term, int rows, int cols);

/* From here, bytes and write calls are counted. */
void terminal_mark(struct terminal *term);
size_t terminal_bytes_since_mark(const struct terminal *term);
/* Every write(2) counts, to whatever file. */
long terminal_writes_since_mark(const struct terminal *term);

long long clock_now_ms(void);

#endif
