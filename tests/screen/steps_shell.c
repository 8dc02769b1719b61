/* Steps beside the terminal: shell commands, files, the environment.
 * Not here: the program on its terminal (steps_life.c). */
#include "steps.h"

#include "pattern.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static bool step_env(struct scenario *sc, const char *rest)
{
	if (!strchr(rest, '='))
		return scenario_fail(sc, "a variable is NAME=VALUE");
	scenario_setenv(sc, rest);
	return true;
}

static bool step_unset(struct scenario *sc, const char *rest)
{
	scenario_setenv(sc, rest);
	return true;
}

static void exec_shell(struct scenario *sc, const char *command, int output)
{
	char *argv[] = { "/bin/sh", "-c", (char *)command, NULL };
	int nothing = open("/dev/null", O_RDONLY);

	/* Without a session of its own it would find the terminal of the one who runs the tests. */
	setsid();
	if (chdir(sc->dir) < 0)
		_exit(126);
	dup2(nothing, 0);
	dup2(output, 1);
	dup2(output, 2);
	execve(argv[0], argv, scenario_envp(sc));
	_exit(127);
}

/* Exit status of the command (128 + signal when killed); its output goes to sc->run_output. */
static int run_shell(struct scenario *sc, const char *command)
{
	char bytes[4096];
	int fds[2], status = -1;
	ssize_t got;

	strbuf_clear(&sc->run_output);
	if (pipe2(fds, O_CLOEXEC) < 0)
		return -1;
	pid_t pid = fork();
	if (pid == 0)
		exec_shell(sc, command, fds[1]);
	close(fds[1]);
	while ((got = read(fds[0], bytes, sizeof bytes)) > 0)
		strbuf_add_bytes(&sc->run_output, bytes, (size_t)got);
	close(fds[0]);
	waitpid(pid, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static bool step_run(struct scenario *sc, const char *rest)
{
	int status = run_shell(sc, rest);

	return status == 0 || scenario_fail(sc, "its exit status was %d", status);
}

static bool step_needs(struct scenario *sc, const char *rest)
{
	sc->is_skipped = run_shell(sc, rest) != 0;
	if (sc->is_skipped)
		printf("skip  %s:%zu: needs %s\n", sc->path, sc->at + 1, rest);
	return true;
}

static bool step_run_exit(struct scenario *sc, const char *rest)
{
	long wanted = strtol(rest, (char **)&rest, 10);
	int status = run_shell(sc, rest);

	return status == wanted || scenario_fail(sc, "its exit status was %d", status);
}

/* Patience lies in the command's own time and in the program's output taken in meanwhile. */
static bool step_until(struct scenario *sc, const char *rest)
{
	long long end = clock_now_ms() + sc->patience_ms;

	while (run_shell(sc, rest) != 0) {
		if (clock_now_ms() > end)
			return scenario_fail(sc, "it never succeeded");
		if (sc->term->pty.state != PTY_ABSENT)
			terminal_pump(sc->term, 20);
	}
	return true;
}

static bool prints(struct scenario *sc, const char *pattern)
{
	struct strbuf wanted = STRBUF_INIT, all = STRBUF_INIT;

	strbuf_add_format(&wanted, "**\n%s\n**\n", pattern);
	strbuf_add(&all, sc->run_output.data);
	if (all.len && all.data[all.len - 1] != '\n')
		strbuf_add_char(&all, '\n');
	bool matches = pattern_matches_lines(wanted.data, all.data);
	strbuf_fini(&wanted);
	strbuf_fini(&all);
	return matches;
}

static bool step_output(struct scenario *sc, const char *rest)
{
	struct strbuf pattern = STRBUF_INIT;

	scenario_text(rest, &pattern);
	bool holds = prints(sc, pattern.data) || scenario_fail(sc, "no line is that");
	strbuf_fini(&pattern);
	return holds;
}

static bool step_output_not(struct scenario *sc, const char *rest)
{
	struct strbuf pattern = STRBUF_INIT;

	scenario_text(rest, &pattern);
	bool holds = !prints(sc, pattern.data) || scenario_fail(sc, "a line is that");
	strbuf_fini(&pattern);
	return holds;
}

static bool step_file(struct scenario *sc, const char *rest)
{
	char path[PATH_MAX];
	struct strbuf lines = STRBUF_INIT;

	snprintf(path, sizeof path, "%s/%s", sc->dir, rest);
	bool written = scenario_block(sc, &lines);
	FILE *file = written ? fopen(path, "w") : NULL;
	if (file) {
		fwrite(lines.data, 1, lines.len, file);
		written = fclose(file) == 0;
	} else if (written) {
		written = scenario_fail(sc, "%s cannot be written", path);
	}
	strbuf_fini(&lines);
	return written;
}

const struct step steps_shell[] = {
	{ "env", step_env },
	{ "unset", step_unset },
	{ "run", step_run },
	{ "needs", step_needs },
	{ "run-exit", step_run_exit },
	{ "until", step_until },
	{ "output", step_output },
	{ "output-not", step_output_not },
	{ "file", step_file },
	{ NULL, NULL },
};
