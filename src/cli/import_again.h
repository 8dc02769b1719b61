/* Importing again what is remembered.
 * Not here: a first import (import.c). */
#ifndef FILO_CLI_IMPORT_AGAIN_H
#define FILO_CLI_IMPORT_AGAIN_H

#include "cli/import_history.h"
#include "filo/exchange/import.h"

/* The exit status; `is_quiet` prints nothing unless something needs an answer. */
int import_again(struct cli *cli, bool is_quiet);

#endif
