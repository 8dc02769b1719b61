/* The log and the contacts as CSV.
 * Not here: reading CSV (csv_log.h, csv_contacts.h). */
#ifndef FILO_EXCHANGE_CSV_CSV_WRITE_H
#define FILO_EXCHANGE_CSV_CSV_WRITE_H

#include "exchange/exporting.h"
#include "filo/base/error.h"

enum status csv_export_log(struct exporting *exporting, struct error *err);
enum status csv_export_contacts(struct exporting *exporting, struct error *err);

#endif
