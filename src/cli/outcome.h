/* What a command has done, as one JSON object that is the same for all of them: filo(5) tells it.
 * Not here: what commands list (print.h). */
#ifndef FILO_CLI_OUTCOME_H
#define FILO_CLI_OUTCOME_H

#include "cli/command.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/store/changed_rows.h"

#include <stdbool.h>

/* Gathered while the command runs. */
struct cli_outcome {
	bool is_json;        /* --json was given */
	bool is_told;        /* the command has printed JSON of its own */
	bool is_written;     /* files are, whatever becomes of the rest */
	struct strbuf text;  /* with --json: the lines that it would have printed */
	struct vector files; /* of char *: those it has written */
	struct vector named; /* of contact_id: who was named */
	struct changed_rows changed;
	int64_t undone; /* the record of undo that was taken back, or done again; 0: none */
	bool is_redone;
};
void outcome_init(struct cli_outcome *outcome);
void outcome_fini(struct cli_outcome *outcome);

bool cli_is_json(const struct cli *cli);

/* --json was given: from here on what is said becomes its text. */
void outcome_take(const struct cli *cli);
/* What no change of the store tells. */
void outcome_add_file(const struct cli *cli, const char *path);
void outcome_add_named(const struct cli *cli, contact_id id);
void outcome_add_row(
	const struct cli *cli, enum changed_kind kind, int64_t id, enum changed_how how);

/* After a command that succeeded: prints the object, where --json was given and the command has not
 * printed its own. The exit status. */
int outcome_print(const struct cli *cli);
/* The same before the last step, where that throws away what is printed. */
int outcome_print_ahead(const struct cli *cli);

#endif
