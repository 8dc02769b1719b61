/* The words and fields of filo's JSON, for writing and reading alike.
 * Not here: the shape as a whole; json_export.c says it. */
#ifndef FILO_EXCHANGE_JSON_JSON_FORMAT_H
#define FILO_EXCHANGE_JSON_JSON_FORMAT_H

#include "filo/people/contact.h"
#include "filo/people/conversation.h"

#define JSON_FORMAT_VERSION 1

/* The fields of a contact that are plain text. */
extern const size_t json_format_field_count;
const char *json_format_field_name(size_t index);
char **json_format_field(const struct contact *contact, size_t index);

const char *json_format_yearly_name(enum yearly_kind kind);
bool json_format_yearly_parse(const char *word, enum yearly_kind *kind); /* NULL: false */
const char *json_format_precision_name(enum precision precision);
enum precision json_format_precision(const char *word); /* PRECISION_DAY for what is none */
const char *json_format_direction_name(enum direction direction); /* NULL: not known */
enum direction json_format_direction(const char *word);

#endif
