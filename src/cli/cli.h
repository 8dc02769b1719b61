/* The command line: which commands there are, and what they share.
 * Not here: what each does (its own file). */
#ifndef FILO_CLI_CLI_H
#define FILO_CLI_CLI_H

#include "filo/base/config.h"
#include "filo/base/error.h"
#include "filo/exchange/json_write.h"
#include "filo/people/conversation.h"
#include "filo/people/words/when.h"
#include "filo/store/store.h"

#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>

struct cli {
	struct store *store;
	const char *command; /* its name, for messages */
	struct config config;
};

/* A command gets its own name as argv[0] and returns the exit status of the program. */
struct cli_command {
	const char *name;
	const char *arguments; /* N_(): as the manual writes them */
	const char *help;      /* N_(): one line, lower case, no full stop */
	int (*run)(struct cli *cli, int argc, char **argv); /* NULL: the screen over a sample */
};
extern const struct cli_command cli_commands[];                  /* ended by a NULL name */
const struct cli_command *cli_command_by_name(const char *name); /* NULL: none */

int cli_absence(struct cli *cli, int argc, char **argv);
int cli_add(struct cli *cli, int argc, char **argv);
int cli_backup(struct cli *cli, int argc, char **argv);
int cli_check(struct cli *cli, int argc, char **argv);
int cli_done(struct cli *cli, int argc, char **argv);
int cli_due(struct cli *cli, int argc, char **argv);
int cli_export(struct cli *cli, int argc, char **argv);
int cli_find(struct cli *cli, int argc, char **argv);
int cli_followup(struct cli *cli, int argc, char **argv);
int cli_import(struct cli *cli, int argc, char **argv);
int cli_list(struct cli *cli, int argc, char **argv);
int cli_log(struct cli *cli, int argc, char **argv);
int cli_query(struct cli *cli, int argc, char **argv);
int cli_show(struct cli *cli, int argc, char **argv);

/* The help of the whole program, and of one command. */
void cli_help(void);
void cli_command_help(const struct cli_command *command);

/* Printing (print.c). Text of others goes on one line, made so that it cannot act on a terminal. */
void cli_print(FILE *out, const char *text);
/* The same, padded to `cols` columns; what is longer stays whole. */
void cli_print_cell(FILE *out, const char *text, int cols);
/* A line on standard output. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* One line on standard error; return 2 (the command line is wrong) and 1 (it failed; 2 for
 * STATUS_USAGE). `cli` may be NULL. */
int cli_usage(const struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));
int cli_fail(const struct cli *cli, const struct error *err); /* silent when the reader has gone */
int cli_fail_aloud(const struct cli *cli, const struct error *err);
/* What is left to do when a command has printed: 0, or 1 and a message when it could not be
 * written (a full disk; a closed pipe in silence). */
int cli_finish(const struct cli *cli);

/* One JSON value on standard output; at a terminal it is made as safe as the rest. */
struct cli_json {
	struct json_writer *json;
	FILE *memory; /* NULL: it goes straight out */
	char *bytes;
	size_t len;
};
struct json_writer *cli_json_begin(struct cli_json *out);
int cli_json_end(const struct cli *cli, struct cli_json *out); /* the exit status */

/* Values from the command line (values.c); false when refused, with a message. */

/* Reads the settings; what is wrong in them is said. */
void cli_load_config(struct cli *cli);
/* getopt_long that says itself what is wrong: the option's value, -1 at their end, or '?' when it
 * has complained. Begin with optind = 0. Operands keep their order and may stand among options;
 * with a '+' first in `letters` the first operand ends them. `cli` NULL: the program's own options.
 */
int cli_option(const struct cli *cli, int argc, char **argv, const char *letters,
	const struct option *options);
/* Whether exactly `least` to `most` operands are left; complains otherwise. */
bool cli_takes(const struct cli *cli, int argc, int least, int most);
/* Whether a name and a text are left. */
bool cli_takes_text(const struct cli *cli, int argc);
/* Trimmed, valid UTF-8, not empty; `what` names it in a sentence. Caller frees *text, which is
 * NULL when refused. */
bool cli_text(const struct cli *cli, const char *argument, const char *what, char **text);
/* The same of all operands that are left, for names and texts typed without quotes. */
bool cli_words(const struct cli *cli, int argc, char **argv, const char *what, char **text);
bool cli_when(const struct cli *cli, const char *argument, enum when_sense sense, struct when *out);
bool cli_day(const struct cli *cli, const char *argument, day_number *out); /* ISO 8601 only */
bool cli_number(const struct cli *cli, const char *argument, int least, int most, int *out);
bool cli_circle(const struct cli *cli, const char *name, circle_id *out);
bool cli_person(const struct cli *cli, const char *name, contact_id *out, int *status);

#endif
