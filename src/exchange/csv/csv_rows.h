/* Rows of CSV, and headers made comparable.
 * Not here: which row is the header (csv_detect.h), what columns mean (csv_log.h, csv_columns.h).
 */
#ifndef FILO_EXCHANGE_CSV_CSV_ROWS_H
#define FILO_EXCHANGE_CSV_CSV_ROWS_H

#include "exchange/source.h"

/* One row: fields are UTF-8, never NULL; borrowed for the call. */
struct csv_row {
	char **fields;
	size_t count;
	int64_t line;          /* where it begins */
	const char *code_page; /* something so far was in it; NULL: all was UTF-8 */
};

/* Whether anything stands in the row, from the field `first` on. */
bool csv_row_has_text(const struct csv_row *row, size_t first);

/* Whether a row repeats these words: files that were joined bring their headers along. */
bool csv_row_is_again(const struct csv_row *row, char *const *names, size_t count);

/* Reads every row of the source. Stops with what `each` returns when that is not STATUS_OK. */
enum status csv_rows(struct source *source, char delimiter,
	enum status (*each)(void *context, const struct csv_row *row, struct error *err),
	void *context, struct error *err);

/* A header or other word for comparing: folded, without what is no letter or digit at its ends, and
 * without the format of its dates.
 * Caller frees. */
char *csv_header_key(const char *header);

#endif
