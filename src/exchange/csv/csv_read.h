/* Reading CSV of several programs: rows through libcsv, columns by their headers.
 * Not here: writing CSV (csv_write.c). */
#ifndef FILO_EXCHANGE_CSV_CSV_READ_H
#define FILO_EXCHANGE_CSV_CSV_READ_H

#include "exchange/record.h"
#include "exchange/source.h"
#include "filo/exchange/import.h"

/* One row: fields are UTF-8, never NULL; borrowed for the call. */
struct csv_row {
	char **fields;
	size_t count;
	int64_t line; /* where it begins */
};

/* Whether anything stands in the row, from the field `first` on. */
bool csv_row_has_text(const struct csv_row *row, size_t first);

/* Reads every row of the source. Stops with what `each` returns when that is not STATUS_OK. */
enum status csv_rows(struct source *source, char delimiter,
	enum status (*each)(void *context, const struct csv_row *row, struct error *err),
	void *context, struct error *err);

/* Finds the header among the first rows: which format, and which of `,` `;` tab divides it.
 * IMPORT_DETECT when there is no header filo knows. */
enum import_format csv_detect(const char *bytes, size_t len);
char csv_detect_delimiter(const char *bytes, size_t len);

/* Whether a row is the header of a log, or of contacts: how many columns are known; 0: not. */
size_t csv_log_header(const struct csv_row *row);
size_t csv_contacts_header(const struct csv_row *row);

enum status csv_read_log(struct source *source, const struct record_sink *sink, struct error *err);
enum status csv_read_contacts(
	struct source *source, const struct record_sink *sink, struct error *err);

/* A header or other word for comparing: folded, without what is no letter or digit at its ends.
 * Caller frees. */
char *csv_header_key(const char *header);

#endif
