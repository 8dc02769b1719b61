/* The words of filo's JSON, for writing and reading alike.
 * Not here: the shape as a whole; json_export.c says it. */
#ifndef FILO_EXCHANGE_JSON_JSON_FORMAT_H
#define FILO_EXCHANGE_JSON_JSON_FORMAT_H

#include "filo/people/contact.h"
#include "filo/people/conversation.h"

#define JSON_FORMAT_VERSION 1

const char *json_format_yearly_name(enum yearly_kind kind);
bool json_format_yearly_parse(const char *word, enum yearly_kind *kind); /* NULL: false */
const char *json_format_precision_name(enum precision precision);
enum precision json_format_precision(const char *word); /* PRECISION_DAY for what is none */
const char *json_format_direction_name(enum direction direction); /* NULL: not known */
enum direction json_format_direction(const char *word);

#endif
