/* Telling a program of the person's what has happened: after-log and after-import of the settings.
 * Not here: starting it (filo/base/launch.h), the settings (filo/base/config.h). */
#ifndef FILO_EXCHANGE_HOOKS_H
#define FILO_EXCHANGE_HOOKS_H

#include "filo/base/config.h"
#include "filo/exchange/import.h"
#include "filo/people/conversation.h"

/* Both give the event as JSON to the command, which runs apart, and return once it does. *watch
 * (may be NULL): as launch_apart has it; -1: there is no command. An error names setting and
 * program. */

/* The entry, as in the log of `filo show --json`. */
enum status hook_after_log(struct store *store, const struct config *config, conversation_id id,
	int *watch, struct error *err);
/* The files and what was done, with the counts of `filo import --json`; nothing where nothing
 * changed. */
enum status hook_after_import(const struct config *config, const struct import_request *request,
	const struct import_plan *plan, int *watch, struct error *err);

#endif
