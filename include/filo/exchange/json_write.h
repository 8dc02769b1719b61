/* Writing JSON to a stream, a piece at a time; nothing is held in memory.
 * Not here: what the values mean (export.h), reading JSON (json/json_read.c). */
#ifndef FILO_EXCHANGE_JSON_WRITE_H
#define FILO_EXCHANGE_JSON_WRITE_H

#include "filo/base/error.h"
#include "filo/people/date.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

struct json_writer;

/* Begins one JSON value on `out`, which stays the caller's. Never NULL. */
struct json_writer *json_begin(FILE *out);
/* Ends the value with a newline, flushes and frees. STATUS_IO when anything could not be written
 * (a full disk, a closed pipe). */
enum status json_end(struct json_writer *json, struct error *err);

void json_object_open(struct json_writer *json);
void json_object_close(struct json_writer *json);
void json_array_open(struct json_writer *json);
void json_array_close(struct json_writer *json);
/* The next element of an array, or key of an object, begins on a line of its own. */
void json_line(struct json_writer *json);

/* Then its value. `key`: a name of our own, which is not looked at for broken characters. */
void json_key(struct json_writer *json, const char *key);
/* NULL is null. What is not valid UTF-8 is repaired as text_repair does. */
void json_string(struct json_writer *json, const char *value);
void json_int(struct json_writer *json, int64_t value);
/* The shortest form that keeps 7 significant digits; what is not finite is null. */
void json_double(struct json_writer *json, double value);
void json_bool(struct json_writer *json, bool value);
void json_day(struct json_writer *json, day_number day); /* "YYYY-MM-DD", or null for DAY_NONE */

/* A key and its value. */
void json_put_string(struct json_writer *json, const char *key, const char *value);
void json_put_int(struct json_writer *json, const char *key, int64_t value);
/* null where `none` stands for nothing known. */
void json_put_int_or_null(struct json_writer *json, const char *key, int64_t value, int64_t none);
void json_put_double(struct json_writer *json, const char *key, double value);
void json_put_bool(struct json_writer *json, const char *key, bool value);
void json_put_day(struct json_writer *json, const char *key, day_number day);

#endif
