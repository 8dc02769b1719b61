/* Follow-ups that a command has closed.
 * Not here: what is open (followup.c). */
#ifndef FILO_CLI_FOLLOWUP_H
#define FILO_CLI_FOLLOWUP_H

#include "cli/command.h"
#include "filo/base/vector.h"

/* A line each, with whose it is: `ids` (of followup_id) may be another's by mistake. */
void cli_say_done(const struct cli *cli, const struct vector *ids);

#endif
