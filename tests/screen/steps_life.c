/* Steps about the life of the program: start, signals, hang-up, end.
 * Not here: what it shows (steps_screen.c). */
#include "steps.h"

#include "filo/base/memory.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

static const struct {
	const char *name;
	int number;
} signals[] = {
	{ "HUP", SIGHUP },
	{ "INT", SIGINT },
	{ "QUIT", SIGQUIT },
	{ "ABRT", SIGABRT },
	{ "KILL", SIGKILL },
	{ "SEGV", SIGSEGV },
	{ "PIPE", SIGPIPE },
	{ "TERM", SIGTERM },
	{ "TSTP", SIGTSTP },
	{ "CONT", SIGCONT },
	{ "WINCH", SIGWINCH },
	{ "USR1", SIGUSR1 },
};

static int signal_number(const char *name)
{
	for (size_t i = 0; i < sizeof signals / sizeof *signals; i++) {
		if (!strcmp(signals[i].name, name))
			return signals[i].number;
	}
	/* The last one is valgrind's own. */
	return !strcmp(name, "RTMIN") ? SIGRTMIN : 0;
}

static bool read_size(struct scenario *sc, const char *rest, int *rows, int *cols)
{
	if (sscanf(rest, "%dx%d", cols, rows) == 2 && *cols > 0 && *rows > 0)
		return true;
	return scenario_fail(sc, "a size is COLUMNSxROWS");
}

static bool step_size(struct scenario *sc, const char *rest)
{
	return read_size(sc, rest, &sc->rows, &sc->cols);
}

static bool launch(struct scenario *sc, struct vector *args)
{
	char **envp = scenario_envp(sc), *none = NULL;

	vector_push(args, &none);
	bool started = terminal_start(sc->term, args->items, envp, sc->dir, sc->rows, sc->cols);
	free(envp);
	return started || scenario_fail(sc, "no pseudo-terminal to be had");
}

static void add_arg(struct vector *args, const char *arg)
{
	char *copy = memory_copy_string(arg);

	vector_push(args, &copy);
}

#define VALGRIND_MARKERS "--error-markers=" VALGRIND_MARK ","

/* The mark tells mistakes from its other notes, such as of the signal that ended the program. */
static void add_valgrind(struct scenario *sc, struct vector *args)
{
	static const char *const valgrind[] = { "valgrind", "-q", (VALGRIND_MARKERS),
		"--leak-check=full", "--show-leak-kinds=definite",
		"--errors-for-leak-kinds=definite", "--log-file=valgrind.%p.log" };
	char suppressions[PATH_MAX + 64];

	for (size_t i = 0; i < sizeof valgrind / sizeof *valgrind; i++)
		add_arg(args, valgrind[i]);
	snprintf(suppressions, sizeof suppressions, "--suppressions=%s/tests/screen/valgrind.supp",
		sc->options->root);
	add_arg(args, suppressions);
}

static bool step_start(struct scenario *sc, const char *rest)
{
	struct vector args = VECTOR_INIT(char *);
	struct strbuf arg = STRBUF_INIT;

	if (sc->options->with_valgrind)
		add_valgrind(sc, &args);
	add_arg(&args, sc->options->program);
	while (*rest && scenario_argument(sc, &rest, &arg))
		add_arg(&args, arg.data);
	strbuf_fini(&arg);
	bool started = launch(sc, &args);
	vector_fini_strings(&args);
	return started;
}

static bool step_program(struct scenario *sc, const char *rest)
{
	struct vector args = VECTOR_INIT(char *);

	add_arg(&args, "/bin/sh");
	add_arg(&args, "-c");
	add_arg(&args, rest);
	bool started = launch(sc, &args);
	vector_fini_strings(&args);
	return started;
}

static bool has_ended(struct scenario *sc, void *what)
{
	(void)what;
	return sc->term->pty.state == PTY_ENDED;
}

static bool has_stopped(struct scenario *sc, void *what)
{
	(void)what;
	return sc->term->pty.state == PTY_STOPPED;
}

/* What the program wrote last may still be on its way when it has ended. */
static bool wait_for_end(struct scenario *sc)
{
	if (!scenario_wait(sc, has_ended, NULL))
		return scenario_fail(sc, "the program has not ended");
	while (sc->term->pty.master >= 0 && terminal_pump(sc->term, 0))
		;
	return true;
}

static bool step_exit(struct scenario *sc, const char *rest)
{
	int wanted_signal = strncmp(rest, "signal ", 7) ? 0 : signal_number(rest + 7);
	int wanted = wanted_signal ? 0 : atoi(rest);

	if (!wait_for_end(sc))
		return false;
	int status = sc->term->pty.wait_status;
	if (WIFSIGNALED(status) && WTERMSIG(status) == wanted_signal)
		return true;
	if (WIFSIGNALED(status))
		return scenario_fail(sc, "it was ended by signal %d", WTERMSIG(status));
	if (wanted_signal || WEXITSTATUS(status) != wanted)
		return scenario_fail(sc, "its exit status was %d", WEXITSTATUS(status));
	return true;
}

static bool step_signal(struct scenario *sc, const char *rest)
{
	int number = signal_number(rest);

	if (!number)
		return scenario_fail(sc, "there is no signal %s", rest);
	pty_signal(&sc->term->pty, number);
	return true;
}

static bool step_stopped(struct scenario *sc, const char *rest)
{
	(void)rest;
	return scenario_wait(sc, has_stopped, NULL) ||
	       scenario_fail(sc, "the program has not stopped");
}

static bool step_continue(struct scenario *sc, const char *rest)
{
	(void)rest;
	pty_continue(&sc->term->pty);
	return true;
}

static bool step_hangup(struct scenario *sc, const char *rest)
{
	(void)rest;
	pty_hangup(&sc->term->pty);
	return true;
}

static bool step_resize(struct scenario *sc, const char *rest)
{
	if (!read_size(sc, rest, &sc->rows, &sc->cols))
		return false;
	terminal_resize(sc->term, sc->rows, sc->cols);
	return true;
}

/* "200 80x24": as many sizes, one every 5 ms, and then that one. */
static bool step_resize_storm(struct scenario *sc, const char *rest)
{
	long count = strtol(rest, (char **)&rest, 10);

	for (long i = 0; i < count; i++) {
		terminal_resize(sc->term, 1 + (int)(i * 37 % 60), 1 + (int)(i * 61 % 200));
		usleep(5000);
	}
	return step_resize(sc, rest + strspn(rest, " "));
}

/* What a shell finds after the program, from the state of terminal and screen. */
static bool step_restored(struct scenario *sc, const char *rest)
{
	struct terminal *term = sc->term;
	struct strbuf paste = STRBUF_INIT;

	(void)rest;
	while (terminal_pump(term, 0))
		;
	screen_add_paste_mark(&term->screen, false, &paste);
	bool is_paste_bracketed = paste.len > 0;
	strbuf_fini(&paste);
	if (term->screen.is_alternate)
		return scenario_fail(sc, "the alternate screen is still on");
	if (!term->screen.is_cursor_shown)
		return scenario_fail(sc, "the cursor is still hidden");
	if (term->screen.is_mouse_on)
		return scenario_fail(sc, "the mouse is still on");
	if (is_paste_bracketed)
		return scenario_fail(sc, "bracketed paste is still on");
	if (screen_keypad_is_on(&term->screen))
		return scenario_fail(sc, "the cursor keys still send application codes");
	if (!pty_modes_are_back(&term->pty))
		return scenario_fail(sc, "the terminal modes are not what they were");
	return true;
}

const struct step steps_life[] = {
	{ "size", step_size },
	{ "start", step_start },
	{ "program", step_program },
	{ "exit", step_exit },
	{ "signal", step_signal },
	{ "stopped", step_stopped },
	{ "continue", step_continue },
	{ "hangup", step_hangup },
	{ "resize", step_resize },
	{ "resize-storm", step_resize_storm },
	{ "restored", step_restored },
	{ NULL, NULL },
};
