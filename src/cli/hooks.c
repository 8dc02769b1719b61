/* After-log and after-import of the settings, from the command line.
 * Not here: what they are told (exchange/hooks.c). */
#include "cli/hooks.h"

#include "cli/print.h"
#include "filo/exchange/hooks.h"

void cli_after_log(const struct cli *cli, conversation_id id)
{
	struct error err;

	if (hook_after_log(cli->store, &cli->config, id, NULL, &err) != STATUS_OK)
		cli_fail(cli, &err);
}

void cli_after_import(
	const struct cli *cli, const struct import_request *request, const struct import_plan *plan)
{
	struct error err;

	if (hook_after_import(&cli->config, request, plan, NULL, &err) != STATUS_OK)
		cli_fail(cli, &err);
}
