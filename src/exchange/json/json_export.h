/* Everything as filo's own JSON.
 * Not here: reading it back (import/import_json.h). */
#ifndef FILO_EXCHANGE_JSON_JSON_EXPORT_H
#define FILO_EXCHANGE_JSON_JSON_EXPORT_H

#include "exchange/exporting.h"
#include "filo/base/error.h"

enum status json_export(struct exporting *exporting, struct error *err);

#endif
