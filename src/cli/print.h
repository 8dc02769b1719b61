/* What commands print: lines that are safe on a terminal, messages, JSON.
 * Not here: what they say. */
#ifndef FILO_CLI_PRINT_H
#define FILO_CLI_PRINT_H

#include "cli/command.h"
#include "filo/base/error.h"
#include "filo/base/vector.h"
#include "filo/exchange/json_write.h"

#include <stdio.h>

/* Text of others goes on one line, made so that it cannot act on a terminal. */
void cli_print(FILE *out, const char *text);
/* The same, padded to `cols` columns; what is longer stays whole. */
void cli_print_cell(FILE *out, const char *text, int cols);
/* A line on standard output. */
void cli_say(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* From here on such lines are added there, NULL: they are printed again. */
void cli_say_into(struct strbuf *lines);
/* That a list is empty, translated: a line on standard error, so that what reads the list gets
 * nothing. Not for JSON, nor where the exit status says it. */
void cli_say_empty(const char *text);
/* One line on standard error, of what is done all the same. */
void cli_note(const struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* One line on standard error; return 2 (the command line is wrong) and 1 (it failed; 2 for
 * STATUS_USAGE). `cli` may be NULL. */
int cli_usage(const struct cli *cli, const char *format, ...) __attribute__((format(printf, 2, 3)));
int cli_fail(const struct cli *cli, const struct error *err); /* silent when the reader has gone */
int cli_fail_aloud(const struct cli *cli, const struct error *err);
/* From here on, when memory has run out, it is said of a command that was done and kept that it is;
 * NULL: no more. */
void cli_guard_memory(const struct cli *cli);

/* Flushes what a command printed: 0, or 1 and a message when it could not be written (a full disk;
 * silently for a closed pipe). */
int cli_finish(const struct cli *cli);

/* Standard output for text of others that has its own lines: at a terminal it is made as safe as
 * the rest, a file or a pipe gets it as it is. To be closed; false: it could not be written whole.
 */
FILE *cli_output_open(void);
bool cli_output_close(FILE *out);

/* One JSON value on standard output, as safe as that. */
struct cli_json {
	struct json_writer *json;
	FILE *out;
};
struct json_writer *cli_json_begin(const struct cli *cli, struct cli_json *out);
int cli_json_end(const struct cli *cli, struct cli_json *out); /* the exit status */

/* How the items of a list are told. */
struct cli_list_ops {
	/* What stands in the item's object. */
	void (*put)(const struct cli *cli, struct json_writer *json, const void *item);
	/* A line; NULL: it is only told as JSON. */
	void (*print)(const struct cli *cli, const void *item);
	const char *empty; /* N_(): what to say when there is none; NULL: the exit status does */
};
/* A line each, or with --json an array of objects. The exit status. */
int cli_print_list(
	const struct cli *cli, const struct vector *items, const struct cli_list_ops *ops);
/* One that was added or edited, as the list has it, and whether that left it as it was. The exit
 * status. */
int cli_print_saved(const struct cli *cli, const void *item, const struct cli_list_ops *ops);
/* An empty one, because what it was filtered by is not there: fails, as every filter that fits
 * nobody. */
int cli_print_nobody(const struct cli *cli);

#endif
