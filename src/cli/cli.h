/* The command line: which commands there are, and what they share.
 * Not here: what each does (its own file). */
#ifndef FILO_CLI_CLI_H
#define FILO_CLI_CLI_H

#include "filo/base/error.h"
#include "filo/people/conversation.h"
#include "filo/people/when.h"
#include "filo/store/store.h"

#include <getopt.h>
#include <stdbool.h>
#include <stdio.h>

struct cli {
	struct store *store;
	const char *command; /* its name, for messages */
};

/* A command gets its own name as argv[0] and returns the exit status of the program. */
struct cli_command {
	const char *name;
	const char *arguments; /* N_(): as the manual writes them */
	const char *help;      /* N_(): one line, lower case, no full stop */
	int (*run)(struct cli *cli, int argc, char **argv);
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

/* One line on standard error, shown safely; return 2 (the command line is wrong) and 1 (it failed;
 * 2 for STATUS_USAGE). `cli` may be NULL. */
int cli_usage(const struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));
int cli_fail(const struct cli *cli, const struct error *err);

/* getopt_long that says itself what is wrong: the option's value, -1 at their end, or '?' when it
 * has complained. Begin with optind = 0. Operands keep their order and may stand among options. */
int cli_option(const struct cli *cli, int argc, char **argv, const char *letters,
	const struct option *options);
/* Whether exactly `least` to `most` operands are left; complains otherwise. */
bool cli_takes(const struct cli *cli, int argc, int least, int most);

/* Text of others, on one line: made safe where it goes to a terminal, valid UTF-8 elsewhere. */
void cli_print(FILE *out, const char *text);
/* The same, clipped or padded to `cols` columns. */
void cli_print_cell(FILE *out, const char *text, int cols);
/* What is left to do when a command has printed: 0, or 1 and a message when it could not be
 * written (a full disk; a closed pipe in silence). */
int cli_finish(const struct cli *cli);

/* Values from the command line; false when refused, with a message. Caller frees *text. */
bool cli_text(const struct cli *cli, const char *argument, const char *what, char **text);
bool cli_when(const struct cli *cli, const char *argument, enum when_sense sense, struct when *out);
bool cli_day(const struct cli *cli, const char *argument, day_number *out); /* ISO 8601 only */
bool cli_number(const struct cli *cli, const char *argument, int least, int most, int *out);
bool cli_person(const struct cli *cli, const char *name, contact_id *out, int *status);

#endif
