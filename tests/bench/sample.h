/* Measured values of one thing, and programs measured in a pseudo-terminal.
 * Not here: which things are measured, and their bounds (bench.c). */
#ifndef TESTS_BENCH_SAMPLE_H
#define TESTS_BENCH_SAMPLE_H

#include "../screen/pty.h"

#include <stddef.h>

#define SAMPLE_MAX 200

/* At most SAMPLE_MAX values; more are dropped. */
struct sample {
	double values[SAMPLE_MAX];
	size_t count;
};

void sample_add(struct sample *sample, double value);
double sample_median(struct sample *sample);
double sample_p99(struct sample *sample);

/* What one action cost: from the action to the last byte before the program waits again. */
struct cost {
	double ms;
	double bytes;
	double writes; /* write(2) calls to anything */
};

/* Costs of an action done several times. */
struct costs {
	struct sample ms, bytes, writes;
};
void costs_add(struct costs *costs, struct cost cost);

struct subject {
	struct pty pty;
	struct cost start; /* from exec to the settled first screen */
	double peak_mb;    /* resident, once it has settled */
	double anonymous_mb;
};

/* Starts `argv` on a terminal of this size and waits until its first screen stands. Ends the
 * whole run with a message when that cannot be. */
void subject_start(struct subject *subject, char *const argv[], int rows, int cols);
void subject_end(struct subject *subject);
struct cost subject_press(struct subject *subject, const char *keys);
struct cost subject_resize(struct subject *subject, int rows, int cols);
/* Leaves it alone; *wakeups: how often it ran all the same. */
struct cost subject_idle(struct subject *subject, int seconds, double *wakeups);

/* Runs a shell command to its end: milliseconds; *peak_mb (may be NULL): its largest memory. */
double command_ms(const char *command, double *peak_mb);
/* The same of the processor: what else runs here is not counted. */
double command_cpu_ms(const char *command, double *peak_mb);

double now_ms(void);

#endif
