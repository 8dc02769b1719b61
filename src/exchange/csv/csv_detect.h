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

#endif
