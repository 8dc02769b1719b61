/* A log as CSV.
 * Not here: whose names these are (import/import_entries.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_LOG_H
#define FILO_EXCHANGE_CSV_CSV_LOG_H

#include "exchange/record.h"
#include "exchange/source.h"

/* Whether a file that begins with `bytes` is a log. */
bool csv_log_recognises(const char *bytes, size_t len);
enum status csv_log_read(struct source *source, const struct record_sink *sink, struct error *err);

#endif
