/* Running the program that reads formats which filo does not: filo-read, or filo-read-NAME.
 * Not here: what it prints (records.h). */
#ifndef FILO_EXCHANGE_HISTORY_READER_H
#define FILO_EXCHANGE_HISTORY_READER_H

#include "filo/base/error.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/exchange/history.h"

#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

struct reader {
	pid_t pid;
	FILE *out;  /* its records */
	FILE *said; /* what it said on its standard error */
};

/* Where the program is that reads `format` (NULL: by content): filo-read-FORMAT on the PATH, else
 * filo-read beside filo or in libexec. Caller frees. NULL: there is none. */
char *reader_find(const char *format);

/* Runs it on `files` (of const char *), with the open file `input` as standard input. STATUS_IO
 * when it cannot be run. */
enum status reader_start(struct reader *reader, const char *program,
	const struct history_options *options, const struct vector *files, int input,
	struct error *err);
/* Waits for its end: its exit status, or -1 when it was ended. Adds what it said, as one line. */
int reader_end(struct reader *reader, struct strbuf *said);
/* Ends it. */
void reader_stop(struct reader *reader);

#endif
