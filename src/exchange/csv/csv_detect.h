/* Finding the header of a CSV file, and what divides its columns.
 * Not here: which headers there are (csv_log.h, csv_columns.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_DETECT_H
#define FILO_EXCHANGE_CSV_CSV_DETECT_H

#include "exchange/csv/csv_rows.h"

/* How many columns of a row a format knows as headers; 0: the row is no header of it. */
typedef size_t csv_header_fn(const struct csv_row *row);

/* Looks for the best header among the first rows, a preamble may stand before it, and for which of
 * `,` `;` tab `|` divides it (`,` when there is none). Returns how many columns are known. */
size_t csv_detect(const char *bytes, size_t len, csv_header_fn *header, char *delimiter);

/* Reads the rows of bytes in memory; what is wrong with them is said when they are read. */
void csv_peek_rows(const char *bytes, size_t len, char delimiter,
	enum status (*each)(void *context, const struct csv_row *row, struct error *err),
	void *context);

/* Reads the rows that are still to be read, before they are: all of a file, the first block of a
 * pipe. STATUS_CANCELLED from `each` says that it has seen enough. */
enum status csv_look_ahead(struct source *source, char delimiter,
	enum status (*each)(void *context, const struct csv_row *row, struct error *err),
	void *context, struct error *err);

#endif
