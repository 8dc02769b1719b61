/* An address book as CSV.
 * Not here: what the columns are (csv_columns.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_CONTACTS_H
#define FILO_EXCHANGE_CSV_CSV_CONTACTS_H

#include "exchange/record.h"
#include "exchange/source.h"

/* Whether a file that begins with `bytes` has the header of an address book. */
bool csv_contacts_recognises(const char *bytes, size_t len);
enum status csv_contacts_read(
	struct source *source, const struct record_sink *sink, struct error *err);

#endif
