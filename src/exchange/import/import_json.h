/* Reading back what `filo export --format json` wrote.
 * Not here: JSON as such (json_read.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_JSON_H
#define FILO_EXCHANGE_IMPORT_IMPORT_JSON_H

#include "exchange/import/importing.h"

/* Whether a file that begins with `bytes` is JSON. */
bool import_json_recognises(const char *bytes, size_t len);
/* A single element of `section`, in an object of its own that begins on this line of the file:
 * {"contact": {...}}. */
enum status import_json_piece(struct importing *importing, const char *section, const char *json,
	int64_t line, struct error *err);
enum status import_json(struct importing *importing, struct error *err);

#endif
