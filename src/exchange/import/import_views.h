/* Saved views from another filo.
 * Not here: keeping them (store/saved_views.h). */
#ifndef FILO_EXCHANGE_IMPORT_IMPORT_VIEWS_H
#define FILO_EXCHANGE_IMPORT_IMPORT_VIEWS_H

#include "exchange/import/importing.h"
#include "exchange/json/json_read.h"

/* One that has no namesake here, where there is a place left; else that is told. */
enum status import_view(struct importing *importing, const struct json_value *element, int64_t line,
	struct error *err);

#endif
