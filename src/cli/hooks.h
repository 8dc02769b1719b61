/* After-log and after-import of the settings, from the command line.
 * Not here: what they are told (filo/exchange/hooks.h). */
#ifndef FILO_CLI_HOOKS_H
#define FILO_CLI_HOOKS_H

#include "cli/command.h"
#include "filo/exchange/import.h"
#include "filo/people/conversation.h"

/* What fails, within two seconds, is told on standard error, and changes no exit status: what was
 * to be done is done. */
void cli_after_log(const struct cli *cli, conversation_id id);
void cli_after_import(const struct cli *cli, const struct import_request *request,
	const struct import_plan *plan);

#endif
