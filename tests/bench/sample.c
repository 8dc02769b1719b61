/* Measuring programs from outside: time, bytes, writes, memory.
 * Not here: which programs, and what is good (bench.c). */
#include "sample.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define QUIET_MS    50
#define PATIENCE_MS 20000

double now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

void sample_add(struct sample *sample, double value)
{
	if (sample->count < SAMPLE_MAX)
		sample->values[sample->count++] = value;
}

static int ascending(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;

	return (x > y) - (x < y);
}

static double quantile(struct sample *sample, double share)
{
	if (!sample->count)
		return 0;
	qsort(sample->values, sample->count, sizeof *sample->values, ascending);
	return sample->values[(size_t)(share * (double)(sample->count - 1) + 0.5)];
}

double sample_median(struct sample *sample)
{
	return quantile(sample, 0.5);
}

double sample_p99(struct sample *sample)
{
	return quantile(sample, 0.99);
}

void costs_add(struct costs *costs, struct cost cost)
{
	sample_add(&costs->ms, cost.ms);
	sample_add(&costs->bytes, cost.bytes);
	sample_add(&costs->writes, cost.writes);
}

/* A number after `label` in a file of the program's /proc folder. */
static double proc_figure(const struct pty *pty, const char *file, const char *label)
{
	char path[64], line[256];
	double figure = 0;

	snprintf(path, sizeof path, "/proc/%d/%s", (int)pty->program, file);
	FILE *in = fopen(path, "r");
	while (in && fgets(line, sizeof line, in)) {
		if (!strncmp(line, label, strlen(label)))
			figure = atof(line + strlen(label));
	}
	if (in)
		fclose(in);
	return figure;
}

static struct cost settle(struct pty *pty, double since, double writes_before)
{
	char bytes[65536];
	struct cost cost = { 0 };
	double quiet_since = since;

	while (now_ms() - quiet_since < QUIET_MS || !pty_is_waiting(pty)) {
		size_t got = pty_read(pty, bytes, sizeof bytes, 5);
		double now = now_ms();
		if (got) {
			cost.bytes += (double)got;
			cost.ms = now - since;
			quiet_since = now;
		} else if (!pty_is_waiting(pty)) {
			quiet_since = now;
		}
		if (now - since > PATIENCE_MS || pty->state == PTY_ENDED) {
			fprintf(stderr, "bench: a program does not settle:\n%.*s\n", (int)got,
				bytes);
			exit(1);
		}
	}
	cost.writes = proc_figure(pty, "io", "syscw:") - writes_before;
	return cost;
}

void subject_start(struct subject *subject, char *const argv[], int rows, int cols)
{
	double start = now_ms();

	if (!pty_start(&subject->pty, argv, environ, "/", rows, cols)) {
		fprintf(stderr, "bench: %s: %s\n", argv[0], strerror(errno));
		exit(1);
	}
	subject->start = settle(&subject->pty, start, 0);
	subject->peak_mb = proc_figure(&subject->pty, "status", "VmHWM:") / 1024;
	subject->anonymous_mb = proc_figure(&subject->pty, "status", "RssAnon:") / 1024;
}

void subject_end(struct subject *subject)
{
	pty_end(&subject->pty);
}

struct cost subject_press(struct subject *subject, const char *keys)
{
	double writes = proc_figure(&subject->pty, "io", "syscw:"), start = now_ms();

	pty_write(&subject->pty, keys, strlen(keys));
	return settle(&subject->pty, start, writes);
}

struct cost subject_resize(struct subject *subject, int rows, int cols)
{
	double writes = proc_figure(&subject->pty, "io", "syscw:"), start = now_ms();

	pty_resize(&subject->pty, rows, cols);
	return settle(&subject->pty, start, writes);
}

struct cost subject_idle(struct subject *subject, int seconds, double *wakeups)
{
	static const char label[] = "voluntary_ctxt_switches:";
	char bytes[4096];
	struct cost cost = { 0 };
	double before = proc_figure(&subject->pty, "status", label), end = now_ms() + seconds * 1e3;

	while (now_ms() < end)
		cost.bytes += (double)pty_read(&subject->pty, bytes, sizeof bytes, 100);
	*wakeups = proc_figure(&subject->pty, "status", label) - before;
	return cost;
}

double command_ms(const char *command, double *peak_mb)
{
	struct rusage usage;
	int status;
	double start = now_ms();
	pid_t pid = fork();

	if (pid == 0) {
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	wait4(pid, &status, 0, &usage);
	double ms = now_ms() - start;
	if (status != 0) {
		fprintf(stderr, "bench: this failed: %s\n", command);
		exit(1);
	}
	if (peak_mb)
		*peak_mb = (double)usage.ru_maxrss / 1024;
	return ms;
}

static double children_ms(void)
{
	struct rusage usage;

	getrusage(RUSAGE_CHILDREN, &usage);
	return (double)(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e3 +
	       (double)(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1e3;
}

double command_cpu_ms(const char *command, double *peak_mb)
{
	double before = children_ms();

	command_ms(command, peak_mb);
	return children_ms() - before;
}
