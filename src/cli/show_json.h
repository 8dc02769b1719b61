/* A person for programs.
 * Not here: a person for people (show.c). */
#ifndef FILO_CLI_SHOW_JSON_H
#define FILO_CLI_SHOW_JSON_H

#include "cli/person.h"

int show_json(const struct cli *cli, const struct person *person); /* the exit status */

#endif
