/* Thunderbird's address books: its headers are in as many languages as it comes in, but always in
 * one order.
 * Not here: headers by their words (csv_header.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_THUNDERBIRD_H
#define FILO_EXCHANGE_CSV_CSV_THUNDERBIRD_H

#include "exchange/csv/csv_columns.h"

#define CSV_THUNDERBIRD_COLUMNS 37

/* In the order in which it writes them. */
extern const struct csv_column csv_thunderbird_columns[CSV_THUNDERBIRD_COLUMNS];

/* Whether a row can be nothing but its headers, whatever the language. */
bool csv_thunderbird_wrote(const struct csv_row *row);

#endif
