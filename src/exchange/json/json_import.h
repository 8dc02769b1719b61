/* Reading back what `filo export --format json` wrote.
 * Not here: JSON as such (json_read.h). */
#ifndef FILO_EXCHANGE_JSON_JSON_IMPORT_H
#define FILO_EXCHANGE_JSON_JSON_IMPORT_H

#include "exchange/import/importing.h"

enum status json_import(struct importing *importing, struct error *err);

#endif
