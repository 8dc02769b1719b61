/* Bringing back what was deleted.
 * Not here: listing it, undo, deleting (changes.c alone). */
#ifndef FILO_CLI_CHANGES_H
#define FILO_CLI_CHANGES_H

#include "cli/command.h"

/* What has that number in the trash, and says so. Returns the exit status. */
int trash_bring_back(const struct cli *cli, int id);

#endif
