/* Words that filo's own formats have for the kinds of things, for writing and reading alike.
 * Not here: the shape as a whole; json_export.c says it. */
#ifndef FILO_EXCHANGE_FORMAT_WORDS_H
#define FILO_EXCHANGE_FORMAT_WORDS_H

#include "filo/people/contact.h"
#include "filo/people/conversation.h"

#define JSON_FORMAT_VERSION 1

const char *format_words_yearly_name(enum yearly_kind kind);
bool format_words_yearly_parse(const char *word, enum yearly_kind *kind); /* NULL: false */
const char *format_words_precision_name(enum precision precision);
enum precision format_words_precision(const char *word); /* PRECISION_DAY for what is none */
const char *format_words_direction_name(enum direction direction); /* NULL: not known */
enum direction format_words_direction(const char *word);

#endif
