/* After-log and after-import of the settings, from the command line.
 * Not here: what they are told (exchange/hooks.c). */
#include "cli/hooks.h"

#include "cli/print.h"
#include "filo/base/i18n.h"
#include "filo/base/launch.h"
#include "filo/exchange/hooks.h"

#include <poll.h>
#include <unistd.h>

/* Long enough for what fails at once, short enough for what takes its time. */
#define HOOK_WAIT_MS 2000

static void hooks_tell(const struct cli *cli, enum status status, int watch, const char *setting,
	const struct error *err)
{
	struct pollfd ended = { .fd = watch, .events = POLLIN };
	int how;

	if (status != STATUS_OK)
		cli_fail(cli, err);
	if (status != STATUS_OK || watch < 0)
		return;
	poll(&ended, 1, HOOK_WAIT_MS);
	if (launch_look(watch, &how) == LAUNCH_FAILED)
		cli_note(cli, _("%s failed: it ended with %d"), setting, how);
	close(watch);
}

void cli_after_log(const struct cli *cli, conversation_id id)
{
	struct error err;
	int watch = -1;
	enum status status = hook_after_log(cli->store, &cli->config, id, &watch, &err);

	hooks_tell(cli, status, watch, "after-log", &err);
}

void cli_after_import(
	const struct cli *cli, const struct import_request *request, const struct import_plan *plan)
{
	struct error err;
	int watch = -1;
	enum status status = hook_after_import(&cli->config, request, plan, &watch, &err);

	hooks_tell(cli, status, watch, "after-import", &err);
}
