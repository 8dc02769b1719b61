/* Driving one terminal: typing, reading, settling, counting.
 * Not here: what a scenario expects of it (steps_*.c). */
#include "terminal.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define QUIET_MS 60

long long clock_now_ms(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000LL + now.tv_nsec / 1000000;
}

bool terminal_start(struct terminal *term, char *const argv[], char *const envp[], const char *dir,
	int rows, int cols)
{
	terminal_end(term);
	screen_init(&term->screen, rows, cols);
	strbuf_init(&term->output);
	term->mark_bytes = 0;
	term->mark_writes = 0;
	return pty_start(&term->pty, argv, envp, dir, rows, cols);
}

void terminal_end(struct terminal *term)
{
	if (!term->screen.vt)
		return;
	pty_end(&term->pty);
	screen_fini(&term->screen);
	strbuf_fini(&term->output);
}

bool terminal_pump(struct terminal *term, int timeout_ms)
{
	char bytes[16384];
	size_t got = pty_read(&term->pty, bytes, sizeof bytes, timeout_ms);

	strbuf_add_bytes(&term->output, bytes, got);
	screen_feed(&term->screen, bytes, got);
	if (term->screen.answers.len) {
		pty_write(&term->pty, term->screen.answers.data, term->screen.answers.len);
		strbuf_clear(&term->screen.answers);
	}
	return got > 0;
}

void terminal_send(struct terminal *term, const char *bytes, size_t len)
{
	while (len && term->pty.state == PTY_RUNNING && term->pty.master >= 0) {
		size_t taken = pty_write(&term->pty, bytes, len);
		bytes += taken;
		len -= taken;
		if (len)
			terminal_pump(term, 5);
	}
}

bool terminal_settle(struct terminal *term, int timeout_ms)
{
	long long now = clock_now_ms(), quiet_since = now, end = now + timeout_ms;

	while (now < end) {
		bool is_over = term->pty.state == PTY_ENDED;
		if (terminal_pump(term, is_over ? 0 : QUIET_MS / 6) || !pty_is_waiting(&term->pty))
			quiet_since = clock_now_ms();
		else if (is_over || now - quiet_since >= QUIET_MS)
			return true;
		now = clock_now_ms();
	}
	return false;
}

void terminal_resize(struct terminal *term, int rows, int cols)
{
	while (terminal_pump(term, 0))
		;
	screen_resize(&term->screen, rows, cols);
	pty_resize(&term->pty, rows, cols);
}

static long write_calls(const struct terminal *term)
{
	char path[64], line[128];
	long calls = 0;

	snprintf(path, sizeof path, "/proc/%d/io", (int)term->pty.program);
	FILE *file = fopen(path, "r");
	while (file && fgets(line, sizeof line, file))
		sscanf(line, "syscw: %ld", &calls);
	if (file)
		fclose(file);
	return calls;
}

void terminal_mark(struct terminal *term)
{
	term->mark_bytes = term->output.len;
	term->mark_writes = write_calls(term);
}

size_t terminal_bytes_since_mark(const struct terminal *term)
{
	return term->output.len - term->mark_bytes;
}

long terminal_writes_since_mark(const struct terminal *term)
{
	return write_calls(term) - term->mark_writes;
}
