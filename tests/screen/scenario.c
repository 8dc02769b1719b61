/* Reading and playing scenario files.
 * Not here: what each step does (steps_*.c).
 *
 * A scenario is a text file, one step a line. It is played in a fresh folder with its own HOME,
 * XDG folders and database, on the day 2026-11-23, LANG=C.UTF-8, TERM=xterm-256color, 80x24.
 * Rows and columns count from 1; a row -1 is the last one. What is expected to be seen is waited
 * for (10 seconds, ten times that under valgrind), so no scenario ever sleeps; what is expected NOT
 * to be there is looked for once the program is done and waiting. A text may stand in quotes, and
 * then knows \e \n \r \t \" \\ \xHH. Patterns have one wildcard, `*`, for any characters.
 *
 *   # a comment
 *   env NAME=VALUE      unset NAME      size 120x40      (all before `start`)
 *   start [args]        the program; quotes group words
 *   program COMMAND     any shell command in the terminal instead, to test beside others
 *   needs COMMAND       where this shell command fails the rest is skipped, and that is said;
 *                       $VALGRIND is 1 under valgrind, else empty
 *   exit 0              it ends by itself with this status; `exit signal HUP`: by this signal
 *   signal TERM         sent to the program; KILL, HUP, INT, TSTP, CONT, ...
 *   stopped  continue   Ctrl-Z was honoured; as the shell's fg
 *   hangup              the connection is cut
 *   restored            main screen, cursor, terminal modes, keypad, pastes, mouse as before
 *   resize 40x12        resize-storm 200 80x24  200 sizes in a second, then this one
 *
 *   key j j Enter C-s M-b S-Tab F1        type some words     type "with \t escapes"
 *   paste "a\nb"        as a terminal does it, bracketed where the program asked for that
 *   paste-many 10000 "word "              the text repeated up to so many bytes
 *   raw "\e[99~"        in one write      split 15 "\e[" "A"  with 15 ms between the parts
 *
 *   wait "text"         it appears        gone "text"         it is gone
 *   not "text"          it is not there   count 3 "text"      so many times on the screen
 *   row 1 " filo *5 due today"            the whole row, without blanks at its end
 *   screen              all rows; a row `|**` stands for any number of rows
 *   | filo *
 *   |**
 *   end
 *   cursor 5 12         cursor-on "text"  the row with the cursor has it   cursor-shown   -hidden
 *   attr "text" bold reverse red          also: underline plain colored, no-bold, on-blue, ...
 *   no-colors           not one cell has a colour of its own
 *   column 28 "|" 3 23  in each of these rows the cell in this column is this
 *   keep-screen NAME    same-screen NAME  the same texts, looks and cursor again
 *
 *   mark   bytes < 500  writes < 3        since the mark, once the program waits again
 *   emitted "\e[?1049h" emitted-not "\e]" bytes it sent since its start
 *   emitted-ascii       no byte above 127 no-queries          nothing that terminals answer to
 *   settle              wait until the program waits
 *
 *   run "$FILO" list    a shell command in $DIR that must succeed; knows $FILO $DB $DIR $ROOT
 *   run-exit 2 COMMAND  that must end so  until COMMAND       tried until it succeeds
 *   output "pattern"    output-not "..."  a line of what the last command printed
 *   file NAME           writes the lines up to `end`, each after its `|`, to $DIR/NAME
 *   @2 STEP             a step in a second terminal (start, key, wait, ...)
 *   fails STEP          the step must fail: for testing this very program */
#include "scenario.h"

#include "filo/base/memory.h"
#include "picture.h"
#include "steps.h"

#include <ctype.h>
#include <ftw.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* Long enough for what must fail to get its chance of holding. */
#define PATIENCE_TO_FAIL_MS 300

static const struct step *const step_tables[] = {
	steps_life,
	steps_input,
	steps_screen,
	steps_look,
	steps_output,
	steps_shell,
};

bool scenario_fail(struct scenario *sc, const char *format, ...)
{
	char reason[2000];
	va_list args;

	va_start(args, format);
	vsnprintf(reason, sizeof reason, format, args);
	va_end(args);
	strbuf_clear(&sc->failure);
	strbuf_add(&sc->failure, reason);
	return false;
}

bool scenario_wait(struct scenario *sc, bool (*holds)(struct scenario *sc, void *what), void *what)
{
	long long end = clock_now_ms() + sc->patience_ms;

	while (!holds(sc, what)) {
		bool is_over = sc->term->pty.state != PTY_RUNNING;
		bool is_news = terminal_pump(sc->term, is_over ? 0 : 50);
		if (!is_news && (is_over || clock_now_ms() > end))
			return false;
	}
	return true;
}

bool scenario_settle(struct scenario *sc)
{
	if (terminal_settle(sc->term, sc->patience_ms))
		return true;
	return scenario_fail(sc, "the program does not come to rest");
}

static size_t add_escape(const char *s, struct strbuf *out)
{
	static const char letters[] = "enrt\"\\", meanings[] = "\033\n\r\t\"\\";
	const char *letter = strchr(letters, s[1]);
	unsigned byte;

	if (s[1] == 'x' && sscanf(s + 2, "%2x", &byte) == 1) {
		strbuf_add_char(out, (char)byte);
		return 4;
	}
	if (s[1] && letter) {
		strbuf_add_char(out, meanings[letter - letters]);
		return 2;
	}
	strbuf_add_char(out, *s);
	return 1;
}

static const char *unquote(const char *s, struct strbuf *out)
{
	while (*s && *s != '"') {
		if (*s == '\\')
			s += add_escape(s, out);
		else
			strbuf_add_char(out, *s++);
	}
	return *s ? s + 1 : s;
}

bool scenario_argument(struct scenario *sc, const char **rest, struct strbuf *out)
{
	const char *s = *rest;

	strbuf_clear(out);
	s += strspn(s, " \t");
	if (!*s)
		return scenario_fail(sc, "this step needs more than that");
	if (*s == '"') {
		*rest = unquote(s + 1, out);
		return true;
	}
	while (*s && !isspace((unsigned char)*s)) {
		if (*s == '\\')
			s += add_escape(s, out);
		else
			strbuf_add_char(out, *s++);
	}
	*rest = s;
	return true;
}

void scenario_text(const char *rest, struct strbuf *out)
{
	strbuf_clear(out);
	if (*rest == '"')
		unquote(rest + 1, out);
	else
		strbuf_add(out, rest);
}

static const char *line_at(const struct scenario *sc, size_t index)
{
	return *(char **)vector_at(&sc->lines, index);
}

bool scenario_block(struct scenario *sc, struct strbuf *out)
{
	strbuf_clear(out);
	while (++sc->at < sc->lines.count) {
		const char *line = line_at(sc, sc->at);
		if (!strcmp(line, "end"))
			return true;
		if (*line == '|')
			strbuf_add_format(out, "%s\n", line + 1);
		else if (*line && *line != '#')
			return scenario_fail(sc, "a line of a block begins with |");
	}
	return scenario_fail(sc, "the block has no end");
}

static char **find_variable(const struct scenario *sc, const char *name, size_t len)
{
	char **variable;

	VECTOR_EACH (variable, &sc->env) {
		if (!strncmp(*variable, name, len) && (*variable)[len] == '=')
			return variable;
	}
	return NULL;
}

const char *scenario_getenv(const struct scenario *sc, const char *name)
{
	char **variable = find_variable(sc, name, strlen(name));

	return variable ? *variable + strlen(name) + 1 : NULL;
}

void scenario_setenv(struct scenario *sc, const char *assignment)
{
	size_t len = strcspn(assignment, "=");
	char **variable = find_variable(sc, assignment, len);

	if (variable) {
		free(*variable);
		vector_remove(&sc->env, (size_t)(variable - (char **)sc->env.items));
	}
	if (!assignment[len])
		return;
	char *copy = memory_copy_string(assignment);
	vector_push(&sc->env, &copy);
}

char **scenario_envp(const struct scenario *sc)
{
	char **envp = memory_new((sc->env.count + 1) * sizeof *envp);

	if (sc->env.count)
		memcpy(envp, sc->env.items, sc->env.count * sizeof *envp);
	return envp;
}

static void set_default_env(struct scenario *sc)
{
	static const char *const in_dir[] = { "DIR=%s", "HOME=%s/home", "DB=%s/filo.db",
		"FILO_DB=%s/filo.db", "TMPDIR=%s/tmp", "XDG_DATA_HOME=%s/home/.local/share",
		"XDG_STATE_HOME=%s/home/.local/state", "XDG_CONFIG_HOME=%s/home/.config",
		"XDG_CACHE_HOME=%s/home/.cache" };
	static const char *const fixed[] = { "FILO_TODAY=2026-11-23", "LANG=C.UTF-8",
		"TERM=xterm-256color", "SHELL=/bin/sh", "TZ=UTC" };
	char text[PATH_MAX + 16];

	for (size_t i = 0; i < sizeof in_dir / sizeof *in_dir; i++) {
		snprintf(text, sizeof text, in_dir[i], sc->dir);
		scenario_setenv(sc, text);
	}
	for (size_t i = 0; i < sizeof fixed / sizeof *fixed; i++)
		scenario_setenv(sc, fixed[i]);
	snprintf(text, sizeof text, "FILO=%s", sc->options->program);
	scenario_setenv(sc, text);
	snprintf(text, sizeof text, "ROOT=%s", sc->options->root);
	scenario_setenv(sc, text);
	if (sc->options->with_valgrind)
		scenario_setenv(sc, "VALGRIND=1");
	snprintf(text, sizeof text, "PATH=%s", getenv("PATH"));
	scenario_setenv(sc, text);
}

static bool make_dir(struct scenario *sc)
{
	char path[96];

	strcpy(sc->dir, "/tmp/filo-screen-XXXXXX");
	if (!mkdtemp(sc->dir))
		return scenario_fail(sc, "no temporary folder in /tmp");
	snprintf(path, sizeof path, "%s/home", sc->dir);
	mkdir(path, 0700);
	snprintf(path, sizeof path, "%s/tmp", sc->dir);
	mkdir(path, 0700);
	return true;
}

static int remove_one(const char *path, const struct stat *st, int flag, struct FTW *ftw)
{
	(void)st, (void)flag, (void)ftw;
	remove(path);
	return 0;
}

static bool read_lines(struct scenario *sc)
{
	FILE *file = fopen(sc->path, "r");
	char *line = NULL;
	size_t size = 0;
	ssize_t len;

	if (!file)
		return scenario_fail(sc, "cannot be read");
	while ((len = getline(&line, &size, file)) >= 0) {
		while (len && isspace((unsigned char)line[len - 1]))
			line[--len] = '\0';
		char *copy = memory_copy_string(line);
		vector_push(&sc->lines, &copy);
	}
	free(line);
	fclose(file);
	return true;
}

static const struct step *find_step(const char *name, size_t len)
{
	for (size_t i = 0; i < sizeof step_tables / sizeof *step_tables; i++) {
		for (const struct step *step = step_tables[i]; step->name; step++) {
			if (strlen(step->name) == len && !strncmp(step->name, name, len))
				return step;
		}
	}
	return NULL;
}

static bool play_step(struct scenario *sc, const char *line)
{
	size_t len = strcspn(line, " \t");
	const struct step *step = find_step(line, len);

	if (!step)
		return scenario_fail(sc, "there is no step \"%.*s\"", (int)len, line);
	line += len;
	return step->play(sc, line + strspn(line, " \t"));
}

static bool play_line(struct scenario *sc, const char *line)
{
	line += strspn(line, " \t");
	if (!*line || *line == '#')
		return true;
	sc->term = &sc->terminals[0];
	sc->patience_ms = sc->options->patience_ms;
	if (!strncmp(line, "@2 ", 3)) {
		sc->term = &sc->terminals[1];
		line += 3;
	}
	if (strncmp(line, "fails ", 6) != 0)
		return play_step(sc, line);
	sc->patience_ms = PATIENCE_TO_FAIL_MS;
	if (play_step(sc, line + 6))
		return scenario_fail(sc, "should have failed, but holds");
	strbuf_clear(&sc->failure);
	return true;
}

static bool play_lines(struct scenario *sc)
{
	for (sc->at = 0; sc->at < sc->lines.count && !sc->is_skipped; sc->at++) {
		if (!play_line(sc, line_at(sc, sc->at)))
			return false;
	}
	return true;
}

/* What valgrind has to say of every program that was started goes to stdout, when it has found
 * something or the scenario has failed. */
static bool valgrind_is_content(struct scenario *sc, bool passed)
{
	struct strbuf search = STRBUF_INIT;

	if (!sc->options->with_valgrind)
		return true;
	strbuf_add_format(&search,
		"cd %s && grep -q '%s' valgrind.*.log 2>/dev/null && cat valgrind.*.log", sc->dir,
		passed ? VALGRIND_MARK : "");
	bool found = system(search.data) == 0;
	strbuf_fini(&search);
	return !passed || !found || scenario_fail(sc, "valgrind has found something");
}

static void print_screen(const struct terminal *term)
{
	struct strbuf frame = STRBUF_INIT;

	if (!term->screen.vt)
		return;
	screen_add_frame(&term->screen, &frame);
	fputs(frame.data, stdout);
	strbuf_fini(&frame);
}

static void print_failure(const struct scenario *sc)
{
	printf("FAIL  %s:%zu: %s\n", sc->path, sc->at + 1, sc->failure.data);
	if (sc->at < sc->lines.count)
		printf("      %s\n", line_at(sc, sc->at));
	if (sc->term)
		print_screen(sc->term);
	if (sc->run_output.len)
		printf("      the last command printed:\n%s\n", sc->run_output.data);
}

static void scenario_end(struct scenario *sc)
{
	for (int i = 0; i < SCENARIO_TERMINALS; i++)
		terminal_end(&sc->terminals[i]);
	if (sc->dir[0] && sc->options->keep)
		printf("      kept %s\n", sc->dir);
	else if (sc->dir[0])
		nftw(sc->dir, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	vector_fini_strings(&sc->lines);
	vector_fini_strings(&sc->env);
	vector_fini_strings(&sc->kept_screens);
	strbuf_fini(&sc->run_output);
	strbuf_fini(&sc->failure);
}

bool scenario_play(const char *path, const struct options *options)
{
	struct scenario sc = {
		.options = options,
		.path = path,
		.rows = 24,
		.cols = 80,
		.lines = VECTOR_INIT(char *),
		.env = VECTOR_INIT(char *),
		.kept_screens = VECTOR_INIT(char *),
		.run_output = STRBUF_INIT,
		.failure = STRBUF_INIT,
	};
	bool passed = make_dir(&sc) && read_lines(&sc);

	if (passed) {
		set_default_env(&sc);
		passed = play_lines(&sc);
	}
	passed = valgrind_is_content(&sc, passed) && passed;
	if (passed && options->show)
		print_screen(&sc.terminals[0]);
	if (passed && options->svg && sc.terminals[0].screen.vt &&
		!picture_write(&sc.terminals[0].screen, options->svg))
		passed = scenario_fail(&sc, "%s cannot be written", options->svg);
	if (!passed)
		print_failure(&sc);
	scenario_end(&sc);
	return passed;
}
