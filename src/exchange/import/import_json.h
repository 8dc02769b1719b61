/* Reading back what `filo export --format json` wrote.
 * Not here: JSON as such (json_read.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_JSON_H
#define FILO_EXCHANGE_IMPORT_IMPORT_JSON_H

#include "exchange/import/importing.h"

/* Whether a file that begins with `bytes` is JSON. */
bool import_json_recognises(const char *bytes, size_t len);
enum status import_json(struct importing *importing, struct error *err);

#endif
