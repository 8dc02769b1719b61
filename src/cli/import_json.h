/* What an import did, or would do, for programs.
 * Not here: in words (import.c, import_history.c). */
#ifndef FILO_CLI_IMPORT_JSON_H
#define FILO_CLI_IMPORT_JSON_H

#include "filo/exchange/import.h"
#include "filo/exchange/json_write.h"

/* The keys of an object. */
void import_put_plan(struct json_writer *json, const struct import_plan *plan, bool is_dry_run);

#endif
