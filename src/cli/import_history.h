/* Histories in filo import: their options, what was found in them, and what was wrong.
 * Not here: the command (import.c). */
#ifndef FILO_CLI_IMPORT_HISTORY_H
#define FILO_CLI_IMPORT_HISTORY_H

#include "cli/command.h"
#include "filo/base/strbuf.h"
#include "filo/base/vector.h"
#include "filo/exchange/import.h"
#include "filo/exchange/json_write.h"

#include <stdbool.h>

enum {
	HISTORY_ME = CLI_LONG,
	HISTORY_SINCE,
	HISTORY_UNTIL,
	HISTORY_MAP,
	HISTORY_MAP_FILE,
	HISTORY_GROUPS,
	HISTORY_CROWD_SIZE,
	HISTORY_WITH_TEXT,
	HISTORY_ADOPT,
	HISTORY_NAME,
	HISTORY_DAY_ORDER,
	HISTORY_ZONE,
	HISTORY_FILES_FROM,
	HISTORY_REMEMBER,
	HISTORY_AGAIN,
	HISTORY_QUIET,
	IMPORT_HISTORY_OPTIONS /* the next command's own */
};

struct history_typed {
	struct history_options options;
	struct vector me;    /* of const char * */
	struct vector maps;  /* of struct history_map */
	struct vector owned; /* of char *: lines of a file of maps */
	struct strbuf lines; /* the options as they were typed, a line each */
	bool is_remembered, is_again, is_quiet;
};
#define HISTORY_TYPED_INIT                                                                         \
	{                                                                                          \
		.me = VECTOR_INIT(const char *), .maps = VECTOR_INIT(struct history_map),          \
		.owned = VECTOR_INIT(char *), .lines = STRBUF_INIT                                 \
	}
void history_typed_fini(struct history_typed *typed);
/* Takes an option, with its value in optarg; false when it is refused, which has been said. */
bool history_typed_option(const struct cli *cli, int option, struct history_typed *typed);
/* Whether nobody is said to be two people; complains otherwise. */
bool history_maps_agree(const struct cli *cli, const struct history_typed *typed);
/* After the last one: what the settings say is added. */
void history_typed_settle(const struct cli *cli, struct history_typed *typed);

void import_history_print(const struct history_report *report);
/* What was wrong, and who is in the trash: on standard error. */
void import_print_problems(const struct import_plan *plan);
void import_history_put(struct json_writer *json, const struct history_report *report);

#endif
