/* A person for programs.
 * Not here: a person for people (show.c). */
#ifndef FILO_CLI_SHOW_JSON_H
#define FILO_CLI_SHOW_JSON_H

#include "cli/person.h"
#include "filo/exchange/json_write.h"

/* "channels": and "tags": of an object. */
void cli_put_channels(struct json_writer *json, const struct contact *contact);
void cli_put_tags(struct json_writer *json, const struct contact *contact);
int show_json(const struct cli *cli, const struct person *person); /* the exit status */

#endif
