/* Reading a large JSON object of arrays an element at a time.
 * Not here: what the elements mean (import/import_json.c). */
#ifndef FILO_EXCHANGE_JSON_JSON_READ_H
#define FILO_EXCHANGE_JSON_JSON_READ_H

#include "exchange/source.h"
#include "filo/base/vector.h"

#include <stdint.h>

enum json_type { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

struct json_value {
	enum json_type type;
	char *key;              /* in an object; else NULL */
	char *text;             /* of a string */
	int64_t number;         /* of a whole number or a boolean */
	struct vector children; /* of struct json_value, of an array or an object */
};

/* Of a member of an object: its text (NULL when it is none), number (`missing` when it is none) and
 * elements. */
const char *json_text(const struct json_value *object, const char *key);
int64_t json_number(const struct json_value *object, const char *key, int64_t missing);
const struct vector *json_elements(const struct json_value *object, const char *key);

/* Reads one object whose members are arrays: each element of each is built, handed on with the
 * member's name and the line it begins on, and freed. A member that is no array is handed on as it
 * is. STATUS_INVALID with the line where the text is no such JSON. */
enum status json_read(struct source *source,
	enum status (*each)(void *context, const char *section, const struct json_value *element,
		int64_t line, struct error *err),
	void *context, struct error *err);

#endif
