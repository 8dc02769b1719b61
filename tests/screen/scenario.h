/* A scenario: a story of keys and screens, read from a text file and played on the real program.
 * Not here: what single steps do (steps_*.c). The language is described in scenario.c. */
#ifndef TESTS_SCENARIO_H
#define TESTS_SCENARIO_H

#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "terminal.h"

#include <limits.h>
#include <stdbool.h>

#define SCENARIO_TERMINALS 2
#define VALGRIND_MARK      "MISTAKE" /* before each of its findings */

struct options {
	char program[PATH_MAX]; /* absolute */
	char root[PATH_MAX];    /* folder that `make` runs in, absolute */
	bool with_valgrind;
	bool show;       /* print the last screen */
	bool keep;       /* keep the temporary folder */
	int patience_ms; /* with a step */
	const char *svg; /* picture of the last screen, or NULL */
};

struct scenario {
	const struct options *options;
	const char *path;
	char dir[64];        /* its own temporary folder */
	struct vector lines; /* of char * */
	int patience_ms;     /* with the current step */
	size_t at;           /* index of the line being played */
	struct vector env;   /* of char *, NAME=VALUE */
	int rows, cols;      /* for the next start */
	struct terminal terminals[SCENARIO_TERMINALS];
	struct terminal *term; /* the one that the current step is about */
	struct vector kept_screens;
	struct strbuf run_output;
	struct strbuf failure;
	bool is_skipped; /* the rest of it: something that it needs is not here */
};

/* Plays the scenario in file `path`; false when it fails, with the reason printed. */
bool scenario_play(const char *path, const struct options *options);

/* For the steps. */

/* Notes why the step failed; returns false. */
bool scenario_fail(struct scenario *sc, const char *format, ...)
	__attribute__((format(printf, 2, 3)));

/* Waits until `holds(sc, what)`, taking in output; false when patience or the program ended
 * before. */
bool scenario_wait(struct scenario *sc, bool (*holds)(struct scenario *sc, void *what), void *what);

/* Waits until the program has done what it was asked and is waiting for more. */
bool scenario_settle(struct scenario *sc);

/* Takes the next argument from *rest: a word, or anything in double quotes. Both know the escapes
 * \e \n \r \t \\ \" \xHH. False when there is none. */
bool scenario_argument(struct scenario *sc, const char **rest, struct strbuf *out);

/* The rest of the line: as it stands, or unquoted when it begins with a quote. */
void scenario_text(const char *rest, struct strbuf *out);

/* The lines of a block up to `end`, without the `|` they begin with: one text. */
bool scenario_block(struct scenario *sc, struct strbuf *out);

/* Value of an environment variable of the scenario, or NULL. Borrowed. */
const char *scenario_getenv(const struct scenario *sc, const char *name);
void scenario_setenv(struct scenario *sc, const char *assignment);

/* The scenario's environment for exec. Caller frees the array, not the strings. */
char **scenario_envp(const struct scenario *sc);

#endif
